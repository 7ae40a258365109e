// Lines come out as they stand in the file, whatever the sizes of readings and blocks.

#include "tools/preflight/line_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace preflight_tool;
using namespace std::string_literals;

struct numbered_line {
  std::size_t number;
  std::string text;

  bool operator==(const numbered_line&) const = default;
};

// A file that gives at most so many bytes at a time.
class file {
 public:
  file(std::string_view bytes, std::size_t at_a_time, bool breaks_off = false)
      : rest_(bytes), at_a_time_(at_a_time), breaks_off_(breaks_off) {}

  std::optional<std::size_t> read(char* to, std::size_t size) {
    ++readings_;
    if (rest_.empty() && breaks_off_) return std::nullopt;
    const std::string_view given = rest_.substr(0, std::min(size, at_a_time_));
    std::ranges::copy(given, to);
    rest_.remove_prefix(given.size());
    return given.size();
  }

  line_reader::reading reading() {
    return [this](char* to, std::size_t size) { return read(to, size); };
  }

  std::size_t readings() const { return readings_; }

 private:
  std::string_view rest_;
  std::size_t at_a_time_;
  bool breaks_off_;
  std::size_t readings_ = 0;
};

// What the lines are, seen plainly: a CR before the line's end is not part of it.
std::vector<numbered_line> lines_in(std::string_view text) {
  std::vector<numbered_line> lines;
  std::string line;
  std::size_t number = 1;
  const auto end_line = [&] {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back({number++, line});
    line.clear();
  };
  for (const char c : text) {
    if (c == '\n') end_line();
    if (c != '\n') line += c;
  }
  if (!line.empty()) end_line();
  return lines;
}

// The lines that a reader gives, put together from their parts; blocks must keep to the bounds.
std::vector<numbered_line> lines_of(line_reader& reader, const line_reader::bounds& within) {
  std::vector<numbered_line> lines;
  std::optional<numbered_line> long_line;
  for (block each; reader.next(each);) {
    CHECK(each.buffer.size() <= within.line);
    if (each.goes_on) {
      if (!long_line) long_line = {each.first_line, ""};
      CHECK(each.first_line == each.next_line);
      long_line->text += each.text();
      continue;
    }
    line_cursor cursor(each.text());
    std::size_t number = each.first_line;
    if (long_line) {
      CHECK(number == long_line->number);
      long_line->text += cursor.next().value_or("");
      lines.push_back(*std::exchange(long_line, std::nullopt));
      CHECK_FALSE(cursor.next());
      continue;
    }
    while (const auto line = cursor.next()) lines.push_back({number++, std::string(*line)});
  }
  CHECK_FALSE(long_line);
  return lines;
}

TEST_CASE("whatever the sizes of readings and blocks, the lines are the same") {
  const std::string texts[] = {
      "",
      "\n",
      "\r\n",
      "\r",
      "{}",
      "{}\r",
      "{}\n",
      "\n\n{}\r\n\r\n\r\r\n[1]\n\n2",
      "a\0b\n\0\n\0"s,
      "twelve bytes\nand twelve b\r\nthirteen byte\n\n",
      "a\nsome line that is longer than all bounds\rbut one\r\r\nb\n\nc",
      "some line that is longer than all bounds but one, at the end",
      "some line that is longer than all bounds but one\n",
      "some line that is longer than all bounds but one, with half an end\r",
  };
  for (const std::string& text : texts) {
    const std::vector<numbered_line> expected = lines_in(text);
    for (const line_reader::bounds within : {line_reader::bounds{2, 4},
                                             {2, 13},
                                             {3, 7},
                                             {4, 16},
                                             {12, 13},
                                             {13, 26},
                                             {16, 16},
                                             {100, 400}}) {
      for (std::size_t at_a_time = 1; at_a_time <= text.size() + 1; ++at_a_time) {
        CAPTURE(within.block);
        CAPTURE(within.line);
        CAPTURE(at_a_time);
        file source(text, at_a_time);
        line_reader reader(source.reading(), within);
        CHECK(lines_of(reader, within) == expected);
      }
    }
  }
}

TEST_CASE("a block says where it stands") {
  file source("a\nb\nc", 4);
  line_reader reader(source.reading());
  block part;
  REQUIRE(reader.next(part));
  CHECK(part.text() == "a\nb\n");
  CHECK(part.first_line == 1);
  CHECK(part.next_line == 3);
  CHECK(part.end == 4);
  REQUIRE(reader.next(part));
  CHECK(part.text() == "c");
  CHECK(part.first_line == 3);
  CHECK(part.end == 5);
  CHECK_FALSE(reader.next(part));
  CHECK_FALSE(reader.next(part));
}

TEST_CASE("lines are given as soon as they were read") {
  file source("a\nb\nc\n", 2);
  line_reader reader(source.reading());
  block part;
  REQUIRE(reader.next(part));
  CHECK(part.text() == "a\n");
  CHECK(source.readings() == 1);
}

TEST_CASE("after the end nothing is read: on a terminal, one could type on") {
  file source("a", 10);
  line_reader reader(source.reading());
  block part;
  REQUIRE(reader.next(part));
  CHECK_FALSE(reader.next(part));
  CHECK(source.readings() == 2);
}

TEST_CASE("where reading fails, whole lines are given and half a line is not") {
  const std::string_view text = "first\nsecond\nthi";
  for (std::size_t at_a_time = 1; at_a_time <= text.size(); ++at_a_time) {
    const line_reader::bounds within{4, 64};
    file source(text, at_a_time, true);
    line_reader reader(source.reading(), within);
    CHECK(lines_of(reader, within) == std::vector<numbered_line>{{1, "first"}, {2, "second"}});
  }
}

TEST_CASE("where reading fails within a long line, it does not end") {
  file source("first\na line too long", 100, true);
  line_reader reader(source.reading(), {4, 8});
  block part;
  REQUIRE(reader.next(part));
  CHECK(part.text() == "first\n");
  REQUIRE(reader.next(part));
  CHECK(part.goes_on);
  while (part.goes_on && reader.next(part)) {
  }
  CHECK(part.goes_on);
  CHECK_FALSE(reader.next(part));
}

}  // namespace
