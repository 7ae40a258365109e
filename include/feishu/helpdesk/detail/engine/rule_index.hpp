#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_RULE_INDEX_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_RULE_INDEX_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

/// All conditions of the rule table, evaluated at once.
namespace feishu::helpdesk::detail {

/// The table turned around: for each fact, the rules that it makes worth a look. The plainest bodies have
/// no such fact, and others few, so that all rules are validated by looking at a few, however many there are.
class rule_index {
 public:
  consteval rule_index() {
    for (std::size_t i = 0; i < rule_count; ++i) {
      facts clause = trigger_clause(rules[i].violated_when);
      trigger_facts_ |= clause;
      for (; clause != 0; clause &= clause - 1) {
        candidates_[std::countr_zero(clause)] |= std::uint64_t{1} << i;
      }
    }
  }

  /// The facts without one of which no rule is broken.
  [[nodiscard]] constexpr facts trigger_facts() const noexcept { return trigger_facts_; }

  /// The rules whose conditions may hold: bit i is the i-th rule of the table.
  [[nodiscard]] constexpr std::uint64_t candidate_rules(facts seen) const noexcept {
    std::uint64_t candidates = 0;
    for (facts left = seen & trigger_facts_; left != 0; left &= left - 1) {
      candidates |= candidates_[std::countr_zero(left)];
    }
    return candidates;
  }

  /// The rules whose conditions hold.
  [[nodiscard]] constexpr std::uint64_t broken_by(facts seen) const noexcept {
    std::uint64_t broken = candidate_rules(seen);
    for (std::uint64_t left = broken; left != 0; left &= left - 1) {
      const condition& when = rules[std::countr_zero(left)].violated_when;
      if (!when.holds(seen)) broken &= ~(left & (~left + 1));
    }
    return broken;
  }

 private:
  // Any clause of a condition would do, for all are met where it holds. A scheduled push to everybody
  // breaks no rule, so that each has a clause which is not met by that.
  static consteval facts trigger_clause(const condition& when) {
    facts plain = facts_about(field::push_type).holds_value(0) |
                  facts_about(field::push_scope_type).holds_value(0);
    for (const field_facts& each : facts_of_fields) {
      plain |= each.absent();
      if (type_of(info(each.field).kind) == json_type::array) plain |= each.holds_elements(false);
    }
    for (const facts clause : when.clauses) {
      if (clause != 0 && (clause & plain) == 0) return clause;
    }
    return when.clauses[0];
  }

  static constexpr std::size_t fact_count = 64;

  std::uint64_t candidates_[fact_count]{};  // by one fact: the rules whose trigger clause has it
  facts trigger_facts_ = 0;
};

/// The table's, made while the program compiles.
inline constexpr rule_index indexed_rules{};

}  // namespace feishu::helpdesk::detail

#endif
