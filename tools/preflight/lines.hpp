#ifndef FEISHU_PREFLIGHT_TOOL_LINES_HPP
#define FEISHU_PREFLIGHT_TOOL_LINES_HPP

#include "files.hpp"
#include "line_layout.hpp"
#include "options.hpp"
#include "printer.hpp"
#include "report_text.hpp"
#include <feishu/helpdesk/model/context.hpp>

#include <cstddef>

namespace preflight_tool {

/// How many bodies were validated.
struct totals {
  std::size_t bodies = 0;
  std::size_t with_errors = 0;
};

/// Validates each line of a file that does not only have whitespace, prints what there is to say, and counts.
/// Ends early if nothing can be printed any more, and at the beginning of a file that does not have a body
/// on each line. Returns the layout of the file.
[[nodiscard]] line_layout validate_lines(input& from, const report_text& text,
                                         const options& chosen,
                                         const feishu::helpdesk::context& known, printer& output,
                                         totals& sum);

}  // namespace preflight_tool

#endif
