#include "tests/hard_texts.hpp"
#include "tests/reading.hpp"
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace {

using namespace reading;

// Strings are read many bytes at a time, escapes are gathered: nothing may depend on where in such a
// block something stands.
TEST_CASE("what stands before a fault in a string does not hide it") {
  for (const std::string_view filler : {"x", "\xc3\xa9", "\xe4\xb8\xad", "\xf0\x9f\x98\x80", "\\n",
                                        "\\u4e2d", "\\ud83d\\ude00", "\\\"0123456789abcdef"}) {
    std::string before;
    for (std::size_t count = 1; count <= 400; ++count) {
      before += filler;
      if (count > 20 && count % 100 != 0) continue;
      const auto check = [&](const hard_texts::hard_text& each) {
        if (!each.text.starts_with('"')) return;
        const std::string text = '"' + before + std::string(each.text.substr(1));
        const result expected{each.error,
                              each.error == syntax_error::none ? 0 : each.offset + before.size()};
        CAPTURE(text);
        for (const std::size_t chunk : {whole, std::size_t{1}, std::size_t{16}}) {
          deaf handler;
          CHECK(read(text, chunk, handler) == expected);
        }
        if (each.error != syntax_error::none || count > 20) return;
        recorder in_one;
        recorder in_many;
        read(text, whole, in_one);
        read(text, 1, in_many);
        CHECK(in_one.log() == in_many.log());
      };
      for (const hard_texts::hard_text& each : hard_texts::strings) check(each);
      for (const hard_texts::hard_text& each : hard_texts::utf8) check(each);
    }
  }
}

// Runs are copied, or handed on as they stand where they do not fit with what was gathered before.
TEST_CASE("runs of any length between escapes come whole, each byte with its place") {
  const std::string_view pieces[] = {"\\n", "\\u4e2d", "\\\"", "x", "0123456789abcdef", "测", "é"};
  const std::size_t lengths[] = {1, 2, 7, 30, 400};
  std::mt19937 random(20210715);
  for (int round = 0; round < 200; ++round) {
    std::string text = "\"";
    for (std::size_t runs = random() % 8; runs > 0; --runs) {
      const std::string_view piece = pieces[random() % std::size(pieces)];
      for (std::size_t left = lengths[random() % std::size(lengths)]; left > 0; --left)
        text += piece;
    }
    text += '"';
    recorder in_one;
    recorder in_many;
    CHECK(read(text, whole, in_one) == result{});
    CHECK(read(text, 1, in_many) == result{});
    if (in_one.log() != in_many.log()) FAIL_CHECK(text);
  }
}

}  // namespace
