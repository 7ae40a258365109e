#ifndef FEISHU_HELPDESK_MODEL_POLICY_HPP
#define FEISHU_HELPDESK_MODEL_POLICY_HPP

#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

/// The severities of rules, as the caller wants them.
namespace feishu::helpdesk {

/// What a policy makes of a rule: a severity, by its own number, or nothing.
enum class level : std::uint8_t { error, warning, note, off };

/// Severities changed and rules disabled, by id. A custom rule states its own severity, so a change of
/// it has no effect.
///
///     constexpr policy strict{{"unknown-field", level::error}, {"server-assigned", level::off}};
class policy {
 public:
  /// A rule and what it counts as.
  struct change {
    rule_id rule;  ///< of the table; an unknown id does not compile
    level to;      ///< what it counts as
  };

  /// Each rule counts as the table says.
  constexpr policy() = default;
  /// As the table says, except for these; of two changes of a rule, the last one counts.
  constexpr policy(std::initializer_list<change> changes) noexcept {
    for (const change& each : changes) set(each.rule, each.to);
  }

  /// Changes what a rule counts as.
  constexpr void set(rule_id rule, level becomes) noexcept {
    if (rule.index() == npos) return;
    const std::uint64_t self = std::uint64_t{1} << rule.index();
    const auto bits = static_cast<unsigned>(becomes);
    changed_ |= self;
    low_ = (bits & 1) != 0 ? low_ | self : low_ & ~self;
    high_ = (bits & 2) != 0 ? high_ | self : high_ & ~self;
  }

  /// What the rule at this place of the table counts as; a custom rule counts as it says itself.
  [[nodiscard]] constexpr level of(const rule& r, std::size_t rule_index) const noexcept {
    if (rule_index >= detail::rule_count || (changed_ >> rule_index & 1) == 0) {
      return static_cast<level>(r.severity);
    }
    return static_cast<level>((high_ >> rule_index & 1) << 1 | (low_ >> rule_index & 1));
  }

  /// The rules of the table that count as errors: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t errors() const noexcept {
    static_assert(level::error == level{});
    return (detail::error_rules & ~changed_) | (changed_ & ~(low_ | high_));
  }

 private:
  // Bit i is of the table's i-th rule: whether its level was changed, and the two bits of what it became.
  std::uint64_t changed_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

}  // namespace feishu::helpdesk

#endif
