#ifndef FEISHU_HELPDESK_DETAIL_LATE_VALUE_HPP
#define FEISHU_HELPDESK_DETAIL_LATE_VALUE_HPP

#include <new>
#include <type_traits>

/// Room for values that are made later.
namespace feishu::helpdesk::detail {

/// Room for one value, which costs nothing until the value is made.
template <class T>
union late_value {
  static_assert(std::is_trivially_destructible_v<T>);

  /// No value yet.
  constexpr late_value() noexcept {
    if (std::is_constant_evaluated()) nothing = 0;
  }

  /// Makes the value, also in the place of another.
  template <class... Parts>
  constexpr void make(const Parts&... parts) noexcept {
    // A constant must be told that `value` is the member now; at run time, it is made in its place.
    if (std::is_constant_evaluated()) {
      *this = late_value(T(parts...));
    } else {
      ::new (&value) T(parts...);
    }
  }

  char nothing;
  T value;  ///< only once it was made

 private:
  constexpr explicit late_value(const T& made) noexcept : value(made) {}
};

}  // namespace feishu::helpdesk::detail

#endif
