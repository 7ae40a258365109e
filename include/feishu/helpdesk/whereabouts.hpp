#ifndef FEISHU_HELPDESK_WHEREABOUTS_HPP
#define FEISHU_HELPDESK_WHEREABOUTS_HPP

#include <feishu/helpdesk/fields.hpp>
#include <feishu/helpdesk/location.hpp>

#include <cstddef>
#include <cstdint>

/// Where in a body its reading stands.
namespace feishu::helpdesk {

/// The container that is open, the member that was named, and which names were seen there.
struct whereabouts {
  /// `object` is a member of the body, `element` an element of a list of it.
  enum class inside : std::uint8_t { nothing, body, object, list, element };

  inside where = inside::nothing;
  std::size_t skipped = 0;  // levels open inside a value that is not judged

  field member{};                                    // of the body
  std::size_t index = 0;                             // elements of the open list that have begun
  std::size_t nested = 0;                            // the member of `object`, below the body
  const object_info* object = &notification_object;  // that names belong to
  const member_info* described = nullptr;            // that was named
  bool name_is_known = false;                        // whether that was of the schema
  unknown_name name{};                               // if not

  // The member whose name mostly comes next: they tend to stand in the document's order.
  std::size_t expected_index = 0;
  const member_info* expected = &fields[0];

  std::uint32_t seen_in_body = 0;  // bit i: the i-th member was named
  std::uint32_t seen_below = 0;

  // --- to go on ---

  /// A member was named. Returns whether it was before.
  constexpr bool enter(std::size_t place, const member_info& named) noexcept {
    const std::uint32_t bit = std::uint32_t{1} << place;
    described = &named;
    name_is_known = true;
    expect_after(place);
    if (where == inside::body) {
      member = static_cast<field>(place);
      const bool is_repeated = (seen_in_body & bit) != 0;
      seen_in_body |= bit;
      return is_repeated;
    }
    nested = place;
    const bool is_repeated = (seen_below & bit) != 0;
    seen_below |= bit;
    return is_repeated;
  }

  constexpr void begin_list() noexcept {
    leave_element();
    index = 0;
  }

  constexpr void leave_element() noexcept {
    where = inside::list;
    name_is_known = false;
  }

  /// The value of a member of the body ends, or the body itself.
  constexpr void leave_for(inside outer) noexcept {
    where = outer;
    object = &notification_object;
    expect_after(static_cast<std::size_t>(member));
  }

  constexpr void expect_members_of(const object_info& of) noexcept {
    object = &of;
    expect_first();
  }

  /// An object begins.
  constexpr void expect_first() noexcept {
    seen_below = 0;
    expected_index = 0;
    expected = object->members.data();
  }

  // --- to ask ---

  /// Whether the id of the user, department or chat that is open was named: its first member.
  [[nodiscard]] constexpr bool has_seen_id() const noexcept { return (seen_below & 1) != 0; }

  [[nodiscard]] constexpr bool is_element_id() const noexcept {
    return where == inside::element && nested == 0;
  }

  [[nodiscard]] constexpr location container() const noexcept {
    switch (where) {
      case inside::object:
      case inside::list: return member;
      case inside::element: return location(member).element(index - 1);
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
  constexpr void expect_after(std::size_t place) noexcept {
    const bool is_last = place + 1 == object->members.size();
    expected_index = is_last ? 0 : place + 1;
    expected = &object->members[expected_index];
  }

  // An element of a list counts from when it has begun.
  [[nodiscard]] constexpr location value(bool has_begun) const noexcept {
    switch (where) {
      case inside::nothing: return {};
      case inside::list: return location(member).element(index - (has_begun ? 1 : 0));
      case inside::body: return name_is_known ? location(member) : location().unknown(name);
      default: break;
    }
    return name_is_known ? container().nested(nested) : container().unknown(name);
  }
};

}  // namespace feishu::helpdesk

#endif
