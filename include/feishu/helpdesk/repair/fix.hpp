#ifndef FEISHU_HELPDESK_REPAIR_FIX_HPP
#define FEISHU_HELPDESK_REPAIR_FIX_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>
#include <feishu/helpdesk/repair/detail/syntax_fixes.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Fixes a body without asking, as far as that is safe.
namespace feishu::helpdesk {
namespace detail {

// Whether the body lacks something that a field with another name may supply: any field at all, or what a
// rule between fields asks for.
inline bool may_lack(field which, const report& found) {
  if (found.has("no-known-field")) return true;
  if (facts_about(which).size == 0) return false;
  for (const diagnostic& each : found) {
    if (each.severity() == severity::error && each.rule().group == rule_group::combination) {
      return true;
    }
  }
  return false;
}

// Whether an object has several names that differ from `name` in case and separators only: which one is meant
// is not certain then. The object begins at `begin`, or a field of it at the byte after.
inline bool is_ambiguous(std::string_view name, std::string_view body, std::size_t begin) {
  const std::string_view object = body.substr(begin);
  std::size_t count = 0;
  for_each_field_of(object, [&](text_span each, text_span) {
    if (is_plainly(name, plain_name(unescaped(each.of(object))).text())) ++count;
    return count < 2;
  });
  return count > 1;
}

// Whether a name may be changed unasked. If it differs from the right one in case and separators only, it is
// changed where it counts as an error, or where the body lacks the field; if it is merely near, where it
// counts as an error: but who is messaged is never taken from a guess, so not to the name of a field that
// decides it, nor within a list.
inline bool may_rename(const diagnostic& d, const quick_fix& meant, const report& found,
                       const source_map& body) {
  const bool is_error = d.severity() == severity::error;
  const bool is_same = is_plainly(meant.text, plain_name(d.where().unknown()).text());
  if (d.where().in_field()) {
    // A misspelt id is the first name of its element that can be the id.
    return is_same && d.rule().violated_when == observed::misspelt &&
           !is_ambiguous(meant.text, body.text(), d.offset() - 1);
  }
  if (!is_same) return is_error && !reveals_recipients(meant);
  const auto which = static_cast<field>(find_field(notification_object, meant.text));
  return (is_error || may_lack(which, found)) &&
         !is_ambiguous(meant.text, body.text(), body.brace());
}

// Whether a quick fix may be carried out unasked.
inline bool is_called_for(const diagnostic& d, const quick_fix& meant, const report& found,
                          const source_map& body) {
  switch (meant.what) {
    case quick_fix::action::unwrap:
    case quick_fix::action::to_json: return true;
    case quick_fix::action::rewrite:
    case quick_fix::action::to_string:
    case quick_fix::action::to_list: return d.severity() == severity::error;
    case quick_fix::action::rename: break;
  }
  return may_rename(d, meant, found, body);
}

// The obvious changes that errors call for, in order of their places.
inline std::vector<text_edit> quick_fixes_of_errors(const report& found, const source_map& body) {
  std::vector<text_edit> edits;
  std::uint32_t renamed_to = 0;  // fields of the body, so that none is given twice
  for (const diagnostic& each : found) {
    const std::optional<quick_fix> meant = find_quick_fix(each, body);
    if (!meant || !is_called_for(each, *meant, found, body)) continue;
    if (meant->what == quick_fix::action::unwrap) return meant->edits;
    if (meant->what == quick_fix::action::rename && !each.where().in_field()) {
      const std::size_t index = find_field(notification_object, meant->text);
      // NOLINTNEXTLINE(clang-analyzer-core.BitwiseShift): a field is renamed to one of the table
      if ((renamed_to >> index & 1) != 0) continue;
      renamed_to |= std::uint32_t{1} << index;
    }
    edits.insert(edits.end(), meant->edits.begin(), meant->edits.end());
  }
  return edits;
}

// Fields of the body as a set: bit i is the i-th of the field table.
using field_set = std::uint32_t;

inline field_set fields_edited_by(const repair& made) noexcept {
  field_set all = 0;
  for (const edit& each : made.edits()) all |= body_summary::bit(each.field);
  return all;
}

// The fields by which the body says something: not null, and not assigned by the server.
inline field_set statements_of(const source_map& body) noexcept {
  field_set all = 0;
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto each = static_cast<field>(i);
    if (info(each).by == assigned_by::server || !body.has(each)) continue;
    if (body.value_of(each).of(body.text()) != "null") all |= body_summary::bit(each);
  }
  return all;
}

}  // namespace detail

/// A body without its errors, or the report on what is left; how far `fix` came, and what it changed.
class fix_result : public result<std::string> {
 public:
  /// The passes that one `fix` makes at most. Each fixes what a report keeps, so that there are at most
  /// 1,024 fixes.
  static constexpr int most_passes = 16;

  /// The body after these edits, without an error.
  fix_result(std::string body, std::vector<text_edit> edits, const helpdesk::report& after)
      : result(std::move(body), after), edits_(std::move(edits)) {}
  /// No body, and the report on what is left.
  fix_result(const helpdesk::report& left, bool reached_limit)
      : result(std::nullopt, left), reached_limit_(reached_limit) {}

  /// Returns whether it stopped after `most_passes`: what is left is not necessarily the author's to
  /// decide.
  [[nodiscard]] bool reached_limit() const noexcept { return reached_limit_; }

  /// Returns what was changed in the body that was given, in order; nothing if there is no value.
  [[nodiscard]] std::span<const text_edit> edits() const& noexcept { return edits_; }
  [[nodiscard]] std::span<const text_edit> edits() const&& = delete;  // they would be gone

 private:
  std::vector<text_edit> edits_{};
  bool reached_limit_ = false;
};

/// Returns the body without its errors, if they can be fixed unasked; otherwise the report on what is left.
/// A byte-order mark and trailing commas go first, if the rest of the text is JSON.
/// A body without errors comes back as it is. What has no error is not touched: order, whitespace and
/// unknown fields stay byte for byte. It never widens the recipients, never invents a `push_type` or a
/// scope, empties no list where that messages people who were not to be seen in the body as it came,
/// and empties none where a patch would keep no field as its author wrote it. In a few passes, each linear in
/// the size of the body.
[[nodiscard]] inline fix_result fix(std::string_view body, const context& known = {}) {
  std::string text(body);
  std::vector<text_edit> made;
  report found = preflight(text, known);
  // What stands in a text that is not JSON cannot be read: recipients are those of the text without it.
  if (std::vector<text_edit> edits = detail::syntax_fixes(found, text); !edits.empty()) {
    text = apply_edits(edits, text);
    made = std::move(edits);
    found = preflight(text, known);
  }
  const detail::reached_groups reached =
      detail::covered_by(found.summary());  // by what could be read of it
  detail::field_set repaired = 0;
  for (int pass = 0; !found.ok(); ++pass) {
    const source_map now(text);
    std::vector<text_edit> edits = detail::quick_fixes_of_errors(found, now);
    if (edits.empty()) {
      const repair_list all = find_repairs(found);
      const repair* safe = all.automatic();
      if (safe != nullptr && !adds_recipients(safe->change_from(reached, found.summary()))) {
        const detail::field_set statements = detail::statements_of(now);
        const detail::field_set edited = detail::fields_edited_by(*safe);
        repaired |= edited;
        const bool replaces_all = (statements & edited) != 0 && (statements & ~repaired) == 0;
        if (!replaces_all) edits = text_edits(*safe, now);
      }
    }
    if (edits.empty()) return {found, false};
    if (pass == fix_result::most_passes) return {found, true};
    std::string after = apply_edits(edits, text);
    made = combine_edits(made, edits, after);
    text = std::move(after);
    found = preflight(text, known);
  }
  return {std::move(text), std::move(made), found};
}

}  // namespace feishu::helpdesk

#endif
