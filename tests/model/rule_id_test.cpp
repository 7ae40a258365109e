#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr rule own{.id = "acme-own", .violated_when = fact::chat_list == fact::empty};
constexpr rule namesake{.id = "required", .violated_when = fact::chat_list == fact::empty};

static_assert(rule_id("required").index() == detail::index_of_rule("required"));
static_assert(rule_id(rules[3]).index() == 3 && rule_id(rules[3]).text() == rules[3].id);
static_assert(find_rule("required") == &rules[rule_id("required").index()]);

// A custom rule has no place in the table, even if it takes the id of a rule that has one.
static_assert(rule_id(own).index() == npos && rule_id(namesake).index() == npos);
static_assert(rule_id::custom("acme-own").text() == "acme-own");
static_assert(find_rule(own) == nullptr && find_rule(rule_id::custom("required")) == nullptr);

TEST_CASE("rule_id: an id that is known at run time is found, or nothing") {
  for (const rule& each : rules) {
    const std::string id(each.id);
    CHECK(find_rule(id) == &each);
  }
  for (const std::string_view id : {"", "requird", "Required", "required ", "acme-own"}) {
    CAPTURE(id);
    CHECK(find_rule(id) == nullptr);
  }
}

}  // namespace
