// Whom a state reaches, from the prose: a scheduled push goes to all members (scope 0) or to those
// listed (2), one to new staff to them as they join (3); a chat gets whatever is pushed.

#ifndef FEISHU_HELPDESK_TESTS_REACHED_HPP
#define FEISHU_HELPDESK_TESTS_REACHED_HPP

#include "tests/oracle.hpp"

namespace oracle {

struct reached {
  bool everyone, users, departments, new_staff, new_staff_of_departments, chats;
};

constexpr reached reached_by(const state& s) {
  const bool to_new_staff = s.push_type == 1;
  const bool joins =
      (s.push_scope_type == 3 && s.push_type != 0) || (s.push_scope_type == 0 && to_new_staff);
  return {.everyone = s.push_scope_type == 0 && !to_new_staff,
          .users = s.push_scope_type == 2 && !to_new_staff && s.user_list == 1,
          .departments = s.push_scope_type == 2 && !to_new_staff && s.department_list == 1,
          .new_staff = joins && s.new_staff_scope_type == 0,
          .new_staff_of_departments =
              joins && s.new_staff_scope_type == 1 && s.new_staff_scope_department_list == 1,
          .chats = s.chat_list == 1};
}

// Whether a state reaches every member of the organisation, who were not all reached before.
constexpr bool newly_reaches_everyone(const reached& before, const reached& then) {
  return then.everyone && !before.everyone;
}

// Whether it reaches others who were not. All new staff will be fields, and some of the new staff are
// among all of them.
constexpr bool newly_reaches_others(const reached& before, const reached& then) {
  const bool new_fields =
      (then.users && !before.users) || (then.departments && !before.departments) ||
      (then.new_staff && !before.new_staff) ||
      (then.new_staff_of_departments && !before.new_staff_of_departments && !before.new_staff);
  return (new_fields && !before.everyone) || (then.chats && !before.chats);
}

}  // namespace oracle

#endif
