// What a repair makes of a push of people.hpp.

#ifndef FEISHU_HELPDESK_TESTS_EDITED_PUSH_HPP
#define FEISHU_HELPDESK_TESTS_EDITED_PUSH_HPP

#include "tests/oracle.hpp"
#include "tests/people.hpp"
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/repair/repair.hpp>

#include <cstddef>
#include <iterator>

namespace people {

// A push after the edits, and with what an author adds.
inline push edited(push p, const feishu::helpdesk::repair& made) {
  using feishu::helpdesk::edit;
  using feishu::helpdesk::field;
  constexpr field names[] = {field::push_type,
                             field::push_scope_type,
                             field::new_staff_scope_type,
                             field::user_list,
                             field::department_list,
                             field::chat_list,
                             field::new_staff_scope_department_list};
  constexpr std::size_t numbers = std::size(names) - lists.size();
  for (const edit& each : made.edits()) {
    for (std::size_t i = 0; i < std::size(names); ++i) {
      if (names[i] != each.field) continue;
      const bool adds = each.what == edit::action::add;
      int& value = p.of.*oracle::fields[i].value;
      value = adds ? 1 : 0;
      if (each.what == edit::action::set) value = each.value;
      if (each.what == edit::action::remove) value = oracle::absent;
      if (i < numbers) continue;
      p.from[i - numbers] = adds ? origin::author : origin::body;
      p.size[i - numbers] = adds ? 1 : 0;
    }
  }
  return p;
}

}  // namespace people

#endif
