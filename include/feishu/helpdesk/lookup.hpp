#ifndef FEISHU_HELPDESK_LOOKUP_HPP
#define FEISHU_HELPDESK_LOOKUP_HPP

#include <feishu/helpdesk/fields.hpp>
#include <feishu/helpdesk/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Members by name.
namespace feishu::helpdesk {
namespace detail {

// A perfect hash of the names of one object's members: at most one of them has any hash. Found while
// compiling, from the field table.
class name_index {
 public:
  consteval explicit name_index(std::span<const member_info> members) {
    do {
      factor_ = factor_ * 0x9e3779b1 + 2;  // stays odd
    } while (!place(members));
  }

  // The only member that `name` can be; any member if it can be none.
  [[nodiscard]] constexpr std::size_t candidate(std::string_view name) const noexcept {
    return slots_[slot_of(name)];
  }

 private:
  static constexpr std::size_t slot_count = 64;  // the highest six bits of a product

  // Names differ in their length, or at their ends; a factor spreads that over the slots.
  [[nodiscard]] constexpr std::size_t slot_of(std::string_view name) const noexcept {
    if (name.empty()) return 0;
    const std::uint32_t first = static_cast<unsigned char>(name.front());
    const std::uint32_t last = static_cast<unsigned char>(name.back());
    const auto size = static_cast<std::uint32_t>(name.size());
    return ((size << 16 ^ first << 8 ^ last) * factor_) >> 26;
  }

  // Whether no two names meet in a slot.
  consteval bool place(std::span<const member_info> members) {
    bool is_taken[slot_count]{};
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t slot = slot_of(members[i].name);
      if (is_taken[slot]) return false;
      is_taken[slot] = true;
      slots_[slot] = static_cast<std::uint8_t>(i);
    }
    return true;
  }

  std::uint32_t factor_ = 1;
  std::uint8_t slots_[slot_count]{};
};

inline constexpr name_index notification_names{fields};
inline constexpr name_index user_names{user_members};
inline constexpr name_index department_names{department_members};
inline constexpr name_index chat_names{chat_members};

constexpr const name_index& names_of(const object_info& object) noexcept {
  if (&object == &notification_object) return notification_names;
  if (&object == &user_object) return user_names;
  return &object == &department_object ? department_names : chat_names;
}

}  // namespace detail

/// The place of the member of this name in the object's table, or `npos`. One comparison.
[[nodiscard]] constexpr std::size_t find_member(const object_info& object,
                                                std::string_view name) noexcept {
  const std::size_t index = detail::names_of(object).candidate(name);
  return object.members[index].name == name ? index : npos;
}

}  // namespace feishu::helpdesk

#endif
