#ifndef FEISHU_HELPDESK_JSON_DETAIL_CARD_SCHEMA_SLOTS_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_CARD_SCHEMA_SLOTS_HPP

#include <feishu/helpdesk/json/detail/card_schema_objects.hpp>
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The places of a card where objects are what their `tag` says, as schemas.
namespace feishu::helpdesk::detail {

// Not whether a form is around a slot, at any depth: only lists of the root are in none.
constexpr bool refuses(card_slot slot, const card_object_info& object) noexcept {
  if (object.nesting == card_nesting::root_only) return slot != card_slot::root_list;
  return object.nesting == card_nesting::form_only && slot == card_slot::root_list;
}

constexpr bool excludes(card_slot slot, const card_object_info& object) noexcept {
  return (object.excluded & set_of({slot})) != 0;
}

constexpr bool is_documented_for(card_slot slot, const card_object_info& object) noexcept {
  return (object.allowed_in & set_of({slot})) != 0;
}

// A tag of these.
inline boost::json::object schema_of_tag(boost::json::array tags) {
  return {
      {"properties", boost::json::object{{"tag", boost::json::object{{"enum", std::move(tags)}}}}}};
}

// The fields of the texts that a slot has, which count as absent where all are empty.
inline std::vector<card_field> fields_of_texts_in(card_slot slot) {
  std::vector<card_field> all;
  for (const card_object_info& each : card_objects) {
    if (!each.may_be_empty || !is_documented_for(slot, each)) continue;
    all.insert(all.end(), each.fields.begin(), each.fields.end());
  }
  return all;
}

// Of the tags that are possible, those that a page excludes are warnings. One message for each tag: an unknown one is an error
// only.
inline boost::json::object schema_of_exclusions(boost::json::array excluded,
                                                boost::json::array fitting) {
  boost::json::object warning = schema_of_tag(std::move(fitting));
  warning["x-severity"] = "warning";
  boost::json::object is_excluded = schema_of_tag(std::move(excluded));
  is_excluded["required"] = boost::json::array{"tag"};
  return {{"if", std::move(is_excluded)}, {"then", std::move(warning)}};
}

// The tags of a slot, and whether one is needed.
inline boost::json::object schema_of_tags_in(card_slot slot, boost::json::array possible) {
  if (requires_tag(slot) && !is_text(slot)) {
    boost::json::object schema = schema_of_tag(std::move(possible));
    schema["required"] = boost::json::array{"tag"};
    return schema;
  }
  possible.emplace_back("");
  possible.emplace_back(nullptr);
  boost::json::object schema = schema_of_tag(std::move(possible));
  if (is_text(slot)) {
    schema["if"] = schema_of_empty(fields_of_texts_in(slot));
    schema["else"] = schema_with("tag", {{"type", "string"}, {"minLength", 1}});
  } else if (const card_object_info* only = only_object_in(slot)) {
    schema["if"] = schema_with("tag");
    schema["else"] = reference_to_card_part(card_definition_name(*only));
  }
  return schema;
}

/// Returns the schema of what may be in a slot. Tags that the platform refuses are errors; those that a page excludes are
/// warnings.
[[nodiscard]] inline boost::json::object schema_of_card_slot(card_slot slot) {
  boost::json::array possible;
  boost::json::array excluded;
  boost::json::array fitting;
  for (const card_object_info& each : card_objects) {
    if (each.tag.empty() || refuses(slot, each)) continue;
    possible.emplace_back(each.tag);
    (excludes(slot, each) ? excluded : fitting).emplace_back(each.tag);
  }
  boost::json::object schema = schema_of_tags_in(slot, std::move(possible));
  boost::json::array all{reference_to_card_part(card_definition_by_tag)};
  if (!excluded.empty()) {
    all.emplace_back(schema_of_exclusions(std::move(excluded), std::move(fitting)));
  }
  schema["allOf"] = std::move(all);
  return schema;
}

/// Returns what an object with a certain tag is.
[[nodiscard]] inline boost::json::object schema_by_card_tag() {
  boost::json::array all;
  for (const card_object_info& each : card_objects) {
    if (each.tag.empty()) continue;
    boost::json::object has_tag = schema_with("tag", {{"const", each.tag}});
    all.emplace_back(boost::json::object{
        {"if", std::move(has_tag)}, {"then", reference_to_card_part(card_definition_name(each))}});
  }
  return {{"allOf", std::move(all)}};
}

/// Returns the schema of strings by language. Other names are accepted.
[[nodiscard]] inline boost::json::object schema_by_card_language() {
  boost::json::object languages;
  for (const std::string_view each : card_languages) {
    languages[each] = boost::json::object{{"x-type", "string"}};
  }
  return {{"properties", std::move(languages)}};
}

}  // namespace feishu::helpdesk::detail

#endif
