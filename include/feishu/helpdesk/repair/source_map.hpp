#ifndef FEISHU_HELPDESK_REPAIR_SOURCE_MAP_HPP
#define FEISHU_HELPDESK_REPAIR_SOURCE_MAP_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <cstddef>
#include <string_view>

/// Where the fields of a body stand in its text, so that they can be changed there.
namespace feishu::helpdesk {

/// Bytes of a text, from `begin` to before `end`.
struct text_span {
  std::size_t begin = npos;  ///< of its first byte
  std::size_t end = npos;    ///< behind its last byte

  /// In bytes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  /// The bytes themselves.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const noexcept {
    return text.substr(begin, size());
  }
};

namespace detail {

/// The value, or the name, that begins at `begin` of a well-formed text.
[[nodiscard]] constexpr text_span value_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t depth = 0;
  std::size_t at = begin;
  for (bool in_string = false; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      if (!in_string && depth == 0) return {begin, at + 1};
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) break;  // a number or a literal, the last of its container
      if (--depth == 0) return {begin, at + 1};
    } else if (depth == 0 && (c == ',' || detail::is_whitespace(c))) {
      break;
    }
  }
  return {begin, at};
}

// Hears what the reader reads, and notes what is directly in the body.
template <class Note>
struct field_finder : ignore_events {
  constexpr explicit field_finder(Note to_note) noexcept : note(to_note) {}

  Note note;
  std::size_t brace = npos;
  std::size_t depth = 0;
  std::size_t key = npos;
  truncated_name name{};

  constexpr bool begin_object(std::size_t offset) { return open(offset, true); }
  constexpr bool begin_array(std::size_t offset) { return open(offset, false); }
  constexpr bool end_object(std::size_t) { return close(); }
  constexpr bool end_array(std::size_t) { return close(); }

  constexpr bool begin_name(std::size_t offset) {
    if (depth == 1) {
      key = offset;
      name = truncated_name();
    }
    return true;
  }
  constexpr bool name_text(std::string_view piece) {
    if (depth == 1) name.append(piece);
    return true;
  }

  constexpr bool begin_string(std::size_t offset) { return value(offset); }
  constexpr bool number(std::size_t offset, const number_token&) { return value(offset); }
  constexpr bool boolean(std::size_t offset) { return value(offset); }
  constexpr bool null(std::size_t offset) { return value(offset); }

 private:
  constexpr bool open(std::size_t offset, bool is_object) {
    if (depth == 0 && is_object) brace = offset;
    value(offset);
    ++depth;
    return true;
  }
  constexpr bool close() {
    --depth;
    return true;
  }
  constexpr bool value(std::size_t offset) {
    if (depth == 1 && brace != npos) note(name.text(), key, offset);
    return true;
  }
};

}  // namespace detail

/// Where the fields of a body stand. Of a field that is there twice, the last one counts. Refers to
/// the text, which is read once.
class source_map {
 public:
  /// Reads the text; linear in its size.
  constexpr explicit source_map(std::string_view body) : text_(body) {
    detail::field_finder found([this](std::string_view name, std::size_t key, std::size_t value) {
      note(name, key, value);
    });
    detail::reader reading;
    is_well_formed_ =
        reading.write(body, found, 0) && reading.finish(found, body.size()) && found.brace != npos;
    brace_ = found.brace;
  }

  /// Whether the text is one object, well-formed.
  [[nodiscard]] constexpr bool is_well_formed() const noexcept { return is_well_formed_; }

  /// Whether the field is there, be it null.
  [[nodiscard]] constexpr bool has(field which) const noexcept {
    return keys_[static_cast<std::size_t>(which)] != npos;
  }

  /// The field's value; only if it is there.
  [[nodiscard]] constexpr text_span value_of(field which) const noexcept {
    return detail::value_at(text_, values_[static_cast<std::size_t>(which)]);
  }

  /// What was read.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

  /// Where the body begins; only if it is readable.
  [[nodiscard]] constexpr std::size_t brace() const noexcept { return brace_; }

  /// Where another field can be written: behind the last one, or behind the brace.
  [[nodiscard]] constexpr std::size_t end_of_fields() const noexcept {
    return last_value_ == npos ? brace_ + 1 : detail::value_at(text_, last_value_).end;
  }

  /// Whether the body has no members.
  [[nodiscard]] constexpr bool is_empty() const noexcept { return last_value_ == npos; }

  /// The value of the one field that there is; nowhere if there are more, or none.
  [[nodiscard]] constexpr text_span only_value() const noexcept {
    return first_value_ == last_value_ && !is_empty() ? detail::value_at(text_, first_value_)
                                                      : text_span();
  }

  /// Calls `visit(is_this_field, key, value)` with the offsets of each field's key and value, in their order;
  /// only if the text is well-formed. Reads the text again.
  template <class Visit>
  constexpr void for_each_field(field which, Visit&& visit) const {
    detail::field_finder found([&](std::string_view name, std::size_t key, std::size_t value) {
      const std::size_t index = detail::find_field(notification_object, name);
      visit(index == static_cast<std::size_t>(which), key, value);
    });
    detail::reader reading;
    if (reading.write(text_, found, 0)) reading.finish(found, text_.size());
  }

  /// What stands before the first name: a new line and an indentation, or nothing. Nothing also if it is
  /// longer than any style.
  [[nodiscard]] constexpr std::string_view whitespace_before_names() const noexcept {
    const text_span whitespace{brace_ + 1, first_key_};
    return is_empty() || whitespace.size() > widest_style ? std::string_view()
                                                          : whitespace.of(text_);
  }

  /// What stands between a name and its value; a bare colon if it is longer than any style.
  [[nodiscard]] constexpr std::string_view colon() const noexcept {
    if (is_empty()) return ":";
    const text_span between{detail::value_at(text_, first_key_).end, first_value_};
    return between.size() > widest_style ? ":" : between.of(text_);
  }

 private:
  static constexpr std::size_t widest_style = 256;

  constexpr void note(std::string_view name, std::size_t key, std::size_t value) noexcept {
    if (is_empty()) {
      first_key_ = key;
      first_value_ = value;
    }
    last_value_ = value;
    const std::size_t index = detail::find_field(notification_object, name);
    if (index == npos) return;
    keys_[index] = key;
    values_[index] = value;
  }

  struct offsets {
    std::size_t of[detail::field_count];
    constexpr offsets() noexcept {
      for (std::size_t& each : of) each = npos;
    }
    constexpr std::size_t& operator[](std::size_t i) noexcept { return of[i]; }
    constexpr std::size_t operator[](std::size_t i) const noexcept { return of[i]; }
  };

  std::string_view text_;
  offsets keys_{};
  offsets values_{};
  std::size_t brace_ = npos;
  std::size_t first_key_ = npos;
  std::size_t first_value_ = npos;
  std::size_t last_value_ = npos;
  bool is_well_formed_ = false;
};

}  // namespace feishu::helpdesk

#endif
