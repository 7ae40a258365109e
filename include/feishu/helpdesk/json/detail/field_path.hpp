#ifndef FEISHU_HELPDESK_JSON_DETAIL_FIELD_PATH_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_FIELD_PATH_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>

/// Places as the gateway names them.
namespace feishu::helpdesk {

/// `push_type`, `create_user.name`, `user_list[3].user_id`, and `user_list[*].user_id`: in some element,
/// no one knows which. Refers to no text.
class field_path {
 public:
  /// Reads a place; see `is_known`.
  explicit field_path(std::string_view text) noexcept { is_known_ = read(text); }

  /// Whether it leads to a field of the schema, or an element of one.
  [[nodiscard]] bool is_known() const noexcept { return is_known_; }

  /// The narrowest place that is certain: of a star, the list. Nothing if it is not known.
  [[nodiscard]] std::optional<location> where() const noexcept {
    if (!is_known_) return std::nullopt;
    return is_starred_ ? location(field_) : place_in(index_);
  }

  /// Whether this place may be meant: with a star, in any element.
  [[nodiscard]] bool may_mean(const location& place) const noexcept {
    std::size_t index = npos;
    place.for_each_step([](std::string_view) {}, [&](std::size_t step) { index = step; });
    if (!is_known_ || (is_starred_ && index == npos)) return false;
    return place_in(is_starred_ ? index : index_) == place;
  }

 private:
  bool read(std::string_view text) noexcept {
    const std::size_t name_end = text.find_first_of("[.");
    const std::size_t index = detail::find_field(notification_object, text.substr(0, name_end));
    if (index == npos) return false;
    field_ = static_cast<field>(index);
    if (name_end == npos) return true;
    text.remove_prefix(name_end);

    const field_info& outer = info(field_);
    const object_info* inner = detail::object_in(outer.kind);
    if (inner == nullptr) return false;
    if (detail::type_of(outer.kind) == json_type::array) {
      if (!read_index(text)) return false;
      if (text.empty()) return true;
    }
    if (text.front() != '.') return false;
    nested_ = detail::find_field(*inner, text.substr(1));
    return nested_ != npos;
  }

  // "[3]" or "[*]", which is taken off.
  bool read_index(std::string_view& text) noexcept {
    const std::size_t close = text.find(']');
    if (text.front() != '[' || close == npos) return false;
    const std::string_view inside = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    is_starred_ = inside == "*";
    if (is_starred_) return true;
    const char* const end = inside.data() + inside.size();
    const auto [stop, failure] = std::from_chars(inside.data(), end, index_);
    return failure == std::errc() && stop == end && index_ != npos;
  }

  [[nodiscard]] location place_in(std::size_t index) const noexcept {
    location place = field_;
    if (index != npos) place = place.element(index);
    return nested_ == npos ? place : place.nested(nested_);
  }

  field field_{};
  std::size_t index_ = npos;
  std::size_t nested_ = npos;
  bool is_starred_ = false;
  bool is_known_ = false;
};

}  // namespace feishu::helpdesk

#endif
