#ifndef FEISHU_HELPDESK_MODEL_TIMESTAMP_HPP
#define FEISHU_HELPDESK_MODEL_TIMESTAMP_HPP

#include <concepts>
#include <cstdint>
#include <type_traits>

/// Points in time, as the API writes them.
namespace feishu::helpdesk {

/// A time point of a clock whose epoch is 1970, such as `std::chrono::system_clock`. A steady clock
/// counts from another moment. Declared by shape, since `<chrono>` would double the cost of this header.
template <class TimePoint>
concept system_time_point = requires(const TimePoint& t) {
  { t.time_since_epoch().count() } -> std::convertible_to<std::int64_t>;
  TimePoint::period::num;
  TimePoint::period::den;
} && !TimePoint::clock::is_steady;

/// Milliseconds since 1970-01-01T00:00:00Z.
class timestamp {
 public:
  /// A number of milliseconds.
  constexpr timestamp(std::int64_t milliseconds) noexcept : milliseconds_(milliseconds) {}
  /// A time point, rounded towards zero: `std::chrono::system_clock::now()`.
  constexpr timestamp(const system_time_point auto& t) noexcept
      : milliseconds_(in_milliseconds<std::remove_cvref_t<decltype(t)>>(
            static_cast<std::int64_t>(t.time_since_epoch().count()))) {}

  /// Returns the number of milliseconds.
  [[nodiscard]] constexpr std::int64_t milliseconds() const noexcept { return milliseconds_; }

  bool operator==(const timestamp&) const = default;

 private:
  template <class TimePoint>
  static constexpr std::int64_t in_milliseconds(std::int64_t ticks) noexcept {
    constexpr std::int64_t per_second = 1000;
    constexpr std::int64_t num = TimePoint::period::num;
    constexpr std::int64_t den = TimePoint::period::den;
    if constexpr (den % (num * per_second) == 0) return ticks / (den / (num * per_second));
    return ticks * (num * per_second) / den;
  }

  std::int64_t milliseconds_;
};

}  // namespace feishu::helpdesk

#endif
