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
  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    count_ += piece.size();
    if (count_ > safe_count) {
      for (const char c : piece) add(c);
      return;
    }
    std::int64_t value = value_;
    bool all_digits = true;
    for (const char c : piece) {
      const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
      all_digits = all_digits && digit <= 9;
      value = value * 10 + (digit & 0xf);
    }
    value_ = value;
    is_decimal_ = is_decimal_ && all_digits;
  }

  /// Whether there was nothing but digits.
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return is_decimal_; }

  /// Whether there was nothing but digits, and `value()` fits in 64 bits.
  [[nodiscard]] constexpr bool is_number() const noexcept { return is_decimal_ && !is_too_big_; }
  /// 0 if it is not a number.
  [[nodiscard]] constexpr std::int64_t value() const noexcept { return is_number() ? value_ : 0; }

 private:
  constexpr void add(char c) noexcept {
    constexpr std::int64_t highest = (std::numeric_limits<std::int64_t>::max)();
    const std::int64_t digit = c - '0';
    if (digit < 0 || digit > 9) {
      is_decimal_ = false;
    } else if (value_ > (highest - digit) / 10) {
      is_too_big_ = true;
    } else if (!is_too_big_) {
      value_ = value_ * 10 + digit;
    }
  }

  // So many digits make a number that fits.
  static constexpr std::size_t safe_count = std::numeric_limits<std::int64_t>::digits10;

  std::size_t count_ = 0;
  std::int64_t value_ = 0;
  bool is_decimal_ = true;
  bool is_too_big_ = false;
};

/// Compares a text with another, which must live as long.
class comparing_probe {
 public:
  /// Compares with nothing.
  constexpr comparing_probe() = default;
  /// Compares with `other`.
  constexpr explicit comparing_probe(std::string_view other) noexcept : rest_(other) {}

  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    const std::size_t common = piece.size() < rest_.size() ? piece.size() : rest_.size();
    is_prefix_ = is_prefix_ && rest_.substr(0, common) == piece.substr(0, common);
    is_longer_ = is_longer_ || piece.size() > common;
    rest_.remove_prefix(common);
  }

  /// Whether the text is the other one.
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
