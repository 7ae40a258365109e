#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_CUSTOM_RULES_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_CUSTOM_RULES_HPP

#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/merge.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <concepts>
#include <cstddef>

/// Rules that a function decides, evaluated after all others.
namespace feishu::helpdesk::detail {

template <class Predicate, class Sink>
constexpr void report_custom(const custom_rule<Predicate>& own, std::size_t rule_index,
                             rule_evaluator<Sink>& to) {
  const reported_fields& at = own.entry.reported_on;
  to.add(own.entry, rule_index, at.empty() ? location() : *at.begin(), npos, {});
}

/// Evaluates rules over the summary of a body, in any form.
template <class Sink, class... Predicates>
  requires(summary_predicate<Predicates> && ...)
constexpr void evaluate_custom(rule_evaluator<Sink>& to, const custom_rule<Predicates>&... own) {
  [[maybe_unused]] std::size_t rule_index = rule_count + to.known().custom_rules.size();
  const auto evaluate = [&](const auto& each) {
    const std::size_t index = rule_index++;
    if (to.stopped() || !to.body().well_formed) return;
    if (each.is_violated(to.body())) report_custom(each, index, to);
  };
  (evaluate(own), ...);
}

/// Evaluates rules over a struct, or over its summary.
template <class Form, class Sink, class... Predicates>
constexpr void evaluate_custom(const basic_notification<Form>& n, rule_evaluator<Sink>& to,
                               const custom_rule<Predicates>&... own) {
  const basic_notification<Form>* const base = to.known().draft.template as<Form>();
  [[maybe_unused]] std::size_t rule_index = rule_count + to.known().custom_rules.size();
  const auto evaluate = [&]<class Predicate>(const custom_rule<Predicate>& each) {
    const std::size_t index = rule_index++;
    if (to.stopped()) return;
    const bool is_violated = [&] {
      // In this order: to ask whether a generic lambda takes a summary may fail to compile.
      if constexpr (std::predicate<const Predicate&, const basic_notification<Form>&>) {
        return each.is_violated(base == nullptr ? n : merge(*base, n));
      } else {
        return each.is_violated(to.body());
      }
    }();
    if (is_violated) report_custom(each, index, to);
  };
  (evaluate(own), ...);
}

}  // namespace feishu::helpdesk::detail

#endif
