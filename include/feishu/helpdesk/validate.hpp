#ifndef FEISHU_HELPDESK_VALIDATE_HPP
#define FEISHU_HELPDESK_VALIDATE_HPP

#include <feishu/helpdesk/detail/engine/body_validator.hpp>
#include <feishu/helpdesk/detail/engine/custom_rules.hpp>
#include <feishu/helpdesk/detail/engine/fast_path.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

/// Validation of the structs.
namespace feishu::helpdesk {

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
  if constexpr (sizeof...(own) != 0) evaluate_custom(n, validator.evaluator(), own...);
  return validator.evaluator().body();
}

template <class Notification, class... Predicates>
constexpr report validate(const Notification& n, const context& known,
                          const custom_rule<Predicates>&... own) {
  report found;
  report_access::conclude(found, validate_into(n, known, found, own...), known);
  return found;
}

}  // namespace detail

/// Returns the report of every rule that a notification violates. Reads each field once, and once more if
/// a rule may be violated; linear in its size.
///
/// Custom rules are conditions in `context::custom_rules`, or follow as functions (`custom_rule`).
template <class... Predicates>
[[nodiscard]] constexpr report validate(
    const notification& n, const context& known = {},
    const custom_rule<Predicates>&... own) noexcept(sizeof...(own) == 0) {
  return detail::validate(n, known, own...);
}
/// The same for a view, in constant expressions too.
template <std::same_as<notification_view> View, class... Predicates>
[[nodiscard]] constexpr report validate(
    const View& n, const context& known = {},
    const custom_rule<Predicates>&... own) noexcept(sizeof...(own) == 0) {
  return detail::validate(n, known, own...);
}

/// Calls `sink` with each diagnostic as it is found; the sink decides whether to continue. Returns the
/// summary of the notification.
template <class Sink, class... Predicates>
  requires diagnostic_sink<std::remove_reference_t<Sink>>
constexpr body_summary validate_into(Sink&& sink, const notification& n, const context& known = {},
                                     const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}
/// The same for a view.
template <class Sink, std::same_as<notification_view> View, class... Predicates>
  requires diagnostic_sink<std::remove_reference_t<Sink>>
constexpr body_summary validate_into(Sink&& sink, const View& n, const context& known = {},
                                     const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}

/// Returns the summary of a notification.
template <class Form>
[[nodiscard]] constexpr body_summary summarize(const basic_notification<Form>& n) noexcept {
  const auto ignore = [](const diagnostic&) {};
  return detail::validate_into(n, {.mode = mode::partial}, ignore);
}

/// Returns a notification as the draft of a `context`, which refers to it.
template <class Form>
[[nodiscard]] constexpr draft draft_of(const basic_notification<Form>& n) noexcept {
  return {summarize(n), &n};
}
template <class Form>
draft draft_of(const basic_notification<Form>&& n) = delete;

/// Who will get this push, if it is sent as it is.
template <class Form>
[[nodiscard]] constexpr recipients recipients_of(const basic_notification<Form>& n) {
  body_summary body = summarize(n);
  body.complete = true;
  return recipients_of(body);
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
  using checked = valid<basic_notification<Form>>;
  const report found = validate(n, known);
  if (!found.ok()) return {std::nullopt, found};
  return {std::optional<checked>(checked(std::move(n))), found};
}

}  // namespace feishu::helpdesk

#endif
