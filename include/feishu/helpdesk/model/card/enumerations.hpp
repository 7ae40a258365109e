#ifndef FEISHU_HELPDESK_MODEL_CARD_ENUMERATIONS_HPP
#define FEISHU_HELPDESK_MODEL_CARD_ENUMERATIONS_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The strings that fields of a card choose from.
namespace feishu::helpdesk {

/// The enumerations of a card. Those of several fields that list the same values are one.
enum class card_enumeration : std::uint8_t {
  none,
  schema,
  width_mode,
  header_template,
  tag_color,
  color,
  text_size,
  text_align,
  vertical_align,
  scale_type,
  image_size,
  image_mode,
  combination_mode,
  person_size,
  person_style,
  chart_ratio,
  chart_theme,
  chart_height,
  row_height,
  table_background,
  table_column_width,
  data_type,
  flex_mode,
  horizontal_spacing,
  vertical_spacing,
  column_width,
  container_width,
  container_height,
  container_background,
  icon_position,
  action_layout,
  button_type,
  button_size,
  component_width,
  behavior_type,
  form_behavior,
  action_type,
  select_type,
  input_type,
  label_position,
  image_picker_style,
  image_picker_layout,
  image_picker_ratio,
  display_rule,
  trigger_type
};

/// One row of the table of enumerations.
struct card_enumeration_info {
  std::span<const std::string_view> values{};  ///< in the order of the documentation
  bool checked = true;                         ///< whether a value that is not listed is a mistake
  bool or_size = false;  ///< lengths and percentages (`12px`, `50%`) are values too
};

namespace detail::card_values {

// clang-format off
// Literals with their lengths: to let compilers count them takes long.
using std::string_view_literals::operator""sv;

inline constexpr std::string_view schema[] = {"1.0"sv, "2.0"sv};
inline constexpr std::string_view width_mode[] = {"default"sv, "compact"sv, "fill"sv};
inline constexpr std::string_view header_template[] = {
    "blue"sv, "wathet"sv, "turquoise"sv, "green"sv, "yellow"sv, "orange"sv, "red"sv, "carmine"sv, "violet"sv, "purple"sv,
    "indigo"sv, "grey"sv, "default"sv};
inline constexpr std::string_view tag_color[] = {
    "neutral"sv, "blue"sv, "turquoise"sv, "lime"sv, "orange"sv, "violet"sv, "indigo"sv, "wathet"sv, "green"sv, "yellow"sv,
    "red"sv, "purple"sv, "carmine"sv};
inline constexpr std::string_view text_size[] = {
    "heading-0"sv, "heading-1"sv, "heading-2"sv, "heading-3"sv, "heading-4"sv, "heading"sv, "normal"sv, "notation"sv,
    "xxxx-large"sv, "xxx-large"sv, "xx-large"sv, "x-large"sv, "large"sv, "medium"sv, "small"sv, "x-small"sv};
inline constexpr std::string_view text_align[] = {"left"sv, "center"sv, "right"sv};
inline constexpr std::string_view vertical_align[] = {"top"sv, "center"sv, "bottom"sv};
inline constexpr std::string_view scale_type[] = {"crop_center"sv, "crop_top"sv, "fit_horizontal"sv};
inline constexpr std::string_view image_size[] = {
    "large"sv, "medium"sv, "small"sv, "tiny"sv, "stretch"sv, "stretch_without_padding"sv};
inline constexpr std::string_view image_mode[] = {
    "crop_center"sv, "fit_horizontal"sv, "stretch"sv, "large"sv, "medium"sv, "small"sv, "tiny"sv};
inline constexpr std::string_view combination_mode[] = {"double"sv, "triple"sv, "bisect"sv, "trisect"sv};
inline constexpr std::string_view person_size[] = {"extra_small"sv, "small"sv, "medium"sv, "large"sv};
inline constexpr std::string_view person_style[] = {"normal"sv, "capsule"sv};
inline constexpr std::string_view chart_ratio[] = {"1:1"sv, "2:1"sv, "4:3"sv, "16:9"sv};
inline constexpr std::string_view chart_theme[] = {"brand"sv, "rainbow"sv, "complementary"sv, "converse"sv, "primary"sv};
inline constexpr std::string_view only_auto[] = {"auto"sv};
inline constexpr std::string_view row_height[] = {"low"sv, "middle"sv, "high"sv};
inline constexpr std::string_view table_background[] = {"grey"sv, "none"sv};
inline constexpr std::string_view data_type[] = {
    "text"sv, "lark_md"sv, "options"sv, "number"sv, "persons"sv, "date"sv, "markdown"sv};
inline constexpr std::string_view flex_mode[] = {"none"sv, "stretch"sv, "flow"sv, "bisect"sv, "trisect"sv};
// The pages of 1.0 list different names for the two directions. All are accepted for both.
inline constexpr std::string_view spacing[] = {"default"sv, "small"sv, "medium"sv, "large"sv};
inline constexpr std::string_view column_width[] = {"auto"sv, "weighted"sv};
inline constexpr std::string_view container_width[] = {"fill"sv, "auto"sv};
inline constexpr std::string_view container_background[] = {"default"sv, "laser"sv};
inline constexpr std::string_view icon_position[] = {"left"sv, "right"sv, "follow_text"sv};
inline constexpr std::string_view action_layout[] = {"bisected"sv, "trisection"sv, "flow"sv};
inline constexpr std::string_view button_type[] = {
    "default"sv, "primary"sv, "danger"sv, "text"sv, "primary_text"sv, "danger_text"sv, "primary_filled"sv, "danger_filled"sv,
    "laser"sv};
inline constexpr std::string_view button_size[] = {"tiny"sv, "small"sv, "medium"sv, "large"sv};
inline constexpr std::string_view component_width[] = {"default"sv, "fill"sv};
inline constexpr std::string_view behavior_type[] = {"callback"sv, "open_url"sv, "form_action"sv};
inline constexpr std::string_view form_behavior[] = {"submit"sv};
inline constexpr std::string_view action_type[] = {"link"sv, "request"sv, "multi"sv, "form_submit"sv, "form_reset"sv};
inline constexpr std::string_view select_type[] = {"default"sv, "text"sv};
inline constexpr std::string_view input_type[] = {"text"sv, "multiline_text"sv, "password"sv};
inline constexpr std::string_view label_position[] = {"top"sv, "left"sv};
inline constexpr std::string_view image_picker_style[] = {"default"sv, "laser"sv};
inline constexpr std::string_view image_picker_layout[] = {"stretch"sv, "bisect"sv, "trisect"sv};
inline constexpr std::string_view image_picker_ratio[] = {"1:1"sv, "16:9"sv, "4:3"sv};
inline constexpr std::string_view display_rule[] = {"always"sv, "on_hover"sv};
inline constexpr std::string_view trigger_type[] = {"min_client_version"sv, "element_tags"sv};
// clang-format on

}  // namespace detail::card_values

/// The enumerations: `card_enumerations[i]` describes the i-th enumerator of `card_enumeration`.
///
/// Source: the pages of the objects that have the fields. Not checked: colors, since a card's config may
/// declare names of its own; sizes of text, of which any is accepted; what only old pages document; `schema`,
/// which has rules of its own.
inline constexpr card_enumeration_info card_enumerations[] = {
    {{}, false},
    {detail::card_values::schema, false},
    {detail::card_values::width_mode},
    {detail::card_values::header_template},
    {detail::card_values::tag_color, false},
    {{}, false},  // color: 174 names, rgba(…), and those that the config declares
    {detail::card_values::text_size, false},
    {detail::card_values::text_align},
    {detail::card_values::vertical_align},
    {detail::card_values::scale_type},
    {detail::card_values::image_size, true, true},
    {detail::card_values::image_mode, false},
    {detail::card_values::combination_mode},
    {detail::card_values::person_size},
    {detail::card_values::person_style},
    {detail::card_values::chart_ratio},
    {detail::card_values::chart_theme},
    {detail::card_values::only_auto, true, true},
    {detail::card_values::row_height, true, true},
    {detail::card_values::table_background, false},
    {detail::card_values::only_auto, true, true},
    {detail::card_values::data_type},
    {detail::card_values::flex_mode},
    {detail::card_values::spacing, true, true},
    {detail::card_values::spacing, true, true},
    {detail::card_values::column_width, true, true},
    {detail::card_values::container_width, true, true},
    {detail::card_values::only_auto, true, true},
    {detail::card_values::container_background, false},
    {detail::card_values::icon_position},
    {detail::card_values::action_layout, false},
    {detail::card_values::button_type},
    {detail::card_values::button_size},
    {detail::card_values::component_width, true, true},
    {detail::card_values::behavior_type},
    {detail::card_values::form_behavior},
    {detail::card_values::action_type},
    {detail::card_values::select_type},
    {detail::card_values::input_type},
    {detail::card_values::label_position},
    {detail::card_values::image_picker_style},
    {detail::card_values::image_picker_layout},
    {detail::card_values::image_picker_ratio},
    {detail::card_values::display_rule},
    {detail::card_values::trigger_type},
};
static_assert(std::size(card_enumerations) ==
              static_cast<std::size_t>(card_enumeration::trigger_type) + 1);

/// Returns the row of an enumeration.
[[nodiscard]] constexpr const card_enumeration_info& info(card_enumeration e) noexcept {
  return card_enumerations[static_cast<std::size_t>(e)];
}

/// Returns whether a card may have `value` where it chooses from the enumeration. Linear in the number of
/// values. Of a length only the first character is looked at: which ones are in range is not checked.
[[nodiscard]] constexpr bool allows(card_enumeration e, std::string_view value) noexcept {
  const card_enumeration_info& row = info(e);
  if (!row.checked || value.empty()) return true;
  if (row.or_size && value.front() >= '0' && value.front() <= '9') return true;
  for (const std::string_view each : row.values) {
    if (each == value) return true;
  }
  return false;
}

}  // namespace feishu::helpdesk

#endif
