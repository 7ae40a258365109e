#ifndef FEISHU_HELPDESK_MODEL_CARD_CARD_OBJECTS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_CARD_OBJECTS_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/containers.hpp>
#include <feishu/helpdesk/model/card/elements.hpp>
#include <feishu/helpdesk/model/card/frame.hpp>
#include <feishu/helpdesk/model/card/interactive.hpp>
#include <feishu/helpdesk/model/card/parts.hpp>

#include <cstddef>
#include <span>
#include <string_view>

/// The table of the objects of a card. The format, card JSON 1.0, is frozen: the list is closed.
namespace feishu::helpdesk {

namespace detail::card_rows {

using std::string_view_literals::operator""sv;
using at = card_slot;

// The slots in which any element may be looked for.
inline constexpr card_slots any_list =
    set_of({at::root_list, at::form_list, at::column_list, at::container_list, at::panel_list});
// The slots of text objects.
inline constexpr card_slots texts =
    set_of({at::text, at::plain_text, at::strict_plain_text, at::panel_title});

// clang-format off
/// The objects: `object_table[i]` describes the i-th enumerator of `card_object`.
///
/// Source of `allowed_in`: the pages named, what they say of where the object may be. Source of `excluded`: the
/// pages of the containers (column-set, form-container, interactive-container), where no other page
/// allows what they exclude, and those of interactive elements, which at the root are in an `action`; of lark_md,
/// common-capabilities/message-card/message-cards-content/embedded-non-interactive-elements/text. Source of
/// `may_be_empty`: examples on the pages, where `confirm` and `header` are `{}`, and what the card builder
/// exports: links that are empty.
inline constexpr card_object_info object_table[] = {
    {.kind = card_object::root, .name = {"card", "卡片"},
     .page = "feishu-cards/card-json-structure"sv, .fields = root_fields},
    {.kind = card_object::config, .name = {"card config", "卡片配置"},
     .page = "feishu-cards/card-json-structure"sv, .fields = config_fields},
    {.kind = card_object::config_style, .name = {"card style", "卡片样式"},
     .page = "feishu-cards/card-json-structure"sv, .fields = config_style_fields},
    {.kind = card_object::text_size_style, .name = {"text size", "字号"},
     .page = "feishu-cards/card-json-structure"sv, .fields = text_size_style_fields},
    {.kind = card_object::color_style, .name = {"color", "颜色"},
     .page = "feishu-cards/card-json-structure"sv, .fields = color_style_fields},
    {.kind = card_object::header, .name = {"header", "标题"},
     .page = "feishu-cards/card-components/content-components/title"sv, .fields = header_fields, .may_be_empty = true},
    {.kind = card_object::header_icon, .name = {"header image", "标题图片"},
     .page = "feishu-cards/card-components/content-components/title"sv, .fields = header_icon_fields},
    {.kind = card_object::text_tag, .tag = "text_tag"sv, .name = {"header tag", "标题标签"},
     .page = "feishu-cards/card-components/content-components/title"sv, .fields = text_tag_fields,
     .allowed_in = set_of({at::text_tag}),
     .excluded = any_list},
    {.kind = card_object::plain_text, .tag = "plain_text"sv, .name = {"plain text", "普通文本"},
     .page = "feishu-cards/card-components/content-components/plain-text"sv, .fields = plain_text_fields,
     .allowed_in = set_of({at::text, at::plain_text, at::strict_plain_text, at::panel_title, at::note_list}),
     .excluded = any_list, .may_be_empty = true},
    {.kind = card_object::lark_md, .tag = "lark_md"sv, .name = {"lark_md text", "lark_md 文本"},
     .page = "feishu-cards/card-components/content-components/plain-text"sv, .fields = lark_md_fields,
     .allowed_in = set_of({at::text, at::note_list}),
     .excluded = set_of({at::strict_plain_text}) | any_list, .may_be_empty = true},
    {.kind = card_object::url, .name = {"link", "链接"},
     .page = "feishu-cards/card-json-structure"sv, .fields = url_fields, .may_be_empty = true},
    {.kind = card_object::jump, .name = {"link on click", "点击跳转"},
     .page = "feishu-cards/card-components/containers/column-set"sv, .fields = jump_fields},
    {.kind = card_object::behavior, .name = {"behavior", "交互行为"},
     .page = "feishu-cards/card-components/interactive-components/button"sv, .fields = behavior_fields},
    {.kind = card_object::confirm, .name = {"confirmation", "二次确认弹窗"},
     .page = "feishu-cards/card-components/interactive-components/button"sv, .fields = confirm_fields, .may_be_empty = true},
    {.kind = card_object::standard_icon, .tag = "standard_icon"sv, .name = {"icon", "图标"},
     .page = "feishu-cards/card-components/content-components/plain-text"sv, .fields = standard_icon_fields,
     .allowed_in = set_of({at::icon, at::note_list}),
     .excluded = any_list | texts},
    {.kind = card_object::custom_icon, .tag = "custom_icon"sv, .name = {"custom icon", "自定义图标"},
     .page = "feishu-cards/card-components/content-components/plain-text"sv, .fields = custom_icon_fields,
     .allowed_in = set_of({at::icon, at::note_list}),
     .excluded = any_list | texts},
    {.kind = card_object::ud_icon, .name = {"icon", "图标"},
     .page = "feishu-cards/card-components/content-components/title"sv, .fields = ud_icon_fields},
    {.kind = card_object::ud_icon_style, .name = {"icon style", "图标样式"},
     .page = "feishu-cards/card-components/content-components/title"sv, .fields = ud_icon_style_fields},
    {.kind = card_object::fallback, .name = {"fallback", "降级"},
     .page = "feishu-cards/card-json-structure"sv, .fields = fallback_fields},
    {.kind = card_object::trigger_condition, .name = {"fallback condition", "降级条件"},
     .page = "feishu-cards/card-json-structure"sv, .fields = trigger_condition_fields},
    {.kind = card_object::fallback_text, .tag = "fallback_text"sv, .name = {"fallback text", "降级文本"},
     .page = "feishu-cards/card-components/interactive-components/input"sv, .fields = fallback_text_fields,
     .allowed_in = set_of({at::fallback}),
     .excluded = any_list | texts},
    {.kind = card_object::select_option, .name = {"option", "选项"},
     .page = "feishu-cards/card-components/interactive-components/single-select-dropdown-menu"sv, .fields = select_option_fields},
    {.kind = card_object::overflow_option, .name = {"folded button", "折叠按钮"},
     .page = "feishu-cards/card-components/interactive-components/overflow"sv, .fields = overflow_option_fields},
    {.kind = card_object::person_option, .name = {"person to choose", "候选人员"},
     .page = "feishu-cards/card-components/interactive-components/single-select-user-picker"sv, .fields = person_option_fields},
    {.kind = card_object::image_option, .name = {"image to choose", "图片选项"},
     .page = "feishu-cards/card-components/interactive-components/image-picker"sv, .fields = image_option_fields},
    {.kind = card_object::div_field, .name = {"text column", "双列文本"},
     .page = "common-capabilities/message-card/message-cards-content/embedded-non-interactive-elements/field"sv, .fields = div_field_fields},
    {.kind = card_object::image_item, .name = {"image of a combination", "混排图片"},
     .page = "feishu-cards/card-components/content-components/multi-image-laylout"sv, .fields = image_item_fields},
    {.kind = card_object::person_item, .name = {"person of a list", "列表人员"},
     .page = "feishu-cards/card-components/content-components/user-list"sv, .fields = person_item_fields},
    {.kind = card_object::table_column, .name = {"table column", "表格列"},
     .page = "feishu-cards/card-components/content-components/table"sv, .fields = table_column_fields},
    {.kind = card_object::number_format, .name = {"number format", "数字格式"},
     .page = "feishu-cards/card-components/content-components/table"sv, .fields = number_format_fields},
    {.kind = card_object::table_header_style, .name = {"table header style", "表头样式"},
     .page = "feishu-cards/card-components/content-components/table"sv, .fields = table_header_style_fields},
    {.kind = card_object::panel_header, .name = {"panel header", "面板标题"},
     .page = "feishu-cards/card-components/containers/collapsible-panel"sv, .fields = panel_header_fields},
    {.kind = card_object::panel_border, .name = {"panel border", "面板边框"},
     .page = "feishu-cards/card-components/containers/collapsible-panel"sv, .fields = panel_border_fields},
    {.kind = card_object::button_area, .name = {"checker buttons", "勾选器按钮区"},
     .page = "feishu-cards/card-components/interactive-components/checker"sv, .fields = button_area_fields},
    {.kind = card_object::checked_style, .name = {"checked style", "勾选样式"},
     .page = "feishu-cards/card-components/interactive-components/checker"sv, .fields = checked_style_fields},
    {.kind = card_object::div, .tag = "div"sv, .name = {"text", "文本"},
     .page = "feishu-cards/card-components/content-components/plain-text"sv, .fields = div_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::container_list, at::panel_list}),
     .excluded = set_of({at::form_list}) | texts},
    {.kind = card_object::markdown, .tag = "markdown"sv, .name = {"rich text", "富文本"},
     .page = "feishu-cards/card-components/content-components/rich-text"sv, .fields = markdown_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list, at::container_list, at::panel_list, at::panel_title}),
     .excluded = set_of({at::text, at::plain_text, at::strict_plain_text})},
    {.kind = card_object::hr, .tag = "hr"sv, .name = {"divider", "分割线"},
     .page = "feishu-cards/card-components/content-components/divider"sv, .fields = hr_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::img, .tag = "img"sv, .name = {"image", "图片"},
     .page = "feishu-cards/card-components/content-components/image"sv, .fields = img_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list, at::container_list, at::panel_list, at::extra, at::note_list}),
     .excluded = texts},
    {.kind = card_object::img_combination, .tag = "img_combination"sv, .name = {"image combination", "多图混排"},
     .page = "feishu-cards/card-components/content-components/multi-image-laylout"sv, .fields = img_combination_fields,
     .allowed_in = set_of({at::root_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::note, .tag = "note"sv, .name = {"note", "备注"},
     .page = "feishu-cards/card-components/content-components/note"sv, .fields = note_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::container_list}),
     .excluded = texts},
    {.kind = card_object::person, .tag = "person"sv, .name = {"person", "人员"},
     .page = "feishu-cards/card-components/content-components/user-profile"sv, .fields = person_fields,
     .allowed_in = set_of({at::root_list, at::column_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::person_list, .tag = "person_list"sv, .name = {"person list", "人员列表"},
     .page = "feishu-cards/card-components/content-components/user-list"sv, .fields = person_list_fields,
     .allowed_in = set_of({at::root_list, at::column_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::chart, .tag = "chart"sv, .name = {"chart", "图表"},
     .page = "feishu-cards/card-components/content-components/chart"sv, .fields = chart_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::panel_list}),
     .excluded = set_of({at::form_list, at::container_list}) | texts},
    {.kind = card_object::table, .tag = "table"sv, .name = {"table", "表格"},
     .page = "feishu-cards/card-components/content-components/table"sv, .fields = table_fields,
     .allowed_in = set_of({at::root_list}),
     .excluded = texts, .nesting = card_nesting::root_only},
    {.kind = card_object::column_set, .tag = "column_set"sv, .name = {"column set", "分栏"},
     .page = "feishu-cards/card-components/containers/column-set"sv, .fields = column_set_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list, at::container_list, at::panel_list}),
     .excluded = texts},
    {.kind = card_object::column, .tag = "column"sv, .name = {"column", "列"},
     .page = "feishu-cards/card-components/containers/column-set"sv, .fields = column_fields,
     .allowed_in = set_of({at::columns}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::form, .tag = "form"sv, .name = {"form", "表单容器"},
     .page = "feishu-cards/card-components/containers/form-container"sv, .fields = form_fields,
     .allowed_in = set_of({at::root_list}),
     .excluded = texts, .nesting = card_nesting::root_only},
    {.kind = card_object::interactive_container, .tag = "interactive_container"sv, .name = {"interactive container", "交互容器"},
     .page = "feishu-cards/card-components/containers/interactive-container"sv, .fields = interactive_container_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list, at::container_list}),
     .excluded = texts},
    {.kind = card_object::collapsible_panel, .tag = "collapsible_panel"sv, .name = {"collapsible panel", "折叠面板"},
     .page = "feishu-cards/card-components/containers/collapsible-panel"sv, .fields = collapsible_panel_fields,
     .allowed_in = set_of({at::root_list, at::form_list}),
     .excluded = set_of({at::column_list, at::container_list}) | texts},
    {.kind = card_object::action, .tag = "action"sv, .name = {"action block", "交互模块"},
     .page = "deprecated-guide/message-card/component-list/common-components-and-elements"sv, .fields = action_fields,
     .allowed_in = set_of({at::root_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::button, .tag = "button"sv, .name = {"button", "按钮"},
     .page = "feishu-cards/card-components/interactive-components/button"sv, .fields = button_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list, at::checker_button}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::overflow, .tag = "overflow"sv, .name = {"overflow menu", "折叠按钮组"},
     .page = "feishu-cards/card-components/interactive-components/overflow"sv, .fields = overflow_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::column_list, at::container_list}) | texts},
    {.kind = card_object::select_static, .tag = "select_static"sv, .name = {"menu", "下拉选择（单选）"},
     .page = "feishu-cards/card-components/interactive-components/single-select-dropdown-menu"sv, .fields = select_static_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::multi_select_static, .tag = "multi_select_static"sv, .name = {"multiple-choice menu", "下拉选择（多选）"},
     .page = "feishu-cards/card-components/interactive-components/multi-select-dropdown-menu"sv, .fields = multi_select_static_fields,
     .allowed_in = set_of({at::form_list, at::column_list}),
     .excluded = set_of({at::container_list}) | texts, .nesting = card_nesting::form_only},
    {.kind = card_object::select_person, .tag = "select_person"sv, .name = {"person picker", "人员选择（单选）"},
     .page = "feishu-cards/card-components/interactive-components/single-select-user-picker"sv, .fields = select_person_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::multi_select_person, .tag = "multi_select_person"sv, .name = {"multiple-choice person picker", "人员选择（多选）"},
     .page = "feishu-cards/card-components/interactive-components/multi-select-user-picker"sv, .fields = multi_select_person_fields,
     .allowed_in = set_of({at::form_list, at::column_list}),
     .excluded = set_of({at::container_list}) | texts, .nesting = card_nesting::form_only},
    {.kind = card_object::date_picker, .tag = "date_picker"sv, .name = {"date picker", "日期选择器"},
     .page = "feishu-cards/card-components/interactive-components/date-picker"sv, .fields = date_picker_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::picker_time, .tag = "picker_time"sv, .name = {"time picker", "时间选择器"},
     .page = "feishu-cards/card-components/interactive-components/time-selector"sv, .fields = picker_time_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::picker_datetime, .tag = "picker_datetime"sv, .name = {"date and time picker", "日期时间选择器"},
     .page = "feishu-cards/card-components/interactive-components/date-time-picker"sv, .fields = picker_datetime_fields,
     .allowed_in = set_of({at::action_list, at::extra, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::input, .tag = "input"sv, .name = {"input", "输入框"},
     .page = "feishu-cards/card-components/interactive-components/input"sv, .fields = input_fields,
     .allowed_in = set_of({at::action_list, at::column_list, at::form_list, at::panel_list}),
     .excluded = set_of({at::root_list, at::container_list}) | texts},
    {.kind = card_object::select_img, .tag = "select_img"sv, .name = {"image picker", "多图选择"},
     .page = "feishu-cards/card-components/interactive-components/image-picker"sv, .fields = select_img_fields,
     .allowed_in = set_of({at::root_list, at::column_list, at::form_list}),
     .excluded = set_of({at::container_list}) | texts},
    {.kind = card_object::checker, .tag = "checker"sv, .name = {"checker", "勾选器"},
     .page = "feishu-cards/card-components/interactive-components/checker"sv, .fields = checker_fields,
     .allowed_in = set_of({at::root_list, at::form_list, at::container_list, at::column_list, at::panel_list}),
     .excluded = texts},
};
// clang-format on

consteval bool objects_are_in_order() {
  for (std::size_t i = 0; i < std::size(object_table); ++i) {
    if (static_cast<std::size_t>(object_table[i].kind) != i) return false;
  }
  return true;
}
static_assert(std::size(object_table) == static_cast<std::size_t>(card_object::checker) + 1);
static_assert(objects_are_in_order());

}  // namespace detail::card_rows

/// The objects of a card: `card_objects[i]` describes the i-th enumerator of `card_object`.
inline constexpr std::span<const card_object_info> card_objects = detail::card_rows::object_table;

/// Returns the row of an object.
[[nodiscard]] constexpr const card_object_info& info(card_object o) noexcept {
  return detail::card_rows::object_table[static_cast<std::size_t>(o)];
}

/// Returns the only object that a slot is documented for, or null if there are several. Linear in the number of
/// objects.
[[nodiscard]] constexpr const card_object_info* only_object_in(card_slot s) noexcept {
  const card_object_info* only = nullptr;
  for (const card_object_info& each : detail::card_rows::object_table) {
    if ((each.allowed_in & set_of({s})) == 0) continue;
    if (only != nullptr) return nullptr;
    only = &each;
  }
  return only;
}

/// Returns whether the object is an element, of the 28 that the documentation describes.
[[nodiscard]] constexpr bool is_element(card_object o) noexcept { return o >= card_object::div; }

/// The languages of `card_shape::by_language` and `list_by_language`.
///
/// Source: feishu-cards/configure-multi-language-content.
inline constexpr std::string_view card_languages[] = {
    "zh_cn", "en_us", "zh_hk", "zh_tw", "ja_jp", "id_id", "vi_vn", "th_th",
    "pt_br", "es_es", "ko_kr", "de_de", "fr_fr", "it_it", "ru_ru", "ms_my"};

}  // namespace feishu::helpdesk

#endif
