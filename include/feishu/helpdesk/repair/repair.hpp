#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>

#include <cstddef>
#include <cstdint>
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

  /// Returns what it does to the recipients.
  [[nodiscard]] constexpr recipients_change change() const noexcept { return change_; }

  /// Returns the summary of the body that it was found for.
  [[nodiscard]] constexpr const body_summary& before() const& noexcept { return before_; }
  /// Returns the summary of that body after the edits. What is to be added is not counted.
  [[nodiscard]] constexpr body_summary after() const noexcept { return apply_to(before_); }

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
  [[nodiscard]] constexpr recipients_change change_from(detail::reached_groups before,
                                                        const body_summary& body) const noexcept {
    body_summary after = apply_to(body);
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) after.known &= ~detail::mask_of(each.field);
    }
    return detail::change_between(before, detail::covered_by(after), needs_input());
  }

  bool operator==(const repair&) const = default;

  /// The fact that an edit makes true.
  [[nodiscard]] static constexpr facts fact_after(const edit& made) noexcept {
    const detail::field_facts& about = detail::facts_about(made.field);
    return made.what == edit::action::set ? about.holds_value(made.value)
                                          : about.holds_elements(made.what == edit::action::add);
  }

 private:
  friend class detail::repair_search;

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

 private:
  friend class detail::repair_search;

  repair found_[capacity]{};
  std::size_t size_ = 0;
};

}  // namespace feishu::helpdesk

#endif
