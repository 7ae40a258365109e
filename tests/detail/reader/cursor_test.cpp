#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

// `\u` and four digits, the letters among them in either case.
std::string escape_of(unsigned code_unit, std::string_view digits) {
  std::string escape = "\\u";
  for (unsigned shift = 16; shift != 0; shift -= 4) escape += digits[code_unit >> (shift - 4) & 15];
  return escape;
}

// Whether each byte of the character is placed at its escape, and the byte behind it after that.
bool is_placed_right(unsigned code_point, std::string_view digits) {
  std::string escape;
  if (code_point < 0x10000) {
    escape = escape_of(code_point, digits);
  } else {
    escape = escape_of(0xd800 + (code_point - 0x10000) / 0x400, digits) +
             escape_of(0xdc00 + (code_point - 0x10000) % 0x400, digits);
  }
  char bytes[4]{};
  const std::size_t size = detail::encode_utf8(code_point, bytes).size();
  const std::string source = 'a' + escape + 'z';
  const detail::origin from{source, 100, true};
  for (std::size_t i = 0; i < size; ++i) {
    if (from.offset_of(1 + i) != 101) return false;
  }
  return from.offset_of(0) == 100 && from.offset_of(1 + size) == 101 + escape.size();
}

constexpr detail::origin mixed{R"(ab\n\u4e2d\\\ud83d\ude00\"c)", 10, true};
static_assert(mixed.offset_of(0) == 10 && mixed.offset_of(1) == 11);   // ab
static_assert(mixed.offset_of(2) == 12);                               // \n
static_assert(mixed.offset_of(3) == 14 && mixed.offset_of(5) == 14);   // \u4e2d
static_assert(mixed.offset_of(6) == 20);                               // a backslash
static_assert(mixed.offset_of(7) == 22 && mixed.offset_of(10) == 22);  // \ud83d\ude00
static_assert(mixed.offset_of(11) == 34 && mixed.offset_of(12) == 36);

TEST_CASE("text without escapes stands as it is written") {
  const detail::origin from{.offset = 7};
  CHECK(from.offset_of(0) == 7);
  CHECK(from.offset_of(1000) == 1007);
}

TEST_CASE("what an escape stands for has the escape's place") {
  for (unsigned code_point = 0; code_point < 0x10ffff;
       code_point += code_point < 0x11000 ? 1 : 997) {
    if (code_point == 0xd800) code_point = 0xe000;
    if (!is_placed_right(code_point, "0123456789abcdef")) FAIL_CHECK(code_point);
    if (!is_placed_right(code_point, "0123456789ABCDEF")) FAIL_CHECK(code_point);
  }
  CHECK(is_placed_right(0x10ffff, "0123456789abcdef"));
  for (const std::string_view escape :
       {R"(\")", R"(\\)", R"(\/)", R"(\b)", R"(\f)", R"(\n)", R"(\r)", R"(\t)"}) {
    const std::string source = std::string(escape) + "\xe4\xb8\xad" + std::string(escape);
    const detail::origin from{source, 0, true};
    CHECK(from.offset_of(0) == 0);
    CHECK(from.offset_of(1) == 2);
    CHECK(from.offset_of(3) == 4);
    CHECK(from.offset_of(4) == 5);
  }
}

TEST_CASE("a cursor knows its place in the whole text") {
  constexpr std::string_view text = "abc";
  detail::cursor at(text, 40);
  CHECK(at.offset() == 40);
  CHECK_FALSE(at.at_end());
  ++at.p;
  CHECK(at.offset() == 41);
  CHECK(at.offset_of(text.data() + 3) == 43);
  at.p = at.end;
  CHECK(at.at_end());
  CHECK(detail::cursor("", 5).at_end());
}

}  // namespace
