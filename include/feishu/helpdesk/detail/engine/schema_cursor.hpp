#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_SCHEMA_CURSOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_SCHEMA_CURSOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <cstddef>
#include <cstdint>

/// Where in a body its reading stands.
namespace feishu::helpdesk::detail {

/// The container that is open, the field that was named, and which names were seen there.
struct schema_cursor {
  /// `object` is a field of the body, `element` an element of a list of it.
  enum class inside : std::uint8_t { nothing, body, object, list, element };

  inside where = inside::nothing;  ///< which container is open
  bool name_is_known = false;      ///< whether the name that was read last is of the schema
  std::uint32_t seen = 0;          ///< bit i: the i-th field of the open object was named
  std::uint32_t seen_in_body = 0;  ///< likewise, while a field of the body is open
  std::size_t skipped = 0;         ///< levels open inside a value that is not validated
  std::size_t index = 0;           ///< elements of the open list that have begun

  const object_info* object = &notification_object;  ///< that names belong to
  const named_field* named = nullptr;                ///< if the name is known
  const named_field* holder = nullptr;               ///< of the body, if it is open
  truncated_name name{};                             ///< if the name is not known

  /// Whose name mostly comes next. A body that is yet to be sent has no id, and begins with its own name.
  const named_field* expected =
      &fields_of(notification_object)[static_cast<std::size_t>(field::job_name)];

  // --- to go on ---

  /// A field was named. Returns whether it was before.
  constexpr bool enter(const named_field& row) noexcept {
    const bool is_repeated = (seen & row.bit) != 0;
    named = &row;
    expected = row.next;
    name_is_known = true;
    seen |= row.bit;
    return is_repeated;
  }

  /// The value of a field of the body begins: `inner`, or a list of such.
  constexpr void open(const object_info& inner, inside now) noexcept {
    where = now;
    object = &inner;
    holder = named;
    seen_in_body = seen;
    index = 0;
    name_is_known = now == inside::object;
    expect_first();
  }

  /// It ends.
  constexpr void close() noexcept {
    where = inside::body;
    object = &notification_object;
    named = holder;
    expected = holder->next;
    seen = seen_in_body;
  }

  /// An element of the open list begins: a user, department or chat.
  constexpr void enter_element() noexcept {
    where = inside::element;
    expect_first();
  }

  /// It ends.
  constexpr void leave_element() noexcept {
    where = inside::list;
    name_is_known = false;
  }

  // --- to ask ---

  /// The field of the body that was named last.
  [[nodiscard]] constexpr helpdesk::field field() const noexcept {
    return static_cast<helpdesk::field>((where == inside::body ? named : holder)->index);
  }

  /// Whether the id of the user, department or chat that is open was named: its first field.
  [[nodiscard]] constexpr bool has_seen_id() const noexcept { return (seen & 1) != 0; }

  /// Whether the field that was named is the id of an element.
  [[nodiscard]] constexpr bool is_element_id() const noexcept {
    return where == inside::element && named->index == 0;
  }

  /// What is known of any value of the field that was named.
  [[nodiscard]] constexpr facts known() const noexcept {
    return name_is_known && where != inside::object ? named->known : 0;
  }

  /// The container that is open.
  [[nodiscard]] constexpr location container() const noexcept {
    switch (where) {
      case inside::object:
      case inside::list: return field();
      case inside::element: return location(field()).element(index - 1);
      default: return {};
    }
  }

  /// The value that was announced by a name, or the element of a list that has begun.
  [[nodiscard]] constexpr location here() const noexcept { return value(true); }

  /// The innermost value of the schema that was not read to its end, while a scalar is read or not,
  /// which may have told that it `has_begun`.
  [[nodiscard]] constexpr location open_value(bool in_scalar, bool has_begun) const noexcept {
    return in_scalar || skipped != 0 ? value(has_begun || skipped != 0) : container();
  }

 private:
  constexpr void expect_first() noexcept {
    seen = 0;
    expected = fields_of(*object);
  }

  // An element of a list counts from when it has begun.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr location value(bool has_begun) const noexcept {
    switch (where) {
      case inside::nothing: return {};
      case inside::list: return location(field()).element(index - (has_begun ? 1 : 0));
      case inside::body: return name_is_known ? location(field()) : location().unknown(name);
      default: break;
    }
    return name_is_known ? container().nested(named->index) : container().unknown(name);
  }
};

}  // namespace feishu::helpdesk::detail

#endif
