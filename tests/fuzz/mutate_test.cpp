#include "tests/case_file.hpp"
#include "tests/fuzz/well_formed.hpp"
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/mutate.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;

std::string mutated(std::string_view body, std::size_t limit, std::uint64_t seed) {
  const auto bytes = fuzz::bytes_of<256>(seed);
  choices from(bytes);
  return fuzz::mutated(body, limit, from);
}

TEST_CASE("a hundred thousand mutations are all JSON, with cards that are cards") {
  constexpr std::size_t limit = 512;
  std::map<std::string_view, std::size_t> broken;
  std::size_t legal = 0;
  std::size_t unchanged = 0;
  std::string body;
  for (std::uint64_t seed = 0; seed < 100'000; ++seed) {
    if (seed % 40 == 0) body.clear();  // from nothing, again and again
    const std::string next = mutated(body, limit, seed);
    CAPTURE(seed);
    CAPTURE(body);
    CAPTURE(next);
    CHECK(well_formed::body_with_card(next));
    CHECK(next.size() <= limit);
    const report found = preflight(next);
    for (const diagnostic& each : found) {
      if (!each.where().is_wrapped()) ++broken[each.rule().id];
    }
    legal += found.ok() ? 1 : 0;
    unchanged += next == body ? 1 : 0;
    body = next;
  }
  CHECK(legal > 5'000);
  CHECK(unchanged < 10'000);
  for (const rule& each : rules) {
    CAPTURE(each.id);
    const bool is_kept_to = each.id == "json-syntax" || each.id == "card-syntax" ||
                            each.id == "card-size" || each.id == "empty-body";
    CHECK((broken[each.id] > 0) == (!is_kept_to && each.group != rule_group::request));
  }
}

TEST_CASE("whatever came, it is JSON; and cards that were cards stay so") {
  std::size_t fixed = 0;
  std::uint64_t seed = 0;
  for (const golden::test_case& each : golden::all_cases()) {
    const bool was_json = well_formed::read(each.body).has_value();
    const bool was_good = well_formed::body_with_card(each.body);
    for (int i = 0; i < 5; ++i) {
      const std::string next = mutated(each.body, 1 << 20, ++seed);
      CAPTURE(each.body);
      CAPTURE(next);
      CHECK(well_formed::read(next));
      if (was_good || !was_json) CHECK(well_formed::body_with_card(next));
      fixed += was_json ? 0 : 1;
    }
  }
  CHECK(fixed > 500);
}

constexpr std::string_view sample =
    R"({"job_name":"Hi","push_content":"{\"elements\":[{\"tag\":\"hr\"},\"mark\"]}","push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1"},{"user_id":"ou_2"}]})";

TEST_CASE("all parts of a body are changed: names, values, fields, elements, and the card within") {
  std::map<std::string, std::size_t> seen;
  const std::string card(boost::json::parse(sample).at("push_content").as_string());
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    const std::string next = mutated(sample, 4096, seed);
    const boost::json::value value = boost::json::parse(next);
    const boost::json::object* body = value.if_object();
    if (body == nullptr) {
      ++seen["not an object"];
      continue;
    }
    const auto text_of = [&](std::string_view name) {
      const boost::json::value* member = body->if_contains(name);
      return member == nullptr ? "" : boost::json::serialize(*member);
    };
    seen["a field less"] += body->size() < 5 ? 1 : 0;
    seen["a field more"] += body->size() > 5 ? 1 : 0;
    seen["another type of push"] += text_of("push_type") == "1" ? 1 : 0;
    seen["another scope"] += text_of("push_scope_type") == "0" ? 1 : 0;
    seen["a neighbouring number"] += text_of("push_scope_type") == "3" ? 1 : 0;
    seen["a name edited"] += text_of("job_name") == R"("i")" ? 1 : 0;
    seen["an element less"] += text_of("user_list") == R"([{"user_id":"ou_1"}])" ? 1 : 0;
    seen["an element twice"] +=
        text_of("user_list") == R"([{"user_id":"ou_1"},{"user_id":"ou_1"},{"user_id":"ou_2"}])" ? 1
                                                                                                : 0;
    seen["an id absent"] += text_of("user_list") == R"([{},{"user_id":"ou_2"}])" ? 1 : 0;
    seen["an id copied"] +=
        text_of("user_list") == R"([{"user_id":"ou_2"},{"user_id":"ou_2"}])" ? 1 : 0;
    seen["a name given twice"] += preflight(next).has("duplicate-field") ? 1 : 0;
    seen["an unknown name"] += preflight(next).has("unknown-field") ? 1 : 0;
    seen["blanks"] += next.find(": ") != next.npos || next.find(", ") != next.npos ? 1 : 0;
    seen["escapes"] += next.find("\\u006") != next.npos ? 1 : 0;
    const boost::json::value* held = body->if_contains("push_content");
    const bool has_mark =
        held != nullptr && held->is_string() && held->as_string().find("mark") != std::string::npos;
    seen["a card changed within"] += has_mark && held->as_string() != card ? 1 : 0;
  }
  CHECK(seen.size() == 16);
  for (const auto& each : seen) {
    CAPTURE(each.first);
    CHECK(each.second > 3);
  }
}

TEST_CASE(
    "in place, there is never more than there is room for, and JSON in as little as two bytes") {
  for (std::size_t room = 2; room < 400; room += room < 20 ? 1 : 61) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
      std::vector<std::uint8_t> data(room);  // so that a sanitizer sees where it ends
      const std::size_t size = sample.size() < room ? sample.size() : 0;
      sample.copy(reinterpret_cast<char*>(data.data()), size);
      const std::size_t now = fuzz::mutate(data.data(), size, room, seed);
      REQUIRE(now <= room);
      const std::string_view text(reinterpret_cast<const char*>(data.data()), now);
      CAPTURE(text);
      CHECK(well_formed::body_with_card(text));
      CHECK(text == mutated(sample.substr(0, size), room, seed));
    }
  }
}

TEST_CASE("bodies that nest as deep as they may nest no deeper") {
  const std::string deep = R"({"x":)" + std::string(feishu::helpdesk::detail::max_depth - 1, '[') +
                           '1' + std::string(feishu::helpdesk::detail::max_depth - 1, ']') +
                           R"(,"push_content":"{\"y\":)" +
                           std::string(feishu::helpdesk::detail::max_depth - 1, '[') +
                           std::string(feishu::helpdesk::detail::max_depth - 1, ']') +
                           R"(}","create_user":{"name":[[]]}})";
  REQUIRE(well_formed::body_with_card(deep));
  std::string body;
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    if (seed % 4 == 0) body = deep;
    const std::string next = mutated(body, 4096, seed);
    CAPTURE(body);
    CAPTURE(next);
    CHECK(well_formed::body_with_card(next));
    body = next;
  }
}

}  // namespace
