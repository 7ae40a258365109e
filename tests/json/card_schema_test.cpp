// The schema of a card, as far as validators do not prove it (tests/schema does): what it tells readers, and that it
// is whole.

#include <feishu/helpdesk/json/card_schema.hpp>
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

// Calls `visit` with each schema in a schema, itself included.
template <class Visit>
void visit_schemas(const json::value& schema, const Visit& visit) {
  visit(schema.as_object());
  for (const auto& [name, value] : schema.as_object()) {
    if (name == "properties" || name == "$defs") {
      for (const auto& each : value.as_object()) visit_schemas(each.value(), visit);
    } else if (name == "allOf" || name == "anyOf") {
      for (const json::value& each : value.as_array()) visit_schemas(each, visit);
    } else if (name == "items" || name == "additionalProperties" || name == "if" ||
               name == "then" || name == "else") {
      visit_schemas(value, visit);
    }
  }
}

TEST_CASE("card schema: each object has a definition, with its words, page and fields") {
  const json::value schema = json_schema_card();
  std::set<std::string> names;
  for (const card_object_info& each : card_objects) {
    const std::string name = detail::card_definition_name(each);
    CAPTURE(name);
    CHECK(names.insert(name).second);
    const json::value& found = schema.at("$defs").at(name);
    CHECK(found.at("description").as_string() == each.name.en);
    CHECK(found.at("x-description-zh").as_string() == each.name.zh);
    CHECK(found.at("x-documentation").as_string() ==
          std::string(card_documentation) + std::string(each.page));
    for (const card_field& field : each.fields) {
      const json::value* const properties = found.as_object().if_contains("properties");
      const bool is_listed = properties != nullptr && properties->as_object().contains(field.name);
      CHECK(is_listed == (field.value != card_value::tag));
    }
  }
  for (const std::string_view each : detail::card_slot_names) {
    CHECK(names.insert(std::string(each)).second);
  }
  names.insert("object_by_tag");
  names.insert("strings_by_language");
  CHECK(schema.at("$defs").as_object().size() == names.size());
}

TEST_CASE("card schema: every reference has a definition, and every definition a reference") {
  const json::value schema = json_schema_card();
  std::set<std::string> referred;
  visit_schemas(schema, [&](const json::object& each) {
    const json::value* const reference = each.if_contains("$ref");
    if (reference == nullptr) return;
    const std::string path = json::value_to<std::string>(*reference);
    REQUIRE(path.starts_with("#/$defs/"));
    referred.insert(path.substr(std::string_view("#/$defs/").size()));
    // Draft 7 ignores what is next to a reference.
    for (const auto& beside : each) {
      CHECK((beside.key() == "$ref" || beside.key() == "x-type"));
    }
  });
  for (const auto& each : schema.at("$defs").as_object()) {
    CHECK(referred.erase(std::string(each.key())) == 1);
  }
  CHECK(referred.empty());
}

TEST_CASE("card schema: keywords are those that draft 7 has too, and no field is refused") {
  const std::set<std::string> shared = {
      "$schema", "$ref",     "description", "type",          "const",
      "enum",    "required", "items",       "pattern",       "minLength",
      "anyOf",   "allOf",    "if",          "then",          "else",
      "$defs",   "examples", "properties",  "maxProperties", "additionalProperties"};
  visit_schemas(json_schema_card(), [&](const json::object& each) {
    for (const auto& entry : each) {
      const std::string name(entry.key());
      CAPTURE(name);
      CHECK((name.starts_with("x-") || shared.contains(name)));
      if (name == "additionalProperties") CHECK(entry.value().is_object());
      if (name == "x-severity") CHECK(entry.value() == "warning");
    }
  });
}

TEST_CASE("card schema: what is demanded reads as people would write it") {
  const json::value schema = json_schema_card();
  const json::value& all = schema.at("$defs");
  CHECK(all.at("img").at("allOf") == json::parse(R"([
    {"anyOf": [{"required": ["img_key"], "properties": {"img_key": {"minLength": 1}}},
               {"required": ["i18n_img_key"], "properties": {"i18n_img_key": {}}}], "x-severity": "warning"},
    {"required": ["alt"], "properties": {"alt": {}}, "x-severity": "warning"}
  ])"));
  CHECK(all.at("img").at("properties").at("alt") == json::parse(R"(
    {"type": ["object", "null"], "allOf": [{"$ref": "#/$defs/only_plain_text"}]})"));
  CHECK(all.at("column").at("properties").at("width") == json::parse(R"({
    "anyOf": [{"enum": ["auto", "weighted", "", null]}, {"pattern": "^[0-9]"}],
    "x-severity": "warning", "x-type": "string"
  })"));
  CHECK(all.at("form").at("allOf").at(0) == json::parse(R"(
    {"required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}})"));
  CHECK(all.at("card").at("properties").at("elements") == json::parse(R"({
    "type": ["array", "null"],
    "items": {"type": ["object", "null"], "allOf": [{"$ref": "#/$defs/element_of_card"}]}
  })"));
  CHECK(all.at("confirmation").at("else").at("allOf") == json::parse(R"([
    {"required": ["title"], "properties": {"title": {}}, "x-severity": "warning"}, {"required": ["text"], "properties": {"text": {}}, "x-severity": "warning"}])"));
  CHECK(schema.at("if") == json::parse(R"({"anyOf": [
    {"required": ["schema"], "properties": {"schema": {"const": "2.0"}}},
    {"required": ["type"], "properties": {"type": {"enum": ["template", "card"]}}}
  ]})"));
}

TEST_CASE("card schema: a table, a form and menus of several choices have their places") {
  const json::value schema = json_schema_card();
  for (std::size_t i = 0; i < std::size(detail::card_slot_names); ++i) {
    std::set<std::string> tags;
    const json::value& slot = schema.at("$defs").at(detail::card_slot_names[i]);
    for (const json::value& each : slot.at("properties").at("tag").at("enum").as_array()) {
      if (each.is_string()) tags.insert(json::value_to<std::string>(each));
    }
    const bool is_at_root = static_cast<card_slot>(i) == card_slot::root_list;
    CHECK(tags.contains("table") == is_at_root);
    CHECK(tags.contains("form") == is_at_root);
    CHECK(tags.contains("multi_select_static") != is_at_root);
    CHECK(tags.contains("div"));
  }
}

TEST_CASE("card schema: its size stays that of a file that an editor reads at once") {
  CHECK(json::serialize(json_schema_card()).size() < 66'000);
}

}  // namespace
