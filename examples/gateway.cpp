// A gateway that validates a request's body while it arrives, and stops reading at the first error.

#include <feishu/helpdesk.hpp>

#include <cstddef>
#include <iostream>
#include <string_view>

namespace helpdesk = feishu::helpdesk;

int main() {
  constexpr std::string_view chunks[] = {R"({"job_name": "Wel)", R"(come", "push_type": 1, "push_)",
                                         R"(scope_type": 2, "new_staff_scope_type": 0})"};

  // [chunks]
  helpdesk::preflight_stream stream({.mode = helpdesk::mode::partial});
  for (const std::string_view chunk : chunks) stream.write(chunk);
  const helpdesk::report found = stream.finish();
  for (const helpdesk::diagnostic& each : found) {
    std::cout << each.rule().id << " at byte " << each.offset() << ": "
              << helpdesk::message(each, helpdesk::language::en) << '\n';
  }
  // [/chunks]

  // [first_error]
  std::size_t count = 0;
  const auto fail_fast = [&count](const helpdesk::diagnostic&) {
    ++count;
    return helpdesk::sink_action::stop;
  };
  helpdesk::preflight_into(fail_fast, R"({"job_name": "", "push_content": "", "push_type": 9})");
  // [/first_error]

  return found.has("new-staff-scope") && count == 1 ? 0 : 1;
}
