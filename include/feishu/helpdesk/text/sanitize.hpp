#ifndef FEISHU_HELPDESK_TEXT_SANITIZE_HPP
#define FEISHU_HELPDESK_TEXT_SANITIZE_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/unicode.hpp>
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

// A code point as people write it: "U+00A0".
inline std::string format_code_point(unsigned code_point) {
  constexpr std::size_t most_digits = 6;
  std::string digits;
  while (code_point != 0 && digits.size() < most_digits) {
    digits.insert(digits.begin(), "0123456789ABCDEF"[code_point & 0xf]);
    code_point >>= 4;
  }
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "U+" + digits;
}

// Whether a character is shown by its code point: a terminal would obey it, or people could not see it, or
// not tell it from a space.
constexpr bool is_shown_by_code_point(unsigned code_point) noexcept {
  return is_invisible(code_point) || is_foreign_space(code_point);
}

// A piece of text as a terminal will show it, and how many columns it takes.
struct shown_text {
  std::string text{};
  std::size_t width = 0;

  // Invisible characters become `<U+XXXX>`, those within emoji too, for terminals disagree on how wide a
  // sequence is; tabs become spaces, and bytes that are not UTF-8 question marks.
  void add(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size();) {
      const std::size_t next = next_character(raw, i);
      add_character(raw.substr(i, next - i));
      i = next;
    }
  }

  void add_character(std::string_view character) {
    const unsigned code_point = code_point_of(character);
    if (character == "\t") {
      add_narrow(" ");
    } else if (character.size() == 1 && code_point >= 0x80) {
      add_narrow("?");
    } else if (is_shown_by_code_point(code_point)) {
      add_narrow('<' + format_code_point(code_point) + '>');
    } else {
      text += character;
      width += width_of(code_point);
    }
  }

 private:
  void add_narrow(std::string_view ascii) {
    text += ascii;
    width += ascii.size();
  }
};

}  // namespace detail

/// Returns `text` with characters that a terminal would obey, or that nobody could see, as `<U+XXXX>`.
[[nodiscard]] inline std::string sanitize_for_terminal(std::string_view text) {
  detail::shown_text shown;
  shown.add(text);
  return shown.text;
}

}  // namespace feishu::helpdesk

#endif
