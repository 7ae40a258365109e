// Who will be messaged, in the words that people read before they send.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>
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

std::string unknown_en(const std::string& name) {
  return "unknown (" + name + " is missing or invalid)";
}
std::string unknown_zh(const std::string& name) { return "未知（" + name + " 缺失或无效）"; }

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
  check(body(none, 0, 0, 1), "1 chat", "1 个群聊");
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
  check(body(of_departments(0), 0, 0, 0), "nobody", "无人");
  check(body(of_departments(0), 0, 0, 1), "1 chat", "1 个群聊");
}

TEST_CASE("unknown, where a field that decides is missing or invalid") {
  const std::string scope = "push_scope_type";
  for (const std::string_view text :
       {"{}", R"({"push_scope_type":4})", R"({"push_scope_type":"0"})",
        R"({"push_scope_type":null})", R"({"push_scope_type":0,"push_scope_type":9999999999})"}) {
    check(text, unknown_en(scope), unknown_zh(scope));
    CHECK(recipients_text(text).reach == reach::unknown);
  }
  const std::string new_staff = "new_staff_scope_type";
  for (const std::string_view text :
       {R"({"push_scope_type":3})", R"({"push_scope_type":3,"new_staff_scope_type":2})",
        R"({"push_scope_type":3,"new_staff_scope_type":"1"})"}) {
    check(text, unknown_en(new_staff), unknown_zh(new_staff));
  }
  // Chats are posted to whatever the reach is.
  check(R"({"chat_list":[{"chat_id":"oc_1"}]})", unknown_en(scope) + ", and 1 chat",
        unknown_zh(scope) + "，以及 1 个群聊");
}

TEST_CASE("unknown, where a list that decides is invalid") {
  const auto check_list = [](std::string_view text, const std::string& name) {
    check(text, "unknown (" + name + " is invalid)", "未知（" + name + " 无效）");
  };
  check_list(
      R"({"push_scope_type":3,"new_staff_scope_type":1,"new_staff_scope_department_list":{}})",
      "new_staff_scope_department_list");
  check_list(R"({"push_scope_type":2,"user_list":{},"department_list":[{"department_id":"od-1"}]})",
             "user_list");
  check_list(R"({"push_scope_type":2,"department_list":"od-1","user_list":[{"user_id":"ou_1"}]})",
             "department_list");
  check_list(R"({"push_scope_type":2,"user_list":[{"user_id":"ou_1"},"ou_2"]})", "user_list");
  check_list(R"({"push_scope_type":2,"user_list":[{"user_id":1}]})", "user_list");
  check_list(R"({"push_scope_type":0,"chat_list":["oc_1"]})", "chat_list");
  check_list(R"({"push_scope_type":1,"user_list":3,"chat_list":[]})", "user_list");
  // A list that does not decide may be anything.
  check(R"({"push_scope_type":2,"user_list":[{"user_id":"ou_1","name":1}],
            "new_staff_scope_department_list":5})",
        "1 user", "1 个用户");
}

TEST_CASE("unknown, where fields contradict each other") {
  const auto check_pair = [](std::string_view text, const std::string& one,
                             const std::string& other) {
    check(text, "unknown (" + one + " and " + other + " contradict each other)",
          "未知（" + one + " 和 " + other + " 相互矛盾）");
  };
  for (const std::string_view text :
       {R"({"push_type":0,"push_scope_type":3,"new_staff_scope_type":0})",
        R"({"push_type":1,"push_scope_type":0})",
        R"({"push_type":1,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}]})"}) {
    check_pair(text, "push_type", "push_scope_type");
  }
  check_pair(R"({"push_type":0,"push_scope_type":1,"user_list":[{"user_id":"ou_1"}]})",
             "push_scope_type", "user_list");
  check_pair(R"({"push_type":0,"push_scope_type":1,"department_list":[{}],"user_list":[]})",
             "push_scope_type", "department_list");
}

TEST_CASE("unknown, where the body is not well-formed") {
  for (const std::string_view text : {"", "[]", "null", R"({"push_scope_type":0,)"}) {
    check(text, "unknown (the body is not well-formed)", "未知（请求体格式不正确）");
  }
}

TEST_CASE("an element without an id identifies nobody") {
  check(R"({"push_scope_type":2,"user_list":[{"user_id":"ou_1"},{},{"user_id":""},
            {"user_id":null},{"name":"x"},{"user_id":"","user_id":"ou_2"},
            {"user_id":"ou_3","user_id":""}]})",
        "2 users", "2 个用户");
  check(R"({"push_scope_type":2,"department_list":[{}]})", "nobody", "无人");
  check(R"({"push_scope_type":1,"chat_list":[{"chat_id":""},{"chat_id":"oc_1"}]})", "1 chat",
        "1 个群聊");
  check(R"({"push_scope_type":3,"new_staff_scope_type":1,
            "new_staff_scope_department_list":[{"department_id":""}]})",
        "nobody", "无人");
  const context patching{.draft = preflight(R"({"push_type":0,"push_scope_type":2,
      "user_list":[{"user_id":"ou_1"},{}]})")
                                      .summary()};
  check("{}", "1 user", "1 个用户", patching);
  check(R"({"user_list":[{}],"department_list":[{"department_id":"d"}]})", "1 department",
        "1 个部门", patching);
  CHECK(recipients_of(notification{.push_scope_type = push_scope::some_members,
                                   .user_list = std::vector<user>{{}, {.user_id = "ou_1"}}})
            .users == 1);
}

TEST_CASE("a patch alone leaves to the draft what it does not say") {
  const context patching{.mode = mode::partial};
  const auto check_patch = [&](std::string_view text, std::string_view en, std::string_view zh) {
    check(text, en, zh, patching);
    CHECK(recipients_text(text, patching).in_draft != 0);
  };
  check_patch("{}", "as set in the draft", "以草稿为准");
  check_patch(R"({"chat_list":[{"chat_id":"oc_1"}]})", "as set in the draft, and 1 chat",
              "以草稿为准，以及 1 个群聊");
  check_patch(R"({"user_list":[],"chat_list":[],"push_type":0})",
              "as set in the draft, except push_type, user_list and chat_list",
              "以草稿为准（push_type、user_list 和 chat_list 除外）");
  check_patch(R"({"push_scope_type":0})",
              "every member of the organisation, and any chats in the draft",
              "组织内全部成员，以及草稿中的群聊（如有）");
  check_patch(R"({"push_scope_type":2,"chat_list":[],"user_list":[{"user_id":"ou_1"}]})",
              "1 user, and any departments in the draft", "1 个用户，以及草稿中的部门（如有）");
  check_patch(R"({"push_scope_type":2})", "any users, departments and chats in the draft",
              "草稿中的用户、部门和群聊（如有）");
  check_patch(R"({"push_scope_type":1})", "any chats in the draft", "草稿中的群聊（如有）");
  check_patch(R"({"push_scope_type":3,"chat_list":[]})",
              "new staff, as they join (new_staff_scope_type is in the draft)",
              "新人（入职时；new_staff_scope_type 以草稿为准）");
  check_patch(R"({"push_scope_type":3,"new_staff_scope_type":1,"chat_list":[]})",
              "new staff of the departments in the draft, as they join",
              "草稿中所列部门的新人（入职时）");

  // Where a patch says all that its recipients depend on, the draft adds nobody.
  for (const auto& [text, en] : std::initializer_list<std::pair<std::string, std::string>>{
           {body("\"push_scope_type\":2", 1, 2, 0), "1 user and 2 departments"},
           {R"({"push_scope_type":1,"chat_list":[{"chat_id":"oc_1"}]})", "1 chat"},
           {R"({"push_scope_type":0,"chat_list":[]})", "every member of the organisation"},
           {R"({"push_scope_type":3,"new_staff_scope_type":0,"chat_list":[]})",
            "all new staff, as they join"}}) {
    CHECK(describe(recipients_text(text, patching), language::en) == en);
    CHECK(recipients_text(text, patching).in_draft == 0);
  }
}

TEST_CASE("a patch with its draft is validated as what the draft becomes") {
  const notification draft{.push_scope_type = push_scope::some_members,
                           .user_list = std::vector<user>(3, user{.user_id = "ou_1"}),
                           .chat_list = std::vector<chat>(1, chat{.chat_id = "oc_1"})};
  const context patching{.draft = summarize(draft)};
  check("{}", "3 users, and 1 chat", "3 个用户，以及 1 个群聊", patching);
  check(R"({"user_list":[]})", "1 chat", "1 个群聊", patching);
  check(R"({"user_list":null,"department_list":[{"department_id":"d"}]})",
        "3 users and 1 department, and 1 chat", "3 个用户和 1 个部门，以及 1 个群聊", patching);
  check(R"({"push_scope_type":0,"chat_list":[]})", "every member of the organisation",
        "组织内全部成员", patching);
  check(R"({"push_scope_type":5})", unknown_en("push_scope_type") + ", and 1 chat",
        unknown_zh("push_scope_type") + "，以及 1 个群聊", patching);
  check(R"({"user_list":5})", "unknown (user_list is invalid), and 1 chat",
        "未知（user_list 无效），以及 1 个群聊", patching);
  // A draft that could not be read leaves as much open as one that is not at hand.
  check(R"({"push_scope_type":0})", "every member of the organisation, and any chats in the draft",
        "组织内全部成员，以及草稿中的群聊（如有）",
        {.draft = preflight(R"({"chat_list":[{}],)").summary()});
}

// Structs tell the same, in constant expressions too; a struct is taken to stand alone.
constexpr user_view ann[] = {{.user_id = "ou_1"}};
static_assert(recipients_of(notification_view{.push_scope_type = push_scope::some_members,
                                              .user_list = ann}) ==
              recipients{.reach = reach::listed, .users = 1});
static_assert(recipients_of(notification_view{}) ==
              recipients{.at_fault = body_summary::bit(field::push_scope_type)});
static_assert(recipients_of(notification_view{.push_scope_type = static_cast<push_scope>(9)})
                  .reach == reach::unknown);

}  // namespace
