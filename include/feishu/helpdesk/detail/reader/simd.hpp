#ifndef FEISHU_HELPDESK_DETAIL_READER_SIMD_HPP
#define FEISHU_HELPDESK_DETAIL_READER_SIMD_HPP

#include <feishu/helpdesk/detail/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#if FEISHU_HELPDESK_NEON
#include <arm_neon.h>
#endif

/// Questions about a block of bytes at once: all that depends on the processor.
///
/// The answers are marks, `mask_bits_per_byte` bits for each byte that is meant, the first byte's lowest.
///
/// - `special_in`: quotes, backslashes, control characters, and bytes beyond ASCII.
/// - `whitespace_in`: spaces and line feeds.
/// - `non_ascii_in`: 80…FF.
/// - `shapes_of`: what the bytes beyond ASCII are to UTF-8. `continuing`: 80…BF. `leading`: the others.
///   `leading_more`: those of them from E0 on. `doubtful`: of the leading ones those that are never
///   legal, or not before every byte, or lead four: C0, C1, E0, ED and F0…FF.
namespace feishu::helpdesk::detail {

using block_mask = std::uint64_t;

struct utf8_shapes {
  block_mask continuation;
  block_mask leading;
  block_mask leading_more;
  block_mask doubtful;
};

#if FEISHU_HELPDESK_SSE2

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned mask_bits_per_byte = 1;

// The compilers' own vectors: <emmintrin.h> would cost users a tenth of what the standard headers do.
using block [[gnu::vector_size(16)]] = signed char;

inline block load(const char* p) noexcept {
  block bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  return bytes;
}
inline void store(char* to, block bytes) noexcept { std::memcpy(to, &bytes, sizeof bytes); }
inline block of_words(std::uint64_t first, std::uint64_t second) noexcept {
  using words [[gnu::vector_size(16)]] = std::uint64_t;
  return reinterpret_cast<block>(words{first, second});
}

inline block_mask non_ascii_in(block bytes) noexcept {
  using characters [[gnu::vector_size(16)]] = char;
  const int mask = __builtin_ia32_pmovmskb128(reinterpret_cast<characters>(bytes));
  return static_cast<unsigned>(mask);
}

inline block_mask special_in(block bytes) noexcept {
  // As signed numbers, bytes beyond ASCII are below 0x20 too.
  return non_ascii_in((bytes == '"') | (bytes == '\\') | (bytes < 0x20));
}

inline block_mask whitespace_in(block bytes) noexcept {
  return non_ascii_in((bytes == ' ') | (bytes == '\n'));
}

inline utf8_shapes shapes_of(block bytes) noexcept {
  // Comparisons are of signed numbers: below or above others that are beyond ASCII.
  const auto number = [](int byte) { return static_cast<signed char>(byte); };
  const block is_e0_or_ed = (bytes == number(0xe0)) | (bytes == number(0xed));
  const block is_c0_or_c1_or_above_ef = (bytes < number(0xc2)) | (bytes > number(0xef));
  const block_mask continuation = non_ascii_in(bytes < number(0xc0));
  const block_mask leading = non_ascii_in(bytes) & ~continuation;
  return {continuation, leading, non_ascii_in(bytes > number(0xdf)) & leading,
          non_ascii_in(is_e0_or_ed | is_c0_or_c1_or_above_ef) & leading};
}

#elif FEISHU_HELPDESK_NEON

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned mask_bits_per_byte = 4;

using block = uint8x16_t;

inline block load(const char* p) noexcept {
  return vld1q_u8(reinterpret_cast<const std::uint8_t*>(p));
}
inline void store(char* to, block bytes) noexcept {
  vst1q_u8(reinterpret_cast<std::uint8_t*>(to), bytes);
}
inline block of_words(std::uint64_t first, std::uint64_t second) noexcept {
  return vcombine_u8(vcreate_u8(first), vcreate_u8(second));
}

inline block_mask to_mask(block all_bits_set) noexcept {
  const uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(all_bits_set), 4);
  return vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
}

inline block_mask non_ascii_in(block bytes) noexcept {
  return to_mask(vcgeq_u8(bytes, vdupq_n_u8(0x80)));
}

inline block_mask special_in(block bytes) noexcept {
  const block quotes = vceqq_u8(bytes, vdupq_n_u8('"'));
  const block backslashes = vceqq_u8(bytes, vdupq_n_u8('\\'));
  const block controls = vcltq_u8(bytes, vdupq_n_u8(0x20));
  const block others = vorrq_u8(controls, vcgeq_u8(bytes, vdupq_n_u8(0x80)));
  return to_mask(vorrq_u8(vorrq_u8(quotes, backslashes), others));
}

inline block_mask whitespace_in(block bytes) noexcept {
  return to_mask(vorrq_u8(vceqq_u8(bytes, vdupq_n_u8(' ')), vceqq_u8(bytes, vdupq_n_u8('\n'))));
}

inline utf8_shapes shapes_of(block bytes) noexcept {
  const auto is = [&](std::uint8_t byte) { return vceqq_u8(bytes, vdupq_n_u8(byte)); };
  const auto from = [&](std::uint8_t byte) { return vcgeq_u8(bytes, vdupq_n_u8(byte)); };
  const block overlong_two = vorrq_u8(is(0xc0), is(0xc1));
  const block particular_three = vorrq_u8(is(0xe0), is(0xed));
  return {to_mask(vbicq_u8(from(0x80), from(0xc0))), to_mask(from(0xc0)), to_mask(from(0xe0)),
          to_mask(vorrq_u8(vorrq_u8(overlong_two, particular_three), from(0xf0)))};
}

#else

inline constexpr std::ptrdiff_t block_size = 8;
inline constexpr unsigned mask_bits_per_byte = 8;

using block = std::uint64_t;

inline constexpr block ones = 0x0101010101010101;

// The first byte is to be the lowest.
constexpr block in_order(block bytes) noexcept {
  if constexpr (std::endian::native == std::endian::little) return bytes;
  block reversed = 0;
  for (unsigned i = 0; i < 8; ++i) reversed = reversed << 8 | (bytes >> (8 * i) & 0xff);
  return reversed;
}

inline block load(const char* p) noexcept {
  block bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  return in_order(bytes);
}
inline void store(char* to, block bytes) noexcept {
  bytes = in_order(bytes);
  std::memcpy(to, &bytes, sizeof bytes);
}
constexpr block of_words(std::uint64_t first, std::uint64_t) noexcept { return first; }

// All bits of each byte whose highest is set.
constexpr block_mask to_mask(block highest) noexcept { return (highest >> 7 & ones) * 0xff; }

// Which bytes are `value` in those bits that `mask` has.
constexpr block_mask alike(block bytes, block mask, block value) noexcept {
  const block differences = (bytes ^ ones * value) & ones * mask;
  return to_mask(~(((differences & ones * 0x7f) + ones * 0x7f) | differences));
}

constexpr block_mask non_ascii_in(block bytes) noexcept { return to_mask(bytes); }

constexpr block_mask special_in(block bytes) noexcept {
  return alike(bytes, 0xff, '"') | alike(bytes, 0xff, '\\') | alike(bytes, 0xe0, 0) |
         to_mask(bytes);
}

constexpr block_mask whitespace_in(block bytes) noexcept {
  return alike(bytes, 0xff, ' ') | alike(bytes, 0xff, '\n');
}

constexpr utf8_shapes shapes_of(block bytes) noexcept {
  return {alike(bytes, 0xc0, 0x80), alike(bytes, 0xc0, 0xc0), alike(bytes, 0xe0, 0xe0),
          alike(bytes, 0xfe, 0xc0) | alike(bytes, 0xff, 0xe0) | alike(bytes, 0xff, 0xed) |
              alike(bytes, 0xf0, 0xf0)};
}

#endif

template <class Word>
Word load_word(const char* p) noexcept {
  Word word = 0;
  std::memcpy(&word, p, sizeof word);
  return word;
}

/// Requests bytes that will be read soon, so that reading a large body does not wait for each page.
constexpr void prefetch_ahead(const char* p, const char* end) noexcept {
  constexpr std::ptrdiff_t distance = 1024;
  if (!std::is_constant_evaluated() && end - p > distance) prefetch(p + distance);
}

/// Requests the first 4 KB of the bytes to read, before the processor can predict the accesses.
constexpr void prefetch_beginning(const char* p, const char* end) noexcept {
  if (std::is_constant_evaluated()) return;
  constexpr std::ptrdiff_t cache_line = 64;
  constexpr std::ptrdiff_t most = 4096;
  const char* const last = end - p < most ? end : p + most;
  for (; p < last; p += cache_line) prefetch(p);
}

/// Four bytes, the first of them the lowest.
inline std::uint32_t load_in_order(const char* p) noexcept {
  if constexpr (std::endian::native == std::endian::little) return load_word<std::uint32_t>(p);
  std::uint32_t word = 0;
  for (unsigned i = 0; i < 4; ++i) {
    word |= std::uint32_t{static_cast<unsigned char>(p[i])} << (8 * i);
  }
  return word;
}

/// The `size` bytes at `p`, fewer than a block has, and zeros behind them.
inline block load_partial(const char* p, std::size_t size) noexcept {
  if constexpr (std::endian::native != std::endian::little) {
    char bytes[static_cast<std::size_t>(block_size)]{};
    std::memcpy(bytes, p, size);
    return load(bytes);
  }
  // Words from both ends, which may overlap.
  if (size >= 8) {
    const unsigned missing = 8 * (16 - static_cast<unsigned>(size));
    const auto last = load_word<std::uint64_t>(p + size - 8);
    return of_words(load_word<std::uint64_t>(p), missing == 64 ? 0 : last >> missing);
  }
  if (size >= 4) {
    const std::uint64_t last = load_word<std::uint32_t>(p + size - 4);
    return of_words(load_word<std::uint32_t>(p) | last << (8 * (size - 4)), 0);
  }
  std::uint64_t word = 0;
  for (std::size_t i = size; i-- > 0;) word = word << 8 | static_cast<unsigned char>(p[i]);
  return of_words(word, 0);
}

// All bytes of a block, marked.
inline constexpr block_mask full_mask = ~block_mask{0} >> (64 - static_cast<unsigned>(block_size) *
                                                                    mask_bits_per_byte);

/// As many bytes as one word has marks for.
inline constexpr std::ptrdiff_t block64_size = 64 / mask_bits_per_byte;

/// The marks of a block64, for which `ask` is asked of each of its blocks.
template <class Question>
[[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE inline block_mask in_block64(const char* p,
                                                                         Question&& ask) noexcept {
  block_mask mask = 0;
  for (std::ptrdiff_t i = 0; i < block64_size; i += block_size) {
    mask |= ask(load(p + i)) << (static_cast<unsigned>(i) * mask_bits_per_byte);
  }
  return mask;
}

/// Whether a block64 has bytes beyond ASCII.
[[nodiscard]] inline bool block64_has_non_ascii(const char* p) noexcept {
  block all = load(p);
  for (std::ptrdiff_t i = block_size; i < block64_size; i += block_size) all |= load(p + i);
  return non_ascii_in(all) != 0;
}

/// `shapes_of`, of a block64.
[[nodiscard]] inline utf8_shapes shapes_of_block64(const char* p) noexcept {
  utf8_shapes all{};
  for (std::ptrdiff_t i = 0; i < block64_size; i += block_size) {
    const utf8_shapes some = shapes_of(load(p + i));
    const unsigned shift = static_cast<unsigned>(i) * mask_bits_per_byte;
    all.continuation |= some.continuation << shift;
    all.leading |= some.leading << shift;
    all.leading_more |= some.leading_more << shift;
    all.doubtful |= some.doubtful << shift;
  }
  return all;
}

/// All bytes of a block64, but for the first `count`, marked.
[[nodiscard]] constexpr block_mask mask_from(std::ptrdiff_t count) noexcept {
  return count < block64_size
             ? ~block_mask{0} << (static_cast<unsigned>(count) * mask_bits_per_byte)
             : 0;
}

/// The lowest bit that is set; none, if none is.
[[nodiscard]] constexpr block_mask first_of(block_mask mask) noexcept { return mask & (~mask + 1); }
/// The bits below the lowest that is set; all, if none is.
[[nodiscard]] constexpr block_mask before_first(block_mask mask) noexcept {
  return first_of(mask) - 1;
}

/// How many bytes stand before the first that is marked, of a block that has such.
[[nodiscard]] constexpr std::size_t bytes_before(block_mask mask) noexcept {
  return static_cast<unsigned>(std::countr_zero(mask)) / mask_bits_per_byte;
}

}  // namespace feishu::helpdesk::detail

#endif
