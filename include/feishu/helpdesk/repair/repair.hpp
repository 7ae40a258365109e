#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// Sets of edits that make a body legal.
namespace feishu::helpdesk {
namespace detail {
class repair_search;
}  // namespace detail

/// One change of one field of the body.
struct edit {
  /// What is done to it.
  enum class action : std::uint8_t {
    set,    ///< to `value`
    clear,  ///< the list, to `[]`
    add,    ///< at least one element, which only the author knows
    remove  ///< the field, which has no effect
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
  static constexpr std::size_t capacity = std::size(detail::facts_of_fields);

  /// Returns the edits, in the order of the field table.
  [[nodiscard]] constexpr std::span<const edit> edits() const& noexcept { return {edits_, size_}; }
  [[nodiscard]] std::span<const edit> edits() const&& =
      delete;  // of a temporary, they would be gone

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

  /// Returns what it does to the recipients at worst: where they are unknown before, all but the chats
  /// count as new.
  [[nodiscard]] constexpr recipients_change change() const noexcept { return change_; }

  /// Returns what is certain of the recipients after it, without those that are added.
  [[nodiscard]] constexpr detail::recipients_relation relation() const noexcept {
    const recipients before = recipients_of(before_);
    const bool may_drop_departments =
        (detail::covered_by(before) & detail::group::new_staff_as_drafted) != 0 &&
        edits_field(field::new_staff_scope_department_list);
    if (may_drop_departments || fits_other_drafts()) return detail::recipients_relation::unknown;
    return detail::relation_between(before, recipients_of(after()));
  }

  /// Returns the groups that it reaches by elements that the author adds.
  [[nodiscard]] constexpr detail::reached_groups added() const noexcept {
    return added_to(before_);
  }

  /// Returns the summary of the body that it was found for.
  [[nodiscard]] constexpr const body_summary& before() const& noexcept { return before_; }
  /// Returns the summary of that body after the edits. What is to be added is not counted.
  [[nodiscard]] constexpr body_summary after() const noexcept { return apply_to(before_); }

  /// Returns whether it changes this field.
  [[nodiscard]] constexpr bool edits_field(field which) const noexcept {
    for (const edit& each : edits()) {
      if (each.field == which) return true;
    }
    return false;
  }

  /// The summary of a body after these edits. What is to be added is not counted.
  [[nodiscard]] constexpr body_summary apply_to(body_summary body) const noexcept {
    for (const edit& each : edits()) {
      body.forget(each.field);
      if (each.what == edit::action::remove) continue;
      body.present |= body_summary::bit(each.field);
      body.known |= fact_after(each);
    }
    return body;
  }

  /// Returns what it does to recipients that were `before`, at worst. Those that the author adds are not
  /// counted among the others.
  [[nodiscard]] constexpr recipients_change change_from(detail::reached_groups before,
                                                        const body_summary& body) const noexcept {
    return detail::change_between(before, detail::covered_by(apply_to(body)), added_to(body) != 0);
  }

  bool operator==(const repair&) const = default;

  /// The fact that an edit makes true, unless it removes the field.
  [[nodiscard]] static constexpr facts fact_after(const edit& made) noexcept {
    const detail::field_facts& about = detail::facts_about(made.field);
    return made.what == edit::action::set ? about.holds_value(made.value)
                                          : about.holds_elements(made.what == edit::action::add);
  }

 private:
  friend class detail::repair_search;

  // Whether the draft of a patch may lack a field, or have a value that contradicts the patch, before the
  // edits and not after: with such a draft, there are no recipients to compare with.
  [[nodiscard]] constexpr bool fits_other_drafts() const noexcept {
    if (before_.complete) return false;
    const body_summary changed = after();
    const std::uint32_t needed = recipients_of(before_).in_draft & ~recipients_of(changed).in_draft;
    if ((needed & body_summary::bit(field::new_staff_scope_type)) != 0) return true;
    for (const detail::field_facts& each : detail::facts_of_fields) {
      if (before_.has(each.field)) continue;
      for (unsigned state = 1; state < each.size; ++state) {
        body_summary from = before_;
        body_summary to = changed;
        from.known |= each.absent() << state;
        if (!to.has(each.field)) to.known |= each.absent() << state;
        const bool fits_before = recipients_of(from).reach != reach::unknown;
        if (!fits_before && recipients_of(to).reach != reach::unknown) return true;
      }
    }
    return false;
  }

  [[nodiscard]] constexpr detail::reached_groups added_to(const body_summary& body) const noexcept {
    const body_summary without = apply_to(body);
    body_summary with = without;
    for (const edit& each : edits()) {
      const auto count = body_summary::count_of(each.field);
      if (each.what == edit::action::add && count != nullptr) with.*count = 1;
    }
    return static_cast<detail::reached_groups>(detail::covered_by(with) &
                                               ~detail::covered_by(without));
  }

  edit edits_[capacity]{};
  std::size_t size_ = 0;
  recipients_change change_ = recipients_change::none;
  body_summary before_{};
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
  [[nodiscard]] constexpr const repair& operator[](std::size_t index) const& noexcept {
    return found_[index];
  }
  /// Returns a copy of the `index`-th best: the list is a temporary.
  [[nodiscard]] constexpr repair operator[](std::size_t index) const&& noexcept {
    return found_[index];
  }

  /// The first repair that may be applied without asking: it adds nothing, messages nobody new, and
  /// decides neither the kind of push nor its scope. Null if there is none.
  [[nodiscard]] constexpr const repair* automatic() const& noexcept {
    for (const repair& each : *this) {
      if (!each.needs_input() && !each.decides_scope() && !adds_recipients(each.change())) {
        return &each;
      }
    }
    return nullptr;
  }
  [[nodiscard]] const repair* automatic() const&& = delete;

  /// Returns the field that has no effect, which is an error, and that no patch can remove, for the draft has
  /// it; nothing if there is none.
  [[nodiscard]] constexpr std::optional<field> kept_by_draft() const noexcept {
    return kept_by_draft_;
  }

 private:
  friend class detail::repair_search;

  repair found_[capacity]{};
  std::size_t size_ = 0;
  std::optional<field> kept_by_draft_{};
};

}  // namespace feishu::helpdesk

#endif
