#include "tests/hard_texts.hpp"
#include "tests/reading.hpp"
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace reading;
using feishu::helpdesk::detail::reader;

// The first text that is not read as the table says; null if there is none.
constexpr const hard_texts::hard_text* first_misread(std::span<const hard_texts::hard_text> group,
                                                     std::size_t chunk) {
  for (const hard_texts::hard_text& each : group) {
    deaf handler;
    if (read(each.text, chunk, handler) != result{each.error, each.offset}) return &each;
  }
  return nullptr;
}

static_assert(first_misread(hard_texts::values, whole) == nullptr);
static_assert(first_misread(hard_texts::values, 1) == nullptr);
static_assert(first_misread(hard_texts::numbers, whole) == nullptr);
static_assert(first_misread(hard_texts::numbers, 1) == nullptr);
static_assert(first_misread(hard_texts::strings, whole) == nullptr);
static_assert(first_misread(hard_texts::strings, 1) == nullptr);
static_assert(first_misread(hard_texts::utf8, whole) == nullptr);
static_assert(first_misread(hard_texts::utf8, 1) == nullptr);

// Everything that a body can hold: each kind of value, escape and length of character.
constexpr std::string_view everything =
    " {\"a\\u00e9\\n\xe5\x90\x8d\": [-12, 0, -0, 1.5, 2E+7, 99999999999999999999, true],\r\n\t"
    "\"\": \"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\","
    "\"b\":[null, {}, [], false], \"bb\":{\"b\": \"\"}}\n";

// Whether a handler's shortcuts change what it is told, or what is wrong.
void check_read_quickly(const hard_texts::hard_text& text, std::size_t chunk) {
  recorder plain;
  quick_recorder quick;
  written_recorder written;
  read(text.text, chunk, plain);
  CHECK(read(text.text, chunk, quick) == result{text.error, text.offset});
  CHECK(read(text.text, chunk, written) == result{text.error, text.offset});
  CHECK(quick.log() == plain.log());
}

TEST_CASE("the table of hard texts is read as it says, in chunks of any size") {
  hard_texts::for_each_group([](std::span<const hard_texts::hard_text> group) {
    for (const hard_texts::hard_text& each : group) {
      CAPTURE(each.text);
      recorder expected;
      CHECK(read(each.text, whole, expected) == result{each.error, each.offset});
      for (const std::size_t chunk : {1u, 2u, 3u, 5u}) {
        CAPTURE(chunk);
        recorder handler;
        CHECK(read(each.text, chunk, handler) == result{each.error, each.offset});
        // Of a string that breaks, small chunks tell more than large ones.
        CHECK(handler.log().starts_with(expected.log()));
        if (each.error == syntax_error::none) CHECK(handler.log() == expected.log());
        check_read_quickly(each, chunk);
      }
      check_read_quickly(each, whole);
    }
  });
}

TEST_CASE("events come in order, with text unescaped and the offsets of the source") {
  recorder handler;
  CHECK(read(R"( {"a\u0062": [-12, 1.5, "x\n\u00e9y", true], "":null} )", whole, handler) ==
        result{});
  CHECK(handler.log() ==
        "{@1 name@2 ab: [@13 -12@14 1.@19 \"@24 x25 \n26 \xc3"
        "28 \xa9"
        "28 y34 \"@35 boolean@38 ]@42 name@45 : null@48 }@52 ");
}

TEST_CASE("integers saturate at 64 bits") {
  const auto log_of = [](std::string_view text) {
    recorder handler;
    CHECK(read(text, whole, handler) == result{});
    return handler.log();
  };
  CHECK(log_of("-0") == "-0@0 ");
  CHECK(log_of("18446744073709551614") == "18446744073709551614@0 ");
  CHECK(log_of("18446744073709551615") == "18446744073709551615@0 ");
  CHECK(log_of("18446744073709551616") == "18446744073709551615@0 ");
  CHECK(log_of("-99999999999999999999") == "-18446744073709551615@0 ");
  CHECK(log_of("7E1") == "7.@0 ");
}

template <class Recorder>
void check_cut_in_two() {
  recorder expected;
  REQUIRE(read(everything, whole, expected) == result{});
  for (std::size_t cut = 0; cut <= everything.size(); ++cut) {
    reader r;
    Recorder handler;
    CHECK(r.write(everything.substr(0, cut), handler, 0));
    CHECK(r.write(everything.substr(cut), handler, cut));
    CHECK(r.finish(handler, everything.size()));
    CHECK(handler.log() == expected.log());
  }
}

TEST_CASE("wherever a text is cut in two, the events are the same") {
  check_cut_in_two<recorder>();
  check_cut_in_two<quick_recorder>();
}

TEST_CASE("texts of strings come as they were written where the handler wants that") {
  const std::string_view text = R"({"\u0061": "x\n\u00e9 y", "b": ["\""]})";
  const std::string_view log =
      "{@0 name@1 a: \"@11 x12 \\13 n14 \\15 u16 017 018 e19 920  21 y22 \"@23 "
      "name@26 b: [@31 \"@32 \\33 \"34 \"@35 ]@36 }@37 ";
  for (const std::size_t chunk : {whole, std::size_t{13}, std::size_t{21}}) {
    written_recorder handler;
    CHECK(read(text, chunk, handler) == result{});
    CHECK(handler.log() == log);
  }
}

TEST_CASE("a text that is cut short ends too early, where it ends") {
  const std::size_t last_brace = everything.rfind('}');
  for (std::size_t size = 0; size <= last_brace; ++size) {
    deaf handler;
    CAPTURE(size);
    CHECK(read(everything.substr(0, size), whole, handler) ==
          result{syntax_error::end_of_text, size});
  }
}

TEST_CASE("a handler that says stop is asked no more, and no error is made of it") {
  for (std::size_t stop_at = 0; stop_at < 20; ++stop_at) {
    recorder stopping(stop_at);
    CHECK(read(everything, whole, stopping).error == syntax_error::none);
    recorder going_on;
    read(everything, whole, going_on);
    CHECK(stopping.log().size() < going_on.log().size());
    CHECK(going_on.log().starts_with(stopping.log()));
    quick_recorder quickly_stopping(stop_at);
    CHECK(read(everything, whole, quickly_stopping).error == syntax_error::none);
    CHECK(quickly_stopping.log() == stopping.log());
  }
}

TEST_CASE("the end of a text does not hide an error before it") {
  reader r;
  deaf handler;
  CHECK_FALSE(r.write("[1}", handler, 0));
  CHECK_FALSE(r.finish(handler, 3));
  CHECK(result{r.error(), r.error_offset()} == result{syntax_error::expected_comma_or_end, 2});
}

}  // namespace
