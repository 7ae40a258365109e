#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_HPP

#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

/// The smallest edits that make a body legal, found over its facts.
///
/// What is repaired is what the rules between fields, `required` and `enum-value` demand of the seven
/// fields that decide who is messaged. The rules are read from the table.
///
/// No repair takes a field out: in a patch, that would bring back the draft's. No error of the table
/// needs it. Where a policy makes an error of `new-staff-fields-ignored`, a body that is blamed for its
/// `new_staff_scope_type` is offered other kinds of push, and not what its author may like better.
namespace feishu::helpdesk {

/// One change of one field of the body.
struct edit {
  /// What is done to it.
  enum class action : std::uint8_t {
    set,    ///< to `value`
    clear,  ///< the list, to `[]`
    add     ///< at least one element, which only the author knows
  };

  helpdesk::field field{};    ///< that is changed
  action what = action::set;  ///< what is done to it
  std::int32_t value = 0;     ///< that it is set to

  bool operator==(const edit&) const = default;
};

/// A set of edits, in the order of the field table, that makes the body legal and of which none can be
/// left out.
class repair {
 public:
  /// No field is edited twice.
  static constexpr std::size_t capacity = std::size(facts_of_fields);

  /// In the order of the field table.
  [[nodiscard]] constexpr std::span<const edit> edits() const noexcept { return {edits_, size_}; }

  /// Whether only the author can carry it out: there is something to add.
  [[nodiscard]] constexpr bool needs_input() const noexcept {
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) return true;
    }
    return false;
  }

  /// Whether it decides what kind of push this is, or whom it is for.
  [[nodiscard]] constexpr bool decides_scope() const noexcept {
    for (const edit& each : edits()) {
      if (each.what == edit::action::set) return true;
    }
    return false;
  }

  /// What it does to the recipients.
  [[nodiscard]] constexpr recipients_change change() const noexcept { return change_; }

  /// The summary of a body after these edits. What is to be added is not counted.
  [[nodiscard]] constexpr body_summary apply_to(body_summary body) const noexcept {
    for (const edit& each : edits()) {
      body.forget(each.field);
      body.present |= body_summary::bit(each.field);
      body.known |= fact_after(each);
    }
    return body;
  }

  /// What it does to recipients that were `before`. Who is added is no surprise to the author, and so is
  /// not counted among the others.
  [[nodiscard]] constexpr recipients_change change_from(reached_groups before,
                                                        const body_summary& body) const noexcept {
    body_summary after = apply_to(body);
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) after.known &= ~mask_of(each.field);
    }
    return change_between(before, covered_by(after), needs_input());
  }

  bool operator==(const repair&) const = default;

  /// The fact that an edit makes true.
  [[nodiscard]] static constexpr facts fact_after(const edit& made) noexcept {
    const field_facts& about = facts_about(made.field);
    return made.what == edit::action::set ? about.holds_value(made.value)
                                          : about.holds_elements(made.what == edit::action::add);
  }

 private:
  friend class repair_search;

  edit edits_[capacity]{};
  std::size_t size_ = 0;
  recipients_change change_ = recipients_change::none;
};

/// The alternatives that there are, the best first: those that leave the recipients as they are, then those
/// that message fewer, then those that message others or more; among equals, those that need nothing
/// from the author, those that leave the scope alone, and the shorter ones first.
class repair_list {
 public:
  static constexpr std::size_t capacity = 16;  ///< no state of the seven fields has more

  /// The best one.
  [[nodiscard]] constexpr const repair* begin() const noexcept { return found_; }
  /// Behind the last one.
  [[nodiscard]] constexpr const repair* end() const noexcept { return found_ + size_; }
  /// The number of alternatives.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether there is nothing to repair, or it cannot be.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The `index`-th best.
  [[nodiscard]] constexpr const repair& operator[](std::size_t index) const noexcept {
    return found_[index];
  }

  /// The first alternative that may be carried out unasked: it adds nothing, messages nobody new, and
  /// decides neither the kind of push nor its scope. Null if there is none.
  [[nodiscard]] constexpr const repair* automatic() const noexcept {
    for (const repair& each : *this) {
      if (!each.needs_input() && !each.decides_scope() && !adds_recipients(each.change())) {
        return &each;
      }
    }
    return nullptr;
  }

 private:
  friend class repair_search;

  repair found_[capacity]{};
  std::size_t size_ = 0;
};

/// Follows the broken rules: as long as one is, each repair must make one of its clauses false.
class repair_search {
 public:
  /// Bit i of `enforced`: the i-th rule of the table must not be broken between fields. `to_mend`: the
  /// fields, as a summary's bits, that must not be wrong by themselves.
  constexpr repair_search(const body_summary& body, std::uint64_t enforced,
                          std::uint32_t to_mend) noexcept
      : enforced_(enforced), to_mend_(to_mend), body_(body), before_(covered_by(body)) {}

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
    if (body_.well_formed) extend({}, body_);
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
      if (!edits(made, about.field)) branch(made, about, clause);
    }
  }

  // Tries every edit of a field that makes none of the facts in `not_these` true.
  constexpr void branch(const repair& made, const field_facts& about, facts not_these) {
    for (unsigned state = 1; state < about.size; ++state) {
      if ((about.absent() << state & not_these) != 0) continue;
      const repair more = with(made, edit_to(about, state));
      extend(more, more.apply_to(body_));
    }
  }

  static constexpr edit edit_to(const field_facts& about, unsigned state) noexcept {
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

  static constexpr bool edits(const repair& made, field which) noexcept {
    for (const edit& each : made.edits()) {
      if (each.field == which) return true;
    }
    return false;
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
    return detail::indexed_rules.broken_by(now.all_facts()) & enforced_;
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
    return detail::indexed_rules.broken_by(seen);
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

  constexpr void keep(repair made) noexcept {
    if (made.size_ == 0 || is_reducible(made)) return;
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
  body_summary body_;
  reached_groups before_;
  repair_list found_{};
};

namespace detail {

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

}  // namespace detail

/// Every set of edits that makes a body of this summary legal and of which none can be left out; none
/// if it is legal, or was not readable. Allocates nothing; bounded, whatever the body's size.
[[nodiscard]] constexpr repair_list find_repairs(const body_summary& body) {
  return repair_search(body, error_rules, repair_search::wrong_in(body, error_rules)).run();
}

/// The same for the body of a report: legal is what the policy that it was validated by allows.
///
///     repair(preflight(body))
[[nodiscard]] constexpr repair_list find_repairs(const report& found) {
  return repair_search(found.summary(), found.enforced(), detail::fields_with_errors(found)).run();
}

/// The same for a struct.
template <class Form>
[[nodiscard]] constexpr repair_list find_repairs(const basic_notification<Form>& n,
                                                 const context& known = {}) {
  return find_repairs(validate(n, known));
}

/// Whether a repair may fix this: an error of one of the fields that decide who is messaged, not of what
/// is inside of it.
[[nodiscard]] constexpr bool is_repairable(const diagnostic& d) noexcept {
  if (d.severity() != severity::error || !d.where().in_field()) return false;
  const field which = d.where().field();
  return d.where().described() == &info(which) && facts_about(which).size != 0;
}

}  // namespace feishu::helpdesk

#endif
