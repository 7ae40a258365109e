#ifndef FEISHU_HELPDESK_DETAIL_READER_SCAN_HPP
#define FEISHU_HELPDESK_DETAIL_READER_SCAN_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/reader/simd.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// The text of JSON strings, and what stands between tokens, many bytes at a time. Everything here has
/// a plain form for constant expressions and a fast one for run time, which find the same.
namespace feishu::helpdesk::detail {

/// Whether a byte is plain text in a JSON string: ASCII, and neither quote, backslash nor control.
[[nodiscard]] constexpr bool is_plain(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/// Whether a byte is one of the four that may stand between tokens.
[[nodiscard]] constexpr bool is_whitespace(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Skips what may stand between tokens: the first byte from `p` on that is none of it, or `end`.
[[nodiscard]] FEISHU_HELPDESK_NOINLINE constexpr const char* skip_whitespace(
    const char* p, const char* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - p >= block_size; p += block_size) {
      const block_mask others = ~whitespace_in(load(p)) & full_mask;
      if (others == 0) continue;
      p += bytes_before(others);
      if (static_cast<unsigned char>(*p) > ' ') return p;
      break;
    }
  }
  while (p != end && is_whitespace(*p)) ++p;
  return p;
}

/// Skips what stands between tokens, gap by gap. Who indents mostly does so as far as before: where that
/// is so, a processor that runs ahead of the branch need not wait for the blanks to be counted.
class gap_skipper {
 public:
  /// As `skip_whitespace`.
  [[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE constexpr const char* skip(const char* p,
                                                                         const char* end) noexcept {
    if (!std::is_constant_evaluated() && end - p >= block_size) {
      const block_mask others = ~whitespace_in(load(p)) & full_mask;
      const block_mask first = first_of(others);
      if (first == mark_) {
        p += size_;  // here and there: an addition behind both would wait
      } else {
        mark_ = first;
        size_ = others != 0 ? bytes_before(others) : 0;
        p += size_;
      }
      if (static_cast<unsigned char>(*p) > ' ') return p;
    }
    return skip_whitespace(p, end);
  }

 private:
  block_mask mark_ = 0;   // of the byte behind the last gap
  std::size_t size_ = 0;  // of that gap
};

FEISHU_HELPDESK_NOINLINE constexpr const char* skip_plain_bytewise(const char* p,
                                                                   const char* end) noexcept {
  while (p != end && is_plain(*p)) ++p;
  return p;
}

/// Skips plain text: the first byte from `p` on that is not, or `end`.
[[nodiscard]] constexpr const char* skip_plain(const char* p, const char* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - p >= block_size; p += block_size) {
      const block_mask others = special_in(load(p));
      if (others != 0) return p + bytes_before(others);
    }
  }
  return skip_plain_bytewise(p, end);
}

/// What is known of a text before it is read.
enum class encoding : std::uint8_t { unknown, utf8 };

// Skips one character, unless it is ill-formed or cut off by `end`.
constexpr const char* skip_character(const char* p, const char* end) noexcept {
  // Most have three bytes; after E0 and ED not every second one is legal.
  const auto lead = static_cast<unsigned char>(*p);
  if ((lead & 0xf0) == 0xe0 && lead != 0xe0 && lead != 0xed && end - p >= 3 &&
      is_continuation(p[1]) && is_continuation(p[2])) {
    return p + 3;
  }
  utf8_checker checker;
  const char* q = p;
  do {
    if (q == end || !checker.accept(static_cast<unsigned char>(*q++))) return p;
  } while (!checker.is_whole());
  return q;
}

// Skips characters of three bytes that lead as those of Chinese do: each byte behind may be any that is
// legal there.
inline const char* skip_han(const char* first, const char* end) noexcept {
  const auto is_one = [](std::uint32_t bytes) {
    const std::uint32_t lead = bytes & 0xff;
    return lead - 0xe1 <= 0xef - 0xe1 && lead != 0xed && (bytes & 0xc0c000) == 0x808000;
  };
  const char* p = first;
  for (; end - p > 3; p += 3) {
    if (!is_one(load_in_order(p))) return p;
  }
  const bool is_last = end - p == 3 && p != first && is_one(load_in_order(p - 1) >> 8);
  return is_last ? end : p;
}

template <encoding Known>
FEISHU_HELPDESK_NOINLINE constexpr const char* skip_text_bytewise(const char* p,
                                                                  const char* end) noexcept {
  while (p != end) {
    if (is_plain(*p) || (Known == encoding::utf8 && static_cast<unsigned char>(*p) >= 0x80)) {
      ++p;
    } else if (static_cast<unsigned char>(*p) < 0x80) {
      return p;
    } else {
      const char* const next = skip_character(p, end);
      if (next == p) return p;
      p = next;
    }
  }
  return p;
}

// The start of the character whose byte stands before `p`.
inline const char* start_of_character(const char* p) noexcept {
  do {
    --p;
  } while (is_continuation(*p));
  return p;
}

// Follows UTF-8 through blocks of `Bytes` bytes, whose characters may reach from one into the next.
// Continuing bytes are to stand behind leads, as many as those say, and nowhere else.
template <std::ptrdiff_t Bytes>
struct utf8_follower {
  block_mask pending = 0;   // continuing bytes that are expected at the start of the next block
  block_mask expected = 0;  // and in this one

  // The next block's bytes that are wrong, or may be.
  block_mask faults_in(const utf8_shapes& shapes) noexcept {
    constexpr unsigned byte = mask_bits_per_byte;
    constexpr unsigned size = byte * static_cast<unsigned>(Bytes);
    expected = (shapes.leading << byte | shapes.leading_more << 2 * byte | pending) &
               (~block_mask{0} >> (64 - size));
    pending = shapes.leading >> (size - byte) | shapes.leading_more >> (size - 2 * byte);
    return (expected ^ shapes.continuation) | shapes.doubtful;
  }
};

// Blocks of text.
FEISHU_HELPDESK_NOINLINE inline const char* skip_text_blocks(const char* p,
                                                             const char* end) noexcept {
  utf8_follower<block_size> utf8;
  for (;;) {
    // The zeros behind the last bytes are control characters, and so the end.
    const bool is_whole = end - p >= block_size;
    const block bytes = is_whole ? load(p) : load_partial(p, static_cast<std::size_t>(end - p));
    const block_mask special = special_in(bytes);
    if ((special | utf8.pending) == 0) {
      p += block_size;
      continue;
    }
    const utf8_shapes shapes = shapes_of(bytes);
    const block_mask wrong = utf8.faults_in(shapes);
    const block_mask stops = (special & ~(shapes.leading | shapes.continuation)) | wrong;
    if (stops == 0) {
      p += block_size;
      continue;
    }
    const block_mask first = first_of(stops);
    p += bytes_before(stops);
    if ((wrong & first) == 0) return p;
    if ((utf8.expected & first) != 0) p = start_of_character(p);
    const char* const next = skip_character(p, end);
    if (next == p) return p;
    p = next;
    utf8 = {};
  }
}

// The same where the characters are known to be well-formed.
inline const char* skip_utf8_blocks(const char* p, const char* end) noexcept {
  for (; end - p >= block_size; p += block_size) {
    const block bytes = load(p);
    const block_mask stops = special_in(bytes) & ~non_ascii_in(bytes);
    if (stops != 0) return p + bytes_before(stops);
  }
  return skip_text_bytewise<encoding::utf8>(p, end);
}

/// Skips text of a JSON string up to a quote, a backslash, a control character, `end`, or a character
/// that is ill-formed or, unless the text is known to be UTF-8, cut off by `end`.
template <encoding Known = encoding::unknown>
[[nodiscard]] constexpr const char* skip_text(const char* p, const char* end) noexcept {
  if (std::is_constant_evaluated()) return skip_text_bytewise<Known>(p, end);
  if constexpr (Known == encoding::utf8) return skip_utf8_blocks(p, end);
  p = skip_plain(p, end);
  const bool is_done = p == end || static_cast<unsigned char>(*p) < 0x80;
  return is_done ? p : skip_text_blocks(p, end);
}

/// Whether a text is ASCII, of any kind.
[[nodiscard]] constexpr bool is_ascii(std::string_view text) noexcept {
  if (!std::is_constant_evaluated() && text.size() >= sizeof(std::uint64_t)) {
    const auto bits_at = [&](std::size_t place) {
      return load_word<std::uint64_t>(text.data() + place);
    };
    std::uint64_t bits = bits_at(text.size() - sizeof bits);
    for (std::size_t i = 0; i + sizeof bits < text.size(); i += sizeof bits) bits |= bits_at(i);
    return (bits & 0x8080808080808080) == 0;
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// Whether a text is well-formed UTF-8, of any characters. Linear in the size of `text`.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
  if (is_ascii(text)) return true;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end; ++p) {
    if (std::is_constant_evaluated()) {
      p = skip_text(p, end);
    } else {
      // Names are short, and mostly of such characters alone: blocks would cost them more.
      p = skip_han(p, end);
      if (p != end) p = skip_text_blocks(p, end);
    }
    if (p == end) return true;
    if (static_cast<unsigned char>(*p) >= 0x80) return false;
  }
  return true;
}

}  // namespace feishu::helpdesk::detail

/// Short texts compared without a call.
namespace feishu::helpdesk::detail {

// Whether two texts of the same size, at least that of a word, are equal: by loads of words, the last
// of which may overlap.
template <class Word>
bool are_equal_by(const char* a, const char* b, std::size_t size) noexcept {
  const auto differ = [&](std::size_t at) {
    return load_word<Word>(a + at) != load_word<Word>(b + at);
  };
  for (std::size_t at = 0; at + sizeof(Word) < size; at += sizeof(Word)) {
    if (differ(at)) return false;
  }
  return !differ(size - sizeof(Word));
}

/// Whether two texts of the same size are equal. For names, which are short.
[[nodiscard]] constexpr bool are_equal(std::string_view a, std::string_view b) noexcept {
  if (std::is_constant_evaluated() || a.size() < sizeof(std::uint32_t)) return a == b;
  if (a.size() < sizeof(std::uint64_t)) {
    return are_equal_by<std::uint32_t>(a.data(), b.data(), a.size());
  }
  return are_equal_by<std::uint64_t>(a.data(), b.data(), a.size());
}

}  // namespace feishu::helpdesk::detail

#endif
