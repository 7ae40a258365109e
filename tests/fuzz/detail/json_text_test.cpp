#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
namespace json = boost::json;

// The character that a lead byte and a number of three bytes stand for.
std::string character(std::uint8_t lead, unsigned number) {
  const std::uint8_t bytes[] = {lead, static_cast<std::uint8_t>(number >> 16),
                                static_cast<std::uint8_t>(number >> 8),
                                static_cast<std::uint8_t>(number)};
  choices from(bytes);
  std::string text;
  fuzz::write_characters(text, from);
  return text;
}

TEST_CASE("characters are any that UTF-8 has, and nothing else") {
  constexpr unsigned count = 0x110000 - 0x800;
  constexpr std::uint8_t any = 0x80;
  std::set<std::string> found;
  for (unsigned i = 0; i < count; ++i) found.insert(character(any, i));
  CHECK(found.size() == count);
  for (const std::string& each : found) {
    if (!detail::is_utf8(each)) FAIL_CHECK("this is no UTF-8: " << each);
  }
}

TEST_CASE("characters of all sizes come often") {
  std::size_t sizes[5]{};
  for (unsigned lead = 0; lead < 256; ++lead) {
    for (unsigned i = 0; i < 100; ++i) {
      const std::string text = character(static_cast<std::uint8_t>(lead), i * 0x9e3779);
      ++sizes[fuzz::detail::decode_utf8(text).size];
    }
  }
  CHECK(sizes[1] >= 12'800);
  for (std::size_t size = 2; size <= 4; ++size) CHECK(sizes[size] > 3'000);
}

TEST_CASE("strings say the same, however they are written") {
  std::set<char> escapes;
  seeds::for_each(20'000, 60, [&](seeds::bytes bytes) {
    choices from(bytes);
    std::string text;
    fuzz::write_characters(text, from);
    std::string written;
    fuzz::write_string(written, text, from);
    json::error_code failure;
    const json::value read = json::parse(written, failure);
    CAPTURE(written);
    REQUIRE(!failure);
    CHECK(read.as_string() == text);
    for (std::size_t i = 0; i + 1 < written.size(); ++i) {
      if (written[i] == '\\') escapes.insert(written[++i]);
    }
  });
  CHECK(escapes == std::set<char>{'"', '\\', '/', 'b', 'f', 'n', 'r', 't', 'u'});
}

TEST_CASE("text that is no UTF-8 is written as it is") {
  const std::uint8_t bytes[] = {1};
  for (const std::string_view text : {"\xff", "\xe4\xbd", "a\xc3"}) {
    choices from(bytes);
    std::string written;
    fuzz::write_string(written, text, from);
    CHECK(written == '"' + std::string(text) + '"');
  }
}

std::size_t depth_of(const json::value& v) {
  std::size_t deepest = 0;
  if (const json::array* list = v.if_array()) {
    for (const json::value& each : *list) deepest = std::max(deepest, depth_of(each));
  } else if (const json::object* fields = v.if_object()) {
    for (const auto& each : *fields) deepest = std::max(deepest, depth_of(each.value()));
  }
  return deepest + (v.is_structured() ? 1 : 0);
}

TEST_CASE("values are JSON, of all types, as deep as they may be and no deeper") {
  std::set<json::kind> kinds;
  std::size_t deepest = 0;
  seeds::for_each(10'000, 300, [&](seeds::bytes bytes) {
    choices from(bytes);
    std::string written;
    fuzz::write_any_value(written, 5, from);
    json::error_code failure;
    const json::value read = json::parse(written, failure);
    CAPTURE(written);
    REQUIRE(!failure);
    kinds.insert(read.kind());
    deepest = std::max(deepest, depth_of(read));
    CHECK(written.size() <= 20 + 8 * bytes.size());
  });
  CHECK(kinds.size() == 8);  // all that Boost.JSON has: a number beyond 63 bits is of its own kind
  CHECK(deepest == 5);
}

}  // namespace
