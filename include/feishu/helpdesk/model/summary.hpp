#ifndef FEISHU_HELPDESK_MODEL_SUMMARY_HPP
#define FEISHU_HELPDESK_MODEL_SUMMARY_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstddef>
#include <cstdint>

/// What is known of a body as a whole: small enough to keep when the body is gone.
namespace feishu::helpdesk {

/// Enough to validate a patch of the body, and to say who will be messaged.
struct body_summary {
  facts known = 0;              ///< of the fields that are there
  std::uint32_t present = 0;    ///< bit i: the i-th field of the field table is there and not null
  std::uint32_t invalid = 0;    ///< bit i: it, or an id in it, is of a wrong type or out of range
  std::size_t users = 0;        ///< the elements of `user_list` that have an id
  std::size_t departments = 0;  ///< likewise of `department_list`
  std::size_t chats = 0;        ///< likewise of `chat_list`
  std::size_t new_staff_departments = 0;  ///< likewise of `new_staff_scope_department_list`
  bool well_formed = false;               ///< the body is an object, complete and well-formed
  bool complete = true;                   ///< false for a patch whose draft is not known
  bool wrapped = false;  ///< the fields are inside another object, where they have no effect

  /// The bit of `present` and `invalid` that is about a field.
  [[nodiscard]] static constexpr std::uint32_t bit(field which) noexcept {
    return std::uint32_t{1} << static_cast<unsigned>(which);
  }

  /// Whether a field is there and not null.
  [[nodiscard]] constexpr bool has(field which) const noexcept {
    return (present & bit(which)) != 0;
  }

  /// Where the number of a list's elements that have an id is kept; null for other fields.
  [[nodiscard]] static constexpr std::size_t body_summary::* count_of(field list) noexcept {
    switch (list) {
      case field::user_list: return &body_summary::users;
      case field::department_list: return &body_summary::departments;
      case field::chat_list: return &body_summary::chats;
      case field::new_staff_scope_department_list: return &body_summary::new_staff_departments;
      default: return nullptr;
    }
  }

  /// Forgets a field, as if it were absent.
  constexpr void forget(field which) noexcept {
    present &= ~bit(which);
    invalid &= ~bit(which);
    known &= ~detail::mask_of(which);
    if (const auto count = count_of(which)) this->*count = 0;
  }

  /// The facts, and for a body that stands alone also which fields are absent.
  [[nodiscard]] constexpr facts all_facts() const noexcept {
    facts all = known;
    for (const detail::field_facts& each : detail::facts_of_fields) {
      if (complete && !has(each.field)) all |= each.absent();
    }
    return all;
  }

  bool operator==(const body_summary&) const = default;
};

/// The summary of a draft after a patch: a field that is present in the patch replaces the draft's,
/// `[]` included; a field that is null there does not.
[[nodiscard]] constexpr body_summary merge(const body_summary& draft,
                                           const body_summary& patch) noexcept {
  body_summary merged = draft;
  merged.well_formed = patch.well_formed;
  merged.complete = true;
  merged.wrapped = patch.wrapped;
  for (std::size_t i = 0; i < detail::field_count; ++i) {
    const auto which = static_cast<field>(i);
    if (!patch.has(which)) continue;
    merged.forget(which);
    merged.present |= body_summary::bit(which);
    merged.invalid |= patch.invalid & body_summary::bit(which);
    merged.known |= patch.known & detail::mask_of(which);
    if (const auto count = body_summary::count_of(which)) merged.*count = patch.*count;
  }
  return merged;
}

}  // namespace feishu::helpdesk

#endif
