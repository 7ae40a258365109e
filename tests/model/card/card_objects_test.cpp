#include "tests/model/card/words.hpp"
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_index.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/string_index.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <string_view>

// The tables of a card against lists that were written from the documentation's pages, not from the tables.
namespace {

using namespace card_words;

const card_object_info& object_with(std::string_view tag) {
  const card_object* found = detail::find_card_object(tag);
  REQUIRE_MESSAGE(found != nullptr, std::string(tag));
  return info(*found);
}

// An element: its fields, those that must be there, and those that must be there under a condition.
struct element_prose {
  std::string_view tag;
  std::string_view fields;
  std::string_view required;
  std::string_view conditional;
};

constexpr element_prose prose[] = {
    {"div", "tag text fields extra icon", "tag", ""},
    {"markdown", "tag content i18n i18n_content text_align text_size href icon", "tag", "content"},
    {"hr", "tag", "tag", ""},
    {"img",
     "tag img_key i18n_img_key alt title corner_radius scale_type size transparent preview mode "
     "custom_width "
     "compact_width",
     "tag alt", "img_key"},
    {"img_combination", "tag combination_mode corner_radius img_list",
     "tag combination_mode img_list", ""},
    {"note", "tag elements", "tag", ""},
    {"person", "tag user_id size show_avatar show_name style", "tag user_id", ""},
    {"person_list",
     "tag persons drop_invalid_user_id lines show_name show_avatar size ud_icon icon",
     "tag persons", ""},
    {"chart", "tag chart_spec aspect_ratio color_theme preview height", "tag chart_spec", ""},
    {"table", "tag columns rows page_size row_height freeze_first_column header_style",
     "tag columns rows", ""},
    {"column_set",
     "tag columns flex_mode background_style horizontal_spacing horizontal_align margin action "
     "_varloop",
     "tag", ""},
    {"column",
     "tag elements width weight vertical_align vertical_spacing background_style padding action",
     "tag", ""},
    {"form", "tag name elements fallback confirm", "tag name elements", ""},
    {"interactive_container",
     "tag elements behaviors width height background_style has_border border_color corner_radius "
     "padding hover_tips disabled disabled_tips confirm",
     "tag elements", ""},
    {"collapsible_panel",
     "tag header expanded background_color border vertical_spacing padding elements", "tag header",
     ""},
    {"action", "tag actions layout", "tag actions", ""},
    {"button",
     "tag text type size width hover_tips disabled disabled_tips behaviors url multi_url value "
     "complex_interaction name required action_type icon confirm",
     "tag", "name"},
    {"overflow", "tag options width behaviors value confirm", "tag options", ""},
    {"select_static",
     "tag type name required disabled initial_option placeholder width behaviors value options "
     "confirm",
     "tag", "name"},
    {"multi_select_static",
     "tag type name placeholder width required disabled selected_values options", "tag", "name"},
    {"select_person", "tag type name required disabled placeholder width options value confirm",
     "tag", "name"},
    {"multi_select_person",
     "tag type name required disabled placeholder width selected_values options", "tag", "name"},
    {"date_picker", "tag name required disabled placeholder width initial_date value confirm",
     "tag", "name"},
    {"picker_time", "tag name required disabled placeholder width initial_time value confirm",
     "tag", "name placeholder"},
    {"picker_datetime",
     "tag name required disabled placeholder width initial_datetime value confirm", "tag",
     "name placeholder"},
    {"input",
     "tag name required disabled placeholder default_value i18n_default_value width max_length "
     "input_type show_icon rows auto_resize max_rows label label_position value fallback confirm",
     "tag", "name"},
    {"select_img",
     "tag options style multi_select layout name required can_preview aspect_ratio disabled "
     "disabled_tips value",
     "tag options", "name"},
    {"checker",
     "tag name checked text overall_checkable button_area checked_style margin padding behaviors "
     "hover_tips disabled disabled_tips confirm",
     "tag", "name"},
};

}  // namespace

TEST_CASE("card objects: the 28 elements have the fields of their pages") {
  CHECK(std::size(prose) == 28);
  words tags;
  for (const element_prose& each : prose) {
    CAPTURE(std::string(each.tag));
    const card_object_info& object = object_with(each.tag);
    tags.insert(object.tag);
    CHECK(is_element(object.kind));
    CHECK(joined(names_where(object, [](const card_field&) { return true; })) ==
          joined(words_of(each.fields)));
    CHECK(joined(names_where(object, [](const card_field& f) {
            return f.presence == card_presence::required;
          })) == joined(words_of(each.required)));
    CHECK(joined(names_where(object, [](const card_field& f) {
            return f.presence != card_presence::required && f.presence != card_presence::optional;
          })) == joined(words_of(each.conditional)));
  }
  words elements;
  for (const card_object_info& each : card_objects) {
    if (is_element(each.kind)) elements.insert(each.tag);
  }
  CHECK(joined(elements) == joined(tags));
}

TEST_CASE("card objects: six tags are of parts") {
  words parts;
  for (const card_object_info& each : card_objects) {
    if (!is_element(each.kind) && !each.tag.empty()) parts.insert(each.tag);
  }
  CHECK(joined(parts) == "custom_icon fallback_text lark_md plain_text standard_icon text_tag");
  CHECK(detail::card_tags.size() == 34);
}

TEST_CASE("card objects: parts have the fields of their pages") {
  struct part {
    card_object kind;
    std::string_view fields;
    std::string_view required;
  };
  const part parts[] = {
      {card_object::root,
       "config header elements i18n_elements card_link fallback i18n_header schema", ""},
      {card_object::config,
       "enable_forward update_multi width_mode use_custom_translation enable_forward_interaction "
       "style compact_width wide_screen_mode",
       ""},
      {card_object::header, "title subtitle text_tag_list i18n_text_tag_list template icon ud_icon",
       "title"},
      {card_object::text_tag, "tag text color", "tag"},
      {card_object::plain_text,
       "tag content i18n i18n_content lines text_size text_color text_align", "tag"},
      {card_object::lark_md, "tag content i18n i18n_content href text_size text_color text_align",
       "tag"},
      {card_object::url, "url android_url ios_url pc_url", ""},
      {card_object::confirm, "title text", "title text"},
      {card_object::div_field, "is_short text", "is_short text"},
      {card_object::select_option, "text icon value", "text value"},
      {card_object::overflow_option, "text multi_url url value", ""},
      {card_object::person_option, "value", ""},
      {card_object::image_option, "img_key i18n_img_key value disabled disabled_tips hover_tips",
       ""},
      {card_object::person_item, "id", "id"},
      {card_object::table_column,
       "name display_name width vertical_align horizontal_align data_type format date_format",
       "name"},
  };
  for (const part& each : parts) {
    const card_object_info& object = info(each.kind);
    CAPTURE(std::string(object.name.en));
    CHECK(joined(names_where(object, [](const card_field&) { return true; })) ==
          joined(words_of(each.fields)));
    CHECK(joined(names_where(object, [](const card_field& f) {
            return f.presence == card_presence::required;
          })) == joined(words_of(each.required)));
  }
}

TEST_CASE("card objects: what must be there under a condition") {
  const auto missing = [](card_object o, std::string_view name,
                          std::initializer_list<std::string_view> present, bool in_form = false,
                          bool has_value = false) {
    detail::card_name_set seen;
    for (const std::string_view each : present) seen.add(detail::card_names.find(each));
    const detail::card_row* row = detail::card_row_index.find(o, detail::card_names.find(name));
    REQUIRE(row != nullptr);
    return detail::is_missing(*row, seen, in_form, has_value);
  };
  CHECK(missing(card_object::img, "alt", {"tag"}));
  CHECK_FALSE(missing(card_object::img, "alt", {"alt"}));
  CHECK_FALSE(missing(card_object::img, "title", {}));
  for (const card_object each :
       {card_object::plain_text, card_object::lark_md, card_object::markdown}) {
    CHECK(missing(each, "content", {"tag"}));
    CHECK_FALSE(missing(each, "content", {"tag", "content"}));
    CHECK_FALSE(missing(each, "content", {"tag", "i18n"}));
    CHECK_FALSE(missing(each, "content", {"tag", "i18n_content"}));
  }
  CHECK(missing(card_object::image_item, "img_key", {}));
  CHECK_FALSE(missing(card_object::image_item, "img_key", {"i18n_img_key"}));
  CHECK(missing(card_object::url, "url", {"android_url", "ios_url"}));
  CHECK_FALSE(missing(card_object::url, "url", {"android_url", "ios_url", "pc_url"}));
  CHECK_FALSE(missing(card_object::url, "url", {"url"}));
  CHECK(missing(card_object::picker_time, "placeholder", {"initial_datetime"}));
  CHECK_FALSE(missing(card_object::picker_time, "placeholder", {"initial_time"}));
  CHECK_FALSE(missing(card_object::picker_datetime, "placeholder", {"initial_datetime"}));
  CHECK(missing(card_object::input, "name", {}, true));
  CHECK_FALSE(missing(card_object::input, "name", {}, false));
  CHECK_FALSE(missing(card_object::button, "name", {}, true, false));
  CHECK(missing(card_object::button, "name", {}, true, true));
  CHECK_FALSE(missing(card_object::button, "name", {}, false, true));
  const card_field* name = field_of(info(card_object::button), "name");
  REQUIRE(name != nullptr);
  CHECK(name->others[0] == "action_type");
  CHECK(name->others[1] == "form_submit");
}

TEST_CASE("card objects: where they are documented, excluded and refused") {
  const auto at = [](card_object o) { return info(o).allowed_in; };
  const auto not_at = [](card_object o) { return info(o).excluded; };
  using s = card_slot;
  for (const card_object_info& each : card_objects) {
    CAPTURE(std::string(each.name.en));
    CHECK((each.allowed_in & each.excluded) == 0);
    CHECK((each.allowed_in == 0) == each.tag.empty());
    // Only a form and a table are refused outside the root, only menus of several choices outside a form.
    const bool root_only = each.tag == "form" || each.tag == "table";
    const bool form_only = each.tag == "multi_select_static" || each.tag == "multi_select_person";
    CHECK((each.nesting == card_nesting::root_only) == root_only);
    CHECK((each.nesting == card_nesting::form_only) == form_only);
    // An interactive container takes seven elements, and excludes every other one.
    if (!is_element(each.kind) || root_only) continue;
    const words taken = words_of("div markdown img note column_set checker interactive_container");
    CHECK(((each.allowed_in & set_of({s::container_list})) != 0) == (taken.count(each.tag) != 0));
    CHECK(((each.excluded & set_of({s::container_list})) != 0) == (taken.count(each.tag) == 0));
  }
  // Interactive elements of the root are in an action.
  for (const std::string_view tag : words_of("button select_static select_person overflow "
                                             "date_picker picker_time picker_datetime input")) {
    const card_object_info& object = object_with(tag);
    CAPTURE(std::string(tag));
    CHECK((object.allowed_in & set_of({s::action_list})) != 0);
    CHECK((object.excluded & set_of({s::root_list})) != 0);
  }
  // A form excludes a text, not one in a column; a chart too.
  CHECK((not_at(card_object::div) & set_of({s::form_list, s::column_list})) ==
        set_of({s::form_list}));
  CHECK((not_at(card_object::chart) & set_of({s::form_list})) != 0);
  // Pages contradict each other on several images in a column; none allows an overflow menu or a panel.
  CHECK((not_at(card_object::img_combination) & set_of({s::column_list})) == 0);
  CHECK((not_at(card_object::overflow) & set_of({s::column_list})) != 0);
  CHECK((not_at(card_object::collapsible_panel) & set_of({s::column_list})) != 0);
  CHECK(at(card_object::column) == set_of({s::columns}));
  CHECK(at(card_object::action) == set_of({s::root_list}));
  CHECK(at(card_object::img) == set_of({s::root_list, s::column_list, s::form_list,
                                        s::container_list, s::panel_list, s::extra, s::note_list}));
  // What is right of a text, and in a note.
  words extras;
  words notes;
  for (const card_object_info& each : card_objects) {
    if ((each.allowed_in & set_of({s::extra})) != 0) extras.insert(each.tag);
    if ((each.allowed_in & set_of({s::note_list})) != 0) notes.insert(each.tag);
  }
  CHECK(joined(extras) ==
        "button date_picker img overflow picker_datetime picker_time select_person select_static");
  CHECK(joined(notes) == "custom_icon img lark_md plain_text standard_icon");
  // Markdown as a text object is in the title of a panel only.
  CHECK((at(card_object::markdown) & set_of({s::panel_title})) != 0);
  CHECK((not_at(card_object::markdown) & set_of({s::panel_title, s::text, s::plain_text})) ==
        set_of({s::text, s::plain_text}));
}

TEST_CASE("card objects: texts that exclude lark_md are those that the page names") {
  const auto slot_of = [](card_object o, std::string_view name) {
    const card_field* field = field_of(info(o), name);
    REQUIRE(field != nullptr);
    REQUIRE(field->value == card_value::element);
    return field->slot;
  };
  CHECK(slot_of(card_object::img, "alt") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::select_static, "placeholder") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::date_picker, "placeholder") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::confirm, "title") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::confirm, "text") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::select_option, "text") == card_slot::strict_plain_text);
  CHECK(slot_of(card_object::button, "hover_tips") == card_slot::plain_text);
  CHECK(slot_of(card_object::input, "placeholder") == card_slot::plain_text);
  CHECK(slot_of(card_object::button, "text") == card_slot::text);
  CHECK(slot_of(card_object::div, "text") == card_slot::text);
  CHECK(slot_of(card_object::div_field, "text") == card_slot::text);
  CHECK(slot_of(card_object::img, "title") == card_slot::text);
  CHECK(slot_of(card_object::header, "title") == card_slot::text);
  CHECK(slot_of(card_object::panel_header, "title") == card_slot::panel_title);
}

TEST_CASE("card objects: slots of one object, and slots that need a tag") {
  using s = card_slot;
  CHECK(only_object_in(s::columns) == &info(card_object::column));
  CHECK(only_object_in(s::checker_button) == &info(card_object::button));
  CHECK(only_object_in(s::text_tag) == &info(card_object::text_tag));
  CHECK(only_object_in(s::fallback) == &info(card_object::fallback_text));
  for (const s each : {s::root_list, s::note_list, s::extra, s::text, s::icon}) {
    CHECK(only_object_in(each) == nullptr);
  }
  // An icon may be without its tag: the pages do not require it.
  for (const s each : {s::root_list, s::form_list, s::column_list, s::container_list, s::panel_list,
                       s::note_list, s::action_list, s::extra, s::columns, s::checker_button,
                       s::text, s::plain_text, s::strict_plain_text, s::panel_title}) {
    CHECK(requires_tag(each));
  }
  for (const s each : {s::icon, s::text_tag, s::fallback}) CHECK_FALSE(requires_tag(each));
  words empty;
  for (const card_object_info& each : card_objects) {
    if (each.may_be_empty) empty.insert(each.name.en);
  }
  CHECK(joined(empty) == "confirmation header lark_md text link plain text");
}

TEST_CASE("card objects: structural fields are lists of the format, config, header and texts") {
  const words lists = words_of("elements columns actions options fields img_list");
  const words others = words_of("i18n_elements config header extra");
  for (const card_object_info& object : card_objects) {
    CAPTURE(std::string(object.name.en));
    for (const card_field& each : object.fields) {
      CAPTURE(std::string(each.name));
      const bool holds_text = each.value == card_value::element && is_text(each.slot);
      const bool is_list = lists.count(each.name) != 0;
      CHECK(each.structural == (holds_text || is_list || others.count(each.name) != 0));
      if (is_list) CHECK(each.types == set_of({json_type::array}));
      if (holds_text) CHECK(each.types == set_of({json_type::object}));
    }
  }
}

TEST_CASE("card objects: strings are scanned for what they may hold") {
  const auto value_of = [](card_object o, std::string_view name) {
    const card_field* field = field_of(info(o), name);
    REQUIRE(field != nullptr);
    return field->value;
  };
  // Only two tags have Markdown: in a content and its translations.
  for (const card_object_info& object : card_objects) {
    const words found =
        names_where(object, [](const card_field& f) { return f.value == card_value::markdown; });
    const bool expected = object.tag == "markdown" || object.tag == "lark_md";
    CHECK(joined(found) == (expected ? "content i18n i18n_content" : ""));
    // Names say what links and keys of images are.
    for (const card_field& each : object.fields) {
      const bool is_key = each.name == "img_key" || each.name == "i18n_img_key";
      CHECK((each.value == card_value::image_key) == is_key);
      const bool is_link = each.name.ends_with("url") && each.name != "multi_url";
      CHECK((each.value == card_value::link) == is_link);
      if (each.name == "multi_url" || each.name == "card_link" || each.name == "href") {
        CHECK(each.object == card_object::url);
      }
    }
  }
  CHECK(value_of(card_object::plain_text, "content") == card_value::shown_string);
  CHECK(value_of(card_object::button, "value") == card_value::data);
  CHECK(value_of(card_object::table, "rows") == card_value::data);
  CHECK(value_of(card_object::chart, "chart_spec") == card_value::data);
  CHECK(value_of(card_object::column_set, "_varloop") == card_value::variable);
}
