#ifndef FEISHU_HELPDESK_READER_HPP
#define FEISHU_HELPDESK_READER_HPP

#include <feishu/helpdesk/cursor.hpp>
#include <feishu/helpdesk/number_reader.hpp>
#include <feishu/helpdesk/string_reader.hpp>
#include <feishu/helpdesk/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// An incremental JSON reader: bytes in, events with byte offsets out.
///
/// It is strict (RFC 8259: no comments, no trailing commas, no byte-order mark; UTF-8 and surrogate
/// pairs are checked), keeps one bit for each level of nesting, never recurses and never allocates.
namespace feishu::helpdesk {

/// Reads one JSON value, in chunks of any size, and tells a handler what it meets.
///
/// The handler is any object with these members; each returns whether to go on. Text comes unescaped,
/// in one piece or several, each with where it came from.
///
///     bool begin_object(std::size_t offset);   bool end_object(std::size_t offset);
///     bool begin_array(std::size_t offset);    bool end_array(std::size_t offset);
///     bool begin_name(std::size_t offset);     bool end_name();
///     bool name_text(std::string_view piece);
///     bool begin_string(std::size_t offset);   bool end_string(std::size_t offset);
///     bool string_text(std::string_view piece, const origin&);
///     bool number(std::size_t offset, const number_token&);
///     bool boolean(std::size_t offset);        bool null(std::size_t offset);
///
/// A handler may also have
///
///     bool name(std::size_t offset, std::string_view whole);
///     bool string(std::size_t offset, std::string_view whole, std::size_t end);
///
/// which are then called in the place of three for what stands in one chunk without escapes.
class reader {
 public:
  /// Begins another text.
  constexpr void begin() noexcept {
    state_ = state::value;
    error_ = syntax_error::none;
    depth_ = 0;
  }

  /// Reads on: `chunk` begins at `offset` of the text. Returns whether to go on: false after an error
  /// (see `error()`), and when the handler said so. Linear in the size of `chunk`.
  template <class Handler>
  constexpr bool write(std::string_view chunk, Handler& handler, std::size_t offset) {
    if (error_ != syntax_error::none) return false;
    cursor at(chunk, offset);
    while (!at.at_end()) {
      // Each state leads to the next one below it where that is what mostly follows.
      switch (state_) {
        case state::comma_or_end: {
          if (!skip_blanks(at)) return true;
          const bool is_object = in_object();
          if (*at.p == (is_object ? '}' : ']')) {
            if (!close(at, handler)) return false;
            continue;
          }
          if (*at.p != ',') return fail(syntax_error::expected_comma_or_end, at.offset());
          ++at.p;
          state_ = is_object ? state::next_name : state::value;
          if (!is_object) continue;
          [[fallthrough]];
        }
        case state::next_name:
        case state::first_name: {
          if (!skip_blanks(at)) return true;
          if (*at.p != '"') {
            if (*at.p != '}' || state_ != state::first_name) {
              return fail(syntax_error::expected_name, at.offset());
            }
            if (!close(at, handler)) return false;
            continue;
          }
          if (!begin_name(at, handler)) return false;
          if (state_ != state::colon) continue;
          [[fallthrough]];
        }
        case state::colon:
          if (!skip_blanks(at)) return true;
          if (*at.p != ':') return fail(syntax_error::expected_colon, at.offset());
          ++at.p;
          state_ = state::value;
          [[fallthrough]];
        case state::value:
        case state::first_element:
          if (!skip_blanks(at)) return true;
          if (*at.p == ']' && state_ == state::first_element) {
            if (!close(at, handler)) return false;
            continue;
          }
          if (!begin_value(at, handler)) return false;
          continue;
        case state::done:
          if (!skip_blanks(at)) return true;
          return fail(syntax_error::trailing_text, at.offset());
        case state::name:
        case state::string:
        case state::number:
        case state::literal:
          if (!read_cut_token(at, handler)) return false;
          continue;
      }
    }
    return true;
  }

  /// Says that the text ends here, at offset `end`. Returns whether it was one well-formed value.
  template <class Handler>
  constexpr bool finish(Handler& handler, std::size_t end) {
    if (depth_ == 0 && state_ == state::number && number_.is_whole() && !end_number(handler)) {
      return false;
    }
    return state_ == state::done || fail(syntax_error::end_of_text, end);
  }

  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// Where the text stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }

  /// Whether an error that is yet to be found may blame text that was read already.
  [[nodiscard]] constexpr bool is_within_character() const noexcept {
    return (state_ == state::string || state_ == state::name) && string_.is_within_character();
  }

  /// Whether the reader stands within a string value, a number or a literal.
  [[nodiscard]] constexpr bool inside_scalar() const noexcept { return state_ >= state::string; }

 private:
  enum class state : std::uint8_t {
    value,
    first_element,  // or the end of the array
    first_name,     // or the end of the object
    next_name,
    name,
    colon,
    comma_or_end,
    done,
    string,
    number,
    literal
  };

  constexpr bool fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    error_offset_ = offset;
    return false;
  }

  static constexpr bool is_blank(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  // Returns whether anything is left.
  static constexpr bool skip_blanks(cursor& at) noexcept {
    for (; !at.at_end(); ++at.p) {
      if (static_cast<unsigned char>(*at.p) > ' ' || !is_blank(*at.p)) return true;
    }
    return false;
  }

  [[nodiscard]] constexpr bool in_object() const noexcept {
    return (objects_ >> (depth_ - 1) & 1) != 0;
  }

  constexpr void after_value() noexcept {
    state_ = depth_ == 0 ? state::done : state::comma_or_end;
  }

  // --- tokens that mostly stand in one chunk: inlined, so that the cursor stays in registers ---

  template <class Handler>
  [[gnu::always_inline]] constexpr bool begin_name(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    ++at.p;
    if constexpr (requires { handler.name(offset, std::string_view()); }) {
      const char* const last = skip_plain(at.p, at.end);
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        at.p = last + 1;
        state_ = state::colon;
        return handler.name(offset, whole);
      }
    }
    state_ = state::name;
    string_.begin();
    return handler.begin_name(offset);
  }

  template <class Handler>
  [[gnu::always_inline]] constexpr bool begin_value(cursor& at, Handler& handler) {
    const char c = *at.p;
    value_offset_ = at.offset();
    switch (c) {
      case '{':
      case '[': return open(at, handler);
      case '"': return begin_string(at, handler);
      case 't':
      case 'f':
      case 'n':
        literal_ = c == 't' ? "true" : c == 'f' ? "false" : "null";
        is_null_ = c == 'n';
        state_ = state::literal;
        return true;
      default:
        if (c != '-' && (c < '0' || c > '9')) {
          return fail(syntax_error::expected_value, value_offset_);
        }
        return begin_number(at, handler);
    }
  }

  template <class Handler>
  [[gnu::always_inline]] constexpr bool begin_string(cursor& at, Handler& handler) {
    ++at.p;
    if constexpr (requires { handler.string(value_offset_, std::string_view(), value_offset_); }) {
      const char* const last = skip_text(at.p, at.end);
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        const std::size_t end = at.offset_of(last);
        at.p = last + 1;
        after_value();
        return handler.string(value_offset_, whole, end);
      }
    }
    state_ = state::string;
    string_.begin();
    return handler.begin_string(value_offset_);
  }

  // An integer of a few digits at once; anything else bytewise.
  template <class Handler>
  [[gnu::always_inline]] constexpr bool begin_number(cursor& at, Handler& handler) {
    constexpr std::ptrdiff_t few = 10;
    const char* p = at.p;
    std::uint64_t magnitude = 0;
    while (p != at.end && *p >= '0' && *p <= '9') {
      magnitude = magnitude * 10 + static_cast<std::uint64_t>(*p++ - '0');
      if (p - at.p == few) break;
    }
    const bool has_leading_zero = *at.p == '0' && p - at.p > 1;
    if (p != at.p && p != at.end && !has_leading_zero && (*p == ',' || *p == '}')) {
      at.p = p;
      after_value();
      return handler.number(value_offset_, {.magnitude = magnitude});
    }
    number_.begin(*at.p);
    ++at.p;
    state_ = state::number;
    return true;
  }

  template <class Handler>
  [[gnu::always_inline]] constexpr bool open(cursor& at, Handler& handler) {
    if (depth_ == max_depth) return fail(syntax_error::too_deep, value_offset_);
    const bool is_object = *at.p == '{';
    const std::uint32_t bit = std::uint32_t{1} << depth_++;
    objects_ = is_object ? objects_ | bit : objects_ & ~bit;
    state_ = is_object ? state::first_name : state::first_element;
    ++at.p;
    return is_object ? handler.begin_object(value_offset_) : handler.begin_array(value_offset_);
  }

  template <class Handler>
  [[gnu::always_inline]] constexpr bool close(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    const bool was_object = in_object();
    --depth_;
    ++at.p;
    after_value();
    return was_object ? handler.end_object(offset) : handler.end_array(offset);
  }

  // --- tokens that a chunk's edge may have cut, or that hold escapes ---

  template <class Handler>
  constexpr bool read_cut_token(cursor& at, Handler& handler) {
    cursor within = at;  // a copy, so that the caller's can stay in registers
    const bool goes_on = state_ == state::name     ? read_name(within, handler)
                         : state_ == state::string ? read_string(within, handler)
                         : state_ == state::number ? read_number(within, handler)
                                                   : read_literal(within, handler);
    at.p = within.p;
    return goes_on;
  }

  template <class Handler>
  constexpr bool read_name(cursor& at, Handler& handler) {
    const progress how = string_.read(
        at, [&](std::string_view piece, const origin&) { return handler.name_text(piece); });
    if (how != progress::done) return stays(how);
    state_ = state::colon;
    return handler.end_name();
  }

  template <class Handler>
  constexpr bool read_string(cursor& at, Handler& handler) {
    const progress how = string_.read(at, [&](std::string_view piece, const origin& from) {
      return handler.string_text(piece, from);
    });
    if (how != progress::done) return stays(how);
    after_value();
    return handler.end_string(at.offset() - 1);
  }

  // Whether to go on after a string was not read to its end.
  constexpr bool stays(progress how) noexcept {
    if (how == progress::failed) return fail(string_.error(), string_.error_offset());
    return how == progress::needs_more;
  }

  template <class Handler>
  constexpr bool read_number(cursor& at, Handler& handler) {
    while (!at.at_end() && number_.take(*at.p)) ++at.p;
    if (at.at_end()) return true;
    const bool digit_after_zero = number_.is_zero() && *at.p >= '0' && *at.p <= '9';
    if (!number_.is_whole() || digit_after_zero) return fail(syntax_error::bad_number, at.offset());
    return end_number(handler);
  }

  template <class Handler>
  constexpr bool end_number(Handler& handler) {
    after_value();
    return handler.number(value_offset_, number_.token());
  }

  // `literal_` is what is left of it.
  template <class Handler>
  constexpr bool read_literal(cursor& at, Handler& handler) {
    for (; *literal_ != '\0' && !at.at_end(); ++at.p, ++literal_) {
      if (*at.p != *literal_) return fail(syntax_error::bad_literal, at.offset());
    }
    if (*literal_ != '\0') return true;
    after_value();
    return is_null_ ? handler.null(value_offset_) : handler.boolean(value_offset_);
  }

  state state_ = state::value;
  syntax_error error_ = syntax_error::none;
  bool is_null_ = false;
  unsigned depth_ = 0;
  std::uint32_t objects_ = 0;  // bit i: level i is an object
  std::size_t value_offset_ = 0;
  std::size_t error_offset_ = 0;
  const char* literal_ = "";
  number_reader number_{};
  string_reader string_{};
};

}  // namespace feishu::helpdesk

#endif
