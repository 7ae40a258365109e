#include "tests/case_file.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr context patch{.mode = mode::partial};
constexpr std::string_view to_all =
    "{\n  \"push_scope_type\": 0,\n  \"user_list\": [{\"user_id\": \"u\"}]\n}";

std::string told(std::string_view body, render_options how = {}, const context& known = patch) {
  how.body = body;
  return to_text(preflight(body, known), how);
}

std::size_t count_of(std::string_view needle, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = text.find(needle); i != text.npos; i = text.find(needle, i + 1)) ++count;
  return count;
}

bool contains(std::string_view text, std::string_view needle) { return count_of(needle, text) > 0; }

TEST_CASE("a diagnostic is told with its place, its line, a mark, and its source") {
  CHECK(told(to_all, {.source = "push.json"}) ==
        "push.json:3:3: error: user_list must be empty when push_scope_type is 0 (all members) "
        "[all-members-excludes-users]\n"
        "    3 |   \"user_list\": [{\"user_id\": \"u\"}]\n"
        "      |   ^~~~~~~~~~~ contains 1 user\n"
        "      = API reference: 0：组织内全部成员（user_list和department_list必须为空）\n");
  CHECK(told(to_all, {.source = "push.json", .language = language::zh}) ==
        "push.json:3:3: 错误：push_scope_type 为 0（组织内全部成员）时，user_list 必须为空 "
        "[all-members-excludes-users]\n"
        "    3 |   \"user_list\": [{\"user_id\": \"u\"}]\n"
        "      |   ^~~~~~~~~~~ 包含 1 个用户\n"
        "      = API 文档：0：组织内全部成员（user_list和department_list必须为空）\n");
  CHECK(told(R"({"ext":""})") == "");
}

TEST_CASE("several elements are many, and a mark without elements holds nothing") {
  CHECK(contains(told(R"({"push_scope_type":0,"user_list":[{"user_id":"u"},{"user_id":"v"}]})"),
                 "^~~~~~~~~~~ contains 2 users\n"));
  CHECK(contains(told(R"({"push_scope_type":1,"department_list":[{"department_id":"d"}]})"),
                 " contains 1 department\n"));
  CHECK_FALSE(contains(told(R"({"push_type": 7})"), "contains"));
}

TEST_CASE("without the text, the place is told as a pointer, and nothing is quoted") {
  const report found = preflight(to_all, patch);
  const std::string text = to_text(found);
  CHECK(text.starts_with("body: /user_list: error: "));
  CHECK_FALSE(contains(text, " | "));
  CHECK(to_text(preflight("[]")).starts_with("body: error: "));
}

TEST_CASE("an empty text has a place, but no line to quote") {
  CHECK(told("", {.body = ""}).starts_with("body:1:1: error: "));
  CHECK_FALSE(contains(told(std::string_view("", 0)), " | "));
}

TEST_CASE("what is obviously meant is told, where the text is at hand") {
  CHECK(contains(told(R"({"push_type": "0"})"), "      = help: replace with 0\n"));
  CHECK(contains(told(R"({"jobName": ""})", {.language = language::zh}),
                 "      = 建议：重命名为 job_name\n"));
  CHECK(contains(told(R"({"push_type": 0,})"), "      = help: remove the trailing comma\n"));
  CHECK(contains(told("\xef\xbb\xbf{}", {.language = language::zh}),
                 "      = 建议：删除字节序标记\n"));
  CHECK_FALSE(contains(told(R"({"push_type": 7})"), "help"));
  CHECK_FALSE(contains(to_text(preflight(R"({"push_type": "0"})", patch)), "help"));
}

TEST_CASE("notes of one rule are told together at the end, or each by itself") {
  constexpr std::string_view body = R"({"id": "1", "nmae": 0, "status": 0, "ext": null})";
  const std::string folded = told(body);
  CHECK(folded.starts_with("body:1:13: warning: "));
  CHECK(contains(folded,
                 "body:1:2: note: 2 fields are assigned by the server and ignored: id, status ["));
  CHECK(contains(folded, "body:1:37: note: ext is null and is treated as absent ["));
  CHECK(count_of(" | ", folded) == 4);  // the warning's, and those of the note that is alone

  const std::string verbose = told(body, {.verbose = true});
  CHECK(verbose.starts_with("body:1:2: note: id is assigned by the server and ignored ["));
  CHECK(contains(verbose, "body:1:24: note: status is assigned by the server and ignored ["));
  CHECK(count_of(" | ", verbose) == 8);
}

TEST_CASE("colors are there when they are asked for, and change no word") {
  std::string colored = told(to_all, {.color = true});
  CHECK(contains(colored, "\033[1;31merror\033[0m: "));
  CHECK(contains(colored, "\033[1;32m^~~~~~~~~~~ contains 1 user\033[0m\n"));
  for (std::size_t i = colored.find('\033'); i != colored.npos; i = colored.find('\033')) {
    colored.erase(i, colored.find('m', i) - i + 1);
  }
  CHECK(colored == told(to_all));
}

TEST_CASE("what was counted but not kept is said last") {
  std::string body = "{\"ext\": \"\", \"a0\": 0";
  for (int i = 1; i < 70; ++i) body += ", \"a" + std::to_string(i) + "\": 0";
  body += '}';
  CHECK(told(body).ends_with("\n… and 6 more, not listed\n"));
  CHECK(told(body, {.language = language::zh}).ends_with("\n……另有 6 条未列出\n"));
}

TEST_CASE("the first line shifts all lines") {
  const std::string shifted = told(to_all, {.first_line = 99999});
  CHECK(shifted.starts_with("body:100001:3: "));
  CHECK(contains(shifted, "\n100001 |   \"user_list\""));
  CHECK(contains(shifted, "\n       |   ^~~"));
}

TEST_CASE("names from outside are made harmless") {
  constexpr std::string_view body = R"({"ext":"","\u001b[31m\u202e\u009b": 0})";
  CHECK(told(body, {.source = "a\033]0;\r\n\xff\xe2\x80\xae.json"})
            .starts_with("a<U+001B>]0;<U+000D><U+000A>?<U+202E>.json:1:11: warning: "
                         "unknown field <U+001B>[31m<U+202E><U+009B>"));
  CHECK(to_text(preflight(body, patch))
            .starts_with("body: /<U+001B>[31m<U+202E><U+009B>: warning: "
                         "unknown field <U+001B>[31m<U+202E><U+009B>"));
}

TEST_CASE("a summary leaves out what there is none of") {
  const auto of = [](std::string_view body, language chosen) {
    return format_totals(preflight(body, patch), chosen);
  };
  CHECK(of(R"({"ext":""})", language::en) == "nothing to report");
  CHECK(of(R"({"ext":""})", language::zh) == "没有发现问题");
  CHECK(of(R"({"push_type": 7})", language::en) == "1 error");
  CHECK(of(R"({"ext": "", "x": 7})", language::en) == "1 warning");
  CHECK(of(R"({"ext": "", "x": 7})", language::zh) == "1 个警告");
  constexpr std::string_view all =
      R"({"job_name": "", "push_type": 7, "x": 0, "y": 0, "id": "1", "ext": null})";
  CHECK(of(all, language::en) == "2 errors, 2 warnings, 2 notes");
  CHECK(of(all, language::zh) == "2 个错误，2 个警告，2 个提示");
  CHECK(of(R"({"push_type": 7, "id": "1"})", language::en) == "1 error, 1 note");
}

// A copy of a body in which some bytes are others, are gone, or are there twice.
std::string damaged(std::string body, std::mt19937& random) {
  for (auto left = 1 + random() % 6; left > 0 && !body.empty(); --left) {
    const std::size_t at = random() % body.size();
    switch (random() % 5) {
      case 0: body[at] = static_cast<char>(random() % 256); break;
      case 1: body.insert(at, 1 + random() % 3, static_cast<char>(random() % 256)); break;
      case 2: body.erase(at, 1 + random() % 40); break;
      case 3: body.insert(at, body.substr(random() % body.size(), random() % 300)); break;
      default:
        body.insert(at, random() % 2 == 0 ? "\"\\u001b\\u009b\\u202e\": 0," : "\xc2\x9b");
        break;
    }
  }
  if (random() % 8 == 0) body.resize(random() % (body.size() + 1));
  return body;
}

TEST_CASE("whatever the body, the text is UTF-8 without controls, and quotes are short") {
  const std::string sample = golden::contents_of("docs/samples/official-example.json");
  std::mt19937 random(154000);
  std::size_t quotes = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string body = damaged(sample, random);
    const std::string text = told(
        body, {.language = round % 2 == 0 ? language::en : language::zh, .verbose = round % 4 < 2},
        round % 3 == 0 ? patch : context());
    if (!detail::is_utf8(text)) FAIL_CHECK(body);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (sanitize_for_terminal(line) != line) FAIL_CHECK(body);
      for (const char c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) FAIL_CHECK(body);
      }
      const std::string_view gutter = std::string_view(line).substr(0, 8);
      if (!gutter.ends_with(" | ")) continue;
      ++quotes;
      if (line.size() > 8 + 110 + std::string_view(" contains 1000 departments").size())
        FAIL_CHECK(line);
    }
    if (contains(text, "\xc2\x9b")) FAIL_CHECK(body);
  }
  CHECK(quotes > 10000);
}

}  // namespace
