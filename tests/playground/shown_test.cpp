// What the page shows of a body: every position and every change is the library's, in the units of a browser.

#include "docs/playground/shown.hpp"

#include "tests/case_file.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

json::value shown(std::string_view body, const context& known = {},
                  language chosen = language::en) {
  return json::parse(playground::shown(body, known, chosen));
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
        json::value{{"title", "write \"1626332244000\""},
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

TEST_CASE("differences") {
  const auto difference = [](std::string_view from, std::string_view to) {
    const text_edit made = playground::difference(from, to);
    CHECK(apply_edits({&made, 1}, from) == to);
    return made;
  };
  CHECK(difference("abc", "abc") == text_edit{3, 0, ""});
  CHECK(difference("abc", "aXc") == text_edit{1, 1, "X"});
  CHECK(difference("aa", "aaa") == text_edit{2, 0, "a"});
  CHECK(difference("aaa", "aa") == text_edit{2, 1, ""});
  CHECK(difference("", "a") == text_edit{0, 0, "a"});
  CHECK(difference("测", "浊") == text_edit{0, 3, "浊"});      // one byte in common, and then none
  CHECK(difference("a中b", "a丮b") == text_edit{1, 3, "丮"});  // that before, and that behind
  CHECK(difference("中", "丮中") == text_edit{0, 0, "丮"});
}

}  // namespace
