// Where fields stand in a text.

#include <feishu/helpdesk/repair/source_map.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

TEST_CASE("values end where they end") {
  const auto value = [](std::string_view text) { return detail::value_at(text, 0).of(text); };
  CHECK(value(R"("a\"],}b" , 1)") == R"("a\"],}b")");
  CHECK(value(R"({"a":[1,"}"],"b":{}} ,)") == R"({"a":[1,"}"],"b":{}})");
  CHECK(value("-12.5e+3,") == "-12.5e+3");
  CHECK(value("null}") == "null");
  CHECK(value("7\n}") == "7");
  CHECK(value("7]") == "7");
  CHECK(value("7") == "7");
  CHECK(value(R"("cut\)") == R"("cut\)");
  CHECK(value("[[1") == "[[1");
  CHECK(value("").empty());
}

TEST_CASE("fields of the body, not of what is in it") {
  constexpr std::string_view body =
      " {\n  \"create_user\" : {\"name\": 1, \"push_type\": 9},\n  \"other\": [{\"ext\": 1}],\n"
      "  \"push\\u005ftype\" : 1 , \"push_type\" : 0\n} ";
  constexpr source_map found(body);
  static_assert(found.is_well_formed());
  CHECK(found.brace() == 1);
  CHECK(found.value_of(field::push_type).of(body) == "0");  // the last one counts
  CHECK(found.value_of(field::push_type).begin == body.rfind('0'));
  CHECK(found.value_of(field::create_user).of(body) == R"({"name": 1, "push_type": 9})");
  CHECK(!found.has(field::ext));
  CHECK(!found.has(field::user_list));
  CHECK(found.whitespace_before_names() == "\n  ");
  CHECK(found.colon() == " : ");
  CHECK(found.end_of_fields() == body.rfind('0') + 1);
  CHECK(found.only_value().begin == npos);
}

TEST_CASE("a field wherever it stands, among the others") {
  constexpr std::string_view body =
      R"({"ext":{"push_type":9},"push_type":1,"x":"}","push\u005ftype":null})";
  std::string seen;
  source_map(body).for_each_field(
      field::push_type, [&](bool is_this, std::size_t key, std::size_t value) {
        seen += std::string(is_this ? "this " : "other ") +
                std::string(detail::value_at(body, key).of(body)) + " " +
                std::string(detail::value_at(body, value).of(body)) + "\n";
      });
  CHECK(seen ==
        "other \"ext\" {\"push_type\":9}\n"
        "this \"push_type\" 1\n"
        "other \"x\" \"}\"\n"
        "this \"push\\u005ftype\" null\n");
}

TEST_CASE("one field, or none") {
  constexpr std::string_view one = R"({"x":{"y":[]}})";
  CHECK(source_map(one).only_value().of(one) == R"({"y":[]})");
  const source_map none("{ }");
  CHECK(none.is_well_formed());
  CHECK(none.is_empty());
  CHECK(none.only_value().begin == npos);
  CHECK(none.end_of_fields() == 1);
  CHECK(none.colon() == ":");
  CHECK(none.whitespace_before_names().empty());
}

TEST_CASE("blanks without end are no style") {
  const std::string whitespace(1000, ' ');
  const std::string text = "{" + whitespace + "\"x\"" + whitespace + ":1}";
  const source_map found(text);
  CHECK(found.whitespace_before_names().empty());
  CHECK(found.colon() == ":");
}

TEST_CASE("what is not one object is not readable") {
  for (const std::string_view text : {"", "[]", "7", "null", "\"x\"", "{", "{\"push_type\":1",
                                      "{} {}", "{\"a\":}", "[{\"ext\":1}]"}) {
    CAPTURE(text);
    CHECK(!source_map(text).is_well_formed());
    CHECK(!source_map(text).has(field::ext));
  }
}

}  // namespace
