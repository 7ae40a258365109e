#ifndef FEISHU_HELPDESK_SCAN_HPP
#define FEISHU_HELPDESK_SCAN_HPP

#include <feishu/helpdesk/utf8.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/// The text of JSON strings, many bytes at a time. Everything here has a plain form for constant
/// expressions and a fast one for run time, which find the same.
namespace feishu::helpdesk {

/// Whether a byte is plain text in a JSON string: ASCII, and neither quote, backslash nor control.
[[nodiscard]] constexpr bool is_plain(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

namespace detail {

// A mark for each byte of a block that is not plain, and which byte the lowest mark stands for.
#if defined(__SSE2__)

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned marks_per_byte = 1;

inline std::uint64_t special_bytes(const char* block) noexcept {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block));
  const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  // As signed numbers, bytes of 0x80 and more are below 0x20 too.
  const __m128i others = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, backslashes), others)));
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned marks_per_byte = 4;

inline std::uint64_t special_bytes(const char* block) noexcept {
  const uint8x16_t bytes = vld1q_u8(reinterpret_cast<const std::uint8_t*>(block));
  const uint8x16_t quotes = vceqq_u8(bytes, vdupq_n_u8('"'));
  const uint8x16_t backslashes = vceqq_u8(bytes, vdupq_n_u8('\\'));
  const uint8x16_t others = vcltq_s8(vreinterpretq_s8_u8(bytes), vdupq_n_s8(0x20));
  const uint8x16_t marks = vorrq_u8(vorrq_u8(quotes, backslashes), others);
  const uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(marks), 4);
  return vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
}

#else

inline constexpr std::ptrdiff_t block_size = 8;
inline constexpr unsigned marks_per_byte = 8;

// Marks may also stand above the lowest true one: borrows of the subtractions run upward.
inline std::uint64_t special_bytes(const char* block) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, block, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t reversed = 0;
    for (unsigned i = 0; i < 8; ++i) reversed = reversed << 8 | (bytes >> (8 * i) & 0xff);
    bytes = reversed;
  }
  const auto zeros = [](std::uint64_t word) { return (word - ones) & ~word; };
  const std::uint64_t quotes = zeros(bytes ^ ones * '"');
  const std::uint64_t backslashes = zeros(bytes ^ ones * '\\');
  const std::uint64_t controls = (bytes - ones * 0x20) & ~bytes;
  return (quotes | backslashes | controls | bytes) & ones * 0x80;
}

#endif

inline std::uint32_t load_four(const char* p) noexcept {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  return bytes;
}

}  // namespace detail

/// Skips plain text: the first byte from `p` on that is not, or `end`.
[[nodiscard]] constexpr const char* skip_plain(const char* p, const char* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - p >= detail::block_size; p += detail::block_size) {
      if (const std::uint64_t marks = detail::special_bytes(p)) {
        return p + static_cast<unsigned>(std::countr_zero(marks)) / detail::marks_per_byte;
      }
    }
  }
  while (p != end && is_plain(*p)) ++p;
  return p;
}

/// Skips whole, well-formed characters beyond ASCII. Stops at ASCII, at `end`, and before a character
/// that is ill-formed or cut off by `end`.
[[nodiscard]] constexpr const char* skip_characters(const char* p, const char* end) noexcept {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    // Three bytes are the normal case for Chinese: E0…EF, then two of 80…BF, without what would be
    // overlong (E0, then below A0) or a surrogate (ED, then A0 or more).
    while (end - p >= 4) {
      const std::uint32_t bytes = detail::load_four(p);
      const std::uint32_t doubtful = bytes & 0x0000200f;
      if ((bytes & 0x00c0c0f0) != 0x008080e0 || doubtful == 0 || doubtful == 0x200d) break;
      p += 3;
    }
  }
  while (p != end && static_cast<unsigned char>(*p) >= 0x80) {
    utf8_checker checker;
    const char* q = p;
    do {
      if (q == end || !checker.accept(static_cast<unsigned char>(*q++))) return p;
    } while (!checker.is_whole());
    p = q;
  }
  return p;
}

/// Skips text of a JSON string up to a quote, a backslash, a control character, `end`, or a character
/// that is ill-formed or cut off by `end`.
[[nodiscard]] constexpr const char* skip_text(const char* p, const char* end) noexcept {
  for (;;) {
    p = skip_plain(p, end);
    if (p == end || static_cast<unsigned char>(*p) < 0x80) return p;
    const char* const next = skip_characters(p, end);
    if (next == p) return p;
    p = next;
  }
}

}  // namespace feishu::helpdesk

#endif
