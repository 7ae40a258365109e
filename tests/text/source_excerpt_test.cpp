#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>
#include <feishu/helpdesk/text/source_excerpt.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using namespace std::string_view_literals;

constexpr position second_line = line_counter("{\n\"a\"").at(3);
static_assert(second_line == position{2, 2});

// What stands in an excerpt's text from one column to another, for characters as these tests use
// them: of three bytes or more they are two columns wide, save the ellipsis.
std::string between_columns(std::string_view text, std::size_t from, std::size_t to) {
  std::string found;
  for (std::size_t i = 0, column = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const std::string_view character = text.substr(i, size);
    if (column >= from && column < to) found += character;
    column += size >= 3 && character != "…" ? 2 : 1;
    i += size;
  }
  return found;
}

std::string marked(const detail::excerpt& shown) {
  return between_columns(shown.text, shown.mark_start, shown.mark_start + shown.mark_width);
}

std::string marked_at(std::string_view text, std::size_t offset) {
  return marked(detail::excerpt_at(text, offset));
}

TEST_CASE("a quote at the end of a string is not the beginning of the next one") {
  const std::string_view text = R"({"a":" ","b":1})";
  const std::size_t end = text.find(R"(",")");
  CHECK(marked(detail::excerpt_at(text, end, true)) == R"(")");
  CHECK(marked(detail::excerpt_at(text, end, false)) == R"(",")");
  CHECK(marked(detail::excerpt_at(text, text.size(), true)) == "");
  CHECK(marked(detail::excerpt_at(R"("ab cd")", 4, true)) == "cd");
}

TEST_CASE("a token ends where it ends, well-formed or not") {
  const auto token = [](std::string_view text) {
    return text.substr(0, detail::end_of_token(text, 0));
  };
  CHECK(token(R"("a\"b": 1)") == R"("a\"b")");
  CHECK(token(R"("cut)") == R"("cut)");
  CHECK(token(R"("cut\)") == R"("cut\)");
  CHECK(token("-12.5e+3,") == "-12.5e+3");
  CHECK(token("null}") == "null");
  CHECK(token("{\"a\"") == "{");
  CHECK(token("测试") == "测");
  CHECK(token("\xe6 ") == "\xe6");
  CHECK(token("").empty());
  CHECK(detail::end_of_token("[1]", 1) == 2);
  CHECK(detail::end_of_token("[1]", 3) == 3);
}

TEST_CASE("lines end with LF, and a CR before it is the last byte of its line") {
  line_counter lines("ab\n\ncd\r\ne");
  CHECK(lines.at(0) == position{1, 1});
  CHECK(lines.at(2) == position{1, 3});
  CHECK(lines.at(3) == position{2, 1});
  CHECK(lines.at(4) == position{3, 1});
  CHECK(lines.at(6) == position{3, 3});
  CHECK(lines.at(7) == position{3, 4});
  CHECK(lines.at(8) == position{4, 1});
}

TEST_CASE("the end of the text is a place, what lies beyond is taken for it, npos is nowhere") {
  line_counter lines("a\nbc");
  CHECK(lines.at(4) == position{2, 3});
  CHECK(lines.at(5) == position{2, 3});
  CHECK(lines.at(npos) == position{});
  CHECK(line_counter("a\n").at(2) == position{2, 1});
  CHECK(line_counter("").at(0) == position{1, 1});
}

TEST_CASE("an offset before the last one starts again, and columns count bytes") {
  const std::string_view text = "{\n  \"推送\": 1,\n  2\n}";
  line_counter lines(text);
  CHECK(lines.at(text.size()) == position{4, 2});
  CHECK(lines.at(4) == position{2, 3});
  CHECK(lines.at(text.find('1')) == position{2, 13});
  CHECK(lines.at(0) == position{1, 1});
  CHECK(lines.at(text.find('2')) == position{3, 3});
}

TEST_CASE("the line is shown without its end, and the token at the offset is marked") {
  const std::string_view text = "{\r\n    \"user_list\": [\r\n        -1.5e+3, true\r\n]";
  const detail::excerpt key = detail::excerpt_at(text, text.find('"'));
  CHECK(key.text == "    \"user_list\": [");
  CHECK(key.mark_start == 4);
  CHECK(key.mark_width == 11);
  CHECK(marked_at(text, text.find('[')) == "[");
  CHECK(marked_at(text, text.find('-')) == "-1.5e+3");
  CHECK(marked_at(text, text.find("true")) == "true");
  CHECK(marked_at(text, text.find(']')) == "]");
  CHECK(marked_at(text, 0) == "{");
}

TEST_CASE("a string is marked to its closing quote, whatever is escaped in it") {
  CHECK(marked_at(R"({"a\"b": 1})", 1) == R"("a\"b")");
  CHECK(marked_at(R"({"a\\": 1})", 1) == R"("a\\")");
  CHECK(marked_at(R"({"a\\\": 1})", 1) == R"("a\\\": 1})");
  CHECK(marked_at(R"({"a\u0022b": 1})", 1) == R"("a\u0022b")");
  CHECK(marked_at(R"({"": 1})", 1) == R"("")");
  CHECK(marked_at(R"({"open)", 1) == R"("open)");
  CHECK(marked_at("{\"a\\", 1) == "\"a\\");
  CHECK(marked_at("{\"a\\\n\"", 1) == "\"a\\");
}

TEST_CASE("at the end of the text, and of a line, one column is marked behind what is there") {
  for (const std::size_t offset : {std::size_t{3}, std::size_t{4}, npos}) {
    const detail::excerpt shown = detail::excerpt_at("[1,", offset);
    CHECK(shown.text == "[1,");
    CHECK(shown.mark_start == 3);
    CHECK(shown.mark_width == 1);
  }
  CHECK(detail::excerpt_at("[1,\n2]", 3).text == "[1,");
  CHECK(detail::excerpt_at("[1,\n2]", 3).mark_start == 3);
  CHECK(detail::excerpt_at("[1,\n", 4).text == "");
  CHECK(detail::excerpt_at("", 0).text == "");
  CHECK(detail::excerpt_at("", 0).mark_width == 1);
}

TEST_CASE("columns are those of a terminal: two for Chinese, one for a tab") {
  const std::string_view text = "\t\"任务\":\t\"测试推送\", é, 1";
  const detail::excerpt value = detail::excerpt_at(text, text.find("\"测"));
  CHECK(value.text == " \"任务\": \"测试推送\", é, 1");
  CHECK(value.mark_start == 9);
  CHECK(value.mark_width == 10);
  CHECK(marked(value) == "\"测试推送\"");
  CHECK(marked_at(text, text.find("é")) == "é");
  CHECK(marked_at(text, text.find('1')) == "1");
  CHECK(marked_at("[测试]", 1) == "测");
  CHECK(marked_at("[\xf0\x9f\x98\x80, 1]", 7) == "1");
}

TEST_CASE("of a long line a window is shown, and the mark stays under its token") {
  for (const std::string_view filler : {"a, ", "推, ", "\xf0\x9f\x98\x80, "}) {
    std::string before;
    while (before.size() < 3000) before += filler;
    for (std::size_t shift = 0; shift < 8; ++shift) {
      const std::string text = std::string(shift, ' ') + before + "\"key\": [" + before;
      const std::size_t key = shift + before.size();
      const detail::excerpt shown = detail::excerpt_at(text, key);
      CAPTURE(shown.text);
      CHECK(marked(shown) == "\"key\"");
      CHECK(shown.text.starts_with("…"));
      CHECK(shown.text.ends_with("…"));
      CHECK(shown.text.size() <= 110);
      CHECK(shown.text.size() > 80);
      CHECK(detail::is_utf8(shown.text));
      CHECK(shown.text.find('?') == std::string::npos);
    }
  }
  const std::string open = '"' + std::string(5000, 'x');
  CHECK(detail::excerpt_at(open, 0).text == open.substr(0, 60) + "…");
  CHECK(detail::excerpt_at(open, 0).mark_width == 60);
}

TEST_CASE("what is shown by code point is cut to the same columns") {
  const std::string controls(200, '\x11');
  const std::string text = controls + "\"key\": " + controls;
  const detail::excerpt shown = detail::excerpt_at(text, controls.size());
  CHECK(marked(shown) == "\"key\"");
  CHECK(shown.text ==
        "…<U+0011><U+0011><U+0011><U+0011><U+0011>\"key\": "
        "<U+0011><U+0011><U+0011><U+0011><U+0011><U+0011>…");
  CHECK(marked_at(controls, 100) == "<U+0011>");
}

TEST_CASE("visible text stays, and each byte that is not UTF-8 becomes a question mark") {
  for (const std::string_view text : {"", "plain ~", "测试推送任务，é", "\xf0\x9f\x98\x80",
                                      "\xef\xbf\xbd", "e\xcc\x81", "\xe3\x80\x8c\xe3\x80\x8d"}) {
    CHECK(sanitize_for_terminal(text) == text);
  }
  CHECK(sanitize_for_terminal("a\tb") == "a b");
  CHECK(sanitize_for_terminal("a\x1b[31m\r\n\0"sv) == "a<U+001B>[31m<U+000D><U+000A><U+0000>");
  CHECK(sanitize_for_terminal("\x80\xe6\xb5测\xc0\xaf\xff") == "???测???");
}

TEST_CASE("an emoji sequence is shown as its characters, with the code points of what joins them") {
  CHECK(sanitize_for_terminal("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80") ==
        "\xf0\x9f\x91\xa9<U+200D>\xf0\x9f\x9a\x80");
  CHECK(sanitize_for_terminal("\xe2\x9d\xa4\xef\xb8\x8f") == "\xe2\x9d\xa4<U+FE0F>");
}

TEST_CASE("no control, bidirectional or invisible character survives: its code point is shown") {
  const auto is_hidden = [](unsigned c) {
    const auto is_within = [c](unsigned first, unsigned last) { return c >= first && c <= last; };
    return c < 0x20 || is_within(0x7f, 0xa0) || c == 0xad || c == 0x34f || c == 0x61c ||
           is_within(0x115f, 0x1160) || c == 0x1680 || is_within(0x17b4, 0x17b5) ||
           is_within(0x180b, 0x180f) || is_within(0x2000, 0x200f) || is_within(0x2028, 0x202f) ||
           is_within(0x205f, 0x206f) || c == 0x2800 || c == 0x3000 || c == 0x3164 ||
           is_within(0xfe00, 0xfe0f) || c == 0xfeff || c == 0xffa0 || is_within(0xfff0, 0xfffb) ||
           is_within(0x1bca0, 0x1bca3) || is_within(0x1d173, 0x1d17a) ||
           is_within(0xe0000, 0xe0fff);
  };
  for (unsigned c = 0; c <= 0x10ffff; ++c) {
    if (c == 0xd800) c = 0xe000;
    char bytes[4]{};
    const std::string_view character = detail::encode_utf8(c, bytes);
    char code_point[16];
    std::snprintf(code_point, sizeof code_point, "<U+%04X>", c);
    const std::string_view expected = c == '\t'      ? " "
                                      : is_hidden(c) ? std::string_view(code_point)
                                                     : character;
    if (sanitize_for_terminal(character) != expected) FAIL_CHECK(c);
  }
}

TEST_CASE("the mark stays under its token after invisible, combining and wide characters") {
  const auto start_of = [](std::string_view before) {
    const std::string text = std::string(before) + "{";
    return detail::excerpt_at(text, before.size()).mark_start;
  };
  CHECK(start_of("\xef\xbb\xbf") == std::string_view("<U+FEFF>").size());
  CHECK(start_of("\xc2\xa0\xc2\xa0") == std::string_view("<U+00A0><U+00A0>").size());
  CHECK(start_of("e\xcc\x81o\xcc\x88") == 2);                    // é, ö, each of two characters
  CHECK(start_of("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab") == 2);  // 한 of three
  CHECK(start_of("推，") == 4);
  CHECK(start_of("\xe2\x9c\x85") == 2);
  const detail::excerpt bom = detail::excerpt_at("\xef\xbb\xbf{}", 0);
  CHECK(bom.text == "<U+FEFF>{}");
  CHECK(bom.mark_start == 0);
  CHECK(bom.mark_width == 8);
  const detail::excerpt accent = detail::excerpt_at("e\xcc\x81{}", 1);
  CHECK(accent.mark_start == 0);
  CHECK(accent.mark_width == 1);
}

TEST_CASE("a CR ends a line only before an LF") {
  const detail::excerpt shown = detail::excerpt_at("{\"a\":\"b\rc\"}\r\n", 7);
  CHECK(shown.text == "{\"a\":\"b<U+000D>c\"}");
  CHECK(shown.mark_start == 7);
  CHECK(shown.mark_width == 8);
}

TEST_CASE("of binary garbage an excerpt is bounded, whole, and without controls") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 300, ' ');
    const unsigned least = round % 3 == 0 ? 0x80 : 0;  // a third of them beyond ASCII throughout
    for (char& each : text) each = static_cast<char>(least + random() % (256 - least));
    const std::size_t offset = random() % (text.size() + 1);
    const detail::excerpt shown = detail::excerpt_at(text, offset);
    constexpr std::size_t most_columns = 110 * std::string_view("<U+0000>").size();
    CHECK(shown.text.size() <= most_columns);
    CHECK(detail::is_utf8(shown.text));
    CHECK(sanitize_for_terminal(shown.text) == shown.text);
    CHECK(shown.mark_width >= 1);
    CHECK(shown.mark_start + shown.mark_width <= most_columns);
  }
}

}  // namespace
