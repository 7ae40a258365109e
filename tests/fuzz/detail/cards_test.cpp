#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/cards.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
namespace json = boost::json;

// What the card says of itself by its fields, whatever its depth.
json::value read(std::string_view card) {
  json::error_code failure;
  const json::value value = json::parse(card, failure);
  return failure ? json::value() : value;
}

bool is_undocumented(const json::value& card) {
  const json::value* schema = card.as_object().if_contains("schema");
  const json::value* type = card.as_object().if_contains("type");
  return (schema != nullptr && *schema == "2.0") || (type != nullptr && *type == "template");
}

TEST_CASE("cards are objects, of several shapes") {
  std::set<std::string> shapes;
  std::set<std::string> elements;
  std::size_t undocumented = 0;
  seeds::for_each(10'000, 200, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string card = fuzz::card(from);
    const json::value value = read(card);
    CAPTURE(card);
    REQUIRE(value.is_object());
    undocumented += is_undocumented(value) ? 1 : 0;
    std::string shape;
    for (const auto& each : value.as_object()) {
      if (each.key().size() > 3) shape += std::string(each.key()) + ' ';
    }
    shapes.insert(shape);
    const json::value* list = value.as_object().if_contains("elements");
    if (list == nullptr || !list->is_array()) return;
    for (const json::value& each : list->as_array()) {
      const json::object* element = each.if_object();
      if (element != nullptr && element->contains("tag"))
        elements.insert(json::serialize(element->at("tag")));
    }
  });
  for (const char* shape :
       {"", "elements ", "config header elements ", "config i18n_elements card_link ",
        "type schema elements ", "schema body ", "type data "}) {
    CAPTURE(shape);
    CHECK(shapes.contains(shape));
  }
  CHECK(elements == std::set<std::string>{"\"hr\"", "\"div\"", "\"img\"", "\"action\""});
  CHECK(undocumented > 1000);
}

TEST_CASE("a card of another kind says so, however it is written") {
  seeds::for_each(5'000, 100, [](seeds::bytes bytes) {
    choices from(bytes);
    const std::string card = fuzz::undocumented_card(from);
    CAPTURE(card);
    CHECK(is_undocumented(read(card)));
  });
}

TEST_CASE("an oversized card is just above the limit, or as far as there are bytes for it") {
  std::size_t by_one = 0;
  seeds::for_each(1'000, 100, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string card = fuzz::oversized_card(from);
    CHECK(read(card).is_object());
    CHECK(card.size() > 30 * 1024);
    CHECK(card.size() <= 30 * 1024 + 256 + 30 * bytes.size());
    by_one += card.size() == 30 * 1024 + 1 ? 1 : 0;
  });
  CHECK(by_one > 0);
}

TEST_CASE("what is ill-formed is UTF-8, is something, and is no object") {
  std::size_t other_values = 0;
  seeds::for_each(20'000, 120, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string card = fuzz::ill_formed_card(from);
    CAPTURE(card);
    CHECK(!card.empty());
    CHECK(detail::is_utf8(card));
    json::error_code failure;
    json::parse_options strict;
    strict.max_depth = feishu::helpdesk::detail::max_depth;
    const json::value value = json::parse(card, failure, {}, strict);
    CHECK((failure || !value.is_object()));
    other_values += failure ? 0 : 1;
  });
  CHECK(other_values > 1000);
}

}  // namespace
