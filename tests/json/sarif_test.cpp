// SARIF logs: regions lead back to the text, and fixes to legal bodies.

#include "tests/case_file.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/json/sarif.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

json::value results_of(std::string_view body, const context& known = {}, language chosen = {}) {
  const report found = preflight(body, known);
  const json::value log =
      json::parse(to_sarif(found, {.source = "push.json", .body = body, .language = chosen}));
  const json::value& run = log.at("runs").at(0);
  CHECK(run.at("columnKind") == "unicodeCodePoints");
  CHECK(run.at("results").as_array().size() == found.size());
  return run.at("results");
}

// The byte at a line and a column that counts characters, found without the library's help.
std::size_t offset_of(std::string_view text, const json::value& line, const json::value& column) {
  std::size_t offset = 0;
  for (std::int64_t i = 1; i < line.as_int64(); ++i) offset = text.find('\n', offset) + 1;
  std::size_t characters = column.to_number<std::size_t>() - 1;
  while (characters > 0) {
    ++offset;
    const bool continues = offset < text.size() && (text[offset] & 0xc0) == 0x80;
    if (!continues) --characters;
  }
  return offset;
}

std::size_t start_of(std::string_view text, const json::value& region) {
  return offset_of(text, region.at("startLine"), region.at("startColumn"));
}
std::size_t end_of(std::string_view text, const json::value& region) {
  return offset_of(text, region.at("endLine"), region.at("endColumn"));
}

const json::value& region_of(const json::value& result) {
  return result.at_pointer("/locations/0/physicalLocation/region");
}

// The text after the replacements of a fix, the last of them made first.
std::string fixed(std::string text, const json::value& fix) {
  const json::array& all = fix.at_pointer("/artifactChanges/0/replacements").as_array();
  for (std::size_t i = all.size(); i-- > 0;) {
    const json::value& deleted = all[i].at("deletedRegion");
    const std::size_t begin = start_of(text, deleted);
    const std::size_t end = end_of(text, deleted);
    text.replace(begin, end - begin,
                 all[i].at_pointer("/insertedContent/text").as_string().c_str());
  }
  return text;
}

constexpr std::string_view chinese_body =
    "{\"job_name\":\"推送任务\",\"push_content\":\"{}\",\"push_type\":0,\r\n\"push_scope_type\":0, "
    "\"ext\":\"文\", \"user_list\":[{\"user_id\":\"ou_1\"}]}";

TEST_CASE("a result is told whole") {
  const json::value result = results_of(chinese_body).at(0);
  CHECK(result.at("ruleId") == "all-members-excludes-users");
  CHECK(rules[result.at("ruleIndex").to_number<std::size_t>()].id == "all-members-excludes-users");
  CHECK(result.at("level") == "error");
  CHECK(result.at_pointer("/message/text") ==
        "user_list must be empty when push_scope_type is 0 (all members)");
  CHECK(result.at_pointer("/locations/0/physicalLocation/artifactLocation/uri") == "push.json");
  CHECK(result.at_pointer("/locations/0/logicalLocations/0/fullyQualifiedName") == "/user_list");
  CHECK(region_of(result) ==
        json::value{{"startLine", 2}, {"startColumn", 33}, {"endLine", 2}, {"endColumn", 44}});
  CHECK(results_of(chinese_body, {}, language::zh).at(0).at_pointer("/message/text") ==
        "push_scope_type 为 0（组织内全部成员）时，user_list 必须为空");
}

TEST_CASE("each fix of a fault between fields makes the body legal") {
  const json::value result = results_of(chinese_body).at(0);
  const json::array& fixes = result.at("fixes").as_array();
  REQUIRE(fixes.size() == 3);
  for (const json::value& each : fixes) {
    CHECK(preflight(fixed(std::string(chinese_body), each)).ok());
  }
  CHECK(fixes[0].at_pointer("/description/text") ==
        "keep messaging every member of the organisation: empty user_list");
  CHECK(fixed(std::string(chinese_body), fixes[0]).ends_with("\"ext\":\"文\", \"user_list\":[]}"));
}

TEST_CASE("fixes that point back, over lines, say the right places") {
  const std::string body =
      "{\"department_list\":[{\"name\":\"甲\"},\n {\"department_id\":\"od_1\"}],\n"
      "\"user_list\":[\n{\"user_id\":\"ou_1\"}],\"ext\":\"文\",\"push_scope_type\":1}";
  const json::array results = results_of(body, {.mode = mode::partial}).as_array();
  std::size_t fixes = 0;
  for (const json::value& result : results) {
    if (!result.as_object().contains("fixes")) continue;
    for (const json::value& each : result.at("fixes").as_array()) {
      CAPTURE(json::serialize(each));
      const report after = preflight(fixed(body, each), {.mode = mode::partial});
      CHECK(!after.has("json-syntax"));
      CHECK(!after.has("no-members-excludes-departments"));
      CHECK(!after.has("no-members-excludes-users"));
      ++fixes;
    }
  }
  CHECK(fixes > 3);
}

TEST_CASE("what is obviously meant is a fix, what only the author knows is none") {
  const json::value obvious = results_of(R"({"push_type":"0"})", {.mode = mode::partial}).at(0);
  CHECK(fixed(R"({"push_type":"0"})", obvious.at("fixes").at(0)) == R"({"push_type":0})");
  const json::value lacks_chats =
      results_of(R"({"push_scope_type":1,"chat_list":[]})", {.mode = mode::partial}).at(0);
  for (const json::value& each : lacks_chats.at("fixes").as_array()) {
    CHECK(each.at_pointer("/description/text").as_string().find("add at least") ==
          std::string::npos);
  }
}

TEST_CASE("a byte-order mark and trailing commas are removed by one fix") {
  const std::string body =
      "\xef\xbb\xbf{\"job_name\":\"推送\",\n \"chat_list\":[{\"chat_id\":\"oc_1\"},],\n}";
  const json::array results = results_of(body, {.mode = mode::partial}).as_array();
  REQUIRE(results.size() == 1);
  REQUIRE(results[0].at("fixes").as_array().size() == 1);
  const json::value& fix = results[0].at("fixes").at(0);
  CHECK(fix.at_pointer("/description/text") ==
        "remove the byte-order mark and the 2 trailing commas");
  CHECK(fixed(body, fix) == "{\"job_name\":\"推送\",\n \"chat_list\":[{\"chat_id\":\"oc_1\"}]\n}");
  CHECK(!results_of("{,}", {.mode = mode::partial}).at(0).as_object().contains("fixes"));
}

TEST_CASE("a fix has at most 1,000 replacements") {
  for (const std::size_t commas : {1'000U, 1'001U}) {
    std::string body = "{\"user_list\":[";
    for (std::size_t i = 0; i < commas; ++i) body += i == 0 ? "{\"a\":1,}" : ",{\"a\":1,}";
    const json::value result = results_of(body + "]}", {.mode = mode::partial}).as_array().back();
    CHECK(result.at("ruleId") == "json-syntax");
    CHECK(result.as_object().contains("fixes") == (commas == 1'000));
  }
}

TEST_CASE("what is inside of a field is not fixed by what fixes the field") {
  const json::array results =
      results_of(R"({"push_scope_type":0,"user_list":[{"user_id":""}]})", {.mode = mode::partial})
          .as_array();
  REQUIRE(results.size() == 2);
  CHECK(results[0].at("ruleId") == "all-members-excludes-users");
  CHECK(results[0].as_object().contains("fixes"));
  CHECK(results[1].at("ruleId") == "element-id");
  CHECK(!results[1].as_object().contains("fixes"));
}

TEST_CASE("in every golden case, regions begin at the offsets") {
  std::size_t regions = 0;
  for (const golden::test_case& each : golden::all_cases()) {
    const report found = preflight(each.body, each.context());
    const json::value log = json::parse(to_sarif(found, {.body = each.body}));
    const json::array& results = log.at_pointer("/runs/0/results").as_array();
    REQUIRE(results.size() == found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(results[i].at("ruleId").as_string() == found[i].rule().id);
      const bool has_place = found[i].offset() != npos;
      const json::object& place =
          results[i].at_pointer("/locations/0/physicalLocation").as_object();
      CHECK(place.contains("region") == has_place);
      if (!has_place || !detail::is_utf8(each.body)) continue;
      CHECK(start_of(each.body, region_of(results[i])) == found[i].offset());
      CHECK(end_of(each.body, region_of(results[i])) >= found[i].offset());
      ++regions;
    }
  }
  CHECK(regions > 1000);
}

TEST_CASE("custom rules are listed after the table's, and results refer to them") {
  const rule own[] = {{.id = "house-never",
                       .severity = severity::note,
                       .violated_when = condition(observed::null),
                       .message = {"never", "从不"}},
                      {.id = "house-null",
                       .severity = severity::warning,
                       .violated_when = condition(observed::null),
                       .message = {"{field} must not be null", "{field} 不能为 null"},
                       .citation = {source::library, {"our handbook", "我们的手册"}}}};
  const context known{.mode = mode::partial, .custom_rules = own};
  const json::value log =
      json::parse(to_sarif(preflight(R"({"job_name":null})", known), {.language = language::zh}));
  const json::array& listed = log.at_pointer("/runs/0/tool/driver/rules").as_array();
  REQUIRE(listed.size() == detail::rule_count + 2);
  CHECK(listed[detail::rule_count] == json::value{{"id", "house-never"},
                                                  {"shortDescription", {{"text", "从不"}}},
                                                  {"defaultConfiguration", {{"level", "note"}}}});
  CHECK(listed.back().at_pointer("/help/text") == "本库：我们的手册");
  std::size_t own_results = 0;
  for (const json::value& each : log.at_pointer("/runs/0/results").as_array()) {
    const std::size_t index = each.at("ruleIndex").to_number<std::size_t>();
    CHECK(listed.at(index).at("id") == each.at("ruleId"));
    if (index >= detail::rule_count) ++own_results;
  }
  CHECK(own_results == 2);
}

TEST_CASE("the log lists every rule, and needs no text") {
  const json::value log =
      json::parse(to_sarif(validate(notification{}), {.source = "/a b/推.json"}));
  CHECK(log.at("version") == "2.1.0");
  const json::array& listed = log.at_pointer("/runs/0/tool/driver/rules").as_array();
  REQUIRE(listed.size() == detail::rule_count);
  for (std::size_t i = 0; i < detail::rule_count; ++i)
    CHECK(listed[i].at("id").as_string() == rules[i].id);
  const json::value& result = log.at_pointer("/runs/0/results/0");
  CHECK(result.at_pointer("/locations/0/physicalLocation/artifactLocation/uri") ==
        "file:///a%20b/%E6%8E%A8.json");
  CHECK(!result.at_pointer("/locations/0/physicalLocation").as_object().contains("region"));
}

}  // namespace
