#ifndef FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_OF_FACTS_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_OF_FACTS_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

/// Conditions over the fields of the body as JSON Schemas of the body.
///
/// They take for granted what the rest of the schema demands, that each field has its type and an
/// enumeration one of its values: where that does not hold, the body is refused anyway.
namespace feishu::helpdesk {
namespace detail {

/// What a condition can know in a mode: in `partial` mode, not that something is absent which the
/// draft may hold. A clause of which nothing is left makes a condition that never holds: none.
[[nodiscard]] constexpr condition as_known_in(mode m, condition c) noexcept {
  if (m == mode::complete) return c;
  facts absence = 0;
  if (is_about_the_body(c)) {
    for (const field_facts& each : facts_of_fields) absence |= each.absent();
  } else {
    for (const facts clause : c.clauses) {
      if (clause == facts_of(observed::required_field)) absence = facts_of(observed::absent);
    }
  }
  for (facts& clause : c.clauses) {
    if (clause != 0 && (clause & ~absence) == 0) return condition::never();
    clause &= ~absence;
  }
  return c;
}

// What of one field is allowed, as a schema of its value; whether it must be present is said elsewhere.
inline boost::json::object schema_of_states(const field_facts& about, facts allowed) {
  const field_info& row = info(about.field);
  const bool may_be_absent = (allowed & about.absent()) != 0;
  boost::json::object schema;
  if (row.values.empty()) {
    if (allowed == about.absent()) return {{"type", "null"}};
    if (!may_be_absent) schema["type"] = "array";
    if ((allowed & about.holds_elements(false)) == 0) schema["minItems"] = 1;
    if ((allowed & about.holds_elements(true)) == 0) schema["maxItems"] = 0;
    return schema;
  }
  // Where it may be absent, null is fine, so what is not allowed is told instead.
  boost::json::array values;
  for (const enumerator& each : row.values) {
    const bool is_allowed = (allowed & about.holds_value(each.value)) != 0;
    if (is_allowed != may_be_absent) values.push_back(each.value);
  }
  if (values.size() == 1) {
    schema["const"] = values[0];
  } else {
    schema["enum"] = std::move(values);
  }
  if (!may_be_absent) return schema;
  return {{"not", std::move(schema)}};
}

// A body whose fields are in states that are allowed; facts about other things do not matter.
inline boost::json::object schema_of_body(facts allowed) {
  boost::json::array required;
  boost::json::object properties;
  for (const field_facts& each : facts_of_fields) {
    const facts states = allowed & each.mask();
    if (states == each.mask()) continue;
    const std::string_view name = info(each.field).name;
    if ((states & each.absent()) == 0) required.emplace_back(name);
    properties[name] = schema_of_states(each, states);
  }
  boost::json::object schema;
  if (!required.empty()) schema["required"] = std::move(required);
  if (!properties.empty()) schema["properties"] = std::move(properties);
  return schema;
}

// One of several; a single one needs nothing around it.
inline boost::json::object any_of(boost::json::array schemas) {
  if (schemas.size() == 1) return std::move(schemas[0].get_object());
  return {{"anyOf", std::move(schemas)}};
}

// A body in which a clause holds, of one field or another.
inline boost::json::object schema_for(facts clause) {
  boost::json::array repair_list;
  for (const field_facts& each : facts_of_fields) {
    const facts states = clause & each.mask();
    if (states != 0) repair_list.emplace_back(schema_of_body(states | ~each.mask()));
  }
  return any_of(std::move(repair_list));
}

// The facts about fields other than the first that a clause is about.
constexpr facts facts_about_others(facts clause) {
  for (const field_facts& each : facts_of_fields) {
    if ((clause & each.mask()) != 0) return ~each.mask();
  }
  return ~facts{};
}

constexpr bool is_about_lists(facts clause) {
  for (const field_facts& each : facts_of_fields) {
    if ((clause & each.mask()) != 0 && info(each.field).values.empty()) return true;
  }
  return false;
}

}  // namespace detail

/// A body for which a condition does not hold, as `if` and `then`: if enumerations have the values
/// that the condition names, one of its other clauses must not hold. The last clause, which is about
/// the field at fault, always stands in `then`.
[[nodiscard]] inline boost::json::object schema_against(const condition& c) {
  facts when = ~facts{};
  boost::json::array also_when;
  boost::json::array then;
  for (std::size_t i = 0; i < condition::capacity && c.clauses[i] != 0; ++i) {
    const facts clause = c.clauses[i];
    const bool is_last = i + 1 == condition::capacity || c.clauses[i + 1] == 0;
    if (is_last || detail::is_about_lists(clause)) {
      then.emplace_back(detail::schema_of_body(~clause));
    } else if (const facts others = detail::facts_about_others(clause); (clause & others) == 0) {
      when &= clause | others;
    } else {
      also_when.emplace_back(detail::schema_for(clause));
    }
  }
  boost::json::object demand = detail::any_of(std::move(then));
  boost::json::object trigger = detail::schema_of_body(when);
  if (!also_when.empty()) trigger["allOf"] = std::move(also_when);
  if (trigger.empty()) return demand;
  return {{"if", std::move(trigger)}, {"then", std::move(demand)}};
}

}  // namespace feishu::helpdesk

#endif
