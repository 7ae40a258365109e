// The smallest repairs, over all states: what they lead to is validated by the oracle, and that none is
// missing is shown by trying every set of edits.

#include "tests/oracle.hpp"
#include "tests/people.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

// What the seven fields become; `kept` for one that is not edited.
constexpr int kept = -2;
using changes = std::array<int, 7>;

oracle::state after(oracle::state s, const changes& made) {
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i] != kept) s.*oracle::fields[i].value = made[i];
  }
  return s;
}

constexpr std::array<field, 7> fields = {field::push_type,
                                         field::push_scope_type,
                                         field::new_staff_scope_type,
                                         field::user_list,
                                         field::department_list,
                                         field::chat_list,
                                         field::new_staff_scope_department_list};

changes changes_of(const repair& repair) {
  changes made;
  made.fill(kept);
  for (const edit& each : repair.edits()) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i] != each.field) continue;
      CHECK(made[i] == kept);
      const bool is_number = i < 3;
      switch (each.what) {
        case edit::action::set: made[i] = each.value; break;
        case edit::action::clear: made[i] = 0; break;
        case edit::action::add: made[i] = 1; break;
        case edit::action::remove: made[i] = oracle::absent; break;
      }
      CHECK(is_number == (each.what == edit::action::set || each.what == edit::action::remove));
    }
  }
  return made;
}

// Whether states are legal, asked once.
class legality {
 public:
  legality(oracle::mode m, bool allows_warnings) {
    for (const oracle::state& each : oracle::all_states()) {
      bool is_legal = true;
      for (const oracle::finding& found : oracle::validate(each, m)) {
        is_legal = is_legal && allows_warnings && found.severity != "error";
      }
      if (is_legal) legal_.insert(number_of(each));
    }
    is_legal_.resize(9 * 9 * 9 * 9 * 9 * 9 * 9);
    for (const std::size_t each : legal_) is_legal_[each] = true;
  }

  bool of(const oracle::state& s) const { return is_legal_[number_of(s)]; }

 private:
  static std::size_t number_of(const oracle::state& s) {
    std::size_t number = 0;
    for (const oracle::field& each : oracle::fields) {
      number = number * 9 + static_cast<std::size_t>(s.*each.value + 1);
    }
    return number;
  }

  std::set<std::size_t> legal_{};
  std::vector<bool> is_legal_{};
};

// Whether some of the changes would do without the others.
bool is_reducible(const oracle::state& s, const changes& made, const legality& legal) {
  std::vector<std::size_t> edited;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i] != kept) edited.push_back(i);
  }
  for (unsigned some = 0; some + 1 < 1u << edited.size(); ++some) {
    changes part;
    part.fill(kept);
    for (std::size_t i = 0; i < edited.size(); ++i) {
      if ((some >> i & 1) != 0) part[edited[i]] = made[edited[i]];
    }
    if (legal.of(after(s, part))) return true;
  }
  return false;
}

// The one field that is removed, where it has no effect: in a scheduled push ("push_type为1时生效"). To set
// it there is pointless.
constexpr std::size_t new_staff_scope = 2;

bool is_pointless(const oracle::state& s, const changes& made) {
  const bool is_scheduled = after(s, made).push_type == 0;
  if (made[new_staff_scope] == oracle::absent) return !is_scheduled;
  return made[new_staff_scope] >= 0 && s.new_staff_scope_type != oracle::absent && is_scheduled;
}

// Every set of changes, in turn.
const std::vector<changes>& all_changes() {
  static const std::vector<changes> all = [] {
    std::vector<changes> sets(1);
    sets[0].fill(kept);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      for (std::size_t k = sets.size(); k-- > 0;) {
        const int lowest = i == new_staff_scope ? oracle::absent : 0;
        for (int value = lowest; value <= oracle::fields[i].highest; ++value) {
          sets.push_back(sets[k]);
          sets.back()[i] = value;
        }
      }
    }
    return sets;
  }();
  return all;
}

policy warnings_as_errors() {
  policy strict;
  for (const rule& each : rules) {
    if (each.severity == severity::warning) strict.set(each, level::error);
  }
  return strict;
}

template <class Repair>
void check_all_states(mode m, bool allows_warnings, Repair&& repairs_of) {
  const legality legal(m == mode::complete ? oracle::mode::complete : oracle::mode::partial,
                       allows_warnings);
  std::size_t repaired = 0;
  for (const oracle::state& s : oracle::all_states()) {
    std::set<changes> expected;
    if (!legal.of(s)) {
      for (const changes& each : all_changes()) {
        const bool is_smallest = legal.of(after(s, each)) && !is_reducible(s, each, legal);
        if (is_smallest && !is_pointless(s, each)) expected.insert(each);
      }
    }
    std::set<changes> found;
    const repair_list offered = repairs_of(oracle::body_of(s));
    for (const repair& each : offered) found.insert(changes_of(each));
    CAPTURE(oracle::body_of(s));
    REQUIRE(found.size() == offered.size());
    REQUIRE(found == expected);
    REQUIRE(found.empty() == legal.of(s));
    repaired += found.empty() ? 0 : 1;
  }
  CHECK(repaired > 5000);
}

TEST_CASE("in every state, every smallest repair and no other") {
  REQUIRE(all_changes().size() == 3 * 5 * 4 * 3 * 3 * 3 * 3);
  for (const mode m : {mode::complete, mode::partial}) {
    check_all_states(m, true, [&](std::string_view body) {
      return find_repairs(preflight(body, {.mode = m}).summary());
    });
  }
}

TEST_CASE("in every state, every smallest repair and no other, where warnings are errors") {
  for (const mode m : {mode::complete, mode::partial}) {
    const context strict{.mode = m, .policy = warnings_as_errors()};
    check_all_states(m, false,
                     [&](std::string_view body) { return find_repairs(preflight(body, strict)); });
  }
}

TEST_CASE("alternatives come in the order of what they do to the recipients, and say it truly") {
  for (const oracle::state& s : oracle::all_states()) {
    CAPTURE(oracle::body_of(s));
    const people::push whole = push_of(s, people::origin::body);
    const people::set before = reached_by(whole).value_or(whole.members(people::list::chats));
    recipients_change last = recipients_change::none;
    for (const repair& each : find_repairs(preflight(oracle::body_of(s)).summary())) {
      const oracle::state then = after(s, changes_of(each));
      people::push made = push_of(then, people::origin::body);
      for (std::size_t i = 0; i < people::lists.size(); ++i) {
        const bool adds = then.*people::lists[i] == 1 && s.*people::lists[i] != 1;
        if (adds) made.from[i] = people::origin::author;
      }
      const std::optional<people::set> reached = reached_by(made);
      REQUIRE(reached);
      const people::set added = *reached & ~before;
      const bool adds = (added & people::by_author) != 0;
      const bool everyone = (added & people::other_members) != 0;
      const bool others = (added & ~people::by_author) != 0;
      CHECK((each.change() == recipients_change::everyone) == everyone);
      CHECK((each.change() == recipients_change::others) == (others && !everyone));
      CHECK((each.change() == recipients_change::added) == (adds && !others && !everyone));
      CHECK(adds_recipients(each.change()) == (everyone || others || adds));
      CHECK(each.change() >= last);
      last = each.change();
    }
  }
}

TEST_CASE(
    "what is done unasked only empties lists, removes what has no effect, and messages nobody "
    "new") {
  std::size_t automatic = 0;
  for (const oracle::state& s : oracle::all_states()) {
    const repair_list offered = find_repairs(preflight(oracle::body_of(s)).summary());
    const repair* safe = offered.automatic();
    if (safe == nullptr) continue;
    ++automatic;
    CHECK(!adds_recipients(safe->change()));
    for (const edit& each : safe->edits()) {
      CHECK((each.what == edit::action::clear || each.what == edit::action::remove));
    }
  }
  CHECK(automatic > 0);
}

TEST_CASE(
    "a list of a wrong type is nobody's to repair, and offers no more than there is room for") {
  for (const char* users : {"\"user_list\":5", "\"department_list\":5", "\"chat_list\":5",
                            "\"user_list\":5,\"department_list\":5,\"chat_list\":5"}) {
    const repair_list offered = find_repairs(preflight("{" + std::string(users) + "}").summary());
    CHECK(offered.size() > 0);
    CHECK(offered.size() < repair_list::capacity);
    for (const repair& each : offered) CHECK(each.edits().size() > 1);
  }
}

TEST_CASE("a number of a wrong type is set, like one that is out of range") {
  for (const char* number : {"\"0\"", "0.0", "99999999999", "7", "null"}) {
    const std::string scope = "{\"push_type\":0,\"push_scope_type\":" + std::string(number) + "}";
    const std::string type = "{\"push_type\":" + std::string(number) + ",\"push_scope_type\":0}";
    CAPTURE(number);
    CHECK(find_repairs(preflight(scope)).size() ==
          find_repairs(preflight(R"({"push_type":0})")).size());
    CHECK(find_repairs(preflight(type)).size() ==
          find_repairs(preflight(R"({"push_scope_type":0})")).size());
  }
}

TEST_CASE("what is wrong in the draft, and so not told, is not repaired in the patch") {
  const body_summary draft = preflight(R"({"push_type":0,"push_scope_type":6})").summary();
  const repair_list offered =
      find_repairs(preflight(R"({"new_staff_scope_type":5})", {.draft = draft}));
  REQUIRE(offered.size() == 1);
  CHECK(std::ranges::equal(offered[0].edits(),
                           std::array{edit{field::new_staff_scope_type, edit::action::remove}}));
}

TEST_CASE("there is room for all repairs, with warnings as errors, too") {
  context strict{.policy = warnings_as_errors()};
  std::size_t most = 0;
  for (const oracle::state& s : oracle::all_states()) {
    for (const mode m : {mode::complete, mode::partial}) {
      strict.mode = m;
      const report found = preflight(oracle::body_of(s), strict);
      for (const repair& each : find_repairs(found)) CHECK(each.edits().size() > 0);
      most = std::max(most, find_repairs(found).size());
    }
  }
  CHECK(most > 0);
  CHECK(most < repair_list::capacity);
}

constexpr user_view someone[] = {{.user_id = "ou_1"}};
constexpr notification_view to_all_with_a_list{.job_name = "x",
                                               .push_content = "{}",
                                               .push_type = feishu::helpdesk::push_type::scheduled,
                                               .push_scope_type = push_scope::all_members,
                                               .user_list = someone};

TEST_CASE("repairs are constants, too") {
  static constexpr repair_list offered = find_repairs(to_all_with_a_list);
  static_assert(offered.size() == 4);
  static_assert(offered[0].change() == recipients_change::none);
  static_assert(offered.automatic() == &offered[0]);
  static_assert(offered[0].edits()[0] == edit{field::user_list, edit::action::clear});
  static_assert(offered[1].edits()[0] == edit{field::push_scope_type, edit::action::set, 2});
}

TEST_CASE("a body that is not readable, or legal, has none") {
  CHECK(find_repairs(preflight("").summary()).empty());
  CHECK(find_repairs(preflight("{\"push_type\":0,").summary()).empty());
  CHECK(find_repairs(preflight(R"({"push_type":0,"push_scope_type":0})").summary()).empty());
}

}  // namespace
