#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

namespace {

using feishu::helpdesk::detail::encode_utf8;
using feishu::helpdesk::detail::is_utf8;
using feishu::helpdesk::detail::utf8_checker;
using namespace std::string_view_literals;

// A second definition, by arithmetic: bytes make a character if its number, put together from them,
// is one that needs as many bytes, and is a character's.
class decoder {
 public:
  constexpr explicit decoder(std::string_view text) : text_(text) {}

  static constexpr unsigned none = 0xffffffff;

  constexpr bool at_end() const { return text_.empty(); }

  // The next character; `none` if there is none.
  constexpr unsigned next() {
    constexpr unsigned least_of_size[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned lead = byte(0);
    unsigned size = 1;
    unsigned number = lead;
    if (lead >= 128) {
      size = lead / 32 == 6 ? 2 : lead / 16 == 14 ? 3 : lead / 8 == 30 ? 4 : 0;
      if (size == 0 || text_.size() < size) return none;
      number = lead % (1u << (7 - size));
    }
    for (unsigned i = 1; i < size; ++i) {
      if (byte(i) / 64 != 2) return none;
      number = number * 64 + byte(i) % 64;
    }
    text_.remove_prefix(size);
    const bool is_surrogate = number / 0x800 == 27;
    return number < least_of_size[size] || number > 0x10ffff || is_surrogate ? none : number;
  }

 private:
  constexpr unsigned byte(std::size_t i) const { return static_cast<unsigned char>(text_[i]); }

  std::string_view text_;
};

constexpr bool decodes(std::string_view text) {
  decoder all(text);
  while (!all.at_end()) {
    if (all.next() == decoder::none) return false;
  }
  return true;
}

constexpr bool round_trips(unsigned code_point) {
  char bytes[4]{};
  const std::string_view text = encode_utf8(code_point, bytes);
  decoder all(text);
  return is_utf8(text) && all.next() == code_point && all.at_end();
}

// Bytes at the edges of every range that the definition of UTF-8 distinguishes.
constexpr unsigned char edges[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf,
                                   0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
                                   0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff};

static_assert(is_utf8(""));
static_assert(is_utf8("\0"sv));
static_assert(is_utf8("a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80"));
static_assert(!is_utf8("a\xc3"));
static_assert(!is_utf8("\xed\xa0\x80"));
static_assert(round_trips('a') && round_trips(0x80) && round_trips(0xffff) &&
              round_trips(0x10ffff));

TEST_CASE("one and two bytes are UTF-8 where arithmetic says so") {
  for (unsigned first = 0; first < 256; ++first) {
    const char one[] = {static_cast<char>(first)};
    if (is_utf8({one, 1}) != decodes({one, 1})) FAIL_CHECK(first);
    for (unsigned second = 0; second < 256; ++second) {
      const char two[] = {static_cast<char>(first), static_cast<char>(second)};
      if (is_utf8({two, 2}) != decodes({two, 2})) FAIL_CHECK(first << ' ' << second);
    }
  }
}

TEST_CASE("three and four bytes at every edge are UTF-8 where arithmetic says so") {
  std::size_t whole = 0;
  for (const unsigned char a : edges) {
    for (const unsigned char b : edges) {
      for (const unsigned char c : edges) {
        for (const unsigned char d : edges) {
          const char bytes[] = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c),
                                static_cast<char>(d)};
          for (const std::size_t size : {std::size_t{3}, std::size_t{4}}) {
            const std::string_view text(bytes, size);
            if (is_utf8(text) != decodes(text)) {
              FAIL_CHECK(+a << ' ' << +b << ' ' << +c << ' ' << +d << ", " << size << " bytes");
            }
            whole += is_utf8(text) ? 1 : 0;
          }
        }
      }
    }
  }
  CHECK(whole > 1000);
}

TEST_CASE("every character is encoded as the bytes that decode to it, in as few as can be") {
  for (unsigned code_point = 0; code_point <= 0x10ffff; ++code_point) {
    if (code_point == 0xd800) code_point = 0xe000;
    if (!round_trips(code_point)) FAIL_CHECK(code_point);
  }
}

TEST_CASE("the checker refuses the first byte that cannot follow, and knows what is unfinished") {
  utf8_checker checker;
  CHECK(checker.is_whole());
  CHECK(checker.accept(0xe4));
  CHECK_FALSE(checker.is_whole());
  CHECK(checker.accept(0xb8));
  CHECK_FALSE(checker.is_whole());
  CHECK(checker.accept(0xad));
  CHECK(checker.is_whole());
  CHECK(checker.accept('a'));

  CHECK(checker.accept(0xf0));
  CHECK_FALSE(checker.accept(0x8f));
  CHECK(checker.accept(0x90));
}

}  // namespace
