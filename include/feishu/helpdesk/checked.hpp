#ifndef FEISHU_HELPDESK_CHECKED_HPP
#define FEISHU_HELPDESK_CHECKED_HPP

#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

/// Validation while the program compiles.
namespace feishu::helpdesk {
namespace detail {

// A rule's id as a template argument: compilers print it where they name the function below.
struct rule_name {
  char text[48]{};

  consteval explicit rule_name(std::string_view id) {
    for (std::size_t i = 0; i < id.size(); ++i) text[i] = id[i];
  }
};

// Not constexpr: to call it while compiling is an error, and the error names it.
template <rule_name Rule>
void the_notification_breaks();

// A name of its own takes time to compile, so only what a struct can break by an error has one.
void the_notification_breaks_a_rule();

template <std::size_t Index>
consteval auto break_of() {
  constexpr const rule& broken = rules[Index];
  constexpr bool is_of_struct = broken.group == rule_group::field ||
                                broken.group == rule_group::card ||
                                broken.group == rule_group::combination;
  if constexpr (broken.severity == severity::error && is_of_struct) {
    return &the_notification_breaks<rule_name(broken.id)>;
  } else {
    return &the_notification_breaks_a_rule;
  }
}

template <std::size_t... Index>
struct breaks {
  static constexpr void (*of[])() = {break_of<Index>()...};
};
template <std::size_t... Index>
constexpr void call_break_of(std::index_sequence<Index...>, std::size_t index) {
  breaks<Index...>::of[index]();
}

// A template for the same reason as `checked`.
template <class View>
constexpr void violates(std::size_t index, std::string_view) {
  call_break_of(std::make_index_sequence<rule_count>(), index);
}

}  // namespace detail

/// Its argument, if that breaks no rule by an error; else it does not compile, and the compiler's
/// message names the rule. Warnings and notes pass.
///
///     constexpr auto push = checked({.job_name = "Welcome", .push_content = "{}", …});
///
/// A template only so that who includes this and does not call it compiles no engine.
template <std::same_as<notification_view> View = notification_view>
consteval View checked(std::type_identity_t<View> n) {
  for (const diagnostic& each : validate(n)) {
    if (each.severity() == severity::error) {
      detail::violates<View>(each.rule_index(), each.rule().id);
    }
  }
  return n;
}

}  // namespace feishu::helpdesk

#endif
