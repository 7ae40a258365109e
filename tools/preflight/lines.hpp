#ifndef FEISHU_PREFLIGHT_TOOL_LINES_HPP
#define FEISHU_PREFLIGHT_TOOL_LINES_HPP

#include "files.hpp"
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

/// Validates each line of a file that is not empty, prints what there is to say, and counts. Ends early if
/// nothing can be printed any more.
void validate_lines(input& from, const report_text& text, const options& chosen,
                    const feishu::helpdesk::context& known, printer& output, totals& sum);

}  // namespace preflight_tool

#endif
