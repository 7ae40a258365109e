#ifndef FEISHU_HELPDESK_REPAIR_REACHED_GROUPS_HPP
#define FEISHU_HELPDESK_REPAIR_REACHED_GROUPS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <cstdint>

/// Whether a change of a body messages people whom it did not message before.
namespace feishu::helpdesk {

/// What a change does to the recipients, the costliest last.
enum class recipients_change : std::uint8_t {
  none,
  fewer,     ///< some of those messaged before, and nobody else
  added,     ///< also whom the author adds, and nobody else who is new
  others,    ///< people who were not messaged before
  everyone,  ///< every member of the organisation, who were not all messaged before
};

/// Whether it messages anybody who was not messaged before.
[[nodiscard]] constexpr bool adds_recipients(recipients_change change) noexcept {
  return change > recipients_change::fewer;
}

namespace detail {

/// The groups that a push surely reaches, as a set.
using reached_groups = std::uint8_t;

}  // namespace detail

namespace detail::group {

inline constexpr detail::reached_groups everyone = 1;
inline constexpr detail::reached_groups users = 2;
inline constexpr detail::reached_groups departments = 4;
inline constexpr detail::reached_groups new_staff = 8;
inline constexpr detail::reached_groups new_staff_of_departments = 16;
inline constexpr detail::reached_groups chats = 32;

}  // namespace detail::group

namespace detail {

/// Whom a push of this summary reaches by what it says; of a patch, what it leaves to the draft counts
/// as much as it can. Where kind and scope contradict each other, that is nobody but new staff in the
/// kind that is for them; where nothing says the scope, nobody.
[[nodiscard]] constexpr reached_groups covered_by(const body_summary& body) noexcept {
  namespace group = detail::group;
  const auto is = [&](const condition& c) { return c.holds(body.known); };
  const auto may_be = [&](const condition& c, field which) {
    return is(c) || (!body.complete && !body.has(which));
  };
  const bool for_new_staff = is(fact::push_type == push_type::new_staff);
  const bool scheduled = is(fact::push_type == push_type::scheduled);
  const bool says_everyone = is(fact::push_scope_type == push_scope::all_members);
  const bool says_some = is(fact::push_scope_type == push_scope::some_members);
  const bool says_new_staff = is(fact::push_scope_type == push_scope::new_staff);

  reached_groups covered = 0;
  const auto cover = [&](reached_groups some, bool reached) {
    if (reached) covered |= some;
  };
  cover(group::chats, may_be(fact::chat_list == fact::non_empty, field::chat_list));
  if (says_some && !for_new_staff) {
    cover(group::users, may_be(fact::user_list == fact::non_empty, field::user_list));
    cover(group::departments,
          may_be(fact::department_list == fact::non_empty, field::department_list));
  }
  cover(group::everyone, says_everyone && !for_new_staff);
  if ((says_new_staff && !scheduled) || (says_everyone && for_new_staff)) {
    cover(group::new_staff,
          may_be(fact::new_staff_scope_type == new_staff_scope::all, field::new_staff_scope_type));
    cover(group::new_staff_of_departments,
          is(fact::new_staff_scope_type == new_staff_scope::departments) &&
              may_be(fact::new_staff_scope_department_list == fact::non_empty,
                     field::new_staff_scope_department_list));
  }
  return covered;
}

/// What becomes of the recipients; `adds` says whether somebody is added to a list that was empty.
[[nodiscard]] constexpr recipients_change change_between(reached_groups before,
                                                         reached_groups after, bool adds) noexcept {
  namespace group = detail::group;
  reached_groups reached = before;
  if ((before & group::everyone) != 0) {
    reached |= static_cast<reached_groups>(~group::chats);  // whoever joins is a member, too
  }
  if ((before & group::new_staff) != 0) reached |= group::new_staff_of_departments;
  const auto is_new = static_cast<reached_groups>(after & ~reached);
  if ((is_new & group::everyone) != 0) return recipients_change::everyone;
  if (is_new != 0) return recipients_change::others;
  if (adds) return recipients_change::added;
  return after == before ? recipients_change::none : recipients_change::fewer;
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
