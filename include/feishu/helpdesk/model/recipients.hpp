#ifndef FEISHU_HELPDESK_MODEL_RECIPIENTS_HPP
#define FEISHU_HELPDESK_MODEL_RECIPIENTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <cstddef>
#include <cstdint>

/// The recipients of a push: the costliest mistake is a legal one.
namespace feishu::helpdesk {

/// Whom the service desk messages privately.
enum class reach : std::uint8_t {
  unknown,  ///< what says it is absent or wrong
  nobody,
  all_members,
  listed,  ///< users and departments
  new_staff,
  new_staff_of_departments
};

/// The recipients of a push, as data and as a phrase.
struct recipients {
  helpdesk::reach reach = helpdesk::reach::unknown;  ///< whom, beside the chats
  std::size_t users = 0;                             ///< of `listed`
  std::size_t departments = 0;    ///< of `listed`, or of `new_staff_of_departments`
  std::size_t chats = 0;          ///< posted to whatever the reach is
  bool rest_is_in_draft = false;  ///< a patch without its draft: what it leaves out is not known

  bool operator==(const recipients&) const = default;
};

namespace detail {

// Whether a body has every field that its recipients depend on.
constexpr bool tells_all(const body_summary& body, reach whom) noexcept {
  if (!body.has(field::chat_list)) return false;
  switch (whom) {
    case reach::unknown: return false;
    case reach::listed:
    case reach::nobody: return body.has(field::user_list) && body.has(field::department_list);
    case reach::new_staff_of_departments: return body.has(field::new_staff_scope_department_list);
    default: return true;
  }
}

}  // namespace detail

/// Who will get a push of this summary.
[[nodiscard]] constexpr recipients recipients_of(const body_summary& body) noexcept {
  const auto is = [&](const condition& c) { return c.holds(body.known); };
  recipients found{.chats = body.chats};
  const auto is_invalid = [&](field which) {
    return (body.invalid & body_summary::bit(which)) != 0;
  };
  if (is(fact::push_scope_type == push_scope::all_members)) {
    found.reach = reach::all_members;
  } else if (is(fact::push_scope_type == push_scope::no_members)) {
    found.reach = reach::nobody;
  } else if (is(fact::push_scope_type == push_scope::some_members)) {
    if (!is_invalid(field::user_list) && !is_invalid(field::department_list)) {
      found.users = body.users;
      found.departments = body.departments;
      found.reach = body.users + body.departments == 0 ? reach::nobody : reach::listed;
    }
  } else if (is(fact::push_scope_type == push_scope::new_staff)) {
    if (is(fact::new_staff_scope_type == new_staff_scope::all)) {
      found.reach = reach::new_staff;
    } else if (is(fact::new_staff_scope_type == new_staff_scope::departments) &&
               !is_invalid(field::new_staff_scope_department_list)) {
      found.reach = reach::new_staff_of_departments;
      found.departments = body.new_staff_departments;
    }
  }
  found.rest_is_in_draft = !body.complete && !detail::tells_all(body, found.reach);
  return found;
}

}  // namespace feishu::helpdesk

#endif
