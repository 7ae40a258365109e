// Diffs of lines: what they look like, and that they lead from one text to the other, byte for byte.

#include "tools/preflight/line_diff.hpp"

#include <feishu/helpdesk/repair/text_edit.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using feishu::helpdesk::apply_edits;
using feishu::helpdesk::text_edit;
using preflight_tool::diff_reader;
using preflight_tool::unified_diff;

using edits = std::vector<text_edit>;

std::string diff_of(std::string_view before, const edits& made) {
  return unified_diff(before, made, "f", diff_reader::program);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return line;
}

std::size_t number_after(std::string_view header, char marker) {
  return std::stoul(std::string(header.substr(header.find(marker) + 1)));
}

std::size_t count_after(std::string_view header, char marker) {
  header.remove_prefix(header.find(marker));
  const std::string_view range = header.substr(0, header.find(' '));
  return range.find(',') == range.npos ? 1 : number_after(range, ',');
}

// Applies a diff as `patch` does, but takes no line on trust; nothing if it does not fit.
std::optional<std::string> patched(std::string_view before, std::string_view diff) {
  if (diff.empty()) return std::string(before);
  if (take_line(diff) != "--- f" || take_line(diff) != "+++ f") return std::nullopt;
  std::string after;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  const auto copy_line = [&] {
    const std::size_t size = before.find('\n') + 1;
    after += before.substr(0, size);
    before.remove_prefix(size);
    ++old_line;
    ++new_line;
  };
  while (!diff.empty()) {
    const std::string_view header = take_line(diff);
    if (!header.starts_with("@@ -") || !header.ends_with(" @@")) return std::nullopt;
    std::size_t old_count = count_after(header, '-');
    std::size_t new_count = count_after(header, '+');
    const std::size_t start = number_after(header, '-') - (old_count == 0 ? 0 : 1);
    while (old_line < start) copy_line();
    if (number_after(header, '+') - (new_count == 0 ? 0 : 1) != new_line) return std::nullopt;
    while (!diff.empty() && !diff.starts_with('@')) {
      std::string line(take_line(diff));
      const char marker = line.front();
      line.erase(0, 1);
      if (diff.starts_with('\\')) {
        if (take_line(diff) != "\\ No newline at end of file") return std::nullopt;
      } else {
        line += '\n';
      }
      if (marker != '+') {
        if (!before.starts_with(line) || old_count-- == 0) return std::nullopt;
        before.remove_prefix(line.size());
        ++old_line;
      }
      if (marker != '-') {
        const bool follows_last_line = !after.empty() && !after.ends_with('\n');
        if (new_count-- == 0 || follows_last_line) return std::nullopt;
        after += line;
        ++new_line;
      }
    }
    if (old_count != 0 || new_count != 0) return std::nullopt;
  }
  after += before;
  return after;
}

TEST_CASE("a diff leads from the text to the edited text") {
  std::size_t wrong = 0;
  const auto try_out = [&](std::string_view before, const edits& made) {
    wrong += patched(before, diff_of(before, made)) == apply_edits(made, before) ? 0 : 1;
  };
  for (const std::string_view before : {"", "\n", "a", "a\n", "a\nb", "a\n\nb\n"}) {
    for (std::size_t i = 0; i <= before.size(); ++i) {
      for (std::size_t j = i; j <= before.size(); ++j) {
        for (std::size_t k = j; k <= before.size(); ++k) {
          for (std::size_t l = k; l <= before.size(); ++l) {
            for (const char* one : {"", "x", "\n", "y\nz"}) {
              for (const char* two : {"", "x", "\n"}) {
                try_out(before, {{i, j - i, one}, {k, l - k, two}});
              }
            }
          }
        }
      }
    }
  }
  CHECK(wrong == 0);
}

std::string numbered_lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) text += std::to_string(i) + '\n';
  return text;
}

TEST_CASE("hunks have three lines of context, and become one where these meet") {
  const std::string text = numbered_lines(9) + "\n" + numbered_lines(9);
  std::size_t wrong = 0;
  for (std::size_t one = 0; one < text.size(); ++one) {
    for (std::size_t two = one + 1; two < text.size(); ++two) {
      const edits made{{one, 1, "x\ny"}, {two, 1, ""}};
      wrong += patched(text, diff_of(text, made)) == apply_edits(made, text) ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
  CHECK(diff_of(numbered_lines(9), {{0, 1, "x"}, {16, 1, "y"}}) ==
        "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
  CHECK(diff_of(numbered_lines(8), {{0, 1, "x"}, {14, 1, "y"}}) ==
        "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n");
}

TEST_CASE("neighbouring lines change together") {
  CHECK(diff_of("1\n2\n", {{0, 1, "x"}, {2, 1, "y"}}) ==
        "--- f\n+++ f\n@@ -1,2 +1,2 @@\n-1\n-2\n+x\n+y\n");
}

TEST_CASE("a last line without a line feed is marked") {
  CHECK(diff_of("{}", {{1, 0, "1"}}) ==
        "--- f\n+++ f\n@@ -1 +1 @@\n-{}\n\\ No newline at end of file\n"
        "+{1}\n\\ No newline at end of file\n");
  CHECK(diff_of("a\nb", {{0, 1, "c"}}) ==
        "--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
  CHECK(diff_of("a", {{1, 0, "\n"}}) ==
        "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("nothing is printed of what does not change") {
  CHECK(diff_of("a\nb\n", {}).empty());
  CHECK(diff_of("a\nb\n", {{0, 1, "a"}}).empty());
  CHECK(diff_of("a\nb\nc\n", {{0, 5, "a\nx\nc"}}) ==
        "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
}

TEST_CASE("a terminal gets nothing that it would obey") {
  const std::string_view before = "\x1b[31m1\r\n2\n";
  CHECK(unified_diff(before, edits{{8, 1, "3"}}, "f\x1b", diff_reader::terminal) ==
        "--- f<U+001B>\n+++ f<U+001B>\n@@ -1,2 +1,2 @@\n <U+001B>[31m1\n-2\n+3\n");
  CHECK(unified_diff(before, edits{{8, 1, "3"}}, "a b", diff_reader::program) ==
        "--- a b\t\n+++ a b\t\n@@ -1,2 +1,2 @@\n \x1b[31m1\r\n-2\n+3\n");
}

}  // namespace
