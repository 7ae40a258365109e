#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_JSON_TEXT_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_JSON_TEXT_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// JSON as text, in all the ways that it can be written.
namespace feishu::helpdesk::fuzz {

/// Appends text of any characters, at least one: as many as there are bytes for. Half of them are ASCII,
/// and those that take two bytes and three come as often as others.
inline void write_characters(std::string& to, choices& from) {
  constexpr std::uint32_t surrogates = 0xd800;
  constexpr std::uint32_t behind_surrogates = 0xe000;
  constexpr std::uint32_t limits[] = {0x800, surrogates,
                                      0x110000 - (behind_surrogates - surrogates)};
  do {
    std::uint32_t character = from.byte();
    if (character >= 0x80) {
      character = static_cast<std::uint32_t>(from.number(3)) % limits[character % 3];
      if (character >= surrogates) character += behind_surrogates - surrogates;
    }
    char bytes[4]{};
    to += helpdesk::detail::encode_utf8(character, bytes);
  } while (from.more());
}

namespace detail {

constexpr std::string_view whitespace[] = {"", " ", "\n", "\t", "\r\n", "  "};

// Where a character of well-formed UTF-8 ends, and which it is.
struct decoded_character {
  std::uint32_t value = 0;
  std::size_t size = 1;
};
constexpr decoded_character decode_utf8(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[i])};
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  std::uint32_t value = lead & (0x7fu >> size);
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(i) & 0x3f);
  return {value, size};
}

inline void write_code_unit(std::string& to, std::uint32_t unit) {
  to += "\\u";
  for (unsigned shift = 16; shift != 0; shift -= 4) {
    to += "0123456789abcdef"[unit >> (shift - 4) & 0xf];
  }
}

// The character as an escape, the short one where there is one.
inline void write_escaped(std::string& to, std::uint32_t character) {
  constexpr std::string_view short_ones = "\"\"\\\\//b\bf\fn\nr\rt\t";
  for (std::size_t i = 0; i < short_ones.size(); i += 2) {
    if (static_cast<unsigned char>(short_ones[i + 1]) != character) continue;
    to += '\\';
    to += short_ones[i];
    return;
  }
  if (character < 0x10000) return write_code_unit(to, character);
  write_code_unit(to, 0xd800 | (character - 0x10000) >> 10);
  write_code_unit(to, 0xdc00 | (character & 0x3ff));
}

}  // namespace detail

/// Appends text as a JSON string. What must be escaped is, and more as chosen: all that is not ASCII, as
/// some serializers do, slashes, or everything. Text that is not UTF-8 stays so.
inline void write_string(std::string& to, std::string_view text, choices& from) {
  enum class escaping : std::uint8_t { needed, not_ascii, slashes, all };
  constexpr escaping ways[] = {escaping::needed, escaping::not_ascii, escaping::slashes,
                               escaping::all};
  const escaping way = helpdesk::detail::is_utf8(text) ? from.pick(ways) : escaping::needed;
  const auto must_be_escaped = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || c == '"' || c == '\\' || way == escaping::all ||
           (way == escaping::not_ascii && byte >= 0x80) || (way == escaping::slashes && c == '/');
  };
  to += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && !must_be_escaped(text[plain])) ++plain;
    to += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto [character, size] = detail::decode_utf8(text);
    detail::write_escaped(to, character);
    text.remove_prefix(size);
  }
  to += '"';
}

/// Appends what may stand between tokens, or nothing.
inline void write_whitespace(std::string& to, choices& from) {
  to += from.pick(detail::whitespace);
}

/// Appends a number of this type, `integer` or `real`: of any size, but within a double's range.
inline void write_number(std::string& to, json_type type, choices& from) {
  if (from.flag()) to += '-';
  const std::uint64_t magnitude = from.number(static_cast<unsigned>(from.below(9)));
  to += std::to_string(magnitude);
  if (type == json_type::integer) return;
  if (from.flag()) {
    to += '.';
    to += std::to_string(from.byte());
    if (from.flag()) return;
  }
  constexpr std::string_view mask[] = {"e", "e-", "E+", "E"};
  to += from.pick(mask);
  to += std::to_string(from.byte());
}

inline void write_any_value(std::string& to, unsigned levels, choices& from);

/// Appends a value of this type, that nests as many levels at most (an empty array is one).
inline void write_value(std::string& to, json_type type, unsigned levels, choices& from) {
  const bool is_object = type == json_type::object;
  switch (type) {
    case json_type::null: to += "null"; return;
    case json_type::boolean: to += from.flag() ? "true" : "false"; return;
    case json_type::integer:
    case json_type::number: write_number(to, type, from); return;
    case json_type::string: {
      std::string text;
      if (from.flag()) write_characters(text, from);
      write_string(to, text, from);
      return;
    }
    default: break;
  }
  to += is_object ? '{' : '[';
  write_whitespace(to, from);
  for (bool is_first = true; from.more(); is_first = false) {
    if (!is_first) to += ',';
    write_whitespace(to, from);
    if (is_object) {
      write_value(to, json_type::string, 0, from);
      to += ':';
      write_whitespace(to, from);
    }
    write_any_value(to, levels - 1, from);
    write_whitespace(to, from);
  }
  to += is_object ? '}' : ']';
}

/// Appends a value of any type.
inline void write_any_value(std::string& to, unsigned levels, choices& from) {
  constexpr json_type types[] = {json_type::null,   json_type::boolean, json_type::integer,
                                 json_type::number, json_type::string,  json_type::array,
                                 json_type::object};
  constexpr std::size_t scalars = 5;
  write_value(to, types[from.below(levels == 0 ? scalars : std::size(types))], levels, from);
}

}  // namespace feishu::helpdesk::fuzz

#endif
