// The reader accepts what Boost.JSON's strict parser accepts, and nothing else.

#include "tests/hard_texts.hpp"
#include "tests/reading.hpp"
#include <feishu/helpdesk/syntax.hpp>

#include <boost/json/error.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;
using namespace std::string_view_literals;

bool reader_accepts(std::string_view text, std::size_t chunk = reading::whole) {
  reading::deaf handler;
  return reading::read(text, chunk, handler) == reading::outcome{};
}

enum class answer { accepted, refused, refused_exponent };

answer boost_answers(std::string_view text) {
  unsigned char buffer[8192];
  json::monotonic_resource memory(buffer);
  json::parse_options options;
  options.max_depth = feishu::helpdesk::max_depth;
  json::error_code failure;
  json::parse(text, failure, &memory, options);
  if (!failure) return answer::accepted;
  return failure == json::error::exponent_overflow ? answer::refused_exponent : answer::refused;
}

// Whether the two agree. An exponent beyond 32 bits is JSON, though Boost.JSON refuses it:
// there the one may accept what the other refuses.
bool agree(std::string_view text) {
  const answer expected = boost_answers(text);
  const bool accepts = reader_accepts(text);
  if (accepts != reader_accepts(text, 5)) return false;
  return expected == answer::refused_exponent || accepts == (expected == answer::accepted);
}

// A generator of our own (xorshift64*), to give the same numbers with every standard library.
class random_numbers {
 public:
  explicit random_numbers(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 0x2545f4914f6cdd1dULL) >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

// What is inserted: pieces of JSON, and of what is nearly JSON.
constexpr std::string_view tokens[] = {
    "{",         "}",          "[",           "]",        ",",
    ":",         "\"",         "\\",          "/",        " ",
    "\n",        "\t",         "\f",          "\0"sv,     "0",
    "1",         "-",          "+",           ".",        "e",
    "E5",        "01",         "-0",          "1.5e-3",   "true",
    "false",     "null",       "nul",         "\"\":",    "\"a\"",
    "[]",        "{}",         "\\u",         "\\u00e9",  "\\ud83d",
    "\\ude00",   "\\n",        "\\x",         "\xc3\xa9", "\xe4\xb8\xad",
    "\x80",      "\xed\xa0",   "\xc0\x80",    "\xf0\x9f", "\xf4\x90",
    "\xff",      "\x7f",       "\x1f",        "[[[[",     "]]]]",
    "{\"a\":[{", "1234567890", "\xef\xbb\xbf"};

void damage(std::string& text, random_numbers& random) {
  const std::size_t place = random.below(text.size() + 1);
  const std::size_t length = random.below(6) + 1;
  switch (random.below(8)) {
    case 0:  // another byte
      if (place < text.size()) text[place] = static_cast<char>(random.below(256));
      break;
    case 1:  // another bit
      if (place < text.size())
        text[place] = static_cast<char>(text[place] ^ (1 << random.below(8)));
      break;
    case 2: text.erase(place, length); break;
    case 3:  // said twice
      text.insert(place, std::string(text, place, length));
      break;
    case 4:
      if (random.below(4) == 0) text.resize(place);
      break;
    default: text.insert(place, tokens[random.below(std::size(tokens))]); break;
  }
}

std::string official_example() {
  std::ifstream file("docs/samples/official-example.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Damages `seed` again and again, and checks that each result is judged alike. Returns how many of
// the results were JSON.
std::size_t check_damaged(const std::string& seed, std::size_t times, random_numbers& random) {
  std::size_t accepted = 0;
  std::size_t disagreements = 0;
  for (std::size_t i = 0; i < times; ++i) {
    std::string text = seed;
    for (std::size_t left = random.below(3) + 1; left != 0; --left) damage(text, random);
    accepted += reader_accepts(text) ? 1 : 0;
    if (agree(text)) continue;
    if (++disagreements <= 5) {
      CAPTURE(text);
      CHECK(agree(text));
    }
  }
  CHECK(disagreements == 0);
  return accepted;
}

TEST_CASE("both judge the table of hard texts alike") {
  hard_texts::for_each_group([](std::span<const hard_texts::hard_text> group) {
    for (const hard_texts::hard_text& each : group) {
      CAPTURE(each.text);
      CHECK(agree(each.text));
    }
  });
}

TEST_CASE("the one exception is one: an exponent beyond 32 bits is JSON") {
  for (const std::string_view text : {"1e9999999999"sv, "-1E+9999999999"sv, "[0.5e9999999999]"sv}) {
    CHECK(boost_answers(text) == answer::refused_exponent);
    CHECK(reader_accepts(text));
  }
  CHECK(boost_answers("1e9999999999x") == answer::refused_exponent);
  CHECK_FALSE(reader_accepts("1e9999999999x"));
}

TEST_CASE("both judge every two bytes alike, bare and in a string") {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      const std::string text(bytes, 2);
      if (!agree(text)) FAIL_CHECK(first << ' ' << second);
      if (!agree('"' + text + '"')) FAIL_CHECK("in a string: " << first << ' ' << second);
    }
  }
}

TEST_CASE("both judge damaged texts alike") {
  random_numbers random(20210715);
  const std::string seeds[] = {
      R"({"a":[1,-2.5e+3,true,null],"b":{"c":"d\n\u00e9"}})",
      R"(["\ud83d\ude00","\\\"\/","x"])",
      "\"\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\"",
      "[0,-0,12,1.5,1e5,-1.25E-10,18446744073709551616]",
      R"({"push_content":"{\"schema\":\"2.0\"}","push_type":0,"user_list":[{"user_id":"ou_1"}]})",
      std::string(hard_texts::mixed.text()),
      std::string(hard_texts::twice_as_deep.text()),
      "",
  };
  std::size_t accepted = 0;
  for (const std::string& seed : seeds) accepted += check_damaged(seed, 40000, random);
  // Enough of both kinds, or the comparison would say little.
  CHECK(accepted > 30000);
  CHECK(accepted < 200000);
}

TEST_CASE("both judge the official example alike, damaged and cut short anywhere") {
  const std::string example = official_example();
  REQUIRE(example.size() > 1000);
  CHECK(reader_accepts(example));
  CHECK(agree(example));
  for (std::size_t size = 0; size < example.size(); ++size) {
    if (!agree(std::string_view(example).substr(0, size))) FAIL_CHECK(size);
  }
  random_numbers random(6981801914270744596);
  check_damaged(example, 8000, random);
}

}  // namespace
