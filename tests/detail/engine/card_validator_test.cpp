#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
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
using enum detail::card_kind;

constexpr context patch{.mode = mode::partial};

// A card as it stands escaped in a body: the part before its fault, the rest, and what is wrong.
struct faulty_card {
  std::string_view before;
  std::string_view rest;
  syntax_error reason;
};

// clang-format off
constexpr faulty_card faulty_cards[] = {
    {"", "Hello", expected_value}, {"", R"(\u4f60\u597d)", expected_value},
    {"", R"(\ud83d\ude00{})", expected_value}, {"", R"(\ufeff{})", expected_value},
    {" ", "", end_of_text}, {R"({\"a\":1)", "", end_of_text},
    {R"({\"a\":\"\u00e9)", "", end_of_text}, {R"({\"a\":)", "x}", expected_value},
    {R"(\u007b\u0022a\u0022\u003a)", R"(\u0078\u007d)", expected_value},
    {R"({\n \"名\":\t\r)", ",}", expected_value}, {R"({\"a\":0)", "1}", bad_number},
    {R"({\"a\":tru)", R"(\u0045})", bad_literal}, {R"({\"a\")", R"(,1})", expected_colon},
    {R"({\"a\":1,)", "}", expected_name}, {"{", R"(\u0000})", expected_name},
    {R"({\"a\":[])", "]", expected_comma_or_end}, {R"({}\n)", R"(\\)", trailing_text},
    {R"({\"a\":\")", R"(\n\"})", control_character},
    {R"({\"a\":\"\\n)", R"(\u001f\"})", control_character},
    {R"({\"a\":\"\\\\\\\")", R"(\\q\"})", bad_escape},
    {R"({\"a\":\")", R"(\u005cq\"})", bad_escape}, {R"({\"a\":\")", R"(\\u12\u0022})", bad_escape},
    {R"({\"a\":\"\\ud83d\\ude00)", R"(\\ud83d\"})", lone_surrogate},
    {R"({\"a\":\"\\ud800)", R"(\\x\"})", bad_escape}, {R"({\")", R"(\\udc00\":1})", lone_surrogate},
    {"", "[]", not_an_object}, {R"(\n )", R"(\u005b{}])", not_an_object},
    {"", R"(\"{}\")", not_an_object}, {" ", "-1 ", not_an_object}, {"", "0", not_an_object},
    {R"(\t)", "12", not_an_object}, {R"(\t)", R"(\u002d1\u0032\n)", not_an_object},
    {"", R"(\u006eul\u006c\n)", not_an_object}, {"", "null", not_an_object},
};
// clang-format on

static_assert(detail::card_size_limit == 30 * 1024);

std::string body_with(std::string_view escaped_card) {
  return R"({"push_content":")" + std::string(escaped_card) + R"("})";
}

std::string unescaped_card(std::string_view body) {
  return std::string(boost::json::parse(body).at("push_content").as_string());
}

// Whether the card gets the same result in a struct as in bytes, but for the place; and in bytes,
// however they are cut.
bool is_validated_alike(std::string_view body) {
  const report in_bytes = preflight(body, patch);
  for (const std::size_t size : {1u, 2u, 3u, 7u, 64u}) {
    preflight_stream stream(patch);
    for (std::size_t i = 0; i < body.size(); i += size) stream.write(body.substr(i, size));
    if (stream.finish() != in_bytes) return false;
  }
  const report in_struct = validate(notification{.push_content = unescaped_card(body)}, patch);
  return std::ranges::equal(in_struct, in_bytes, [](const diagnostic& a, const diagnostic& b) {
    return &a.rule() == &b.rule() && a.where() == b.where() && a.args() == b.args() &&
           a.offset() == npos;
  });
}

TEST_CASE("the fault in a card is found at its place in the escaped text") {
  // Blanks before the card move it, within a piece and into the next.
  for (const std::string_view whitespace : {" ", "\\n", "\\u0020"}) {
    for (const std::size_t count : {0u, 1u, 7u, 15u, 1020u, 1024u}) {
      std::string gap;
      for (std::size_t i = 0; i < count; ++i) gap += whitespace;
      for (const faulty_card& each : faulty_cards) {
        const std::string before = gap + std::string(each.before);
        const std::string body = body_with(before + std::string(each.rest));
        CAPTURE(body);
        const report found = preflight(body, patch);
        REQUIRE(found.has("card-syntax", "/push_content"));
        CHECK(found.size() == 1);
        CHECK(found[0].offset() == body_with(before).size() - 2);  // without its `"}`
        CHECK(found[0].args().reason == each.reason);
        CHECK(is_validated_alike(body));
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
  CHECK(found[0].args().reason == too_deep);
  CHECK(found[0].offset() == card(32).find("]") - 1);
  CHECK(is_validated_alike(card(32)));
}

TEST_CASE("a second card is validated as if there had been no first") {
  for (const faulty_card& first : faulty_cards) {
    for (const faulty_card& second : faulty_cards) {
      const std::string before = R"({"push_content":")" + std::string(first.before) +
                                 std::string(first.rest) + R"(","push_content":")";
      const std::string body =
          before + std::string(second.before) + std::string(second.rest) + R"("})";
      CAPTURE(body);
      const report found = preflight(body, patch);
      REQUIRE(found.size() == 3);  // one is that the field stands twice
      CHECK(found[2].offset() == before.size() + second.before.size());
      CHECK(found[2].args().reason == second.reason);
    }
  }
  constexpr std::string_view one_of_each =
      R"({"push_content":"{}","push_content":"{\"schema\":\"2.0\"}","push_content":"{}"})";
  CHECK(preflight(one_of_each, patch).warning_count() == 1);
}

TEST_CASE("an empty card is not validated as one") {
  CHECK(preflight(body_with(""), patch).size() == 1);
  CHECK(preflight(body_with(""), patch).has("empty-string", "/push_content"));
  CHECK(is_validated_alike(body_with("")));
}

constexpr detail::card_kind kind_of(std::string_view card, std::size_t chunk = npos / 2) {
  detail::card_checker checker;
  for (std::size_t i = 0; i < card.size(); i += chunk)
    checker.write(card.substr(i, chunk), {.offset = i});
  checker.finish(card.size());
  return checker.error() == none ? checker.kind() : throw "not a card";
}

struct kind_case {
  std::string_view card;
  detail::card_kind kind;
};

// clang-format off
constexpr kind_case kinds[] = {
    {"{}", plain}, {R"({"schema":"2.0"})", version_2}, {R"({"type":"template"})", template_card},
    {R"({"type":"template","schema":"2.0"})", version_2},
    {R"({"a":{"b":[]},"schema":"2.0","c":"1.0"})", version_2},
    {R"({"\u0073chem\u0061":"2\u002e0"})", version_2},
    // Other values, other names.
    {R"({"schema":"1.0","type":"raw"})", plain}, {R"({"schema":2.0,"type":["template"]})", plain},
    {R"({"schema":"2.00","type":"templates"})", plain},
    {R"({"schema":"2.","type":"templat"})", plain}, {R"({"schema":"","type":"Template"})", plain},
    {R"({"Schema":"2.0","types":"template"})", plain}, {R"({"":"2.0","schema_":"2.0"})", plain},
    {R"({"schema":"template","type":"2.0"})", plain},
    // Not of the outermost object.
    {R"({"a":{"schema":"2.0"},"b":[{"type":"template"}]})", plain},
    {R"({"schema":{"schema":"2.0"},"type":["type","template"]})", plain},
    // The last one counts.
    {R"({"schema":"1.0","schema":"2.0"})", version_2},
    {R"({"schema":"2.0","schema":"1.0"})", plain}, {R"({"schema":"2.0","schema":2})", plain},
    {R"({"schema":"2.0","schema":null})", plain}, {R"({"schema":"2.0","schema":false})", plain},
    {R"({"schema":"2.0","schema":["2.0"]})", plain},
    {R"({"schema":"2.0","schema":{"schema":"2.0"}})", plain},
    {R"({"type":null,"type":"template"})", template_card},
    {R"({"type":"template","type":"raw"})", plain},
};
// clang-format on

static_assert(std::ranges::all_of(kinds, [](const kind_case& each) {
  return kind_of(each.card) == each.kind && kind_of(each.card, 1) == each.kind;
}));

TEST_CASE("a card says of which kind it is, in its outermost fields") {
  for (const kind_case& each : kinds) {
    CAPTURE(each.card);
    CHECK(kind_of(each.card) == each.kind);
    CHECK(kind_of(each.card, 1) == each.kind);
    const notification n{.push_content = std::string(each.card)};
    CHECK(validate(n, patch).has("card-version") == (each.kind != plain));
  }
  CHECK(preflight(body_with(R"({\"schema\":\"2.0\"})"), patch)[0].args().detail == "2.0");
  const std::string of_template = body_with(R"({\"type\":\"template\"})");
  CHECK(preflight(of_template, patch)[0].args().detail == "template");
  CHECK(is_validated_alike(body_with(R"({\"schema\":\"2.0\"})")));
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
    for (const std::size_t size :
         {detail::card_size_limit - 1, detail::card_size_limit, detail::card_size_limit + 1}) {
      const std::string body = body_with(card_of(size, letter));
      REQUIRE(unescaped_card(body).size() == size);
      const report found = preflight(body, patch);
      CAPTURE(size);
      CHECK(found.size() == (size > detail::card_size_limit ? 1 : 0));
      CHECK(found.has("card-size") == (size > detail::card_size_limit));
      CHECK(is_validated_alike(body));
      if (!found.empty()) CHECK(found[0].args().number == static_cast<std::int64_t>(size));
    }
  }
}

}  // namespace
