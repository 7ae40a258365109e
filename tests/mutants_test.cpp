// The suite notices if the rule table says anything else. Each rule is changed in one step, and the
// table with it is put in the library's place, as custom rules: then some body is validated otherwise
// than the suite says, unless the step changes nothing, for a reason that equivalents.hpp gives.
//
// A custom rule has no place in the catalogue, and no struct is glanced at for it. So the order of
// rules is left to rules_test, `has()` to golden_test, and the fast path to forms_test and oracle_test.
// Texts are not changed here.

#include "tests/mutants.hpp"

#include "tests/equivalents.hpp"
#include "tests/findings.hpp"
#include "tests/suite.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::findings;
using golden::findings_of;
using mutants::mutant;
using mutants::reason;
using suite::statement;

const std::vector<statement>& statements() {
  static const std::vector<statement> all = suite::all_statements();
  return all;
}

// What the statement's caller says, with these rules instead of the table's.
context with_rules(const statement& s, std::span<const rule> instead) {
  context known = s.known();
  for (const rule& each : rules) known.policy.set(each, level::off);
  known.custom_rules = instead;
  return known;
}

TEST_CASE("the table says the same as custom rules") {
  for (const statement& each : statements()) {
    CAPTURE(each);
    const report built_in = preflight(each.body(), each.known());
    const report custom = preflight(each.body(), with_rules(each, rules));
    CHECK_FALSE(each.denies(findings_of(built_in)));
    CHECK(findings_of(custom) == findings_of(built_in));
    CHECK(custom.error_count() == built_in.error_count());
    CHECK(custom.warning_count() == built_in.warning_count());
    CHECK(custom.note_count() == built_in.note_count());
    CHECK(custom.summary() == built_in.summary());
  }
}

// A rule for each single fact, after one for all of them, which tells where an observation begins.
std::vector<rule> rules_of_single_facts() {
  constexpr unsigned fact_count = 64;
  std::vector<rule> singles(1 + fact_count, rule{.violated_when = condition(~facts{0})});
  for (unsigned i = 0; i < fact_count; ++i) {
    singles[1 + i].violated_when = condition(facts{1} << i);
  }
  return singles;
}

// Everything that was seen at once, of any body.
std::set<facts> all_observations() {
  const std::vector<rule> singles = rules_of_single_facts();
  std::set<facts> seen;
  facts together = 0;
  const auto put_together = [&](const diagnostic& d) {
    const std::size_t place = d.rule_index() - feishu::helpdesk::detail::rule_count;
    if (place == 0) seen.insert(std::exchange(together, 0));
    if (place != 0) together |= facts{1} << (place - 1);
    return sink_action::proceed;
  };
  for (const statement& each : statements()) {
    // Only the first few diagnostics of a wrapped body are reported.
    if (preflight(each.body(), each.known()).summary().wrapped) continue;
    preflight_into(put_together, each.body(), with_rules(each, singles));
  }
  seen.insert(together);
  return seen;
}

TEST_CASE("what equivalents rely on: what can be seen at once, and that all of it was") {
  const std::set<facts> seen = all_observations();
  const std::vector<facts> values = mutants::seen_of_one_value();
  const std::vector<facts> bodies = mutants::known_of_a_body();
  for (const facts each : seen) {
    const std::string together = mutants::detail::names_of(each);
    CAPTURE(together);
    CHECK(std::ranges::count(detail::is_about_the_body(condition(each)) ? bodies : values, each) ==
          1);
  }
  for (const facts each : values) {
    const std::string together = mutants::detail::names_of(each);
    CAPTURE(together);
    CHECK((each == 0 || seen.contains(each)));
  }
}

// Whether the suite's statement is false of the table with this rule in it.
bool is_noticed(const mutant& m, const statement& by) {
  std::vector<rule> table(std::begin(rules), std::end(rules));
  table[m.rule_index] = m.changed;
  return by.denies(findings_of(preflight(by.body(), with_rules(by, table))));
}

// Mutants that nothing has noticed yet. All are validated at once, each as a rule by itself; few live
// long.
class survivors {
 public:
  explicit survivors(const std::vector<mutant>& all) {
    for (const mutant& each : all) {
      mutants_.push_back(&each);
      rules_.push_back(each.changed);
    }
  }

  [[nodiscard]] const std::vector<const mutant*>& all() const { return mutants_; }

  // Removes those that a statement notices.
  void meet(const statement& s) {
    const std::vector<findings> found = found_by_each(s);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mutants_.size(); ++i) {
      if (s.denies(found[i], rules_[i].id) && is_noticed(*mutants_[i], s)) continue;
      mutants_[kept] = mutants_[i];
      rules_[kept++] = rules_[i];
    }
    mutants_.resize(kept);
    rules_.erase(rules_.begin() + static_cast<std::ptrdiff_t>(kept), rules_.end());
  }

 private:
  [[nodiscard]] std::vector<findings> found_by_each(const statement& s) const {
    std::vector<findings> found(rules_.size());
    const auto sort_in = [&](const diagnostic& d) {
      found[d.rule_index() - feishu::helpdesk::detail::rule_count].push_back(golden::finding_of(d));
      return sink_action::proceed;
    };
    preflight_into(sort_in, s.body(), with_rules(s, rules_));
    return found;
  }

  std::vector<const mutant*> mutants_{};
  std::vector<rule> rules_{};
};

TEST_CASE("every mutant of a rule is noticed, but for those that are equivalent") {
  const std::vector<mutant> all = mutants::all_mutants();
  survivors left(all);
  for (const statement& each : statements()) left.meet(each);

  std::vector<std::size_t> explained(std::size(mutants::reasons));
  std::size_t equivalent = 0;
  for (const mutant& each : all) {
    CAPTURE(each.name);
    const bool is_left = std::ranges::count(left.all(), &each) != 0;
    const auto why = std::ranges::find_if(mutants::reasons, [&](const reason& r) {
      return r.explains(rules[each.rule_index], each.changed);
    });
    const bool is_equivalent = why != std::end(mutants::reasons);
    CHECK_MESSAGE((!is_left || is_equivalent), "nothing notices it");
    CHECK_MESSAGE((is_left || !is_equivalent), "it is no equivalent: it is noticed");
    if (!is_equivalent) continue;
    ++equivalent;
    ++explained[static_cast<std::size_t>(why - std::begin(mutants::reasons))];
  }

  MESSAGE(all.size() << " mutants, " << all.size() - left.all().size() << " noticed, " << equivalent
                     << " equivalent:");
  for (std::size_t i = 0; i < explained.size(); ++i) {
    CHECK(explained[i] != 0);
    MESSAGE(explained[i] << ": " << mutants::reasons[i].why);
  }
}

}  // namespace
