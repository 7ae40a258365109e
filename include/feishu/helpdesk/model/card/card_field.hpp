#ifndef FEISHU_HELPDESK_MODEL_CARD_CARD_FIELD_HPP
#define FEISHU_HELPDESK_MODEL_CARD_CARD_FIELD_HPP

#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

/// What the tables of a card are made of: its objects, the slots that these are in, and their fields.
namespace feishu::helpdesk {

/// The objects of a card: its parts, then the elements in the order of the documentation.
enum class card_object : std::uint8_t {
  root,
  config,
  config_style,
  text_size_style,
  color_style,
  header,
  header_icon,
  text_tag,
  plain_text,
  lark_md,
  url,
  jump,
  behavior,
  confirm,
  standard_icon,
  custom_icon,
  ud_icon,
  ud_icon_style,
  fallback,
  trigger_condition,
  fallback_text,
  select_option,
  overflow_option,
  person_option,
  image_option,
  div_field,
  image_item,
  person_item,
  table_column,
  number_format,
  table_header_style,
  panel_header,
  panel_border,
  button_area,
  checked_style,
  div,
  markdown,
  hr,
  img,
  img_combination,
  note,
  person,
  person_list,
  chart,
  table,
  column_set,
  column,
  form,
  interactive_container,
  collapsible_panel,
  action,
  button,
  overflow,
  select_static,
  multi_select_static,
  select_person,
  multi_select_person,
  date_picker,
  picker_time,
  picker_datetime,
  input,
  select_img,
  checker
};

/// The slots of a card: fields, or lists, whose objects are what their `tag` says.
enum class card_slot : std::uint8_t {
  root_list,          ///< `elements` of the root, and each list of `i18n_elements`
  form_list,          ///< `elements` of a form
  column_list,        ///< `elements` of a column
  container_list,     ///< `elements` of an interactive container
  panel_list,         ///< `elements` of a collapsible panel
  note_list,          ///< `elements` of a note
  action_list,        ///< `actions` of an action
  extra,              ///< right of a text
  columns,            ///< `columns` of a column set
  checker_button,     ///< `buttons` of a checker
  text,               ///< a text object
  plain_text,         ///< a text object, documented as plain text
  strict_plain_text,  ///< likewise, where a page excludes lark_md
  panel_title,        ///< plain text, or Markdown
  icon,
  text_tag,
  fallback
};

/// A set of slots: bit i is the i-th enumerator of `card_slot`.
using card_slots = std::uint32_t;

/// What a field holds, as far as anything depends on it. In `card_field`, `shape` says whether it is one
/// such value or many.
enum class card_value : std::uint8_t {
  boolean,
  number,
  string,          ///< that is not looked into: an id, a size, a token
  shown_string,    ///< shown as it is; mentions nobody
  markdown,        ///< may mention people, and hold links and images
  link,            ///< a URL
  image_key,       ///< what the upload of an image returned
  component_name,  ///< what a form, or a part of one, is called
  variable,        ///< of the card builder, which a card that is sent as JSON cannot have
  tag,             ///< says which object it is
  choice,          ///< one of `enumeration`
  object,          ///< an `object`
  element,         ///< what may be in `slot`
  data             ///< anything: names in it mean nothing
};

/// How many values a field holds.
enum class card_shape : std::uint8_t {
  single,
  list,
  by_language,       ///< an object: its names are languages
  list_by_language,  ///< an object: its names are languages, its values lists
  by_name            ///< an object: its names are free
};

/// When a field must be there. Null counts as absent.
enum class card_presence : std::uint8_t {
  optional,
  required,
  required_unless_any,       ///< unless one of `others` is there
  required_unless_all,       ///< unless all of `others` are there
  required_in_form,          ///< inside a form, at any depth
  required_in_form_if_value  ///< likewise, if the field `others[0]` is `others[1]`
};

/// A set of JSON types: bit i is the i-th enumerator of `json_type`.
using json_types = std::uint8_t;

/// Returns the set of these slots.
[[nodiscard]] constexpr card_slots set_of(std::initializer_list<card_slot> members) noexcept {
  card_slots set = 0;
  for (const card_slot each : members) set |= card_slots{1} << static_cast<unsigned>(each);
  return set;
}

/// Returns the set of these types.
[[nodiscard]] constexpr json_types set_of(std::initializer_list<json_type> types) noexcept {
  unsigned set = 0;
  for (const json_type each : types) set |= 1U << static_cast<unsigned>(each);
  return static_cast<json_types>(set);
}

/// One row of the table of an object.
struct card_field {
  std::string_view name{};                           ///< as a card has it
  card_value value = card_value::string;             ///< what it holds
  card_shape shape = card_shape::single;             ///< one value, or many
  json_types types = 0;                              ///< that it may have; null always is one
  bool structural = false;                           ///< the platform refuses other types
  card_object object = card_object::root;            ///< of `card_value::object`
  card_slot slot = card_slot::root_list;             ///< of `card_value::element`
  card_enumeration enumeration{};                    ///< of `card_value::choice`
  card_presence presence = card_presence::optional;  ///< when it must be there
  std::span<const std::string_view> others{};        ///< that `presence` depends on
};

/// Where the platform refuses an object.
enum class card_nesting : std::uint8_t {
  any,        ///< nowhere that is certain
  root_only,  ///< anywhere but in a list of the root
  form_only   ///< anywhere but in a form, at any depth
};

/// One object of a card.
struct card_object_info {
  card_object kind{};                        ///< which one it is
  std::string_view tag{};                    ///< empty: it has none
  localized_text name{};                     ///< short, for people
  std::string_view page{};                   ///< of the documentation, below `card_documentation`
  std::span<const card_field> fields{};      ///< its table
  card_slots allowed_in = 0;                 ///< as documented
  card_slots excluded = 0;                   ///< that a page excludes and no page allows
  card_nesting nesting = card_nesting::any;  ///< where the platform refuses it
  bool may_be_empty = false;  ///< without fields, or with empty strings only, it counts as absent
};

/// What the pages of `card_object_info` are below.
inline constexpr std::string_view card_documentation = "https://open.feishu.cn/document/";

/// Returns whether a slot's object needs a `tag` to be shown.
[[nodiscard]] constexpr bool requires_tag(card_slot s) noexcept {
  return s <= card_slot::panel_title;
}

/// Returns whether a slot is of text objects.
[[nodiscard]] constexpr bool is_text(card_slot s) noexcept {
  return s >= card_slot::text && s <= card_slot::panel_title;
}

}  // namespace feishu::helpdesk

#endif
