#include "tests/fuzz/oracle_state.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/fuzz/violating.hpp>
#include <feishu/helpdesk/json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::sample;
using fuzz::violating;

constexpr std::size_t tries = 600;

// Whether this rule is broken, and no other by an error.
bool breaks_only(const rule& broken, const report& found) {
  for (const diagnostic& each : found) {
    if (each.severity() == severity::error && each.rule().id != broken.id) return false;
  }
  return found.dropped() == 0 ? found.has(broken) : found.has(broken) && found.error_count() < 64;
}

TEST_CASE("every rule is broken, alone, in bytes and in structs") {
  for (const rule& each : rules) {
    std::size_t structs = 0;
    seeds::for_each(tries, 300, [&](seeds::bytes bytes) {
      const std::optional<sample> made = violating(each, bytes);
      CAPTURE(each.id);
      REQUIRE(made);
      CAPTURE(made->body);
      CHECK(breaks_only(each, preflight(made->body, made->known())));
      if (!made->value) return;
      ++structs;
      CHECK(breaks_only(each, validate(*made->value, made->known())));
    });
    // A struct is there wherever it can hold the fault: see docs/forms.md.
    CAPTURE(each.id);
    const bool is_held = each.group != rule_group::json || each.id == "empty-body";
    if (each.id == "json-syntax") {
      CHECK(structs > tries / 4);
      CHECK(structs < tries * 3 / 4);
    } else {
      CHECK(structs == (is_held ? tries : 0));
    }
  }
}

// What the oracle calls an error of a body that can be read.
std::set<std::string_view> errors_by_oracle(const notification& n) {
  return oracle::errors_of(oracle::state_of(n), oracle::mode::complete);
}

TEST_CASE("the oracle agrees about the rules that it knows") {
  std::set<std::string_view> known;
  oracle::for_each_state([&](const oracle::state& each) {
    known.merge(oracle::errors_of(each, oracle::mode::complete));
  });
  CHECK(known.size() == 12);
  for (const rule& each : rules) {
    if (each.id == "required") continue;    // the oracle takes two of the four fields as present
    if (each.id == "empty-body") continue;  // and validates complete bodies here
    std::set<std::string_view> expected;
    if (known.contains(each.id)) expected.insert(each.id);
    std::size_t validated = 0;
    seeds::for_each(tries / 4, 300, [&](seeds::bytes bytes) {
      const std::optional<sample> made = violating(each, bytes);
      const result<notification> read = parse(made->body);
      if (!read) return;
      ++validated;
      CAPTURE(each.id);
      CAPTURE(made->body);
      CHECK(errors_by_oracle(*read) == expected);
    });
    CHECK((validated > 0) == (each.group != rule_group::json || each.severity != severity::error));
  }
}

// With `*` for the numbers of elements.
std::string without_numbers(std::string_view path) {
  std::string general;
  for (const char c : path) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) {
      general += c;
    } else if (general.back() != '*') {
      general += '*';
    }
  }
  return general;
}

std::string path_of(const fuzz::site& at) {
  if (at.object == object_kind::notification) return location(at.field()).pointer();
  location place = at.holder;
  if (at.is_in_list()) place = place.element(0);
  return without_numbers((at.index == npos ? place : place.nested(at.index)).pointer());
}

TEST_CASE("it is broken wherever it can be") {
  for (const rule& each : rules) {
    if (each.id == "unknown-field" || each.group == rule_group::request) continue;
    constexpr std::string_view of_whole_body[] = {"json-syntax", "body-type", "no-known-field",
                                                  "empty-body"};
    if (std::ranges::find(of_whole_body, each.id) != std::end(of_whole_body)) continue;
    if (each.id == "misspelt-field") continue;  // its path has the name as it is misspelt
    std::set<std::string> expected;
    fuzz::for_each_fault(each, [&](const fuzz::fault& one) { expected.insert(path_of(one.at)); });
    for (const field one : each.reported_on) expected.insert(location(one).pointer());
    std::set<std::string> found;
    seeds::for_each(tries, 300, [&](seeds::bytes bytes) {
      const std::optional<sample> made = violating(each, bytes);
      for (const diagnostic& one : preflight(made->body, made->known())) {
        if (one.rule().id == each.id) found.insert(without_numbers(one.path()));
      }
    });
    CAPTURE(each.id);
    CHECK(found == expected);
  }
}

TEST_CASE("a rule between fields is broken in each state that breaks it alone") {
  for (const rule& each : rules) {
    if (each.group != rule_group::combination || each.severity != severity::error) continue;
    std::set<int> alone;
    oracle::for_each_state([&](const oracle::state& one) {
      if (oracle::errors_of(one, oracle::mode::complete) == std::set<std::string_view>{each.id}) {
        alone.insert(oracle::number_of(one));
      }
    });
    std::set<int> found;
    seeds::for_each_number(oracle::state_count, [&](seeds::bytes bytes) {
      found.insert(oracle::number_of(oracle::state_of(*violating(each, bytes)->value)));
    });
    CAPTURE(each.id);
    CHECK(found == alone);
  }
}

constexpr rule never_to_everyone{.id = "acme-never-to-everyone",
                                 .violated_when = fact::push_scope_type == push_scope::all_members,
                                 .reported_on = {field::push_scope_type}};

TEST_CASE("a rule of one's own can be broken alone, unless it forbids an error") {
  seeds::for_each(1'000, 100, [](seeds::bytes bytes) {
    const std::optional<sample> made = violating(never_to_everyone, bytes);
    REQUIRE(made);
    context known = made->known();
    known.custom_rules = {&never_to_everyone, 1};
    CHECK(breaks_only(never_to_everyone, preflight(made->body, known)));
  });
  constexpr rule twice{.id = "x",
                       .violated_when = fact::push_type == push_type::new_staff &&
                                        fact::push_scope_type == push_scope::some_members};
  CHECK(!violating(twice, seeds::bytes()));
  CHECK(!violating(rule{.violated_when = by_function}, seeds::bytes()));
}

TEST_CASE("the same bytes make the same, and no more than they allow") {
  for (const rule& each : rules) {
    seeds::for_each(200, 400, [&](seeds::bytes bytes) {
      const std::optional<sample> made = violating(each, bytes);
      const std::optional<sample> again = violating(each, bytes);
      CHECK(made->body == again->body);
      CHECK(made->value == again->value);
      const std::size_t least =
          each.id == "card-size" ? 7 * 32 * 1024 : 2'000;  // every byte as an escape
      CHECK(made->body.size() <= least + 200 * bytes.size());
    });
  }
}

}  // namespace
