// Repairs respect custom conditions: over all states, none leaves or introduces a violation, and none is
// missing for another reason.

#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace {

using namespace feishu::helpdesk;

constexpr rule own[] = {
    {.id = "acme-never-to-everyone",
     .violated_when = fact::push_scope_type == push_scope::all_members,
     .reported_on = {field::push_scope_type}},
    {.id = "acme-no-chats",
     .violated_when = fact::chat_list == fact::non_empty && fact::push_type == push_type::scheduled,
     .reported_on = {field::chat_list}},
    {.id = "acme-users",  // not an error
     .severity = severity::warning,
     .violated_when = fact::user_list == fact::non_empty,
     .reported_on = {field::user_list}},
};

TEST_CASE("find_repairs: respects custom conditions over all states") {
  std::size_t kept = 0;
  std::size_t refused = 0;
  for (const mode m : {mode::complete, mode::partial}) {
    const context known{.mode = m, .custom_rules = own};
    for (const oracle::state& each : oracle::all_states()) {
      const std::string body = oracle::body_of(each);
      const repair_list respectful = find_repairs(preflight(body, known));
      std::size_t expected = 0;
      for (const repair& way : find_repairs(preflight(body, {.mode = m}))) {
        const report after = preflight(apply_edits(text_edits(way, source_map(body)), body), known);
        const bool violates = after.has(own[0]) || after.has(own[1]);
        expected += violates ? 0 : 1;
        if ((std::ranges::find(respectful, way) == respectful.end()) != violates) FAIL(body);
      }
      if (respectful.size() != expected) FAIL(body);
      kept += respectful.size();
      refused += find_repairs(preflight(body, {.mode = m})).size() - respectful.size();
    }
  }
  CHECK(kept > 1000);
  CHECK(refused > 1000);
}

constexpr rule two_chats{.id = "acme-two-chats",
                         .violated_when = fact::chat_list == fact::non_empty,
                         .reported_on = {field::chat_list},
                         .max_elements = 2};

// Returns a body whose list of users must be empty, with so many chats.
std::string body_with_chats(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    list += std::string(i == 0 ? "" : ",") + R"({"chat_id":"oc_1"})";
  }
  return R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0,)"
         R"("user_list":[{"user_id":"ou_1"}],"chat_list":[)" +
         list + "]}";
}

TEST_CASE("find_repairs: a list within its limit is no violation") {
  const context known{.custom_rules = two_chats};
  CHECK(find_repairs(preflight(body_with_chats(2), known)).size() ==
        find_repairs(preflight(body_with_chats(2))).size());
  CHECK(!find_repairs(preflight(body_with_chats(2), known)).empty());
  CHECK(find_repairs(preflight(body_with_chats(3), known)).empty());
}

TEST_CASE("fix: leaves a body that violates a custom condition") {
  const context known{.custom_rules = two_chats};
  CHECK(fix(body_with_chats(2), known).has_value());
  const auto left = fix(body_with_chats(3), known);
  CHECK(!left.has_value());
  CHECK(left.report().has(two_chats));
}

}  // namespace
