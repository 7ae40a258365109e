#ifndef FEISHU_HELPDESK_MODEL_LOCATION_HPP
#define FEISHU_HELPDESK_MODEL_LOCATION_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Where in a notification something is.
namespace feishu::helpdesk {

/// A place in a notification: the body itself, a field, an element of a list, or a field of that.
class location {
 public:
  /// The body.
  constexpr location() = default;
  /// A field of the body.
  constexpr location(helpdesk::field which) noexcept : field_(static_cast<std::uint8_t>(which)) {}

  /// The `index`-th element of the list that is here.
  [[nodiscard]] constexpr location element(std::size_t index) const noexcept {
    location inner = *this;
    inner.index_ = index;
    return inner;
  }

  /// The `index`-th field of the user, department or chat that is here.
  [[nodiscard]] constexpr location nested(std::size_t index) const noexcept {
    location inner = *this;
    inner.nested_ = static_cast<std::uint8_t>(index);
    return inner;
  }

  /// A field of the object that is here which the schema does not know.
  [[nodiscard]] constexpr location unknown(const detail::truncated_name& name) const noexcept {
    location inner = *this;
    inner.name_ = name;
    inner.has_name_ = 1;
    return inner;
  }

  /// The same place in a notification that stands inside these objects, not in the body itself. Of the name
  /// of an unknown field, fewer bytes are kept.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr location within(
      const detail::wrapper_path& objects) const noexcept {
    location inner = *this;
    inner.name_ = detail::truncated_name(objects.encoded());
    inner.name_.append(name_.text());
    inner.wrapper_size_ = static_cast<std::uint8_t>(objects.encoded().size() & 0x7f);
    return inner;
  }

  /// Returns whether the notification stands inside other objects, not in the body itself.
  [[nodiscard]] constexpr bool is_wrapped() const noexcept { return wrapper_size_ != 0; }
  /// Returns the objects that the notification stands inside.
  [[nodiscard]] constexpr detail::wrapper_path wrapper() const noexcept {
    return detail::wrapper_path(name_.text().substr(0, wrapper_size_));
  }

  /// Whether it is the body as a whole.
  [[nodiscard]] constexpr bool is_body() const noexcept {
    return field_ == nothing && has_name_ == 0 && !is_wrapped();
  }
  /// Whether it is a field of the body that the schema knows, or inside one.
  [[nodiscard]] constexpr bool in_field() const noexcept { return field_ != nothing; }

  /// The field of the notification; only where `in_field()`.
  [[nodiscard]] constexpr helpdesk::field field() const noexcept {
    return static_cast<helpdesk::field>(field_);
  }

  /// The table's row about the field that is here; null for the body, elements and unknown fields.
  [[nodiscard]] constexpr const field_info* described() const noexcept {
    if (!in_field() || has_name_ != 0) return nullptr;
    const field_info& outer = info(field());
    if (nested_ != nothing) return &detail::object_in(outer.kind)->fields[nested_];
    return index_ == npos ? &outer : nullptr;
  }

  /// The object that an unknown field stands in.
  [[nodiscard]] constexpr const object_info& surroundings() const noexcept {
    const object_info* inner = in_field() ? detail::object_in(info(field()).kind) : nullptr;
    return inner != nullptr ? *inner : notification_object;
  }

  /// The name of the unknown field that is here; empty if it is none.
  [[nodiscard]] constexpr std::string_view unknown() const noexcept {
    return name_.text().substr(wrapper_size_);
  }

  /// Whether no more than the beginning of that name was kept, so that the place is not to be found by it.
  [[nodiscard]] constexpr bool is_truncated() const noexcept { return name_.is_truncated(); }

  /// Calls `name(std::string_view)` and `index(std::size_t)` for each step from the body to here.
  template <class Name, class Index>
  constexpr void for_each_step(Name&& name, Index&& index) const {
    if (is_wrapped()) wrapper().for_each(name);
    if (in_field()) name(info(field()).name);
    if (index_ != npos) index(index_);
    if (nested_ != nothing) name(detail::object_in(info(field()).kind)->fields[nested_].name);
    if (has_name_ != 0) name(unknown());
  }

  /// Writes the JSON Pointer (RFC 6901), piece by piece.
  template <class Write>
  constexpr void write_pointer(Write&& write) const {
    for_each_step(
        [&](std::string_view name) {
          write(std::string_view("/"));
          for (const char& each : name) {
            write(each == '~'   ? std::string_view("~0")
                  : each == '/' ? std::string_view("~1")
                                : std::string_view(&each, 1));
          }
        },
        [&](std::size_t index) {
          write(std::string_view("/"));
          char digits[20]{};
          std::size_t first = sizeof digits;
          do {
            digits[--first] = static_cast<char>('0' + index % 10);
            index /= 10;
          } while (index != 0);
          write(std::string_view(digits + first, sizeof digits - first));
        });
  }

  /// The JSON Pointer: `/user_list/3/user_id`.
  [[nodiscard]] std::string pointer() const {
    std::string text;
    write_pointer([&](std::string_view piece) { text += piece; });
    return text;
  }

  /// Whether the JSON Pointer of this place is `pointer`, without building it.
  [[nodiscard]] constexpr bool is_at(std::string_view pointer) const noexcept {
    bool same = true;
    write_pointer([&](std::string_view piece) {
      same = same && pointer.substr(0, piece.size()) == piece;
      if (same) pointer.remove_prefix(piece.size());
    });
    return same && pointer.empty();
  }

  bool operator==(const location&) const = default;

 private:
  static constexpr std::uint8_t nothing = 0xff;

  std::size_t index_ = npos;
  std::uint8_t field_ = nothing;
  std::uint8_t nested_ = nothing;
  std::uint8_t has_name_ : 1 = 0;
  std::uint8_t wrapper_size_ : 7 =
      0;  // the bytes of `name_` that name the objects around the notification
  detail::truncated_name name_{};
};

}  // namespace feishu::helpdesk

#endif
