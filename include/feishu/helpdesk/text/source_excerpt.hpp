#ifndef FEISHU_HELPDESK_TEXT_SOURCE_EXCERPT_HPP
#define FEISHU_HELPDESK_TEXT_SOURCE_EXCERPT_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

/// Places in a text, and excerpts that are fit for a terminal.
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

namespace detail {

// The byte after the character that begins at `i`; anything that is not UTF-8 counts byte by byte.
constexpr std::size_t next_character(std::string_view text, std::size_t i) noexcept {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const std::string_view character = text.substr(i, length);
  return character.size() == length && is_utf8(character) ? i + length : i + 1;
}

constexpr unsigned code_point_of(std::string_view character) noexcept {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead;
  unsigned value = lead & (0xffu >> (character.size() + 1));
  for (const char c : character.substr(1)) {
    value = value << 6 | (static_cast<unsigned char>(c) & 0x3f);
  }
  return value;
}

// Two for the scripts and symbols that terminals show two columns wide.
constexpr std::size_t width_of(unsigned code_point) noexcept {
  constexpr struct {
    unsigned first, last;
  } wide[] = {{0x1100, 0x115f},   {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},  {0xf900, 0xfaff},
              {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},  {0x1f300, 0x1f64f},
              {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};
  for (const auto& range : wide) {
    if (code_point >= range.first && code_point <= range.last) return 2;
  }
  return 1;
}

// Whether a terminal would obey a character instead of showing it, or let it rearrange the line.
constexpr bool is_unsafe_for_terminal(unsigned code_point) noexcept {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0x061c ||
         code_point == 0x200b || code_point == 0x2060 ||
         (code_point >= 0x200e && code_point <= 0x200f) ||
         (code_point >= 0x2028 && code_point <= 0x202e) ||
         (code_point >= 0xfff9 && code_point <= 0xfffb) ||
         (code_point >= 0xe0000 && code_point <= 0xe007f) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0xfeff;
}

// A piece of text as a terminal will show it, and how many columns it takes.
struct shown_text {
  std::string text{};
  std::size_t width = 0;

  // Harmful characters become a question mark; so does each byte that is not UTF-8.
  void add(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size();) {
      const std::size_t next = next_character(raw, i);
      const std::string_view character = raw.substr(i, next - i);
      const unsigned code_point = code_point_of(character);
      const bool is_stray_byte = character.size() == 1 && code_point >= 0x80;
      if (character == "\t") {
        text += ' ';
      } else if (is_unsafe_for_terminal(code_point) || is_stray_byte) {
        text += '?';
      } else {
        text += character;
      }
      width += is_stray_byte ? 1 : width_of(code_point);
      i = next;
    }
  }
};

}  // namespace detail

/// `text` without characters that a terminal would obey: each becomes a question mark.
[[nodiscard]] inline std::string sanitize_for_terminal(std::string_view text) {
  detail::shown_text shown;
  shown.add(text);
  return shown.text;
}

/// Where the name, string, number or character at `offset` ends, well-formed or not: at the latest with
/// `text`.
[[nodiscard]] constexpr std::size_t end_of_token(std::string_view text,
                                                 std::size_t offset) noexcept {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.' || c == '_';
  };
  if (offset >= text.size()) return text.size();
  std::size_t end = offset;
  if (text[offset] == '"') {
    ++end;
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    return end < text.size() ? end + 1 : text.size();
  }
  while (end < text.size() && is_word(text[end])) ++end;
  return end != offset ? end : detail::next_character(text, offset);
}

/// The part of a line that is shown under a diagnostic, and where its mark stands.
struct excerpt {
  std::string text{};          ///< fit for a terminal
  std::size_t mark_start = 0;  ///< in columns of a terminal
  std::size_t mark_width = 0;  ///< in columns of a terminal
};

/// The line around `offset`, at most about a hundred bytes of it, with the name, string, number or
/// bracket at `offset` marked. Looks at a bounded part of `text`.
[[nodiscard]] inline excerpt excerpt_at(std::string_view text, std::size_t offset) {
  constexpr std::size_t reach_back = 40;
  constexpr std::size_t reach_on = 60;
  if (offset > text.size()) offset = text.size();

  const auto is_inside_character = [&](std::size_t i) {
    return i < text.size() && detail::is_continuation(text[i]);
  };
  constexpr std::size_t longest_tail = 3;  // of a character, after its first byte

  std::size_t first = offset;
  while (first > 0 && offset - first < reach_back && text[first - 1] != '\n') --first;
  const bool is_cut_before = first > 0 && text[first - 1] != '\n';
  for (std::size_t i = 0; is_cut_before && i < longest_tail && is_inside_character(first); ++i) {
    if (first < offset) ++first;
  }
  std::size_t last = offset;
  while (last < text.size() && last - offset < reach_on && text[last] != '\n' &&
         text[last] != '\r') {
    ++last;
  }
  const bool is_cut_after = last < text.size() && text[last] != '\n' && text[last] != '\r';
  for (std::size_t i = 0; is_cut_after && i < longest_tail && is_inside_character(last); ++i) {
    if (last > offset + 1) --last;
  }

  const std::size_t token_end = end_of_token(text.substr(0, last), offset);

  detail::shown_text shown;
  if (is_cut_before) shown.add("…");
  shown.add(text.substr(first, offset - first));
  excerpt result;
  result.mark_start = shown.width;
  shown.add(text.substr(offset, token_end - offset));
  result.mark_width = shown.width > result.mark_start ? shown.width - result.mark_start : 1;
  shown.add(text.substr(token_end, last - token_end));
  if (is_cut_after) shown.add("…");
  result.text = std::move(shown.text);
  return result;
}

}  // namespace feishu::helpdesk

#endif
