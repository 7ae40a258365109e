#ifndef FEISHU_PREFLIGHT_TOOL_LINE_LAYOUT_HPP
#define FEISHU_PREFLIGHT_TOOL_LINE_LAYOUT_HPP

#include <feishu/helpdesk/model/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preflight_tool {

/// How the text of a file is arranged.
enum class line_layout : std::uint8_t {
  bodies,  ///< one body on each line
  spread,  ///< one JSON value over several lines
  utf16    ///< lines of UTF-16
};

/// Returns the layout of a text that begins so: whole lines. Nothing if these hold only whitespace. Anything
/// but `bodies` is certain.
[[nodiscard]] std::optional<line_layout> detect_layout(std::string_view beginning);

/// Says on standard error why --lines cannot read a file, and what to do.
void explain_layout(line_layout found, const std::string& file, feishu::helpdesk::language chosen);

}  // namespace preflight_tool

#endif
