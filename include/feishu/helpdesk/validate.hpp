#ifndef FEISHU_HELPDESK_VALIDATE_HPP
#define FEISHU_HELPDESK_VALIDATE_HPP

#include <feishu/helpdesk/detail/engine/body_validator.hpp>
#include <feishu/helpdesk/detail/engine/fast_path.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

/// Validation of the structs.
namespace feishu::helpdesk {

/// A rule that no condition over facts can say: any callable over the notification. `entry` tells its
/// id, severity, messages, and whom it blames; it must outlive the report.
template <class Predicate>
struct custom_rule {
  /// Refers to the rule.
  constexpr custom_rule(const rule& about, Predicate predicate)
      : entry(about), is_violated(std::move(predicate)) {}
  custom_rule(rule&&, Predicate) = delete;

  const rule& entry;      ///< its own condition is not looked at
  Predicate is_violated;  ///< bool(const notification&), or of whichever form is validated
};

namespace detail {

// Replays a struct as the events of a body.
template <class Sink>
class struct_walker {
 public:
  constexpr explicit struct_walker(body_validator<Sink>& j) noexcept : validator_(j) {}

  // Returns whether to go on, like all events.
  template <class Object>
  constexpr bool object(const Object& o) {
    bool goes_on = validator_.begin_object(npos);
    for_each_field(o, [&](auto index, const auto& value) {
      if (goes_on && value) {
        goes_on = validator_.field_at(static_cast<std::size_t>(index)) && visit(*value);
      }
    });
    return goes_on && validator_.end_object(npos);
  }

 private:
  template <class Value>
  constexpr bool visit(const Value& v) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      return validator_.string(v);
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      const auto number = static_cast<std::int64_t>(v);
      const auto magnitude = static_cast<std::uint64_t>(number < 0 ? -number : number);
      return validator_.number(npos, {.is_negative = number < 0, .magnitude = magnitude});
    } else if constexpr (requires { v.begin(); }) {
      bool goes_on = validator_.begin_array(npos);
      for (auto each = v.begin(); goes_on && each != v.end(); ++each) goes_on = object(*each);
      return goes_on && validator_.end_array(npos);
    } else {
      return object(v);
    }
  }

  body_validator<Sink>& validator_;
};

template <class Predicate, class Notification, class Sink>
constexpr void apply_custom(const custom_rule<Predicate>& own, const Notification& n,
                            std::size_t rule_index, rule_evaluator<Sink>& to) {
  if (to.stopped() || !own.is_violated(n)) return;
  const reported_fields& reported_on = own.entry.reported_on;
  to.add(own.entry, rule_index, reported_on.empty() ? location() : *reported_on.begin(), npos, {});
}

// What `validate` takes for `sink`: a reference, so that nothing is copied.
template <class Notification, class Sink, class... Predicates>
constexpr body_summary validate_into(const Notification& n, const context& known, Sink& sink,
                                     const custom_rule<Predicates>&... own) {
  if constexpr (sizeof...(own) == 0) {
    fast_path first(known);
    if (first.sees_nothing_wrong(n)) return first.body();
  }
  body_validator<Sink&> validator(known, sink);
  if (struct_walker<Sink&>(validator).object(n)) validator.finish();
  [[maybe_unused]] std::size_t rule_index = rule_count + known.custom_rules.size();
  (apply_custom(own, n, rule_index++, validator.evaluator()), ...);
  return validator.evaluator().body();
}

template <class Notification, class... Predicates>
constexpr report validate(const Notification& n, const context& known,
                          const custom_rule<Predicates>&... own) {
  report found;
  found.set_summary(validate_into(n, known, found, own...), known.policy.errors());
  return found;
}

}  // namespace detail

/// Every rule that a notification breaks. Reads each field once, and once more if a rule may be broken;
/// linear in its size.
///
/// Custom rules are conditions in `context::custom_rules`, or follow as callables.
template <class... Predicates>
[[nodiscard]] constexpr report validate(const notification& n, const context& known = {},
                                        const custom_rule<Predicates>&... own) {
  return detail::validate(n, known, own...);
}
/// The same for a view, in constant expressions too.
template <std::same_as<notification_view> View, class... Predicates>
[[nodiscard]] constexpr report validate(const View& n, const context& known = {},
                                        const custom_rule<Predicates>&... own) {
  return detail::validate(n, known, own...);
}

/// The same, diagnostic by diagnostic as they are found: `sink` is called with each and answers
/// `flow::proceed` or `flow::stop`. Returns what the body looks like as a whole.
template <class Sink, class... Predicates>
constexpr body_summary validate_into(Sink&& sink, const notification& n, const context& known = {},
                                     const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}
/// The same for a view.
template <class Sink, std::same_as<notification_view> View, class... Predicates>
constexpr body_summary validate_into(Sink&& sink, const View& n, const context& known = {},
                                     const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}

/// A notification after a patch: a field that the patch has replaces the draft's, `[]` included.
template <class Form>
[[nodiscard]] constexpr basic_notification<Form> merge(basic_notification<Form> draft,
                                                       const basic_notification<Form>& patch) {
  for_each_field(patch, [&](field from, const auto& replacement) {
    for_each_field(draft, [&](field to, auto& value) {
      if constexpr (std::is_same_v<decltype(value), std::remove_cvref_t<decltype(replacement)>&>) {
        if (to == from && replacement) value = replacement;
      }
    });
  });
  return draft;
}

/// The summary of a notification, as a draft for `context::draft`.
template <class Form>
[[nodiscard]] constexpr body_summary summarize(const basic_notification<Form>& n) {
  const auto ignore = [](const diagnostic&) { return sink_action::proceed; };
  return detail::validate_into(n, {.mode = mode::partial}, ignore);
}

/// A notification that was validated and had no error. Only `validated` makes one, so a function that
/// takes it cannot be called with anything else. It is copied, never moved from, so that it stays what
/// it was; one of views is as good as what they refer to.
template <class Notification>
class valid {
 public:
  /// As valid as the other one.
  constexpr valid(const valid&) = default;
  /// As valid as the other one.
  constexpr valid& operator=(const valid&) = default;

  /// The notification.
  [[nodiscard]] constexpr const Notification& operator*() const noexcept { return value_; }
  /// The notification.
  [[nodiscard]] constexpr const Notification* operator->() const noexcept { return &value_; }

 private:
  constexpr explicit valid(Notification value) : value_(std::move(value)) {}

  template <class Form>
  friend constexpr result<valid<basic_notification<Form>>> validated(basic_notification<Form> n,
                                                                     const context& known);
  Notification value_;
};

/// The notification as a `valid` one, or the report that says why not.
template <class Form>
[[nodiscard]] constexpr result<valid<basic_notification<Form>>> validated(
    basic_notification<Form> n, const context& known = {}) {
  using result = valid<basic_notification<Form>>;
  const report found = validate(n, known);
  if (!found.ok()) return {std::nullopt, found};
  return {std::optional<result>(result(std::move(n))), found};
}

}  // namespace feishu::helpdesk

#endif
