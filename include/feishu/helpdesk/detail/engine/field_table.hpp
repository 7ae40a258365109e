#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_FIELD_TABLE_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_FIELD_TABLE_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Fields by name.
namespace feishu::helpdesk::detail {

// A perfect hash of the names of one object's fields: at most one of them has any hash. Found while
// compiling, from the field table.
class name_index {
 public:
  consteval explicit name_index(std::span<const field_info> fields) {
    do {
      factor_ = factor_ * 0x9e3779b1 + 2;  // stays odd
    } while (!spreads(fields));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      slots_[slot_of(fields[i].name)] = static_cast<std::uint8_t>(i);
    }
  }

  // The place of the only field that may have this name.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
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
  [[nodiscard]] consteval bool spreads(std::span<const field_info> fields) const {
    std::uint64_t taken = 0;
    for (const field_info& each : fields) {
      const std::uint64_t own = std::uint64_t{1} << slot_of(each.name);
      if ((taken & own) != 0) return false;
      taken |= own;
    }
    return true;
  }

  std::uint32_t factor_ = 1;
  std::uint8_t slots_[slot_count]{};  // a slot without a field leads to the first one
};

// By `object_kind`.
inline constexpr name_index name_indexes[] = {name_index(fields), name_index(user_fields),
                                              name_index(department_fields),
                                              name_index(chat_fields)};

/// The place of the field of this name in the object's table, or `npos`. One comparison.
[[nodiscard]] constexpr std::size_t find_field(const object_info& object,
                                               std::string_view name) noexcept {
  const std::size_t place = name_indexes[static_cast<std::size_t>(object.kind)].find(name);
  const std::string_view found = object.fields[place].name;
  return found.size() == name.size() && are_equal(found, name) ? place : npos;
}

/// Returns whether an object with this field is a notification. Others have an `id` or a `status` too.
[[nodiscard]] constexpr bool is_distinctive(field which) noexcept {
  return info(which).required || facts_about(which).size != 0;
}

/// The same of a name. One comparison.
[[nodiscard]] constexpr bool is_distinctive(std::string_view name) noexcept {
  const std::size_t index = find_field(notification_object, name);
  return index != npos && is_distinctive(static_cast<field>(index));
}

}  // namespace feishu::helpdesk::detail

/// What a name tells of the value that follows it: the field table, ready for validation.
namespace feishu::helpdesk::detail {

// A field's name as a text has it, with its closing quote behind.
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

/// A field of an object, and what is known of any value of it before that is seen.
struct named_field {
  quoted_name name{};                 ///< as the wire has it, to its closing quote
  const named_field* next = nullptr;  ///< whose name mostly follows
  facts known = 0;   ///< of any value: it is required, assigned by the server, or an element's id
  facts sought = 0;  ///< what matters of a text that is not empty; of any other value, everything
  std::uint32_t bit = 0;   ///< of the i-th field: the i-th
  std::uint8_t index = 0;  ///< in the object's table
  field_kind kind{};       ///< what it holds
  json_type type{};        ///< that it has
};

// The fields of all objects, those of one next to each other.
class named_fields {
 public:
  constexpr named_fields() noexcept {
    std::size_t size = 0;
    for (const object_info* object :
         {&notification_object, &user_object, &department_object, &chat_object}) {
      first_[static_cast<std::size_t>(object->kind)] = rows_ + size;
      for (std::size_t i = 0; i < object->fields.size(); ++i) {
        rows_[size + i] = row_of(*object, i);
        rows_[size + i].next = &rows_[size + after(*object, i)];
      }
      size += object->fields.size();
    }
  }

  [[nodiscard]] constexpr const named_field* of(object_kind object) const noexcept {
    return first_[static_cast<std::size_t>(object)];
  }

 private:
  static constexpr named_field row_of(const object_info& object, std::size_t index) noexcept {
    const field_info& about = object.fields[index];
    const facts known = known_of(object, index);
    return {.name = quoted_name(about.name),
            .known = known,
            .sought = sought_in(about.kind, known),
            .bit = std::uint32_t{1} << index,
            .index = static_cast<std::uint8_t>(index),
            .kind = about.kind,
            .type = type_of(about.kind)};
  }

  // Fields tend to stand in the table's order; many bodies have no others than they need.
  static constexpr std::size_t after(const object_info& object, std::size_t index) noexcept {
    const std::size_t size = object.fields.size();
    for (std::size_t i = index + 1; object.fields[index].required && i < size; ++i) {
      if (object.fields[i].required) return i;
    }
    return index + 1 < size ? index + 1 : 0;
  }

  static constexpr facts known_of(const object_info& object, std::size_t index) noexcept {
    if (object.kind != object_kind::notification) {
      return index == 0 ? facts_of(observed::element_id) : 0;
    }
    const field_info& about = object.fields[index];
    return (about.required ? facts_of(observed::required_field) : 0) |
           (about.by == assigned_by::server ? facts_of(observed::server_assigned) : 0);
  }

  static constexpr facts sought_in(field_kind kind, facts known) noexcept {
    switch (kind) {
      case field_kind::string:
      case field_kind::department_id: return known | facts_of(observed::well_typed);
      case field_kind::job_name:
        return known | facts_of(observed::well_typed) | facts_of(observed::unfilled);
      case field_kind::user_id:
        return known | facts_of(observed::well_typed) | facts_of(observed::unexpected_prefix);
      default: return ~facts{0};
    }
  }

  named_field rows_[std::size(fields) + std::size(user_fields) + std::size(department_fields) +
                    std::size(chat_fields)]{};
  const named_field* first_[4]{};  // by `object_kind`
};
inline constexpr named_fields all_members{};

/// The fields of an object: as many as it has, in the order of its table.
[[nodiscard]] constexpr const named_field* fields_of(const object_info& object) noexcept {
  return all_members.of(object.kind);
}

}  // namespace feishu::helpdesk::detail

#endif
