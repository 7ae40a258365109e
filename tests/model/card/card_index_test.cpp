#include "tests/model/card/words.hpp"
#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_index.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/string_index.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

namespace {

using namespace card_words;

}  // namespace

TEST_CASE("card index: every name and tag is found, and no other string") {
  words distinct;
  for (const card_object_info& object : card_objects) {
    for (const card_field& each : object.fields) {
      distinct.insert(each.name);
      const std::uint8_t name = detail::card_names.find(each.name);
      REQUIRE(name != detail::unknown_string);
      CHECK(detail::card_names[name] == each.name);
      const detail::card_row* row = detail::card_row_index.find(object.kind, name);
      REQUIRE(row != nullptr);
      CHECK(row->value == each.value);
      CHECK(row->types == each.types);
      CHECK(row->structural == each.structural);
      CHECK(&each == object.fields.data() + (row - detail::card_row_index.begin(object.kind)));
    }
    if (!object.tag.empty()) {
      const card_object* found = detail::find_card_object(object.tag);
      REQUIRE(found != nullptr);
      CHECK(*found == object.kind);
    }
    const detail::card_object_row& short_row = detail::row_of(object.kind);
    CHECK(short_row.allowed_in == object.allowed_in);
    CHECK(short_row.excluded == object.excluded);
    CHECK(short_row.nesting == object.nesting);
    CHECK(short_row.may_be_empty == object.may_be_empty);
  }
  CHECK(distinct.size() == detail::card_names.size());
  for (const std::string_view each : {"", "dvi", "t", "columnz", "i18n_element", "element"}) {
    CHECK(detail::card_names.find(each) == detail::unknown_string);
    CHECK(detail::find_card_object(each) == nullptr);
  }
  const std::uint8_t options = detail::card_names.find("options");
  CHECK(detail::card_row_index.find(card_object::hr, options) == nullptr);
  CHECK(detail::card_row_index.known(card_object::overflow).contains(options));
  CHECK(detail::card_row_index.demanded(card_object::overflow).contains(options));
  CHECK_FALSE(detail::card_row_index.demanded(card_object::select_static).contains(options));
}
