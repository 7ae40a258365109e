#ifndef FEISHU_HELPDESK_DETAIL_BOUNDED_LIST_HPP
#define FEISHU_HELPDESK_DETAIL_BOUNDED_LIST_HPP

#include <feishu/helpdesk/detail/late_value.hpp>

#include <cstddef>

/// Lists of bounded size, without allocation.
namespace feishu::helpdesk::detail {

/// At most `Capacity` values. Costs nothing to create: a value is made when it is appended.
template <class T, std::size_t Capacity>
class bounded_list {
 public:
  /// Drops all values.
  constexpr void clear() noexcept { size_ = 0; }
  /// Drops the last value; only if there is one.
  constexpr void pop_back() noexcept { --size_; }

  /// Appends a value. Returns false if the list is full.
  constexpr bool push_back(const T& value) noexcept {
    if (size_ == Capacity) return false;
    slots_[size_++].make(value);
    return true;
  }

  /// Returns the number of values.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Returns whether there are none.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// Returns the `index`-th value.
  [[nodiscard]] constexpr const T& operator[](std::size_t index) const noexcept {
    return slots_[index].value;
  }
  /// Returns the `index`-th value.
  [[nodiscard]] constexpr T& operator[](std::size_t index) noexcept { return slots_[index].value; }
  /// Returns the last value; only if there is one.
  [[nodiscard]] constexpr T& back() noexcept { return slots_[size_ - 1].value; }

 private:
  late_value<T> slots_[Capacity];
  std::size_t size_ = 0;
};

}  // namespace feishu::helpdesk::detail

#endif
