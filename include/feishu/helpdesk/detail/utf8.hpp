#ifndef FEISHU_HELPDESK_DETAIL_UTF8_HPP
#define FEISHU_HELPDESK_DETAIL_UTF8_HPP

#include <cstddef>
#include <string_view>

/// UTF-8 as RFC 3629 defines it: no surrogates, no overlong forms, nothing beyond U+10FFFF.
namespace feishu::helpdesk::detail {

// Whether a byte of a well-formed text is inside of a character.
constexpr bool is_continuation(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

/// Returns the number of bytes of the character that begins with `lead`, and 1 for a byte that begins none.
constexpr std::size_t character_length(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// Returns the number of bytes of `text` without a last character that is cut short. Looks at the last four.
constexpr std::size_t size_of_whole_characters(std::string_view text) noexcept {
  std::size_t start = text.size();
  for (unsigned i = 0; i < 4 && start > 0; ++i) {
    --start;
    if (is_continuation(text[start])) continue;
    return start + character_length(text[start]) > text.size() ? start : text.size();
  }
  return text.size();
}

/// Follows a text byte by byte.
class utf8_checker {
 public:
  /// Whether the text can go on with this byte.
  constexpr bool accept(unsigned char byte) noexcept {
    if (left_ == 0) return byte < 0x80 || begin(byte);
    if (byte < low_ || byte > high_) return false;
    low_ = 0x80;
    high_ = 0xbf;
    --left_;
    return true;
  }

  /// Whether no character is left unfinished.
  [[nodiscard]] constexpr bool is_whole() const noexcept { return left_ == 0; }

 private:
  // The second byte's range depends on the first.
  constexpr bool begin(unsigned char byte) noexcept {
    low_ = 0x80;
    high_ = 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) {
      left_ = 1;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      left_ = 2;
      if (byte == 0xe0) low_ = 0xa0;
      if (byte == 0xed) high_ = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      left_ = 3;
      if (byte == 0xf0) low_ = 0x90;
      if (byte == 0xf4) high_ = 0x8f;
    } else {
      return false;
    }
    return true;
  }

  unsigned char left_ = 0;
  unsigned char low_ = 0;
  unsigned char high_ = 0;
};

/// Writes a code point's one to four bytes into `bytes` and returns them.
[[nodiscard]] constexpr std::string_view encode_utf8(unsigned code_point,
                                                     char (&bytes)[4]) noexcept {
  unsigned size = 0;
  const auto put = [&](unsigned byte) { bytes[size++] = static_cast<char>(byte); };
  const auto put_tail = [&](unsigned shift) { put(0x80 | (code_point >> shift & 0x3f)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | code_point >> 6);
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xe0 | code_point >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xf0 | code_point >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
  return {bytes, size};
}

}  // namespace feishu::helpdesk::detail

#endif
