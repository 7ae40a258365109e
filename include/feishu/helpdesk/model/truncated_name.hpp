#ifndef FEISHU_HELPDESK_MODEL_TRUNCATED_NAME_HPP
#define FEISHU_HELPDESK_MODEL_TRUNCATED_NAME_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// Names of bounded size.
namespace feishu::helpdesk::detail {

/// The name of a field that the schema does not know: its first 64 bytes, cut at a character's edge
/// and marked with an ellipsis if there were more.
class truncated_name {
 public:
  /// The bytes that are kept.
  static constexpr std::size_t capacity = 64;

  /// No name.
  constexpr truncated_name() noexcept {
    // Bytes beyond the size are never looked at; a constant needs them all.
    if (std::is_constant_evaluated()) {
      for (char& each : text_) each = 0;
    }
  }
  /// A name that is at hand as a whole.
  constexpr explicit truncated_name(std::string_view name) noexcept : truncated_name() {
    append(name);
  }

  /// Becomes no name again.
  constexpr void clear() noexcept {
    size_ = 0;
    is_truncated_ = false;
  }

  /// More of a name that comes in pieces.
  FEISHU_HELPDESK_COMPACT constexpr void append(std::string_view piece) noexcept {
    for (const char c : piece) {
      if (is_truncated_) return;
      if (size_ == capacity) return truncate();
      text_[size_++] = c;
    }
  }

  /// What was kept.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }
  /// Whether there is no name.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  /// Whether it is but the beginning of the name.
  [[nodiscard]] constexpr bool is_truncated() const noexcept { return is_truncated_; }

  /// By what was kept.
  friend constexpr bool operator==(const truncated_name& a, const truncated_name& b) noexcept {
    return a.text() == b.text();
  }

 private:
  static constexpr std::string_view ellipsis = "\xe2\x80\xa6";

  // A character that does not end by byte 64 is dropped as a whole.
  constexpr void truncate() noexcept {
    size_ = static_cast<std::uint8_t>(detail::size_of_whole_characters(text()));
    for (const char c : ellipsis) text_[size_++] = c;
    is_truncated_ = true;
  }

  char text_[capacity + ellipsis.size()];
  std::uint8_t size_ = 0;
  bool is_truncated_ = false;
};

}  // namespace feishu::helpdesk::detail

#endif
