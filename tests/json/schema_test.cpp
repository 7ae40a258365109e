// The exported schema, as far as validators do not prove it (tests/schema does): what it says to
// readers, what it admits not to say, and how conditions that no rule has become schemas.

#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

constexpr mode modes[] = {mode::complete, mode::partial};

std::vector<std::string> texts_of(const json::value& list, std::string_view member) {
  std::vector<std::string> texts;
  for (const json::value& each : list.as_array()) {
    texts.push_back(json::value_to<std::string>(each.at(member)));
  }
  return texts;
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

json::value rule_schema(mode m, std::string_view id) {
  const json::value schema = json_schema(m);
  for (const json::value& each : schema.at("allOf").as_array()) {
    if (each.at("x-rule").as_string() == id)
      return {{"if", each.at("if")}, {"then", each.at("then")}};
  }
  return nullptr;
}

// Every keyword that a schema and the schemas in it use.
void add_keywords(const json::value& schema, std::set<std::string>& to) {
  for (const auto& [name, value] : schema.as_object()) {
    to.insert(std::string(name));
    if (name == "properties") {
      for (const auto& each : value.as_object()) add_keywords(each.value(), to);
    } else if (name == "items" || name == "not" || name == "if" || name == "then") {
      add_keywords(value, to);
    } else if (name == "allOf" || name == "anyOf" || name == "oneOf") {
      for (const json::value& each : value.as_array()) add_keywords(each, to);
    }
  }
}

TEST_CASE("each error rule is either said or admitted not to be") {
  for (const mode m : modes) {
    const json::value schema = json_schema(m);
    const std::vector<std::string> admitted = texts_of(schema.at("x-not-expressed"), "rule");
    const std::vector<std::string> partly = texts_of(schema.at("x-partly-expressed"), "rule");
    std::size_t errors = 0;
    for (const rule& each : rules) {
      CAPTURE(each.id);
      const bool is_error = each.severity == severity::error;
      if (is_error) {
        ++errors;
        CHECK(schema_says(each, m) != contains(admitted, each.id));
      } else {
        CHECK_FALSE(contains(admitted, each.id));
      }
      if (contains(partly, each.id)) CHECK((is_error && schema_says(each, m)));
    }
    CHECK(errors > admitted.size() + partly.size());
  }
}

TEST_CASE("what it does not say is known by name") {
  using names = std::vector<std::string>;
  CHECK(texts_of(json_schema(mode::complete).at("x-not-expressed"), "rule") ==
        names{"json-syntax", "duplicate-field", "card-syntax", "card-size", "notification-id",
              "user-id-type", "access-token", "helpdesk-authorization", "request-host",
              "not-draft"});
  CHECK(texts_of(json_schema(mode::partial).at("x-not-expressed"), "rule") ==
        names{"json-syntax", "duplicate-field", "required", "card-syntax", "card-size",
              "new-staff-type-required", "notification-id", "user-id-type", "access-token",
              "helpdesk-authorization", "request-host", "not-draft"});
  for (const mode m : modes) {
    CHECK(texts_of(json_schema(m).at("x-partly-expressed"), "rule") ==
          names{"field-type", "timestamp-format"});
  }
}

TEST_CASE("a patch without a known field is refused, an empty one is not") {
  const json::value schema = json_schema(mode::partial);
  const json::value& entry = schema.at("allOf").at(0);
  CHECK(entry.at("x-rule") == "no-known-field");
  CHECK(entry.at("description") == "the body contains no notification fields");
  const json::array& ways = entry.at("anyOf").as_array();
  REQUIRE(ways.size() == 1 + std::size(fields));
  CHECK(ways[0].at("maxProperties") == 0);
  CHECK(ways[1].at("required").at(0) == "id");
}

TEST_CASE("each rule between fields has an entry, with its words and its source") {
  for (const mode m : modes) {
    const json::value schema = json_schema(m);
    const json::array& all = schema.at("allOf").as_array();
    const auto* next = all.begin() + (m == mode::partial ? 1 : 0);  // behind no-known-field
    for (const rule& each : rules) {
      if (each.group != rule_group::combination || !schema_says(each, m)) continue;
      if (each.severity != severity::error) continue;
      REQUIRE(next != all.end());
      CHECK(next->at("x-rule").as_string() == each.id);
      CHECK(next->at("description").as_string() == each.message.en);
      CHECK(next->at("x-description-zh").as_string() == each.message.zh);
      CHECK(each.message.en.find('{') == each.message.en.npos);  // nothing is left to fill in
      CHECK(next->at("x-citation").at("source") == "api-reference");
      CHECK(next->at("x-citation").at("text").as_string() == each.citation.text.en);
      ++next;
    }
    CHECK(next == all.end());
  }
}

TEST_CASE("rules read as people would write them") {
  CHECK(rule_schema(mode::complete, "scheduled-excludes-new-staff") == json::parse(R"({
    "if": {"required": ["push_type"], "properties": {"push_type": {"const": 0}}},
    "then": {"properties": {"push_scope_type": {"not": {"const": 3}}}}
  })"));
  CHECK(rule_schema(mode::complete, "new-staff-departments-required") == json::parse(R"({
    "if": {
      "required": ["push_type", "new_staff_scope_type"],
      "properties": {"push_type": {"const": 1}, "new_staff_scope_type": {"const": 1}}
    },
    "then": {
      "required": ["new_staff_scope_department_list"],
      "properties": {"new_staff_scope_department_list": {"type": "array", "minItems": 1}}
    }
  })"));
  CHECK(rule_schema(mode::complete, "some-members-requires-targets").at("then") == json::parse(R"({
    "anyOf": [
      {"required": ["user_list"], "properties": {"user_list": {"type": "array", "minItems": 1}}},
      {"required": ["department_list"], "properties": {"department_list": {"type": "array", "minItems": 1}}}
    ]
  })"));
}

TEST_CASE("of a patch, nothing is asked that the draft may hold") {
  CHECK(rule_schema(mode::partial, "no-members-requires-chats").at("then") ==
        json::parse(R"({"properties": {"chat_list": {"minItems": 1}}})"));
  CHECK(rule_schema(mode::partial, "new-staff-type-required").is_null());
  CHECK(rule_schema(mode::complete, "new-staff-type-required").is_object());
  CHECK_FALSE(json_schema(mode::partial).as_object().contains("required"));
  CHECK(json_schema(mode::complete).at("required") ==
        json::array{"job_name", "push_content", "push_type", "push_scope_type"});
}

TEST_CASE("conditions that no rule has become schemas too") {
  // About lists only: there is nothing to put an `if` on.
  constexpr condition lists = fact::user_list == fact::empty && fact::chat_list == fact::non_empty;
  CHECK(json::value(schema_against(lists)) == json::parse(R"({"anyOf": [
    {"properties": {"user_list": {"minItems": 1}}},
    {"properties": {"chat_list": {"maxItems": 0}}}
  ]})"));

  // A clause about two fields before the last.
  constexpr condition either =
      (fact::push_type == push_type::new_staff || fact::new_staff_scope_type != fact::absent) &&
      fact::push_scope_type == fact::absent;
  CHECK(json::value(schema_against(either)) == json::parse(R"({
    "if": {"allOf": [{"anyOf": [
      {"required": ["push_type"], "properties": {"push_type": {"const": 1}}},
      {"required": ["new_staff_scope_type"], "properties": {"new_staff_scope_type": {"enum": [0, 1]}}}
    ]}]},
    "then": {"required": ["push_scope_type"], "properties": {"push_scope_type": {"enum": [0, 1, 2, 3]}}}
  })"));

  // Absence that is asked for, of an enumeration and of a list.
  constexpr condition present = fact::push_type == fact::absent && fact::user_list != fact::absent;
  CHECK(json::value(schema_against(present)) == json::parse(R"({
    "if": {"properties": {"push_type": {"not": {"enum": [0, 1]}}}},
    "then": {"properties": {"user_list": {"type": "null"}}}
  })"));

  // Two clauses about one field: both.
  constexpr condition both = fact::push_type != fact::absent &&
                             fact::push_type == push_type::scheduled &&
                             fact::chat_list == fact::absent;
  CHECK(json::value(schema_against(both)).at("if") ==
        json::parse(R"({"required": ["push_type"], "properties": {"push_type": {"const": 0}}})"));
}

TEST_CASE("each field is told as the table has it") {
  for (const mode m : modes) {
    const json::value schema = json_schema(m);
    CHECK(schema.at("properties").as_object().size() == detail::field_count);
    for (const field_info& each : fields) {
      CAPTURE(each.name);
      const json::object& member = schema.at("properties").at(each.name).as_object();
      CHECK(member.at("description").as_string() == each.description.en);
      CHECK(member.at("x-description-zh").as_string() == each.description.zh);
      CHECK(member.contains("readOnly") == (each.by == assigned_by::server));
      CHECK(member.at("type").is_string() == (each.required && m == mode::complete));
      if (member.at("type").is_array()) CHECK(member.at("type").at(1) == "null");
      for (std::size_t i = 0; i < each.values.size(); ++i) {
        const json::value& value = member.at("oneOf").at(i);
        CHECK(value.at("const") == each.values[i].value);
        CHECK(value.at("title").as_string() == each.values[i].name);
        CHECK(value.at("description").as_string() == each.values[i].meaning.en);
        CHECK(value.at("x-description-zh").as_string() == each.values[i].meaning.zh);
      }
    }
  }
}

TEST_CASE("keywords are those that draft 7 has too") {
  const std::set<std::string> shared = {"$schema",
                                        "title",
                                        "description",
                                        "type",
                                        "const",
                                        "enum",
                                        "required",
                                        "properties",
                                        "items",
                                        "minItems",
                                        "maxItems",
                                        "minLength",
                                        "pattern",
                                        "minimum",
                                        "maximum",
                                        "readOnly",
                                        "not",
                                        "allOf",
                                        "anyOf",
                                        "oneOf",
                                        "if",
                                        "then",
                                        "contentMediaType",
                                        "maxProperties"};
  for (const mode m : modes) {
    std::set<std::string> used;
    add_keywords(json_schema(m), used);
    for (const std::string& each : used) {
      CAPTURE(each);
      CHECK((each.starts_with("x-") || shared.contains(each)));
    }
  }
}

}  // namespace
