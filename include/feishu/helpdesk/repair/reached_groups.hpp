#ifndef FEISHU_HELPDESK_REPAIR_REACHED_GROUPS_HPP
#define FEISHU_HELPDESK_REPAIR_REACHED_GROUPS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <cstddef>
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

/// The groups that a push reaches, as a set. A list of the body is a group.
using reached_groups = std::uint8_t;

namespace group {

inline constexpr reached_groups everyone = 1;
inline constexpr reached_groups users = 2;
inline constexpr reached_groups departments = 4;
inline constexpr reached_groups new_staff = 8;
inline constexpr reached_groups new_staff_of_departments = 16;
inline constexpr reached_groups new_staff_as_drafted = 32;  // all, or those of departments
inline constexpr reached_groups chats = 64;

}  // namespace group

/// Returns the groups that these recipients are. Of a patch, lists that the draft has count. Where the
/// reach is unknown, the chats remain.
[[nodiscard]] constexpr reached_groups covered_by(const recipients& who) noexcept {
  const auto list = [&](std::size_t size, field which, reached_groups self) {
    const bool may_reach = size != 0 || (who.in_draft & body_summary::bit(which)) != 0;
    return may_reach ? self : reached_groups{0};
  };
  reached_groups covered = list(who.chats, field::chat_list, group::chats);
  switch (who.reach) {
    case reach::unknown:
    case reach::nobody: break;
    case reach::all_members: covered |= group::everyone; break;
    case reach::listed:
      covered |= list(who.users, field::user_list, group::users);
      covered |= list(who.departments, field::department_list, group::departments);
      break;
    case reach::new_staff:
      covered |= (who.in_draft & body_summary::bit(field::new_staff_scope_type)) != 0
                     ? group::new_staff_as_drafted
                     : group::new_staff;
      break;
    case reach::new_staff_of_departments:
      covered |= list(who.departments, field::new_staff_scope_department_list,
                      group::new_staff_of_departments);
      break;
  }
  return covered;
}

/// Returns the groups that a push of this summary reaches.
[[nodiscard]] constexpr reached_groups covered_by(const body_summary& body) noexcept {
  return covered_by(recipients_of(body));
}

/// Returns these groups and those that are part of them. Whoever joins is a member, too.
[[nodiscard]] constexpr reached_groups with_parts(reached_groups some) noexcept {
  constexpr reached_groups joining = group::new_staff_of_departments | group::new_staff_as_drafted;
  if ((some & group::everyone) != 0) some |= static_cast<reached_groups>(~group::chats);
  if ((some & group::new_staff) != 0) some |= joining;
  return some;
}

/// Returns what becomes of the recipients at worst; `adds` says whether somebody is added to a list that was
/// empty.
[[nodiscard]] constexpr recipients_change change_between(reached_groups before,
                                                         reached_groups after, bool adds) noexcept {
  const auto is_new = static_cast<reached_groups>(after & ~with_parts(before));
  if ((is_new & group::everyone) != 0) return recipients_change::everyone;
  if (is_new != 0) return recipients_change::others;
  if (adds) return recipients_change::added;
  return after == before ? recipients_change::none : recipients_change::fewer;
}

/// What is certain of the recipients after a change.
enum class recipients_relation : std::uint8_t {
  unknown,  ///< nothing, for those before or after are not all known
  same,
  fewer,  ///< some of those before
  more,   ///< those before, and others
  other   ///< others, and not all of those before
};

/// Returns how recipients after a change are related to those before, without those that are added. A list
/// stays what it is unless it is edited, and one that is edited is reached at most once.
[[nodiscard]] constexpr recipients_relation relation_between(const recipients& before,
                                                             const recipients& after) noexcept {
  if (before.reach == reach::unknown || after.reach == reach::unknown) {
    return recipients_relation::unknown;
  }
  const reached_groups from = covered_by(before);
  const reached_groups to = covered_by(after);
  if (from == to) return recipients_relation::same;
  const auto gained = static_cast<reached_groups>(to & ~with_parts(from));
  const auto lost = static_cast<reached_groups>(from & ~with_parts(to));
  const bool may_be_same = (from & group::new_staff_as_drafted) != 0 &&
                           (to & (group::new_staff | group::new_staff_of_departments)) != 0;
  if (may_be_same) return recipients_relation::unknown;
  if (lost == 0) return recipients_relation::more;
  recipients certain = before;
  certain.in_draft &= body_summary::bit(field::new_staff_scope_type);
  if ((lost & covered_by(certain)) == 0) return recipients_relation::unknown;
  return gained == 0 ? recipients_relation::fewer : recipients_relation::other;
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
