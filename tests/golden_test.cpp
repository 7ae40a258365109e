// Every golden case, validated as bytes: in one piece, and in pieces of all sizes.

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using golden::all_cases;
using golden::findings;
using golden::findings_of;
using golden::test_case;

// Fewer means that some were not found.
constexpr std::size_t least_number_of_cases = 1300;

bool are_the_same(const report& a, const report& b) {
  return std::ranges::equal(a, b) && a.error_count() == b.error_count() &&
         a.warning_count() == b.warning_count() && a.note_count() == b.note_count() &&
         a.summary() == b.summary();
}

report in_chunks(std::string_view body, std::size_t size, const context& known) {
  preflight_stream stream(known);
  for (; !body.empty(); body.remove_prefix(std::min(size, body.size()))) {
    stream.write(body.substr(0, size));
  }
  return stream.finish();
}

report split_at(std::string_view body, std::size_t place, const context& known) {
  preflight_stream stream(known);
  stream.write(body.substr(0, place));
  stream.write(body.substr(place));
  return stream.finish();
}

bool names(const findings& list, std::string_view rule_id) {
  return std::ranges::find(list, rule_id, &golden::finding::rule) != list.end();
}

TEST_CASE("there are golden cases") { CHECK(all_cases().size() >= least_number_of_cases); }

TEST_CASE("every golden case is validated as it says") {
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    CHECK(findings_of(preflight(each.body, each.context())) == each.expected);
  }
}

TEST_CASE("counts, ok() and has() say what the diagnostics say") {
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const report found = preflight(each.body, each.context());
    const auto expected = [&](std::string_view severity) {
      return static_cast<std::size_t>(
          std::ranges::count(each.expected, severity, &golden::finding::severity));
    };
    CHECK(found.error_count() == expected("error"));
    CHECK(found.warning_count() == expected("warning"));
    CHECK(found.note_count() == expected("note"));
    CHECK(found.ok() == (expected("error") == 0));
    for (const rule& one : rules) {
      CAPTURE(one.id);
      CHECK(found.has(one) == names(each.expected, one.id));
    }
  }
}

TEST_CASE("a body in pieces is validated like the whole") {
  // Every single place is tried where that is quick; the longest bodies are all padding.
  constexpr std::size_t short_body = 300;
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const context known = each.context();
    const report whole = preflight(each.body, known);
    CHECK(are_the_same(in_chunks(each.body, 1, known), whole));
    CHECK(are_the_same(in_chunks(each.body, 7, known), whole));

    std::size_t place = 0;
    const std::size_t source_map = each.body.size() < short_body ? each.body.size() + 1 : 0;
    while (place < source_map && are_the_same(split_at(each.body, place, known), whole)) ++place;
    CHECK_MESSAGE(place == source_map, "it differs when split there");
  }
}

}  // namespace
