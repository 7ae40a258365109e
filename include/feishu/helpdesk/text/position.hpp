#ifndef FEISHU_HELPDESK_TEXT_POSITION_HPP
#define FEISHU_HELPDESK_TEXT_POSITION_HPP

#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <string_view>

/// Lines and columns of a text.
namespace feishu::helpdesk {

/// A place in a text: line and column count from 1, columns in bytes. 0 where unknown.
struct position {
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< from 1, in bytes

  bool operator==(const position&) const = default;
};

/// Turns offsets into positions. Linear in the text's size for offsets in ascending order, as they
/// stand in a report; an offset before the last one starts again from the beginning.
class line_counter {
 public:
  /// Refers to the text.
  constexpr explicit line_counter(std::string_view text) noexcept : text_(text) {}

  /// The position of a byte.
  constexpr position at(std::size_t offset) noexcept {
    if (offset == npos) return {};
    if (offset > text_.size()) offset = text_.size();
    if (offset < read_) *this = line_counter(text_);
    for (; read_ < offset; ++read_) {
      if (text_[read_] == '\n') {
        ++line_;
        line_start_ = read_ + 1;
      }
    }
    return {line_, offset - line_start_ + 1};
  }

 private:
  std::string_view text_;
  std::size_t read_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
};

}  // namespace feishu::helpdesk

#endif
