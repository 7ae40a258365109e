#ifndef FEISHU_HELPDESK_MEMBERS_HPP
#define FEISHU_HELPDESK_MEMBERS_HPP

#include <feishu/helpdesk/facts.hpp>
#include <feishu/helpdesk/fields.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a name tells of the value that follows it: the field table, ready for judging.
namespace feishu::helpdesk {

namespace detail {

// A member's name as a text has it, with its closing quote behind.
class quoted_name {
 public:
  constexpr quoted_name() = default;
  constexpr explicit quoted_name(std::string_view name) noexcept {
    for (const char c : name) text_[size_++] = c;
    text_[size_++] = '"';
  }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }

 private:
  char text_[32]{};  // the tables are constants: one with a longer name does not compile
  std::size_t size_ = 0;
};

}  // namespace detail

/// A member of an object, and what is known of any value of it before that is seen.
struct named_member {
  detail::quoted_name name{};          ///< as the wire has it, to its closing quote
  const named_member* next = nullptr;  ///< whose name mostly follows
  facts known = 0;   ///< of any value: it is required, assigned by the server, or an element's id
  facts sought = 0;  ///< what matters of a text that is not empty; of any other value, everything
  std::uint32_t bit = 0;   ///< of the i-th member: the i-th
  std::uint8_t index = 0;  ///< in the object's table
  member_kind kind{};      ///< what it holds
  json_type type{};        ///< that it has
};

namespace detail {

// The members of all objects, those of one next to each other.
class named_members {
 public:
  constexpr named_members() noexcept {
    std::size_t size = 0;
    for (const object_info* object :
         {&notification_object, &user_object, &department_object, &chat_object}) {
      first_[static_cast<std::size_t>(object->kind)] = rows_ + size;
      for (std::size_t i = 0; i < object->members.size(); ++i) {
        rows_[size + i] = row_of(*object, i);
        rows_[size + i].next = &rows_[size + after(*object, i)];
      }
      size += object->members.size();
    }
  }

  [[nodiscard]] constexpr const named_member* of(object_kind object) const noexcept {
    return first_[static_cast<std::size_t>(object)];
  }

 private:
  static constexpr named_member row_of(const object_info& object, std::size_t index) noexcept {
    const member_info& about = object.members[index];
    const facts known = known_of(object, index);
    return {.name = quoted_name(about.name),
            .known = known,
            .sought = sought_in(about.kind, known),
            .bit = std::uint32_t{1} << index,
            .index = static_cast<std::uint8_t>(index),
            .kind = about.kind,
            .type = type_of(about.kind)};
  }

  // Members tend to stand in the table's order; many bodies have no others than they need.
  static constexpr std::size_t after(const object_info& object, std::size_t index) noexcept {
    const std::size_t size = object.members.size();
    for (std::size_t i = index + 1; object.members[index].required && i < size; ++i) {
      if (object.members[i].required) return i;
    }
    return index + 1 < size ? index + 1 : 0;
  }

  static constexpr facts known_of(const object_info& object, std::size_t index) noexcept {
    if (object.kind != object_kind::the_notification) {
      return index == 0 ? facts_of(observed::element_id) : 0;
    }
    const member_info& about = object.members[index];
    return (about.required ? facts_of(observed::required_member) : 0) |
           (about.by == assigned_by::server ? facts_of(observed::server_assigned) : 0);
  }

  static constexpr facts sought_in(member_kind kind, facts known) noexcept {
    switch (kind) {
      case member_kind::text:
      case member_kind::department_id: return known | facts_of(observed::well_typed);
      case member_kind::user_id:
        return known | facts_of(observed::well_typed) | facts_of(observed::foreign_prefix);
      default: return ~facts{0};
    }
  }

  named_member rows_[std::size(fields) + std::size(user_members) + std::size(department_members) +
                     std::size(chat_members)]{};
  const named_member* first_[4]{};  // by `object_kind`
};
inline constexpr named_members all_members{};

}  // namespace detail

/// The members of an object: as many as it has, in the order of its table.
[[nodiscard]] constexpr const named_member* members_of(const object_info& object) noexcept {
  return detail::all_members.of(object.kind);
}

}  // namespace feishu::helpdesk

#endif
