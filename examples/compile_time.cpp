// A push that is validated while the program compiles: a mistake in it is an error of the compiler.

#include <feishu/helpdesk.hpp>

#include <iostream>

namespace helpdesk = feishu::helpdesk;

// [checked]
constexpr helpdesk::user_view newcomers[] = {{.user_id = "ou_7277fd1262bfafc363d5b2a1f9c2ac90"}};

constexpr helpdesk::notification_view welcome = helpdesk::checked({
    .job_name = "Welcome",
    .push_content =
        R"({"elements": [{"tag": "div", "text": {"tag": "plain_text", "content": "Hi"}}]})",
    .push_type = helpdesk::push_type::scheduled,
    .push_scope_type = helpdesk::push_scope::some_members,
    .user_list = newcomers,
});
// [/checked]

int main() {
  // [used]
  std::cout << "recipients: "
            << helpdesk::describe(helpdesk::recipients_of(welcome), helpdesk::language::en) << '\n';
  // [/used]
  return helpdesk::validate(welcome).ok() ? 0 : 1;
}
