#ifndef FEISHU_HELPDESK_READER_HPP
#define FEISHU_HELPDESK_READER_HPP

#include <feishu/helpdesk/syntax.hpp>
#include <feishu/helpdesk/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// An incremental JSON reader: bytes in, events with byte offsets out.
///
/// It is strict (RFC 8259: no comments, no trailing commas, no byte-order mark; UTF-8 and surrogate
/// pairs are checked), keeps one bit for each level of nesting, never recurses and never allocates.
namespace feishu::helpdesk {

/// Reads one JSON value, in pieces of any size, and tells a handler what it meets.
///
/// The handler is any object with these members; each returns whether to go on. Text comes unescaped,
/// in one piece or several, each piece with the offset of its first byte in the source.
///
///     bool begin_object(std::size_t offset);   bool end_object(std::size_t offset);
///     bool begin_array(std::size_t offset);    bool end_array(std::size_t offset);
///     bool begin_name(std::size_t offset);     bool end_name();
///     bool name_text(std::string_view piece);
///     bool begin_string(std::size_t offset);   bool end_string(std::size_t offset);
///     bool string_text(std::string_view piece, std::size_t offset, std::size_t step);
///     bool number(std::size_t offset, const number_token&);
///     bool boolean(std::size_t offset);        bool null(std::size_t offset);
///
/// `step` is 1 where the piece stands in the source as it is, and 0 where all of it comes from the
/// escape at `offset`. `write` takes the same pair, so that one reader can feed another.
class reader {
 public:
  /// Reads on. Returns whether to go on: false after an error (see `error()`), and when the handler
  /// said so. Linear in the size of `text`.
  template <class Handler>
  constexpr bool write(std::string_view text, Handler& handler, std::size_t offset,
                       std::size_t step = 1) {
    std::size_t i = 0;
    while (i < text.size()) {
      if (state_ == state::string) {
        if (!read_run(text, i, handler, offset, step)) return false;
      } else {
        if (!read_byte(text[i], handler, offset + i * step)) return false;
        i += consumed_ ? 1 : 0;
      }
    }
    return true;
  }

  /// Says that the text ends here, at offset `end`. Returns whether it was one well-formed value.
  template <class Handler>
  constexpr bool finish(Handler& handler, std::size_t end) {
    if (depth_ == 0 && number_can_end() && !end_number(handler)) return false;
    return state_ == state::done || fail(syntax_error::end_of_text, end);
  }

  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// Where the text stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return mark_; }

  /// Whether the reader stands within a string value, a number or a literal.
  [[nodiscard]] constexpr bool inside_scalar() const noexcept {
    if (state_ >= state::string && state_ <= state::low_surrogate_u) return !in_name_;
    return state_ >= state::literal;
  }

 private:
  enum class state : std::uint8_t {
    value,
    first_element,  // or the end of the array
    first_name,     // or the end of the object
    next_name,
    colon,
    comma_or_end,
    done,
    string,
    escape,
    hex,
    low_surrogate_backslash,
    low_surrogate_u,
    literal,
    minus,
    zero,
    digits,
    point,
    fraction,
    exponent_mark,
    exponent_sign,
    exponent
  };

  constexpr bool fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    mark_ = offset;
    return false;
  }

  static constexpr bool is_blank(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
  static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

  [[nodiscard]] constexpr bool in_object() const noexcept {
    return (objects_ >> (depth_ - 1) & 1) != 0;
  }

  constexpr void after_value() noexcept {
    state_ = depth_ == 0 ? state::done : state::comma_or_end;
  }

  // One byte outside of a run of plain text. Clears `consumed_` if the byte is to be looked at again.
  template <class Handler>
  constexpr bool read_byte(char c, Handler& handler, std::size_t offset) {
    consumed_ = true;
    switch (state_) {
      case state::value: return is_blank(c) || begin_value(c, handler, offset);
      case state::first_element:
        if (c == ']') return close(handler, offset);
        return is_blank(c) || begin_value(c, handler, offset);
      case state::first_name:
        if (c == '}') return close(handler, offset);
        [[fallthrough]];
      case state::next_name:
        if (is_blank(c)) return true;
        if (c != '"') return fail(syntax_error::expected_name, offset);
        in_name_ = true;
        state_ = state::string;
        return handler.begin_name(offset);
      case state::colon:
        if (c == ':') {
          state_ = state::value;
          return true;
        }
        return is_blank(c) || fail(syntax_error::expected_colon, offset);
      case state::comma_or_end:
        if (c == ',') {
          state_ = in_object() ? state::next_name : state::value;
          return true;
        }
        if (c == (in_object() ? '}' : ']')) return close(handler, offset);
        return is_blank(c) || fail(syntax_error::expected_comma_or_end, offset);
      case state::done: return is_blank(c) || fail(syntax_error::trailing_text, offset);
      case state::string: return true;  // read_run's
      case state::escape: return read_escape(c, handler);
      case state::hex: return read_hex(c, handler);
      case state::low_surrogate_backslash:
        if (c != '\\') return fail(syntax_error::lone_surrogate, mark_);
        low_mark_ = offset;
        state_ = state::low_surrogate_u;
        return true;
      case state::low_surrogate_u:
        if (c != 'u') return read_other_escape_after_high_surrogate(c);
        begin_hex();
        return true;
      case state::literal: return read_literal(c, handler, offset);
      default: return read_number(c, handler, offset);
    }
  }

  template <class Handler>
  constexpr bool begin_value(char c, Handler& handler, std::size_t offset) {
    mark_ = offset;
    switch (c) {
      case '{':
      case '[': return open(c == '{', handler, offset);
      case '"':
        in_name_ = false;
        state_ = state::string;
        return handler.begin_string(offset);
      case 't': return begin_literal("true");
      case 'f': return begin_literal("false");
      case 'n': return begin_literal("null");
      case '-':
        number_ = {.is_negative = true};
        state_ = state::minus;
        return true;
      case '0':
        number_ = {};
        state_ = state::zero;
        return true;
      default:
        if (!is_digit(c)) return fail(syntax_error::expected_value, offset);
        number_ = {.magnitude = static_cast<std::uint64_t>(c - '0')};
        state_ = state::digits;
        return true;
    }
  }

  template <class Handler>
  constexpr bool open(bool is_object, Handler& handler, std::size_t offset) {
    if (depth_ == max_depth) return fail(syntax_error::too_deep, offset);
    const std::uint32_t bit = std::uint32_t{1} << depth_++;
    objects_ = is_object ? objects_ | bit : objects_ & ~bit;
    state_ = is_object ? state::first_name : state::first_element;
    return is_object ? handler.begin_object(offset) : handler.begin_array(offset);
  }

  template <class Handler>
  constexpr bool close(Handler& handler, std::size_t offset) {
    const bool was_object = in_object();
    --depth_;
    after_value();
    return was_object ? handler.end_object(offset) : handler.end_array(offset);
  }

  // --- strings ---

  // Reads plain text up to the next quote, escape or end of the piece, checking its UTF-8.
  template <class Handler>
  constexpr bool read_run(std::string_view text, std::size_t& i, Handler& handler,
                          std::size_t offset, std::size_t step) {
    const std::size_t first = i;
    while (i < text.size()) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (utf8_.is_whole()) {
        if (byte == '"' || byte == '\\') break;
        if (byte < 0x20) return fail(syntax_error::control_character, offset + i * step);
        character_mark_ = offset + i * step;
      }
      if (!utf8_.accept(byte)) return fail(syntax_error::bad_utf8, character_mark_);
      ++i;
    }
    if (i > first) {
      const std::string_view run = text.substr(first, i - first);
      if (!deliver(handler, run, offset + first * step, step)) return false;
    }
    if (i == text.size()) return true;

    const std::size_t here = offset + i * step;
    if (text[i++] == '"') return end_string(handler, here);
    mark_ = here;
    state_ = state::escape;
    return true;
  }

  template <class Handler>
  constexpr bool deliver(Handler& handler, std::string_view piece, std::size_t offset,
                         std::size_t step) {
    return in_name_ ? handler.name_text(piece) : handler.string_text(piece, offset, step);
  }

  template <class Handler>
  constexpr bool end_string(Handler& handler, std::size_t offset) {
    if (in_name_) {
      state_ = state::colon;
      return handler.end_name();
    }
    after_value();
    return handler.end_string(offset);
  }

  template <class Handler>
  constexpr bool read_escape(char c, Handler& handler) {
    char plain = c;
    switch (c) {
      case '"':
      case '\\':
      case '/': break;
      case 'b': plain = '\b'; break;
      case 'f': plain = '\f'; break;
      case 'n': plain = '\n'; break;
      case 'r': plain = '\r'; break;
      case 't': plain = '\t'; break;
      case 'u':
        high_surrogate_ = 0;
        begin_hex();
        return true;
      default: return fail(syntax_error::bad_escape, mark_);
    }
    state_ = state::string;
    return deliver(handler, std::string_view(&plain, 1), mark_, 0);
  }

  // A high surrogate must be followed by an escaped low one. What follows is wrong either way; an
  // escape that is none at all is the greater fault.
  constexpr bool read_other_escape_after_high_surrogate(char c) noexcept {
    constexpr std::string_view escapes = "\"\\/bfnrt";
    return escapes.find(c) == std::string_view::npos ? fail(syntax_error::bad_escape, low_mark_)
                                                     : fail(syntax_error::lone_surrogate, mark_);
  }

  constexpr void begin_hex() noexcept {
    state_ = state::hex;
    code_unit_ = 0;
    hex_left_ = 4;
  }

  template <class Handler>
  constexpr bool read_hex(char c, Handler& handler) {
    unsigned digit = 0;
    if (is_digit(c)) {
      digit = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<unsigned>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<unsigned>(c - 'A') + 10;
    } else {
      return fail(syntax_error::bad_escape, high_surrogate_ != 0 ? low_mark_ : mark_);
    }
    code_unit_ = code_unit_ << 4 | digit;
    return --hex_left_ != 0 || end_hex(handler);
  }

  template <class Handler>
  constexpr bool end_hex(Handler& handler) {
    const bool is_high = code_unit_ >= 0xd800 && code_unit_ < 0xdc00;
    const bool is_low = code_unit_ >= 0xdc00 && code_unit_ < 0xe000;
    if (is_low != (high_surrogate_ != 0)) return fail(syntax_error::lone_surrogate, mark_);
    if (is_high) {
      high_surrogate_ = code_unit_;
      state_ = state::low_surrogate_backslash;
      return true;
    }
    const unsigned code_point =
        is_low ? 0x10000 + ((high_surrogate_ - 0xd800) << 10) + (code_unit_ - 0xdc00) : code_unit_;
    state_ = state::string;
    char bytes[4]{};
    return deliver(handler, encode_utf8(code_point, bytes), mark_, 0);
  }

  // --- literals and numbers ---

  constexpr bool begin_literal(std::string_view literal) noexcept {
    literal_ = literal;
    literal_read_ = 1;
    state_ = state::literal;
    return true;
  }

  template <class Handler>
  constexpr bool read_literal(char c, Handler& handler, std::size_t offset) {
    if (c != literal_[literal_read_]) return fail(syntax_error::bad_literal, offset);
    if (++literal_read_ < literal_.size()) return true;
    after_value();
    return literal_[0] == 'n' ? handler.null(mark_) : handler.boolean(mark_);
  }

  template <class Handler>
  constexpr bool read_number(char c, Handler& handler, std::size_t offset) {
    const bool digit = is_digit(c);
    switch (state_) {
      case state::minus:
        if (!digit) return fail(syntax_error::bad_number, offset);
        add_digit(c);
        state_ = c == '0' ? state::zero : state::digits;
        return true;
      case state::zero:
        if (digit) return fail(syntax_error::bad_number, offset);
        break;
      case state::digits:
        if (!digit) break;
        add_digit(c);
        return true;
      case state::point:
        if (!digit) return fail(syntax_error::bad_number, offset);
        state_ = state::fraction;
        return true;
      case state::exponent_mark:
        if (c == '+' || c == '-') {
          state_ = state::exponent_sign;
          return true;
        }
        [[fallthrough]];
      case state::exponent_sign:
        if (!digit) return fail(syntax_error::bad_number, offset);
        state_ = state::exponent;
        return true;
      default:  // fraction, exponent
        if (digit) return true;
        break;
    }
    if (c == '.' && (state_ == state::zero || state_ == state::digits)) {
      number_.is_integer = false;
      state_ = state::point;
      return true;
    }
    if ((c == 'e' || c == 'E') && state_ != state::exponent) {
      number_.is_integer = false;
      state_ = state::exponent_mark;
      return true;
    }
    consumed_ = false;  // the byte after a number belongs to what follows
    return end_number(handler);
  }

  constexpr void add_digit(char c) noexcept {
    constexpr std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();
    const auto digit = static_cast<std::uint64_t>(c - '0');
    number_.magnitude =
        number_.magnitude > (highest - digit) / 10 ? highest : number_.magnitude * 10 + digit;
  }

  [[nodiscard]] constexpr bool number_can_end() const noexcept {
    return state_ == state::zero || state_ == state::digits || state_ == state::fraction ||
           state_ == state::exponent;
  }

  template <class Handler>
  constexpr bool end_number(Handler& handler) {
    after_value();
    return handler.number(mark_, number_);
  }

  state state_ = state::value;
  syntax_error error_ = syntax_error::none;
  bool in_name_ = false;
  bool consumed_ = true;
  unsigned depth_ = 0;
  std::uint32_t objects_ = 0;  // bit i: level i is an object
  std::size_t mark_ = 0;       // where the value, escape or error began
  std::size_t low_mark_ = 0;   // where the escape after a high surrogate began
  std::size_t character_mark_ = 0;
  utf8_checker utf8_{};
  unsigned hex_left_ = 0;
  unsigned code_unit_ = 0;
  unsigned high_surrogate_ = 0;
  std::string_view literal_{};
  std::size_t literal_read_ = 0;
  number_token number_{};
};

}  // namespace feishu::helpdesk

#endif
