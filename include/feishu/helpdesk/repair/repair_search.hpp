#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_SEARCH_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_SEARCH_HPP

#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

/// The search for repairs, over the facts of a body.
namespace feishu::helpdesk::detail {

/// Follows the broken rules: as long as one is, each repair must make one of its clauses false.
class repair_search {
 public:
  /// Bit i of `enforced`: the i-th rule of the table must not be broken between fields. `to_mend`: the
  /// fields, as a summary's bits, that must not be wrong by themselves. No repair leaves or introduces a
  /// violation of an error among `custom_rules`. `in_draft`: the fields that the draft has, if the body is a
  /// patch that was merged with it.
  constexpr repair_search(const body_summary& body, std::uint64_t enforced, std::uint32_t to_mend,
                          borrowed_list<rule> custom_rules = {},
                          std::uint32_t in_draft = 0) noexcept
      : enforced_(enforced),
        to_mend_(to_mend),
        custom_rules_(custom_rules),
        in_draft_(in_draft),
        body_(body),
        before_(covered_by(body)) {}

  /// The fields that are missing or out of range, where that is an error.
  [[nodiscard]] static constexpr std::uint32_t wrong_in(const body_summary& body,
                                                        std::uint64_t enforced) noexcept {
    std::uint32_t wrong = 0;
    for (const field_facts& each : facts_of_fields) {
      if ((broken_by_itself(body, each) & enforced) != 0) wrong |= body_summary::bit(each.field);
    }
    return wrong;
  }

  /// All of them.
  [[nodiscard]] constexpr repair_list run() {
    if (!body_.well_formed || body_.wrapped) return found_;
    for (const field_facts& each : facts_of_fields) {
      if ((in_draft_ & body_summary::bit(each.field)) == 0) continue;
      if (is_optional_number(each.field) && is_without_effect(each, body_, enforced_)) {
        found_.kept_by_draft_ = each.field;
      }
    }
    extend({}, body_);
    return found_;
  }

 private:
  // Tries whatever may fix the first fault that is left after the edits of `made`.
  constexpr void extend(const repair& made, const body_summary& now) {
    if (const field_facts* wrong = wrong_by_itself(now)) return branch(made, *wrong, 0);

    const std::uint64_t broken = broken_between_fields(now);
    if (broken == 0) return keep(made);
    for (const facts clause : rules[std::countr_zero(broken)].violated_when.clauses) {
      const facts met = clause & now.all_facts();
      if (met == 0) continue;
      const field_facts& about = field_of(met);
      if (!made.edits_field(about.field)) branch(made, about, clause);
    }
  }

  // Tries every edit of a field that makes none of the facts in `not_these` true.
  constexpr void branch(const repair& made, const field_facts& about, facts not_these) {
    for (unsigned state = can_remove(about.field) ? 0 : 1; state < about.size; ++state) {
      if ((about.absent() << state & not_these) != 0) continue;
      const repair more = with(made, edit_to(about, state));
      extend(more, more.apply_to(body_));
    }
  }

  static constexpr bool is_optional_number(field which) noexcept {
    return !info(which).values.empty() && !info(which).required;
  }

  // Lists are emptied instead: a patch can do that, too.
  [[nodiscard]] constexpr bool can_remove(field which) const noexcept {
    return is_optional_number(which) && body_.has(which) &&
           (in_draft_ & body_summary::bit(which)) == 0;
  }

  // Whether one of these rules says that a field is without effect: its condition asks whether the field is
  // present, whatever it is.
  static constexpr bool is_without_effect(const field_facts& about, const body_summary& now,
                                          std::uint64_t by) noexcept {
    const facts present = about.mask() & ~about.absent();
    for (std::uint64_t left = indexed_rules.broken_by(now.all_facts()) & by; left != 0;
         left &= left - 1) {
      for (const facts clause : rules[std::countr_zero(left)].violated_when.clauses) {
        if ((clause & present) == present && (clause & now.known & present) != 0) return true;
      }
    }
    return false;
  }

  // Whether it sets a field to no effect that can be removed instead, or removes one that has an effect: in a
  // patch, that would bring back the draft's.
  [[nodiscard]] constexpr bool is_pointless(const repair& made) const noexcept {
    for (const edit& each : made.edits()) {
      if (!can_remove(each.field)) continue;
      const field_facts& about = facts_about(each.field);
      body_summary after = made.apply_to(body_);
      after.known |= about.holds_value(0);
      const bool removes = each.what == edit::action::remove;
      if (is_without_effect(about, after, ~std::uint64_t{0}) != removes) return true;
    }
    return false;
  }

  static constexpr edit edit_to(const field_facts& about, unsigned state) noexcept {
    if (state == 0) return {about.field, edit::action::remove};
    if (!info(about.field).values.empty()) {
      return {about.field, edit::action::set, static_cast<std::int32_t>(state) - 1};
    }
    return {about.field, state == 1 ? edit::action::clear : edit::action::add};
  }

  static constexpr repair with(repair made, const edit& more) noexcept {
    std::size_t place = made.size_++;
    for (; place > 0 && made.edits_[place - 1].field > more.field; --place) {
      made.edits_[place] = made.edits_[place - 1];
    }
    made.edits_[place] = more;
    return made;
  }

  // The field that the first of these facts is about.
  static constexpr const field_facts& field_of(facts some) noexcept {
    const facts first = some & (~some + 1);
    for (const field_facts& each : facts_of_fields) {
      if ((each.mask() & first) != 0) return each;
    }
    return facts_of_fields[0];
  }

  [[nodiscard]] constexpr std::uint64_t broken_between_fields(
      const body_summary& now) const noexcept {
    return indexed_rules.broken_by(now.all_facts()) & enforced_;
  }

  // A field that is to be fixed, and is not yet.
  [[nodiscard]] constexpr const field_facts* wrong_by_itself(
      const body_summary& now) const noexcept {
    for (const field_facts& each : facts_of_fields) {
      if ((to_mend_ & body_summary::bit(each.field)) != 0 && broken_by_itself(now, each) != 0) {
        return &each;
      }
    }
    return nullptr;
  }

  // The rules about single fields that a field breaks.
  static constexpr std::uint64_t broken_by_itself(const body_summary& now,
                                                  const field_facts& about) noexcept {
    const field_info& row = info(about.field);
    if (row.values.empty()) return 0;
    facts seen = row.required ? facts_of(observed::required_field) : 0;
    if ((now.invalid & body_summary::bit(about.field)) != 0) {
      seen |= facts_of(observed::not_in_enum);
    } else if (now.complete && !now.has(about.field)) {
      seen |= facts_of(observed::absent);
    }
    return indexed_rules.broken_by(seen);
  }

  [[nodiscard]] constexpr bool is_legal(const body_summary& body) const noexcept {
    return broken_between_fields(body) == 0 && wrong_by_itself(body) == nullptr;
  }

  // Whether some of the edits would do without the others.
  [[nodiscard]] constexpr bool is_reducible(const repair& made) const noexcept {
    const unsigned all = (1u << made.size_) - 1;
    for (unsigned some = 0; some < all; ++some) {
      repair part;
      for (std::size_t i = 0; i < made.size_; ++i) {
        if ((some >> i & 1) != 0) part.edits_[part.size_++] = made.edits_[i];
      }
      if (is_legal(part.apply_to(body_))) return true;
    }
    return false;
  }

  [[nodiscard]] constexpr bool violates_custom(const body_summary& body) const noexcept {
    for (const rule& each : custom_rules_) {
      if (each.severity == severity::error && violates(body, each)) return true;
    }
    return false;
  }

  constexpr void keep(repair made) noexcept {
    if (made.size_ == 0 || is_pointless(made) || is_reducible(made)) return;
    if (violates_custom(made.apply_to(body_))) return;
    made.before_ = body_;
    made.change_ = made.change_from(before_, body_);
    std::size_t place = 0;
    for (; place < found_.size_ && !comes_before(made, found_[place]); ++place) {
      if (found_[place] == made) return;  // found in another order
    }
    if (found_.size_ == repair_list::capacity) return;
    for (std::size_t i = found_.size_++; i > place; --i) found_.found_[i] = found_.found_[i - 1];
    found_.found_[place] = made;
  }

  // A total order, so that what is found in another order is found at the same place.
  static constexpr bool comes_before(const repair& a, const repair& b) noexcept {
    if (a.change_ != b.change_) return a.change_ < b.change_;
    if (a.needs_input() != b.needs_input()) return b.needs_input();
    if (a.decides_scope() != b.decides_scope()) return b.decides_scope();
    if (a.size_ != b.size_) return a.size_ < b.size_;
    for (std::size_t i = 0; i < a.size_; ++i) {
      const edit& x = a.edits_[i];
      const edit& y = b.edits_[i];
      if (x.field != y.field) return x.field < y.field;
      if (x.what != y.what) return x.what < y.what;
      if (x.value != y.value) return x.value < y.value;
    }
    return false;
  }

  std::uint64_t enforced_;
  std::uint32_t to_mend_;
  borrowed_list<rule> custom_rules_;
  std::uint32_t in_draft_;
  body_summary body_;
  reached_groups before_;
  repair_list found_{};
};

// The fields that a report tells an error of, as a summary's bits: what is wrong in the draft, and what is
// disabled, is not told.
constexpr std::uint32_t fields_with_errors(const report& found) noexcept {
  if (found.dropped() != 0) return repair_search::wrong_in(found.summary(), found.enforced());
  std::uint32_t fields = 0;
  for (const diagnostic& each : found) {
    if (each.severity() != severity::error || !each.where().in_field()) continue;
    fields |= body_summary::bit(each.where().field());
  }
  return fields;
}

}  // namespace feishu::helpdesk::detail

#endif
