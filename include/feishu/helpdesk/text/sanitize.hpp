#ifndef FEISHU_HELPDESK_TEXT_SANITIZE_HPP
#define FEISHU_HELPDESK_TEXT_SANITIZE_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// Text that is safe to print on a terminal.
namespace feishu::helpdesk {
namespace detail {

// The byte after the character that begins at `i`; anything that is not UTF-8 counts byte by byte.
constexpr std::size_t next_character(std::string_view text, std::size_t i) noexcept {
  const std::size_t length = character_length(text[i]);
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

}  // namespace feishu::helpdesk

#endif
