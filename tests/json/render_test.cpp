#include "tests/case_file.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/json/problem.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/json/sarif.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/render_options.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

constexpr context patch{.mode = mode::partial};

json::object rendered(std::string_view body, render_options how = {},
                      const context& known = patch) {
  how.body = body;
  return json::parse(to_json(preflight(body, known), how)).as_object();
}

std::vector<std::string> names_of(const json::value& object) {
  std::vector<std::string> names;
  for (const auto& member : object.as_object()) names.emplace_back(member.key());
  return names;
}

const json::value& first_of(const json::object& all) { return all.at("diagnostics").at(0); }

TEST_CASE("the fields are those that are documented, in that order") {
  const json::object all = rendered(R"({"push_type": 7})");
  CHECK(names_of(all) == std::vector<std::string>{"source", "ok", "errors", "warnings", "notes",
                                                  "recipients", "diagnostics"});
  CHECK(names_of(first_of(all)) == std::vector<std::string>{"rule", "severity", "path", "line",
                                                            "column", "offset", "message",
                                                            "citation"});
  CHECK(names_of(first_of(all).at("citation")) == std::vector<std::string>{"source", "text"});
}

TEST_CASE("a diagnostic is told whole") {
  const json::object all = rendered("{\n \"push_type\": 7}", {.source = "push.json"});
  CHECK(all == json::value{{"source", "push.json"},
                           {"ok", false},
                           {"errors", 1},
                           {"warnings", 0},
                           {"notes", 0},
                           {"recipients", "as set in the draft, except push_type"},
                           {"diagnostics",
                            {{{"rule", "enum-value"},
                              {"severity", "error"},
                              {"path", "/push_type"},
                              {"line", 2},
                              {"column", 15},
                              {"offset", 16},
                              {"message",
                               "push_type must be 0 (scheduled push) or 1 (push to new staff), "
                               "not 7"},
                              {"citation",
                               {{"source", "library"},
                                {"text", "the API reference lists only these values"}}}}}}});
}

TEST_CASE("sentences are in the language that is chosen, and names for programs are not") {
  const json::object all = rendered(R"({"push_type": 7})", {.language = language::zh});
  CHECK(all.at("recipients") == "以草稿为准（push_type 除外）");
  CHECK(first_of(all).at("severity") == "error");
  CHECK(first_of(all).at("message") ==
        "push_type 只能是 0（定时推送）或 1（新人入职推送），而不是 7");
  CHECK(first_of(all).at("citation").at("source") == "library");
  CHECK(first_of(all).at("citation").at("text") == "API 文档只列出了这些取值");
}

TEST_CASE("a report without diagnostics has none, and is ok") {
  const json::object all = rendered(R"({"push_scope_type": 0, "chat_list": []})");
  CHECK(all.at("ok") == true);
  CHECK(all.at("recipients") == "every member of the organisation");
  CHECK(all.at("diagnostics") == json::array());
}

TEST_CASE("places that are not known are null") {
  const report with_offset = preflight(R"({"push_type": 7})", patch);
  const json::value without_text = json::parse(to_json(with_offset)).at("diagnostics").at(0);
  CHECK(without_text.at("line").is_null());
  CHECK(without_text.at("column").is_null());
  CHECK(without_text.at("offset") == 14);

  // The fault is in the request, not in the body.
  context asked = patch;
  asked.notification_id = "x";
  const json::object all = rendered(R"({"ext":""})", {}, asked);
  CHECK(first_of(all).at("rule") == "notification-id");
  CHECK(first_of(all).at("path") == "");
  CHECK(first_of(all).at("line").is_null());
  CHECK(first_of(all).at("column").is_null());
  CHECK(first_of(all).at("offset").is_null());
}

TEST_CASE("a body that cannot be read has no recipients") {
  const json::object all = rendered("{\"push_scope_type\": 0,");
  CHECK(all.at("recipients").is_null());
  CHECK(first_of(all).at("rule") == "json-syntax");
}

TEST_CASE("the first line shifts lines, and neither columns nor offsets") {
  const json::object all = rendered("{\n\"push_type\": 7}", {.first_line = 41});
  CHECK(first_of(all).at("line") == 42);
  CHECK(first_of(all).at("column") == 14);
  CHECK(first_of(all).at("offset") == 15);
  context asked = patch;
  asked.notification_id = "x";
  CHECK(first_of(rendered(R"({"ext":""})", {.first_line = 41}, asked)).at("line").is_null());
}

TEST_CASE("names of any kind make one line of JSON, and come back as they were") {
  const std::string body = R"({"ext": "", "\"\\\n\u0000\u001b~\/测\ud83d\ude00": 0})";
  const report found = preflight(body, patch);
  const std::string line = to_json(found, {.source = "a \"b\"\n\\.json", .body = body});
  CHECK(detail::is_utf8(line));
  for (const char c : line) CHECK(static_cast<unsigned char>(c) >= 0x20);
  const json::value all = json::parse(line);
  CHECK(all.at("source") == "a \"b\"\n\\.json");
  using namespace std::string_view_literals;
  CHECK(all.at("diagnostics").at(0).at("path").as_string() ==
        "/\"\\\n\0\x1b~0~1测\xf0\x9f\x98\x80"sv);
}

TEST_CASE("a source's name that is not UTF-8 is made so") {
  const json::object all = rendered("{}", {.source = "\xb2\xe2\xca\xd4.json"});
  CHECK(all.at("source") == "????.json");
  CHECK(rendered("{}", {.source = "测试.json"}).at("source") == "测试.json");
}

TEST_CASE("of the API reference's own example every place is told exactly") {
  struct place {
    const char *rule, *severity, *path;
    std::size_t line, column, offset;
  };
  constexpr place expected[] = {
      {"server-assigned", "note", "/id", 2, 5, 6},
      {"server-assigned", "note", "/status", 4, 5, 77},
      {"server-assigned", "note", "/create_user", 5, 5, 94},
      {"server-assigned", "note", "/created_at", 10, 5, 247},
      {"server-assigned", "note", "/update_user", 11, 5, 282},
      {"server-assigned", "note", "/updated_at", 16, 5, 435},
      {"server-assigned", "note", "/target_user_count", 17, 5, 470},
      {"server-assigned", "note", "/sent_user_count", 18, 5, 498},
      {"server-assigned", "note", "/read_user_count", 19, 5, 524},
      {"new-staff-fields-ignored", "warning", "/new_staff_scope_type", 24, 5, 1025},
      {"all-members-excludes-users", "error", "/user_list", 31, 5, 1227},
      {"all-members-excludes-departments", "error", "/department_list", 38, 5, 1410},
  };
  const std::string body = golden::contents_of("docs/samples/official-example.json");
  const json::object all = rendered(body, {}, {});
  CHECK(all.at("ok") == false);
  CHECK(all.at("errors") == 2);
  CHECK(all.at("warnings") == 1);
  CHECK(all.at("notes") == 9);
  CHECK(all.at("recipients") == "every member of the organisation, and 1 chat");
  const json::array& told = all.at("diagnostics").as_array();
  REQUIRE(told.size() == std::size(expected));
  for (std::size_t i = 0; i < told.size(); ++i) {
    CAPTURE(i);
    CHECK(told[i].at("rule") == expected[i].rule);
    CHECK(told[i].at("severity") == expected[i].severity);
    CHECK(told[i].at("path") == expected[i].path);
    CHECK(told[i].at("line") == expected[i].line);
    CHECK(told[i].at("column") == expected[i].column);
    CHECK(told[i].at("offset") == expected[i].offset);
  }
}

TEST_CASE("an output iterator gets the same JSON") {
  const report found = preflight(R"({"push_type":"0"})", {.mode = mode::partial});
  std::string text;
  to_json(std::back_inserter(text), found, {.source = "x"});
  CHECK(text == to_json(found, {.source = "x"}));
  text.clear();
  to_problem_json(std::back_inserter(text), found);
  CHECK(text == to_problem_json(found));
  text.clear();
  to_sarif(std::back_inserter(text), found);
  CHECK(text == to_sarif(found));
}

}  // namespace
