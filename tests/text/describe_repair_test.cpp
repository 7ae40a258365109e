// Repairs in words, verbatim.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/text/describe.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

// All advice on a body, a line each.
std::string advice_on(std::string_view text, language chosen, const context& known = {}) {
  const body_summary body = preflight(text, known).summary();
  std::string lines;
  for (const repair& each : find_repairs(body)) lines += describe(each, chosen) + '\n';
  return lines;
}

TEST_CASE("lists that a scope for everyone forbids") {
  constexpr std::string_view body =
      R"({"push_type":0,"push_scope_type":0,"user_list":[{"user_id":"ou_1"},{"user_id":"ou_2"}],
          "department_list":[{"department_id":"od-1"}],"new_staff_scope_type":0,
          "chat_list":[{"chat_id":"oc_1"}]})";
  CHECK(
      advice_on(body, language::en) ==
      "keep messaging every member of the organisation, and 1 chat: empty user_list and "
      "department_list\n"
      "message only 2 users and 1 department, and 1 chat: set push_scope_type to 2 (some members)\n"
      "message only all new staff, as they join, and 1 chat: set push_type to 1 (push to new "
      "staff) and set push_scope_type to 3 (new staff)\n");
  CHECK(advice_on(body, language::zh) ==
        "仍推送给组织内全部成员，以及 1 个群聊：清空 user_list 和 department_list\n"
        "只推送给 2 个用户和 1 个部门，以及 1 个群聊：将 push_scope_type 设为 2（推送到部分成员）\n"
        "只推送给组织内所有新人（入职时），以及 1 个群聊：将 push_type 设为 "
        "1（新人入职推送），并将 push_scope_type 设为 3（入职新人）\n");
}

TEST_CASE("what only the author knows, and what messages more people, comes later and says so") {
  constexpr std::string_view body =
      R"({"push_type":0,"push_scope_type":2,"chat_list":[{"chat_id":"oc_1"}],"new_staff_scope_type":1})";
  CHECK(
      advice_on(body, language::en) ==
      "keep messaging 1 chat: set push_scope_type to 1 (no members)\n"
      "message only 1 chat, and those you add: add at least one user to user_list\n"
      "message only 1 chat, and those you add: add at least one department to department_list\n"
      "message only 1 chat, and new staff of the departments you add: set push_type to 1 (push to "
      "new staff), set push_scope_type to 3 (new staff) and add at least one department to "
      "new_staff_scope_department_list\n"
      "message more people, namely all new staff, as they join, and 1 chat: set push_type to 1 "
      "(push to new staff), set push_scope_type to 3 (new staff) and set "
      "new_staff_scope_type to 0 (all new staff)\n"
      "message more people, namely every member of the organisation, and 1 chat: set "
      "push_scope_type to 0 (all members)\n");
}

TEST_CASE("nobody yet, and in Chinese") {
  constexpr std::string_view body = R"({"push_type":1,"push_scope_type":3})";
  CHECK(advice_on(body, language::zh) ==
        "推送给您所添加部门的新人：将 new_staff_scope_type 设为 1（组织内特定的部门），并在 "
        "new_staff_scope_department_list 中至少添加一个部门\n"
        "推送给您添加的对象：将 push_type 设为 0（定时推送），将 push_scope_type 设为 "
        "1（不推送任何成员），并在 chat_list 中至少添加一个群聊\n"
        "推送给您添加的对象：将 push_type 设为 0（定时推送），将 push_scope_type 设为 "
        "2（推送到部分成员），并在 user_list 中至少添加一个用户\n"
        "推送给您添加的对象：将 push_type 设为 0（定时推送），将 push_scope_type 设为 "
        "2（推送到部分成员），并在 department_list 中至少添加一个部门\n"
        "推送给组织内所有新人（入职时）：将 new_staff_scope_type 设为 "
        "0（组织内所有新人）\n"
        "推送给组织内全部成员：将 push_type 设为 0（定时推送），并将 push_scope_type 设为 "
        "0（组织内全部成员）\n");
}

TEST_CASE("a patch without its draft") {
  constexpr std::string_view patch = R"({"push_scope_type":0,"user_list":[{"user_id":"ou_1"}]})";
  CHECK(advice_on(patch, language::en, {.mode = mode::partial})
            .starts_with(
                "keep messaging every member of the organisation, and any chats in the draft: "
                "empty user_list\n"));
  constexpr std::string_view only =
      R"({"push_scope_type":1,"user_list":[{"user_id":"ou_1"}],"chat_list":[{"chat_id":"oc_1"}]})";
  CHECK(advice_on(only, language::en, {.mode = mode::partial}) ==
        "message 1 chat: empty user_list\n"
        "message 1 user, and 1 chat, and any departments in the draft: set push_scope_type to 2 "
        "(some members)\n"
        "message new staff, as they join (new_staff_scope_type is in the draft), and 1 chat: set "
        "push_scope_type to 3 (new staff)\n");
  CHECK(advice_on(only, language::zh, {.mode = mode::partial}) ==
        "推送给 1 个群聊：清空 user_list\n"
        "推送给 1 个用户，以及 1 个群聊，以及草稿中的部门（如有）：将 push_scope_type 设为 "
        "2（推送到部分成员）\n"
        "推送给新人（入职时；new_staff_scope_type 以草稿为准），以及 1 个群聊：将 push_scope_type "
        "设为 3（入职新人）\n");
}

TEST_CASE("recipients that were unknown are not compared with") {
  CHECK(
      advice_on(R"({"push_type":1,"push_scope_type":0,"new_staff_scope_type":0})", language::en) ==
      "message those you add: set push_scope_type to 1 (no members) and add at least one chat to "
      "chat_list\n"
      "message all new staff, as they join: set push_scope_type to 3 (new staff)\n"
      "message every member of the organisation: set push_type to 0 (scheduled push)\n");
}

TEST_CASE("recipients that stay unknown") {
  constexpr std::string_view list = R"({"push_type":0,"push_scope_type":3,"chat_list":5})";
  CHECK(advice_on(list, language::en)
            .find("recipients unknown (chat_list is invalid): set push_scope_type to 0") !=
        std::string::npos);
  CHECK(advice_on(list, language::zh)
            .find("推送对象未知（chat_list 无效）：将 push_scope_type 设为 0") !=
        std::string::npos);
  constexpr std::string_view patch =
      R"({"push_type":1,"new_staff_scope_type":1,"new_staff_scope_department_list":[]})";
  CHECK(advice_on(patch, language::en, {.mode = mode::partial})
            .find("recipients as set in the draft, except push_type, new_staff_scope_type and "
                  "new_staff_scope_department_list: set push_type to 0 (scheduled push)\n") !=
        std::string::npos);
}

TEST_CASE("departments that do not decide the recipients are not among those added") {
  CHECK(advice_on(R"({"push_type":1,"push_scope_type":1,"new_staff_scope_type":1,
                      "chat_list":[{"chat_id":"oc_1"}]})",
                  language::en)
            .find("keep messaging 1 chat: add at least one department to "
                  "new_staff_scope_department_list\n") != std::string::npos);
}

TEST_CASE("who takes the place of others is not called more") {
  constexpr std::string_view body =
      R"({"push_type":5,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}],"new_staff_scope_type":0})";
  CHECK(advice_on(body, language::en)
            .find("message other people, namely all new staff, as they join: set push_type to 1") !=
        std::string::npos);
  CHECK(advice_on(body, language::zh).find("推送给其他人，即组织内所有新人（入职时）：") !=
        std::string::npos);
}

}  // namespace
