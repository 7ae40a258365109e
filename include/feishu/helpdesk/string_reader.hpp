#ifndef FEISHU_HELPDESK_STRING_READER_HPP
#define FEISHU_HELPDESK_STRING_READER_HPP

#include <feishu/helpdesk/cursor.hpp>
#include <feishu/helpdesk/scan.hpp>
#include <feishu/helpdesk/syntax.hpp>
#include <feishu/helpdesk/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

/// The inside of JSON strings: runs of text, escapes, surrogate pairs.
namespace feishu::helpdesk {

/// How far a read came: to the end of the chunk, to the end of what is read, to an error, or to where
/// the listener said stop.
enum class progress : std::uint8_t { needs_more, done, failed, stopped };

namespace detail {

// A hexadecimal digit's value; above 15 for other characters.
constexpr unsigned hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10 : 16;
}

// The character that a backslash and `c` stand for; 0 if they are no escape of two characters.
constexpr char simple_escape(char c) noexcept {
  switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
  }
}

constexpr bool is_high_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xd800; }
constexpr bool is_low_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xdc00; }
constexpr unsigned code_point_of_pair(unsigned high, unsigned low) noexcept {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

}  // namespace detail

/// Reads the inside of a string, from after its opening quote to its closing one, in chunks of any
/// size.
class string_reader {
 public:
  constexpr void begin() noexcept {
    state_ = state::text;
    utf8_ = {};
  }

  /// Reads on, and calls `deliver(std::string_view piece, const origin&)` with each piece of unescaped
  /// text; that answers whether to go on. Once `done`, `at` stands behind the closing quote.
  template <class Deliver>
  constexpr progress read(cursor& at, Deliver&& deliver) {
    while (!at.at_end()) {
      if (state_ != state::text) {
        const progress how = read_escape_bytewise(*at.p, at.offset(), deliver);
        if (how != progress::done) return how;
        ++at.p;
        continue;
      }
      const char* const first = at.p;
      if (!utf8_.is_whole() && !finish_character(at)) return progress::failed;
      at.p = skip_text(at.p, at.end);
      if (!at.at_end() && static_cast<unsigned char>(*at.p) >= 0x80 && !finish_character(at)) {
        return progress::failed;
      }
      if (at.p != first && !deliver(run(first, at.p), origin{.offset = at.offset_of(first)})) {
        return progress::stopped;
      }
      if (at.at_end()) return progress::needs_more;
      if (*at.p == '"') {
        ++at.p;
        return progress::done;
      }
      if (*at.p == '\\') {
        if (!read_escaped_text(at, deliver)) return progress::stopped;
      } else if (static_cast<unsigned char>(*at.p) < 0x20) {
        return fail(syntax_error::control_character, at.offset());
      }
    }
    return progress::needs_more;
  }

  /// Whether an error that is yet to be found may blame text that was read already.
  [[nodiscard]] constexpr bool is_within_character() const noexcept {
    return state_ != state::text || !utf8_.is_whole();
  }

  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return mark_; }

 private:
  enum class state : std::uint8_t { text, escape, hex, low_surrogate_backslash, low_surrogate_u };

  static constexpr std::string_view run(const char* first, const char* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
  }

  constexpr progress fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    mark_ = offset;
    return progress::failed;
  }

  // A character that the chunk's edge cuts, or that is ill-formed, byte by byte.
  constexpr bool finish_character(cursor& at) noexcept {
    if (utf8_.is_whole()) character_mark_ = at.offset();
    do {
      if (!utf8_.accept(static_cast<unsigned char>(*at.p))) {
        fail(syntax_error::bad_utf8, character_mark_);
        return false;
      }
      ++at.p;
    } while (!utf8_.is_whole() && !at.at_end());
    return true;
  }

  // --- escapes, whole ones ---

  // Gathers escapes and the text between them, so that many short pieces cost little. Stops before
  // anything else: the closing quote, or an escape that is wrong or cut by the chunk's edge, which
  // then begins to be read bytewise.
  template <class Deliver>
  constexpr bool read_escaped_text(cursor& at, Deliver& deliver) {
    constexpr std::size_t capacity = 1024;
    constexpr std::size_t longest_step = 16;  // that is stored at once: a block, or a character
    constexpr std::size_t known_distance = 64;
    char gathered[capacity];
    std::size_t size = 0;
    const char* first = at.p;
    std::size_t known_index = 0;
    std::size_t known_place = 0;
    const auto flush = [&] {
      const bool goes_on = size == 0 || deliver(std::string_view(gathered, size),
                                                origin{run(first, at.p), at.offset_of(first), true,
                                                       known_index, known_place});
      first = at.p;
      size = known_index = known_place = 0;
      return goes_on;
    };
    while (!at.at_end()) {
      if (capacity - size < longest_step && !flush()) return false;
      if (size - known_index >= known_distance) {
        known_index = size;
        known_place = static_cast<std::size_t>(at.p - first);
      }
      if (*at.p == '\\') {
        const std::size_t length = decode_escape(at, gathered, size);
        if (length == 0) {
          if (!flush()) return false;
          mark_ = at.offset();
          high_surrogate_ = 0;
          state_ = state::escape;
          ++at.p;
          return true;
        }
        at.p += length;
      } else if (!gather(at, gathered, size)) {
        break;
      }
    }
    return flush();
  }

  // Stores the escape at `at`, and returns how many bytes it takes; 0 if it is not whole, or wrong.
  static constexpr std::size_t decode_escape(const cursor& at, char* to,
                                             std::size_t& size) noexcept {
    const auto left = static_cast<std::size_t>(at.end - at.p);
    if (left < 2) return 0;
    if (const char plain = detail::simple_escape(at.p[1])) {
      to[size++] = plain;
      return 2;
    }
    if (at.p[1] != 'u' || left < 6) return 0;
    const unsigned unit = code_unit(at.p + 2);
    if (unit > 0xffff || detail::is_low_surrogate(unit)) return 0;
    char bytes[4]{};
    if (!detail::is_high_surrogate(unit)) {
      for (const char c : encode_utf8(unit, bytes)) to[size++] = c;
      return 6;
    }
    if (left < 12 || at.p[6] != '\\' || at.p[7] != 'u') return 0;
    const unsigned low = code_unit(at.p + 8);
    if (low > 0xffff || !detail::is_low_surrogate(low)) return 0;
    for (const char c : encode_utf8(detail::code_point_of_pair(unit, low), bytes)) to[size++] = c;
    return 12;
  }

  // Four hexadecimal digits; above 0xffff if they are not.
  static constexpr unsigned code_unit(const char* digits) noexcept {
    unsigned unit = 0;
    unsigned highest = 0;
    for (int i = 0; i < 4; ++i) {
      const unsigned digit = detail::hex_value(digits[i]);
      highest |= digit;
      unit = unit << 4 | digit;
    }
    return highest > 15 ? 0x10000 : unit;
  }

  // Stores up to a block of text. Returns whether there was any.
  static constexpr bool gather(cursor& at, char* to, std::size_t& size) noexcept {
    if (!std::is_constant_evaluated() && at.end - at.p >= detail::block_size) {
      const std::uint64_t marks = detail::special_bytes(at.p);
      const auto count = static_cast<std::size_t>(
          marks == 0 ? detail::block_size
                     : static_cast<unsigned>(std::countr_zero(marks)) / detail::marks_per_byte);
      if (count != 0) {
        std::memcpy(to + size, at.p, static_cast<std::size_t>(detail::block_size));
        size += count;
        at.p += count;
        return true;
      }
    }
    const char* last = at.p;
    if (is_plain(*last)) {
      ++last;
    } else if (static_cast<unsigned char>(*last) >= 0x80) {
      const char* const limit = at.end - at.p > detail::block_size ? at.p + 16 : at.end;
      last = skip_characters(at.p, limit);
    }
    const bool any = last != at.p;
    while (at.p != last) to[size++] = *at.p++;
    return any;
  }

  // --- escapes, byte by byte ---

  // `done` means that the byte was taken.
  template <class Deliver>
  constexpr progress read_escape_bytewise(char c, std::size_t offset, Deliver& deliver) {
    switch (state_) {
      case state::escape: return read_escaped_character(c, deliver);
      case state::hex: return read_hex(c, deliver);
      case state::low_surrogate_backslash:
        if (c != '\\') return fail(syntax_error::lone_surrogate, mark_);
        low_mark_ = offset;
        state_ = state::low_surrogate_u;
        return progress::done;
      default:  // low_surrogate_u
        if (c == 'u') return begin_hex();
        // Wrong either way; an escape that is none at all is the greater fault.
        return detail::simple_escape(c) == 0 ? fail(syntax_error::bad_escape, low_mark_)
                                             : fail(syntax_error::lone_surrogate, mark_);
    }
  }

  template <class Deliver>
  constexpr progress deliver_escape(std::string_view piece, Deliver& deliver) {
    state_ = state::text;
    return deliver(piece, origin{{}, mark_, true}) ? progress::done : progress::stopped;
  }

  template <class Deliver>
  constexpr progress read_escaped_character(char c, Deliver& deliver) {
    if (c == 'u') return begin_hex();
    const char plain = detail::simple_escape(c);
    if (plain == 0) return fail(syntax_error::bad_escape, mark_);
    return deliver_escape(std::string_view(&plain, 1), deliver);
  }

  constexpr progress begin_hex() noexcept {
    state_ = state::hex;
    code_unit_ = 0;
    hex_left_ = 4;
    return progress::done;
  }

  template <class Deliver>
  constexpr progress read_hex(char c, Deliver& deliver) {
    const unsigned digit = detail::hex_value(c);
    if (digit > 15) return fail(syntax_error::bad_escape, high_surrogate_ != 0 ? low_mark_ : mark_);
    code_unit_ = code_unit_ << 4 | digit;
    if (--hex_left_ != 0) return progress::done;

    const bool is_low = detail::is_low_surrogate(code_unit_);
    if (is_low != (high_surrogate_ != 0)) return fail(syntax_error::lone_surrogate, mark_);
    if (detail::is_high_surrogate(code_unit_)) {
      high_surrogate_ = code_unit_;
      state_ = state::low_surrogate_backslash;
      return progress::done;
    }
    char bytes[4]{};
    const unsigned code_point =
        is_low ? detail::code_point_of_pair(high_surrogate_, code_unit_) : code_unit_;
    return deliver_escape(encode_utf8(code_point, bytes), deliver);
  }

  state state_ = state::text;
  syntax_error error_ = syntax_error::none;
  utf8_checker utf8_{};
  unsigned hex_left_ = 0;
  unsigned code_unit_ = 0;
  unsigned high_surrogate_ = 0;
  std::size_t mark_ = 0;      // where the escape or the error began
  std::size_t low_mark_ = 0;  // where the escape after a high surrogate began
  std::size_t character_mark_ = 0;
};

}  // namespace feishu::helpdesk

#endif
