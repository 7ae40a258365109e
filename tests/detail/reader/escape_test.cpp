#include <feishu/helpdesk/detail/reader/escape.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>

namespace {

namespace detail = feishu::helpdesk::detail;
using feishu::helpdesk::detail::encoding;

// A second definition of what stands at the beginning of a text, one step at a time.
struct step {
  std::size_t size = 0;  // as it is written; 0 if it is no text of a string, or cut off
  std::string means;
  bool is_simple = false;  // nothing that needs a closer look
};

constexpr bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

step first_step(std::string_view text) {
  if (text.empty() || text[0] == '"' || static_cast<unsigned char>(text[0]) < 0x20) return {};
  if (text[0] != '\\') {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (text.size() < size) return {};
    const bool is_plain = lead < 0xf0 && lead != 0xe0 && lead != 0xed;
    return {size, std::string(text.substr(0, size)), is_plain};
  }
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  if (text.size() < 2) return {};
  if (const std::size_t i = letters.find(text[1]); i != std::string_view::npos) {
    return {2, std::string(1, meanings[i]), true};
  }
  const std::string_view digits = text.substr(2, 4);
  if (text[1] != 'u' || digits.size() < 4) return {};
  for (const char c : digits) {
    if (!is_hex(c)) return {};
  }
  return {6, {}, false};
}

// What is known of the first bytes of `text` that are read as one.
struct reading {
  std::size_t size = 0;
  std::string means;
};

reading read_while_simple(std::string_view text) {
  reading all;
  for (step next = first_step(text); next.size != 0 && next.is_simple;
       next = first_step(text.substr(all.size))) {
    all.size += next.size;
    all.means += next.means;
  }
  return all;
}

std::size_t end_of_escaped(std::string_view text) {
  std::size_t size = 0;
  for (step next = first_step(text); next.size != 0; next = first_step(text.substr(size))) {
    size += next.size;
  }
  return size;
}

// Pieces of text that is UTF-8, with what stops it.
std::string random_text(std::mt19937& random, bool with_stops) {
  constexpr std::string_view pieces[] = {"x",
                                         "0123456789abcdef",
                                         "\\n",
                                         "\\\"",
                                         "\\\\",
                                         "\\/",
                                         "测",
                                         "é",
                                         "推送内容",
                                         "\\u4e2d",
                                         "\\u00e9\\t",
                                         "\xe0\xa4\x85",
                                         "\xf0\x9f\x98\x80",
                                         "한",
                                         "\"",
                                         "\x1f",
                                         "\\x",
                                         "\\u12"};
  const std::size_t count = std::size(pieces) - (with_stops ? 0 : 8);
  const std::size_t favourite = random() % count;
  std::string text;
  for (std::size_t left = random() % 60; left > 0; --left) {
    text += pieces[random() % 3 == 0 ? random() % count : favourite];
  }
  return text;
}

// In memory of its own, so that a checker of addresses sees what is read beyond the end.
std::unique_ptr<char[]> copy_of(std::string_view text) {
  auto copy = std::make_unique<char[]>(text.size());
  text.copy(copy.get(), text.size());
  return copy;
}

TEST_CASE("text and its simple escapes are stored, up to what needs a closer look or is enough") {
  std::mt19937 random(20210715);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random, round % 2 == 0);
    const auto copy = copy_of(text);
    const std::size_t least = 1 + random() % 200;
    const auto to = std::make_unique<char[]>(least + detail::block64_decoder::excess);
    const reading whole = read_while_simple(text);

    const char* place = copy.get();
    const std::size_t stored =
        detail::store_unescaped(place, copy.get() + text.size(), to.get(), least);
    const auto read = static_cast<std::size_t>(place - copy.get());
    CAPTURE(text);
    CHECK(read <= whole.size);
    if (stored < least && read < text.size()) CHECK(!first_step(text.substr(read)).is_simple);
    const reading expected = read_while_simple(std::string_view(text).substr(0, read));
    CHECK(expected.size == read);
    CHECK(std::string_view(to.get(), stored) == expected.means);
  }
}

TEST_CASE("text and legal escapes are skipped, up to anything else") {
  std::mt19937 random(20210716);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random, true);
    const auto copy = copy_of(text);
    const char* const begin = copy.get();
    const std::size_t expected = end_of_escaped(text);
    CAPTURE(text);
    const char* const end = begin + text.size();
    CHECK(detail::skip_escaped_text<encoding::utf8>(begin, end) == begin + expected);
    CHECK(detail::skip_escaped_text<encoding::unknown>(begin, end) == begin + expected);
  }
}

static_assert([] {
  constexpr std::string_view text = R"(a\n\u4e2d测\ud83d\ude00\\"x)";
  return detail::skip_escaped_text<encoding::unknown>(text.data(), text.data() + text.size()) ==
         text.data() + text.find("\"x");
}());

}  // namespace
