#ifndef FEISHU_PLAYGROUND_SHOWN_HPP
#define FEISHU_PLAYGROUND_SHOWN_HPP

#include "excerpt.hpp"
#include "findings.hpp"
#include "tools/preflight/draft_context.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/recipients.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What the page shows of a body, and of the draft that it changes.
namespace playground {

/// Returns whether there is nothing but whitespace.
[[nodiscard]] inline bool is_empty(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), helpdesk::detail::is_whitespace);
}

/// A draft, as `--draft` of the command line reads it. Without text, there is no draft.
class draft_view {
 public:
  draft_view(std::string_view text, helpdesk::language chosen)
      : text_(text),
        chosen_(chosen),
        is_given_(!is_empty(text)),
        found_(is_given_ ? helpdesk::preflight(text, preflight_tool::draft_context())
                         : helpdesk::report()) {}

  /// Lets a body be merged with the draft; with one that cannot be merged, a body counts as a patch.
  void add_to(helpdesk::context& known) const {
    if (is_usable()) {
      known.draft = found_.summary();
    } else if (is_given_) {
      known.mode = helpdesk::mode::partial;
    }
  }

  [[nodiscard]] json::value shown() const {
    if (!is_given_) return nullptr;
    return {{"is_usable", is_usable()},
            {"summary", helpdesk::format_totals(found_, chosen_)},
            {"findings", finding_writer(text_, chosen_).findings(found_, nullptr)},
            {"left_out", helpdesk::detail::left_out(found_, chosen_)}};
  }

 private:
  [[nodiscard]] bool is_usable() const { return is_given_ && preflight_tool::has_draft(found_); }

  std::string_view text_;
  helpdesk::language chosen_;
  bool is_given_;
  helpdesk::report found_;
};

/// Makes what is shown of one body.
class view {
 public:
  view(std::string_view body, const helpdesk::context& known, helpdesk::language chosen)
      : body_(body),
        known_(known),
        chosen_(chosen),
        found_(helpdesk::preflight(body, known)),
        source_map_(body),
        ways_(helpdesk::detail::quick_fixes_come_first(found_, source_map_)
                  ? helpdesk::repair_list()
                  : find_repairs(found_)),
        writer_(body, chosen) {}

  [[nodiscard]] const helpdesk::report& found() const noexcept { return found_; }

  json::object shown() {
    const helpdesk::fix_result fixed = helpdesk::fix(body_, known_);
    return {{"is_empty", is_empty(body_)},
            {"summary", helpdesk::format_totals(found_, chosen_)},
            {"findings", writer_.findings(found_, &source_map_)},
            {"left_out", helpdesk::detail::left_out(found_, chosen_)},
            {"repairs", repair_list()},
            {"fix", fix(fixed)},
            {"not_fixed", not_fixed(fixed)}};
  }

 private:
  static constexpr std::size_t most_excerpts = 8;

  json::array repair_list() {
    json::array all;
    for (const helpdesk::repair& each : ways_) {
      all.push_back(writer_.change(describe(each, chosen_), text_edits(each, source_map_)));
    }
    return all;
  }

  // What can be fixed unasked, if that is not one of the repairs.
  json::value fix(const helpdesk::fix_result& fixed) {
    if (found_.ok() || !fixed) return nullptr;
    for (const helpdesk::repair& each : ways_) {
      if (apply_edits(text_edits(each, source_map_), body_) == *fixed) return nullptr;
    }
    const helpdesk::report& after = fixed.report();
    json::object all = writer_.change(helpdesk::format_totals(after, chosen_), fixed.edits());
    all["recipients"] = describe(recipients_of(after.summary()), chosen_);
    all["changes"] = changes(fixed.edits());
    all["more_changes"] = fixed.edits().size() - std::min(fixed.edits().size(), most_excerpts);
    all["left"] = left(after);
    all["left_out"] = helpdesk::detail::left_out(after, chosen_);
    return all;
  }

  // What needs a decision, where some could be fixed unasked.
  json::value not_fixed(const helpdesk::fix_result& fixed) const {
    if (fixed || helpdesk::detail::quick_fixes_of_errors(found_, source_map_).empty())
      return nullptr;
    return {{"reached_limit", fixed.reached_limit()},
            {"left", left(fixed.report())},
            {"left_out", helpdesk::detail::left_out(fixed.report(), chosen_)}};
  }

  json::array changes(std::span<const helpdesk::text_edit> edits) const {
    json::array all;
    helpdesk::line_counter lines(body_);
    for (const helpdesk::text_edit& each : edits.first(std::min(edits.size(), most_excerpts))) {
      excerpt seen = excerpt_of(each, body_);
      all.push_back({{"line", lines.at(each.offset).line},
                     {"before", std::move(seen.before)},
                     {"removed", std::move(seen.removed)},
                     {"added", std::move(seen.added)},
                     {"after", std::move(seen.after)}});
    }
    return all;
  }

  // The errors and warnings of a report, by rule and place.
  json::array left(const helpdesk::report& after) const {
    json::array all;
    for (const helpdesk::diagnostic& each : after) {
      if (each.severity() == helpdesk::severity::note) continue;
      const helpdesk::localized_text severity = localized(each.severity());
      all.push_back(
          {{"severity", severity.en},
           {"severity_word", severity.in(chosen_)},
           {"rule", each.rule().id},
           {"name", helpdesk::sanitize_for_terminal(format_location(each.where(), chosen_))}});
    }
    return all;
  }

  std::string_view body_;
  const helpdesk::context& known_;
  helpdesk::language chosen_;
  helpdesk::report found_;
  helpdesk::source_map source_map_;
  helpdesk::repair_list ways_;
  finding_writer writer_;
};

/// One object: `report` is what the tool prints with `--format json`; `shown` adds the sentences that people
/// read, and the changes of the text that are offered. Its `begin` and `end` count UTF-16 units:
///
///     {"is_empty", "summary", "left_out",
///      "findings": [{"rule", "severity", "severity_word", "message", "citation", "quotes",
///                    "positions": [{"name", "line", "begin", "end"}], "quick_fix"}],
///      "repairs",
///      "fix": {…a change, "recipients", "changes": [{"line", "before", "removed", "added", "after"}],
///              "more_changes", "left": [{"severity", "severity_word", "rule", "name"}], "left_out"},
///      "not_fixed": {"reached_limit", "left", "left_out"},
///      "draft": {"is_usable", "summary", "findings", "left_out"}}
///
/// A change is `{"title", "edits": [{"begin", "end", "text"}]}`; null where there is none. The recipients are
/// those of the body merged with the draft, if that can be merged.
[[nodiscard]] inline std::string shown(std::string_view body, std::string_view draft,
                                       helpdesk::context known, helpdesk::language chosen) {
  const draft_view base(draft, chosen);
  base.add_to(known);
  view seen(body, known, chosen);
  json::object all = seen.shown();
  all["draft"] = base.shown();
  return R"({"report":)" + to_json(seen.found(), {.body = body, .language = chosen}) +
         R"(,"shown":)" + json::serialize(all) + '}';
}

}  // namespace playground

#endif
