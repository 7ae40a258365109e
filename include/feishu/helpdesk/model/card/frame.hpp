#ifndef FEISHU_HELPDESK_MODEL_CARD_FRAME_HPP
#define FEISHU_HELPDESK_MODEL_CARD_FRAME_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/card/field_rows.hpp>

/// The tables of what is around the elements of a card: root, config and header.
namespace feishu::helpdesk::detail::card_rows {

/// The root. No field is required: `{}` is a card, which shows nothing.
///
/// Source: feishu-cards/card-json-structure. `i18n_header` is not described there: it is data.
inline constexpr card_field root_fields[] = {
    structural(object("config", card_object::config)),
    structural(object("header", card_object::header)),
    elements("elements", card_slot::root_list),
    structural(
        map_of(element("i18n_elements", card_slot::root_list), card_shape::list_by_language)),
    object("card_link", card_object::url),
    object("fallback", card_object::fallback),
    data("i18n_header", object_type),
    choice("schema", card_enumeration::schema),
};

/// How a card as a whole behaves.
///
/// Source: feishu-cards/card-json-structure; `compact_width` and `wide_screen_mode`:
/// common-capabilities/message-card/message-cards-content/card-structure/card-configuration.
inline constexpr card_field config_fields[] = {
    boolean("enable_forward"),
    boolean("update_multi"),
    choice("width_mode", card_enumeration::width_mode),
    boolean("use_custom_translation"),
    boolean("enable_forward_interaction"),
    object("style", card_object::config_style),
    boolean("compact_width"),
    boolean("wide_screen_mode"),
};

/// Names of sizes and colors that the card declares for itself.
///
/// Source: feishu-cards/card-json-structure.
inline constexpr card_field config_style_fields[] = {
    map_of(object("text_size", card_object::text_size_style), card_shape::by_name),
    map_of(object("color", card_object::color_style), card_shape::by_name),
};

/// A size that the card declares.
///
/// Source: feishu-cards/card-json-structure.
inline constexpr card_field text_size_style_fields[] = {
    choice("default", card_enumeration::text_size),
    choice("pc", card_enumeration::text_size),
    choice("mobile", card_enumeration::text_size),
};

/// A color that the card declares.
///
/// Source: feishu-cards/card-json-structure.
inline constexpr card_field color_style_fields[] = {
    choice("light_mode", card_enumeration::color),
    choice("dark_mode", card_enumeration::color),
};

/// The title of a card.
///
/// Source: feishu-cards/card-components/content-components/title.
inline constexpr card_field header_fields[] = {
    required(text("title")),
    text("subtitle"),
    list(element("text_tag_list", card_slot::text_tag)),
    map_of(element("i18n_text_tag_list", card_slot::text_tag), card_shape::list_by_language),
    choice("template", card_enumeration::header_template),
    object("icon", card_object::header_icon),
    object("ud_icon", card_object::ud_icon),
};

/// The image left of a title.
///
/// Source: feishu-cards/card-components/content-components/title.
inline constexpr card_field header_icon_fields[] = {
    optional_img_key,
    i18n_img_key,
};

/// A tag right of a title.
///
/// Source: feishu-cards/card-components/content-components/title.
inline constexpr card_field text_tag_fields[] = {
    tag,
    plain_text("text"),
    choice("color", card_enumeration::tag_color),
};

/// What old clients show instead of a card.
///
/// Source: feishu-cards/card-json-structure.
inline constexpr card_field fallback_fields[] = {
    objects("trigger_conditions", card_object::trigger_condition),
};

/// Which clients are old.
///
/// Source: feishu-cards/card-json-structure.
inline constexpr card_field trigger_condition_fields[] = {
    choice("type", card_enumeration::trigger_type),
    data("value", string_type | array_type),
};

}  // namespace feishu::helpdesk::detail::card_rows

#endif
