// Who will be messaged, in the words that people read before they send.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/recipients.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;

constexpr std::string_view unknown_en = "nobody can tell whom: what says it is missing or wrong";
constexpr std::string_view unknown_zh = "无法判断：相关字段缺失或有误";

// A list of so many elements, without fault.
std::string list(std::string_view name, std::string_view id, int size) {
  std::string text = '"' + std::string(name) + "\":[";
  for (int i = 0; i < size; ++i) {
    text += std::string(i == 0 ? "" : ",") + "{\"" + std::string(id) + "\":\"oc_1\"}";
  }
  return text + ']';
}

std::string body(std::string_view fields, int users, int departments, int chats) {
  return '{' + std::string(fields) + ',' + list("user_list", "user_id", users) + ',' +
         list("department_list", "department_id", departments) + ',' +
         list("chat_list", "chat_id", chats) + '}';
}

recipients recipients_text(std::string_view text, const context& known = {}) {
  return recipients_of(preflight(text, known).summary());
}

void check(std::string_view text, std::string_view en, std::string_view zh,
           const context& known = {}) {
  CAPTURE(text);
  CHECK(describe(recipients_text(text, known), language::en) == en);
  CHECK(describe(recipients_text(text, known), language::zh) == zh);
}

TEST_CASE("everyone, and chats") {
  const std::string_view all = "\"push_scope_type\":0";
  check(body(all, 0, 0, 0), "every member of the organisation", "组织内全部成员");
  check(body(all, 0, 0, 1), "every member of the organisation, and 1 chat",
        "组织内全部成员，以及 1 个群聊");
  // Lists that are not looked at do not make the recipients smaller.
  check(body(all, 5, 6, 12), "every member of the organisation, and 12 chats",
        "组织内全部成员，以及 12 个群聊");
  check("{\"push_scope_type\":0,\"user_list\":3}", "every member of the organisation",
        "组织内全部成员");
}

TEST_CASE("nobody but chats") {
  const std::string_view none = "\"push_scope_type\":1";
  check(body(none, 0, 0, 0), "nobody", "无人");
  check(body(none, 3, 3, 1), "1 chat", "1 个群聊");
  check(body(none, 0, 0, 2), "2 chats", "2 个群聊");
}

TEST_CASE("who is listed") {
  const std::string_view some = "\"push_scope_type\":2";
  check(body(some, 0, 0, 0), "nobody", "无人");
  check(body(some, 0, 0, 2), "2 chats", "2 个群聊");
  check(body(some, 1, 0, 0), "1 user", "1 个用户");
  check(body(some, 2, 0, 0), "2 users", "2 个用户");
  check(body(some, 0, 1, 0), "1 department", "1 个部门");
  check(body(some, 0, 100, 0), "100 departments", "100 个部门");
  check(body(some, 1, 2, 0), "1 user and 2 departments", "1 个用户和 2 个部门");
  check(body(some, 2, 1, 1), "2 users and 1 department, and 1 chat",
        "2 个用户和 1 个部门，以及 1 个群聊");
}

TEST_CASE("new staff") {
  const std::string_view all = R"("push_type":1,"push_scope_type":3,"new_staff_scope_type":0)";
  check(body(all, 1, 1, 0), "all new staff, as they join", "组织内所有新人（入职时）");
  check(body(all, 0, 0, 2), "all new staff, as they join, and 2 chats",
        "组织内所有新人（入职时），以及 2 个群聊");
  const auto of_departments = [](int size) {
    return R"("push_scope_type":3,"new_staff_scope_type":1,)" +
           list("new_staff_scope_department_list", "department_id", size);
  };
  check(body(of_departments(1), 1, 1, 0), "new staff of 1 department, as they join",
        "1 个部门的新人（入职时）");
  check(body(of_departments(3), 0, 0, 1), "new staff of 3 departments, as they join, and 1 chat",
        "3 个部门的新人（入职时），以及 1 个群聊");
  check(body(of_departments(0), 0, 0, 0), "new staff of 0 departments, as they join",
        "0 个部门的新人（入职时）");
}

TEST_CASE("nobody can tell where what says it is missing, wrong or unreadable") {
  for (const std::string_view text :
       {"", "[]", "null", "{}", R"({"push_scope_type":4})", R"({"push_scope_type":"0"})",
        R"({"push_scope_type":null})", R"({"push_scope_type":0,"push_scope_type":9999999999})",
        R"({"push_scope_type":3})", R"({"push_scope_type":3,"new_staff_scope_type":2})",
        R"({"push_scope_type":3,"new_staff_scope_type":"1"})",
        R"({"push_scope_type":3,"new_staff_scope_type":1,"new_staff_scope_department_list":{}})",
        R"({"push_scope_type":2,"user_list":{},"department_list":[{"department_id":"od-1"}]})",
        R"({"push_scope_type":2,"department_list":"od-1","user_list":[{"user_id":"ou_1"}]})"}) {
    check(text, unknown_en, unknown_zh);
    CHECK(recipients_text(text).reach == reach::unknown);
  }
  // Chats are posted to whatever the reach is.
  check(R"({"chat_list":[{"chat_id":"oc_1"}]})", std::string(unknown_en) + ", and 1 chat",
        std::string(unknown_zh) + "，以及 1 个群聊");
}

TEST_CASE("a patch alone leaves to the draft what it does not say") {
  const context patching{.mode = mode::partial};
  const auto check_patch = [&](std::string_view text, std::string_view en, std::string_view zh) {
    check(text, en, zh, patching);
    CHECK(recipients_text(text, patching).rest_is_in_draft);
  };
  check_patch("{}", "those the draft names", "草稿所指定的对象");
  check_patch(R"({"chat_list":[{"chat_id":"oc_1"}]})", "those the draft names, and 1 chat",
              "草稿所指定的对象，以及 1 个群聊");
  check_patch(R"({"push_scope_type":0})",
              "every member of the organisation, and whoever else the draft lists",
              "组织内全部成员，其余以草稿为准");
  check_patch(R"({"push_scope_type":2,"chat_list":[],"user_list":[{"user_id":"ou_1"}]})",
              "1 user, and whoever else the draft lists", "1 个用户，其余以草稿为准");
  check_patch(R"({"push_scope_type":1})", "those the draft lists", "草稿中所列的对象");

  // Where a patch says all that its recipients depend on, the draft adds nobody.
  for (const auto& [text, en] : std::initializer_list<std::pair<std::string, std::string>>{
           {body("\"push_scope_type\":2", 1, 2, 0), "1 user and 2 departments"},
           {R"({"push_scope_type":0,"chat_list":[]})", "every member of the organisation"},
           {R"({"push_scope_type":3,"new_staff_scope_type":0,"chat_list":[]})",
            "all new staff, as they join"}}) {
    CHECK(describe(recipients_text(text, patching), language::en) == en);
    CHECK_FALSE(recipients_text(text, patching).rest_is_in_draft);
  }
}

TEST_CASE("a patch with its draft is validated as what the draft becomes") {
  const notification draft{.push_scope_type = push_scope::some_members,
                           .user_list = std::vector<user>(3),
                           .chat_list = std::vector<chat>(1)};
  const context patching{.draft = summarize(draft)};
  check("{}", "3 users, and 1 chat", "3 个用户，以及 1 个群聊", patching);
  check(R"({"user_list":[]})", "1 chat", "1 个群聊", patching);
  check(R"({"user_list":null,"department_list":[{}]})", "3 users and 1 department, and 1 chat",
        "3 个用户和 1 个部门，以及 1 个群聊", patching);
  check(R"({"push_scope_type":0,"chat_list":[]})", "every member of the organisation",
        "组织内全部成员", patching);
  check(R"({"push_scope_type":5})", std::string(unknown_en) + ", and 1 chat",
        std::string(unknown_zh) + "，以及 1 个群聊", patching);
  check(R"({"user_list":5})", std::string(unknown_en) + ", and 1 chat",
        std::string(unknown_zh) + "，以及 1 个群聊", patching);
  // A draft that could not be read leaves as much open as one that is not at hand.
  check(R"({"push_scope_type":0})",
        "every member of the organisation, and whoever else the draft lists",
        "组织内全部成员，其余以草稿为准", {.draft = preflight(R"({"chat_list":[{}],)").summary()});
}

// Structs tell the same, in constant expressions too; a struct is taken to stand alone.
constexpr user_view ann[] = {{.user_id = "ou_1"}};
static_assert(recipients_of(notification_view{.push_scope_type = push_scope::some_members,
                                              .user_list = ann}) ==
              recipients{.reach = reach::listed, .users = 1});
static_assert(recipients_of(notification_view{}) == recipients{});
static_assert(recipients_of(notification_view{.push_scope_type = static_cast<push_scope>(9)})
                  .reach == reach::unknown);

}  // namespace
