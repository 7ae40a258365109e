#include "tests/findings.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <map>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::findings_of;

static_assert(std::forward_iterator<report::iterator>);
static_assert(std::ranges::common_range<const report> && std::ranges::sized_range<const report>);
static_assert(std::is_same_v<std::ranges::range_reference_t<const report>, const diagnostic&>);

// A report is a constant, with all that can be asked of it.
constexpr report constant = preflight(R"({"push_scope_type":0,"ext":1,"user_list":[{}]})");
static_assert(!constant.ok() && constant.error_count() == 6 && constant.size() == 6);
static_assert(constant.has("required", "/push_type") && !constant.has("required", "/ext"));
static_assert(constant[3].is_at("/ext") && constant[3].offset() == 27);
static_assert(std::ranges::count(constant, severity::error, &diagnostic::severity) == 6);
static_assert(constant.begin()++ == constant.begin() && ++constant.begin() != constant.begin());
static_assert(report().ok() && report().empty() && !report().has("required"));

constexpr diagnostic broken(std::size_t rule_index, std::size_t offset) {
  return {rules[rule_index], rules[rule_index].severity, rule_index, {}, offset, {}};
}

// Rules of the user's own: conditions over the body, and over single values.
// clang-format off
constexpr rule own_rules[] = {
    {.id = "acme-no-chats", .violated_when = fact::chat_list == fact::absent, .reported_on = {field::chat_list}},
    {.id = "acme-everyone", .severity = severity::warning,
     .violated_when = fact::push_scope_type == push_scope::all_members, .reported_on = {field::push_scope_type}},
    {.id = "acme-assigned", .severity = severity::note,
     .violated_when = observed::server_assigned && observed::well_typed},
};
// clang-format on
constexpr context with_own_rules{.custom_rules = own_rules};

// A policy changes rules of the table only.
static_assert([] {
  policy all_but_mine;
  all_but_mine.set(own_rules[0], level::off);
  return preflight("{}", {.policy = all_but_mine, .custom_rules = own_rules})
      .has(rule_id::custom("acme-no-chats"));
}());

TEST_CASE("diagnostics are in order of offset, then of the catalogue, however they come") {
  const diagnostic in_order[] = {broken(7, 0), broken(0, 5), broken(2, 5),
                                 broken(9, 5), broken(1, 9), broken(30, npos)};
  std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
  do {
    report found;
    for (const std::size_t i : order) found(in_order[i]);
    if (!std::ranges::equal(found, in_order)) FAIL_CHECK(findings_of(found));
  } while (std::next_permutation(order.begin(), order.end()));

  // What only the whole body shows is found last, and put where it belongs.
  const std::string_view body =
      R"({"user_list":[{"user_id":""}],"push_scope_type":0,"push_type":7,"foo":1})";
  std::vector<std::pair<std::size_t, std::string_view>> source_map;
  for (const diagnostic& d : preflight(body)) source_map.emplace_back(d.offset(), d.rule().id);
  CHECK(source_map == decltype(source_map){{0, "required"},
                                           {0, "required"},
                                           {body.find("\"user_list"), "all-members-excludes-users"},
                                           {body.find("\"\""), "element-id"},
                                           {body.find('7'), "enum-value"},
                                           {body.find("\"foo"), "unknown-field"}});
}

TEST_CASE("of more than 64 diagnostics the severe ones are kept, and all are counted") {
  std::mt19937 random(1626332244);
  for (const std::size_t size : {63u, 64u, 65u, 90u, 200u, 1000u}) {
    for (std::size_t round = 0; round < 100; ++round) {
      // Rounds end at different rules, so some are broken never, and some severities are rare.
      const std::size_t kinds = 1 + round % detail::rule_count;
      std::map<std::size_t, std::size_t> fed;  // offset to rule, no two alike
      while (fed.size() < size) fed.emplace(random(), random() % kinds);
      std::vector<std::pair<std::size_t, std::size_t>> arriving(fed.begin(), fed.end());
      std::shuffle(arriving.begin(), arriving.end(), random);

      report found;
      std::size_t counts[3]{};
      for (const auto& [offset, rule_index] : arriving) {
        ++counts[static_cast<std::size_t>(rules[rule_index].severity)];
        CHECK(found(broken(rule_index, offset)) == sink_action::proceed);
      }
      CHECK(found.error_count() == counts[0]);
      CHECK(found.warning_count() == counts[1]);
      CHECK(found.note_count() == counts[2]);
      CHECK(found.ok() == (counts[0] == 0));
      CHECK(found.size() == std::min(size, report::capacity));
      CHECK(found.dropped() == size - found.size());
      CHECK(std::ranges::is_sorted(found, {}, &diagnostic::offset));
      for (const diagnostic& each : found) CHECK(fed.at(each.offset()) == each.rule_index());
      std::size_t room = report::capacity;
      for (const severity each : {severity::error, severity::warning, severity::note}) {
        const auto kept = std::min(room, counts[static_cast<std::size_t>(each)]);
        const auto there = std::ranges::count(found, each, &diagnostic::severity);
        CHECK(static_cast<std::size_t>(there) == kept);
        room -= kept;
      }
      for (std::size_t rule_index = 0; rule_index < detail::rule_count; ++rule_index) {
        const bool was_fed = std::ranges::any_of(
            arriving, [&](const auto& one) { return one.second == rule_index; });
        CHECK(found.has(rules[rule_index]) == was_fed);
      }
    }
  }
}

TEST_CASE("what is dropped of a body is known, custom rules included, but for its place") {
  std::string body = R"({"status":0,"x":0,"push_scope_type":0,"user_list":[{})";
  for (int i = 1; i < 70; ++i) body += ",{}";
  body += "]}";
  const report found = preflight(body, with_own_rules);
  CHECK(found.error_count() == 70 + 3 + 1 + 1);  // ids, required, users, chats
  CHECK((found.warning_count() == 2 && found.note_count() == 2));
  CHECK(std::ranges::count(found, severity::error, &diagnostic::severity) == 64);
  for (const rule_id id : std::initializer_list<rule_id>{
           "server-assigned", "unknown-field", "all-members-excludes-users",
           rule_id::custom("acme-no-chats"), rule_id::custom("acme-everyone"),
           rule_id::custom("acme-assigned")}) {
    CHECK(found.has(id));
  }
  CHECK_FALSE(found.has("server-assigned", "/status"));
  CHECK(found.has("element-id", "/user_list/0/user_id"));
}

TEST_CASE("reports are equal if they say the same") {
  const std::string_view body = R"({"push_scope_type":0,"ext":1,"user_list":[{}]})";
  CHECK(preflight(body) == constant);
  report copy = constant;
  copy(broken(0, 0));
  CHECK(copy != constant);
  CHECK(preflight(' ' + std::string(body)) != constant);                  // elsewhere
  CHECK(preflight(R"({"user_list":[]})") != preflight(R"({"ext":""})"));  // of other bodies
  CHECK(preflight(body, {.policy = {{"required", level::note}}}) != constant);
}

TEST_CASE("a sink that says stop is told of nothing more") {
  const std::string_view body = R"({"status":1,"ext":1,"push_scope_type":0,"user_list":[{},{}]})";
  const auto collect = [&](std::size_t limit) {
    std::vector<diagnostic> found;
    const auto sink = [&](const diagnostic& each) {
      found.push_back(each);
      return found.size() == limit ? sink_action::stop : sink_action::proceed;
    };
    preflight_into(sink, body, {.notification_id = "", .custom_rules = own_rules});
    return found;
  };
  const auto all = collect(npos);
  REQUIRE(all.size() == 12);
  for (std::size_t limit = 1; limit <= all.size(); ++limit) {
    const auto some = collect(limit);
    CHECK(some.size() == limit);
    CHECK(std::equal(some.begin(), some.end(), all.begin()));
  }
}

TEST_CASE("a policy disables rules, and changes what they count as") {
  const std::string_view body = R"({"status":0,"jobName":1})";
  policy strict{{"unknown-field", level::error}, {"server-assigned", level::off}};
  report found = preflight(body, {.mode = mode::partial, .policy = strict});
  CHECK((found.size() == 1 && found.error_count() == 1));
  CHECK(found[0].severity() == severity::error);
  CHECK_FALSE(found.has("server-assigned"));

  strict.set(rule_id::custom("acme-everyone"), level::off);
  CHECK(preflight(body, {.mode = mode::partial, .policy = strict}) == found);

  strict.set("unknown-field", level::note);  // what was said last counts
  strict.set(*find_rule("server-assigned"), level::warning);
  found = preflight(body, {.mode = mode::partial, .policy = strict});
  CHECK(found.ok());
  CHECK((found.warning_count() == 1 && found.note_count() == 1));
}

TEST_CASE("custom conditions are validated like the table's rules, after them") {
  const report found = preflight(R"({"status":0,"push_scope_type":0})", with_own_rules);
  CHECK(found.has(rule_id::custom("acme-assigned"), "/status"));
  CHECK(found.has(rule_id::custom("acme-everyone"), "/push_scope_type"));
  CHECK(found[found.size() - 1].rule_index() == detail::rule_count);

  // In a patch, what is absent is unknown, unless the draft is.
  context patching{.mode = mode::partial, .custom_rules = own_rules};
  CHECK(preflight(R"({"ext":""})", patching).empty());
  CHECK(preflight(R"({"push_scope_type":0})", patching).size() == 1);
  patching.draft = summarize(notification{.push_scope_type = push_scope::all_members});
  CHECK(preflight("{}", patching).has(rule_id::custom("acme-no-chats")));
  CHECK(preflight("{}", patching).has(rule_id::custom("acme-everyone")));
  CHECK_FALSE(
      preflight(R"({"push_scope_type":1})", patching).has(rule_id::custom("acme-everyone")));
}

TEST_CASE("a rule about a name points at the name, whichever of name and value it asks for") {
  for (const anchor at : {anchor::key, anchor::value}) {
    const rule about_names[] = {
        {.id = "acme-unknown", .violated_when = observed::unknown_field, .at = at},
        {.id = "acme-repeated", .violated_when = observed::duplicate, .at = at},
    };
    const std::string_view body = R"({"ext":"","x":0,"ext":""})";
    const report found = preflight(body, {.mode = mode::partial, .custom_rules = about_names});
    const auto offset_of = [&](std::string_view id) {
      for (const diagnostic& each : found) {
        if (each.rule().id == id) return each.offset();
      }
      return npos;
    };
    CHECK(offset_of("acme-unknown") == body.find("\"x\""));
    CHECK(offset_of("acme-repeated") == body.rfind("\"ext\""));
  }
}

static_assert(std::random_access_iterator<report::iterator>);
static_assert(std::is_same_v<decltype(std::declval<report>()[0]), diagnostic>);  // outlives it
static_assert(sizeof(report) < 10'000);  // as its documentation says

template <class Report>
concept has_back_doors = requires(Report& r, const body_summary& seen) {
  r.set_summary(seen, 0);
} || requires(Report& r, const rule& broken) { r.emplace(broken); };
static_assert(!has_back_doors<report>);

TEST_CASE("report::iterator: it moves by any distance, and compares by position") {
  const report found = preflight(R"({"id":"1","status":0,"created_at":"","updated_at":""})",
                                 {.mode = mode::partial});
  REQUIRE(found.size() == 4);
  const report::iterator first = found.begin();
  report::iterator at = first + 3;
  CHECK((at - first == 3 && first - at == -3 && first < at && at == 3 + first));
  CHECK(&*at == &found[3]);
  CHECK(&first[2] == &found[2]);
  at -= 2;
  CHECK((at == first + 1 && *at-- == found[1] && at == first && *at++ == found[0]));
  CHECK((--at == first && ++at == found.end() - 3));
  CHECK(std::distance(found.begin(), found.end()) == 4);
  CHECK(std::ranges::lower_bound(found, 20U, {}, &diagnostic::offset) == first + 2);
}

TEST_CASE("report::find: the first diagnostic of a rule, or the end") {
  const report found = preflight(R"({"id":"1","status":0,"jobName":1})", {.mode = mode::partial});
  CHECK(found.find("server-assigned") == found.begin());
  CHECK(found.find("unknown-field")->offset() == 21);
  CHECK(found.find("required") == found.end());
}

}  // namespace
