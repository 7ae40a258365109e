#include <feishu/helpdesk/fuzz/detail/faults.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>

namespace {

using namespace feishu::helpdesk;
using fuzz::fault;
using fuzz::site;

std::string name_of(const site& at) {
  std::string name;
  if (at.object != object_kind::notification) {
    name = info(at.holder).name;
    if (at.is_in_list()) name += "[]";
    name += '.';
  }
  return name + std::string(at.index == npos ? "*" : at.about_object().fields[at.index].name);
}

std::set<std::string> sites_of(rule_id id) {
  std::set<std::string> sites;
  fuzz::for_each_fault(*find_rule(id), [&](const fault& each) { sites.insert(name_of(each.at)); });
  return sites;
}

using names = std::set<std::string>;

TEST_CASE("where a rule can be broken is read from its condition and the field table") {
  CHECK(sites_of("required") == names{"job_name", "push_content", "push_type", "push_scope_type"});
  CHECK(sites_of("empty-string") == names{"job_name", "push_content"});
  CHECK(sites_of("element-id") == names{"user_list[].user_id", "department_list[].department_id",
                                        "chat_list[].chat_id",
                                        "new_staff_scope_department_list[].department_id"});
  CHECK(sites_of("enum-value") == names{"push_type", "push_scope_type", "new_staff_scope_type"});
  CHECK(sites_of("id-prefix") == names{"user_list[].user_id", "chat_list[].chat_id"});
  CHECK(sites_of("send-at-past") == names{"send_at"});
  CHECK(sites_of("unknown-field") == names{"*", "create_user.*", "update_user.*", "user_list[].*",
                                           "department_list[].*", "chat_list[].*",
                                           "new_staff_scope_department_list[].*"});
  CHECK(sites_of("field-type").size() == 20 + 4 + 2 * 3 + 3 + 2 + 2 + 2);
  CHECK(!sites_of("null-field").contains("push_type"));
  CHECK(!sites_of("null-field").contains("chat_list[].chat_id"));
  CHECK(sites_of("null-field").contains("create_user.user_id"));
}

TEST_CASE("every rule has faults, or is between fields") {
  for (const rule& each : rules) {
    CAPTURE(each.id);
    std::size_t count = 0;
    fuzz::for_each_fault(each, [&](const fault&) { ++count; });
    CHECK((count == 0) == (each.group == rule_group::combination));
  }
}

TEST_CASE("a rule that nothing can break alone has no fault") {
  // To leave a required field out is an error already, and nothing is both absent and of a type.
  constexpr rule no_null{.id = "x", .violated_when = observed::null && observed::required_field};
  constexpr rule nothing{.id = "x", .violated_when = observed::absent && observed::well_typed};
  for (const rule& each : {no_null, nothing}) {
    std::size_t count = 0;
    fuzz::for_each_fault(each, [&](const fault&) { ++count; });
    CHECK(count == 0);
  }
}

}  // namespace
