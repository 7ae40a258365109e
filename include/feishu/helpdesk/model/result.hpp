#ifndef FEISHU_HELPDESK_MODEL_RESULT_HPP
#define FEISHU_HELPDESK_MODEL_RESULT_HPP

#include <feishu/helpdesk/model/report.hpp>

#include <optional>
#include <utility>
#include <version>

#if defined(__cpp_lib_expected) && __cpp_lib_expected >= 202202L
#include <expected>
#endif

/// A value or a report.
namespace feishu::helpdesk {

/// A value, or the report that says why there is none. Where there is a value, the report may still
/// hold warnings and notes.
template <class T>
class result {
 public:
  /// A value, or none and the report that says why.
  constexpr result(std::optional<T> value, const helpdesk::report& why)
      : value_(std::move(value)), report_(why) {}

  /// Returns whether there is a value.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }
  /// Returns whether there is a value.
  [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
  /// Returns the value; only if there is one.
  [[nodiscard]] constexpr T& operator*() & noexcept { return *value_; }
  /// Returns the value; only if there is one.
  [[nodiscard]] constexpr const T& operator*() const& noexcept { return *value_; }
  /// Returns the value; only if there is one. By value, so that it outlives the temporary.
  [[nodiscard]] constexpr T operator*() && { return *std::move(value_); }
  /// Returns the value; only if there is one.
  [[nodiscard]] constexpr T* operator->() noexcept { return &*value_; }
  /// Returns the value; only if there is one.
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &*value_; }

  /// Returns the value. Throws `std::bad_optional_access` if there is none.
  [[nodiscard]] constexpr T& value() & { return value_.value(); }
  /// Returns the value. Throws `std::bad_optional_access` if there is none.
  [[nodiscard]] constexpr const T& value() const& { return value_.value(); }
  /// Returns the value. Throws `std::bad_optional_access` if there is none.
  [[nodiscard]] constexpr T value() && { return std::move(value_).value(); }
  /// Returns the value, or `other` if there is none.
  template <class Other>
  [[nodiscard]] constexpr T value_or(Other&& other) const& {
    return value_.value_or(static_cast<Other&&>(other));
  }
  /// Returns the value, or `other` if there is none.
  template <class Other>
  [[nodiscard]] constexpr T value_or(Other&& other) && {
    return std::move(value_).value_or(static_cast<Other&&>(other));
  }

  /// Returns the report: why there is no value, or the warnings and notes of a value.
  [[nodiscard]] constexpr const helpdesk::report& report() const& noexcept { return report_; }
  /// Returns the report: why there is no value, or the warnings and notes of a value.
  [[nodiscard]] constexpr helpdesk::report report() && noexcept { return report_; }
  /// Returns the report.
  [[nodiscard]] constexpr const helpdesk::report& error() const& noexcept { return report_; }
  /// Returns the report.
  [[nodiscard]] constexpr helpdesk::report error() && noexcept { return report_; }

#if defined(__cpp_lib_expected) && __cpp_lib_expected >= 202202L
  /// Returns the same as a `std::expected`, without the warnings and notes of a value.
  [[nodiscard]] constexpr operator std::expected<T, helpdesk::report>() const& {
    if (!value_) return std::unexpected(report_);
    return *value_;
  }
#endif

 private:
  std::optional<T> value_;
  helpdesk::report report_;
};

}  // namespace feishu::helpdesk

#endif
