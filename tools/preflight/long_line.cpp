#include "long_line.hpp"

#include <feishu/helpdesk/preflight.hpp>

namespace preflight_tool {

using namespace feishu::helpdesk;

std::optional<report> validate_long_line(line_reader& from, block& part, const context& known) {
  preflight_stream stream(known);
  while (part.goes_on) {
    stream.write(part.text());
    if (!from.next(part)) return std::nullopt;
  }
  stream.write(line_cursor(part.text()).next().value_or(""));
  return stream.finish();
}

}  // namespace preflight_tool
