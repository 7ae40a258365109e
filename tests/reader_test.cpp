#include "tests/hard_texts.hpp"
#include <feishu/helpdesk/reader.hpp>
#include <feishu/helpdesk/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace {

using feishu::helpdesk::npos;
using feishu::helpdesk::number_token;
using feishu::helpdesk::reader;
using feishu::helpdesk::syntax_error;

// Listens to nothing.
struct deaf {
  constexpr bool begin_object(std::size_t) { return true; }
  constexpr bool end_object(std::size_t) { return true; }
  constexpr bool begin_array(std::size_t) { return true; }
  constexpr bool end_array(std::size_t) { return true; }
  constexpr bool begin_name(std::size_t) { return true; }
  constexpr bool name_text(std::string_view) { return true; }
  constexpr bool end_name() { return true; }
  constexpr bool begin_string(std::size_t) { return true; }
  constexpr bool string_text(std::string_view, std::size_t, std::size_t) { return true; }
  constexpr bool end_string(std::size_t) { return true; }
  constexpr bool number(std::size_t, const number_token&) { return true; }
  constexpr bool boolean(std::size_t) { return true; }
  constexpr bool null(std::size_t) { return true; }
};

// Writes every event down, text byte by byte, so that pieces do not show. Says stop at one of them.
class recorder {
 public:
  explicit recorder(std::size_t stop_at = npos) : left_(stop_at) {}

  bool begin_object(std::size_t offset) { return note("{", offset); }
  bool end_object(std::size_t offset) { return note("}", offset); }
  bool begin_array(std::size_t offset) { return note("[", offset); }
  bool end_array(std::size_t offset) { return note("]", offset); }
  bool begin_name(std::size_t offset) { return note("name", offset); }
  bool name_text(std::string_view piece) {
    log_ += piece;
    return true;
  }
  bool end_name() {
    log_ += ": ";
    return true;
  }
  bool begin_string(std::size_t offset) { return note("\"", offset); }
  bool string_text(std::string_view piece, std::size_t offset, std::size_t step) {
    for (const char& c : piece) {
      log_ += c;
      log_ += std::to_string(offset) + ' ';
      offset += step;
    }
    return true;
  }
  bool end_string(std::size_t offset) { return note("\"", offset); }
  bool number(std::size_t offset, const number_token& token) {
    const std::string sign = token.is_negative ? "-" : "";
    return note(sign + std::to_string(token.magnitude) + (token.is_integer ? "" : "."), offset);
  }
  bool boolean(std::size_t offset) { return note("boolean", offset); }
  bool null(std::size_t offset) { return note("null", offset); }

  const std::string& log() const { return log_; }

 private:
  bool note(std::string_view event, std::size_t offset) {
    log_ += event;
    log_ += '@' + std::to_string(offset) + ' ';
    return left_-- != 0;
  }

  std::string log_{};
  std::size_t left_;
};

struct outcome {
  syntax_error error = syntax_error::none;
  std::size_t offset = 0;

  bool operator==(const outcome&) const = default;
  friend std::ostream& operator<<(std::ostream& to, const outcome& o) {
    return to << wording_of(o.error).en << " at " << o.offset;
  }
};

template <class Handler>
constexpr outcome read(std::string_view text, std::size_t chunk, Handler& handler) {
  reader reading;
  for (std::size_t i = 0; i < text.size(); i += chunk) {
    if (!reading.write(text.substr(i, chunk), handler, i)) {
      return {reading.error(), reading.error_offset()};
    }
  }
  if (reading.finish(handler, text.size())) return {};
  return {reading.error(), reading.error_offset()};
}

constexpr std::size_t whole = npos / 2;  // a chunk larger than any text

// The first text that is not read as the table says; null if there is none.
constexpr const hard_texts::hard_text* first_misread(std::span<const hard_texts::hard_text> group,
                                                     std::size_t chunk) {
  for (const hard_texts::hard_text& each : group) {
    deaf handler;
    if (read(each.text, chunk, handler) != outcome{each.error, each.offset}) return &each;
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
    " {\"a\\u00e9\\n\xe5\x90\x8d\": [-12, 0, -0, 1.5, 2E+7, 99999999999999999999, true, false, "
    "null, "
    "{}, []],\r\n\t\"\": "
    "\"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\"}\n";

TEST_CASE("the table of hard texts is read as it says, in chunks of any size") {
  hard_texts::for_each_group([](std::span<const hard_texts::hard_text> group) {
    for (const hard_texts::hard_text& each : group) {
      CAPTURE(each.text);
      recorder expected;
      CHECK(read(each.text, whole, expected) == outcome{each.error, each.offset});
      for (const std::size_t chunk : {1, 2, 3, 5}) {
        CAPTURE(chunk);
        recorder handler;
        CHECK(read(each.text, chunk, handler) == outcome{each.error, each.offset});
        CHECK(handler.log() == expected.log());
      }
    }
  });
}

TEST_CASE("events come in order, with text unescaped and the offsets of the source") {
  recorder handler;
  CHECK(read(R"( {"a\u0062": [-12, 1.5, "x\n\u00e9y", true], "":null} )", whole, handler) ==
        outcome{});
  CHECK(handler.log() ==
        "{@1 name@2 ab: [@13 -12@14 1.@19 \"@24 x25 \n26 \xc3"
        "28 \xa9"
        "28 y34 \"@35 boolean@38 ]@42 name@45 : null@48 }@52 ");
}

TEST_CASE("integers saturate at 64 bits") {
  const auto log_of = [](std::string_view text) {
    recorder handler;
    CHECK(read(text, whole, handler) == outcome{});
    return handler.log();
  };
  CHECK(log_of("-0") == "-0@0 ");
  CHECK(log_of("18446744073709551614") == "18446744073709551614@0 ");
  CHECK(log_of("18446744073709551615") == "18446744073709551615@0 ");
  CHECK(log_of("18446744073709551616") == "18446744073709551615@0 ");
  CHECK(log_of("-99999999999999999999") == "-18446744073709551615@0 ");
  CHECK(log_of("7E1") == "7.@0 ");
}

TEST_CASE("wherever a text is cut in two, the events are the same") {
  recorder expected;
  REQUIRE(read(everything, whole, expected) == outcome{});
  for (std::size_t cut = 0; cut <= everything.size(); ++cut) {
    reader reading;
    recorder handler;
    CHECK(reading.write(everything.substr(0, cut), handler, 0));
    CHECK(reading.write(everything.substr(cut), handler, cut));
    CHECK(reading.finish(handler, everything.size()));
    CHECK(handler.log() == expected.log());
  }
}

TEST_CASE("a text that is cut short ends too early, where it ends") {
  const std::size_t last_brace = everything.rfind('}');
  for (std::size_t size = 0; size <= last_brace; ++size) {
    deaf handler;
    CAPTURE(size);
    CHECK(read(everything.substr(0, size), whole, handler) ==
          outcome{syntax_error::end_of_text, size});
  }
}

TEST_CASE("a handler that says stop is asked no more, and no error is made of it") {
  for (std::size_t stop_at = 0; stop_at < 20; ++stop_at) {
    recorder stopping(stop_at);
    CHECK(read(everything, whole, stopping) == outcome{});
    recorder going_on;
    read(everything, whole, going_on);
    CHECK(stopping.log().size() < going_on.log().size());
    CHECK(going_on.log().starts_with(stopping.log()));
  }
}

TEST_CASE("text that comes from one escape has one place, that of the escape") {
  recorder handler;
  reader reading;
  CHECK(reading.write("[\"a", handler, 100, 1));
  CHECK(reading.write("bc", handler, 103, 0));
  CHECK(reading.write("\"]", handler, 109, 1));
  CHECK(reading.finish(handler, 111));
  CHECK(handler.log() == "[@100 \"@101 a102 b103 c103 \"@109 ]@110 ");
}

}  // namespace
