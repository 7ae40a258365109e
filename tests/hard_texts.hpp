// Texts on which JSON readers go wrong, and what is to become of each.

#ifndef FEISHU_HELPDESK_TESTS_HARD_TEXTS_HPP
#define FEISHU_HELPDESK_TESTS_HARD_TEXTS_HPP

#include <feishu/helpdesk/model/syntax.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace hard_texts {

using feishu::helpdesk::syntax_error;
using enum syntax_error;
using namespace std::string_view_literals;

// A text that is JSON; or the fault in it, and where it shows.
struct hard_text {
  std::string_view text{};
  syntax_error error = none;
  std::size_t offset = 0;
};

// `levels` times `open`, then `inner`, then as often `close`.
template <unsigned Levels>
class nested {
 public:
  consteval nested(std::string_view open, std::string_view inner, std::string_view close) {
    for (unsigned i = 0; i < Levels; ++i) append(open);
    append(inner);
    for (unsigned i = 0; i < Levels; ++i) append(close);
  }
  constexpr std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  constexpr void append(std::string_view piece) {
    for (const char c : piece) bytes_[size_++] = c;
  }

  std::array<char, Levels * 8 + 8> bytes_{};
  std::size_t size_ = 0;
};

inline constexpr nested<32> arrays("[", "", "]");
inline constexpr nested<32> scalar_in_arrays("[", "0", "]");
inline constexpr nested<32> array_in_arrays("[", "[]", "]");
inline constexpr nested<32> object_in_arrays("[", "{}", "]");
inline constexpr nested<31> objects("{\"a\":", "{}", "}");
inline constexpr nested<32> object_in_objects("{\"a\":", "{}", "}");
inline constexpr nested<16> mixed("[{\"a\":", "0", "}]");
inline constexpr nested<16> array_in_mixed("[{\"a\":", "[]", "}]");
inline constexpr nested<15> twice_as_deep("[[", "[[]],[[]]", "]]");

// clang-format off
inline constexpr hard_text values[] = {
    // One value of each kind, with blanks and without.
    {"null"}, {"true"}, {"false"}, {"0"}, {R"("")"}, {"[]"}, {"{}"},
    {" \t\r\n null \t\r\n "}, {" { \"a\" : [ 1 , 2 ] , \"b\" : { } , \"c\" : [ ] } "}, {R"({"":0})"}, {R"({"a":1,"a":2})"},
    {"\fnull", expected_value, 0}, {"\vnull", expected_value, 0}, {"\xc2\xa0null", expected_value, 0},
    {"\xe2\x80\xa8null", expected_value, 0}, {"null\f", trailing_text, 4}, {"[1\f]", expected_comma_or_end, 2},
    {"{\f}", expected_name, 1}, {"{\"a\"\f:1}", expected_colon, 4}, {"[\x7f]", expected_value, 1}, {"[\b1]", expected_value, 1},

    // Nothing, bytes that are no text, and marks that say what the text is.
    {"", end_of_text, 0}, {" ", end_of_text, 1}, {" \r\n\t", end_of_text, 4},
    {"\0"sv, expected_value, 0}, {"1\0"sv, trailing_text, 1}, {"null\0"sv, trailing_text, 4}, {"tr\0e"sv, bad_literal, 2},
    {"[\0]"sv, expected_value, 1}, {"{\0}"sv, expected_name, 1}, {"[1,\0"sv, expected_value, 3},
    {"\xef\xbb\xbf{}", expected_value, 0}, {"\xef\xbb\xbf", expected_value, 0}, {"\xff\xfe{\0}\0"sv, expected_value, 0},

    // Literals.
    {"nul", end_of_text, 3}, {"nulx", bad_literal, 3}, {"nul ", bad_literal, 3}, {"Null", expected_value, 0}, {"nulll", trailing_text, 4},
    {"tRue", bad_literal, 1}, {"truefalse", trailing_text, 4}, {"[fals]", bad_literal, 5}, {"nan", bad_literal, 1}, {"NaN", expected_value, 0},
    {"Infinity", expected_value, 0}, {"-Infinity", bad_number, 1}, {"undefined", expected_value, 0}, {"a", expected_value, 0}, {"'a'", expected_value, 0},

    // Brackets, commas and colons.
    {"[", end_of_text, 1}, {"{", end_of_text, 1}, {"]", expected_value, 0}, {"}", expected_value, 0}, {"[}", expected_value, 1}, {"{]", expected_name, 1},
    {"[1}", expected_comma_or_end, 2}, {R"({"a":1])", expected_comma_or_end, 6}, {"[]]", trailing_text, 2}, {"{}}", trailing_text, 2},
    {",", expected_value, 0}, {"[,]", expected_value, 1}, {"[1,]", expected_value, 3}, {"[1,,2]", expected_value, 3}, {"[,1]", expected_value, 1},
    {"[1 2]", expected_comma_or_end, 3}, {"[\"a\"\"b\"]", expected_comma_or_end, 4}, {"[1:2]", expected_comma_or_end, 2}, {"[1", end_of_text, 2},
    {"{,}", expected_name, 1}, {R"({"a":1,})", expected_name, 7}, {R"({"a":1,,"b":2})", expected_name, 7}, {R"({"a":1 "b":2})", expected_comma_or_end, 7},
    {R"({"a"})", expected_colon, 4}, {R"({"a",})", expected_colon, 4}, {R"({"a" 1})", expected_colon, 5}, {R"({"a"::1})", expected_value, 5},
    {R"({"a":})", expected_value, 5}, {R"({"a":1:2})", expected_comma_or_end, 6}, {R"({"a")", end_of_text, 4}, {R"({"a":)", end_of_text, 5},
    {"{:1}", expected_name, 1}, {"{a:1}", expected_name, 1}, {"{'a':1}", expected_name, 1}, {"{1:1}", expected_name, 1}, {"{null:1}", expected_name, 1},
    {"{[]:1}", expected_name, 1}, {":", expected_value, 0}, {";", expected_value, 0},

    // More than one value, and comments.
    {"{} {}", trailing_text, 3}, {"1 2", trailing_text, 2}, {"{},", trailing_text, 2}, {"\"\"\"\"", trailing_text, 2}, {"null//", trailing_text, 4},
    {"/**/1", expected_value, 0}, {"[1/**/]", expected_comma_or_end, 2}, {"#", expected_value, 0}, {"{}\n{}", trailing_text, 3},

    // 32 levels are allowed.
    {arrays.text()}, {scalar_in_arrays.text()}, {objects.text()}, {mixed.text()}, {twice_as_deep.text()},
    {array_in_arrays.text(), too_deep, 32}, {object_in_arrays.text(), too_deep, 32}, {object_in_objects.text(), too_deep, 32 * 5},
    {array_in_mixed.text(), too_deep, 16 * 6}, {arrays.text().substr(0, 32), end_of_text, 32},
};

inline constexpr hard_text numbers[] = {
    {"-0"}, {"0.0"}, {"-0.0"}, {"0e0"}, {"0E+00"}, {"1E5"}, {"1e-1"}, {"-12"}, {"1.5"}, {"1.05E+3"}, {"1.5e-3"}, {"0.1e-9"}, {"1e05"}, {"1e308"}, {"[0,-1 ,2e3\n]"},
    {"2147483648"}, {"9223372036854775808"}, {"-9223372036854775809"}, {"18446744073709551615"}, {"18446744073709551616"},
    {"10000000000000000000000000000000000000000000000000000000000000"}, {"-99999999999999999999999999999999999999999999999999999999999"},
    {"0.00000000000000000000000000000000000000000000000000000000000001"}, {"1e-400"}, {"1e400"}, {"-1E+99999999999999999999"},
    {"01", bad_number, 1}, {"-01", bad_number, 2}, {"00", bad_number, 1}, {"[01]", bad_number, 2}, {"00.5", bad_number, 1},
    {"-", end_of_text, 1}, {"--1", bad_number, 1}, {"- 1", bad_number, 1}, {"-a", bad_number, 1}, {"[-]", bad_number, 2}, {"+1", expected_value, 0}, {"-+1", bad_number, 1},
    {"1.", end_of_text, 2}, {"[1.]", bad_number, 3}, {"1. ", bad_number, 2}, {".5", expected_value, 0}, {"-.5", bad_number, 1}, {"1.e5", bad_number, 2}, {"1..5", bad_number, 2},
    {"1e", end_of_text, 2}, {"[1e]", bad_number, 3}, {"1e+", end_of_text, 3}, {"[1E-]", bad_number, 4}, {"1e+-1", bad_number, 3}, {"1ee1", bad_number, 2}, {"1e.5", bad_number, 2},
    {"1e1.5", trailing_text, 3}, {"[1e1.5]", expected_comma_or_end, 4}, {"1e5e5", trailing_text, 3}, {"1.5.5", trailing_text, 3}, {"-1-1", trailing_text, 2},
    {"0x10", trailing_text, 1}, {"1_000", trailing_text, 1}, {"1,000", trailing_text, 1}, {"1a", trailing_text, 1}, {"1f", trailing_text, 1}, {"\xef\xbc\x91", expected_value, 0},
};

inline constexpr hard_text strings[] = {
    // Escapes.
    {R"("\"\\\/\b\f\n\r\t")"}, {R"("\u0000\u001f\u0041\u00e9\uFFFF\uabCD")"}, {R"("\u0022\u005C")"}, {R"({"\u0061\n":0})"},
    {R"("\x41")", bad_escape, 1}, {R"("\'")", bad_escape, 1}, {R"("\0")", bad_escape, 1}, {R"("\U0041")", bad_escape, 1}, {R"("\a")", bad_escape, 1}, {"\"\\\n\"", bad_escape, 1},
    {"\"\\\0\""sv, bad_escape, 1}, {R"("ab\q")", bad_escape, 3}, {R"({"\q":0})", bad_escape, 2}, {"\"\\\xc3\xa9\"", bad_escape, 1},
    {R"("\u")", bad_escape, 1}, {R"("\u12")", bad_escape, 1}, {R"("\u12g4")", bad_escape, 1}, {R"("\u+123")", bad_escape, 1}, {R"("\u 123")", bad_escape, 1}, {R"("\u{41}")", bad_escape, 1},
    {R"("a)", end_of_text, 2}, {R"("\)", end_of_text, 2}, {R"("\")", end_of_text, 3}, {R"("\u)", end_of_text, 3}, {R"("\u004)", end_of_text, 6}, {R"("\u0041)", end_of_text, 7}, {R"(\"\")", expected_value, 0},

    // Surrogates: a high one wants a low one right behind it.
    {R"("\ud800\udc00")"}, {R"("\uDBFF\uDFFF")"}, {R"("\ud83d\ude00\ud83d\ude00")"}, {R"("\ud7ff\ue000")"}, {R"({"\ud83d\ude00":0})"},
    {R"("\ud800")", lone_surrogate, 1}, {R"("\udbff")", lone_surrogate, 1}, {R"("\udc00")", lone_surrogate, 1}, {R"("\udfff")", lone_surrogate, 1}, {R"("a\udead")", lone_surrogate, 2},
    {R"("\ud800x")", lone_surrogate, 1}, {R"("\ud800 \udc00")", lone_surrogate, 1}, {"\"\\ud800\xc3\xa9\"", lone_surrogate, 1}, {"\"\\ud800\x01\"", lone_surrogate, 1},
    {R"("\ud800\n")", lone_surrogate, 1}, {R"("\ud800\\")", lone_surrogate, 1}, {R"("\ud800\"")", lone_surrogate, 1}, {R"("\ud800\u0041")", lone_surrogate, 1},
    {R"("\ud800\ud800")", lone_surrogate, 1}, {R"("\ud800\ud83d\ude00")", lone_surrogate, 1}, {R"("\ud800\ue000")", lone_surrogate, 1}, {R"("\udc00\ud800")", lone_surrogate, 1},
    {R"("\ud83d\ude00\ude00")", lone_surrogate, 13}, {R"("\ud83d\ude00\ud83d")", lone_surrogate, 13}, {R"({"\ud800":0})", lone_surrogate, 2},
    {R"("\ud800\x")", bad_escape, 7}, {R"("\ud800\u")", bad_escape, 7}, {R"("\ud800\udc0")", bad_escape, 7}, {R"("\ud800\u00g0")", bad_escape, 7},
    {R"("\ud800)", end_of_text, 7}, {R"("\ud800\)", end_of_text, 8}, {R"("\ud800\u)", end_of_text, 9}, {R"("\ud800\udc0)", end_of_text, 12}, {R"("\ud800\udc00)", end_of_text, 13},

    // Control characters: those below U+0020 must be escaped, no others.
    {"\"\0\""sv, control_character, 1}, {"\"\x01\"", control_character, 1}, {"\"\x1f\"", control_character, 1}, {"\"a\tb\"", control_character, 2}, {"\"a\nb\"", control_character, 2},
    {"\"\r\n\"", control_character, 1}, {"{\"a\n\":0}", control_character, 3}, {"\"\xc3\xa9\x1b\"", control_character, 3},
    {"\" ~\x7f\""}, {"\"\xc2\x80\xc2\x9f\""}, {"\"\xe2\x80\xa8\xe2\x80\xa9\""}, {"\"\xef\xbb\xbf\""}, {"\"\xef\xbf\xbe\""},
};

inline constexpr hard_text utf8[] = {
    // The first and last of each length, and around the surrogates.
    {"\"\xc2\x80\xdf\xbf\""}, {"\"\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\""}, {"\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\""}, {"{\"\xe5\x90\x8d\":0}"},
    // Continuations that nothing began.
    {"\"\x80\"", bad_utf8, 1}, {"\"\xbf\"", bad_utf8, 1}, {"\"\xc3\xa9\xa9\"", bad_utf8, 3}, {"\"ab\x80\"", bad_utf8, 3}, {"{\"\x80\":0}", bad_utf8, 2},
    // Characters that are cut short: by a quote, by text, by another character, by the end.
    {"\"\xc3\"", bad_utf8, 1}, {"\"\xe4\xb8\"", bad_utf8, 1}, {"\"\xf0\x9f\x98\"", bad_utf8, 1}, {"\"\xe4\xb8" "a\"", bad_utf8, 1}, {"\"\xe4\xc3\xa9\"", bad_utf8, 1},
    {"\"\xf0\x9f\xf0\x9f\x98\x80\"", bad_utf8, 1}, {"\"\xe4\xb8\\n\"", bad_utf8, 1}, {"\"\xe4\n\"", bad_utf8, 1}, {"\"\xe4", end_of_text, 2}, {"\"\xf0\x9f\x98", end_of_text, 4},
    // More bytes than needed.
    {"\"\xc0\x80\"", bad_utf8, 1}, {"\"\xc0\xaf\"", bad_utf8, 1}, {"\"\xc1\xbf\"", bad_utf8, 1}, {"\"\xe0\x80\x80\"", bad_utf8, 1}, {"\"\xe0\x9f\xbf\"", bad_utf8, 1},
    {"\"\xf0\x80\x80\x80\"", bad_utf8, 1}, {"\"\xf0\x8f\xbf\xbf\"", bad_utf8, 1}, {"\"\xf8\x88\x80\x80\x80\"", bad_utf8, 1}, {"\"\xfc\x84\x80\x80\x80\x80\"", bad_utf8, 1},
    // Surrogates, and beyond U+10FFFF.
    {"\"\xed\xa0\x80\"", bad_utf8, 1}, {"\"\xed\xbf\xbf\"", bad_utf8, 1}, {"\"\xed\xa0\xbd\xed\xb8\x80\"", bad_utf8, 1}, {"\"\xf4\x90\x80\x80\"", bad_utf8, 1},
    {"\"\xf5\x80\x80\x80\"", bad_utf8, 1}, {"\"\xfe\"", bad_utf8, 1}, {"\"\xff\"", bad_utf8, 1},
    // Outside of strings no character but ASCII has a meaning.
    {"\xff", expected_value, 0}, {"[\xe4]", expected_value, 1}, {"1\xc3\xa9", trailing_text, 1}, {"{\xe5\x90\x8d:0}", expected_name, 1}, {"\xe2\x80\x9c\xe2\x80\x9d", expected_value, 0},
};
// clang-format on

// All of them; in groups, since a compiler does only so much in one evaluation.
template <class Visitor>
constexpr void for_each_group(Visitor&& visit) {
  visit(values);
  visit(numbers);
  visit(strings);
  visit(utf8);
}

}  // namespace hard_texts

#endif
