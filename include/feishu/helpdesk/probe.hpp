#ifndef FEISHU_HELPDESK_PROBE_HPP
#define FEISHU_HELPDESK_PROBE_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// What is observed of an id or a time stamp as it passes by in pieces.
namespace feishu::helpdesk {

class text_probe {
 public:
  constexpr text_probe() = default;

  /// Will also compare the text with `other`, which must live as long.
  constexpr explicit text_probe(std::string_view other) noexcept : other_(other) {}

  constexpr void add(std::string_view piece) noexcept {
    is_other_ = is_other_ && other_.substr(0, piece.size()) == piece;
    if (is_other_) other_.remove_prefix(piece.size());
    for (const char c : piece) {
      if (size_ < sizeof head_) head_[size_] = c;
      ++size_;
      add_digit(c);
    }
  }

  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return is_decimal_; }

  /// Whether it is all decimal digits and `value()` fits in 64 bits.
  [[nodiscard]] constexpr bool is_number() const noexcept { return is_decimal_ && !is_too_big_; }
  [[nodiscard]] constexpr std::int64_t value() const noexcept { return value_; }

  [[nodiscard]] constexpr bool is_other() const noexcept { return is_other_ && other_.empty(); }

  /// `prefix` has at most three bytes, like those of all ids.
  [[nodiscard]] constexpr bool begins_with(std::string_view prefix) const noexcept {
    const std::size_t kept = size_ < sizeof head_ ? size_ : sizeof head_;
    return std::string_view(head_, kept).starts_with(prefix);
  }

 private:
  constexpr void add_digit(char c) noexcept {
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    if (c < '0' || c > '9') {
      is_decimal_ = false;
      return;
    }
    const std::int64_t digit = c - '0';
    if (value_ > (highest - digit) / 10) is_too_big_ = true;
    if (!is_too_big_) value_ = value_ * 10 + digit;
  }

  std::string_view other_{};
  std::size_t size_ = 0;
  std::int64_t value_ = 0;
  char head_[3]{};
  bool is_decimal_ = true;
  bool is_too_big_ = false;
  bool is_other_ = true;
};

}  // namespace feishu::helpdesk

#endif
