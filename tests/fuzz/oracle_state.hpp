// Notifications as the oracle sees them.

#ifndef FEISHU_HELPDESK_TESTS_FUZZ_ORACLE_STATE_HPP
#define FEISHU_HELPDESK_TESTS_FUZZ_ORACLE_STATE_HPP

#include "tests/oracle.hpp"
#include <feishu/helpdesk/model/notification.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace oracle {

template <class Enum>
int number_of(const std::optional<Enum>& member, int highest) {
  if (!member) return absent;
  const auto value = static_cast<int>(*member);
  return value < 0 || value > highest ? out_of_range : value;
}

template <class List>
int extent_of(const std::optional<List>& list) {
  return !list ? absent : list->empty() ? 0 : 1;
}

inline state state_of(const feishu::helpdesk::notification& n) {
  return {.push_type = number_of(n.push_type, 1),
          .push_scope_type = number_of(n.push_scope_type, 3),
          .new_staff_scope_type = number_of(n.new_staff_scope_type, 1),
          .user_list = extent_of(n.user_list),
          .department_list = extent_of(n.department_list),
          .chat_list = extent_of(n.chat_list),
          .new_staff_scope_department_list = extent_of(n.new_staff_scope_department_list)};
}

// One number for each of the 7,776.
inline int number_of(const state& s) {
  int number = 0;
  for (const field& each : fields) {
    const int value = s.*each.value;
    number = number * (each.highest + 3) + (value == out_of_range ? each.highest + 2 : value + 1);
  }
  return number;
}

// The rules that it breaks by an error.
inline std::set<std::string_view> errors_of(const state& s, mode m) {
  std::set<std::string_view> errors;
  for (const finding& each : validate(s, m)) {
    if (each.severity == "error") errors.insert(each.rule);
  }
  return errors;
}

}  // namespace oracle

#endif  // FEISHU_HELPDESK_TESTS_FUZZ_ORACLE_STATE_HPP
