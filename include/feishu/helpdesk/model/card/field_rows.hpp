#ifndef FEISHU_HELPDESK_MODEL_CARD_FIELD_ROWS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_FIELD_ROWS_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <span>
#include <string_view>

/// What rows of the tables are written with, and rows that several objects have.
namespace feishu::helpdesk::detail::card_rows {

// A name whose length the compiler knows: to let it count takes long.
struct row_name {
  std::string_view text;
  consteval row_name(const char* literal) noexcept : text(literal, length_of(literal)) {}
};

inline constexpr json_types string_type = set_of({json_type::string});
inline constexpr json_types object_type = set_of({json_type::object});
inline constexpr json_types array_type = set_of({json_type::array});
inline constexpr json_types string_or_object = string_type | object_type;

// One value that is not an object.
consteval card_field boolean(row_name name) {
  return {.name = name.text, .value = card_value::boolean, .types = set_of({json_type::boolean})};
}
consteval card_field number(row_name name) {
  return {.name = name.text,
          .value = card_value::number,
          .types = set_of({json_type::integer, json_type::number})};
}
consteval card_field string_of(row_name name, card_value value) {
  return {.name = name.text, .value = value, .types = string_type};
}
consteval card_field string(row_name name) { return string_of(name, card_value::string); }
consteval card_field link(row_name name) { return string_of(name, card_value::link); }
consteval card_field choice(row_name name, card_enumeration values) {
  card_field row = string_of(name, card_value::choice);
  row.enumeration = values;
  return row;
}
consteval card_field data(row_name name, json_types types) {
  return {.name = name.text, .value = card_value::data, .types = types};
}

// Objects.
consteval card_field object(row_name name, card_object kind) {
  return {.name = name.text, .value = card_value::object, .types = object_type, .object = kind};
}
consteval card_field element(row_name name, card_slot slot) {
  return {.name = name.text, .value = card_value::element, .types = object_type, .slot = slot};
}
consteval card_field structural(card_field row) {
  row.structural = true;
  return row;
}
// A text object: one of another type is what the platform refuses most often.
consteval card_field text(row_name name, card_slot slot = card_slot::text) {
  return structural(element(name, slot));
}
consteval card_field plain_text(row_name name) { return text(name, card_slot::plain_text); }
consteval card_field strict_plain_text(row_name name) {
  return text(name, card_slot::strict_plain_text);
}

// Many of them.
consteval card_field list(card_field row) {
  row.shape = card_shape::list;
  row.types = array_type;
  return row;
}
consteval card_field elements(row_name name, card_slot slot) {
  return structural(list(element(name, slot)));
}
consteval card_field objects(row_name name, card_object kind) { return list(object(name, kind)); }
consteval card_field map_of(card_field row, card_shape shape) {
  row.shape = shape;
  row.types = object_type;
  return row;
}

// When they must be there.
consteval card_field with(card_field row, card_presence presence,
                          std::span<const std::string_view> others = {}) {
  row.presence = presence;
  row.others = others;
  return row;
}
consteval card_field required(card_field row) { return with(row, card_presence::required); }
consteval card_field unless_any(card_field row, std::span<const std::string_view> others) {
  return with(row, card_presence::required_unless_any, others);
}

// Rows that several objects have.
inline constexpr card_field tag = required(string_of("tag", card_value::tag));
inline constexpr card_field optional_tag = string_of("tag", card_value::tag);
inline constexpr card_field icon = element("icon", card_slot::icon);
inline constexpr card_field text_align = choice("text_align", card_enumeration::text_align);
inline constexpr card_field text_size = choice("text_size", card_enumeration::text_size);
inline constexpr card_field text_color = choice("text_color", card_enumeration::color);
inline constexpr card_field vertical_align =
    choice("vertical_align", card_enumeration::vertical_align);
inline constexpr card_field background_style = choice("background_style", card_enumeration::color);
inline constexpr card_field corner_radius = string("corner_radius");
inline constexpr card_field padding = string("padding");
inline constexpr card_field margin = string("margin");
inline constexpr card_field disabled = boolean("disabled");
inline constexpr card_field disabled_tips = plain_text("disabled_tips");
inline constexpr card_field hover_tips = plain_text("hover_tips");
inline constexpr card_field placeholder = strict_plain_text("placeholder");
inline constexpr card_field confirm = object("confirm", card_object::confirm);
inline constexpr card_field behaviors = objects("behaviors", card_object::behavior);
inline constexpr card_field value_data = data("value", string_or_object);
inline constexpr card_field required_in_forms = boolean("required");
inline constexpr card_field width = choice("width", card_enumeration::component_width);
inline constexpr card_field name_in_form =
    with(string_of("name", card_value::component_name), card_presence::required_in_form);
inline constexpr card_field select_type = choice("type", card_enumeration::select_type);
inline constexpr card_field selected_values = list(string("selected_values"));
inline constexpr card_field fallback_element = [] {
  card_field row = element("fallback", card_slot::fallback);
  row.types = string_or_object;  // "drop"
  return row;
}();

// An image's key is not needed where there is one for each language.
inline constexpr card_field i18n_img_key =
    map_of(string_of("i18n_img_key", card_value::image_key), card_shape::by_language);
inline constexpr std::string_view i18n_image_keys[] = {i18n_img_key.name};
inline constexpr card_field optional_img_key = string_of("img_key", card_value::image_key);
inline constexpr card_field img_key = unless_any(optional_img_key, i18n_image_keys);

// Nor a text where there is one for each language.
consteval card_field i18n(card_value value) {
  return map_of(string_of("i18n", value), card_shape::by_language);
}
consteval card_field i18n_content(card_value value) {
  return map_of(string_of("i18n_content", value), card_shape::by_language);
}
inline constexpr std::string_view i18n_contents[] = {i18n(card_value::shown_string).name,
                                                     i18n_content(card_value::shown_string).name};
consteval card_field content(card_value value) {
  return unless_any(string_of("content", value), i18n_contents);
}

// Links of one device each: what a link of all devices is not needed for.
inline constexpr card_field android_url = link("android_url");
inline constexpr card_field ios_url = link("ios_url");
inline constexpr card_field pc_url = link("pc_url");
inline constexpr std::string_view urls_by_device[] = {android_url.name, ios_url.name, pc_url.name};

// Links by name, for `[text]($name)`.
inline constexpr card_field href = map_of(object("href", card_object::url), card_shape::by_name);

}  // namespace feishu::helpdesk::detail::card_rows

#endif
