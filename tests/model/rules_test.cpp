// Every entry of the rule table: complete, cited, backed by golden cases, told in both languages.

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::all_cases;
using golden::finding;
using golden::test_case;

using enum severity;

// The catalogue, in its order: ids and severities are what suppressions and other tools key on.
struct catalogue_entry {
  std::string_view id{};
  feishu::helpdesk::severity severity{};
};
// clang-format off
constexpr catalogue_entry catalogue[] = {
    {"json-syntax", error}, {"body-type", error}, {"no-known-field", error}, {"empty-body", warning},
    {"duplicate-field", error}, {"misspelt-field", error}, {"unknown-field", warning}, {"field-type", error}, {"integer-range", error},
    {"null-field", note},
    {"required", error}, {"empty-string", error}, {"placeholder", warning}, {"enum-value", error}, {"timestamp-format", error},
    {"timestamp-unit", warning}, {"element-id", error}, {"id-prefix", warning},
    {"server-assigned", note}, {"card-syntax", error}, {"card-version", warning},
    {"card-size", error},
    {"scheduled-excludes-new-staff", error}, {"new-staff-scope", error},
    {"new-staff-type-required", error}, {"new-staff-departments-required", error},
    {"all-members-excludes-users", error}, {"all-members-excludes-departments", error},
    {"no-members-excludes-users", error}, {"no-members-excludes-departments", error},
    {"no-members-requires-chats", error}, {"some-members-requires-targets", error},
    {"new-staff-fields-ignored", warning}, {"new-staff-departments-ignored", warning},
    {"new-staff-lists-unspecified", warning},
    {"notification-id", error}, {"user-id-type", error}, {"access-token", error},
    {"helpdesk-authorization", error}, {"request-host", error}, {"not-draft", error},
    {"id-mismatch", warning}, {"send-at-past", warning},
};
// clang-format on

constexpr language languages[] = {language::en, language::zh};

// A message in pieces: texts, and between them the names of placeholders.
struct pattern {
  std::vector<std::string_view> texts{};
  std::vector<std::string_view> placeholders{};

  explicit pattern(std::string_view message) {
    for (std::size_t open; (open = message.find('{')) != message.npos;) {
      const std::size_t close = message.find('}', open);
      texts.push_back(message.substr(0, open));
      placeholders.push_back(message.substr(open + 1, close - open - 1));
      message.remove_prefix(close == message.npos ? message.size() : close + 1);
    }
    texts.push_back(message);
  }
};

// Whether a message has something in the place of each placeholder; of the last, if it must.
bool is_filled(std::string_view message, const pattern& from, bool last_may_be_empty) {
  if (!message.starts_with(from.texts[0]) || !message.ends_with(from.texts.back())) return false;
  std::size_t place = from.texts[0].size();
  for (std::size_t i = 1; i < from.texts.size(); ++i) {
    const bool may_be_empty = last_may_be_empty && i + 1 == from.texts.size();
    const std::size_t next = message.find(from.texts[i], place + (may_be_empty ? 0 : 1));
    if (next == message.npos) return false;
    place = next + from.texts[i].size();
  }
  return true;
}

TEST_CASE("the table is the catalogue") {
  REQUIRE(detail::rule_count == std::size(catalogue));
  for (std::size_t i = 0; i < detail::rule_count; ++i) {
    CHECK(rules[i].id == catalogue[i].id);
    CHECK(rules[i].severity == catalogue[i].severity);
  }
}

TEST_CASE("ids are unique, and in kebab-case") {
  for (const rule& each : rules) {
    CAPTURE(each.id);
    CHECK(std::ranges::count(rules, each.id, &rule::id) == 1);
    CHECK(each.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == each.id.npos);
    CHECK(("-" + std::string(each.id) + "-").find("--") == std::string::npos);
  }
}

TEST_CASE("messages are there in both languages, with placeholders that are known") {
  const std::set<std::string_view> known{"field",  "expected", "actual", "values",
                                         "prefix", "number",   "reason"};
  const std::set<std::string_view> known_for_groups{"count", "fields"};
  for (const rule& each : rules) {
    CAPTURE(each.id);
    CHECK(each.grouped_message.en.empty() == each.grouped_message.zh.empty());
    for (const language chosen : languages) {
      CHECK(!each.message.in(chosen).empty());
      const auto one = pattern(each.message.in(chosen)).placeholders;
      const auto many = pattern(each.grouped_message.in(chosen)).placeholders;
      CHECK(std::ranges::all_of(one, [&](auto name) { return known.contains(name); }));
      CHECK(std::ranges::all_of(many, [&](auto name) { return known_for_groups.contains(name); }));
    }
  }
}

TEST_CASE("citations have a text, and what claims to be the API reference's words is") {
  const std::string document = golden::contents_of("tests/fixtures/update-notification.zh.md");
  for (const rule& each : rules) {
    CAPTURE(each.id);
    for (const language chosen : languages) {
      const std::string_view text = each.citation.text.in(chosen);
      CHECK(!text.empty());
      if (each.citation.from == source::api_reference) CHECK(document.find(text) != document.npos);
    }
  }
}

std::string golden_file_of(const rule& r) {
  constexpr std::string_view directories[] = {"json", "field", "card", "combination", "request"};
  const std::string_view directory = directories[static_cast<std::size_t>(r.group)];
  return "tests/cases/" + std::string(directory) + '/' + std::string(r.id) + ".json";
}

// What a case may expect that breaks one rule alone. An id that does not match is an id, which the
// server assigns.
auto may_be_with(const rule& r) {
  return [&r](const finding& found) {
    return found.rule == r.id || (r.id == "id-mismatch" && found.rule == "server-assigned");
  };
}

TEST_CASE("golden cases break each rule alone, and keep to it") {
  for (const rule& each : rules) {
    CAPTURE(each.id);
    std::size_t alone = 0;
    std::size_t absent = 0;
    for (const test_case& one : golden::cases_of(golden_file_of(each))) {
      const auto found = std::ranges::count(one.expected, each.id, &finding::rule);
      alone += found == 1 && std::ranges::all_of(one.expected, may_be_with(each)) ? 1 : 0;
      absent += found == 0 ? 1 : 0;
    }
    CHECK(alone > 0);
    CHECK(absent > 0);
  }
}

TEST_CASE("some states break a rule between fields, and some do not") {
  std::map<std::string_view, std::size_t> broken;
  for (const oracle::state& each : oracle::all_states()) {
    for (const diagnostic& found : preflight(oracle::body_of(each))) ++broken[found.rule().id];
  }
  for (const rule& each : rules) {
    if (each.group != rule_group::combination) continue;
    CAPTURE(each.id);
    CHECK(broken[each.id] > 0);
    CHECK(broken[each.id] < oracle::state_count);
  }
}

// Whether a text has a word in braces: bare braces may be what was found in a body.
bool has_placeholder(std::string_view text) {
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
    if (end != text.npos && end > open + 1 && text[end] == '}') return true;
  }
  return false;
}

TEST_CASE("messages are filled in") {
  for (const test_case& each : all_cases()) {
    const report found = preflight(each.body, each.context());
    for (const diagnostic& one : found) {
      for (const language chosen : languages) {
        std::string text = message(one, chosen);
        CAPTURE(each);
        CAPTURE(text);
        const bool is_unexplained = one.rule().id == "no-known-field" && one.args().detail.empty();
        const bool lacks_hint = one.rule().id == "unknown-field" &&
                                detail::suggest(one.where().unknown(),
                                                one.where().surroundings()) == detail::suggestion{};
        CHECK(
            is_filled(text, pattern(one.rule().message.in(chosen)), is_unexplained || lacks_hint));
        // The name of an unknown field may hold anything.
        const std::string name = format_location(one.where(), chosen);
        if (const std::size_t place = text.find(name); place != text.npos) {
          text.replace(place, name.size(), "it");
        }
        CHECK_FALSE(has_placeholder(text));
        CHECK(text.find("  ") == text.npos);
        CHECK(!text.ends_with(' '));
      }
    }
  }
}

}  // namespace
