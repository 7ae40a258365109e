#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/describe.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

std::string condition_of(std::string_view id, language chosen) {
  const rule* found = find_rule(id);
  REQUIRE(found != nullptr);
  return describe(found->violated_when, chosen);
}

void check_described(std::string_view id, std::string_view en, std::string_view zh) {
  CAPTURE(id);
  CHECK(condition_of(id, language::en) == en);
  CHECK(condition_of(id, language::zh) == zh);
}

TEST_CASE("conditions between fields are told field by field") {
  check_described("scheduled-excludes-new-staff",
                  "push_type is 0 (scheduled push) and push_scope_type is 3 (new staff)",
                  "push_type 为 0（定时推送），且 push_scope_type 为 3（入职新人）");
  check_described("new-staff-type-required",
                  "push_type is 1 (push to new staff) and new_staff_scope_type is absent",
                  "push_type 为 1（新人入职推送），且 new_staff_scope_type 为未填");
  check_described("all-members-excludes-users",
                  "push_scope_type is 0 (all members) and user_list is not empty",
                  "push_scope_type 为 0（组织内全部成员），且 user_list 为非空");
}

TEST_CASE("several states of one field, and several fields, are alternatives") {
  check_described("no-members-requires-chats",
                  "push_scope_type is 1 (no members) and chat_list is absent or empty",
                  "push_scope_type 为 1（不推送任何成员），且 chat_list 为未填或空");
  check_described("new-staff-scope",
                  "push_type is 1 (push to new staff) and push_scope_type is "
                  "0 (all members) or 2 (some members)",
                  "push_type 为 1（新人入职推送），且 push_scope_type 为 0（组织内全部成员）或 "
                  "2（推送到部分成员）");
  check_described("some-members-requires-targets",
                  "push_scope_type is 2 (some members) and user_list is absent or empty and "
                  "department_list is absent or empty",
                  "push_scope_type 为 2（推送到部分成员），且 user_list 为未填或空，且 "
                  "department_list 为未填或空");
  check_described("new-staff-fields-ignored",
                  "push_type is 0 (scheduled push) and new_staff_scope_type is present or "
                  "new_staff_scope_department_list is not empty",
                  "push_type 为 0（定时推送），且 new_staff_scope_type 已填写，或 "
                  "new_staff_scope_department_list 为非空");
}

TEST_CASE("conditions over single values have no words of their own") {
  check_described("json-syntax", "", "");
  check_described("required", "", "");
  check_described("element-id", "", "");
  check_described("not-draft", "", "");
  CHECK(describe(condition::never(), language::en) == "");
}

TEST_CASE("every condition between fields is described, whatever the language") {
  for (const rule& each : rules) {
    CAPTURE(each.id);
    const bool has_words = each.group == rule_group::combination;
    CHECK(describe(each.violated_when, language::en).empty() == !has_words);
    CHECK(describe(each.violated_when, language::zh).empty() == !has_words);
  }
}

TEST_CASE("conditions of one's own are described, up to four clauses") {
  constexpr condition posts = fact::chat_list == fact::non_empty;
  CHECK(describe(posts, language::en) == "chat_list is not empty");
  CHECK(describe(posts, language::zh) == "chat_list 为非空");
  constexpr condition four = fact::push_type != fact::absent && fact::user_list == fact::empty &&
                             fact::chat_list != fact::absent &&
                             fact::push_scope_type == push_scope::all_members;
  CHECK(describe(four, language::en) ==
        "push_type is present and user_list is empty and chat_list is empty or not empty and "
        "push_scope_type is 0 (all members)");
}

}  // namespace
