#ifndef FEISHU_HELPDESK_DETAIL_READER_NUMBER_READER_HPP
#define FEISHU_HELPDESK_DETAIL_READER_NUMBER_READER_HPP

#include <feishu/helpdesk/model/syntax.hpp>

#include <cstdint>
#include <limits>

/// A JSON number, character by character.
namespace feishu::helpdesk::detail {

/// Reads a JSON number in chunks of any size.
class number_reader {
 public:
  /// `c` is the number's first character: a minus or a digit.
  constexpr void begin(char c) noexcept {
    token_ = {.is_negative = c == '-'};
    state_ = state::minus;
    if (c != '-') take_first_digit(c);
  }

  /// Takes the next character. False if it does not belong to the number; see then `is_whole()`.
  constexpr bool take(char c) noexcept {
    const bool is_digit = c >= '0' && c <= '9';
    switch (state_) {
      case state::minus:
        if (is_digit) take_first_digit(c);
        return is_digit;
      case state::digits:
        if (is_digit) {
          add_digit(c);
          return true;
        }
        [[fallthrough]];
      case state::zero:
        if (c == '.') return leave_integer(state::point);
        return (c == 'e' || c == 'E') && leave_integer(state::exponent_mark);
      case state::point: return is_digit && leave_integer(state::fraction);
      case state::fraction:
        return is_digit || ((c == 'e' || c == 'E') && leave_integer(state::exponent_mark));
      case state::exponent_mark:
        if (c == '+' || c == '-') return leave_integer(state::exponent_sign);
        [[fallthrough]];
      case state::exponent_sign: return is_digit && leave_integer(state::exponent);
      case state::exponent: return is_digit;
    }
    return false;
  }

  /// Whether what was taken so far is a number. A digit after a leading zero is no part of one, and
  /// cannot follow one either.
  [[nodiscard]] constexpr bool is_whole() const noexcept {
    return state_ == state::zero || state_ == state::digits || state_ == state::fraction ||
           state_ == state::exponent;
  }
  /// Whether it is a zero so far.
  [[nodiscard]] constexpr bool is_zero() const noexcept { return state_ == state::zero; }

  /// The number, once it is whole.
  [[nodiscard]] constexpr const number_token& token() const noexcept { return token_; }

 private:
  enum class state : std::uint8_t {
    minus,
    zero,
    digits,
    point,
    fraction,
    exponent_mark,
    exponent_sign,
    exponent
  };

  constexpr void take_first_digit(char c) noexcept {
    token_.magnitude = static_cast<std::uint64_t>(c - '0');
    state_ = c == '0' ? state::zero : state::digits;
  }

  constexpr bool leave_integer(state next) noexcept {
    token_.is_integer = false;
    state_ = next;
    return true;
  }

  constexpr void add_digit(char c) noexcept {
    constexpr std::uint64_t highest = (std::numeric_limits<std::uint64_t>::max)();
    const auto digit = static_cast<std::uint64_t>(c - '0');
    token_.magnitude =
        token_.magnitude > (highest - digit) / 10 ? highest : token_.magnitude * 10 + digit;
  }

  state state_ = state::minus;
  number_token token_{};
};

}  // namespace feishu::helpdesk::detail

#endif
