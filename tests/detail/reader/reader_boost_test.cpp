// The reader accepts what Boost.JSON's strict parser accepts, and nothing else.

#include "tests/damage.hpp"
#include "tests/hard_texts.hpp"
#include "tests/reading.hpp"
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json/error.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <doctest/doctest.h>

#include <cstddef>
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
  return reading::read(text, chunk, handler) == reading::result{};
}

enum class answer { accepted, refused, refused_exponent };

answer boost_answers(std::string_view text) {
  unsigned char buffer[8192];
  json::monotonic_resource memory(buffer);
  json::parse_options options;
  options.max_depth = feishu::helpdesk::detail::max_depth;
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

std::string official_example() {
  std::ifstream file("docs/samples/official-example.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Damages `seed` again and again, and checks that each result is validated alike. Returns how many of
// the results were JSON.
std::size_t check_damaged(const std::string& seed, std::size_t times, damage::numbers& random) {
  std::size_t accepted = 0;
  std::size_t disagreements = 0;
  for (std::size_t i = 0; i < times; ++i) {
    std::string text = seed;
    for (std::size_t left = random.below(3) + 1; left != 0; --left) damage::apply(text, random);
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

TEST_CASE("both validate the table of hard texts alike") {
  hard_texts::for_each_group([](std::span<const hard_texts::hard_text> group) {
    for (const hard_texts::hard_text& each : group) {
      CAPTURE(each.text);
      CHECK(agree(each.text));
    }
  });
}

TEST_CASE("the one exception is one: an exponent beyond 32 bits is JSON") {
  // Boost.JSON refuses such an exponent before version 1.82 or 1.83, and accepts it since.
  const bool is_refused = boost_answers("1e9999999999") == answer::refused_exponent;
  for (const std::string_view text : {"1e9999999999"sv, "-1E+9999999999"sv, "[0.5e9999999999]"sv}) {
    CHECK(boost_answers(text) == (is_refused ? answer::refused_exponent : answer::accepted));
    CHECK(reader_accepts(text));
  }
  CHECK(boost_answers("1e9999999999x") ==
        (is_refused ? answer::refused_exponent : answer::refused));
  CHECK_FALSE(reader_accepts("1e9999999999x"));
}

TEST_CASE("both validate every two bytes alike, bare and in a string") {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      const std::string text(bytes, 2);
      if (!agree(text)) FAIL_CHECK(first << ' ' << second);
      if (!agree('"' + text + '"')) FAIL_CHECK("in a string: " << first << ' ' << second);
    }
  }
}

TEST_CASE("both validate damaged texts alike") {
  damage::numbers random(20210715);
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

TEST_CASE("both validate the official example alike, damaged and cut short anywhere") {
  const std::string example = official_example();
  REQUIRE(example.size() > 1000);
  CHECK(reader_accepts(example));
  CHECK(agree(example));
  for (std::size_t size = 0; size < example.size(); ++size) {
    if (!agree(std::string_view(example).substr(0, size))) FAIL_CHECK(size);
  }
  damage::numbers random(6981801914270744596);
  check_damaged(example, 8000, random);
}

}  // namespace
