#ifndef FEISHU_PLAYGROUND_UNITS_HPP
#define FEISHU_PLAYGROUND_UNITS_HPP

#include <feishu/helpdesk/detail/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace playground {

/// Converts byte offsets of a text to offsets in UTF-16 units, which browsers count. Moves in both
/// directions, so that the next offset costs little if it is near.
class unit_cursor {
 public:
  explicit unit_cursor(std::string_view text) noexcept : text_(text) {}

  std::size_t at(std::size_t offset) noexcept {
    while (offset_ < offset) units_ += units_of(text_[offset_++]);
    while (offset_ > offset) units_ -= units_of(text_[--offset_]);
    return units_;
  }

 private:
  // A character counts by its first byte: beyond U+FFFF, which takes four bytes, it is a pair.
  static std::size_t units_of(char c) noexcept {
    if (feishu::helpdesk::detail::is_continuation(c)) return 0;
    return static_cast<unsigned char>(c) >= 0xf0 ? 2 : 1;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t units_ = 0;
};

}  // namespace playground

#endif
