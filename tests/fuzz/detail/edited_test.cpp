#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/edited.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
using fuzz::edited;

std::set<std::string> all_edits_of(const feishu::helpdesk::detail::number_token& number) {
  std::set<std::string> found;
  seeds::for_each_number(1024, [&](seeds::bytes bytes) {
    choices from(bytes);
    found.insert(edited(number, from));
  });
  return found;
}

TEST_CASE("an integer becomes a neighbour, its opposite, or one at an edge") {
  const std::set<std::string> edges{"0",  "1",          "2",          "3",           "4",
                                    "-1", "2147483647", "2147483648", "-2147483648", "-2147483649"};
  std::set<std::string> expected = edges;
  expected.insert({"16", "18", "-17"});
  CHECK(all_edits_of({.magnitude = 17}) == expected);
  expected = edges;
  expected.insert({"9223372036854775806", "-9223372036854775808", "-9223372036854775807"});
  CHECK(all_edits_of({.magnitude = ~std::uint64_t{0}}) == expected);
}

TEST_CASE("text stays UTF-8, and changes a little: it grows, shrinks, or both are the same") {
  const std::string text = "a新🎉é\"";
  std::set<std::string> found;
  std::size_t longer = 0;
  std::size_t shorter = 0;
  seeds::for_each(10'000, 12, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string other = edited(text, from);
    CHECK(detail::is_utf8(other));
    CHECK(other.size() <= 2 * text.size() + 4 * bytes.size());
    longer += other.size() > text.size() ? 1 : 0;
    shorter += other.size() < text.size() ? 1 : 0;
    found.insert(other);
  });
  CHECK(found.size() > 1'000);
  CHECK(found.contains(""));
  CHECK(found.contains(text + text));
  CHECK(longer > 1'000);
  CHECK(shorter > 1'000);
}

TEST_CASE("an empty text grows, or stays") {
  std::set<std::string> found;
  seeds::for_each(1'000, 6, [&](seeds::bytes bytes) {
    choices from(bytes);
    found.insert(edited("", from));
  });
  CHECK(found.contains(""));
  CHECK(found.contains("ou_"));
  CHECK(found.size() > 20);
}

}  // namespace
