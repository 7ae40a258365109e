#ifndef FEISHU_HELPDESK_RULE_INDEX_HPP
#define FEISHU_HELPDESK_RULE_INDEX_HPP

#include <feishu/helpdesk/facts.hpp>
#include <feishu/helpdesk/rules.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

/// All conditions of the rule table, evaluated at once.
namespace feishu::helpdesk {

/// The table turned around: for each fact, the set of rules one of whose clauses it meets. Then a few
/// operations for each fact that was seen find all rules that are broken, however many there are.
class rule_index {
 public:
  consteval rule_index() {
    for (std::size_t i = 0; i < rule_count; ++i) {
      const std::uint64_t self = std::uint64_t{1} << i;
      for (std::size_t c = 0; c < condition::capacity; ++c) {
        facts clause = rules[i].violated_when.clauses[c];
        if (clause == 0 && c != 0) unused_[c] |= self;
        for (; clause != 0; clause &= clause - 1) {
          met_[std::countr_zero(clause)].clauses[c] |= self;
        }
      }
      telling_ |= rules[i].violated_when.clauses[0];
    }
  }

  /// The facts without one of which no rule is broken.
  [[nodiscard]] constexpr facts telling() const noexcept { return telling_; }

  /// The set of rules whose conditions hold: bit i is the i-th rule of the table.
  [[nodiscard]] constexpr std::uint64_t broken_by(facts seen) const noexcept {
    std::uint64_t met[condition::capacity] = {0, unused_[1], unused_[2], unused_[3]};
    for (; seen != 0; seen &= seen - 1) {
      const rules_met& by = met_[std::countr_zero(seen)];
      for (std::size_t c = 0; c < condition::capacity; ++c) met[c] |= by.clauses[c];
    }
    return met[0] & met[1] & met[2] & met[3];
  }

 private:
  static constexpr std::size_t fact_count = 64;
  static_assert(condition::capacity == 4);

  // By one fact: for each clause of a condition, the rules in which it is met.
  struct rules_met {
    std::uint64_t clauses[condition::capacity]{};
  };

  rules_met met_[fact_count]{};
  std::uint64_t unused_[condition::capacity]{};  // the rules without such a clause
  facts telling_ = 0;
};

/// The table's, made while the program compiles.
inline constexpr rule_index indexed_rules{};

/// The set of rules whose severity is error, as the table says.
inline constexpr std::uint64_t error_rules = [] {
  std::uint64_t set = 0;
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules[i].severity == severity::error) set |= std::uint64_t{1} << i;
  }
  return set;
}();

}  // namespace feishu::helpdesk

#endif
