// A send function that cannot be called with a notification that nobody validated.

#include <feishu/helpdesk.hpp>

#include <iostream>
#include <string>

namespace helpdesk = feishu::helpdesk;

// [send]
// Stands for the HTTP request.
std::string send(const helpdesk::valid<helpdesk::notification>& push) {
  return "sent: " + *push->job_name;
}
// [/send]

int main() {
  // [validated]
  helpdesk::notification push{
      .job_name = "Welcome",
      .push_content = R"({"elements": []})",
      .push_type = helpdesk::push_type::scheduled,
      .push_scope_type = helpdesk::push_scope::no_members,
  };

  const auto refused = helpdesk::validated(push);
  std::cout << helpdesk::to_text(refused.report(), {.source = "welcome"});

  push.chat_list = {{.chat_id = "oc_7277fd1262bfafc363d5b2a1f9c2ac90"}};
  const auto accepted = helpdesk::validated(push);
  if (accepted) std::cout << send(*accepted) << '\n' << describe(recipients_of(push)) << '\n';
  // [/validated]

  return !refused && accepted ? 0 : 1;
}
