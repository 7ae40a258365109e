#include "line_diff.hpp"

#include <feishu/helpdesk/text/sanitize.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

constexpr std::size_t context_lines = 3;

// With their line feeds, which the last line may lack.
using lines = std::vector<std::string_view>;

lines lines_of(std::string_view text) {
  lines all;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    all.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return all;
}

// `count` lines from `first` on become `text`.
struct line_change {
  std::size_t first = 0;
  std::size_t count = 0;
  std::string text{};

  [[nodiscard]] std::size_t end() const { return first + count; }
};

// Leaves out the lines at either end that stay as they are.
line_change without_equal_ends(const line_change& change, const lines& old) {
  const lines made = lines_of(change.text);
  const std::size_t most = std::min(made.size(), change.count);
  std::size_t head = 0;
  while (head < most && made[head] == old[change.first + head]) ++head;
  std::size_t tail = 0;
  while (head + tail < most && made[made.size() - 1 - tail] == old[change.end() - 1 - tail]) ++tail;

  std::string text;
  for (std::size_t i = head; i + tail < made.size(); ++i) text += made[i];
  return {change.first + head, change.count - head - tail, std::move(text)};
}

// Changes of neighbouring lines become one, with all that goes before all that comes.
void add_change(line_change change, std::vector<line_change>& to) {
  if (change.count == 0 && change.text.empty()) return;
  if (to.empty() || to.back().end() != change.first) return to.push_back(std::move(change));
  to.back().count += change.count;
  to.back().text += change.text;
}

std::vector<line_change> changed_lines(std::string_view before, const lines& old,
                                       std::span<const text_edit> edits) {
  std::vector<line_change> changes;
  std::size_t line = 0;
  std::size_t end = 0;  // of the lines before `line`
  while (!edits.empty()) {
    while (line < old.size() && old[line].ends_with('\n') &&
           end + old[line].size() <= edits.front().offset) {
      end += old[line++].size();
    }
    line_change change{.first = line};
    std::size_t copied = end;
    do {
      const text_edit& edit = edits.front();
      change.text += before.substr(copied, edit.offset - copied);
      change.text += edit.text;
      copied = edit.offset + edit.size;
      while (line < old.size() && end <= copied) end += old[line++].size();
      edits = edits.subspan(1);
    } while (!edits.empty() && (edits.front().offset < end || line == old.size()));
    change.text += before.substr(copied, end - copied);
    change.count = line - change.first;
    add_change(without_equal_ends(change, old), changes);
  }
  return changes;
}

class diff_printer {
 public:
  explicit diff_printer(diff_reader reader) : reader_(reader) {}

  void print_name(std::string_view marker, std::string_view name) {
    text_ += marker;
    text_ += sanitize_for_terminal(name);
    if (name.find(' ') != std::string_view::npos) {
      text_ += '\t';  // where `patch` ends a name with blanks
    }
    text_ += '\n';
  }

  // The lines before `old_begin` became so many more (modulo 2^n).
  void print_hunk(const lines& old, std::span<const line_change> changes, std::size_t added) {
    const std::size_t first = changes.front().first;
    const std::size_t begin = first - std::min(first, context_lines);
    const std::size_t end = std::min(changes.back().end() + context_lines, old.size());
    std::size_t new_count = end - begin;
    for (const line_change& each : changes) {
      new_count += lines_of(each.text).size() - each.count;
    }
    text_ += "@@ -" + range(begin, end - begin) + " +" + range(begin + added, new_count) + " @@\n";

    std::size_t line = begin;
    for (const line_change& each : changes) {
      while (line < each.first) print_line(' ', old[line++]);
      while (line < each.end()) print_line('-', old[line++]);
      for (const std::string_view made : lines_of(each.text)) print_line('+', made);
    }
    while (line < end) print_line(' ', old[line++]);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string range(std::size_t begin, std::size_t count) {
    const std::string start = std::to_string(count == 0 ? begin : begin + 1);
    return count == 1 ? start : start + ',' + std::to_string(count);
  }

  void print_line(char marker, std::string_view line) {
    const bool is_complete = line.ends_with('\n');
    if (is_complete) line.remove_suffix(1);
    text_ += marker;
    if (reader_ == diff_reader::terminal) {
      if (line.ends_with('\r')) line.remove_suffix(1);
      text_ += sanitize_for_terminal(line);
    } else {
      text_ += line;
    }
    text_ += is_complete ? "\n" : "\n\\ No newline at end of file\n";
  }

  diff_reader reader_;
  std::string text_{};
};

}  // namespace

std::string unified_diff(std::string_view before, std::span<const text_edit> edits,
                         std::string_view name, diff_reader reader) {
  const lines old = lines_of(before);
  const std::vector<line_change> all = changed_lines(before, old, edits);
  if (all.empty()) return {};
  diff_printer printer(reader);
  printer.print_name("--- ", name);
  printer.print_name("+++ ", name);
  std::span<const line_change> left = all;
  std::size_t added = 0;
  while (!left.empty()) {
    std::size_t count = 1;
    while (count < left.size() && left[count].first - left[count - 1].end() <= 2 * context_lines) {
      ++count;
    }
    printer.print_hunk(old, left.first(count), added);
    for (const line_change& each : left.first(count)) {
      added += lines_of(each.text).size() - each.count;
    }
    left = left.subspan(count);
  }
  return printer.take();
}

}  // namespace preflight_tool
