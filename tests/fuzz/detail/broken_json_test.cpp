#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/broken_json.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::bad_utf8;
using fuzz::broken_json;
using fuzz::choices;

bool is_json(std::string_view text) {
  boost::json::error_code failure;
  boost::json::parse_options strict;
  strict.max_depth = feishu::helpdesk::detail::max_depth;
  boost::json::parse(text, failure, {}, strict);
  return !failure;
}

TEST_CASE("no text that was broken is JSON, to anybody") {
  std::set<syntax_error> errors;
  for (const bad_utf8 wanted : {bad_utf8::left_out, bad_utf8::included}) {
    std::size_t not_utf8 = 0;
    seeds::for_each(8'000, 120, [&](seeds::bytes bytes) {
      choices from(bytes);
      std::string text;
      fuzz::write_whitespace(text, from);
      fuzz::write_value(text, json_type::object, 4, from);
      const std::string broken = broken_json(text, wanted, from);
      CAPTURE(text);
      CAPTURE(broken);
      REQUIRE(is_json(text));
      CHECK(!is_json(broken));
      const report found = preflight(broken);
      CHECK(found.has("json-syntax"));
      for (const diagnostic& each : found) errors.insert(each.args().reason);
      not_utf8 += detail::is_utf8(broken) ? 0 : 1;
    });
    CHECK((not_utf8 != 0) == (wanted == bad_utf8::included));
  }
  for (std::size_t i = 1; i < std::size(feishu::helpdesk::detail::syntax_error_texts); ++i) {
    const auto each = static_cast<syntax_error>(i);
    const bool is_no_readers =
        each == syntax_error::number_beyond_double || each == syntax_error::not_an_object;
    CAPTURE(localized(each).en);
    CHECK(errors.contains(each) != is_no_readers);
  }
}

TEST_CASE("what breaks a text breaks it wherever it may be put") {
  const auto quoted = [](std::string_view text) { return '"' + std::string(text) + '"'; };
  for (const std::string_view each : fuzz::detail::strays) {
    for (const char* text :
         {"@", "@1", "1@", "[@]", "{@}", "[1@,2]", "[1,@2]", R"({"a"@:1})", R"({"a":@1})"}) {
      const std::string_view form(text);
      const std::size_t place = form.find('@');
      const std::string broken = std::string(form.substr(0, place)) + std::string(each) +
                                 std::string(form.substr(place + 1));
      CAPTURE(broken);
      CHECK(!is_json(broken));
    }
  }
  for (const std::string_view each : fuzz::detail::invalid_values) {
    for (const std::string_view next : {"", "1", "0", "{}", "[]", "true", "\"\""}) {
      CAPTURE(each);
      CHECK(!is_json('[' + std::string(each) + std::string(next) + ']'));
    }
  }
  for (const std::string_view each : fuzz::detail::invalid_characters) {
    for (const std::string_view text : {"", "a", "4567", "\\ud83d\\ude00", "\\n", "é"}) {
      CAPTURE(each);
      CHECK(!is_json(quoted(std::string(each) + std::string(text))));
      CHECK(!is_json(quoted(std::string(text) + std::string(each))));
    }
  }
  for (const std::string_view each : fuzz::detail::invalid_utf8) {
    const std::string text = "a\xc3\xa9\xe6\x96\xb0\xf0\x9f\x8e\x89";
    for (std::size_t i = 0; i <= text.size(); ++i) {
      CHECK(!detail::is_utf8(text.substr(0, i) + std::string(each) + text.substr(i)));
    }
  }
}

TEST_CASE("an object without fields can be broken in many ways") {
  std::set<std::string> ways;
  seeds::for_each(2'000, 12, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string broken = broken_json("{ }", bad_utf8::included, from);
    ways.insert(broken);
    CHECK(!is_json(broken));
  });
  CHECK(ways.size() > 20);
}

}  // namespace
