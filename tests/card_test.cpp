#include <feishu/helpdesk/card.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using enum syntax_error;

constexpr context patch{.mode = mode::partial};

// A card as it stands escaped in a body: the part before its fault, the rest, and what is wrong.
struct faulty_card {
  std::string_view before;
  std::string_view rest;
  syntax_error reason;
};

constexpr faulty_card faulty_cards[] = {
    {R"()", R"(Hello)", expected_value},
    {R"()", R"(\u4f60\u597d)", expected_value},
    {R"()", R"(\ud83d\ude00{})", expected_value},
    {R"()", R"(\ufeff{})", expected_value},
    {R"( )", R"()", end_of_text},
    {R"({\"a\":1)", R"()", end_of_text},
    {R"({\"a\":\"\u00e9)", R"()", end_of_text},
    {R"({\"a\":)", R"(x})", expected_value},
    {R"(\u007b\u0022a\u0022\u003a)", R"(\u0078\u007d)", expected_value},
    {R"({\n \"名\":\t\r)", R"(,})", expected_value},
    {R"({\"a\":0)", R"(1})", bad_number},
    {R"({\"a\":tru)", R"(\u0045})", bad_literal},
    {R"({\"a\")", R"(,1})", expected_colon},
    {R"({\"a\":1,)", R"(})", expected_name},
    {R"({)", R"(\u0000})", expected_name},
    {R"({\"a\":[])", R"(])", expected_comma_or_end},
    {R"({}\n)", R"(\\)", trailing_text},
    {R"({\"a\":\")", R"(\n\"})", control_character},
    {R"({\"a\":\"\\n)", R"(\u001f\"})", control_character},
    {R"({\"a\":\"\\\\\\\")", R"(\\q\"})", bad_escape},
    {R"({\"a\":\")", R"(\u005cq\"})", bad_escape},
    {R"({\"a\":\")", R"(\\u12\u0022})", bad_escape},
    {R"({\"a\":\"\\ud83d\\ude00)", R"(\\ud83d\"})", lone_surrogate},
    {R"({\"a\":\"\\ud800)", R"(\\x\"})", bad_escape},
    {R"({\")", R"(\\udc00\":1})", lone_surrogate},
    {R"()", R"([])", not_an_object},
    {R"(\n )", R"(\u005b{}])", not_an_object},
    {R"()", R"(\"{}\")", not_an_object},
    {R"( )", R"(-1 )", not_an_object},
    {R"()", R"(0)", not_an_object},
    {R"(\t)", R"(12)", not_an_object},
    {R"(\t)", R"(\u002d1\u0032\n)", not_an_object},
    {R"()", R"(\u006eul\u006c\n)", not_an_object},
    {R"()", R"(null)", not_an_object},
};

std::string body_with(std::string_view escaped_card) {
  return R"({"push_content":")" + std::string(escaped_card) + R"("})";
}

std::string unescaped_card(std::string_view body) {
  return std::string(boost::json::parse(body).at("push_content").as_string());
}

report preflight_in_chunks(std::string_view body, std::size_t size) {
  preflight_stream stream(patch);
  for (std::size_t i = 0; i < body.size(); i += size) stream.write(body.substr(i, size));
  return stream.finish();
}

// Whether the card gets the same verdict in a struct as in bytes, but for the place; and in bytes,
// however they are cut.
bool is_judged_alike(std::string_view body) {
  const report in_bytes = preflight(body, patch);
  for (const std::size_t size : {1u, 2u, 3u, 7u, 64u}) {
    if (!std::ranges::equal(preflight_in_chunks(body, size), in_bytes)) return false;
  }
  const report in_struct = validate(notification{.push_content = unescaped_card(body)}, patch);
  return std::ranges::equal(in_struct, in_bytes, [](const diagnostic& a, const diagnostic& b) {
    return &a.rule() == &b.rule() && a.where() == b.where() && a.details() == b.details() &&
           a.offset() == npos;
  });
}

TEST_CASE("the fault in a card is found at its place in the escaped text") {
  // Blanks before the card move it, within a piece and into the next.
  for (const std::string_view blank : {" ", "\\n", "\\u0020"}) {
    for (const std::size_t count : {0u, 1u, 7u, 15u, 1020u, 1024u}) {
      std::string blanks;
      for (std::size_t i = 0; i < count; ++i) blanks += blank;
      for (const faulty_card& each : faulty_cards) {
        const std::string before = blanks + std::string(each.before);
        const std::string body = body_with(before + std::string(each.rest));
        CAPTURE(body);
        const report found = preflight(body, patch);
        REQUIRE(found.has("card-syntax", "/push_content"));
        CHECK(found.size() == 1);
        CHECK(found[0].offset() == body_with(before).size() - 2);  // without its `"}`
        CHECK(found[0].details().reason == each.reason);
        CHECK(is_judged_alike(body));
      }
    }
  }
}

TEST_CASE("a card may nest 32 levels deep, whatever the body does") {
  const auto card = [](std::size_t arrays) {
    return body_with(R"({\"a\":)" + std::string(arrays, '[') + std::string(arrays, ']') + '}');
  };
  CHECK(preflight(card(31), patch).empty());
  const report found = preflight(card(32), patch);
  REQUIRE(found.size() == 1);
  CHECK(found[0].details().reason == too_deep);
  CHECK(found[0].offset() == card(32).find("]") - 1);
  CHECK(is_judged_alike(card(32)));
}

TEST_CASE("the text of an empty card is no card, and is not judged as one") {
  const report found = preflight(body_with(""), patch);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule().id == "empty-text");
  CHECK(is_judged_alike(body_with("")));
}

constexpr card_kind kind_of(std::string_view card, std::size_t chunk = npos / 2) {
  card_checker checker;
  for (std::size_t i = 0; i < card.size(); i += chunk)
    checker.write(card.substr(i, chunk), {.offset = i});
  checker.finish(card.size());
  return checker.error() == none ? checker.kind() : throw "not a card";
}

struct kind_case {
  std::string_view card;
  card_kind kind;
};

constexpr kind_case kinds[] = {
    {R"({})", card_kind::plain},
    {R"({"schema":"2.0"})", card_kind::version_2},
    {R"({"type":"template"})", card_kind::template_card},
    {R"({"type":"template","schema":"2.0"})", card_kind::version_2},
    {R"({"a":{"b":[]},"schema":"2.0","c":"1.0"})", card_kind::version_2},
    {R"({"\u0073chem\u0061":"2\u002e0"})", card_kind::version_2},
    // Other values, other names.
    {R"({"schema":"1.0","type":"raw"})", card_kind::plain},
    {R"({"schema":2.0,"type":["template"]})", card_kind::plain},
    {R"({"schema":"2.00","type":"templates"})", card_kind::plain},
    {R"({"schema":"2.","type":"templat"})", card_kind::plain},
    {R"({"schema":"","type":"Template"})", card_kind::plain},
    {R"({"Schema":"2.0","types":"template"})", card_kind::plain},
    {R"({"":"2.0","schema_":"2.0"})", card_kind::plain},
    {R"({"schema":"template","type":"2.0"})", card_kind::plain},
    // Not of the outermost object.
    {R"({"a":{"schema":"2.0"},"b":[{"type":"template"}]})", card_kind::plain},
    {R"({"schema":{"schema":"2.0"},"type":["type","template"]})", card_kind::plain},
    // The last one counts.
    {R"({"schema":"1.0","schema":"2.0"})", card_kind::version_2},
    {R"({"schema":"2.0","schema":"1.0"})", card_kind::plain},
    {R"({"schema":"2.0","schema":2})", card_kind::plain},
    {R"({"schema":"2.0","schema":null})", card_kind::plain},
    {R"({"schema":"2.0","schema":false})", card_kind::plain},
    {R"({"schema":"2.0","schema":["2.0"]})", card_kind::plain},
    {R"({"schema":"2.0","schema":{"schema":"2.0"}})", card_kind::plain},
    {R"({"type":null,"type":"template"})", card_kind::template_card},
    {R"({"type":"template","type":"raw"})", card_kind::plain},
};

constexpr bool all_kinds_are_told(std::size_t chunk) {
  return std::ranges::all_of(
      kinds, [&](const kind_case& each) { return kind_of(each.card, chunk) == each.kind; });
}
static_assert(all_kinds_are_told(npos / 2));
static_assert(all_kinds_are_told(1));

TEST_CASE("a card says of which kind it is, in its outermost members") {
  for (const kind_case& each : kinds) {
    CAPTURE(each.card);
    CHECK(kind_of(each.card) == each.kind);
    CHECK(kind_of(each.card, 1) == each.kind);
    const notification n{.push_content = std::string(each.card)};
    CHECK(validate(n, patch).has("card-version") == (each.kind != card_kind::plain));
  }
  CHECK(preflight(body_with(R"({\"schema\":\"2.0\"})"), patch)[0].details().detail == "2.0");
  CHECK(preflight(body_with(R"({\"type\":\"template\"})"), patch)[0].details().detail ==
        "template");
  CHECK(is_judged_alike(body_with(R"({\"schema\":\"2.0\"})")));
}

// A card of this size once unescaped, most of which is `letter` again and again.
std::string card_of(std::size_t size, std::string_view letter) {
  const std::size_t bytes = unescaped_card(body_with(letter)).size();
  const std::size_t around = std::string_view(R"({"a":""})").size();
  std::string letters;
  for (std::size_t i = 0; i < (size - around) / bytes; ++i) letters += letter;
  return R"({\"a\":\")" + letters + R"(\"})" + std::string((size - around) % bytes, ' ');
}

TEST_CASE("a card's size is that of its unescaped text, and 30 KB are allowed") {
  for (const std::string_view letter :
       {"x", "\\/", "\\u0041", "\\u00e9", "\xe4\xb8\xad", "\\ud83d\\ude00"}) {
    for (const std::size_t size : {card_size_limit - 1, card_size_limit, card_size_limit + 1}) {
      CAPTURE(letter);
      CAPTURE(size);
      const std::string body = body_with(card_of(size, letter));
      REQUIRE(unescaped_card(body).size() == size);
      const report found = preflight(body, patch);
      CHECK(found.size() == (size > card_size_limit ? 1 : 0));
      CHECK(found.has("card-size") == (size > card_size_limit));
      CHECK(is_judged_alike(body));
      if (!found.empty()) CHECK(found[0].details().number == static_cast<std::int64_t>(size));
    }
  }
}

}  // namespace
