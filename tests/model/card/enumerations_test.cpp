#include "tests/model/card/words.hpp"
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace card_words;

// The values of a field, and whether lengths are values too.
struct choice_prose {
  card_object object;
  std::string_view field;
  std::string_view values;
  bool or_size = false;
};

constexpr choice_prose choices[] = {
    {card_object::config, "width_mode", "default compact fill"},
    {card_object::header, "template",
     "blue wathet turquoise green yellow orange red carmine violet purple indigo grey default"},
    {card_object::trigger_condition, "type", "min_client_version element_tags"},
    {card_object::behavior, "type", "callback open_url form_action"},
    {card_object::behavior, "behavior", "submit"},
    {card_object::plain_text, "text_align", "left center right"},
    {card_object::lark_md, "text_align", "left center right"},
    {card_object::markdown, "text_align", "left center right"},
    {card_object::img, "scale_type", "crop_center crop_top fit_horizontal"},
    {card_object::img, "size", "large medium small tiny stretch stretch_without_padding", true},
    {card_object::img_combination, "combination_mode", "double triple bisect trisect"},
    {card_object::person, "size", "extra_small small medium large"},
    {card_object::person, "style", "normal capsule"},
    {card_object::person_list, "size", "extra_small small medium large"},
    {card_object::chart, "aspect_ratio", "1:1 2:1 4:3 16:9"},
    {card_object::chart, "color_theme", "brand rainbow complementary converse primary"},
    {card_object::chart, "height", "auto", true},
    {card_object::table, "row_height", "low middle high", true},
    {card_object::table_header_style, "text_align", "left center right"},
    {card_object::table_column, "width", "auto", true},
    {card_object::table_column, "vertical_align", "top center bottom"},
    {card_object::table_column, "horizontal_align", "left center right"},
    {card_object::table_column, "data_type", "text lark_md options number persons date markdown"},
    {card_object::column_set, "flex_mode", "none stretch flow bisect trisect"},
    {card_object::column_set, "horizontal_spacing", "default small medium large", true},
    {card_object::column_set, "horizontal_align", "left center right"},
    {card_object::column, "width", "auto weighted", true},
    {card_object::column, "vertical_align", "top center bottom"},
    {card_object::column, "vertical_spacing", "default small medium large", true},
    {card_object::interactive_container, "width", "fill auto", true},
    {card_object::interactive_container, "height", "auto", true},
    {card_object::panel_header, "vertical_align", "top center bottom"},
    {card_object::panel_header, "icon_position", "left right follow_text"},
    {card_object::button, "type",
     "default primary danger text primary_text danger_text primary_filled danger_filled laser"},
    {card_object::button, "size", "tiny small medium large"},
    {card_object::button, "width", "default fill", true},
    {card_object::button, "action_type", "link request multi form_submit form_reset"},
    {card_object::overflow, "width", "default fill", true},
    {card_object::select_static, "type", "default text"},
    {card_object::select_static, "width", "default fill", true},
    {card_object::multi_select_static, "type", "default text"},
    {card_object::multi_select_static, "width", "default fill", true},
    {card_object::select_person, "type", "default text"},
    {card_object::select_person, "width", "default fill", true},
    {card_object::multi_select_person, "type", "default text"},
    {card_object::multi_select_person, "width", "default fill", true},
    {card_object::date_picker, "width", "default fill", true},
    {card_object::picker_time, "width", "default fill", true},
    {card_object::picker_datetime, "width", "default fill", true},
    {card_object::input, "width", "default fill", true},
    {card_object::input, "input_type", "text multiline_text password"},
    {card_object::input, "label_position", "top left"},
    {card_object::select_img, "style", "default laser"},
    {card_object::select_img, "layout", "stretch bisect trisect"},
    {card_object::select_img, "aspect_ratio", "1:1 16:9 4:3"},
    {card_object::button_area, "pc_display_rule", "always on_hover"},
};

}  // namespace

TEST_CASE("card enumerations: fields with a closed list of values have those of their pages") {
  for (const choice_prose& each : choices) {
    CAPTURE(std::string(each.field));
    const card_field* field = field_of(info(each.object), each.field);
    REQUIRE(field != nullptr);
    REQUIRE(field->value == card_value::choice);
    const card_enumeration_info& found = info(field->enumeration);
    CHECK(found.checked);
    CHECK(found.or_size == each.or_size);
    CHECK(joined(words(found.values.begin(), found.values.end())) == joined(words_of(each.values)));
    CHECK(found.values.size() == words_of(each.values).size());
  }
  std::size_t checked = 0;
  for (const card_object_info& object : card_objects) {
    for (const card_field& each : object.fields) {
      if (each.value == card_value::choice && info(each.enumeration).checked) ++checked;
    }
  }
  CHECK(checked == std::size(choices));
}

TEST_CASE("card enumerations: which values are allowed") {
  using e = card_enumeration;
  CHECK(info(e::text_size).values.size() == 16);
  CHECK(info(e::tag_color).values.size() == 13);
  CHECK(std::size(card_languages) == 16);
  // Never checked: sizes of text, colors, and what only old pages have.
  for (const e each : {e::text_size, e::color, e::tag_color, e::container_background,
                       e::table_background, e::image_mode, e::action_layout, e::schema}) {
    CHECK(allows(each, "any"));
  }
  CHECK(allows(e::button_type, "primary_filled"));
  CHECK_FALSE(allows(e::button_type, "primry"));
  CHECK_FALSE(allows(e::header_template, "lime"));
  CHECK(allows(e::header_template, ""));
  // Lengths are values where the page says so.
  CHECK(allows(e::column_width, "weighted"));
  CHECK(allows(e::column_width, "120px"));
  CHECK_FALSE(allows(e::column_width, "wieghted"));
  CHECK_FALSE(allows(e::flex_mode, "120px"));
  CHECK_FALSE(allows(e::chart_ratio, "3:1"));
}
