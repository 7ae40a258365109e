#ifndef FEISHU_HELPDESK_MODEL_SUMMARY_HPP
#define FEISHU_HELPDESK_MODEL_SUMMARY_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstddef>
#include <cstdint>

/// What is known of a body as a whole: small enough to keep when the body is gone.
namespace feishu::helpdesk {

/// Enough to judge a patch of the body, and to say who will be messaged.
struct outline {
  facts known = 0;              ///< of the members that are there
  std::uint32_t present = 0;    ///< bit i: the i-th member of the field table is there and not null
  std::uint32_t unclear = 0;    ///< bit i: it is present, but of a wrong type or out of range
  std::size_t users = 0;        ///< in `user_list`
  std::size_t departments = 0;  ///< in `department_list`
  std::size_t chats = 0;        ///< in `chat_list`
  std::size_t new_staff_departments = 0;  ///< in `new_staff_scope_department_list`
  bool readable = false;                  ///< the body is an object, complete and well-formed
  bool stands_alone = true;               ///< false for a patch whose draft is not known

  /// The bit of `present` and `unclear` that is about a member.
  [[nodiscard]] static constexpr std::uint32_t bit(field member) noexcept {
    return std::uint32_t{1} << static_cast<unsigned>(member);
  }

  /// Whether a member is there and not null.
  [[nodiscard]] constexpr bool has(field member) const noexcept {
    return (present & bit(member)) != 0;
  }

  /// Where the number of elements of a list is kept; null for other members.
  [[nodiscard]] static constexpr std::size_t outline::* count_of(field list) noexcept {
    switch (list) {
      case field::user_list: return &outline::users;
      case field::department_list: return &outline::departments;
      case field::chat_list: return &outline::chats;
      case field::new_staff_scope_department_list: return &outline::new_staff_departments;
      default: return nullptr;
    }
  }

  /// Forgets a member, as if it were absent.
  constexpr void forget(field member) noexcept {
    present &= ~bit(member);
    unclear &= ~bit(member);
    known &= ~mask_of(member);
    if (const auto count = count_of(member)) this->*count = 0;
  }

  /// The facts, and for a body that stands alone also which members are absent.
  [[nodiscard]] constexpr facts all_facts() const noexcept {
    facts all = known;
    for (const member_facts& each : facts_of_members) {
      if (stands_alone && !has(each.member)) all |= each.absent();
    }
    return all;
  }

  bool operator==(const outline&) const = default;
};

/// The outline of a draft after a patch: a member that is present in the patch replaces the draft's,
/// `[]` included; a member that is null there does not.
[[nodiscard]] constexpr outline merge(const outline& draft, const outline& patch) noexcept {
  outline merged = draft;
  merged.readable = patch.readable;
  merged.stands_alone = true;
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto member = static_cast<field>(i);
    if (!patch.has(member)) continue;
    merged.forget(member);
    merged.present |= outline::bit(member);
    merged.unclear |= patch.unclear & outline::bit(member);
    merged.known |= patch.known & mask_of(member);
    if (const auto count = outline::count_of(member)) merged.*count = patch.*count;
  }
  return merged;
}

}  // namespace feishu::helpdesk

#endif
