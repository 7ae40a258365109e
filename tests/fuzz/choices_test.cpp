#include <feishu/helpdesk/fuzz/choices.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>

namespace {

using namespace feishu::helpdesk::fuzz;
using bytes = std::span<const std::uint8_t>;

constexpr std::array<std::uint8_t, 4> some{1, 2, 250, 4};

TEST_CASE("each decision takes the bytes that it needs") {
  choices from(some);
  CHECK(from.below(1) == 0);
  CHECK(from.left() == 4);
  CHECK(from.below(256) == 1);
  CHECK(from.left() == 3);
  CHECK(from.below(257) == (2 * 256 + 250) % 257);
  CHECK(from.left() == 1);
  CHECK(from.number(8) == std::uint64_t{4} << 56);
  CHECK(from.left() == 0);
}

TEST_CASE("without bytes, the first is chosen and nothing goes on") {
  choices from{bytes()};
  constexpr int list[] = {7, 8, 9};
  CHECK(from.pick(list) == 7);
  CHECK(from.below(1000) == 0);
  CHECK(!from.flag());
  CHECK(!from.more());
  CHECK(from.number(8) == 0);
  CHECK(from.bytes(10).empty());
}

TEST_CASE("all of a list can be picked, by one byte if there are 256") {
  std::set<std::size_t> picked;
  for (unsigned i = 0; i < 256; ++i) {
    const std::uint8_t byte[] = {static_cast<std::uint8_t>(i)};
    picked.insert(choices(byte).below(256));
  }
  CHECK(picked.size() == 256);
}

TEST_CASE("bytes come as they are, as many as there are") {
  choices from(some);
  CHECK(from.bytes(2) == "\x01\x02");
  CHECK(from.bytes(9) == "\xfa\x04");
}

TEST_CASE("bytes can be set apart") {
  choices from(some);
  choices apart = from.take(2);
  CHECK(from.byte() == 250);
  CHECK(apart.byte() == 1);
  CHECK(apart.left() == 1);
  CHECK(from.take(9).left() == 1);
}

TEST_CASE("decisions can be made while compiling") {
  static_assert([] {
    choices from(some);
    return from.flag() && from.byte() == 2 && from.more() && !from.more();
  }());
}

TEST_CASE("bytes of a seed are those of SplitMix64") {
  // The first two numbers of its author's program for the seed 1234567, lowest byte first.
  constexpr auto made = bytes_of<16>(1234567);
  std::uint64_t words[2]{};
  for (std::size_t i = 16; i-- > 0;) words[i / 8] = words[i / 8] << 8 | made[i];
  CHECK(words[0] == 6457827717110365317u);
  CHECK(words[1] == 3203168211198807973u);
  CHECK(bytes_of<3>(1234567)[2] == made[2]);
  CHECK(bytes_of<16>(1) != bytes_of<16>(2));
}

}  // namespace
