#include "tests/states.hpp"

#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/states.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
using fuzz::errors_in;
using fuzz::state_at;
using fuzz::state_where;

using key = std::tuple<facts, std::uint32_t, std::uint32_t>;

// What the rules between fields see of a body.
key seen_in(const body_summary& body) {
  std::uint32_t of_these = 0;
  for (const feishu::helpdesk::detail::field_facts& each :
       feishu::helpdesk::detail::facts_of_fields)
    of_these |= body_summary::bit(each.field);
  return {body.known, body.present & of_these, body.invalid};
}

TEST_CASE("the states are those of the oracle's bodies") {
  std::set<key> ours;
  for (std::size_t i = 0; i < fuzz::state_count; ++i) ours.insert(seen_in(state_at(i)));
  std::set<key> of_bodies;
  for (const oracle::state& each : oracle::all_states()) {
    of_bodies.insert(seen_in(preflight(oracle::body_of(each)).summary()));
  }
  CHECK(ours.size() == oracle::state_count);
  CHECK(ours == of_bodies);
}

TEST_CASE("the errors of a state are those of a body in it") {
  for (const mode m : {mode::complete, mode::partial}) {
    std::size_t legal = 0;
    for (const oracle::state& each : oracle::all_states()) {
      const report found = preflight(oracle::body_of(each), {.mode = m});
      std::uint64_t errors = 0;
      for (const diagnostic& one : found) {
        if (one.severity() == severity::error) errors |= std::uint64_t{1} << one.rule_index();
      }
      CHECK(errors_in(found.summary()) == errors);
      legal += errors == 0 ? 1 : 0;
    }
    CHECK(legal > 400);
  }
}

TEST_CASE("a search meets each state, and gives up where there is none") {
  const std::uint8_t bytes[] = {12, 34};
  choices from(bytes);
  std::set<key> met;
  const auto none = state_where(from, [&](const body_summary& each) {
    met.insert(seen_in(each));
    return false;
  });
  CHECK(!none);
  CHECK(met.size() == fuzz::state_count);
}

TEST_CASE("of those that are accepted all come, none much more often than others") {
  std::size_t legal = 0;
  for (std::size_t i = 0; i < fuzz::state_count; ++i) legal += errors_in(state_at(i)) == 0 ? 1 : 0;
  std::map<key, std::size_t> times;
  std::size_t tries = 0;
  seeds::for_each_number(1 << 16, [&](seeds::bytes bytes) {
    choices from(bytes);
    const auto state =
        state_where(from, [](const body_summary& each) { return errors_in(each) == 0; });
    REQUIRE(state);
    ++times[seen_in(*state)];
    ++tries;
  });
  CHECK(times.size() == legal);
  for (const auto& [state, count] : times) CHECK(count < 10 * tries / legal);
}

}  // namespace
