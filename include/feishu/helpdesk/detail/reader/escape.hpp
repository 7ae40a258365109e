#ifndef FEISHU_HELPDESK_DETAIL_READER_ESCAPE_HPP
#define FEISHU_HELPDESK_DETAIL_READER_ESCAPE_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/reader/simd.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>

/// The escapes of JSON strings: one at a time, and those of a whole block64.
namespace feishu::helpdesk::detail {

// By character: what it stands for after a backslash (0: nothing, or more than the character says),
// and its value as a hexadecimal digit (above 15: it is none).
struct character_table {
  char escape[256]{};
  unsigned char hex[256]{};

  consteval character_table() {
    for (unsigned char& each : hex) each = 16;
    for (unsigned char i = 0; i < 10; ++i) hex['0' + i] = i;
    for (unsigned char i = 0; i < 6; ++i) hex['a' + i] = hex['A' + i] = i + 10;
    for (const char c : {'"', '\\', '/'}) stands_for(c, c);
    stands_for('b', '\b');
    stands_for('f', '\f');
    stands_for('n', '\n');
    stands_for('r', '\r');
    stands_for('t', '\t');
  }

 private:
  consteval void stands_for(char after_backslash, char meant) {
    escape[static_cast<unsigned char>(after_backslash)] = meant;
  }
};
inline constexpr character_table characters{};

constexpr unsigned hex_value(char c) noexcept {
  return characters.hex[static_cast<unsigned char>(c)];
}
constexpr char simple_escape(char c) noexcept {
  return characters.escape[static_cast<unsigned char>(c)];
}

constexpr bool is_high_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xd800; }
constexpr bool is_low_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xdc00; }
constexpr unsigned code_point_of_pair(unsigned high, unsigned low) noexcept {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

// Four hexadecimal digits; above 0xffff if they are not.
constexpr unsigned code_unit(const char* digits) noexcept {
  const unsigned a = hex_value(digits[0]);
  const unsigned b = hex_value(digits[1]);
  const unsigned c = hex_value(digits[2]);
  const unsigned d = hex_value(digits[3]);
  return (a | b | c | d) > 15 ? 0x10000 : a << 12 | b << 8 | c << 4 | d;
}

// An escape that is legal and whole; of length 0 if it is not.
struct escape {
  std::size_t length = 0;
  unsigned code_point = 0;
};

// `p` stands at a backslash.
constexpr escape read_escape(const char* p, const char* end) noexcept {
  const std::ptrdiff_t left = end - p;
  if (left < 2) return {};
  if (const char plain = simple_escape(p[1])) return {2, static_cast<unsigned char>(plain)};
  if (p[1] != 'u' || left < 6) return {};
  const unsigned unit = code_unit(p + 2);
  if (unit > 0xffff || is_low_surrogate(unit)) return {};
  if (!is_high_surrogate(unit)) return {6, unit};
  if (left < 12 || p[6] != '\\' || p[7] != 'u') return {};
  const unsigned low = code_unit(p + 8);
  if (low > 0xffff || !is_low_surrogate(low)) return {};
  return {12, code_point_of_pair(unit, low)};
}

// Skips stretches of text, and legal escapes: up to what needs a closer look, or near `end`.
template <encoding Known>
inline const char* skip_escaped_blocks(const char* p, const char* end) noexcept {
  const char* next = p;  // behind the last escape
  utf8_follower<block64_size> utf8;
  for (; end - p > block64_size; p += block64_size) {
    block_mask specials = in_block64(p, special_in);
    block_mask faults = 0;
    if (utf8.pending != 0 || block64_has_non_ascii(p)) {
      const utf8_shapes shapes = shapes_of_block64(p);
      if (Known != encoding::utf8) faults = utf8.faults_in(shapes);
      specials &= ~(shapes.leading | shapes.continuation) & before_first(faults);
    }
    if (next < p) next = p;
    for (specials &= mask_from(next - p); specials != 0; specials &= mask_from(next - p)) {
      const char* const special = p + bytes_before(specials);
      const std::size_t length = *special == '\\' ? read_escape(special, end).length : 0;
      if (length == 0) return special;
      next = special + length;
    }
    if (faults != 0) {
      const char* const fault = p + bytes_before(faults);
      return (utf8.expected & first_of(faults)) != 0 ? start_of_character(fault) : fault;
    }
  }
  if (utf8.pending != 0) return start_of_character(p);
  return next < p ? p : next;
}

// Skips text of a string, and legal escapes: up to a quote, `end`, or anything else.
template <encoding Known>
FEISHU_HELPDESK_NOINLINE constexpr const char* skip_escaped_text(const char* p,
                                                                 const char* end) noexcept {
  for (;;) {
    if (!std::is_constant_evaluated()) p = skip_escaped_blocks<Known>(p, end);
    p = skip_text<Known>(p, end);
    if (p == end || *p != '\\') return p;
    const std::size_t length = read_escape(p, end).length;
    if (length == 0) return p;
    p += length;
  }
}

// Stores a character as UTF-8, in four bytes of which those that are not needed do not matter. Returns
// how many are.
constexpr std::size_t store_character(unsigned code_point, char* to) noexcept {
  if (code_point < 0x80) {
    *to = static_cast<char>(code_point);
    return 1;
  }
  char bytes[4]{};
  const std::size_t size = encode_utf8(code_point, bytes).size();
  for (std::size_t i = 0; i < sizeof bytes; ++i) to[i] = bytes[i];
  return size;
}

// --- text and its escapes, decoded, a block64 at a time ---

// Stores text with escapes of two characters decoded. Where the next escape stands is known from the marks
// of a whole block64, so that none waits for the one before it.
class block64_decoder {
 public:
  static constexpr std::ptrdiff_t reach = block64_size + block_size;      // that `take` may read
  static constexpr std::size_t excess = static_cast<std::size_t>(reach);  // that it may write

  block64_decoder(const char* from, char* to) noexcept : place_(from), begin_(to), out_(to) {}

  // The block64 at `p`, which follows the one before it. Returns whether it is stored to its end: else
  // something needs a closer look.
  bool take(const char* p) noexcept {
    block_mask specials = in_block64(p, special_in);
    block_mask faults = 0;
    if (utf8_.pending != 0 || block64_has_non_ascii(p)) {
      const utf8_shapes shapes = shapes_of_block64(p);
      faults = utf8_.faults_in(shapes);
      specials &= ~(shapes.leading | shapes.continuation) & before_first(faults);
    }
    if (!take_escapes(p, specials & mask_from(place_ - p))) return false;
    if (faults == 0) {
      if (place_ < p + block64_size) take_run(p + block64_size);
      return true;
    }
    take_run(p + bytes_before(faults));
    if ((utf8_.expected & first_of(faults)) != 0) take_back_character();
    return false;
  }

  // After what was stored to its end: takes back a character of which only the beginning is there.
  void end() noexcept {
    if (utf8_.pending != 0) take_back_character();
  }

  // Of what is not stored yet.
  [[nodiscard]] const char* place() const noexcept { return place_; }
  [[nodiscard]] std::size_t stored() const noexcept {
    return static_cast<std::size_t>(out_ - begin_);
  }

 private:
  bool take_escapes(const char* p, block_mask specials) noexcept {
    constexpr block_mask two_bytes = (block_mask{1} << 2 * mask_bits_per_byte) - 1;
    while (specials != 0) {
      const int mark = std::countr_zero(specials);
      take_run(p + static_cast<unsigned>(mark) / mask_bits_per_byte);
      const char meant = *place_ == '\\' ? simple_escape(place_[1]) : '\0';
      if (meant == 0) return false;
      *out_++ = meant;
      place_ += 2;
      specials &= ~(two_bytes << mark);
    }
    return true;
  }

  // In whole blocks, the last of which mostly reads and writes beyond the end of the run.
  void take_run(const char* last) noexcept {
    const std::ptrdiff_t size = last - place_;
    std::ptrdiff_t stored = 0;
    do {
      store(out_ + stored, load(place_ + stored));
      stored += block_size;
    } while (stored < size);
    out_ += size;
    place_ = last;
  }

  void take_back_character() noexcept {
    const char* const start = start_of_character(place_);
    out_ -= place_ - start;
    place_ = start;
    utf8_ = {};
  }

  const char* place_;
  char* const begin_;
  char* out_;
  utf8_follower<block64_size> utf8_{};
};

// Stores text, with escapes of two characters decoded, until `least` bytes are stored, which it may exceed
// by `block64_decoder::excess`, or up to `end`, or to what needs a closer look. Moves `place` behind it;
// returns how many bytes are stored.
inline std::size_t store_unescaped(const char*& place, const char* end, char* to,
                                   std::size_t least) noexcept {
  constexpr std::ptrdiff_t reach = block64_decoder::reach;
  block64_decoder decoder(place, to);
  bool goes_on = true;
  for (const char* p = place; goes_on && decoder.stored() < least; p += block64_size) {
    if (end - p < reach) break;
    goes_on = decoder.take(p);
  }
  if (goes_on) decoder.end();
  place = decoder.place();
  std::size_t stored = decoder.stored();
  while (goes_on && stored < least && place != end) {
    // The zeros behind the last bytes are control characters, and so need a closer look.
    char last_bytes[reach]{};
    std::memcpy(last_bytes, place,
                static_cast<std::size_t>(end - place < reach ? end - place : reach));
    block64_decoder last(last_bytes, to + stored);
    goes_on = last.take(last_bytes);
    if (goes_on) last.end();
    place += last.place() - last_bytes;
    stored += last.stored();
  }
  return stored;
}

}  // namespace feishu::helpdesk::detail

#endif
