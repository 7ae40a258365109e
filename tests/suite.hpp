// What the suite says of bodies, wherever it says it: golden cases, places, and the oracle's states.
// None of it knows the rule table.

#ifndef FEISHU_HELPDESK_TESTS_SUITE_HPP
#define FEISHU_HELPDESK_TESTS_SUITE_HPP

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include "tests/locations.hpp"
#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suite {

namespace helpdesk = feishu::helpdesk;
using golden::finding;
using golden::findings;

// How much a statement says of what is found.
enum class precision { everything, all_but_offsets, first_offset };

// What is to be found in a body.
class statement {
 public:
  statement(std::string body, const helpdesk::context& known, precision says, findings expected)
      : body_(std::move(body)), known_(known), says_(says), expected_(std::move(expected)) {
    std::ranges::sort(expected_);
  }

  [[nodiscard]] const std::string& body() const { return body_; }
  [[nodiscard]] const helpdesk::context& known() const { return known_; }

  // Whether it says otherwise.
  [[nodiscard]] bool denies(findings found) const {
    return as_precisely(std::move(found)) != expected_;
  }

  // The same, where all that was found and all that is expected is of one rule.
  [[nodiscard]] bool denies(findings found, std::string_view rule_id) const {
    const auto is_of_rule = [&](const finding& f) { return f.rule == rule_id; };
    const auto first = std::ranges::find_if(expected_, is_of_rule);
    const auto last = std::find_if_not(first, expected_.end(), is_of_rule);
    if (first == last && found.empty()) return false;
    found = as_precisely(std::move(found));
    return !std::equal(first, last, found.begin(), found.end());
  }

  friend std::ostream& operator<<(std::ostream& out, const statement& s) {
    constexpr std::size_t enough = 300;
    return out << s.body_.substr(0, enough) << " is to have: " << s.expected_;
  }

 private:
  // No more of it than is stated.
  [[nodiscard]] findings as_precisely(findings found) const {
    if (says_ == precision::all_but_offsets) return golden::without_offsets(std::move(found));
    if (says_ == precision::first_offset) keep_first_offset(found);
    std::ranges::sort(found);
    return found;
  }

  void keep_first_offset(findings& found) const {
    const std::string& rule_id = expected_.front().rule;
    std::erase_if(found, [&](const finding& f) { return f.rule != rule_id; });
    if (found.empty()) return;
    const finding first = *std::ranges::min_element(found, {}, &finding::offset);
    found = {{.rule = rule_id, .offset = first.offset}};
  }

  std::string body_;
  helpdesk::context known_;
  precision says_;
  findings expected_;  // in order
};

namespace detail {

inline statement of_state(const oracle::state& s, helpdesk::mode m) {
  const bool is_complete = m == helpdesk::mode::complete;
  findings expected;
  for (const oracle::finding& each :
       oracle::validate(s, is_complete ? oracle::mode::complete : oracle::mode::partial)) {
    expected.push_back(
        {std::string(each.rule), std::string(each.severity), std::string(each.path)});
  }
  return {oracle::body_of(s), {.mode = m}, precision::all_but_offsets, std::move(expected)};
}

}  // namespace detail

// Every statement there is, the most specific ones first.
inline std::vector<statement> all_statements() {
  std::vector<statement> all;
  for (const golden::test_case& each : golden::all_cases()) {
    all.emplace_back(each.body, each.context(), precision::everything, each.expected);
  }
  for (const position::pointed& each : position::all_places()) {
    const finding place{.rule = std::string(each.rule_id), .offset = each.place()};
    all.emplace_back(each.body(), each.known(), precision::first_offset, findings{place});
  }
  for (const oracle::state& each : oracle::all_states()) {
    all.push_back(detail::of_state(each, helpdesk::mode::complete));
    all.push_back(detail::of_state(each, helpdesk::mode::partial));
  }
  return all;
}

}  // namespace suite

#endif
