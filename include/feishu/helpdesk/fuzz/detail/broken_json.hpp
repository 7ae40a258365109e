#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_BROKEN_JSON_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_BROKEN_JSON_HPP

#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Text that is almost JSON.
namespace feishu::helpdesk::fuzz {

/// Whether bytes that are not UTF-8 are among what may go wrong.
enum class bad_utf8 : std::uint8_t {
  left_out,  ///< for text that is to be written into other text
  included   ///< for text that stands alone
};

namespace detail {

// A bracket, comma or colon outside of strings, or a quote that begins or ends one.
struct mark {
  std::size_t place = npos;
  bool opens = false;  // a string
};

// One of the marks of a well-formed text that are any of `kinds`, as chosen; nowhere if there is none.
inline mark any_mark(std::string_view text, std::string_view kinds, choices& from) {
  const auto for_each = [&](auto&& visit) {
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (in_string && c == '\\') ++at;
      if (c == '"') in_string = !in_string;
      const bool is_mark = (c == '"' || !in_string) && kinds.find(c) != std::string_view::npos;
      if (is_mark) visit(mark{at, in_string});
    }
  };
  std::size_t count = 0;
  for_each([&](const mark&) { ++count; });
  mark found;
  if (count == 0) return found;
  for_each([&, left = from.below(count)](const mark& each) mutable {
    if (left-- == 0) found = each;
  });
  return found;
}

// What stands nowhere outside of strings, and goes on with no number or literal.
inline constexpr std::string_view strays[] = {
    "@",    ";",    "'",        "\\",           "//\n",
    "\x01", "\x7f", "\xc2\xa0", "\xef\xbb\xbf", std::string_view("\0", 1)};

// What is no value, whatever follows.
inline constexpr std::string_view invalid_values[] = {"tru ", "nul1 ", "False ",   "- ",  "-a ",
                                                      "01 ",  "1. ",   ".5 ",      "1e ", "1e+ ",
                                                      "+1 ",  "'a' ",  "Infinity "};

// What stands at neither end of a string, and what stands nowhere in UTF-8.
inline constexpr std::string_view invalid_characters[] = {
    "\x01",    "\n",       "\x1f",    "\\x",        "\\'",
    "\\u12G4", "\\ud800-", "\\udc00", "\\ud83d\\n", "\\ud83d\\ud83d"};
inline constexpr std::string_view invalid_utf8[] = {
    "\xff", "\x80", "\xc0\xaf", "\xe4\xbd", "\xed\xa0\x80", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80"};

}  // namespace detail

/// A text that is not JSON, by one change of one that is: of the text of an object. What stands before the
/// place that makes it wrong stays as it was. Linear in the size of the text.
[[nodiscard]] inline std::string broken_json(std::string text, bad_utf8 wanted, choices& from) {
  enum class way : std::uint8_t {
    stray,
    doubled,
    cut,
    trailing,
    invalid_value,
    in_string,
    too_deep
  };
  constexpr way ways[] = {way::stray,         way::doubled,   way::cut,     way::trailing,
                          way::invalid_value, way::in_string, way::too_deep};
  const std::size_t end = text.find_last_of('}');
  switch (from.pick(ways)) {
    case way::cut: {
      std::size_t size = from.below(end + 1);
      const auto cuts_a_character = [&] { return helpdesk::detail::is_continuation(text[size]); };
      while (wanted == bad_utf8::left_out && cuts_a_character()) --size;
      text.resize(size);
      return text;
    }
    case way::trailing: {
      constexpr std::string_view more[] = {"}", "{}", ",", "0"};
      return text += from.pick(more);
    }
    case way::doubled: {  // no '[', for an array where an object should be is another fault
      const std::size_t place = detail::any_mark(text, "{}],:", from).place;
      return text.insert(place, 1, text[place]);
    }
    case way::invalid_value: {
      const detail::mark before = detail::any_mark(text, ":[", from);
      if (before.place == npos) break;
      return text.insert(before.place + 1, from.pick(detail::invalid_values));
    }
    case way::in_string: {
      const detail::mark quote = detail::any_mark(text, "\"", from);
      if (quote.place == npos) break;
      const bool stays_utf8 = wanted == bad_utf8::left_out || from.flag();
      return text.insert(
          quote.place + (quote.opens ? 1 : 0),
          stays_utf8 ? from.pick(detail::invalid_characters) : from.pick(detail::invalid_utf8));
    }
    case way::too_deep: {  // in a field that no schema knows, whose value may be anything
      const bool is_empty = text[text.find_last_not_of(" \t\r\n", end - 1)] == '{';
      std::string deep = is_empty ? R"(" ":)" : R"(," ":)";
      deep.append(helpdesk::detail::max_depth + from.below(4), '[');
      return text.insert(end, deep);
    }
    default: break;
  }
  const std::size_t mark = detail::any_mark(text, "{}[],:", from).place;
  const std::size_t place = mark + from.below(2);
  return text.insert(place, from.pick(detail::strays));
}

}  // namespace feishu::helpdesk::fuzz

#endif
