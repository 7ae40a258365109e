#ifndef FEISHU_HELPDESK_DETAIL_READER_READER_HPP
#define FEISHU_HELPDESK_DETAIL_READER_READER_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/reader/escape.hpp>
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/number_reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/reader/simd.hpp>
#include <feishu/helpdesk/detail/reader/string_reader.hpp>
#include <feishu/helpdesk/detail/reader/syntax_evidence.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// An incremental JSON reader: bytes in, events with byte offsets out.
///
/// It is strict (RFC 8259: no comments, no trailing commas, no byte-order mark; UTF-8 and surrogate
/// pairs are checked), keeps one bit for each level of nesting, never recurses and never allocates.
namespace feishu::helpdesk::detail {

/// Reads one JSON value, in chunks of any size, and reports events to a handler (event_handler.hpp).
/// Text comes unescaped, in one piece or several, each with its origin.
///
/// A handler may also have
///
///     std::string_view expected_name() const;
///     bool name_as_expected(std::size_t offset);
///     bool name(std::size_t offset, std::string_view whole);
///     bool string(std::size_t offset, std::string_view whole, std::size_t end);
///     bool wants_escapes_decoded() const;
///
/// The first predicts the next name, with its closing quote; where it is right, the reader calls the
/// second instead of the three events of a name. `name` and `string` replace three events where a token
/// is in one chunk and has no escapes. The reader calls the last before and within a string value, and
/// the answer must not change within one: if it is false, text comes as it was written, except for
/// escapes that a chunk's edge cuts. A handler of a text that is known to be UTF-8 saves the reader the
/// check by
///
///     static constexpr encoding known_encoding = encoding::utf8;
class reader {
 public:
  /// Begins another text.
  constexpr void begin() noexcept {
    state_ = state::value;
    error_ = syntax_error::none;
    levels_ = 1;
  }

  /// Reads on: `chunk` begins at `offset` of the text. Returns whether to go on: false after an error
  /// (see `error()`), and when the handler said so; there is no writing on then. Linear in the size of
  /// `chunk`.
  template <event_handler Handler>
  constexpr bool write(std::string_view chunk, Handler& handler, std::size_t offset) {
    if (error_ != syntax_error::none) return false;
    cursor at(chunk, offset);
    gap_skipper gap;
    progress how = progress::done;
    if (is_within_token()) {
      how = read_on(at, handler);
      if (how != progress::done) return how == progress::needs_more;
    }
    // Each state leads to the next one below it where that is what mostly follows.
    for (state now = state_;;) {
      switch (now) {
        case state::next_name:
        case state::first_name:
          if (!stands_at(at, '"') && !skip_gap(at, gap)) return pause(now);
          if (*at.p == '}' && now == state::first_name) {
            now = state::end;
            continue;
          }
          if (const state next = read_expected_name(at, handler); next != state::next_name) {
            now = next;
            continue;
          }
          how = read_name(at, handler);
          if (how != progress::done) return how == progress::needs_more;
          [[fallthrough]];
        case state::colon:
          if (!stands_at(at, ':') && !skip_gap(at, gap)) return pause(state::colon);
          if (*at.p != ':') return fail(syntax_error::expected_colon, at.offset());
          ++at.p;
          now = state::value;
          [[fallthrough]];
        case state::value:
        case state::first_element: {
          if (stands_at(at, ' ')) ++at.p;  // as most that indent write it
          if (!skip_gap(at, gap)) return pause(now);
          const char c = *at.p;
          if (c == '"') {
            how = read_string(at, handler);
          } else if (c == '{' || c == '[') {
            if (!open(at, handler)) return false;
            now = c == '{' ? state::first_name : state::first_element;
            continue;
          } else if (c == ']' && now == state::first_element) {
            now = state::end;
            continue;
          } else {
            how = read_other(at, handler);
          }
          if (how != progress::done) return how == progress::needs_more;
          if (is_outermost()) {
            now = state::done;
            continue;
          }
          now = state::comma_or_end;
          [[fallthrough]];
        }
        case state::comma_or_end:
          if (!stands_at(at, ',') && !skip_gap(at, gap)) return pause(now);
          if (*at.p == ',') {
            ++at.p;
            now = is_in_object() ? state::next_name : state::value;
            continue;
          }
          if (*at.p != (is_in_object() ? '}' : ']')) {
            return fail(syntax_error::expected_comma_or_end, at.offset());
          }
          [[fallthrough]];
        case state::end:
          prefetch_ahead(at.p, at.end);
          if (!close(at, handler)) return false;
          now = after_value();
          continue;
        case state::done:
          if (!skip_gap(at, gap)) return pause(now);
          return fail(syntax_error::trailing_text, at.offset());
        case state::stopped: return false;
        default: return true;
      }
    }
  }

  /// Says that the text ends here, at offset `end`. Returns whether it was one well-formed value.
  template <event_handler Handler>
  constexpr bool finish(Handler& handler, std::size_t end) {
    if (error_ != syntax_error::none) return false;
    if (is_outermost() && state_ == state::number && number_.is_whole() &&
        end_number(handler) != progress::done) {
      return false;
    }
    return state_ == state::done || fail(syntax_error::end_of_text, end);
  }

  /// Why the text is not JSON; `none` as long as it may be.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// Where the text stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }

  /// Whether one value was read, and nothing but whitespace can follow.
  [[nodiscard]] constexpr bool is_complete() const noexcept { return state_ == state::done; }

  /// After an error: what the text was made of up to there.
  [[nodiscard]] constexpr syntax_state error_state() const noexcept {
    return {.is_outermost = is_outermost(),
            .is_in_object = !is_outermost() && is_in_object(),
            .is_in_string = state_ == state::string || state_ == state::name,
            .is_empty = is_outermost() && state_ == state::value};
  }

  /// Whether an error that is yet to be found may blame text that was read already.
  [[nodiscard]] constexpr bool is_within_character() const noexcept {
    return (state_ == state::string || state_ == state::name) && string_.is_within_character();
  }

  /// Whether the reader stands within a string value, a number or a literal.
  [[nodiscard]] constexpr bool is_within_scalar() const noexcept { return state_ >= state::string; }

 private:
  enum class state : std::uint8_t {
    value,
    first_element,  // or the end of the array
    first_name,     // or the end of the object
    next_name,
    colon,
    comma_or_end,
    end,  // of an array or object: its bracket stands here
    done,
    stopped,  // as the handler said
    // Within a token:
    name,
    string,
    number,
    literal
  };

  constexpr bool fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    error_offset_ = offset;
    return false;
  }

  constexpr progress fail_token(syntax_error error, const cursor& at) noexcept {
    fail(error, at.offset());
    return progress::failed;
  }

  // The chunk ends.
  constexpr bool pause(state where) noexcept {
    state_ = where;
    return true;
  }

  template <class Handler>
  [[nodiscard]] static consteval encoding known_encoding() {
    if constexpr (requires { Handler::known_encoding; }) return Handler::known_encoding;
    return encoding::unknown;
  }

  [[nodiscard]] constexpr bool is_within_token() const noexcept { return state_ >= state::name; }

  [[nodiscard]] constexpr bool is_in_object() const noexcept { return (levels_ & 1) != 0; }

  [[nodiscard]] constexpr bool is_outermost() const noexcept { return levels_ == 1; }

  [[nodiscard]] constexpr state after_value() const noexcept {
    return is_outermost() ? state::done : state::comma_or_end;
  }

  // What an event's handler answered.
  static constexpr progress done_if(bool goes_on) noexcept {
    return goes_on ? progress::done : progress::stopped;
  }

  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr bool stands_at(const cursor& at, char c) noexcept {
    return !at.at_end() && *at.p == c;
  }

  // Returns whether anything is left.
  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr bool skip_gap(cursor& at,
                                                               gap_skipper& gap) noexcept {
    if (!at.at_end() && static_cast<unsigned char>(*at.p) > ' ') return true;
    at.p = gap.skip(at.p, at.end);
    return !at.at_end();
  }

  // --- brackets ---

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool open(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    if (levels_ >> max_depth != 0) return fail(syntax_error::too_deep, offset);
    const bool is_object = *at.p++ == '{';
    levels_ = levels_ << 1 | std::uint64_t{is_object};
    return is_object ? handler.begin_object(offset) : handler.begin_array(offset);
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool close(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    levels_ >>= 1;
    return *at.p++ == '}' ? handler.end_object(offset) : handler.end_array(offset);
  }

  // --- tokens that mostly stand in one chunk: inlined, so that the cursor stays in registers ---

  // A name that the handler foresaw, and its colon if that stands next to it. Returns what is next:
  // still the name, if it is another one.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr state read_expected_name(cursor& at,
                                                                          Handler& handler) {
    if constexpr (requires { handler.name_as_expected(at.offset()); }) {
      const std::string_view name = handler.expected_name();
      const bool is_there = *at.p == '"' && static_cast<std::size_t>(at.end - at.p) > name.size() &&
                            are_equal({at.p + 1, name.size()}, name);
      if (is_there) {
        if (!handler.name_as_expected(at.offset())) return state::stopped;
        at.p += 1 + name.size();
        if (!stands_at(at, ':')) return state::colon;
        ++at.p;
        return state::value;
      }
    }
    return state::next_name;
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_name(cursor& at, Handler& handler) {
    if (*at.p != '"') return fail_token(syntax_error::expected_name, at);
    const std::size_t offset = at.offset();
    ++at.p;
    if constexpr (requires { handler.name(offset, std::string_view()); }) {
      const char* const last = skip_plain(at.p, at.end);
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        at.p = last + 1;
        return done_if(handler.name(offset, whole));
      }
    }
    state_ = state::name;
    string_.begin();
    return handler.begin_name(offset) ? read_on(at, handler) : progress::stopped;
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_other(cursor& at, Handler& handler) {
    const char c = *at.p;
    value_offset_ = at.offset();
    if (c == '-' || (c >= '0' && c <= '9')) return read_number(at, handler);
    if (c != 't' && c != 'f' && c != 'n') {
      return fail_token(syntax_error::expected_value, at);
    }
    literal_ = c == 't' ? "true" : c == 'f' ? "false" : "null";
    is_null_ = c == 'n';
    state_ = state::literal;
    return read_on(at, handler);
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_string(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    ++at.p;
    if constexpr (requires { handler.string(offset, std::string_view(), offset); }) {
      const char* last = skip_text<known_encoding<Handler>()>(at.p, at.end);
      if constexpr (requires { handler.wants_escapes_decoded(); }) {
        if (last != at.end && *last == '\\' && !handler.wants_escapes_decoded()) {
          last = skip_escaped_text<known_encoding<Handler>()>(last, at.end);
        }
      }
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        at.p = last + 1;
        return done_if(handler.string(offset, whole, at.offset_of(last)));
      }
    }
    state_ = state::string;
    string_.begin();
    return handler.begin_string(offset) ? read_on(at, handler) : progress::stopped;
  }

  // An integer of a few digits at once; anything else bytewise.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_number(cursor& at, Handler& handler) {
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
      return done_if(handler.number(value_offset_, {.magnitude = magnitude}));
    }
    number_.begin(*at.p);
    ++at.p;
    state_ = state::number;
    return read_on(at, handler);
  }

  // The rest of a token, in what is left of the chunk. The copy lets the cursor stay in registers.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_on(cursor& at, Handler& handler) {
    cursor within = at;
    const progress how = read_cut_token(within, handler);
    at.p = within.p;
    return how;
  }

  // --- tokens that a chunk's edge may have cut, or that hold escapes ---

  // Leaves the state behind the token, or where it is if the chunk ends first.
  template <class Handler>
  FEISHU_HELPDESK_NOINLINE constexpr progress read_cut_token(cursor& at, Handler& handler) {
    switch (state_) {
      case state::name:
      case state::string: return read_cut_text(at, handler);
      case state::number: return read_cut_number(at, handler);
      default: return read_cut_literal(at, handler);
    }
  }

  template <class Handler>
  class listener final : public text_sink {
   public:
    constexpr listener(Handler& handler, bool is_name) : handler_(handler), is_name_(is_name) {}
    constexpr bool take(std::string_view piece, const origin& from) override {
      return is_name_ ? handler_.name_text(piece) : handler_.string_text(piece, from);
    }

   private:
    Handler& handler_;
    bool is_name_;
  };

  // A name or a string.
  template <class Handler>
  constexpr progress read_cut_text(cursor& at, Handler& handler) {
    const bool is_name = state_ == state::name;
    escapes treatment = escapes::decoded;
    if constexpr (requires { handler.wants_escapes_decoded(); }) {
      if (!is_name && !handler.wants_escapes_decoded()) treatment = escapes::kept;
    }
    listener<Handler> sink(handler, is_name);
    const progress how = string_.read(at, treatment, known_encoding<Handler>(), sink);
    if (how == progress::failed) fail(string_.error(), string_.error_offset());
    if (how != progress::done) return how;
    state_ = is_name ? state::colon : after_value();
    return done_if(is_name ? handler.end_name() : handler.end_string(at.offset() - 1));
  }

  template <class Handler>
  constexpr progress read_cut_number(cursor& at, Handler& handler) {
    while (!at.at_end() && number_.take(*at.p)) ++at.p;
    if (at.at_end()) return progress::needs_more;
    const bool digit_after_zero = number_.is_zero() && *at.p >= '0' && *at.p <= '9';
    if (!number_.is_whole() || digit_after_zero) return fail_token(syntax_error::bad_number, at);
    return end_number(handler);
  }

  template <class Handler>
  constexpr progress end_number(Handler& handler) {
    state_ = after_value();
    return done_if(handler.number(value_offset_, number_.token()));
  }

  // `literal_` is what is left of it.
  template <class Handler>
  constexpr progress read_cut_literal(cursor& at, Handler& handler) {
    for (; *literal_ != '\0' && !at.at_end(); ++at.p, ++literal_) {
      if (*at.p != *literal_) return fail_token(syntax_error::bad_literal, at);
    }
    if (*literal_ != '\0') return progress::needs_more;
    state_ = after_value();
    return done_if(is_null_ ? handler.null(value_offset_) : handler.boolean(value_offset_));
  }

  state state_ = state::value;
  syntax_error error_ = syntax_error::none;
  bool is_null_ = false;
  std::uint64_t levels_ = 1;  // a bit for each, the innermost lowest: it is an object; above, a one
  std::size_t value_offset_ = 0;
  std::size_t error_offset_ = 0;
  const char* literal_ = "";
  number_reader number_{};
  string_reader string_{};
};

}  // namespace feishu::helpdesk::detail

#endif
