// A send function that cannot be called with a notification that nobody validated.

#include <feishu/helpdesk.hpp>

#include <iostream>
#include <string>

using namespace feishu::helpdesk;

// [send]
// Stands for the HTTP request.
std::string send(const valid<notification>& push) { return "sent: " + *push->job_name; }
// [/send]

int main() {
  // [validated]
  notification push{
      .job_name = "Welcome",
      .push_content = R"({"elements": []})",
      .push_type = push_type::scheduled,
      .push_scope_type = push_scope::no_members,
  };

  const auto refused = validated(push);
  std::cout << to_text(refused.report(), {.source = "welcome"});

  push.chat_list = {{.chat_id = "oc_7277fd1262bfafc363d5b2a1f9c2ac90"}};
  const auto accepted = validated(push);
  if (accepted)
    std::cout << send(*accepted) << '\n' << describe(recipients_of(push), language::en) << '\n';
  // [/validated]

  return !refused && accepted ? 0 : 1;
}
