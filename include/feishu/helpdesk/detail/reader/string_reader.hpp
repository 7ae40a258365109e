#ifndef FEISHU_HELPDESK_DETAIL_READER_STRING_READER_HPP
#define FEISHU_HELPDESK_DETAIL_READER_STRING_READER_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/reader/escape.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// The inside of JSON strings: runs of text, escapes, surrogate pairs.
namespace feishu::helpdesk::detail {

/// How far a read came: to the end of the chunk, to the end of what is read, to an error, or to where
/// the listener said stop.
enum class progress : std::uint8_t { needs_more, done, failed, stopped };

/// Whether text comes with its escapes decoded, or as it was written.
enum class escapes : std::uint8_t { decoded, kept };

/// Takes the text of a string, piece by piece, each with where it comes from. It is called seldom, and
/// its being virtual keeps one reader of strings from being compiled for each listener.
class text_sink {
 public:
  /// Answers whether to go on.
  constexpr virtual bool take(std::string_view piece, const origin& from) = 0;

 protected:
  text_sink() = default;
  ~text_sink() = default;
};

/// Reads the inside of a string, from after its opening quote to its closing one, in chunks of any
/// size.
class string_reader {
 public:
  /// A string begins: its opening quote was read.
  constexpr void begin() noexcept {
    state_ = state::text;
    utf8_ = {};
  }

  /// Reads on, and hands `sink` each piece of text. Escapes are decoded, or stay as they were written
  /// where they can, which is faster. Once `done`, `at` stands behind the closing quote.
  constexpr progress read(cursor& at, escapes treatment, encoding known, text_sink& sink) {
    while (!at.at_end()) {
      if (state_ != state::text) {
        const progress how = read_escape_bytewise(*at.p, at.offset(), sink);
        if (how != progress::done) return how;
        ++at.p;
        continue;
      }
      const char* const first = at.p;
      if (!utf8_.is_whole() && !finish_character(at)) return progress::failed;
      const char* const whole = at.p;  // of characters
      at.p = skip(at.p, at.end, treatment, known);
      if (!at.at_end() && static_cast<unsigned char>(*at.p) >= 0x80 && !finish_character(at)) {
        return progress::failed;
      }
      const bool is_escape = !at.at_end() && *at.p == '\\';
      // A short text goes with what follows, in one piece; but not an unchecked one: gathering would stop
      // at what is no UTF-8, and all begin again.
      if (is_escape && treatment == escapes::decoded && known == encoding::unknown &&
          at.p - whole <= short_text) {
        at.p = whole;
      }
      if (at.p != first && !sink.take(run(first, at.p), origin{.offset = at.offset_of(first)})) {
        return progress::stopped;
      }
      if (at.at_end()) return progress::needs_more;
      if (*at.p == '"') {
        ++at.p;
        return progress::done;
      }
      if (is_escape) {
        if (treatment == escapes::kept) {
          begin_escape(at);
        } else if (!read_escaped_text(at, sink)) {
          return progress::stopped;
        }
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

  /// Why it is no string.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }
  /// Where it stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return mark_; }

 private:
  enum class state : std::uint8_t { text, escape, hex, low_surrogate_backslash, low_surrogate_u };

  static constexpr std::ptrdiff_t short_text = 128;  // bytes that are soon read again

  FEISHU_HELPDESK_NOINLINE static constexpr const char* skip(const char* p, const char* end,
                                                             escapes treatment,
                                                             encoding known) noexcept {
    if (known == encoding::utf8) {
      return treatment == escapes::kept ? skip_escaped_text<encoding::utf8>(p, end)
                                        : skip_text<encoding::utf8>(p, end);
    }
    return treatment == escapes::kept ? skip_escaped_text<encoding::unknown>(p, end)
                                      : skip_text(p, end);
  }

  static constexpr std::string_view run(const char* first, const char* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
  }

  constexpr progress fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    mark_ = offset;
    return progress::failed;
  }

  // A character that the chunk's edge cuts, or that is ill-formed, byte by byte.
  FEISHU_HELPDESK_NOINLINE constexpr bool finish_character(cursor& at) noexcept {
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

  // Gathers escapes and the text about them, so that many short pieces cost little. Stops before
  // anything else: the closing quote, or an escape that is wrong or cut by the chunk's edge, which
  // then begins to be read bytewise.
  constexpr bool read_escaped_text(cursor& at, text_sink& sink) {
    constexpr std::size_t capacity = 1024;
    constexpr std::size_t known_every = 128;  // so far apart are two places that are known
    char gathered[capacity];
    const char* p = at.p;
    const char* first = p;
    std::size_t size = 0;
    std::size_t known_index = 0;
    std::size_t known_place = 0;
    const auto flush = [&] {
      const bool goes_on = size == 0 || sink.take(std::string_view(gathered, size),
                                                  origin{run(first, p), at.offset_of(first), true,
                                                         known_index, known_place});
      first = p;
      size = known_index = known_place = 0;
      return goes_on;
    };
    while (p != at.end) {
      if (capacity - size < known_every + block64_decoder::excess && !flush()) return false;
      if (size - known_index >= known_every) {
        known_index = size;
        known_place = static_cast<std::size_t>(p - first);
      }
      if (!std::is_constant_evaluated()) {
        size += store_unescaped(p, at.end, gathered + size, known_every);
      }
      if (p != at.end && *p == '\\') {
        const escape escape = read_escape(p, at.end);
        if (escape.length == 0) {
          if (!flush()) return false;
          at.p = p;
          begin_escape(at);
          return true;
        }
        size += store_character(escape.code_point, gathered + size);
        p += escape.length;
        continue;
      }
      const char* const last = skip_text(p, at.end);
      if (last == p) break;
      const std::string_view plain = run(p, last);
      if (plain.size() <= capacity - size) {
        size += plain.copy(gathered + size, plain.size());
      } else if (!flush() || !sink.take(plain, origin{.offset = at.offset_of(p)})) {
        return false;
      } else {
        first = last;
      }
      p = last;
    }
    at.p = p;
    return flush();
  }

  // --- escapes, byte by byte ---

  constexpr void begin_escape(cursor& at) noexcept {
    mark_ = at.offset();
    high_surrogate_ = 0;
    state_ = state::escape;
    ++at.p;
  }

  // `done` means that the byte was taken.
  constexpr progress read_escape_bytewise(char c, std::size_t offset, text_sink& sink) {
    switch (state_) {
      case state::escape: return read_escaped_character(c, sink);
      case state::hex: return read_hex(c, sink);
      case state::low_surrogate_backslash:
        if (c != '\\') return fail(syntax_error::lone_surrogate, mark_);
        low_mark_ = offset;
        state_ = state::low_surrogate_u;
        return progress::done;
      default:  // low_surrogate_u
        if (c == 'u') return begin_hex();
        // Wrong either way; an escape that is none at all is the greater fault.
        return simple_escape(c) == 0 ? fail(syntax_error::bad_escape, low_mark_)
                                     : fail(syntax_error::lone_surrogate, mark_);
    }
  }

  constexpr progress deliver_escape(std::string_view piece, text_sink& sink) {
    state_ = state::text;
    return sink.take(piece, origin{{}, mark_, true}) ? progress::done : progress::stopped;
  }

  constexpr progress read_escaped_character(char c, text_sink& sink) {
    if (c == 'u') return begin_hex();
    const char plain = simple_escape(c);
    if (plain == 0) return fail(syntax_error::bad_escape, mark_);
    return deliver_escape(std::string_view(&plain, 1), sink);
  }

  constexpr progress begin_hex() noexcept {
    state_ = state::hex;
    code_unit_ = 0;
    hex_left_ = 4;
    return progress::done;
  }

  constexpr progress read_hex(char c, text_sink& sink) {
    const unsigned digit = hex_value(c);
    if (digit > 15) return fail(syntax_error::bad_escape, high_surrogate_ != 0 ? low_mark_ : mark_);
    code_unit_ = code_unit_ << 4 | digit;
    if (--hex_left_ != 0) return progress::done;

    const bool is_low = is_low_surrogate(code_unit_);
    if (is_low != (high_surrogate_ != 0)) return fail(syntax_error::lone_surrogate, mark_);
    if (is_high_surrogate(code_unit_)) {
      high_surrogate_ = code_unit_;
      state_ = state::low_surrogate_backslash;
      return progress::done;
    }
    char bytes[4]{};
    const unsigned code_point =
        is_low ? code_point_of_pair(high_surrogate_, code_unit_) : code_unit_;
    return deliver_escape(encode_utf8(code_point, bytes), sink);
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

}  // namespace feishu::helpdesk::detail

#endif
