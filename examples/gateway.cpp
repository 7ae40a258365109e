// A gateway that validates a request's body while it arrives, and stops reading at the first error.

#include <feishu/helpdesk.hpp>

#include <cstddef>
#include <iostream>
#include <string_view>

using namespace feishu::helpdesk;

int main() {
  constexpr std::string_view chunks[] = {R"({"job_name": "Wel)", R"(come", "push_type": 1, "push_)",
                                         R"(scope_type": 2, "new_staff_scope_type": 0})"};

  // [chunks]
  preflight_stream stream({.mode = mode::partial});
  for (const std::string_view chunk : chunks) stream.write(chunk);
  const report found = stream.finish();
  for (const diagnostic& each : found) {
    std::cout << each.rule().id << " at byte " << each.offset() << ": "
              << message(each, language::en) << '\n';
  }
  // [/chunks]

  // [first_error]
  std::size_t count = 0;
  const auto fail_fast = [&count](const diagnostic&) {
    ++count;
    return sink_action::stop;
  };
  preflight_into(fail_fast, R"({"job_name": "", "push_content": "", "push_type": 9})");
  // [/first_error]

  return found.has("new-staff-scope") && count == 1 ? 0 : 1;
}
