// Dates and times of ISO 8601, compared with a calendar that counts day by day.

#include <feishu/helpdesk/repair/detail/date_time.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace {

using feishu::helpdesk::detail::days_in;
using feishu::helpdesk::detail::milliseconds_of;

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

static_assert(milliseconds_of("1970-01-01T00:00:00Z") == 0);
static_assert(milliseconds_of("2021-07-15T12:30:44+08:00") == 1'626'323'444'000);
static_assert(milliseconds_of("9999-12-31T23:59:59.999Z") == 253'402'300'799'999);

std::string digits(int value, std::size_t width) {
  const std::string text = std::to_string(value);
  return std::string(width - text.size(), '0') + text;
}

TEST_CASE("every day of 400 years, and every month from 1970 to 9999") {
  std::int64_t expected = 0;
  std::int64_t wrong = 0;
  for (int year = 1970; year <= 9999; ++year) {
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    for (int month = 1; month <= 12; ++month) {
      const bool is_short = month == 4 || month == 6 || month == 9 || month == 11;
      const int days_of_february = is_leap ? 29 : 28;
      const int length = month == 2 ? days_of_february : is_short ? 30 : 31;
      wrong += days_in(year, month) == length ? 0 : 1;
      const std::string of_month = digits(year, 4) + '-' + digits(month, 2) + '-';
      for (int d = 1; d <= length; ++d, expected += day) {
        if (year > 2400 && d != 1 && d != length) continue;  // the calendar repeats
        const std::optional<std::int64_t> seen =
            milliseconds_of(of_month + digits(d, 2) + "T00:00:00Z");
        wrong += seen == expected ? 0 : 1;
      }
      wrong += milliseconds_of(of_month + "00T00:00:00Z") ? 1 : 0;
      wrong += milliseconds_of(of_month + digits(length + 1, 2) + "T00:00:00Z") ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("times, fractions and zones") {
  const auto on_first_day = [](std::string_view rest) {
    return milliseconds_of("1970-01-01" + std::string(rest));
  };
  CHECK(on_first_day("T23:59:59Z") == day - second);
  CHECK(on_first_day("t00:00:01z") == second);
  CHECK(on_first_day(" 00:00:01Z") == second);
  CHECK(on_first_day("T00:00:00.1Z") == 100);
  CHECK(on_first_day("T00:00:00.012Z") == 12);
  CHECK(on_first_day("T00:00:00." + std::string(100'000, '9') + 'Z') == 999);
  CHECK(on_first_day("T00:00:00+08:00") == -8 * hour);
  CHECK(on_first_day("T00:00:00-05:30") == 5 * hour + 30 * minute);
  CHECK(on_first_day("T00:00:00-0530") == 5 * hour + 30 * minute);
  CHECK(on_first_day("T00:00:00+23:59") == minute - day);
}

TEST_CASE("anything else is refused") {
  for (const std::string_view text : {"",
                                      "Z",
                                      "2021",
                                      "2021-07-15",
                                      "2021-07-15T12:30:44",
                                      "2021-07-15T12:30:44+",
                                      "2021-07-15T12:30Z",
                                      "2021-07-15T12:30:44+08",
                                      "2021-07-15T12:30:44+8:00",
                                      "2021-07-15T12:30:44+08:60",
                                      "2021-07-15T12:30:44+24:00",
                                      "2021-07-15T12:30:44 +08:00",
                                      "2021-07-15T12:30:44.Z",
                                      "2021-07-15T12:30:44,5Z",
                                      "2021-07-15T24:00:00Z",
                                      "2021-07-15T12:60:00Z",
                                      "2016-12-31T23:59:60Z",
                                      "1969-12-31T23:59:59Z",
                                      "2021-00-15T12:30:44Z",
                                      "2021-13-15T12:30:44Z",
                                      "2021-7-15T12:30:44Z",
                                      "21-07-15T12:30:44Z",
                                      "02021-07-15T12:30:44Z",
                                      "2021/07/15T12:30:44Z",
                                      "2021-07-15T12.30.44Z",
                                      "2021-07-15_12:30:44Z",
                                      "2021-07-15T12:30:44ZZ",
                                      "2021-07-15T12:30:44Z ",
                                      " 2021-07-15T12:30:44Z",
                                      "-2021-07-15T12:30:44Z",
                                      "2021-07-15T-1:30:44Z",
                                      "2021-07-15T12:30:44UTC",
                                      "20210715T123044Z",
                                      "2021-0\xff-15T12:30:44Z"}) {
    CAPTURE(text);
    CHECK(!milliseconds_of(text));
  }
}

}  // namespace
