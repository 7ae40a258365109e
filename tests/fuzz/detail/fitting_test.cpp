#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/fitting.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;

TEST_CASE("a fitting value has its field's type, and is mostly legal by itself") {
  for (const field_info& each : fields) {
    std::size_t illegal = 0;
    std::set<std::string> values;
    constexpr std::size_t tries = 2'000;
    seeds::for_each(tries, 80, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string value = fuzz::fitting_value(each, from);
      const std::string body = "{\"" + std::string(each.name) + "\":" + value + '}';
      CAPTURE(body);
      const report found = preflight(body, {.mode = mode::partial});
      illegal += found.ok() ? 0 : 1;
      for (const rule_id id : std::initializer_list<rule_id>{
               "json-syntax", "field-type", "integer-range", "element-id", "card-syntax"}) {
        CHECK(!found.has(id));
      }
      values.insert(value);
    });
    CAPTURE(each.name);
    CHECK(values.size() > 100);
    CHECK(illegal < tries / 4);
    const bool can_be_illegal = each.kind == field_kind::enumeration ||
                                each.kind == field_kind::timestamp ||
                                each.kind == field_kind::job_name;
    CHECK((illegal > 0) == can_be_illegal);
  }
}

TEST_CASE("fitting elements can stand in a list of theirs") {
  for (const field list : {field::user_list, field::department_list, field::chat_list}) {
    const field_info& about = info(list);
    std::set<std::size_t> counts;
    seeds::for_each(1'000, 80, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string body =
          "{\"" + std::string(about.name) + "\":[" +
          fuzz::fitting_elements(*feishu::helpdesk::detail::object_in(about.kind), from) + "]}";
      CAPTURE(body);
      const report found = preflight(body, {.mode = mode::partial});
      CHECK(found.ok());
      CHECK(!found.has("unknown-field"));
      counts.insert(found.summary().*body_summary::count_of(list));
    });
    CHECK(!counts.contains(0));
    CHECK(counts.size() > 5);
  }
}

}  // namespace
