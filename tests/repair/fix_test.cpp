// Bodies fixed unasked: what is fixed, what is left, and what stays byte for byte.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/describe.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using namespace std::string_literals;

constexpr std::string_view rest = R"("job_name":"x","push_content":"{}")";

std::string with(std::string_view fields) {
  return '{' + std::string(rest) + ',' + std::string(fields) + '}';
}

void check_fixed(const std::string& body, const std::string& after, const context& known = {}) {
  CAPTURE(body);
  const fix_result made = fix(body, known);
  REQUIRE(made.has_value());
  CHECK(*made == after);
  CHECK(apply_edits(made.edits(), body) == after);
  CHECK(!made.reached_limit());
  CHECK(preflight(*made, known).ok());
}

void check_left(const std::string& body, rule_id rule, const context& known = {}) {
  CAPTURE(body);
  const fix_result made = fix(body, known);
  CHECK(!made.has_value());
  CHECK(made.edits().empty());
  CHECK(!made.reached_limit());
  CHECK(made.report().has(rule));
}

TEST_CASE("the rest stays byte for byte") {
  const std::string body =
      "\t{ \"zzz\" : [ 1,2 ] ,\r\n\"push_type\":\"0\",\"push_scope_type\" :1.0," +
      std::string(rest) +
      ",\"user_list\" : [ {} ] , \"chat_list\":[{\"chat_id\":\"oc_1\"}], "
      "\"department_list\":[ ]}\n\n";
  check_fixed(body, "\t{ \"zzz\" : [ 1,2 ] ,\r\n\"push_type\":0,\"push_scope_type\" :1," +
                        std::string(rest) +
                        ",\"user_list\" : [] , \"chat_list\":[{\"chat_id\":\"oc_1\"}], "
                        "\"department_list\":[ ]}\n\n");
  const std::string good = with(R"("push_type":0,"push_scope_type":0)");
  check_fixed(good, good);
}

TEST_CASE("a name is fixed only where that supplies what is missing, and never a scope") {
  check_fixed(R"({"jobName":"x","content":"{}","push_type":0,"push_scope_type":0,"nam":1})",
              R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0,"nam":1})");
  check_left(with(R"("push_type":0,"push_scope":0)"), "misspelt-field");
  check_left(with(R"("push_type":0,"push_scope_type":2,"user_list":[{"open_id":"ou_1"}])"),
             "misspelt-field");
}

TEST_CASE("a name that differs in case and separators only is fixed, whatever it decides") {
  check_fixed(
      R"({"jobName":"x","pushContent":"{}","push-type":0,"PushScopeType":2,"userList":[{"userId":"ou_1"}]})",
      R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}]})");
  check_fixed(R"({"jobName":"x","ext":"","foo":1})", R"({"jobName":"x","ext":"","foo":1})",
              {.mode = mode::partial});
  check_fixed(R"({"jobName":"x","foo":1})", R"({"job_name":"x","foo":1})", {.mode = mode::partial});
  // Which one of two is meant is not certain.
  check_left(with(R"("pushType":0,"push-type":1,"push_scope_type":0)"), "misspelt-field");
  check_left(with(R"("pushType":0,"pushType":1,"push_scope_type":0)"), "misspelt-field");
  check_left(
      with(
          R"("push_type":0,"push_scope_type":2,"user_list":[{"userId":"ou_1","x":{"userid":1},"user-id":"ou_2"}])"),
      "misspelt-field");
  check_fixed(
      with(
          R"("push_type":0,"push_scope_type":2,"user_list":[{"x":{"userid":1},"userId":"ou_1","y":{"userid":1}}])"),
      with(
          R"("push_type":0,"push_scope_type":2,"user_list":[{"x":{"userid":1},"user_id":"ou_1","y":{"userid":1}}])"));
}

TEST_CASE("a wrapper is removed where nothing is lost") {
  check_fixed(R"({"code":0,"data":{"notification":{"push_type":"0"}}})", R"({"push_type":0})",
              {.mode = mode::partial});
  check_left(R"({"params":{"user_id_type":"open_id"},"data":{"push_type":"0"}})", "no-known-field",
             {.mode = mode::partial});
}

TEST_CASE("who is messaged is not taken from a guess where unknown names count as errors either") {
  const context strict{.policy = {{"unknown-field", level::error}}};
  const auto check_strictly_left = [&](std::string_view fields) {
    CAPTURE(fields);
    CHECK(!fix(with(fields), strict).has_value());
  };
  check_strictly_left(R"("push_type":0,"push_scope":0)");
  check_strictly_left(
      R"("push_type":0,"push_scope_type":2,"department_list":[{"department_id":"od_1"}],"user_lst":[{}])");
  check_strictly_left(R"("push_type":0,"push_scope_type":2,"user_list":[{"id":"ou_1"}])");
  check_fixed(with(R"("push_type":0,"push_scope_type":0,"send_it":"1626332244719")"),
              with(R"("push_type":0,"push_scope_type":0,"send_at":"1626332244719")"), strict);
}

TEST_CASE("a wrapper goes if the body is legal without it") {
  const std::string inner = with(R"("push_type":0,"push_scope_type":0)");
  check_fixed("{\"notification\": " + inner + "}", inner);
}

TEST_CASE("a string becomes the body that it holds if that is legal") {
  const std::string twice =
      R"("{\"job_name\":\"x\",\"push_content\":\"{}\",\"push_type\":0,\"push_scope_type\":0}")";
  check_fixed(twice, R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0})");
  check_left(R"("{\"job_name\":\"x\"}")", "required");
  check_left(R"("hello")", "body-type");
}

TEST_CASE("what decides whom the push is for is left to its author") {
  check_left(with(R"("push_type":0)"), "required");
  check_left(with(R"("push_type":0,"push_scope_type":3)"), "scheduled-excludes-new-staff");
  check_left(with(R"("push_type":1,"push_scope_type":3)"), "new-staff-type-required");
  check_left(with(R"("push_type":0,"push_scope_type":1)"), "no-members-requires-chats");
  check_left(with(R"("push_type":5,"push_scope_type":0)"), "enum-value");
  check_left("[]", "body-type");
  check_left("", "json-syntax");
  check_left(with(R"("push_type":0,"push_scope_type":0,"push_type":1)"), "duplicate-field");
}

TEST_CASE("values that are written otherwise") {
  check_fixed(
      R"({"job_name":"x","push_content":{"elements":[]},"push_type":"scheduled",)"
      R"("push_scope_type":"some_members","send_at":"2021-07-15T12:30:44+08:00",)"
      R"("user_list":["ou_1",{"user_id":"ou_2"}],"department_list":{"1":"od-1","5":{"department_id":"od-2"}},)"
      R"("chat_list":{}})",
      R"({"job_name":"x","push_content":"{\"elements\":[]}","push_type":0,)"
      R"("push_scope_type":2,"send_at":"1626323444000",)"
      R"("user_list":[{"user_id":"ou_1"},{"user_id":"ou_2"}],"department_list":[{"department_id":"od-1"},{"department_id":"od-2"}],)"
      R"("chat_list":[]})");
  check_fixed(R"({"user\u005flist":{"user_id":"ou_1"}})",
              R"({"user\u005flist":[{"user_id":"ou_1"}]})", {.mode = mode::partial});
  const std::string body =
      with(R"("push_type":0,"push_scope_type":0,"chat_list":[{"chat_id":" oc_1"}])");
  check_fixed(body, body);  // a warning
  check_fixed(body, with(R"("push_type":0,"push_scope_type":0,"chat_list":[{"chat_id":"oc_1"}])"),
              {.policy = {{"id-prefix", level::error}}});
}

TEST_CASE("a list that is written otherwise is emptied only where one that is not would be") {
  check_fixed(with(R"("push_type":0,"push_scope_type":0,"user_list":["ou_1"])"),
              with(R"("push_type":0,"push_scope_type":0,"user_list":[])"));
  check_left(with(R"("push_type":0,"push_scope_type":"all_members","user_list":["ou_1"])"),
             "all-members-excludes-users");
  const context everyone{.draft =
                             preflight(with(R"("push_type":0,"push_scope_type":0)")).summary()};
  check_left(R"({"user_list":["ou_1"]})", "all-members-excludes-users", everyone);
  check_left(with(R"("push_type":0,"push_scope_type":2,"user_list":{})"),
             "some-members-requires-targets");
}

TEST_CASE("a patch gets an empty list where its draft has one that is not") {
  const body_summary draft =
      preflight(with(R"("push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}])"))
          .summary();
  check_fixed("{\n  \"push_scope_type\": 0\n}",
              "{\n  \"push_scope_type\": 0,\n  \"user_list\": []\n}", {.draft = draft});
}

TEST_CASE("a warning is fixed where it counts as an error") {
  const std::string body = with(R"("push_type":0,"push_scope_type":0,"send_at":"1626332244")");
  check_fixed(body, body);
  check_fixed(body, with(R"("push_type":0,"push_scope_type":0,"send_at":"1626332244000")"),
              {.policy = {{"timestamp-unit", level::error}}});
}

TEST_CASE("a patch keeps a field as its author wrote it, or is left") {
  const auto draft_of = [](std::string_view fields) {
    return context{.draft = preflight(with(fields)).summary()};
  };
  const context everyone = draft_of(R"("push_type":0,"push_scope_type":0)");
  const std::string users = R"("user_list":[{"user_id":"ou_1"}])";
  const std::string departments = R"("department_list":[{"department_id":"od-1"}])";
  check_left('{' + users + '}', "all-members-excludes-users", everyone);
  check_left('{' + departments + '}', "all-members-excludes-departments", everyone);
  check_left('{' + users + ',' + departments + '}', "all-members-excludes-users", everyone);
  check_left(R"({"id":"1","status":0,"job_name":null,"other":1,)" + users + '}',
             "all-members-excludes-users", everyone);
  check_left(R"({"user_list":[{"user_id":5}]})", "all-members-excludes-users", everyone);
  check_fixed(R"({"job_name":"y",)" + users + '}', R"({"job_name":"y","user_list":[]})", everyone);
  check_fixed(R"({"push_scope_type":0,)" + users + '}', R"({"push_scope_type":0,"user_list":[]})",
              everyone);
  check_fixed(R"({"department_list":[],)" + users + '}', R"({"department_list":[],"user_list":[]})",
              everyone);

  const context nobody =
      draft_of(R"("push_type":0,"push_scope_type":1,"chat_list":[{"chat_id":"oc_1"}])");
  check_left('{' + users + '}', "no-members-excludes-users", nobody);
  check_fixed(R"({"chat_list":[{"chat_id":"oc_2"}],)" + users + '}',
              R"({"chat_list":[{"chat_id":"oc_2"}],"user_list":[]})", nobody);

  context strict = everyone;
  strict.policy.set("new-staff-fields-ignored", level::error);
  const std::string new_staff = R"("new_staff_scope_department_list":[{"department_id":"od-1"}])";
  check_left('{' + new_staff + '}', "new-staff-fields-ignored", strict);
  check_fixed(R"({"send_at":"1626332244719",)" + new_staff + '}',
              R"({"send_at":"1626332244719","new_staff_scope_department_list":[]})", strict);
}

std::string with_users(std::size_t count) {
  std::string users;
  for (std::size_t i = 0; i < count; ++i) users += (i == 0 ? "" : ",") + R"({"user_id":5})"s;
  return with(R"("push_type":0,"push_scope_type":2,"user_list":[)" + users + "]");
}

TEST_CASE("more errors than a report keeps are fixed in several passes, up to a limit") {
  constexpr std::size_t most = fix_result::most_passes * report::capacity;
  const std::string body = with_users(most);
  const fix_result all = fix(body);
  REQUIRE(all.has_value());
  CHECK(all->find("{\"user_id\":5}") == std::string::npos);
  CHECK(all.edits().size() == most);
  CHECK(apply_edits(all.edits(), body) == *all);
  CHECK(!all.reached_limit());

  const fix_result some = fix(with_users(most + 1));
  CHECK(!some.has_value());
  CHECK(some.reached_limit());
  CHECK(some.error().error_count() == 1);
}

TEST_CASE("edits of edits become one set of edits") {
  // Every pair of edits of a text of four bytes, and then every edit of what they leave.
  constexpr std::string_view body = "abcd";
  const auto edits_of = [](std::size_t size, std::size_t from) {
    std::vector<text_edit> all;
    for (std::size_t begin = from; begin <= size; ++begin) {
      for (std::size_t end = begin; end <= size; ++end) {
        for (const char* text : {"", "X", "YZ"}) all.push_back({begin, end - begin, text});
      }
    }
    return all;
  };
  std::size_t wrong = 0;
  for (const text_edit& one : edits_of(body.size(), 0)) {
    for (const text_edit& two : edits_of(body.size(), one.offset + one.size)) {
      const std::vector<text_edit> first{one, two};
      const std::string between = apply_edits(first, body);
      for (const text_edit& three : edits_of(between.size(), 0)) {
        const std::vector<text_edit> second{three};
        const std::string after = apply_edits(second, between);
        wrong += apply_edits(combine_edits(first, second, after), body) == after ? 0 : 1;
        wrong += apply_edits(combine_edits({}, second, after), between) == after ? 0 : 1;
      }
    }
  }
  CHECK(wrong == 0);
  const std::vector<text_edit> first{{0, 1, "XY"}, {3, 1, ""}};
  const std::vector<text_edit> second{{1, 1, "Z"}};
  CHECK(combine_edits(first, second, "XZbc") == std::vector<text_edit>{{0, 1, "XZ"}, {3, 1, ""}});
}

TEST_CASE("what a policy disables is not touched, and offers no repairs") {
  const std::string body =
      with(R"("push_type":0,"push_scope_type":0,"user_list":[{"user_id":"ou_1"}])");
  const context lenient{.policy = {{"all-members-excludes-users", level::off}}};
  check_fixed(body, body, lenient);
  CHECK(find_repairs(preflight(body, lenient)).empty());
  const std::string and_departments =
      with(R"("push_type":0,"push_scope_type":0,"user_list":[{"user_id":"ou_1"}],)"
           R"("department_list":[{"department_id":"d"}])");
  check_fixed(and_departments,
              with(R"("push_type":0,"push_scope_type":0,"user_list":[{"user_id":"ou_1"}],)"
                   R"("department_list":[])"),
              lenient);
}

TEST_CASE("a warning that counts as an error between fields is repaired, too") {
  const std::string body = with(R"("push_type":0,"push_scope_type":0,)"
                                R"("new_staff_scope_department_list":[{"department_id":"d"}])");
  check_fixed(body,
              with(R"("push_type":0,"push_scope_type":0,"new_staff_scope_department_list":[])"),
              {.policy = {{"new-staff-fields-ignored", level::error}}});
}

TEST_CASE("no list is emptied because of a scope that was not readable before") {
  const std::string body =
      with(R"("push_type":0,"push_scope_type":"0","user_list":[{"user_id":"ou_1"}])");
  check_left(body, "all-members-excludes-users");
}

// Returns the body after the repair that only removes `new_staff_scope_type`.
std::string without_new_staff_scope(std::string_view body) {
  const report found = preflight(
      body, {.mode = mode::partial, .policy = {{"new-staff-fields-ignored", level::error}}});
  for (const repair& each : find_repairs(found)) {
    if (each.edits().size() == 1 && each.edits()[0].what == edit::action::remove) {
      return apply_edits(text_edits(each, source_map(body)), body);
    }
  }
  return "none";
}

TEST_CASE("a field is removed with its comma, and the rest stays byte for byte") {
  CHECK(without_new_staff_scope(R"({"push_type":0,"new_staff_scope_type":1})") ==
        R"({"push_type":0})");
  CHECK(without_new_staff_scope("{ \"new_staff_scope_type\" : 1 ,\n \"push_type\" : 0 } \n") ==
        "{ \"push_type\" : 0 } \n");
  CHECK(without_new_staff_scope("{\n  \"push_type\": 0,\n  \"new_staff_scope_type\": 0,\n  "
                                "\"ext\": \"{,}\"\n}") ==
        "{\n  \"push_type\": 0,\n  \"ext\": \"{,}\"\n}");
  CHECK(without_new_staff_scope(R"({"push_type":0 , "new_staff_scop\u0065_type":0 })") ==
        R"({"push_type":0 })");
  // Wherever it stands, or another would count.
  CHECK(without_new_staff_scope(
            R"({"new_staff_scope_type":1,"new_staff_scope_type":{"a":[1]}, "push_type":0,)"
            R"("new_staff_scope_type":null, "x":1 ,"new_staff_scope_type":0})") ==
        R"({"push_type":0, "x":1})");
}

TEST_CASE("a field is removed where others are appended") {
  constexpr std::string_view body = R"({ "new_staff_scope_type":7 })";
  std::size_t removals = 0;
  for (const repair& each : find_repairs(preflight(body))) {
    const std::string text = apply_edits(text_edits(each, source_map(body)), body);
    CAPTURE(text);
    CHECK(!preflight(text).has("json-syntax"));
    if (text.find("new_staff_scope_type") == text.npos) ++removals;
  }
  CHECK(removals == 4);
}

TEST_CASE("a field without effect is removed unasked, unless the draft has it") {
  const context strict{.policy = {{"new-staff-fields-ignored", level::error}}};
  check_fixed(with(R"("push_type":0,"push_scope_type":0,"new_staff_scope_type":1)"),
              with(R"("push_type":0,"push_scope_type":0)"), strict);
  const auto fields_of_draft = [](std::string_view more) {
    return preflight(with(R"("push_type":0,"push_scope_type":0)" + std::string(more))).summary();
  };
  context patching = strict;
  patching.draft = fields_of_draft("");
  check_fixed(R"({"job_name":"y","new_staff_scope_type":1})", R"({"job_name":"y"})", patching);

  patching.draft = fields_of_draft(R"(,"new_staff_scope_type":0)");
  const report found = preflight(R"({"job_name":"y","new_staff_scope_type":1})", patching);
  const repair_list ways = find_repairs(found);
  REQUIRE(ways.kept_by_draft() == field::new_staff_scope_type);
  for (const repair& each : ways) {
    for (const edit& made : each.edits()) CHECK(made.what != edit::action::remove);
  }
  CHECK(describe_kept(ways) ==
        "new_staff_scope_type is in the draft and cannot be removed by a patch: a field that a "
        "patch omits or sets to null keeps the draft's value");
  CHECK(describe_kept(ways, language::zh) ==
        "草稿中已有 new_staff_scope_type，更新请求无法删除它：未填或为 null 的字段保留草稿中的值");
  CHECK(!find_repairs(preflight("{}", {.mode = mode::partial})).kept_by_draft());
  CHECK(describe_kept({}) == "");
}

TEST_CASE("edits of a repair, fields that there are and those that are new") {
  constexpr std::string_view body = R"({"push_type":1,"push_scope_type":1})";
  const repair_list ways = find_repairs(preflight(body).summary());
  std::vector<std::string> texts;
  for (const repair& each : ways)
    texts.push_back(apply_edits(text_edits(each, source_map(body)), body));
  CHECK(texts[0] == R"({"push_type":0,"push_scope_type":1,"chat_list":[{"chat_id": ""}]})");
  for (const std::string& each : texts) {
    const report after = preflight(each);
    CAPTURE(each);
    for (const diagnostic& found : after) {
      const bool is_elsewhere = found.rule().id == "element-id" || found.is_at("/job_name") ||
                                found.is_at("/push_content") || found.severity() != severity::error;
      CHECK(is_elsewhere);
    }
  }
  CHECK(text_edits(ways[0], source_map("[]")).empty());
}

}  // namespace
