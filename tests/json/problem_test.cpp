// Problem details (RFC 9457).

#include <feishu/helpdesk/json/problem.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

json::value problem(std::string_view body, language chosen = language::en) {
  return json::parse(to_problem_json(preflight(body), {.body = body, .language = chosen}));
}

constexpr std::string_view wrong =
    R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":1,"user_list":[{"user_id":"u"}]})";

TEST_CASE("a refusal") {
  const json::value told = problem(wrong);
  CHECK(told.at("type") == "about:blank");
  CHECK(told.at("title") == "Bad Request");
  CHECK(told.at("status") == 400);
  CHECK(told.at("detail") == "2 errors");
  CHECK(told.at("recipients") == "unknown (push_scope_type and user_list contradict each other)");
  CHECK(told.at("diagnostics").as_array().size() == 2);
  CHECK(told.at_pointer("/diagnostics/1/path") == "/user_list");
  CHECK(
      told.at_pointer("/repairs/0") ==
      json::parse(
          R"({"title":"message those you add: empty user_list and add at least one chat to chat_list",
          "needs_input":true,"adds_recipients":true,
          "patch":[{"op":"add","path":"/user_list","value":[]},
                   {"op":"add","path":"/chat_list","value":[{"chat_id":""}]}]})"));
}

TEST_CASE("in Chinese") {
  const json::value told = problem(wrong, language::zh);
  CHECK(told.at("detail") == "2 个错误");
  CHECK(told.at("recipients") == "未知（push_scope_type 和 user_list 相互矛盾）");
  CHECK(told.at_pointer("/repairs/0/title") ==
        "推送给您添加的对象：清空 user_list，并在 chat_list 中至少添加一个群聊");
}

TEST_CASE("nothing to refuse") {
  const json::value told =
      problem(R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0})");
  CHECK(told.at("title") == "OK");
  CHECK(told.at("status") == 200);
  CHECK(told.at("detail") == "nothing to report");
  CHECK(told.at("repairs").as_array().empty());
}

TEST_CASE("where the broken rule is disabled, nothing needs repair") {
  const context off{.policy = {{"no-members-requires-chats", level::off},
                               {"no-members-excludes-users", level::off}}};
  const json::value told = json::parse(to_problem_json(preflight(wrong, off)));
  CHECK(told.at("status") == 200);
  CHECK(told.at("repairs").as_array().empty());
}

TEST_CASE("a field without effect that the draft has is named, for no repair removes it") {
  const std::string_view draft =
      R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0,"new_staff_scope_type":0})";
  context known{.policy = {{"new-staff-fields-ignored", level::error}}};
  known.draft = preflight(draft).summary();
  const report found = preflight(R"({"new_staff_scope_type":1})", known);
  const json::value told = json::parse(to_problem_json(found));
  CHECK(told.at_pointer("/kept_by_draft/path") == "/new_staff_scope_type");
  CHECK(told.at_pointer("/kept_by_draft/message") ==
        "new_staff_scope_type is in the draft and cannot be removed by a patch: a field that a "
        "patch omits or sets to null keeps the draft's value");
  const json::value in_chinese = json::parse(to_problem_json(found, {.language = language::zh}));
  CHECK(in_chinese.at_pointer("/kept_by_draft/message") ==
        "草稿中已有 new_staff_scope_type，更新请求无法删除它：未填或为 null 的字段保留草稿中的值");
  CHECK(problem(wrong).at("kept_by_draft").is_null());
}

TEST_CASE("what is not readable has no recipients and no repairs") {
  const json::value told = problem("{");
  CHECK(told.at("status") == 400);
  CHECK(told.at("recipients").is_null());
  CHECK(told.at("repairs").as_array().empty());
}

}  // namespace
