#include "tests/case_file.hpp"
#include "tests/fuzz/well_formed.hpp"
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/cross_over.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;

std::string crossed(std::string_view body, std::string_view other, std::size_t limit,
                    std::uint64_t seed) {
  const auto bytes = fuzz::bytes_of<64>(seed);
  choices from(bytes);
  return fuzz::crossed(body, other, limit, from);
}

constexpr std::string_view one =
    R"({"job_name":"Hi","push_content":"{}","push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}]})";
constexpr std::string_view two =
    R"({"push_content":"{\"a\":1}","push_scope_type":3,"user_list":[{"name":"b","user_id":"ou_2"}],"send_at":"","x":[]})";

TEST_CASE("what one has is taken from the other: values, fields, elements, and fields of these") {
  std::map<std::string, std::size_t> seen;
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    const std::string child = crossed(one, two, 4096, seed);
    CAPTURE(child);
    CHECK(well_formed::body_with_card(child));
    const auto has = [&](std::string_view part) {
      return std::size_t{child.find(part) != child.npos};
    };
    seen["a card"] += has(R"("push_content":"{\"a\":1}")");
    seen["a scope"] += has(R"("push_scope_type":3)");
    seen["a list"] += has(R"("user_list":[{"name":"b","user_id":"ou_2"}])");
    seen["an element more"] += has(R"([{"name":"b","user_id":"ou_2"},{"user_id":"ou_1"}])");
    seen["an id"] += has(R"([{"user_id":"ou_2"}])");
    seen["a new member"] += has(R"({"send_at":"","job_name")");
    seen["an unknown field"] += has(R"("x":[])");
    seen["its own name"] += has(R"("job_name":"Hi")");
  }
  for (const auto& each : seen) {
    CAPTURE(each.first);
    CHECK(each.second > 100);
  }
  CHECK(seen["its own name"] == 2'000);
}

TEST_CASE(
    "children of all kinds of bodies are JSON, and their cards cards if their parents' were") {
  const std::vector<golden::test_case> cases = golden::all_cases();
  std::mt19937 random(20210715);
  std::size_t different = 0;
  for (std::uint64_t seed = 0; seed < 15'000; ++seed) {
    const std::string& a = cases[random() % cases.size()].body;
    const std::string& b = cases[random() % cases.size()].body;
    const std::string child = crossed(a, b, 1 << 20, seed);
    CAPTURE(a);
    CAPTURE(b);
    CAPTURE(child);
    CHECK(well_formed::read(child));
    const bool had_card = well_formed::body_with_card(a) || !well_formed::read(a);
    if (had_card) CHECK(well_formed::body_with_card(child));
    different += child != a ? 1 : 0;
  }
  CHECK(different > 10'000);
}

TEST_CASE("a value that would nest too deep elsewhere is not taken there") {
  const std::string deep =
      R"({"create_user":{"name":)" + std::string(30, '[') + std::string(30, ']') + "}}";
  constexpr std::string_view shallow = R"({"user_list":[{"name":1}]})";
  REQUIRE(well_formed::read(deep));
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    CHECK(well_formed::read(crossed(shallow, deep, 4096, seed)));
}

TEST_CASE("in a buffer, there is never more than there is room for") {
  const auto bytes_of = [](std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
  };
  for (std::size_t room = 2; room < 300; room += 7) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
      std::vector<std::uint8_t> to(room);
      const std::size_t size = fuzz::cross_over(bytes_of(one), one.size(), bytes_of(two),
                                                two.size(), to.data(), room, seed);
      REQUIRE(size <= room);
      const std::string_view child(reinterpret_cast<const char*>(to.data()), size);
      CHECK(well_formed::body_with_card(child));
      CHECK(child == crossed(one, two, room, seed));
    }
  }
}

}  // namespace
