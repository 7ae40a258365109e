// The engine and the oracle agree on every state that the rules between fields can tell apart: in
// structs, in bytes, in patches of drafts, and while compiling.

#include "tests/oracle.hpp"

#include "tests/findings.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/merge.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::findings;
using golden::findings_of;
using oracle::absent;
using oracle::all_states;
using oracle::body_of;
using oracle::state;
using oracle::state_count;

constexpr user_view user{.user_id = "ou_1"};
constexpr department_view department{.department_id = "od-1"};
constexpr chat_view chat{.chat_id = "oc_1"};

// None, an empty list or a list of one.
template <class Element>
constexpr std::optional<std::span<const Element>> list(int size, const Element& element) {
  if (size == absent) return std::nullopt;
  return std::span<const Element>(&element, static_cast<std::size_t>(size));
}

template <class Enum>
constexpr std::optional<Enum> choice(int value) {
  return value == absent ? std::nullopt : std::optional(static_cast<Enum>(value));
}

// The fields that a state is about, and nothing else.
constexpr notification_view patch_of(const state& s) {
  return {.push_type = choice<push_type>(s.push_type),
          .push_scope_type = choice<push_scope>(s.push_scope_type),
          .new_staff_scope_type = choice<new_staff_scope>(s.new_staff_scope_type),
          .new_staff_scope_department_list = list(s.new_staff_scope_department_list, department),
          .user_list = list(s.user_list, user),
          .department_list = list(s.department_list, department),
          .chat_list = list(s.chat_list, chat)};
}

constexpr notification_view notification_of(const state& s) {
  notification_view n = patch_of(s);
  n.job_name = "x";
  n.push_content = "{}";
  return n;
}

findings findings_of_oracle(const state& s, oracle::mode m) {
  findings list;
  for (const oracle::finding& each : oracle::validate(s, m)) {
    list.push_back({std::string(each.rule), std::string(each.severity), std::string(each.path)});
  }
  return without_offsets(list);
}

void check_all_states(mode m, oracle::mode oracle_mode) {
  CHECK(all_states().size() == state_count);
  for (const state& each : all_states()) {
    const std::string body = body_of(each);
    CAPTURE(body);
    const findings expected = findings_of_oracle(each, oracle_mode);
    const context known{.mode = m};
    CHECK(without_offsets(findings_of(validate(notification_of(each), known))) == expected);
    CHECK(without_offsets(findings_of(preflight(body, known))) == expected);
  }
}

TEST_CASE("complete bodies: all states") {
  check_all_states(mode::complete, oracle::mode::complete);
}

TEST_CASE("patches of an unknown draft: all states") {
  check_all_states(mode::partial, oracle::mode::partial);
}

// What is known of a draft after a patch, by the oracle's plain integers.
state merged(const state& draft, const state& patch) {
  state result = draft;
  for (const oracle::field& each : oracle::fields) {
    if (patch.*each.value != absent) result.*each.value = patch.*each.value;
  }
  return result;
}

// A value out of range is told only where it stands: the draft's faults are not the patch's.
findings findings_of_merge(const state& draft, const state& patch) {
  findings list = findings_of_oracle(merged(draft, patch), oracle::mode::complete);
  std::erase_if(list, [](const golden::finding& each) { return each.rule == "enum-value"; });
  for (const golden::finding& each : findings_of_oracle(patch, oracle::mode::complete)) {
    if (each.rule == "enum-value") list.push_back(each);
  }
  return without_offsets(list);
}

TEST_CASE("patches of a known draft: a sample of pairs") {
  constexpr int pairs = 20'000;
  std::mt19937 random(20210715);  // gives the same numbers with every standard library
  for (int i = 0; i < pairs; ++i) {
    const state& draft = all_states()[random() % state_count];
    const state& patch = all_states()[random() % state_count];
    const std::string draft_body = body_of(draft);
    const std::string patch_body = body_of(patch);
    CAPTURE(draft_body);
    CAPTURE(patch_body);
    const notification_view whole = notification_of(draft);
    CHECK(without_offsets(findings_of(validate(merge(whole, patch_of(patch))))) ==
          findings_of_oracle(merged(draft, patch), oracle::mode::complete));

    const findings expected = findings_of_merge(draft, patch);
    const context known{.draft = summarize(whole)};
    CHECK(without_offsets(findings_of(validate(patch_of(patch), known))) == expected);
    CHECK(without_offsets(findings_of(preflight(patch_body, known))) == expected);
  }
}

// --- while compiling ---

constexpr std::size_t sample_step = 97;  // a prime: the sample holds all values of all members
constexpr std::size_t sample_size = state_count / sample_step + 1;

constexpr std::array<state, sample_size> sample = [] {
  std::array<state, sample_size> states{};
  std::size_t i = 0;
  oracle::for_each_state([&](const state& s) {
    if (i % sample_step == 0) states[i / sample_step] = s;
    ++i;
  });
  return states;
}();

constexpr std::string_view name_of(severity s) {
  return s == severity::error ? "error" : "warning";
}

constexpr bool agree(const report& found, const oracle::findings& expected) {
  if (found.size() != expected.size()) return false;
  for (const oracle::finding& wanted : expected) {
    bool is_there = false;
    for (const diagnostic& each : found) {
      is_there = is_there || (each.rule().id == wanted.rule && each.is_at(wanted.path) &&
                              name_of(each.severity()) == wanted.severity);
    }
    if (!is_there) return false;
  }
  return true;
}

// Each is a constant of its own, for compilers limit the steps that one may take.
template <std::size_t Index>
constexpr bool agrees_when_complete =
    agree(validate(notification_of(sample[Index])),
          oracle::validate(sample[Index], oracle::mode::complete));
template <std::size_t Index>
constexpr bool agrees_when_partial =
    agree(validate(notification_of(sample[Index]), {.mode = mode::partial}),
          oracle::validate(sample[Index], oracle::mode::partial));

template <std::size_t... Index>
constexpr bool all_agree(std::index_sequence<Index...>) {
  return (agrees_when_complete<Index> && ...) && (agrees_when_partial<Index> && ...);
}
static_assert(all_agree(std::make_index_sequence<sample_size>()));

}  // namespace
