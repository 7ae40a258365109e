// Validates a body, and tells what is wrong with it and how to fix it. The program of docs/tutorial.md.

#include <feishu/helpdesk.hpp>

#include <iostream>
#include <string_view>

namespace helpdesk = feishu::helpdesk;

int main() {
  constexpr std::string_view body = R"({
  "job_name": "Summer party",
  "push_content": "{\"elements\": []}",
  "push_type": 0,
  "push_scope_type": 0,
  "user_list": [{"user_id": "ou_1"}]
})";

  const helpdesk::report found = helpdesk::preflight(body);
  for (const helpdesk::diagnostic& each : found) {
    std::cout << each.rule().id << " at " << each.path() << ", byte " << each.offset() << ":\n  "
              << helpdesk::message(each, helpdesk::language::en) << '\n';
  }
  for (const helpdesk::repair& way : helpdesk::find_repairs(found)) {
    std::cout << "- " << helpdesk::describe(way, helpdesk::language::en) << '\n';
  }
}
