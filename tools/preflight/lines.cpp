#include "lines.hpp"

#include "body.hpp"
#include "in_order.hpp"
#include "line_reader.hpp"
#include "long_line.hpp"
#include "progress.hpp"
#include <feishu/helpdesk/model/report.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

// What one thread works on.
struct batch {
  block lines{};
  std::optional<report> of_long_line{};  // instead of lines
  std::string text{};                    // what is to be printed
};

class line_session {
 public:
  line_session(input& from, const report_text& text, const options& chosen, const context& known,
               printer& output, totals& sum)
      : reader_([&from](char* to, std::size_t size) { return from.read(to, size); }),
        text_(text),
        between_(separator(chosen)),
        known_(known),
        output_(output),
        sum_(sum),
        progress_(from, chosen.language) {}

  bool take(batch& to) {
    to.of_long_line.reset();
    if (!reader_.next(to.lines)) return false;
    if (to.lines.goes_on) {
      layout_ = found_layout();  // nobody spreads a value over lines like this one
      return validate_long_line(reader_, to.lines, known_, to.of_long_line);
    }
    if (!layout_) layout_ = detect_layout(to.lines.text());
    return found_layout() == line_layout::bodies;
  }

  bool work(batch& on, const in_order::turn& turn) {
    constexpr std::size_t most_kept = std::size_t{4} << 20;
    totals found;
    on.text.clear();
    std::size_t number = on.lines.first_line;
    if (on.of_long_line) {
      count(*on.of_long_line, found);
      on.text += text_.of_long_line(*on.of_long_line, number);
    } else {
      line_cursor lines(on.lines.text());
      for (; const std::optional<std::string_view> line = lines.next(); ++number) {
        if (is_whitespace(*line)) continue;
        const report of_line = validate_body(*line, known_);
        count(of_line, found);
        const std::string told = text_.of_line(of_line, *line, number);
        if (!on.text.empty() && !told.empty()) on.text += between_;
        on.text += told;
        if (on.text.size() >= most_kept && !(turn.wait() && deliver(on.text, found))) return false;
      }
    }
    if (!turn.wait() || !deliver(on.text, found)) return false;
    progress_.show(on.lines.next_line - 1, on.lines.end);
    return true;
  }

  [[nodiscard]] line_layout found_layout() const { return layout_.value_or(line_layout::bodies); }

 private:
  static void count(const report& found, totals& in) {
    ++in.bodies;
    in.with_errors += found.ok() ? 0 : 1;
  }

  // Only where it is one's turn. Counts what was found even if nobody reads it, for the exit code. What
  // was printed can be seen at once: whoever types lines waits.
  bool deliver(std::string& text, totals& found) {
    sum_.bodies += found.bodies;
    sum_.with_errors += found.with_errors;
    found = {};
    if (text.empty()) return true;
    progress_.erase();
    const bool is_printed = output_.print(text);
    text.clear();
    return is_printed;
  }

  line_reader reader_;
  std::optional<line_layout> layout_{};  // once there is more than whitespace
  const report_text& text_;
  std::string_view between_;
  const context& known_;
  printer& output_;
  totals& sum_;
  progress progress_;
};

}  // namespace

line_layout validate_lines(input& from, const report_text& text, const options& chosen,
                           const context& known, printer& output, totals& sum) {
  line_session session(from, text, chosen, known, output, sum);
  in_order::run<batch>(
      chosen.jobs, [&](batch& next) { return session.take(next); },
      [&](batch& on, const in_order::turn& turn) { return session.work(on, turn); });
  return session.found_layout();
}

}  // namespace preflight_tool
