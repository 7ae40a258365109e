#ifndef FEISHU_HELPDESK_MODEL_CARD_INTERACTIVE_HPP
#define FEISHU_HELPDESK_MODEL_CARD_INTERACTIVE_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/card/field_rows.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <string_view>

/// The tables of elements that people interact with. Their pages are in
/// feishu-cards/card-components/interactive-components unless the table names another one.
///
/// The pages require `behaviors` and the pickers' `value`, which official examples omit: they are not asked for.
namespace feishu::helpdesk::detail::card_rows {

// A button needs a name where it submits a form.
inline constexpr card_field action_type = choice("action_type", card_enumeration::action_type);
inline constexpr std::string_view submits[] = {action_type.name, card_values::action_type[3]};
static_assert(submits[1] == "form_submit");

/// A button. Pages differ on whether `text` is required: it is not.
///
/// Source: button; `url`, `multi_url`, `value`:
/// common-capabilities/message-card/add-card-interaction/interactive-components/button.
inline constexpr card_field button_fields[] = {
    tag,
    text("text"),
    choice("type", card_enumeration::button_type),
    choice("size", card_enumeration::button_size),
    width,
    hover_tips,
    disabled,
    disabled_tips,
    behaviors,
    link("url"),
    object("multi_url", card_object::url),
    value_data,
    boolean("complex_interaction"),
    with(string_of("name", card_value::component_name), card_presence::required_in_form_if_value,
         submits),
    required_in_forms,
    action_type,
    icon,
    confirm,
};

/// Buttons behind one that unfolds them.
///
/// Source: overflow.
inline constexpr card_field overflow_fields[] = {
    tag,        required(structural(objects("options", card_object::overflow_option))),
    width,      behaviors,
    value_data, confirm,
};

/// One of these buttons.
///
/// Source: overflow; `url`: common-capabilities/message-card/add-card-interaction/interactive-components/overflow.
inline constexpr card_field overflow_option_fields[] = {
    strict_plain_text("text"),
    object("multi_url", card_object::url),
    link("url"),
    string("value"),
};

/// A menu, of which one option is chosen.
///
/// Source: single-select-dropdown-menu.
inline constexpr card_field select_static_fields[] = {
    tag,
    select_type,
    name_in_form,
    required_in_forms,
    disabled,
    string("initial_option"),
    placeholder,
    width,
    behaviors,
    value_data,
    structural(objects("options", card_object::select_option)),
    confirm,
};

/// An option of a menu.
///
/// Source: single-select-dropdown-menu, multi-select-dropdown-menu.
inline constexpr card_field select_option_fields[] = {
    required(strict_plain_text("text")),
    icon,
    required(string("value")),
};

/// A menu, of which several options are chosen.
///
/// Source: multi-select-dropdown-menu.
inline constexpr card_field multi_select_static_fields[] = {
    tag,         select_type,     name_in_form,
    placeholder, width,           required_in_forms,
    disabled,    selected_values, structural(objects("options", card_object::select_option)),
};

/// A menu of persons, of whom one is chosen.
///
/// Source: single-select-user-picker.
inline constexpr card_field select_person_fields[] = {
    tag,          select_type,
    name_in_form, required_in_forms,
    disabled,     placeholder,
    width,        structural(objects("options", card_object::person_option)),
    value_data,   confirm,
};

/// A person of a menu.
///
/// Source: single-select-user-picker, multi-select-user-picker.
inline constexpr card_field person_option_fields[] = {string("value")};

/// A menu of persons, of whom several are chosen.
///
/// Source: multi-select-user-picker.
inline constexpr card_field multi_select_person_fields[] = {
    tag,
    select_type,
    name_in_form,
    required_in_forms,
    disabled,
    placeholder,
    width,
    selected_values,
    structural(objects("options", card_object::person_option)),
};

/// A picker of a date.
///
/// Source: date-picker.
inline constexpr card_field date_picker_fields[] = {
    tag,   name_in_form,           required_in_forms, disabled, placeholder,
    width, string("initial_date"), value_data,        confirm,
};

// A picker of a time needs a placeholder where it has no time to show.
inline constexpr card_field initial_time = string("initial_time");
inline constexpr std::string_view initial_times[] = {initial_time.name};
inline constexpr card_field initial_datetime = string("initial_datetime");
inline constexpr std::string_view initial_datetimes[] = {initial_datetime.name};

/// A picker of a time.
///
/// Source: time-selector.
inline constexpr card_field picker_time_fields[] = {
    tag,   name_in_form, required_in_forms, disabled, unless_any(placeholder, initial_times),
    width, initial_time, value_data,        confirm,
};

/// A picker of a date and a time.
///
/// Source: date-time-picker.
inline constexpr card_field picker_datetime_fields[] = {
    tag,
    name_in_form,
    required_in_forms,
    disabled,
    unless_any(placeholder, initial_datetimes),
    width,
    initial_datetime,
    value_data,
    confirm,
};

/// Text that people write.
///
/// Source: input; `i18n_default_value`: feishu-cards/configure-multi-language-content.
inline constexpr card_field input_fields[] = {
    tag,
    name_in_form,
    required_in_forms,
    disabled,
    plain_text(placeholder.name.data()),
    string_of("default_value", card_value::shown_string),
    map_of(string_of("i18n_default_value", card_value::shown_string), card_shape::by_language),
    width,
    number("max_length"),
    choice("input_type", card_enumeration::input_type),
    boolean("show_icon"),
    number("rows"),
    boolean("auto_resize"),
    number("max_rows"),
    plain_text("label"),
    choice("label_position", card_enumeration::label_position),
    value_data,
    fallback_element,
    confirm,
};

/// Images, of which one or several are chosen.
///
/// Source: image-picker.
inline constexpr card_field select_img_fields[] = {
    tag,
    required(structural(objects("options", card_object::image_option))),
    choice("style", card_enumeration::image_picker_style),
    boolean("multi_select"),
    choice("layout", card_enumeration::image_picker_layout),
    name_in_form,
    required_in_forms,
    boolean("can_preview"),
    choice("aspect_ratio", card_enumeration::image_picker_ratio),
    disabled,
    disabled_tips,
    value_data,
};

/// One of these images.
///
/// Source: image-picker.
inline constexpr card_field image_option_fields[] = {
    img_key, i18n_img_key, string("value"), disabled, disabled_tips, hover_tips,
};

/// A task that people tick off. The page says that `overall_checkable` is a string; its example has a boolean.
///
/// Source: checker.
inline constexpr card_field checker_fields[] = {
    tag,
    name_in_form,
    boolean("checked"),
    text("text"),
    data("overall_checkable", set_of({json_type::boolean, json_type::string})),
    object("button_area", card_object::button_area),
    object("checked_style", card_object::checked_style),
    margin,
    padding,
    behaviors,
    hover_tips,
    disabled,
    disabled_tips,
    confirm,
};

/// The buttons of a task.
///
/// Source: checker.
inline constexpr card_field button_area_fields[] = {
    choice("pc_display_rule", card_enumeration::display_rule),
    list(element("buttons", card_slot::checker_button)),
};

/// How a task looks that is done.
///
/// Source: checker.
inline constexpr card_field checked_style_fields[] = {
    boolean("show_strikethrough"),
    number("opacity"),
};

}  // namespace feishu::helpdesk::detail::card_rows

#endif
