// Reading in tests: handlers that listen to nothing or to everything, and what came of it.

#ifndef FEISHU_HELPDESK_TESTS_READING_HPP
#define FEISHU_HELPDESK_TESTS_READING_HPP

#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace reading {

using feishu::helpdesk::npos;
using feishu::helpdesk::syntax_error;
using feishu::helpdesk::detail::number_token;
using feishu::helpdesk::detail::origin;

// Listens to nothing.
using deaf = feishu::helpdesk::detail::ignore_events;

// Writes every event down, text byte by byte, so that pieces do not show. Says stop at one of them.
class recorder {
 public:
  explicit recorder(std::size_t stop_at = npos) : left_(stop_at) {}

  bool begin_object(std::size_t offset) { return note("{", offset); }
  bool end_object(std::size_t offset) { return note("}", offset); }
  bool begin_array(std::size_t offset) { return note("[", offset); }
  bool end_array(std::size_t offset) { return note("]", offset); }
  bool begin_name(std::size_t offset) { return note("name", offset); }
  bool name_text(std::string_view piece) {
    log_ += piece;
    return true;
  }
  bool end_name() {
    log_ += ": ";
    return true;
  }
  bool begin_string(std::size_t offset) { return note("\"", offset); }
  bool string_text(std::string_view piece, const origin& from) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      log_ += piece[i];
      log_ += std::to_string(from.offset_of(i)) + ' ';
    }
    return true;
  }
  bool end_string(std::size_t offset) { return note("\"", offset); }
  bool number(std::size_t offset, const number_token& token) {
    const std::string sign = token.is_negative ? "-" : "";
    return note(sign + std::to_string(token.magnitude) + (token.is_integer ? "" : "."), offset);
  }
  bool boolean(std::size_t offset) { return note("boolean", offset); }
  bool null(std::size_t offset) { return note("null", offset); }

  const std::string& log() const { return log_; }

 private:
  bool note(std::string_view event, std::size_t offset) {
    log_ += event;
    log_ += '@' + std::to_string(offset) + ' ';
    return left_-- != 0;
  }

  std::string log_{};
  std::size_t left_;
};

// The same for a handler that takes names and strings in one event where it can have them, and expects
// a certain name.
class quick_recorder : public recorder {
 public:
  using recorder::recorder;
  std::string_view expected_name() const { return "b\""; }
  bool name_as_expected(std::size_t offset) { return name(offset, "b"); }
  bool name(std::size_t offset, std::string_view whole) {
    return begin_name(offset) && name_text(whole) && end_name();
  }
  bool string(std::size_t offset, std::string_view whole, std::size_t end) {
    return begin_string(offset) && string_text(whole, origin{.offset = offset + 1}) &&
           end_string(end);
  }
  bool wants_escapes_decoded() const { return true; }
};

// The same for a handler that wants the texts of strings as they were written.
class written_recorder : public quick_recorder {
 public:
  using quick_recorder::quick_recorder;
  bool wants_escapes_decoded() const { return false; }
};

struct result {
  syntax_error error = syntax_error::none;
  std::size_t offset = 0;

  bool operator==(const result&) const = default;
  friend std::ostream& operator<<(std::ostream& to, const result& o) {
    return to << localized(o.error).en << " at " << o.offset;
  }
};

template <class Handler>
constexpr result read(std::string_view text, std::size_t chunk, Handler& handler) {
  feishu::helpdesk::detail::reader r;
  for (std::size_t i = 0; i < text.size(); i += chunk) {
    if (!r.write(text.substr(i, chunk), handler, i)) {
      return {r.error(), r.error_offset()};
    }
  }
  if (r.finish(handler, text.size())) return {};
  return {r.error(), r.error_offset()};
}

inline constexpr std::size_t whole = npos / 2;  // a chunk larger than any text

}  // namespace reading

#endif
