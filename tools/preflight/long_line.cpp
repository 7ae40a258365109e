#include "long_line.hpp"

#include <feishu/helpdesk/preflight.hpp>

#include <string_view>

namespace preflight_tool {

using namespace feishu::helpdesk;

bool validate_long_line(line_reader& from, block& part, const context& known,
                        std::optional<report>& found) {
  preflight_stream stream(known);
  bool has_content = false;
  const auto write = [&](std::string_view text) {
    has_content = has_content || !is_whitespace(text);
    stream.write(text);
  };
  while (part.goes_on) {
    write(part.text());
    if (!from.next(part)) return false;
  }
  write(line_cursor(part.text()).next().value_or(""));
  if (has_content) found = stream.finish();
  return true;
}

}  // namespace preflight_tool
