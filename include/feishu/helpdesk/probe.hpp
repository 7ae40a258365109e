#ifndef FEISHU_HELPDESK_PROBE_HPP
#define FEISHU_HELPDESK_PROBE_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// What is observed of a text as it passes by in pieces.
namespace feishu::helpdesk {

/// Follows decimal digits.
class digits_probe {
 public:
  constexpr void add(std::string_view piece) noexcept {
    for (const char c : piece) add(c);
  }

  /// Whether there was nothing but digits.
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return is_decimal_; }

  /// Whether there was nothing but digits, and `value()` fits in 64 bits.
  [[nodiscard]] constexpr bool is_number() const noexcept { return is_decimal_ && !is_too_big_; }
  [[nodiscard]] constexpr std::int64_t value() const noexcept { return value_; }

 private:
  constexpr void add(char c) noexcept {
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    const std::int64_t digit = c - '0';
    if (digit < 0 || digit > 9) {
      is_decimal_ = false;
    } else if (value_ > (highest - digit) / 10) {
      is_too_big_ = true;
    } else if (!is_too_big_) {
      value_ = value_ * 10 + digit;
    }
  }

  std::int64_t value_ = 0;
  bool is_decimal_ = true;
  bool is_too_big_ = false;
};

/// Compares a text with another, which must live as long.
class comparing_probe {
 public:
  constexpr comparing_probe() = default;
  constexpr explicit comparing_probe(std::string_view other) noexcept : rest_(other) {}

  constexpr void add(std::string_view piece) noexcept {
    const std::size_t common = piece.size() < rest_.size() ? piece.size() : rest_.size();
    is_prefix_ = is_prefix_ && rest_.substr(0, common) == piece.substr(0, common);
    is_longer_ = is_longer_ || piece.size() > common;
    rest_.remove_prefix(common);
  }

  [[nodiscard]] constexpr bool is_same() const noexcept {
    return is_prefix_ && !is_longer_ && rest_.empty();
  }
  /// Whether the text begins with the other one.
  [[nodiscard]] constexpr bool begins_with() const noexcept { return is_prefix_ && rest_.empty(); }

 private:
  std::string_view rest_{};
  bool is_prefix_ = true;
  bool is_longer_ = false;
};

}  // namespace feishu::helpdesk

#endif
