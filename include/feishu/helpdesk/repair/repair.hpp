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
/// members that decide who is messaged. The rules are read from the table.
///
/// No repair takes a member out: in a patch, that would bring back the draft's. No error of the table
/// needs it. Where a policy makes an error of `new-staff-fields-ignored`, a body that is blamed for its
/// `new_staff_scope_type` is offered other kinds of push, and not what its author may like better.
namespace feishu::helpdesk {

/// One change of one member of the body.
struct edit {
  /// What is done to it.
  enum class action : std::uint8_t {
    set,    ///< to `value`
    clear,  ///< the list, to `[]`
    add     ///< at least one element, which only the author knows
  };

  field member{};             ///< that is changed
  action what = action::set;  ///< what is done to it
  std::int32_t value = 0;     ///< that it is set to

  bool operator==(const edit&) const = default;
};

/// A set of edits, in the order of the field table, that makes the body legal and of which none can be
/// left out.
class alternative {
 public:
  /// No member is edited twice.
  static constexpr std::size_t capacity = std::size(facts_of_members);

  /// In the order of the field table.
  [[nodiscard]] constexpr std::span<const edit> edits() const noexcept { return {edits_, size_}; }

  /// Whether only the author can carry it out: there is something to add.
  [[nodiscard]] constexpr bool needs_author() const noexcept {
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

  /// What it does to the audience.
  [[nodiscard]] constexpr audience_change change() const noexcept { return change_; }

  /// The outline of a body after these edits. What is to be added is not counted.
  [[nodiscard]] constexpr outline applied_to(outline body) const noexcept {
    for (const edit& each : edits()) {
      body.forget(each.member);
      body.present |= outline::bit(each.member);
      body.known |= fact_after(each);
    }
    return body;
  }

  /// What it does to an audience that was `before`. Who is added is no surprise to the author, and so is
  /// not counted among the others.
  [[nodiscard]] constexpr audience_change change_from(coverage before,
                                                      const outline& body) const noexcept {
    outline after = applied_to(body);
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) after.known &= ~mask_of(each.member);
    }
    return change_between(before, covered_by(after), needs_author());
  }

  bool operator==(const alternative&) const = default;

  /// The fact that an edit makes true.
  [[nodiscard]] static constexpr facts fact_after(const edit& made) noexcept {
    const member_facts& about = facts_about(made.member);
    return made.what == edit::action::set ? about.holds_value(made.value)
                                          : about.holds_elements(made.what == edit::action::add);
  }

 private:
  friend class repair_search;

  edit edits_[capacity]{};
  std::size_t size_ = 0;
  audience_change change_ = audience_change::none;
};

/// The alternatives that there are, the best first: those that leave the audience as it is, then those
/// that message fewer, then those that message others or more; among equals, those that need nothing
/// from the author, those that leave the scope alone, and the shorter ones first.
class repairs {
 public:
  static constexpr std::size_t capacity = 16;  ///< no state of the seven members has more

  /// The best one.
  [[nodiscard]] constexpr const alternative* begin() const noexcept { return found_; }
  /// Behind the last one.
  [[nodiscard]] constexpr const alternative* end() const noexcept { return found_ + size_; }
  /// The number of alternatives.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether there is nothing to repair, or it cannot be.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The `index`-th best.
  [[nodiscard]] constexpr const alternative& operator[](std::size_t index) const noexcept {
    return found_[index];
  }

  /// The first alternative that may be carried out unasked: it adds nothing, messages nobody new, and
  /// decides neither the kind of push nor its scope. Null if there is none.
  [[nodiscard]] constexpr const alternative* automatic() const noexcept {
    for (const alternative& each : *this) {
      if (!each.needs_author() && !each.decides_scope() && !messages_others(each.change())) {
        return &each;
      }
    }
    return nullptr;
  }

 private:
  friend class repair_search;

  alternative found_[capacity]{};
  std::size_t size_ = 0;
};

/// Follows the broken rules: as long as one is, each repair must make one of its clauses false.
class repair_search {
 public:
  /// Bit i of `enforced`: the i-th rule of the table must not be broken between members. `to_mend`: the
  /// members, as an outline's bits, that must not be wrong by themselves.
  constexpr repair_search(const outline& body, std::uint64_t enforced,
                          std::uint32_t to_mend) noexcept
      : enforced_(enforced), to_mend_(to_mend), body_(body), before_(covered_by(body)) {}

  /// The members that are missing or out of range, where that is an error.
  [[nodiscard]] static constexpr std::uint32_t wrong_in(const outline& body,
                                                        std::uint64_t enforced) noexcept {
    std::uint32_t wrong = 0;
    for (const member_facts& each : facts_of_members) {
      if ((broken_by_itself(body, each) & enforced) != 0) wrong |= outline::bit(each.member);
    }
    return wrong;
  }

  /// All of them.
  [[nodiscard]] constexpr repairs run() {
    if (body_.readable) extend({}, body_);
    return found_;
  }

 private:
  // Tries whatever may mend the first fault that is left after the edits of `made`.
  constexpr void extend(const alternative& made, const outline& now) {
    if (const member_facts* wrong = wrong_by_itself(now)) return branch(made, *wrong, 0);

    const std::uint64_t broken = broken_between_members(now);
    if (broken == 0) return keep(made);
    for (const facts clause : rules[std::countr_zero(broken)].violated_when.clauses) {
      const facts met = clause & now.all_facts();
      if (met == 0) continue;
      const member_facts& about = member_of(met);
      if (!edits(made, about.member)) branch(made, about, clause);
    }
  }

  // Tries every edit of a member that makes none of the facts in `not_these` true.
  constexpr void branch(const alternative& made, const member_facts& about, facts not_these) {
    for (unsigned state = 1; state < about.size; ++state) {
      if ((about.absent() << state & not_these) != 0) continue;
      const alternative more = with(made, edit_to(about, state));
      extend(more, more.applied_to(body_));
    }
  }

  static constexpr edit edit_to(const member_facts& about, unsigned state) noexcept {
    if (!info(about.member).values.empty()) {
      return {about.member, edit::action::set, static_cast<std::int32_t>(state) - 1};
    }
    return {about.member, state == 1 ? edit::action::clear : edit::action::add};
  }

  static constexpr alternative with(alternative made, const edit& more) noexcept {
    std::size_t place = made.size_++;
    for (; place > 0 && made.edits_[place - 1].member > more.member; --place) {
      made.edits_[place] = made.edits_[place - 1];
    }
    made.edits_[place] = more;
    return made;
  }

  static constexpr bool edits(const alternative& made, field member) noexcept {
    for (const edit& each : made.edits()) {
      if (each.member == member) return true;
    }
    return false;
  }

  // The member that the first of these facts is about.
  static constexpr const member_facts& member_of(facts some) noexcept {
    const facts first = some & (~some + 1);
    for (const member_facts& each : facts_of_members) {
      if ((each.mask() & first) != 0) return each;
    }
    return facts_of_members[0];
  }

  [[nodiscard]] constexpr std::uint64_t broken_between_members(const outline& now) const noexcept {
    return indexed_rules.broken_by(now.all_facts()) & enforced_;
  }

  // A member that is to be mended, and is not yet.
  [[nodiscard]] constexpr const member_facts* wrong_by_itself(const outline& now) const noexcept {
    for (const member_facts& each : facts_of_members) {
      if ((to_mend_ & outline::bit(each.member)) != 0 && broken_by_itself(now, each) != 0) {
        return &each;
      }
    }
    return nullptr;
  }

  // The rules about single fields that a member breaks.
  static constexpr std::uint64_t broken_by_itself(const outline& now,
                                                  const member_facts& about) noexcept {
    const member_info& member = info(about.member);
    if (member.values.empty()) return 0;
    facts seen = member.required ? facts_of(observed::required_member) : 0;
    if ((now.unclear & outline::bit(about.member)) != 0) {
      seen |= facts_of(observed::not_enumerated);
    } else if (now.stands_alone && !now.has(about.member)) {
      seen |= facts_of(observed::absent);
    }
    return indexed_rules.broken_by(seen);
  }

  [[nodiscard]] constexpr bool is_legal(const outline& body) const noexcept {
    return broken_between_members(body) == 0 && wrong_by_itself(body) == nullptr;
  }

  // Whether some of the edits would do without the others.
  [[nodiscard]] constexpr bool is_reducible(const alternative& made) const noexcept {
    const unsigned all = (1u << made.size_) - 1;
    for (unsigned some = 0; some < all; ++some) {
      alternative part;
      for (std::size_t i = 0; i < made.size_; ++i) {
        if ((some >> i & 1) != 0) part.edits_[part.size_++] = made.edits_[i];
      }
      if (is_legal(part.applied_to(body_))) return true;
    }
    return false;
  }

  constexpr void keep(alternative made) noexcept {
    if (made.size_ == 0 || is_reducible(made)) return;
    made.change_ = made.change_from(before_, body_);
    std::size_t place = 0;
    for (; place < found_.size_ && !comes_before(made, found_[place]); ++place) {
      if (found_[place] == made) return;  // found in another order
    }
    if (found_.size_ == repairs::capacity) return;
    for (std::size_t i = found_.size_++; i > place; --i) found_.found_[i] = found_.found_[i - 1];
    found_.found_[place] = made;
  }

  // A total order, so that what is found in another order is found at the same place.
  static constexpr bool comes_before(const alternative& a, const alternative& b) noexcept {
    if (a.change_ != b.change_) return a.change_ < b.change_;
    if (a.needs_author() != b.needs_author()) return b.needs_author();
    if (a.decides_scope() != b.decides_scope()) return b.decides_scope();
    if (a.size_ != b.size_) return a.size_ < b.size_;
    for (std::size_t i = 0; i < a.size_; ++i) {
      const edit& x = a.edits_[i];
      const edit& y = b.edits_[i];
      if (x.member != y.member) return x.member < y.member;
      if (x.what != y.what) return x.what < y.what;
      if (x.value != y.value) return x.value < y.value;
    }
    return false;
  }

  std::uint64_t enforced_;
  std::uint32_t to_mend_;
  outline body_;
  coverage before_;
  repairs found_{};
};

namespace detail {

// The members that a report tells an error of, as an outline's bits: what is wrong in the draft, and what is
// silenced, is not told.
constexpr std::uint32_t members_with_errors(const report& found) noexcept {
  if (found.dropped() != 0) return repair_search::wrong_in(found.outline(), found.enforced());
  std::uint32_t members = 0;
  for (const diagnostic& each : found) {
    if (each.severity() != severity::error || !each.where().in_member()) continue;
    members |= outline::bit(each.where().member());
  }
  return members;
}

}  // namespace detail

/// Every set of edits that makes a body of this outline legal and of which none can be left out; none
/// if it is legal, or was not readable. Allocates nothing; bounded, whatever the body's size.
[[nodiscard]] constexpr repairs repair(const outline& body) {
  return repair_search(body, error_rules, repair_search::wrong_in(body, error_rules)).run();
}

/// The same for the body of a report: legal is what the policy that it was judged by allows.
///
///     repair(preflight(body))
[[nodiscard]] constexpr repairs repair(const report& found) {
  return repair_search(found.outline(), found.enforced(), detail::members_with_errors(found)).run();
}

/// The same for a struct.
template <class Form>
[[nodiscard]] constexpr repairs repair(const basic_notification<Form>& n,
                                       const context& known = {}) {
  return repair(validate(n, known));
}

/// Whether a repair may mend this: an error of one of the members that decide who is messaged, not of what
/// is inside of it.
[[nodiscard]] constexpr bool is_repairable(const diagnostic& d) noexcept {
  if (d.severity() != severity::error || !d.where().in_member()) return false;
  const field member = d.where().member();
  return d.where().described() == &info(member) && facts_about(member).size != 0;
}

}  // namespace feishu::helpdesk

#endif
