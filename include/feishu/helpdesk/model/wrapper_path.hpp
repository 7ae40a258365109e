#ifndef FEISHU_HELPDESK_MODEL_WRAPPER_PATH_HPP
#define FEISHU_HELPDESK_MODEL_WRAPPER_PATH_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <cstddef>
#include <string_view>

/// The way from the body to the object that contains the fields of the notification.
namespace feishu::helpdesk::detail {

/// The names of the objects around a notification, outermost first: `data`, `notification`. Empty where
/// the body itself is the notification, as it should be.
class wrapper_path {
 public:
  /// The bytes that all names take, with one for the length of each.
  static constexpr std::size_t capacity = 48;

  /// No objects around it.
  constexpr wrapper_path() = default;
  /// Restores a path from `encoded()`.
  constexpr explicit wrapper_path(std::string_view encoded) noexcept : names_(encoded) {}

  /// Appends a name. Returns false, and leaves the path as it is, if the name does not fit.
  FEISHU_HELPDESK_COMPACT constexpr bool append(const truncated_name& name) noexcept {
    const std::size_t size = name.text().size();
    if (name.is_truncated() || names_.text().size() + 1 + size > capacity) return false;
    const char length = static_cast<char>(size);
    names_.append({&length, 1});
    names_.append(name.text());
    return true;
  }

  /// Drops all names.
  constexpr void clear() noexcept { names_.clear(); }

  /// Returns whether there are no names.
  [[nodiscard]] constexpr bool empty() const noexcept { return names_.empty(); }
  /// Returns the names as one string: each has its length in a byte before it.
  [[nodiscard]] constexpr std::string_view encoded() const noexcept { return names_.text(); }

  /// Calls `name(std::string_view)` for each name, outermost first.
  template <class Name>
  constexpr void for_each(Name&& name) const {
    for (std::string_view left = encoded(); !left.empty();) {
      const std::size_t size = static_cast<unsigned char>(left.front());
      name(left.substr(1, size));
      left.remove_prefix(1 + size);
    }
  }

  /// Returns whether these are the names, outermost first.
  [[nodiscard]] constexpr bool is(std::string_view outer, std::string_view inner) const noexcept {
    std::size_t index = 0;
    bool is_same = true;
    for_each([&](std::string_view name) {
      is_same = is_same && (index == 0 ? name == outer : name == inner);
      ++index;
    });
    return is_same && index == 2;
  }

 private:
  truncated_name names_{};
};

}  // namespace feishu::helpdesk::detail

#endif
