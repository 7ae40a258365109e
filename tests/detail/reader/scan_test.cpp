#include <feishu/helpdesk/detail/reader/scan.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using feishu::helpdesk::detail::encoding;
using feishu::helpdesk::detail::gap_skipper;
using feishu::helpdesk::detail::is_utf8;
using feishu::helpdesk::detail::skip_plain;
using feishu::helpdesk::detail::skip_text;
using feishu::helpdesk::detail::skip_whitespace;

// A second definition of everything, byte by byte, after the table of well-formed sequences in the
// Unicode standard. It shares nothing with the library.
constexpr unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

constexpr bool is_plain_at(std::string_view text, std::size_t i) {
  const unsigned byte = byte_at(text, i);
  return byte >= 0x20 && byte <= 0x7f && byte != 0x22 && byte != 0x5c;
}

// How long the character beyond ASCII that stands at `i` is; 0 if none stands there whole.
constexpr std::size_t character_at(std::string_view text, std::size_t i) {
  constexpr struct {
    unsigned first_lead, last_lead, least_second, last_second;
    std::size_t size;
  } sequences[] = {{0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
                   {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3},
                   {0xee, 0xef, 0x80, 0xbf, 3}, {0xf0, 0xf0, 0x90, 0xbf, 4},
                   {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4}};
  for (const auto& row : sequences) {
    if (byte_at(text, i) < row.first_lead || byte_at(text, i) > row.last_lead) continue;
    if (text.size() - i < row.size) return 0;
    if (byte_at(text, i + 1) < row.least_second || byte_at(text, i + 1) > row.last_second) return 0;
    for (std::size_t k = 2; k < row.size; ++k) {
      if (byte_at(text, i + k) < 0x80 || byte_at(text, i + k) > 0xbf) return 0;
    }
    return row.size;
  }
  return 0;
}

constexpr std::size_t end_of_plain(std::string_view text, std::size_t i = 0) {
  while (i < text.size() && is_plain_at(text, i)) ++i;
  return i;
}

constexpr std::size_t end_of_whitespace(std::string_view text) {
  const std::size_t end = text.find_first_not_of(" \t\r\n");
  return end == std::string_view::npos ? text.size() : end;
}

constexpr std::size_t end_of_characters(std::string_view text, std::size_t i = 0) {
  while (i < text.size() && character_at(text, i) != 0) i += character_at(text, i);
  return i;
}

constexpr std::size_t end_of_text(std::string_view text) {
  for (std::size_t i = 0;;) {
    const std::size_t next = end_of_characters(text, end_of_plain(text, i));
    if (next == i) return i;
    i = next;
  }
}

constexpr std::size_t end_of_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (byte_at(text, i) < 0x80 || character_at(text, i) != 0)) {
    i += byte_at(text, i) < 0x80 ? 1 : character_at(text, i);
  }
  return i;
}

// Where nothing is asked of bytes beyond ASCII.
constexpr std::size_t end_of_known_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (is_plain_at(text, i) || byte_at(text, i) >= 0x80)) ++i;
  return i;
}

// Whatever gap was met before.
constexpr bool gaps_agree(std::string_view text) {
  const std::string_view others[] = {text,
                                     "",
                                     "\n    \"as long as one\"",
                                     "x as long as one",
                                     "\t\n   as long as one",
                                     "                  "};
  for (const std::string_view before : others) {
    gap_skipper gap;
    for (const std::string_view each : {before, text}) {
      const char* const begin = each.data();
      if (gap.skip(begin, begin + each.size()) != begin + end_of_whitespace(each)) return false;
    }
  }
  return true;
}

constexpr bool agree(std::string_view text) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  return skip_plain(begin, end) == begin + end_of_plain(text) &&
         skip_whitespace(begin, end) == begin + end_of_whitespace(text) && gaps_agree(text) &&
         skip_text(begin, end) == begin + end_of_text(text) &&
         skip_text<encoding::utf8>(begin, end) == begin + end_of_known_utf8(text) &&
         is_utf8(text) == (end_of_utf8(text) == text.size());
}

// Whether the library agrees wherever in memory the text begins, and whatever stands behind it:
// nothing, for checkers of addresses; or what a reader that goes on would take for more of it.
bool agree_at_every_alignment(std::string_view text) {
  for (const std::string_view behind : {"", "a", "\x80\x80"}) {
    for (std::size_t before = 0; before < 16; ++before) {
      const std::size_t end = before + text.size();
      const auto block = std::make_unique<char[]>(end + behind.size());
      text.copy(block.get() + before, text.size());
      behind.copy(block.get() + end, behind.size());
      if (!agree({block.get() + before, text.size()})) return false;
    }
  }
  return true;
}

constexpr std::string_view mixed =
    "plain ASCII of more than a block, then 推送内容、\xc3\xa9 and \xf0\x9f\x98\x80 more 测试";
static_assert(agree(""));
static_assert(agree(mixed) && end_of_text(mixed) == mixed.size());
static_assert(agree("测试推送任务\"x") && agree("测\\") && agree("0123456789abcdef\x1fx"));
static_assert(agree("测\xe4\xb8") && agree("\xed\xa0\x80") && agree("\xe0\x9f\xbf"));
static_assert(end_of_text("测\xe4\xb8") == 3);

TEST_CASE("every byte at every place of every short text is met where it stands") {
  for (std::size_t size = 0; size <= 40; ++size) {
    if (!agree_at_every_alignment(std::string(size, 'x'))) FAIL_CHECK(size);
    for (std::size_t place = 0; place < size; ++place) {
      for (unsigned byte = 0; byte < 256; ++byte) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        if (!agree(text)) FAIL_CHECK("byte " << byte << " at " << place << " of " << size);
      }
    }
  }
}

// Blocks are read at any address, and the marks of one byte must not hide another's.
TEST_CASE("two special bytes at once do not hide each other, at any alignment") {
  const std::string_view bytes("\x00\x1f\x20\x21\x22\x23\x5b\x5c\x5d\x7e\x7f\x80\xa2\xdc\xff", 15);
  for (std::size_t first = 0; first < 18; ++first) {
    for (const char one : bytes) {
      for (const char other : bytes) {
        std::string text(20, 'x');
        text[first] = one;
        text[first + 1] = other;
        if (!agree_at_every_alignment(text)) FAIL_CHECK(first << ": " << +one << ' ' << +other);
      }
    }
  }
}

// Three bytes at every edge that the definition of UTF-8 distinguishes, behind characters that the
// fast form has just skipped, and before ones that it might go on with.
TEST_CASE("every kind of sequence is a character or not, whatever stands around it") {
  const std::string_view edges =
      "\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5"
      "\xff";
  for (const char a : edges) {
    for (const char b : edges) {
      for (const char c : edges) {
        const std::string sequence{a, b, c};
        for (const std::string_view before : {"", "测", "é测", "测试测试测"}) {
          for (const std::string_view after :
               {"", "a", "\x80", "\x80\x80", "测试", "测 and more than a block behind"}) {
            const std::string text = std::string(before) + sequence + std::string(after);
            if (!agree(text)) FAIL_CHECK(+a << ' ' << +b << ' ' << +c << " after " << before);
          }
        }
      }
    }
  }
}

TEST_CASE("a character that is cut by the end is not skipped") {
  for (const std::string_view character : {"é", "推", "\xf0\x9f\x98\x80"}) {
    for (std::size_t size = 1; size <= character.size(); ++size) {
      for (std::size_t before = 0; before < 20; ++before) {
        std::string text(before, 'x');
        for (int i = 0; i < 3; ++i) text += "测";
        const std::size_t whole = text.size() + (size == character.size() ? size : 0);
        text += character.substr(0, size);
        CHECK(end_of_text(text) == whole);
        CHECK(agree_at_every_alignment(text));
      }
    }
  }
}

TEST_CASE("random mixes are skipped as far as they are text") {
  const std::vector<std::string> pieces{"x",
                                        "plain",
                                        "推",
                                        "送",
                                        "\xef\xbf\xbf",
                                        "é",
                                        "\xf0\x9f\x98\x80",
                                        "plain ASCII of some length",
                                        "\"",
                                        "\\",
                                        "\n",
                                        "\x80",
                                        "\xe4\xb8",
                                        "\xf0\x9f\x98",
                                        "\xed\xa0\x80",
                                        "\xe0\x80\x80",
                                        "\xc0\xaf",
                                        "\xf4\x90\x80\x80"};
  constexpr std::size_t harmless_pieces = 8;
  std::mt19937 random(20210715);
  std::size_t skipped = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) {
      // Mostly what is skipped, or all texts would end soon.
      const std::size_t kinds = random() % 8 == 0 ? pieces.size() : harmless_pieces;
      text += pieces[random() % kinds];
    }
    text.resize(text.size() - random() % (text.size() + 1) / 8);
    skipped += end_of_text(text);
    const bool all_agree = round % 8 == 0 ? agree_at_every_alignment(text) : agree(text);
    if (!all_agree) FAIL_CHECK(text);
  }
  CHECK(skipped > 200000);
}

}  // namespace
