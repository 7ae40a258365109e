#ifndef FEISHU_HELPDESK_JSON_DETAIL_CARD_SCHEMA_OBJECTS_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_CARD_SCHEMA_OBJECTS_HPP

#include <feishu/helpdesk/json/detail/schema_words.hpp>
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// The objects of a card as schemas.
namespace feishu::helpdesk::detail {

/// The names of the definitions of slots: of the i-th enumerator of `card_slot`.
inline constexpr std::string_view card_slot_names[] = {
    "element_of_card",      "element_of_form",   "element_of_column", "element_of_container",
    "element_of_panel",     "element_of_note",   "element_of_action", "extra_of_text",
    "column_of_column_set", "button_of_checker", "text_object",       "plain_text_object",
    "only_plain_text",      "title_of_panel",    "icon_object",       "tag_of_header",
    "fallback_object"};
static_assert(std::size(card_slot_names) == static_cast<std::size_t>(card_slot::fallback) + 1);

/// The name of the definition that says what an object with a certain tag is.
inline constexpr std::string_view card_definition_by_tag = "object_by_tag";

/// The name of the definition of strings by language.
inline constexpr std::string_view card_definition_by_language = "strings_by_language";

/// Returns the name of an object's definition: its tag, or else its name.
[[nodiscard]] inline std::string card_definition_name(const card_object_info& object) {
  std::string name(object.tag.empty() ? object.name.en : object.tag);
  for (char& each : name) each = each == ' ' ? '_' : each;
  return name;
}

inline boost::json::object reference_to_card_part(std::string_view definition) {
  return {{"$ref", "#/$defs/" + std::string(definition)}};
}

// Draft 7 ignores what is next to a reference.
inline boost::json::object reference_with_type(boost::json::object reference,
                                               boost::json::value type) {
  return {{"type", std::move(type)}, {"allOf", boost::json::array{std::move(reference)}}};
}

// The names of types. An integer is a number.
inline boost::json::array schema_names_of(json_types types) {
  boost::json::array names;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(json_type::object); ++i) {
    const auto type = static_cast<json_type>(i);
    const bool is_in = (types >> i & 1U) != 0;
    if (is_in && type != json_type::integer) names.emplace_back(schema_name_of(type));
  }
  return names;
}

inline boost::json::array or_null(boost::json::array types) {
  types.emplace_back("null");
  return types;
}

inline boost::json::array object_or_null() {
  return or_null(schema_names_of(set_of({json_type::object})));
}

inline boost::json::object schema_of_enumeration(const card_enumeration_info& row) {
  boost::json::array values;
  for (const std::string_view each : row.values) values.emplace_back(each);
  if (!row.checked) {
    return values.empty() ? boost::json::object()
                          : boost::json::object{{"examples", std::move(values)}};
  }
  values.emplace_back("");
  values.emplace_back(nullptr);
  boost::json::object listed{{"enum", std::move(values)}};
  if (row.or_size) {
    listed = {{"anyOf",
               boost::json::array{std::move(listed), boost::json::object{{"pattern", "^[0-9]"}}}}};
  }
  listed["x-severity"] = "warning";
  return listed;
}

// What one value of a field is.
inline boost::json::object schema_of_card_value(const card_field& field) {
  switch (field.value) {
    case card_value::choice: return schema_of_enumeration(info(field.enumeration));
    case card_value::object:
      return reference_to_card_part(card_definition_name(info(field.object)));
    case card_value::element:
      return reference_to_card_part(card_slot_names[static_cast<std::size_t>(field.slot)]);
    default: return {};
  }
}

inline boost::json::object schema_of_card_list(const card_field& field) {
  boost::json::object items = schema_of_card_value(field);
  if (!field.structural) return {{"items", std::move(items)}};
  return {{"type", or_null(schema_names_of(set_of({json_type::array})))},
          {"items", reference_with_type(std::move(items), object_or_null())}};
}

/// Returns the schema of a field. Its type is demanded only where the platform refuses others.
[[nodiscard]] inline boost::json::object schema_of_card_field(const card_field& field) {
  boost::json::object schema;
  switch (field.shape) {
    case card_shape::single: schema = schema_of_card_value(field); break;
    case card_shape::list: schema = schema_of_card_list(field); break;
    case card_shape::by_language:
      schema = reference_to_card_part(card_definition_by_language);
      break;
    case card_shape::by_name: schema["additionalProperties"] = schema_of_card_value(field); break;
    case card_shape::list_by_language: {
      boost::json::object languages;
      for (const std::string_view each : card_languages) {
        languages[each] = schema_of_card_list(field);
      }
      schema["properties"] = std::move(languages);
    }
  }
  boost::json::array types = schema_names_of(field.types);
  if (!field.structural) {
    schema["x-type"] = types.size() == 1 ? types[0] : boost::json::value(std::move(types));
  } else if (schema.contains("$ref")) {
    schema = reference_with_type(std::move(schema), or_null(std::move(types)));
  } else {
    schema["type"] = or_null(std::move(types));
  }
  return schema;
}

/// Returns the schema of an object that counts as absent: without fields, or with empty strings only.
[[nodiscard]] inline boost::json::object schema_of_empty(std::span<const card_field> fields) {
  boost::json::object properties;
  for (const card_field& each : fields) {
    if (each.value == card_value::boolean || each.value == card_value::number) continue;
    properties[each.name] = boost::json::object{{"enum", boost::json::array{"", nullptr}}};
  }
  return {{"properties", std::move(properties)}};
}

// Fields that are there. Validators that are strict ask for their properties next to `required`.
inline boost::json::object schema_with_all(std::span<const std::string_view> names) {
  boost::json::array all;
  boost::json::object properties;
  for (const std::string_view each : names) {
    all.emplace_back(each);
    properties[each] = boost::json::object();
  }
  return {{"required", std::move(all)}, {"properties", std::move(properties)}};
}

// A field that is there, and is as the schema says.
inline boost::json::object schema_with(std::string_view name, boost::json::object schema = {}) {
  return {{"required", boost::json::array{name}},
          {"properties", boost::json::object{{name, std::move(schema)}}}};
}

// An empty key of an image is like none.
inline boost::json::object schema_with(const card_field& field) {
  if (field.value != card_value::image_key) return schema_with(field.name);
  return schema_with(field.name, {{"minLength", 1}});
}

// That a field is there, or what it is not needed next to. Empty for what depends on a form around it.
inline boost::json::object demand_of(const card_field& field) {
  if (field.presence == card_presence::required_in_form) return {};
  if (field.presence == card_presence::required_in_form_if_value) return {};
  if (field.presence == card_presence::optional) return {};
  // The slot says whether a tag is needed.
  if (field.value == card_value::tag) return {};
  // Without its name, a form is refused.
  if (field.value == card_value::component_name) {
    return schema_with(field.name, {{"type", "string"}, {"minLength", 1}});
  }
  boost::json::object demand = schema_with(field);
  if (field.presence != card_presence::required) {
    boost::json::array ways{std::move(demand)};
    if (field.presence == card_presence::required_unless_all) {
      ways.emplace_back(schema_with_all(field.others));
    } else {
      for (const std::string_view& each : field.others) {
        ways.emplace_back(schema_with_all({&each, 1}));
      }
    }
    demand = {{"anyOf", std::move(ways)}};
  }
  demand["x-severity"] = "warning";
  return demand;
}

/// Returns the schema of an object of a card.
[[nodiscard]] inline boost::json::object schema_of_card_object(const card_object_info& object) {
  boost::json::object schema;
  add_localized(schema, "description", object.name);
  schema["x-documentation"] = std::string(card_documentation) + std::string(object.page);
  boost::json::object properties;
  boost::json::array demands;
  for (const card_field& each : object.fields) {
    if (each.value != card_value::tag) properties[each.name] = schema_of_card_field(each);
    boost::json::object demand = demand_of(each);
    if (!demand.empty()) demands.emplace_back(std::move(demand));
  }
  if (!properties.empty()) schema["properties"] = std::move(properties);
  if (demands.empty()) return schema;
  // An object with a tag is not empty: its slot says what may be.
  if (object.may_be_empty && object.tag.empty()) {
    schema["if"] = schema_of_empty(object.fields);
    schema["else"] = boost::json::object{{"allOf", std::move(demands)}};
  } else {
    schema["allOf"] = std::move(demands);
  }
  return schema;
}

}  // namespace feishu::helpdesk::detail

#endif
