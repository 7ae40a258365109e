#include "line_layout.hpp"

#include "files.hpp"
#include "line_reader.hpp"
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

// What a text is as JSON.
enum class extent : std::uint8_t { value, beginning_of_value, neither };

extent extent_of(std::string_view text) {
  detail::ignore_events nothing;
  detail::reader reading;
  if (reading.write(text, nothing, 0) && reading.finish(nothing, text.size())) return extent::value;
  return reading.error_offset() == text.size() ? extent::beginning_of_value : extent::neither;
}

// A bracket alone cannot be a body. Otherwise only a value that goes on for as far as can be seen is
// spread: the first line of a log may be cut short.
bool is_spread(std::string_view text) {
  line_cursor lines(text);
  std::string_view first;
  while (is_whitespace(first)) first = lines.next().value_or("{}");
  bool goes_on = false;
  while (const std::optional<std::string_view> line = lines.next()) {
    goes_on = goes_on || !is_whitespace(*line);
  }
  if (!goes_on || extent_of(first) != extent::beginning_of_value) return false;
  const std::size_t bracket = first.find_first_of("{[");
  const bool is_alone = is_whitespace(first.substr(bracket + 1));
  return is_alone || extent_of(text) != extent::neither;
}

}  // namespace

std::optional<line_layout> detect_layout(std::string_view beginning) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
    return line_layout::utf16;
  }
  if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
  if (beginning.find_first_not_of(" \t\r\n") == std::string_view::npos) return std::nullopt;
  return is_spread(beginning) ? line_layout::spread : line_layout::bodies;
}

void explain_layout(line_layout found, const std::string& file, language chosen) {
  constexpr localized_text is_spread = {
      "one JSON value spans several lines, but --lines expects one body per line: leave out "
      "--lines",
      "一个 JSON 值占了多行，而 --lines 要求每行一个请求体：请去掉 --lines"};
  constexpr localized_text is_utf16 = {"this is UTF-16: save it as UTF-8",
                                       "这是 UTF-16 编码：请存为 UTF-8"};
  const std::string reason((found == line_layout::utf16 ? is_utf16 : is_spread).in(chosen));
  std::fprintf(stderr, chosen == language::zh ? "preflight：%s：%s\n" : "preflight: %s: %s\n",
               sanitize_for_terminal(display_name(file)).c_str(), reason.c_str());
}

}  // namespace preflight_tool
