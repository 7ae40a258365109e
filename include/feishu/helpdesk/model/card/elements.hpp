#ifndef FEISHU_HELPDESK_MODEL_CARD_ELEMENTS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_ELEMENTS_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/card/field_rows.hpp>

/// The tables of elements that only show something. Their pages are in
/// feishu-cards/card-components/content-components unless the table names another one.
namespace feishu::helpdesk::detail::card_rows {

/// Text. Pages differ on whether `text` is required: it is not.
///
/// Source: plain-text; `fields`: common-capabilities/message-card/message-cards-content/
/// embedded-non-interactive-elements/field; `extra`: deprecated-guide/message-card/component-list/
/// combinations/text-image and its neighbors.
inline constexpr card_field div_fields[] = {
    tag,
    text("text"),
    structural(objects("fields", card_object::div_field)),
    structural(element("extra", card_slot::extra)),
    icon,
};

/// One of several texts next to each other.
///
/// Source: common-capabilities/message-card/message-cards-content/embedded-non-interactive-elements/field.
inline constexpr card_field div_field_fields[] = {
    required(boolean("is_short")),
    required(text("text")),
};

/// Markdown.
///
/// Source: rich-text; `i18n_content`: feishu-cards/configure-multi-language-content.
inline constexpr card_field markdown_fields[] = {
    tag,
    content(card_value::markdown),
    i18n(card_value::markdown),
    i18n_content(card_value::markdown),
    text_align,
    text_size,
    href,
    icon,
};

/// A line.
///
/// Source: divider.
inline constexpr card_field hr_fields[] = {tag};

/// An image.
///
/// Source: image; `mode`, `custom_width`, `compact_width`:
/// common-capabilities/message-card/message-cards-content/image-module; `i18n_img_key`:
/// feishu-cards/configure-multi-language-content.
inline constexpr card_field img_fields[] = {
    tag,
    img_key,
    i18n_img_key,
    required(strict_plain_text("alt")),
    text("title"),
    corner_radius,
    choice("scale_type", card_enumeration::scale_type),
    choice("size", card_enumeration::image_size),
    boolean("transparent"),
    boolean("preview"),
    choice("mode", card_enumeration::image_mode),
    number("custom_width"),
    boolean("compact_width"),
};

/// Several images.
///
/// Source: multi-image-laylout (so spelled).
inline constexpr card_field img_combination_fields[] = {
    tag,
    required(choice("combination_mode", card_enumeration::combination_mode)),
    corner_radius,
    required(structural(objects("img_list", card_object::image_item))),
};

/// One of several images.
///
/// Source: multi-image-laylout.
inline constexpr card_field image_item_fields[] = {img_key, i18n_img_key};

/// Small print. Pages differ on whether `elements` is required: it is not.
///
/// Source: note.
inline constexpr card_field note_fields[] = {
    tag,
    elements("elements", card_slot::note_list),
};

/// A person. This element does not notify the person.
///
/// Source: user-profile.
inline constexpr card_field person_fields[] = {
    tag,
    required(string("user_id")),
    choice("size", card_enumeration::person_size),
    boolean("show_avatar"),
    boolean("show_name"),
    choice("style", card_enumeration::person_style),
};

/// Persons, who are not notified.
///
/// Source: user-list.
inline constexpr card_field person_list_fields[] = {
    tag,
    required(objects("persons", card_object::person_item)),
    boolean("drop_invalid_user_id"),
    number("lines"),
    boolean("show_name"),
    boolean("show_avatar"),
    choice("size", card_enumeration::person_size),
    object("ud_icon", card_object::ud_icon),
    icon,
};

/// One of several persons.
///
/// Source: user-list.
inline constexpr card_field person_item_fields[] = {required(string("id"))};

/// A chart.
///
/// Source: chart.
inline constexpr card_field chart_fields[] = {
    tag,
    required(data("chart_spec", object_type)),
    choice("aspect_ratio", card_enumeration::chart_ratio),
    choice("color_theme", card_enumeration::chart_theme),
    boolean("preview"),
    choice("height", card_enumeration::chart_height),
};

/// A table. Its rows are data; the cells of columns of the types lark_md and markdown may mention people.
///
/// Source: table.
inline constexpr card_field table_fields[] = {
    tag,
    required(structural(objects("columns", card_object::table_column))),
    required(data("rows", array_type)),
    number("page_size"),
    choice("row_height", card_enumeration::row_height),
    boolean("freeze_first_column"),
    object("header_style", card_object::table_header_style),
};

/// How the head of a table looks.
///
/// Source: table.
inline constexpr card_field table_header_style_fields[] = {
    text_align, text_size,       choice("background_style", card_enumeration::table_background),
    text_color, boolean("bold"), number("lines"),
};

/// A column of a table. The page requires `data_type`, and says what it is by default: it is not asked for.
///
/// Source: table.
inline constexpr card_field table_column_fields[] = {
    required(string("name")),
    string_of("display_name", card_value::shown_string),
    choice("width", card_enumeration::table_column_width),
    vertical_align,
    choice("horizontal_align", card_enumeration::text_align),
    choice("data_type", card_enumeration::data_type),
    object("format", card_object::number_format),
    string("date_format"),
};

/// How a column of a table shows numbers.
///
/// Source: table.
inline constexpr card_field number_format_fields[] = {
    number("precision"),
    string("symbol"),
    boolean("separator"),
};

}  // namespace feishu::helpdesk::detail::card_rows

#endif
