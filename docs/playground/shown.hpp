#ifndef FEISHU_PLAYGROUND_SHOWN_HPP
#define FEISHU_PLAYGROUND_SHOWN_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
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
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>
#include <feishu/helpdesk/text/source_excerpt.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What the page shows of a body.
namespace playground {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

/// Where a byte of a text stands in UTF-16 units, which are what a browser counts. Goes to and fro, so
/// that what is near costs little.
class unit_cursor {
 public:
  explicit unit_cursor(std::string_view text) noexcept : text_(text) {}

  std::size_t at(std::size_t offset) noexcept {
    while (offset_ < offset) units_ += units_of(text_[offset_++]);
    while (offset_ > offset) units_ -= units_of(text_[--offset_]);
    return units_;
  }

 private:
  // A character counts by its first byte: beyond U+FFFF, which takes four bytes, it is a pair.
  static std::size_t units_of(char c) noexcept {
    if (helpdesk::detail::is_continuation(c)) return 0;
    return static_cast<unsigned char>(c) >= 0xf0 ? 2 : 1;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t units_ = 0;
};

/// The one change that makes `to` of `from`, from character to character.
[[nodiscard]] inline helpdesk::text_edit difference(std::string_view from, std::string_view to) {
  const auto is_inside = [](std::string_view text, std::size_t i) {
    return i < text.size() && helpdesk::detail::is_continuation(text[i]);
  };
  const std::size_t shorter = std::min(from.size(), to.size());
  std::size_t begin = 0;
  while (begin < shorter && from[begin] == to[begin]) ++begin;
  while (is_inside(from, begin) || is_inside(to, begin)) --begin;
  std::size_t kept = 0;  // behind the change
  while (kept < shorter - begin && from[from.size() - 1 - kept] == to[to.size() - 1 - kept]) ++kept;
  while (is_inside(from, from.size() - kept)) --kept;
  const std::size_t end = to.size() - kept;
  return {begin, from.size() - kept - begin, std::string(to.substr(begin, end - begin))};
}

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
        lines_(body),
        units_(body) {}

  [[nodiscard]] const helpdesk::report& found() const noexcept { return found_; }

  json::object shown() {
    return {{"is_empty", std::all_of(body_.begin(), body_.end(), helpdesk::detail::is_whitespace)},
            {"summary", helpdesk::format_totals(found_, chosen_)},
            {"findings", findings()},
            {"left_out", helpdesk::detail::left_out(found_, chosen_)},
            {"repairs", repair_list()},
            {"fix", fix()}};
  }

 private:
  json::array findings() {
    json::array all;
    helpdesk::detail::for_each_told(found_, [&](std::span<const helpdesk::diagnostic* const> told) {
      all.push_back(finding(told));
    });
    return all;
  }

  json::object finding(std::span<const helpdesk::diagnostic* const> told) {
    const helpdesk::diagnostic& first = *told.front();
    const helpdesk::rule& broken = first.rule();
    const helpdesk::localized_text severity = localized(first.severity());
    json::array positions;
    for (const helpdesk::diagnostic* each : told) positions.push_back(position_of(*each));
    return {{"rule", broken.id},
            {"severity", severity.en},
            {"severity_word", severity.in(chosen_)},
            {"message", helpdesk::sanitize_for_terminal(helpdesk::message(told, chosen_))},
            {"citation", format_citation(broken.citation, chosen_)},
            {"quotes", broken.citation.from == helpdesk::source::api_reference},
            {"positions", std::move(positions)},
            {"quick_fix", told.size() == 1 ? quick_fix(first) : nullptr}};
  }

  json::value position_of(const helpdesk::diagnostic& d) {
    if (d.offset() == helpdesk::npos) return nullptr;
    const std::string_view up_to_line_end = body_.substr(0, body_.find('\n', d.offset()));
    return {{"name", helpdesk::sanitize_for_terminal(format_location(d.where(), chosen_))},
            {"line", lines_.at(d.offset()).line},
            {"begin", units_.at(d.offset())},
            {"end", units_.at(helpdesk::detail::end_of_token(up_to_line_end, d.offset()))}};
  }

  json::value quick_fix(const helpdesk::diagnostic& d) {
    const std::optional<helpdesk::quick_fix> meant = find_quick_fix(d, source_map_);
    return meant ? change(describe(*meant, chosen_), meant->edits) : nullptr;
  }

  json::array repair_list() {
    json::array all;
    for (const helpdesk::repair& each : ways_) {
      all.push_back(change(describe(each, chosen_), text_edits(each, source_map_)));
    }
    return all;
  }

  // What can be fixed unasked, if that is not one of the repairs.
  json::value fix() {
    if (found_.ok()) return nullptr;
    const helpdesk::result<std::string> fixed = helpdesk::fix(body_, known_);
    if (!fixed) return nullptr;
    for (const helpdesk::repair& each : ways_) {
      if (apply_edits(text_edits(each, source_map_), body_) == *fixed) return nullptr;
    }
    const helpdesk::text_edit all = difference(body_, *fixed);
    return change(helpdesk::format_totals(fixed.report(), chosen_), {&all, 1});
  }

  json::value change(std::string_view title, std::span<const helpdesk::text_edit> edits) {
    json::array all;
    for (const helpdesk::text_edit& each : edits) {
      all.push_back({{"begin", units_.at(each.offset)},
                     {"end", units_.at(each.offset + each.size)},
                     {"text", each.text}});
    }
    return {{"title", title}, {"edits", std::move(all)}};
  }

  std::string_view body_;
  const helpdesk::context& known_;
  helpdesk::language chosen_;
  helpdesk::report found_;
  helpdesk::source_map source_map_;
  helpdesk::repair_list ways_;
  helpdesk::line_counter lines_;
  unit_cursor units_;
};

/// One object: `report` is what the tool prints with `--format json`; `shown` adds the sentences that people
/// read, and the changes of the text that are offered. Its `begin` and `end` count UTF-16 units:
///
///     {"is_empty", "summary", "left_out",
///      "findings": [{"rule", "severity", "severity_word", "message", "citation", "quotes",
///                    "positions": [{"name", "line", "begin", "end"}], "quick_fix"}],
///      "repairs", "fix"}
///
/// A change is `{"title", "edits": [{"begin", "end", "text"}]}`; null where there is none.
[[nodiscard]] inline std::string shown(std::string_view body, const helpdesk::context& known,
                                       helpdesk::language chosen) {
  view seen(body, known, chosen);
  return R"({"report":)" + to_json(seen.found(), {.body = body, .language = chosen}) +
         R"(,"shown":)" + json::serialize(seen.shown()) + '}';
}

}  // namespace playground

#endif
