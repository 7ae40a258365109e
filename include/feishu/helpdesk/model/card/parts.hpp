#ifndef FEISHU_HELPDESK_MODEL_CARD_PARTS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_PARTS_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/card/field_rows.hpp>

/// The tables of objects that several elements have: texts, links, icons and confirmations.
namespace feishu::helpdesk::detail::card_rows {

/// Plain text.
///
/// Source: feishu-cards/card-components/content-components/plain-text; `i18n`:
/// common-capabilities/message-card/message-cards-content/embedded-non-interactive-elements/text;
/// `i18n_content`: feishu-cards/configure-multi-language-content.
inline constexpr card_field plain_text_fields[] = {
    tag,
    content(card_value::shown_string),
    i18n(card_value::shown_string),
    i18n_content(card_value::shown_string),
    number("lines"),
    text_size,
    text_color,
    text_align,
};

/// Text with a subset of Markdown.
///
/// Source: as of plain text.
inline constexpr card_field lark_md_fields[] = {
    tag,
    content(card_value::markdown),
    i18n(card_value::markdown),
    i18n_content(card_value::markdown),
    href,
    text_size,
    text_color,
    text_align,
};

/// A link: one of all devices, or one of each.
///
/// Source: feishu-cards/card-json-structure; feishu-cards/card-components/containers/column-set.
inline constexpr card_field url_fields[] = {
    with(link("url"), card_presence::required_unless_all, urls_by_device),
    android_url,
    ios_url,
    pc_url,
};

/// What a click on a column or a column set does.
///
/// Source: feishu-cards/card-components/containers/column-set.
inline constexpr card_field jump_fields[] = {
    object("multi_url", card_object::url),
};

/// What an interaction does. Which fields are needed depends on `type`: none is asked for.
///
/// Source: feishu-cards/card-components/interactive-components/button.
inline constexpr card_field behavior_fields[] = {
    choice("type", card_enumeration::behavior_type),
    value_data,
    link("default_url"),
    android_url,
    ios_url,
    pc_url,
    choice("behavior", card_enumeration::form_behavior),
};

/// What is asked before an interaction is done.
///
/// Source: feishu-cards/card-components/interactive-components/button.
inline constexpr card_field confirm_fields[] = {
    required(strict_plain_text("title")),
    required(strict_plain_text("text")),
};

/// An icon of the library. Its names are not checked: the library grows.
///
/// Source: feishu-cards/card-components/content-components/plain-text; `size`:
/// feishu-cards/card-components/containers/collapsible-panel.
inline constexpr card_field standard_icon_fields[] = {
    optional_tag,
    string("token"),
    choice("color", card_enumeration::color),
    string("size"),
};

/// An image as an icon.
///
/// Source: as of an icon of the library.
inline constexpr card_field custom_icon_fields[] = {
    optional_tag,
    optional_img_key,
    i18n_img_key,
    string("size"),
};

/// An icon of the library, in a title or a list of persons.
///
/// Source: feishu-cards/card-components/content-components/title, …/user-list.
inline constexpr card_field ud_icon_fields[] = {
    optional_tag,
    string("token"),
    object("style", card_object::ud_icon_style),
};

/// How that icon looks.
///
/// Source: feishu-cards/card-components/content-components/title.
inline constexpr card_field ud_icon_style_fields[] = {
    choice("color", card_enumeration::color),
};

/// What old clients show instead of a form or an input.
///
/// Source: feishu-cards/card-components/interactive-components/input.
inline constexpr card_field fallback_text_fields[] = {
    tag,
    plain_text("text"),
};

}  // namespace feishu::helpdesk::detail::card_rows

#endif
