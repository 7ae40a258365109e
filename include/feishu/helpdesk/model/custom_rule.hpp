#ifndef FEISHU_HELPDESK_MODEL_CUSTOM_RULE_HPP
#define FEISHU_HELPDESK_MODEL_CUSTOM_RULE_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <concepts>
#include <utility>

/// Rules that a function decides.
namespace feishu::helpdesk {

/// For `rule::violated_when` of a rule that a function decides.
inline constexpr condition by_function = condition::never();

/// A rule that no condition over facts can express. `entry` has its id, severity, messages and the
/// fields that it is reported on, and must outlive the report.
///
/// A function over `body_summary` works for every form of a body, bytes included, and sees patch and
/// draft merged. A function over a notification works for structs of this form alone; it sees patch and
/// draft merged where the draft was given as a struct (`draft_of`), and the patch alone where the draft
/// is known by its summary.
template <class Predicate>
struct custom_rule {
  /// Refers to the rule.
  constexpr custom_rule(const rule& about, Predicate predicate)
      : entry(about), is_violated(std::move(predicate)) {}
  custom_rule(rule&&, Predicate) = delete;

  const rule& entry;      ///< its own condition is not evaluated
  Predicate is_violated;  ///< bool(const body_summary&) or bool(const notification&)
};

/// A function that decides from the summary of a body.
template <class Predicate>
concept summary_predicate = std::predicate<const Predicate&, const body_summary&>;

}  // namespace feishu::helpdesk

#endif
