#ifndef FEISHU_HELPDESK_MODEL_SYNTAX_HPP
#define FEISHU_HELPDESK_MODEL_SYNTAX_HPP

#include <feishu/helpdesk/model/language.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

/// What a JSON text is made of, and why it may not be one.
namespace feishu::helpdesk {

/// A position that is not known, as where there is no text.
inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

namespace detail {

/// The levels of arrays and objects that a text may nest.
inline constexpr unsigned max_depth = 32;

}  // namespace detail

/// Why a text is not JSON.
enum class syntax_error : std::uint8_t {
  none,
  end_of_text,
  expected_value,
  expected_name,
  expected_colon,
  expected_comma_or_end,
  bad_literal,
  bad_number,
  bad_escape,
  control_character,
  bad_utf8,
  lone_surrogate,
  too_deep,
  trailing_text,
  number_beyond_double,
  not_an_object  ///< JSON, but not what a card must be
};

namespace detail {

/// In the order of `syntax_error`: what was expected, or what is wrong.
inline constexpr localized_text syntax_error_texts[] = {
    {"nothing is wrong", "没有错误"},
    {"unexpected end of input", "输入提前结束"},
    {"expected a value", "此处应为一个值"},
    {"expected a field name in double quotes", "此处应为双引号括起的字段名"},
    {"expected ':' after a field name", "字段名之后应为“:”"},
    {"expected ',' or a closing bracket", "此处应为“,”或右括号"},
    {"expected true, false or null", "此处应为 true、false 或 null"},
    {"invalid number", "数字格式不正确"},
    {"invalid escape sequence", "转义序列不正确"},
    {"a control character in a string must be escaped", "字符串中的控制字符必须转义"},
    {"invalid UTF-8", "不是合法的 UTF-8"},
    {"unpaired surrogate", "代理对不完整"},
    {"nested deeper than 32 levels", "嵌套超过 32 层"},
    {"unexpected content after the value", "值之后还有多余的内容"},
    {"a number is outside the range of a double", "数字超出双精度浮点数的范围"},
    {"not an object", "不是一个对象"},
};

}  // namespace detail
static_assert(std::size(detail::syntax_error_texts) ==
              static_cast<std::size_t>(syntax_error::not_an_object) + 1);

/// The reason in words.
[[nodiscard]] constexpr localized_text localized(syntax_error error) noexcept {
  return detail::syntax_error_texts[static_cast<std::size_t>(error)];
}

namespace detail {

/// A number as it was written.
struct number_token {
  bool is_integer = true;       ///< neither fraction nor exponent
  bool is_negative = false;     ///< written with a minus
  std::uint64_t magnitude = 0;  ///< of the integer part; saturated

  /// Whether it is the API's: signed, of 32 bits.
  [[nodiscard]] constexpr bool fits_32_bits() const noexcept {
    return magnitude <= std::uint64_t{0x7fff'ffff} + (is_negative ? 1 : 0);
  }

  /// The value, saturated at 64 bits.
  [[nodiscard]] constexpr std::int64_t value() const noexcept {
    constexpr std::uint64_t highest = (std::numeric_limits<std::int64_t>::max)();
    if (!is_negative) return static_cast<std::int64_t>(magnitude < highest ? magnitude : highest);
    if (magnitude > highest) return (std::numeric_limits<std::int64_t>::min)();
    return -static_cast<std::int64_t>(magnitude);
  }
};

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
