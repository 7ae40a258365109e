#ifndef FEISHU_HELPDESK_REPAIR_DETAIL_JSON_TEXT_HPP
#define FEISHU_HELPDESK_REPAIR_DETAIL_JSON_TEXT_HPP

#include <feishu/helpdesk/detail/reader/escape.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// Pieces of well-formed JSON text: read, walked through and written anew. All of it is linear.
namespace feishu::helpdesk::detail {

/// Returns the content of a string, given with its quotes.
[[nodiscard]] inline std::string unescaped(std::string_view quoted) {
  std::string text;
  for (std::size_t i = 1; i + 1 < quoted.size();) {
    if (quoted[i] != '\\') {
      text += quoted[i++];
      continue;
    }
    const escape read = read_escape(&quoted[i], quoted.data() + quoted.size());
    if (read.length == 0) break;  // not well-formed
    char bytes[4]{};
    text += encode_utf8(read.code_point, bytes);
    i += read.length;
  }
  return text;
}

/// Returns `text` without the whitespace around it. Whitespace is ASCII's, and what comes along when text
/// is copied: no-break and ideographic spaces, zero-width spaces and byte-order marks.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view spaces[] = {
      " ",  "\t",       "\n",           "\r",           "\v",
      "\f", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x8b", "\xef\xbb\xbf"};
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (const std::string_view space : spaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        goes_on = true;
      } else if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        goes_on = true;
      }
    }
  }
  return text;
}

/// Returns a string of characters that need no escape, with quotes.
[[nodiscard]] inline std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// Returns JSON as a JSON string, without the whitespace between its tokens. Each token stays as it is
/// written, byte for byte.
[[nodiscard]] inline std::string as_string(std::string_view json) {
  std::string text = "\"";
  bool in_string = false;
  bool is_escaped = false;  // the next character belongs to an escape
  for (const char c : json) {
    if (!in_string && is_whitespace(c)) continue;
    if (c == '"' || c == '\\') text += '\\';
    text += c;
    if (c == '"' && !is_escaped) in_string = !in_string;
    is_escaped = c == '\\' && !is_escaped;
  }
  return text += '"';
}

/// Returns how deep JSON nests: 0 for a scalar, 1 for an object of scalars.
[[nodiscard]] constexpr unsigned depth_of(std::string_view json) noexcept {
  unsigned depth = 0;
  unsigned deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/// Calls `visit` with the spans of name and value of each field of the object that `json` is, until it
/// returns false. Returns whether it never did. Ends for any text, and returns false where fields end early.
template <class Visit>
constexpr bool for_each_field_of(std::string_view json, Visit&& visit) {
  const auto skip_gap = [&](std::size_t at) {
    while (at < json.size() && (is_whitespace(json[at]) || json[at] == ':' || json[at] == ',')) {
      ++at;
    }
    return at;
  };
  for (std::size_t at = skip_gap(1); at >= json.size() || json[at] != '}';) {
    const text_span name = value_at(json, at);
    const text_span value = value_at(json, skip_gap(name.end));
    if (name.size() == 0 || value.size() == 0 || !visit(name, value)) return false;
    at = skip_gap(value.end);
  }
  return true;
}

}  // namespace feishu::helpdesk::detail

#endif
