// A company's own rules beside the API reference's: never to everyone, and at most three chats.

#include <feishu/helpdesk.hpp>

#include <iostream>

namespace helpdesk = feishu::helpdesk;

// [condition]
// A condition over facts is a rule like the library's own: it is validated in structs, in bytes and in
// constant expressions, and with a draft it sees patch and draft merged.
constexpr helpdesk::rule never_to_everyone{
    .id = "acme-never-to-everyone",
    .violated_when = helpdesk::fact::push_scope_type == helpdesk::push_scope::all_members,
    .reported_on = {helpdesk::field::push_scope_type},
    .message = {"pushes to all members need the board's consent", "推送给全部成员须经董事会同意"},
    .citation = {helpdesk::source::library, {"communication policy, section 2", "沟通规范第 2 节"}},
};
// [/condition]

// [callable]
// A function decides what no condition can express. Over the summary it works for bytes, too.
constexpr helpdesk::rule few_chats{
    .id = "acme-few-chats",
    .severity = helpdesk::severity::warning,
    .violated_when = helpdesk::by_function,
    .reported_on = {helpdesk::field::chat_list},
    .message = {"more than three chats are a crowd", "群聊不应超过三个"},
};
constexpr helpdesk::custom_rule at_most_three_chats{
    few_chats, [](const helpdesk::body_summary& body) { return body.chats > 3; }};
// [/callable]

// [context]
constexpr helpdesk::context company{.custom_rules = never_to_everyone};
// [/context]

// [asserted]
static_assert(helpdesk::preflight(R"({"push_scope_type": 0})", company).has(never_to_everyone));
// [/asserted]

// [policy]
constexpr helpdesk::context strict{
    .mode = helpdesk::mode::partial,
    .policy = {{"unknown-field", helpdesk::level::error},
               {"server-assigned", helpdesk::level::off}},
};
static_assert(!helpdesk::preflight(R"({"jobName": "Hi"})", strict).ok());
static_assert(helpdesk::preflight(R"({"status": 0})", strict).empty());
// [/policy]

int main() {
  const helpdesk::notification push{
      .job_name = "Summer party",
      .push_content = R"({"elements": []})",
      .push_type = helpdesk::push_type::scheduled,
      .push_scope_type = helpdesk::push_scope::all_members,
      .chat_list =
          {{{.chat_id = "oc_1"}, {.chat_id = "oc_2"}, {.chat_id = "oc_3"}, {.chat_id = "oc_4"}}},
  };
  // [validated]
  const helpdesk::report found = helpdesk::validate(push, company, at_most_three_chats);
  std::cout << helpdesk::to_text(found, {.source = "summer-party"});
  // [/validated]

  const bool as_expected = found.has(never_to_everyone, "/push_scope_type") &&
                           found.has(few_chats, "/chat_list") && found.size() == 2;
  return as_expected ? 0 : 1;
}
