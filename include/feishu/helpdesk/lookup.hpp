#ifndef FEISHU_HELPDESK_LOOKUP_HPP
#define FEISHU_HELPDESK_LOOKUP_HPP

#include <feishu/helpdesk/fields.hpp>
#include <feishu/helpdesk/same.hpp>
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
    } while (!spreads(members));
    for (std::size_t i = 0; i < members.size(); ++i) {
      places_[slot_of(members[i].name)] = static_cast<std::uint8_t>(i);
    }
  }

  // The place of the only member that may have this name.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    return places_[slot_of(name)];
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
  [[nodiscard]] consteval bool spreads(std::span<const member_info> members) const {
    std::uint64_t taken = 0;
    for (const member_info& each : members) {
      const std::uint64_t own = std::uint64_t{1} << slot_of(each.name);
      if ((taken & own) != 0) return false;
      taken |= own;
    }
    return true;
  }

  std::uint32_t factor_ = 1;
  std::uint8_t places_[slot_count]{};  // a slot without a member leads to the first one
};

// By `object_kind`.
inline constexpr name_index name_indexes[] = {name_index(fields), name_index(user_members),
                                              name_index(department_members),
                                              name_index(chat_members)};

}  // namespace detail

/// The place of the member of this name in the object's table, or `npos`. One comparison.
[[nodiscard]] constexpr std::size_t find_member(const object_info& object,
                                                std::string_view name) noexcept {
  const std::size_t place = detail::name_indexes[static_cast<std::size_t>(object.kind)].find(name);
  const std::string_view found = object.members[place].name;
  return found.size() == name.size() && are_same(found, name) ? place : npos;
}

}  // namespace feishu::helpdesk

#endif
