// What the page shows of a body: every position and every change is the library's, in the units of a browser.

#include "docs/playground/shown.hpp"

#include "docs/playground/excerpt.hpp"
#include "tests/case_file.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

json::value shown(std::string_view body, const context& known = {},
                  language chosen = language::en) {
  return json::parse(playground::shown(body, {}, known, chosen));
}

// Well-formed UTF-8 as UTF-16, and back.
std::u16string units_of(std::string_view text) {
  std::u16string units;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    unsigned code_point = lead < 0x80   ? lead
                          : lead < 0xe0 ? lead & 31u
                          : lead < 0xf0 ? lead & 15u
                                        : lead & 7u;
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80) {
      code_point = code_point << 6 | (static_cast<unsigned char>(text[i++]) & 63u);
    }
    if (code_point > 0xffff) {
      units += static_cast<char16_t>(0xd7c0 + (code_point >> 10));
      code_point = 0xdc00 + (code_point & 0x3ff);
    }
    units += static_cast<char16_t>(code_point);
  }
  return units;
}

std::size_t number(const json::value& v) { return v.to_number<std::size_t>(); }
std::string text(const json::value& v) { return json::value_to<std::string>(v); }

// The text after a change, as a browser makes it.
std::u16string after(const json::value& change, std::string_view body) {
  std::u16string units = units_of(body);
  const json::array& edits = change.at("edits").as_array();
  for (std::size_t i = edits.size(); i-- > 0;) {
    const json::value& each = edits[i];
    const std::size_t begin = number(each.at("begin"));
    units.replace(begin, number(each.at("end")) - begin, units_of(text(each.at("text"))));
  }
  return units;
}

// The diagnostics, in the order in which they are told.
std::vector<diagnostic> told(const report& found) {
  std::vector<diagnostic> all;
  detail::for_each_told(found, [&](std::span<const diagnostic* const> together) {
    for (const diagnostic* each : together) all.push_back(*each);
  });
  return all;
}

// What is shown of a body is what the library finds.
void check(std::string_view body, const context& known, language chosen) {
  const report found = preflight(body, known);
  const source_map where(body);
  const json::value answer = shown(body, known, chosen);
  const json::value& page = answer.at("shown");
  CHECK(answer.at("report") == json::parse(to_json(found, {.body = body, .language = chosen})));

  const std::vector<diagnostic> expected = told(found);
  std::size_t next = 0;
  for (const json::value& each : page.at("findings").as_array()) {
    for (const json::value& position : each.at("positions").as_array()) {
      REQUIRE(next < expected.size());
      const diagnostic& d = expected[next++];
      CHECK(text(each.at("rule")) == d.rule().id);
      if (d.offset() == npos) {
        CHECK(position.is_null());
        continue;
      }
      CHECK(number(position.at("begin")) == units_of(body.substr(0, d.offset())).size());
      CHECK(number(position.at("end")) >= number(position.at("begin")));
      CHECK(number(position.at("end")) <= units_of(body).size());
      if (each.at("quick_fix").is_null()) continue;
      const std::optional<quick_fix> meant = find_quick_fix(d, where);
      REQUIRE(meant);
      CHECK(after(each.at("quick_fix"), body) == units_of(apply_edits(meant->edits, body)));
    }
  }
  CHECK(next == expected.size());

  const json::array& repair_list = page.at("repairs").as_array();
  const auto ways = find_repairs(found);
  CHECK((repair_list.size() == ways.size() || repair_list.empty()));
  for (std::size_t i = 0; i < repair_list.size(); ++i) {
    CHECK(after(repair_list[i], body) == units_of(apply_edits(text_edits(ways[i], where), body)));
  }
  if (!page.at("fix").is_null()) {
    CHECK(after(page.at("fix"), body) == units_of(*fix(body, known)));
  }
}

TEST_CASE("every golden body that is UTF-8") {
  std::size_t checked = 0;
  for (const golden::test_case& each : golden::all_cases()) {
    if (!detail::is_utf8(each.body)) continue;
    CAPTURE(each);
    for (const language chosen : {language::en, language::zh})
      check(each.body, each.context(), chosen);
    ++checked;
  }
  CHECK(checked > 500);
}

TEST_CASE("positions and changes behind characters of every length") {
  constexpr std::string_view body = R"({"ext":"é测😀","send_at":1626332244})";
  const json::value found = shown(body, {.mode = mode::partial}).at_pointer("/shown/findings/0");
  CHECK(found.at_pointer("/positions/0") ==
        json::value{{"name", "send_at"}, {"line", 1}, {"begin", 24}, {"end", 34}});
  CHECK(found.at("quick_fix") ==
        json::value{{"title", "replace with \"1626332244000\""},
                    {"edits", {{{"begin", 24}, {"end", 34}, {"text", "\"1626332244000\""}}}}});
}

TEST_CASE("a fix that is a repair is not offered twice") {
  const json::value all =
      shown(R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0,
                "user_list":[{"user_id":"u"}]})");
  CHECK(all.at_pointer("/shown/repairs").as_array().size() > 1);
  CHECK(all.at_pointer("/shown/fix").is_null());
}

TEST_CASE("repairs wait for what a quick fix would reveal") {
  const json::value all =
      shown(R"({"job_name":"a","push_content":"{}","push_type":"0","push_scope_type":0,
                "user_list":[{"user_id":"u"}]})");
  CHECK(all.at_pointer("/shown/repairs").as_array().empty());
  CHECK(all.at_pointer("/shown/fix/title") == "nothing to report");
}

TEST_CASE("a text that ends too early is marked at its end") {
  const json::value position = shown("{\n\"ext\": ").at_pointer("/shown/findings/0/positions/0");
  CHECK(position == json::value{{"name", "the body"}, {"line", 2}, {"begin", 9}, {"end", 9}});
}

// A legal draft that messages one user, as a GET response; `x` comes before what counts UTF-16 units.
constexpr std::string_view draft_of_one_user =
    R"({"code":0,"data":{"notification":{"x":"测😀","job_name":"a","push_content":"{}","push_type":0,
    "push_scope_type":2,"user_list":[{"user_id":"ou_1"}]}}})";

json::value shown_with(std::string_view draft, std::string_view patch, const context& known = {}) {
  return json::parse(playground::shown(patch, draft, known, language::en));
}

TEST_CASE("a draft is merged with every golden body as the engine merges them") {
  const context bare{.draft =
                         preflight(draft_of_one_user, preflight_tool::draft_context()).summary()};
  std::size_t changed = 0;
  for (const golden::test_case& each : golden::all_cases()) {
    if (!detail::is_utf8(each.body)) continue;
    CAPTURE(each);
    context known = each.context();
    const json::value alone = shown(each.body, known).at("report");
    const json::value merged = shown_with(draft_of_one_user, each.body, known).at("report");
    known.draft = bare.draft;
    CHECK(merged == json::parse(to_json(preflight(each.body, known), {.body = each.body})));
    if (merged != alone) ++changed;
  }
  CHECK(changed > 100);
}

TEST_CASE("a draft without a fault") {
  const json::value all = shown_with(draft_of_one_user, R"({"chat_list":[{"chat_id":"oc_1"}]})");
  CHECK(all.at_pointer("/report/recipients") == "1 user, and 1 chat");
  CHECK(all.at_pointer("/shown/draft") == json::value{{"is_usable", true},
                                                      {"summary", "nothing to report"},
                                                      {"findings", json::array()},
                                                      {"left_out", ""}});
}

TEST_CASE("no draft") {
  for (const std::string_view nothing : {"", " \n\t"}) {
    CHECK(shown_with(nothing, "{}").at_pointer("/shown/draft").is_null());
    CHECK(shown_with(nothing, "{}").at("report") == shown("{}").at("report"));
  }
}

TEST_CASE("the errors of a draft are where they are in the draft") {
  const json::value draft =
      shown_with("{\"job_name\":\n\"测😀\", \"push_type\":\"0\",\"push_scope_type\":0}", "{}")
          .at_pointer("/shown/draft");
  CHECK(draft.at("is_usable") == true);
  CHECK(draft.at("summary") == "1 error");
  CHECK(draft.at_pointer("/findings/0/positions") ==
        json::value{{{"name", "push_type"}, {"line", 2}, {"begin", 32}, {"end", 35}}});
  CHECK(draft.at_pointer("/findings/0/quick_fix").is_null());
}

TEST_CASE("a body is a patch where its draft cannot be merged") {
  constexpr std::string_view patch = R"({"job_name":"a"})";
  const json::value expected = shown(patch, {.mode = mode::partial}).at("report");
  const std::string deep = std::string(10'000, '[');
  for (const std::string_view draft :
       {"[]", "{}", "{", "\xff", "null", R"({"code":99991663,"msg":"token"})", deep.c_str()}) {
    CAPTURE(draft);
    const json::value all = shown_with(draft, patch);
    CHECK(all.at_pointer("/shown/draft/is_usable") == false);
    CHECK(all.at("report") == expected);
  }
}

TEST_CASE("a fix says whom its result reaches, what it changes and what it leaves") {
  constexpr std::string_view body =
      "{\"job_name\":\"a\",\"push_content\":\"{}\",\n  \"push_type\":\"0\",\n"
      "  \"push_scope_type\": \"2\",\"id\":\"1\",\"xyz\":0,\"user_list\":[{\"user_id\":\"ou_1\"}]}";
  const json::value fix = shown(body).at_pointer("/shown/fix");
  CHECK(fix.at("title") == "1 warning, 1 note");
  CHECK(fix.at("recipients") == "1 user");
  CHECK(fix.at("changes") ==
        json::value{{{"line", 2},
                     {"before", "\"push_type\":"},
                     {"removed", "\"0\""},
                     {"added", "0"},
                     {"after", ","}},
                    {{"line", 3},
                     {"before", "\"push_scope_type\": "},
                     {"removed", "\"2\""},
                     {"added", "2"},
                     {"after", ",\"id\":\"1\",\"xyz\":0,\"user_list\":[{\"user_id…"}}});
  CHECK(fix.at("more_changes") == 0);
  CHECK(fix.at("left") == json::value{{{"severity", "warning"},
                                       {"severity_word", "warning"},
                                       {"rule", "unknown-field"},
                                       {"name", "xyz"}}});
  CHECK(shown(body).at_pointer("/shown/not_fixed").is_null());
}

TEST_CASE("the recipients of a fix are those of the draft too") {
  const json::value all =
      shown_with(draft_of_one_user, R"({"job_name":"a","send_at":1626332244000})");
  CHECK(all.at_pointer("/shown/fix/recipients") == "1 user");
}

TEST_CASE("of many changes the first are shown") {
  std::string body =
      R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":1,"chat_list":["oc_0")";
  for (int i = 1; i < 20; ++i) body += R"(,"oc_)" + std::to_string(i) + '"';
  const json::value fix = shown(body + "]}").at_pointer("/shown/fix");
  CHECK(fix.at("edits").as_array().size() == 20);
  CHECK(fix.at("changes").as_array().size() == 8);
  CHECK(fix.at("more_changes") == 12);
}

TEST_CASE("what needs a decision is named where the rest could be fixed") {
  const json::value page =
      shown(R"({"push_content":"{}","push_type":"0","push_scope_type":0})").at("shown");
  CHECK(page.at("fix").is_null());
  CHECK(page.at("not_fixed") == json::value{{"reached_limit", false},
                                            {"left",
                                             {{{"severity", "error"},
                                               {"severity_word", "error"},
                                               {"rule", "required"},
                                               {"name", "job_name"}}}},
                                            {"left_out", ""}});
  CHECK(shown("{}").at_pointer("/shown/not_fixed").is_null());
}

TEST_CASE("excerpts") {
  const auto of = [](std::string_view text, std::size_t offset, std::size_t size,
                     std::string added) {
    const playground::excerpt made = playground::excerpt_of({offset, size, std::move(added)}, text);
    return made.before + '|' + made.removed + '|' + made.added + '|' + made.after;
  };
  CHECK(of("", 0, 0, "a") == "||a|");
  CHECK(of("a\n  bcd\r\ne", 5, 1, "") == "b|c||d");
  CHECK(of("[{\n  1\n}, \t 2]", 1, 8, "\n\n") == "[|{ 1 },| |   2]");
  CHECK(of("\t\x1b[31m1", 5, 1, "\x07") == "<U+001B>[31|m|<U+0007>|1");
  const std::string many(1000, 'a');
  const std::string chinese = "测" + many + "测";
  CHECK(of(chinese + 'b' + chinese, chinese.size(), 1, "") ==
        "…" + many.substr(0, 37) + "测|b||测" + many.substr(0, 37) + "…");
  CHECK(of('"' + chinese, 1, chinese.size(), many) ==
        "\"|测" + many.substr(0, 57) + "… …" + many.substr(0, 57) + "测|" + many.substr(0, 60) +
            "… …" + many.substr(0, 60) + '|');
}

}  // namespace
