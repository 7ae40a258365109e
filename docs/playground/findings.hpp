#ifndef FEISHU_PLAYGROUND_FINDINGS_HPP
#define FEISHU_PLAYGROUND_FINDINGS_HPP

#include "units.hpp"
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
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
#include <boost/json/value.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace playground {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

/// The diagnostics of one text, each with its positions in UTF-16 units.
class finding_writer {
 public:
  finding_writer(std::string_view text, helpdesk::language chosen)
      : text_(text), chosen_(chosen), lines_(text), units_(text) {}

  /// Returns the findings of a report on the text. Quick fixes come from `source`; null: none.
  [[nodiscard]] json::array findings(const helpdesk::report& found,
                                     const helpdesk::source_map* source) {
    json::array all;
    helpdesk::detail::for_each_told(found, [&](std::span<const helpdesk::diagnostic* const> told) {
      all.push_back(finding(told, source));
    });
    return all;
  }

  /// Returns a change of the text.
  [[nodiscard]] json::object change(std::string_view title,
                                    std::span<const helpdesk::text_edit> edits) {
    json::array all;
    for (const helpdesk::text_edit& each : edits) {
      all.push_back({{"begin", units_.at(each.offset)},
                     {"end", units_.at(each.offset + each.size)},
                     {"text", each.text}});
    }
    return {{"title", title}, {"edits", std::move(all)}};
  }

 private:
  json::object finding(std::span<const helpdesk::diagnostic* const> told,
                       const helpdesk::source_map* source) {
    const helpdesk::diagnostic& first = *told.front();
    const helpdesk::rule& broken = first.rule();
    const helpdesk::localized_text severity = localized(first.severity());
    json::array positions;
    for (const helpdesk::diagnostic* each : told) positions.push_back(position_of(*each));
    return {
        {"rule", broken.id},
        {"severity", severity.en},
        {"severity_word", severity.in(chosen_)},
        {"message", helpdesk::sanitize_for_terminal(helpdesk::message(told, chosen_))},
        {"citation", format_citation(broken.citation, chosen_)},
        {"quotes", broken.citation.from == helpdesk::source::api_reference},
        {"positions", std::move(positions)},
        {"quick_fix", told.size() == 1 && source != nullptr ? quick_fix(first, *source) : nullptr}};
  }

  json::value position_of(const helpdesk::diagnostic& d) {
    if (d.offset() == helpdesk::npos) return nullptr;
    const std::string_view up_to_line_end = text_.substr(0, text_.find('\n', d.offset()));
    return {{"name", helpdesk::sanitize_for_terminal(format_location(d.where(), chosen_))},
            {"line", lines_.at(d.offset()).line},
            {"begin", units_.at(d.offset())},
            {"end", units_.at(helpdesk::detail::end_of_token(up_to_line_end, d.offset()))}};
  }

  json::value quick_fix(const helpdesk::diagnostic& d, const helpdesk::source_map& source) {
    const std::optional<helpdesk::quick_fix> meant = find_quick_fix(d, source);
    return meant ? json::value(change(describe(*meant, chosen_), meant->edits)) : nullptr;
  }

  std::string_view text_;
  helpdesk::language chosen_;
  helpdesk::line_counter lines_;
  unit_cursor units_;
};

}  // namespace playground

#endif
