#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_STRING_MATCHERS_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_STRING_MATCHERS_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// Matchers of strings that come in pieces. They keep no text.
namespace feishu::helpdesk::detail {

/// Follows decimal digits.
class digits_matcher {
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
class prefix_matcher {
 public:
  /// Compares with nothing.
  constexpr prefix_matcher() = default;
  /// Compares with `other`.
  constexpr explicit prefix_matcher(std::string_view other) noexcept : rest_(other) {}

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

/// What an id begins with, or contains, that can hardly be an `open_id`.
inline constexpr std::string_view chat_id_prefix = "oc_";
inline constexpr std::string_view open_department_id_prefix = "od-";
inline constexpr std::string_view sign_of_address = "@";

/// What an `open_id` begins with.
inline constexpr std::string_view open_id_prefix = "ou_";

/// Looks for signs that an id is not an `open_id`. Ids that begin as one should are taken for one.
class open_id_matcher {
 public:
  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    for (const char c : piece) {
      if (size_ == sizeof start_ && start() == open_id_prefix) return;
      if (size_ < sizeof start_) start_[size_++] = c;
      contains_at_ = contains_at_ || c == '@';
    }
  }

  /// Returns `chat_id_prefix`, `open_department_id_prefix` or `sign_of_address` where the text has it; else
  /// empty.
  [[nodiscard]] constexpr std::string_view found_instead() const noexcept {
    if (start() == open_id_prefix) return {};
    if (start() == chat_id_prefix) return chat_id_prefix;
    if (start() == open_department_id_prefix) return open_department_id_prefix;
    return contains_at_ ? sign_of_address : std::string_view();
  }

 private:
  [[nodiscard]] constexpr std::string_view start() const noexcept { return {start_, size_}; }

  char start_[3]{};
  std::uint8_t size_ = 0;
  bool contains_at_ = false;
};

// Looks for a `{` after a certain character, and as many `}` after something between them.
class expression_matcher {
 public:
  constexpr expression_matcher(char before, std::uint8_t closing) noexcept
      : before_(before), closing_(closing) {}

  constexpr void add(char previous, char c) noexcept {
    if (!is_open_) {
      is_open_ = c == '{' && previous == before_;
    } else if (c != '}') {
      closed_ = 0;
      is_empty_ = false;
    } else if (++closed_ == closing_) {
      is_found_ = is_found_ || !is_empty_;
      is_open_ = false;
      is_empty_ = true;
      closed_ = 0;
    }
  }

  [[nodiscard]] constexpr bool is_found() const noexcept { return is_found_; }

 private:
  char before_;
  std::uint8_t closing_;
  std::uint8_t closed_ = 0;  // the braces of the end so far
  bool is_open_ = false;
  bool is_empty_ = true;
  bool is_found_ = false;
};

/// Looks for template expressions that no template engine has replaced: `${…}` and `{{…}}`, not empty.
class template_matcher {
 public:
  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    for (const char c : piece) {
      shell_.add(previous_, c);
      braces_.add(previous_, c);
      previous_ = c;
    }
  }

  /// Returns the kind of expression that the text contains, `${…}` if both; empty if there is none.
  [[nodiscard]] constexpr std::string_view found() const noexcept {
    if (shell_.is_found()) return "${…}";
    return braces_.is_found() ? "{{…}}" : std::string_view();
  }

 private:
  char previous_ = 0;
  expression_matcher shell_{'$', 1};
  expression_matcher braces_{'{', 2};
};

}  // namespace feishu::helpdesk::detail

#endif
