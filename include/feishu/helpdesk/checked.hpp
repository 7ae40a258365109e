#ifndef FEISHU_HELPDESK_CHECKED_HPP
#define FEISHU_HELPDESK_CHECKED_HPP

#include <feishu/helpdesk/notification.hpp>
#include <feishu/helpdesk/rules.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <array>
#include <cstddef>
#include <string_view>
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

template <std::size_t... Index>
consteval auto breaks_of(std::index_sequence<Index...>) {
  return std::array<void (*)(), rule_count>{the_notification_breaks<rule_name(rules[Index].id)>...};
}
inline constexpr auto breaks = breaks_of(std::make_index_sequence<rule_count>());

constexpr void violates(std::size_t index, std::string_view) { breaks[index](); }

}  // namespace detail

/// Its argument, if that breaks no rule by an error; else it does not compile, and the compiler's
/// message names the rule. Warnings and notes pass.
///
///     constexpr auto push = checked({.job_name = "Welcome", .push_content = "{}", …});
consteval notification_view checked(notification_view n) {
  for (const diagnostic& each : validate(n)) {
    if (each.severity() == severity::error) detail::violates(each.rank(), each.rule().id);
  }
  return n;
}

}  // namespace feishu::helpdesk

#endif
