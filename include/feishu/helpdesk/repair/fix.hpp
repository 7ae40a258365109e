#ifndef FEISHU_HELPDESK_REPAIR_FIX_HPP
#define FEISHU_HELPDESK_REPAIR_FIX_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Fixes a body without asking, as far as that is safe.
namespace feishu::helpdesk {
namespace detail {

// Whether a quick fix may be carried out unasked. A name is changed where it counts as an error, or where
// that supplies what is missing; but who is messaged is never taken from a guess, so not to the name of
// a field that decides it, nor within a list.
inline bool is_called_for(const diagnostic& d, const quick_fix& meant, const report& found) {
  const bool is_error = d.severity() == severity::error;
  switch (meant.what) {
    case quick_fix::action::unwrap: return true;
    case quick_fix::action::rewrite: return is_error;
    case quick_fix::action::rename: break;
  }
  if (d.where().in_field()) return false;
  return !reveals_recipients(meant) && (is_error || found.has("required", '/' + meant.text));
}

// The obvious changes that errors call for, in order of their places.
inline std::vector<text_edit> quick_fixes_of_errors(const report& found, const source_map& body) {
  std::vector<text_edit> edits;
  for (const diagnostic& each : found) {
    const std::optional<quick_fix> meant = find_quick_fix(each, body);
    if (!meant || !is_called_for(each, *meant, found)) continue;
    if (meant->what == quick_fix::action::unwrap) return meant->edits;
    edits.insert(edits.end(), meant->edits.begin(), meant->edits.end());
  }
  return edits;
}

}  // namespace detail

/// The body without its errors, if they can be fixed unasked; otherwise the report on what is left.
/// A body without errors comes back as it is. What has no error is not touched: order, blanks and
/// unknown fields stay byte for byte. It never widens the recipients, never invents a `push_type` or a
/// scope, and empties no list where that messages people who were not to be seen in the body as it
/// came. In a few passes, each linear in the size of the body; each fixes what a report keeps, so that
/// a body with more than some thousand errors is left.
[[nodiscard]] inline result<std::string> fix(std::string_view body, const context& known = {}) {
  constexpr int most_passes = 16;
  std::string text(body);
  report found = preflight(text, known);
  const detail::reached_groups reached =
      detail::covered_by(found.summary());  // by what could be read of it
  for (int pass = 0; !found.ok(); ++pass) {
    const source_map now(text);
    std::vector<text_edit> edits = detail::quick_fixes_of_errors(found, now);
    if (edits.empty()) {
      const repair_list all = find_repairs(found);
      const repair* safe = all.automatic();
      if (safe != nullptr && !adds_recipients(safe->change_from(reached, found.summary()))) {
        edits = text_edits(*safe, now);
      }
    }
    if (edits.empty() || pass == most_passes) return {std::nullopt, found};
    text = apply_edits(edits, text);
    found = preflight(text, known);
  }
  return {std::move(text), found};
}

}  // namespace feishu::helpdesk

#endif
