#ifndef FEISHU_HELPDESK_REPAIR_DETAIL_SCALAR_FIXES_HPP
#define FEISHU_HELPDESK_REPAIR_DETAIL_SCALAR_FIXES_HPP

#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/detail/date_time.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

/// What is meant by a number, a timestamp or an id that is written otherwise: the JSON to write.
namespace feishu::helpdesk::detail {

// Decimal digits without ornament, of a number that fits in 32 bits.
inline bool is_count(std::string_view text) {
  digits_matcher digits;
  digits.add(text);
  return !text.empty() && digits.is_number() &&
         digits.value() <= (std::numeric_limits<std::int32_t>::max)() &&
         std::to_string(digits.value()) == text;
}

// Whether a field can hold this number: else the next complaint would be about that.
inline bool is_value_of(const field_info& row, std::string_view count) {
  for (const enumerator& each : row.values) {
    if (std::to_string(each.value) == count) return true;
  }
  return row.values.empty();
}

// The number of the enumerator that is called so; case and separators do not count.
inline std::optional<std::string> number_named(const field_info& row, std::string_view written) {
  const plain_name plain(written);
  for (const enumerator& each : row.values) {
    if (plain_name(each.name).text() == plain.text()) return std::to_string(each.value);
  }
  return std::nullopt;
}

inline bool is_id(field_kind kind) noexcept {
  return kind == field_kind::notification_id || kind == field_kind::user_id ||
         kind == field_kind::department_id || kind == field_kind::chat_id;
}

// Whether an id may be written so: letters, digits and `_`, `-`, `.`.
constexpr bool is_written_as_id(std::string_view text) noexcept {
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_sign = c == '_' || c == '-' || c == '.';
    if (!is_letter && !is_digit && !is_sign) return false;
  }
  return !text.empty();
}

// A timestamp, in whatever unit, in milliseconds.
inline std::optional<std::string> in_milliseconds(std::int64_t number) {
  constexpr std::int64_t step = 1000;
  if (number < least_milliseconds) {
    number *= step;
  } else {
    while (number >= least_microseconds) number /= step;
  }
  if (number < least_milliseconds) return std::nullopt;
  return in_quotes(std::to_string(number));
}

// The same of decimal digits.
inline std::optional<std::string> digits_in_milliseconds(std::string_view text) {
  digits_matcher digits;
  digits.add(text);
  return digits.is_number() ? in_milliseconds(digits.value()) : std::nullopt;
}

// A number that should have been a string, at once in the unit that is wanted: else the next complaint
// would be about that.
inline std::optional<std::string> quoted(field_kind kind, std::string_view number) {
  if (is_id(kind)) return in_quotes(number);
  return kind == field_kind::timestamp ? digits_in_milliseconds(number) : std::nullopt;
}

/// Returns the number that a field of integers is meant to have: 0 for `"0"`, `0.0` and the name of an
/// enumerator.
[[nodiscard]] inline std::optional<std::string> meant_integer(const field_info& row,
                                                              json_type actual,
                                                              std::string_view written) {
  std::string text;
  if (actual == json_type::string) {
    text = unescaped(written);
    written = trimmed(text);
    if (std::optional<std::string> number = number_named(row, written)) return number;
  } else if (actual == json_type::number) {
    const std::size_t point = written.find('.');
    if (point == npos || written.find_first_not_of('0', point + 1) != npos) return std::nullopt;
    written = written.substr(0, point);
  }
  const bool is_meant = is_count(written) && is_value_of(row, written);
  return is_meant ? std::optional(std::string(written)) : std::nullopt;
}

/// Returns the timestamp that is meant by a string that is not one: a date and time with its zone, or
/// digits with whitespace around them.
[[nodiscard]] inline std::optional<std::string> meant_timestamp(std::string_view written) {
  const std::string text = unescaped(written);
  const std::string_view core = trimmed(text);
  const std::optional<std::int64_t> time = milliseconds_of(core);
  if (!time) return digits_in_milliseconds(core);
  const bool is_plausible = *time >= least_milliseconds && *time < least_microseconds;
  return is_plausible ? std::optional(in_quotes(std::to_string(*time))) : std::nullopt;
}

/// Returns an id without the whitespace around it, if it then begins as it has to.
[[nodiscard]] inline std::optional<std::string> meant_id(std::string_view prefix,
                                                         std::string_view written) {
  const std::string text = unescaped(written);
  const std::string_view core = trimmed(text);
  const bool is_meant = core.size() != text.size() && !prefix.empty() && core.starts_with(prefix) &&
                        is_written_as_id(core);
  return is_meant ? std::optional(in_quotes(core)) : std::nullopt;
}

}  // namespace feishu::helpdesk::detail

#endif
