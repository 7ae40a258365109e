#ifndef FEISHU_HELPDESK_MODEL_REPORT_HPP
#define FEISHU_HELPDESK_MODEL_REPORT_HPP

#include <feishu/helpdesk/detail/late_value.hpp>
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// The violations of one body.
namespace feishu::helpdesk {

namespace detail {
struct report_access;
}  // namespace detail

/// The diagnostics of one body, in order of their place. Lives on the stack (about 9.6 KB) and keeps up to
/// `capacity` of them; of more, errors displace warnings and warnings notes, while `ok()`, `has()` and the
/// counts stay right. Usable in constant expressions. Diagnostics refer to their rules, so custom
/// rules must outlive the report.
class report {
 public:
  /// The diagnostics that are kept.
  static constexpr std::size_t capacity = 64;

  /// A random access iterator over the diagnostics that were kept, in their order. It leaves its category to
  /// be deduced: the tags are in `<iterator>`, a large header.
  class iterator {
   public:
    /// What it points at.
    using value_type = diagnostic;
    /// The distance of two iterators.
    using difference_type = std::ptrdiff_t;

    /// An iterator of no report.
    constexpr iterator() = default;
    /// Points at the `index`-th diagnostic.
    constexpr iterator(const report& of, std::size_t index) noexcept
        : of_(&of), index_(static_cast<std::ptrdiff_t>(index)) {}

    /// Returns the diagnostic.
    constexpr const diagnostic& operator*() const noexcept { return at(index_); }
    /// Returns the diagnostic.
    constexpr const diagnostic* operator->() const noexcept { return &at(index_); }
    /// Returns the diagnostic `n` further on.
    constexpr const diagnostic& operator[](std::ptrdiff_t n) const noexcept {
      return at(index_ + n);
    }

    /// Moves on by one.
    constexpr iterator& operator++() noexcept { return *this += 1; }
    /// Moves on by one, and returns the old position.
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      ++index_;
      return before;
    }
    /// Moves back by one.
    constexpr iterator& operator--() noexcept { return *this += -1; }
    /// Moves back by one, and returns the old position.
    constexpr iterator operator--(int) noexcept {
      const iterator before = *this;
      --index_;
      return before;
    }
    /// Moves on by `n`.
    constexpr iterator& operator+=(std::ptrdiff_t n) noexcept {
      index_ += n;
      return *this;
    }
    /// Moves back by `n`.
    constexpr iterator& operator-=(std::ptrdiff_t n) noexcept { return *this += -n; }

    /// Returns the iterator `n` further on.
    friend constexpr iterator operator+(iterator i, std::ptrdiff_t n) noexcept { return i += n; }
    /// Returns the iterator `n` further on.
    friend constexpr iterator operator+(std::ptrdiff_t n, iterator i) noexcept { return i += n; }
    /// Returns the iterator `n` further back.
    friend constexpr iterator operator-(iterator i, std::ptrdiff_t n) noexcept { return i -= n; }
    /// Returns the distance from `b` to `a`.
    friend constexpr std::ptrdiff_t operator-(const iterator& a, const iterator& b) noexcept {
      return a.index_ - b.index_;
    }
    bool operator==(const iterator&) const = default;
    /// By position in one report.
    friend constexpr auto operator<=>(const iterator& a, const iterator& b) noexcept {
      return a.index_ <=> b.index_;
    }

   private:
    [[nodiscard]] constexpr const diagnostic& at(std::ptrdiff_t index) const noexcept {
      return (*of_)[static_cast<std::size_t>(index)];
    }

    const report* of_ = nullptr;
    std::ptrdiff_t index_ = 0;
  };

  /// Nothing was found.
  constexpr report() noexcept {
    // An array left without values is no constant; at run time it need not be touched.
    if (std::is_constant_evaluated()) {
      for (std::uint8_t& each : order_) each = 0;
      for (const rule*& each : displaced_) each = nullptr;
    }
  }

  /// Whether there is no error.
  [[nodiscard]] constexpr bool ok() const noexcept { return error_count() == 0; }

  /// The errors, kept or dropped.
  [[nodiscard]] constexpr std::size_t error_count() const noexcept { return counts_[0]; }
  /// The warnings, kept or dropped.
  [[nodiscard]] constexpr std::size_t warning_count() const noexcept { return counts_[1]; }
  /// The notes, kept or dropped.
  [[nodiscard]] constexpr std::size_t note_count() const noexcept { return counts_[2]; }

  /// Returns whether the rule was violated, also if its diagnostics were dropped (of custom rules whose
  /// diagnostics were dropped, the first 32 are remembered).
  [[nodiscard]] constexpr bool has(rule_id rule) const noexcept {
    if (rule.index() != npos) return (broken_ >> rule.index() & 1) != 0;
    if (find(rule) != end()) return true;
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i]->id == rule.text()) return true;
    }
    return false;
  }

  /// Returns whether the rule was violated at this JSON Pointer, among the diagnostics kept.
  [[nodiscard]] constexpr bool has(rule_id rule, std::string_view pointer) const noexcept {
    for (const diagnostic& each : *this) {
      if (each.rule().id == rule.text() && each.is_at(pointer)) return true;
    }
    return false;
  }

  /// Returns the first diagnostic of a rule, among those kept; `end()` if there is none.
  [[nodiscard]] constexpr iterator find(rule_id rule) const& noexcept {
    iterator at = begin();
    while (at != end() && at->rule().id != rule.text()) ++at;
    return at;
  }
  [[nodiscard]] iterator find(rule_id rule) const&& = delete;

  /// The first diagnostic that was kept.
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  /// Behind the last one.
  [[nodiscard]] constexpr iterator end() const noexcept { return {*this, size_}; }
  /// How many diagnostics were kept.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether nothing was found.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// Returns the `index`-th diagnostic that was kept.
  [[nodiscard]] constexpr const diagnostic& operator[](std::size_t index) const& noexcept {
    return store_[order_[index]].value;
  }
  /// Returns a copy of the `index`-th diagnostic: the report is a temporary.
  [[nodiscard]] constexpr diagnostic operator[](std::size_t index) const&& noexcept {
    return store_[order_[index]].value;
  }

  /// How many diagnostics were counted but not kept.
  [[nodiscard]] constexpr std::size_t dropped() const noexcept {
    return counts_[0] + counts_[1] + counts_[2] - size_;
  }

  /// The same counts, diagnostics and summary.
  friend constexpr bool operator==(const report& a, const report& b) noexcept {
    for (std::size_t i = 0; i < 3; ++i) {
      if (a.counts_[i] != b.counts_[i]) return false;
    }
    if (a.size_ != b.size_ || a.broken_ != b.broken_ || a.summary_ != b.summary_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }

  /// Returns the summary of the body; with a draft, of body and draft merged.
  [[nodiscard]] constexpr const body_summary& summary() const& noexcept { return summary_; }
  /// Returns a copy of the summary: the report is a temporary.
  [[nodiscard]] constexpr body_summary summary() const&& noexcept { return summary_; }
  /// Returns the rules of the table that counted as errors, violated or not: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t enforced() const noexcept { return enforced_; }
  /// Returns the custom conditions that were evaluated, violated or not.
  [[nodiscard]] constexpr borrowed_list<rule> custom_rules() const noexcept {
    return custom_rules_;
  }

  /// Returns the fields that the draft has with which the body was merged, as bits of a summary; none without a
  /// draft.
  [[nodiscard]] constexpr std::uint32_t in_draft() const noexcept { return in_draft_; }

  /// Takes a diagnostic in: a report is a sink. At most `capacity` steps; a few, if it is not to be kept.
  constexpr sink_action operator()(const diagnostic& found) noexcept {
    emplace(found.rule(), found.severity(), found.rule_index(), found.where(), found.offset(),
            found.args());
    return sink_action::proceed;
  }

 private:
  friend struct detail::report_access;

  // Takes in the diagnostic that is made of this.
  constexpr void emplace(const rule& broken, severity effective, std::size_t rule_index,
                         const location& where, std::size_t offset,
                         const message_args& more) noexcept {
    const bool is_kept = size_ < capacity || effective < least_severity_kept();
    ++counts_[static_cast<std::size_t>(effective)];
    if (rule_index < detail::rule_count) broken_ |= std::uint64_t{1} << rule_index;
    if (!is_kept) return remember(broken, rule_index);

    const std::size_t index = size_ < capacity ? size_ : vacate();
    store_[index].make(broken, effective, rule_index, where, offset, more);
    const diagnostic& own = store_[index].value;
    std::size_t place = size_++;
    for (; place > 0 && own.comes_before((*this)[place - 1]); --place) {
      order_[place] = order_[place - 1];
    }
    order_[place] = static_cast<std::uint8_t>(index);
  }

  constexpr void clear() noexcept {
    size_ = 0;
    for (std::size_t& each : counts_) each = 0;
    broken_ = 0;
    enforced_ = 0;
    custom_rules_ = {};
    in_draft_ = 0;
    displaced_count_ = 0;
    summary_ = {};
  }

  // Of a report that is full: what displaces keeps the most severe of all that were counted.
  [[nodiscard]] constexpr severity least_severity_kept() const noexcept {
    if (counts_[0] >= capacity) return severity::error;
    return counts_[0] + counts_[1] >= capacity ? severity::warning : severity::note;
  }

  // The last of the least severe diagnostics.
  [[nodiscard]] constexpr std::size_t least_severe() const noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if ((*this)[i].severity() >= (*this)[found].severity()) found = i;
    }
    return found;
  }

  // Drops one of a full report's diagnostics. Returns the slot that is free now.
  constexpr std::size_t vacate() noexcept {
    const std::size_t victim = least_severe();
    const std::size_t index = order_[victim];
    remember((*this)[victim].rule(), (*this)[victim].rule_index());
    for (std::size_t i = victim; i + 1 < size_; ++i) order_[i] = order_[i + 1];
    --size_;
    return index;
  }

  // The built-in rules are remembered in a word; of the custom ones, the first few.
  constexpr void remember(const rule& dropped, std::size_t rule_index) noexcept {
    if (rule_index < detail::rule_count) return;
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i] == &dropped) return;
    }
    if (displaced_count_ < std::size(displaced_)) displaced_[displaced_count_++] = &dropped;
  }

  detail::late_value<diagnostic> store_[capacity];
  std::uint8_t order_[capacity];
  std::size_t size_ = 0;
  std::size_t counts_[3]{};
  std::uint64_t broken_ = 0;
  std::uint64_t enforced_ = 0;
  borrowed_list<rule> custom_rules_{};
  std::uint32_t in_draft_ = 0;
  const rule* displaced_[32];
  std::size_t displaced_count_ = 0;
  helpdesk::body_summary summary_{};
};

namespace detail {

// What the engine does to a report, and users do not.
struct report_access {
  static constexpr void emplace(report& to, const rule& broken, severity effective,
                                std::size_t rule_index, const location& where, std::size_t offset,
                                const message_args& args) noexcept {
    to.emplace(broken, effective, rule_index, where, offset, args);
  }
  // What the body looks like, and what repairs need of that by which it was validated.
  static constexpr void conclude(report& to, const body_summary& seen,
                                 const context& known) noexcept {
    to.summary_ = seen;
    to.enforced_ = known.policy.errors();
    to.custom_rules_ = known.custom_rules;
    if (known.draft && known.draft.summary().well_formed) {
      to.in_draft_ = known.draft.summary().present;
    }
  }
  static constexpr void clear(report& to) noexcept { to.clear(); }
};

}  // namespace detail
}  // namespace feishu::helpdesk

#endif
