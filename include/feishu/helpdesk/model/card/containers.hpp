#ifndef FEISHU_HELPDESK_MODEL_CARD_CONTAINERS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_CONTAINERS_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/card/field_rows.hpp>

/// The tables of elements that contain elements. Their pages are in feishu-cards/card-components/containers
/// unless the table names another one.
namespace feishu::helpdesk::detail::card_rows {

/// Columns next to each other. Pages differ on whether `columns` and `flex_mode` are required: they are not.
///
/// Source: column-set. `_varloop` is in its example, and is what the card builder leaves.
inline constexpr card_field column_set_fields[] = {
    tag,
    elements("columns", card_slot::columns),
    choice("flex_mode", card_enumeration::flex_mode),
    background_style,
    choice("horizontal_spacing", card_enumeration::horizontal_spacing),
    choice("horizontal_align", card_enumeration::text_align),
    margin,
    object("action", card_object::jump),
    string_of("_varloop", card_value::variable),
};

/// One of these columns.
///
/// Source: column-set.
inline constexpr card_field column_fields[] = {
    tag,
    elements("elements", card_slot::column_list),
    choice("width", card_enumeration::column_width),
    number("weight"),
    vertical_align,
    choice("vertical_spacing", card_enumeration::vertical_spacing),
    background_style,
    padding,
    object("action", card_object::jump),
};

/// What is submitted as one.
///
/// Source: form-container.
inline constexpr card_field form_fields[] = {
    tag,
    required(string_of("name", card_value::component_name)),
    required(elements("elements", card_slot::form_list)),
    fallback_element,
    confirm,
};

/// What reacts to a click as a whole. The page requires `behaviors`, which official examples omit: it is not asked for.
///
/// Source: interactive-container.
inline constexpr card_field interactive_container_fields[] = {
    tag,
    required(elements("elements", card_slot::container_list)),
    behaviors,
    choice("width", card_enumeration::container_width),
    choice("height", card_enumeration::container_height),
    choice("background_style", card_enumeration::container_background),
    boolean("has_border"),
    choice("border_color", card_enumeration::color),
    corner_radius,
    padding,
    hover_tips,
    disabled,
    disabled_tips,
    confirm,
};

/// What can be folded.
///
/// Source: collapsible-panel.
inline constexpr card_field collapsible_panel_fields[] = {
    tag,
    required(structural(object("header", card_object::panel_header))),
    boolean("expanded"),
    choice("background_color", card_enumeration::color),
    object("border", card_object::panel_border),
    string("vertical_spacing"),
    padding,
    elements("elements", card_slot::panel_list),
};

/// What stays of it.
///
/// Source: collapsible-panel.
inline constexpr card_field panel_header_fields[] = {
    text("title", card_slot::panel_title),
    choice("background_color", card_enumeration::color),
    vertical_align,
    padding,
    icon,
    choice("icon_position", card_enumeration::icon_position),
    number("icon_expanded_angle"),
};

/// The border around it.
///
/// Source: collapsible-panel.
inline constexpr card_field panel_border_fields[] = {
    choice("color", card_enumeration::color),
    corner_radius,
};

/// Interactive elements next to each other.
///
/// Source: deprecated-guide/message-card/component-list/common-components-and-elements.
inline constexpr card_field action_fields[] = {
    tag,
    required(elements("actions", card_slot::action_list)),
    choice("layout", card_enumeration::action_layout),
};

}  // namespace feishu::helpdesk::detail::card_rows

#endif
