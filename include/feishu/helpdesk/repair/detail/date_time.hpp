#ifndef FEISHU_HELPDESK_REPAIR_DETAIL_DATE_TIME_HPP
#define FEISHU_HELPDESK_REPAIR_DETAIL_DATE_TIME_HPP

#include <cstdint>
#include <optional>
#include <string_view>

/// Dates and times of ISO 8601, as RFC 3339 restricts them.
namespace feishu::helpdesk::detail {

/// Returns the days from 1970-01-01 to a date of the Gregorian calendar, from 1970 on.
[[nodiscard]] constexpr std::int64_t days_since_1970(int year, int month, int day) noexcept {
  constexpr int days_to_1970 = 719'468;     // from 0000-03-01
  const int from_march = (month + 9) % 12;  // so that a leap day ends a year
  const int in_year = year - (month <= 2 ? 1 : 0);
  return std::int64_t{365} * in_year + in_year / 4 - in_year / 100 + in_year / 400 +
         (153 * from_march + 2) / 5 + day - 1 - days_to_1970;
}

/// Returns the days of a month, from 1 to 12.
[[nodiscard]] constexpr int days_in(int year, int month) noexcept {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Takes a date and time apart from its beginning.
class date_time_reader {
 public:
  constexpr explicit date_time_reader(std::string_view text) noexcept : rest_(text) {}

  // Milliseconds since 1970.
  constexpr std::optional<std::int64_t> read() noexcept {
    const int year = number(4);
    take('-');
    const int month = number(2, 1, 12);
    take('-');
    if (!is_valid_ || year < 1970) return std::nullopt;
    const int day = number(2, 1, days_in(year, month));
    take_one_of("Tt ");
    const int hour = number(2, 0, 23);
    take(':');
    const int minute = number(2, 0, 59);
    take(':');
    const int second = number(2, 0, 59);
    const int millisecond = fraction();
    const int minutes_east = zone();
    if (!is_valid_ || !rest_.empty()) return std::nullopt;
    const std::int64_t hours = days_since_1970(year, month, day) * 24 + hour;
    return ((hours * 60 + minute - minutes_east) * 60 + second) * 1000 + millisecond;
  }

 private:
  [[nodiscard]] constexpr bool stands_at(std::string_view any_of) const noexcept {
    return !rest_.empty() && any_of.find(rest_.front()) != std::string_view::npos;
  }

  constexpr void take_one_of(std::string_view any_of) noexcept {
    is_valid_ = is_valid_ && stands_at(any_of);
    if (is_valid_) rest_.remove_prefix(1);
  }
  constexpr void take(char c) noexcept { take_one_of({&c, 1}); }

  constexpr int digit() noexcept {
    const char c = rest_.empty() ? '0' : rest_.front();
    take_one_of("0123456789");
    return c - '0';
  }

  constexpr int number(int digits, int least = 0, int most = 9999) noexcept {
    int value = 0;
    for (int i = 0; i < digits && is_valid_; ++i) value = value * 10 + digit();
    is_valid_ = is_valid_ && value >= least && value <= most;
    return value;
  }

  // The first three digits of a fraction, if there is one.
  constexpr int fraction() noexcept {
    if (!stands_at(".")) return 0;
    take('.');
    int value = digit() * 100;
    for (int scale = 10; is_valid_ && stands_at("0123456789"); scale /= 10) {
      value += digit() * scale;
    }
    return value;
  }

  constexpr int zone() noexcept {
    if (stands_at("Zz")) {
      take_one_of("Zz");
      return 0;
    }
    const int sign = stands_at("-") ? -1 : 1;
    take_one_of("+-");
    const int hours = number(2, 0, 23);
    if (stands_at(":")) take(':');
    return sign * (hours * 60 + number(2, 0, 59));
  }

  std::string_view rest_;
  bool is_valid_ = true;
};

/// Returns the milliseconds since 1970 of a date and time with its zone, such as
/// `2021-07-15T12:30:44+08:00`; of a fraction, whole milliseconds. The years are 1970 to 9999. A time without
/// a zone is not read, for its zone would be a guess, nor is a leap second, which has no number of its own.
[[nodiscard]] constexpr std::optional<std::int64_t> milliseconds_of(
    std::string_view text) noexcept {
  return date_time_reader(text).read();
}

}  // namespace feishu::helpdesk::detail

#endif
