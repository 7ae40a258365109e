#ifndef FEISHU_HELPDESK_TEXT_RENDER_HPP
#define FEISHU_HELPDESK_TEXT_RENDER_HPP

#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/output.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>
#include <feishu/helpdesk/text/source_excerpt.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// A report as people read it: in the style of a compiler, with the source line and a caret.
namespace feishu::helpdesk {

/// "2 errors, 1 warning, 9 notes"; what there is none of is left out.
[[nodiscard]] inline std::string format_totals(const report& found,
                                               language chosen = language::en) {
  const struct {
    std::size_t count;
    severity kind;
    std::string_view many;
  } totals[] = {{found.error_count(), severity::error, "errors"},
                {found.warning_count(), severity::warning, "warnings"},
                {found.note_count(), severity::note, "notes"}};
  std::string text;
  for (const auto& [count, kind, many] : totals) {
    if (count == 0) continue;
    if (!text.empty()) text += chosen == language::zh ? "，" : ", ";
    text += std::to_string(count);
    if (chosen == language::zh) {
      text += " 个";
      text += localized(kind).zh;
    } else {
      text += ' ';
      text += count == 1 ? localized(kind).en : many;
    }
  }
  return text.empty() ? std::string(localized_text{"nothing to report", "没有发现问题"}.in(chosen))
                      : text;
}

namespace detail {

/// What is said of the diagnostics that were counted but not kept; empty if there are none.
[[nodiscard]] inline std::string left_out(const report& found, language chosen = language::en) {
  if (found.dropped() == 0) return {};
  const std::string count = std::to_string(found.dropped());
  return chosen == language::zh ? "……另有 " + count + " 条未列出"
                                : "… and " + count + " more, not listed";
}

/// What to tell people, in order: calls `tell` with spans of diagnostics, each alone, and then those whose
/// rule has a `grouped_message` together, rule by rule.
template <class Tell>
void for_each_told(const report& found, Tell&& tell) {
  const auto folds = [](const diagnostic& d) { return !d.rule().grouped_message.en.empty(); };
  for (const diagnostic& each : found) {
    const diagnostic* const alone = &each;
    if (!folds(each)) tell(std::span(&alone, 1));
  }
  for (const diagnostic& first : found) {
    if (!folds(first)) continue;
    const diagnostic* alike[report::capacity]{};
    std::size_t count = 0;
    for (const diagnostic& each : found) {
      if (&each.rule() == &first.rule()) alike[count++] = &each;
    }
    if (alike[0] == &first) tell(std::span<const diagnostic* const>(alike, count));
  }
}

}  // namespace detail

/// The sentence for what is told together.
[[nodiscard]] inline std::string message(std::span<const diagnostic* const> told,
                                         language chosen = language::en) {
  return told.size() > 1 ? detail::grouped_message(told, chosen) : message(*told.front(), chosen);
}

namespace detail {

class text_renderer {
 public:
  text_renderer(const report& found, const render_options& options)
      : found_(found), options_(options), lines_(options.body) {}

  std::string render() {
    if (options_.verbose) {
      for (const diagnostic& each : found_) tell(std::array{&each});
    } else {
      for_each_told(found_, [&](std::span<const diagnostic* const> told) { tell(told); });
    }
    if (found_.dropped() != 0) text_ += left_out(found_, options_.language) + '\n';
    return std::move(text_);
  }

 private:
  void tell(std::span<const diagnostic* const> told) {
    const diagnostic& first = *told.front();
    tell_place(first);
    paint(severity_color(first.severity()), localized(first.severity()).in(options_.language));
    text_ += options_.language == language::zh ? "：" : ": ";
    paint(bold, sanitize_for_terminal(message(told, options_.language)));
    text_ += " [";
    text_ += sanitize_for_terminal(first.rule().id);
    text_ += "]\n";
    if (told.size() == 1) quote(first);
    cite(first);
    if (told.size() == 1) help(first);
  }

  void tell_place(const diagnostic& d) {
    std::string place(sanitize_for_terminal(options_.source));
    const position at = options_.body.data() == nullptr ? position{} : lines_.at(d.offset());
    if (at.line != 0) {
      place +=
          ':' + std::to_string(options_.first_line - 1 + at.line) + ':' + std::to_string(at.column);
    } else if (!d.where().is_body()) {
      place += ": " + sanitize_for_terminal(d.path());
    }
    paint(bold, place);
    text_ += ": ";
  }

  // The source line, and a mark under what is meant.
  void quote(const diagnostic& d) {
    if (options_.body.empty() || d.offset() == npos) return;
    const bool is_in_string = d.rule().violated_when == observed::card_ill_formed;
    const excerpt line = excerpt_at(options_.body, d.offset(), is_in_string);
    std::string number = std::to_string(options_.first_line - 1 + lines_.at(d.offset()).line);
    if (number.size() < 5) number.insert(0, 5 - number.size(), ' ');
    text_ += number + " | " + line.text + '\n';
    text_ += std::string(number.size(), ' ') + " | " + std::string(line.mark_start, ' ');
    std::string mark = '^' + std::string(line.mark_width - 1, '~');
    if (const std::string held = holds(d); !held.empty()) mark += ' ' + held;
    paint(green, mark);
    text_ += '\n';
  }

  // "contains 1 user", where a list is blamed for what is in it.
  [[nodiscard]] std::string holds(const diagnostic& d) const {
    if (d.rule().reported_on.empty() || d.args().number == 0) return {};
    const field_info* row = d.where().described();
    const object_info* object = row == nullptr ? nullptr : object_in(row->kind);
    if (object == nullptr) return {};
    const std::string content =
        format_count(static_cast<std::size_t>(d.args().number), *object, options_.language);
    return (options_.language == language::zh ? "包含 " : "contains ") + content;
  }

  void cite(const diagnostic& d) {
    const citation& citation = d.rule().citation;
    if (citation.text.en.empty()) return;
    text_ += "      = ";
    text_ += sanitize_for_terminal(format_citation(citation, options_.language));
    text_ += '\n';
  }

  void help(const diagnostic& d) {
    if (options_.body.empty()) return;
    if (!source_map_) source_map_.emplace(options_.body);
    const std::optional<quick_fix> obvious = find_quick_fix(d, *source_map_);
    if (!obvious) return;
    text_ += options_.language == language::zh ? "      = 建议：" : "      = help: ";
    text_ += sanitize_for_terminal(describe(*obvious, options_.language));
    text_ += '\n';
  }

  static constexpr std::string_view bold = "\033[1m";
  static constexpr std::string_view green = "\033[1;32m";

  static constexpr std::string_view severity_color(severity s) noexcept {
    switch (s) {
      case severity::error: return "\033[1;31m";
      case severity::warning: return "\033[1;35m";
      default: return "\033[1;36m";
    }
  }

  void paint(std::string_view color, std::string_view piece) {
    if (options_.color) text_ += color;
    text_ += piece;
    if (options_.color) text_ += "\033[0m";
  }

  const report& found_;
  const render_options& options_;
  line_counter lines_;
  std::optional<source_map> source_map_{};
  std::string text_{};
};

}  // namespace detail

/// The report, line by line; empty if nothing was found. What comes from the body is made harmless to
/// a terminal. Linear in the size of the body.
[[nodiscard]] inline std::string to_text(const report& found, const render_options& options = {}) {
  return detail::text_renderer(found, options).render();
}
/// Writes the same to an output iterator. Returns the iterator behind the text.
template <text_output Out>
Out to_text(Out to, const report& found, const render_options& options = {}) {
  return detail::write_text(to_text(found, options), to);
}

}  // namespace feishu::helpdesk

#endif
