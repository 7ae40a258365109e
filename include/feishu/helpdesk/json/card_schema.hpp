#ifndef FEISHU_HELPDESK_JSON_CARD_SCHEMA_HPP
#define FEISHU_HELPDESK_JSON_CARD_SCHEMA_HPP

#include <feishu/helpdesk/json/detail/card_schema_objects.hpp>
#include <feishu/helpdesk/json/detail/card_schema_slots.hpp>
#include <feishu/helpdesk/json/detail/schema_words.hpp>
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <utility>

/// The tables of a card as a JSON Schema.
namespace feishu::helpdesk {
namespace detail {

inline boost::json::object card_schema_definitions() {
  boost::json::object all;
  for (const card_object_info& each : card_objects) {
    all[card_definition_name(each)] = schema_of_card_object(each);
  }
  for (std::size_t i = 0; i < std::size(card_slot_names); ++i) {
    all[card_slot_names[i]] = schema_of_card_slot(static_cast<card_slot>(i));
  }
  all[card_definition_by_tag] = schema_by_card_tag();
  all[card_definition_by_language] = schema_by_card_language();
  return all;
}

// Cards of version 2.0, of templates (`type` "template") and those kept by the platform (`type` "card"): other formats.
inline boost::json::object schema_of_other_cards() {
  return {{"anyOf", boost::json::array{
                        schema_with("schema", {{"const", card_values::schema[1]}}),
                        schema_with("type", {{"enum", boost::json::array{"template", "card"}}})}}};
}

// A card that has fields, but not one that a card has, is something else: a message around a card, or a text.
inline boost::json::object schema_of_known_card_fields() {
  boost::json::array known{boost::json::object{{"maxProperties", 0}}};
  for (const card_field& each : info(card_object::root).fields) {
    known.emplace_back(schema_with(each.name));
  }
  return {{"anyOf", std::move(known)}};
}

// What is a mistake in a card, and a schema cannot say or does not.
inline constexpr localized_text limits_of_card_schema[] = {
    {"what strings contain: mentions, links, keys of images, variables",
     "字符串中的内容：@人、链接、图片 key、变量"},
    {"what depends on whether a form is around an element, at any depth",
     "取决于组件是否位于表单容器内（任意层级）的要求"},
    {"the size of the card, and the number of tables", "卡片大小和表格数量"},
    {"the types of fields that no page says a card is refused for (x-type names them)",
     "未说明会导致卡片被拒绝的字段类型（见 x-type）"},
    {"cards of version 2.0, and cards of templates", "2.0 版本的卡片和模板卡片"},
};

inline boost::json::array reasons_of_card_schema() {
  boost::json::array all;
  for (const localized_text& each : limits_of_card_schema) {
    boost::json::object limit;
    add_localized(limit, "reason", each);
    all.emplace_back(std::move(limit));
  }
  return all;
}

}  // namespace detail

/// Returns the tables of a card as a JSON Schema (2020-12, in keywords that draft 7 has too): a card of version 1.0, with a
/// definition for each object and for each place of elements. A `tag` says which object an element is.
///
/// What the documentation requires, or lists as the only values, has `"x-severity": "warning"`: the platform may accept a
/// card without it. All other demands are errors. Null counts as absent, and is accepted, except for a required `tag` and the
/// name of a form. Unknown fields are accepted, as the platform does; so are cards of other formats. `x-not-expressed` lists
/// what the schema cannot find.
[[nodiscard]] inline boost::json::value json_schema_card() {
  boost::json::object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  detail::add_localized(
      schema, "description",
      {"A card of a notification (card JSON 1.0)", "推送的卡片（卡片 JSON 1.0）"});
  schema["type"] = "object";
  schema["if"] = detail::schema_of_other_cards();
  schema["else"] = boost::json::object{
      {"allOf", boost::json::array{detail::schema_of_known_card_fields(),
                                   detail::reference_to_card_part(
                                       detail::card_definition_name(info(card_object::root)))}}};
  schema["$defs"] = detail::card_schema_definitions();
  schema["x-not-expressed"] = detail::reasons_of_card_schema();
  return schema;
}

}  // namespace feishu::helpdesk

#endif
