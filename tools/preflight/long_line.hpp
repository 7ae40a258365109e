#ifndef FEISHU_PREFLIGHT_TOOL_LONG_LINE_HPP
#define FEISHU_PREFLIGHT_TOOL_LONG_LINE_HPP

#include "line_reader.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>

#include <optional>

namespace preflight_tool {

/// Validates a line that comes in parts as they flow by, unless it only has whitespace. `part` is the first
/// of them, and becomes the last, in which the line ends. False if reading fails before that.
[[nodiscard]] bool validate_long_line(line_reader& from, block& part,
                                      const feishu::helpdesk::context& known,
                                      std::optional<feishu::helpdesk::report>& found);

}  // namespace preflight_tool

#endif
