#ifndef FEISHU_HELPDESK_MODEL_REPORT_HPP
#define FEISHU_HELPDESK_MODEL_REPORT_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// What was found: diagnostics as data. Text is made of them later (text.hpp).
namespace feishu::helpdesk {

/// What a message needs beside the rule and the place. Which of these are set depends on the rule.
struct message_args {
  std::int64_t number = 0;                   ///< a value, a count of elements, or a size in bytes
  json_type expected = json_type::null;      ///< the schema's
  json_type actual = json_type::null;        ///< the value's
  syntax_error reason = syntax_error::none;  ///< why a text is not JSON
  std::string_view detail{};  ///< a word of the wire: a prefix, a version; always a literal

  bool operator==(const message_args&) const = default;
};

/// One broken rule, and where.
class diagnostic {
 public:
  /// Refers to the rule.
  constexpr diagnostic(const helpdesk::rule& broken, helpdesk::severity effective,
                       std::size_t rule_index, const location& where, std::size_t offset,
                       const message_args& more) noexcept
      : rule_(&broken),
        offset_(offset),
        where_(where),
        more_(more),
        rule_index_(rule_index),
        severity_(effective) {}

  /// The rule that is broken.
  [[nodiscard]] constexpr const helpdesk::rule& rule() const noexcept { return *rule_; }

  /// The rule's severity, or what the caller's policy made of it.
  [[nodiscard]] constexpr helpdesk::severity severity() const noexcept { return severity_; }

  /// The place as a JSON Pointer: `/user_list/3/user_id`; empty for the body as a whole.
  [[nodiscard]] std::string path() const { return where_.pointer(); }

  /// `path() == pointer`, in constant expressions too.
  [[nodiscard]] constexpr bool is_at(std::string_view pointer) const noexcept {
    return where_.is_at(pointer);
  }

  /// The place in the text, in bytes from 0; `npos` where there is none.
  [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_; }

  /// The place in the notification, as a value.
  [[nodiscard]] constexpr const location& where() const noexcept { return where_; }
  /// What a message needs beside.
  [[nodiscard]] constexpr const message_args& args() const noexcept { return more_; }

  /// By offset, then in the order of the catalogue, custom rules last.
  [[nodiscard]] constexpr bool comes_before(const diagnostic& other) const noexcept {
    return offset_ != other.offset_ ? offset_ < other.offset_ : rule_index_ < other.rule_index_;
  }

  /// The rule's index in the table; custom rules follow after `rule_count`.
  [[nodiscard]] constexpr std::size_t rule_index() const noexcept { return rule_index_; }

  bool operator==(const diagnostic&) const = default;

 private:
  const helpdesk::rule* rule_;
  std::size_t offset_;
  location where_;
  message_args more_;
  std::size_t rule_index_;
  helpdesk::severity severity_;
};

/// What a sink answers to a diagnostic.
enum class sink_action : std::uint8_t { proceed, stop };

/// The diagnostics of one body, in order of their place. Lives on the stack and keeps up to `capacity`
/// of them; of more, errors displace warnings and warnings notes, while `ok()`, `has()` and the
/// counts stay right. Usable in constant expressions. Diagnostics refer to their rules, so custom
/// rules must outlive the report.
class report {
 public:
  /// The diagnostics that are kept.
  static constexpr std::size_t capacity = 64;

  /// Goes through the diagnostics that were kept, in their order.
  class iterator {
   public:
    /// What it goes through.
    using value_type = diagnostic;
    /// As iterators have it.
    using difference_type = std::ptrdiff_t;

    /// Of no report.
    constexpr iterator() = default;
    /// At the `index`-th diagnostic.
    constexpr iterator(const report& of, std::size_t index) noexcept : of_(&of), index_(index) {}
    /// The diagnostic.
    constexpr const diagnostic& operator*() const noexcept { return (*of_)[index_]; }
    /// The diagnostic.
    constexpr const diagnostic* operator->() const noexcept { return &(*of_)[index_]; }
    /// Goes on.
    constexpr iterator& operator++() noexcept {
      ++index_;
      return *this;
    }
    /// Goes on, and returns where it was.
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      ++index_;
      return before;
    }
    bool operator==(const iterator&) const = default;

   private:
    const report* of_ = nullptr;
    std::size_t index_ = 0;
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

  /// Whether the rule was broken, be its diagnostic kept or not (of custom rules whose diagnostics
  /// were dropped, the first 32 are remembered).
  [[nodiscard]] constexpr bool has(std::string_view rule_id) const noexcept {
    const std::size_t index = index_of_rule(rule_id);
    if (index != npos && (broken_ >> index & 1) != 0) return true;
    for (const diagnostic& each : *this) {
      if (each.rule().id == rule_id) return true;
    }
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i]->id == rule_id) return true;
    }
    return false;
  }

  /// Whether the rule was broken at this JSON Pointer, among the diagnostics kept.
  [[nodiscard]] constexpr bool has(std::string_view rule_id,
                                   std::string_view pointer) const noexcept {
    for (const diagnostic& each : *this) {
      if (each.rule().id == rule_id && each.is_at(pointer)) return true;
    }
    return false;
  }

  /// The first diagnostic that was kept.
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  /// Behind the last one.
  [[nodiscard]] constexpr iterator end() const noexcept { return {*this, size_}; }
  /// How many diagnostics were kept.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether nothing was found.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The `index`-th diagnostic that was kept.
  [[nodiscard]] constexpr const diagnostic& operator[](std::size_t index) const noexcept {
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

  /// What the body looks like as a whole; with a draft, the body and the draft merged.
  [[nodiscard]] constexpr const helpdesk::body_summary& summary() const noexcept {
    return summary_;
  }
  /// The rules of the table that counted as errors, broken or not: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t enforced() const noexcept { return enforced_; }
  /// For the engines: what the body looks like, and which rules counted as errors.
  constexpr void set_summary(const helpdesk::body_summary& seen, std::uint64_t enforced) noexcept {
    summary_ = seen;
    enforced_ = enforced;
  }

  /// Takes a diagnostic in: a report is a sink. At most `capacity` steps; a few, if it is not to be kept.
  constexpr sink_action operator()(const diagnostic& found) noexcept {
    emplace(found.rule(), found.severity(), found.rule_index(), found.where(), found.offset(),
            found.args());
    return sink_action::proceed;
  }

  /// For the engines: takes in the diagnostic that is made of this.
  constexpr void emplace(const rule& broken, severity effective, std::size_t rule_index,
                         const location& where, std::size_t offset,
                         const message_args& more) noexcept {
    const bool is_kept = size_ < capacity || effective < least_severity_kept();
    ++counts_[static_cast<std::size_t>(effective)];
    if (rule_index < rule_count) broken_ |= std::uint64_t{1} << rule_index;
    if (!is_kept) return remember(broken, rule_index);

    const std::size_t index = size_ < capacity ? size_ : vacate();
    slot& own = store_[index];
    // A constant must be told that `value` is the member now; at run time, it is made in its place.
    if (std::is_constant_evaluated()) {
      own = slot(diagnostic(broken, effective, rule_index, where, offset, more));
    } else {
      ::new (&own.value) diagnostic(broken, effective, rule_index, where, offset, more);
    }
    std::size_t place = size_++;
    for (; place > 0 && own.value.comes_before((*this)[place - 1]); --place) {
      order_[place] = order_[place - 1];
    }
    order_[place] = static_cast<std::uint8_t>(index);
  }

 private:
  union slot {
    constexpr slot() noexcept {
      if (std::is_constant_evaluated()) nothing = 0;
    }
    constexpr explicit slot(const diagnostic& found) noexcept : value(found) {}

    char nothing;
    diagnostic value;
  };

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
    if (rule_index < rule_count) return;
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i] == &dropped) return;
    }
    if (displaced_count_ < std::size(displaced_)) displaced_[displaced_count_++] = &dropped;
  }

  slot store_[capacity];
  std::uint8_t order_[capacity];
  std::size_t size_ = 0;
  std::size_t counts_[3]{};
  std::uint64_t broken_ = 0;
  std::uint64_t enforced_ = 0;
  const rule* displaced_[32];
  std::size_t displaced_count_ = 0;
  helpdesk::body_summary summary_{};
};

/// A value, or the report that says why there is none. Where there is a value, the report may still
/// hold warnings and notes.
template <class T>
class result {
 public:
  /// A value, or none and why.
  constexpr result(std::optional<T> value, const helpdesk::report& why)
      : value_(std::move(value)), report_(why) {}

  /// Whether there is a value.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }
  /// Whether there is a value.
  [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T& operator*() & noexcept { return *value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr const T& operator*() const& noexcept { return *value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T&& operator*() && noexcept { return *std::move(value_); }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T* operator->() noexcept { return &*value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &*value_; }

  /// Why there is none, or what there is to know beside.
  [[nodiscard]] constexpr const helpdesk::report& report() const& noexcept { return report_; }
  /// Why there is none, or what there is to know beside.
  [[nodiscard]] constexpr helpdesk::report report() && noexcept { return report_; }

 private:
  std::optional<T> value_;
  helpdesk::report report_;
};

}  // namespace feishu::helpdesk

#endif
