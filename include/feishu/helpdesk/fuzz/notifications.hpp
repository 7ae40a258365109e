#ifndef FEISHU_HELPDESK_FUZZ_NOTIFICATIONS_HPP
#define FEISHU_HELPDESK_FUZZ_NOTIFICATIONS_HPP

#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/states.hpp>
#include <feishu/helpdesk/fuzz/detail/strings.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

/// Notifications as structs.
namespace feishu::helpdesk::fuzz {

/// What may be made: only what breaks no rule by itself, or anything.
enum class validity : std::uint8_t {
  legal,  ///< of any text, what its field should hold
  any     ///< also what it must not
};

/// Makes notifications and their parts. What is said of the seven fields is what a state says of them;
/// all else is as chosen.
class notification_maker {
 public:
  /// Refers to the choices.
  notification_maker(choices& from, validity how) noexcept : from_(from), how_(how) {}

  /// A notification in this state.
  [[nodiscard]] notification make(const body_summary& state) {
    notification made;
    helpdesk::detail::for_each_field(made, [&](field at, auto& value) {
      const bool is_free =
          helpdesk::detail::facts_about(at).size == 0;  // no rule between fields looks at it
      const bool is_needed = info(at).required && state.complete;
      if (is_free ? comes(is_needed) : state.has(at)) fill(value.emplace(), at, state);
    });
    return made;
  }

  /// Makes a value of a field of the body, or of a user, department or chat. A list gets an element, and a
  /// text that is needed is not empty, if it is to be legal.
  template <class Value>
  void fill(Value& value, const field_info& about, bool is_needed) {
    if constexpr (std::is_same_v<Value, std::string>) {
      value = how_ == validity::legal ? legal_text(about.kind, !is_needed, from_)
                                      : any_text(about.kind, from_);
    } else if constexpr (std::is_enum_v<Value>) {
      value = static_cast<Value>(from_.pick(about.values).value);
    } else if constexpr (std::is_integral_v<Value>) {
      value = integer();
    } else if constexpr (requires { value.emplace_back(); }) {
      do {
        fill_fields(value.emplace_back(), helpdesk::detail::object_in(about.kind)->fields, true);
      } while (from_.more());
    } else {
      fill_fields(value, helpdesk::detail::object_in(about.kind)->fields, false);
    }
  }

 private:
  // Whether a field is to be there; of bytes that are used up, only one that is needed.
  bool comes(bool is_needed) {
    return (is_needed && how_ == validity::legal) || from_.flag() != is_needed;
  }

  template <class Value>
  void fill(Value& value, field at, const body_summary& state) {
    if constexpr (std::is_enum_v<Value>) {
      value = static_cast<Value>(value_in(at, state));
    } else if constexpr (requires { value.emplace_back(); }) {
      if ((state.known & helpdesk::detail::facts_about(at).holds_elements(true)) == 0) return;
      fill(value, info(at), false);
    } else {
      fill(value, info(at), info(at).required);
    }
  }

  template <class Object>
  void fill_fields(Object& object, std::span<const field_info> table, bool is_element) {
    helpdesk::detail::for_each_field(object, [&](std::size_t index, auto& value) {
      const bool is_needed = is_element && index == 0;
      if (comes(is_needed)) fill(value.emplace(), table[index], is_needed);
    });
  }

  std::int32_t value_in(field at, const body_summary& state) {
    const helpdesk::detail::field_facts& about = helpdesk::detail::facts_about(at);
    for (const enumerator& each : info(at).values) {
      if ((state.known & about.holds_value(each.value)) != 0) return each.value;
    }
    const std::int32_t beyond = integer();
    return about.holds_value(beyond) == 0 ? beyond : -1 - beyond;
  }

  // Small ones come more often than others.
  std::int32_t integer() {
    const auto bits = static_cast<std::uint32_t>(from_.number(from_.flag() ? 4 : 1));
    return static_cast<std::int32_t>(bits);
  }

  choices& from_;
  validity how_;
};

/// Any notification: each of the states of the seven fields, with anything in them and in the others
/// that a struct can hold, fields that are missing, and text that is not UTF-8.
[[nodiscard]] inline notification arbitrary_notification(choices& from) {
  const body_summary state = state_at(from.below(state_count));
  return notification_maker(from, validity::any).make(state);
}

/// A notification that breaks no rule by an error; it may have warnings and notes. Any that is legal can
/// come, as far as there are bytes for it. In `mode::partial`, a patch that leaves out any of what it
/// may.
[[nodiscard]] inline notification valid_notification(choices& from, mode m = mode::complete) {
  const auto is_legal = [](const body_summary& each) { return errors_in(each) == 0; };
  return notification_maker(from, validity::legal).make(*state_where(from, is_legal, m));
}

/// The same from bytes.
[[nodiscard]] inline notification arbitrary_notification(std::span<const std::uint8_t> bytes) {
  choices from(bytes);
  return arbitrary_notification(from);
}
/// The same from bytes.
[[nodiscard]] inline notification valid_notification(std::span<const std::uint8_t> bytes,
                                                     mode m = mode::complete) {
  choices from(bytes);
  return valid_notification(from, m);
}

}  // namespace feishu::helpdesk::fuzz

#endif
