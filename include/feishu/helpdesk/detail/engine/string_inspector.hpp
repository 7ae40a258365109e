#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_STRING_INSPECTOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_STRING_INSPECTOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

/// What is observed of a text as it passes by in pieces.
namespace feishu::helpdesk::detail {

/// Follows decimal digits.
class digits_matcher {
 public:
  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    count_ += piece.size();
    if (count_ > safe_count) {
      for (const char c : piece) add(c);
      return;
    }
    std::int64_t value = value_;
    bool all_digits = true;
    for (const char c : piece) {
      const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
      all_digits = all_digits && digit <= 9;
      value = value * 10 + (digit & 0xf);
    }
    value_ = value;
    is_decimal_ = is_decimal_ && all_digits;
  }

  /// Whether there was nothing but digits.
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return is_decimal_; }

  /// Whether there was nothing but digits, and `value()` fits in 64 bits.
  [[nodiscard]] constexpr bool is_number() const noexcept { return is_decimal_ && !is_too_big_; }
  /// 0 if it is not a number.
  [[nodiscard]] constexpr std::int64_t value() const noexcept { return is_number() ? value_ : 0; }

 private:
  constexpr void add(char c) noexcept {
    constexpr std::int64_t highest = (std::numeric_limits<std::int64_t>::max)();
    const std::int64_t digit = c - '0';
    if (digit < 0 || digit > 9) {
      is_decimal_ = false;
    } else if (value_ > (highest - digit) / 10) {
      is_too_big_ = true;
    } else if (!is_too_big_) {
      value_ = value_ * 10 + digit;
    }
  }

  // So many digits make a number that fits.
  static constexpr std::size_t safe_count = std::numeric_limits<std::int64_t>::digits10;

  std::size_t count_ = 0;
  std::int64_t value_ = 0;
  bool is_decimal_ = true;
  bool is_too_big_ = false;
};

/// Compares a text with another, which must live as long.
class prefix_matcher {
 public:
  /// Compares with nothing.
  constexpr prefix_matcher() = default;
  /// Compares with `other`.
  constexpr explicit prefix_matcher(std::string_view other) noexcept : rest_(other) {}

  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    const std::size_t common = piece.size() < rest_.size() ? piece.size() : rest_.size();
    is_prefix_ = is_prefix_ && rest_.substr(0, common) == piece.substr(0, common);
    is_longer_ = is_longer_ || piece.size() > common;
    rest_.remove_prefix(common);
  }

  /// Whether the text is the other one.
  [[nodiscard]] constexpr bool is_same() const noexcept {
    return is_prefix_ && !is_longer_ && rest_.empty();
  }
  /// Whether the text begins with the other one.
  [[nodiscard]] constexpr bool begins_with() const noexcept { return is_prefix_ && rest_.empty(); }

 private:
  std::string_view rest_{};
  bool is_prefix_ = true;
  bool is_longer_ = false;
};

}  // namespace feishu::helpdesk::detail

/// What is observed of a text of the body while it passes by in pieces; nothing of it is kept.
namespace feishu::helpdesk::detail {

/// Time stamps below the one are taken for seconds, and from the other on for microseconds: as
/// milliseconds, the first is in 1973 and the second in 5138.
inline constexpr std::int64_t least_milliseconds = 100'000'000'000;
/// See `least_milliseconds`.
inline constexpr std::int64_t least_microseconds = 100'000'000'000'000;

/// What the id of a chat begins with.
inline constexpr std::string_view chat_id_prefix = "oc_";

/// The facts about a text of the right type of which only matters whether it is empty.
[[nodiscard]] constexpr facts facts_of_string(bool is_empty) noexcept {
  return facts_of(observed::well_typed) | (is_empty ? facts_of(observed::empty_string) : facts{0});
}

/// The facts about a time stamp; `now` is the present time, if it should not lie before that.
[[nodiscard]] constexpr facts facts_of_timestamp(const digits_matcher& digits,
                                                 std::optional<timestamp> now) noexcept {
  if (!digits.is_number()) return facts_of(observed::not_a_timestamp);
  const std::int64_t value = digits.value();
  const bool is_plausible = value >= least_milliseconds && value < least_microseconds;
  facts found = is_plausible ? facts{0} : facts_of(observed::not_milliseconds);
  if (now && value < now->milliseconds()) found |= facts_of(observed::before_now);
  return found;
}

/// The facts about a card that was read to its end.
[[nodiscard]] constexpr facts facts_of_card(const card_checker& card) noexcept {
  facts found = 0;
  if (card.error() != syntax_error::none) {
    found |= facts_of(observed::card_ill_formed);
  } else if (card.kind() != card_kind::plain) {
    found |= facts_of(observed::card_undocumented);
  }
  if (card.size() > card_size_limit) found |= facts_of(observed::card_oversized);
  return found;
}

/// What a message about one of these facts needs.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr message_args args_of_card(const card_checker& card,
                                                                          facts fact) noexcept {
  if (fact == facts_of(observed::card_ill_formed)) {
    return card.error_args();
  }
  if (fact == facts_of(observed::card_oversized)) {
    return {.number = static_cast<std::int64_t>(card.size())};
  }
  return {.detail = card.kind() == card_kind::version_2 ? "2.0" : "template"};
}

/// Watches one text at a time for what its field is validated by.
class string_inspector {
 public:
  // --- what to watch for, said before the first piece ---

  /// Nothing: the text does not matter.
  constexpr void ignore() noexcept { watch(watched::nothing); }
  /// Whether the text is empty.
  constexpr void watch_size() noexcept { watch(watched::size); }
  /// Whether the text is a time stamp.
  constexpr void watch_digits() noexcept {
    watch(watched::digits);
    digits_ = {};
  }
  /// Whether the text is a card.
  constexpr void watch_card() noexcept {
    watch(watched::card);
    card_.begin();
  }
  /// Whether the text is `other`, which must live as long.
  constexpr void watch_whole(std::string_view other) noexcept {
    watch(watched::whole);
    comparison_ = prefix_matcher(other);
  }
  /// Whether the text begins with `prefix`, which must live as long.
  constexpr void watch_beginning(std::string_view prefix) noexcept {
    watch(watched::beginning);
    comparison_ = prefix_matcher(prefix);
    prefix_ = prefix;
  }

  /// Whether the text does not matter.
  [[nodiscard]] constexpr bool is_ignored() const noexcept { return watched_ == watched::nothing; }
  /// Whether the text is to be a card.
  [[nodiscard]] constexpr bool is_card() const noexcept { return watched_ == watched::card; }

  /// More of the text.
  constexpr void add(std::string_view piece, const origin& from) {
    size_ += piece.size();
    switch (watched_) {
      case watched::card: card_.write(piece, from); break;
      case watched::digits: digits_.add(piece); break;
      case watched::whole:
      case watched::beginning: comparison_.add(piece); break;
      default: break;
    }
  }

  // --- what was seen ---

  /// `now` is the present time, for a time stamp that should not lie before it. Of a card, only
  /// whether its text is empty; see `finished_card`.
  [[nodiscard]] constexpr facts seen(std::optional<timestamp> now) const noexcept {
    facts found = facts_of_string(size_ == 0);
    if (watched_ == watched::digits && size_ != 0) found |= facts_of_timestamp(digits_, now);
    if (watched_ == watched::whole && !comparison_.is_same()) {
      found |= facts_of(observed::id_mismatch);
    }
    if (watched_ == watched::beginning && size_ != 0 && !comparison_.begins_with()) {
      found |= facts_of(observed::unexpected_prefix);
    }
    return found;
  }

  /// The card, whose text ended at offset `end` of its source.
  [[nodiscard]] constexpr const card_checker& finished_card(std::size_t end) {
    card_.finish(end);
    return card_;
  }

  /// The card that was finished last, until another one begins.
  [[nodiscard]] constexpr const card_checker& card() const noexcept { return card_; }

  /// In bytes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Of a time stamp; else 0.
  [[nodiscard]] constexpr std::int64_t number() const noexcept {
    return watched_ == watched::digits ? digits_.value() : 0;
  }
  /// What the text was to begin with; empty if that does not matter.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    return watched_ == watched::beginning ? prefix_ : std::string_view();
  }

 private:
  enum class watched : std::uint8_t { nothing, size, whole, beginning, digits, card };

  constexpr void watch(watched what) noexcept {
    watched_ = what;
    size_ = 0;
  }

  watched watched_ = watched::nothing;
  std::size_t size_ = 0;
  std::string_view prefix_{};
  digits_matcher digits_{};
  prefix_matcher comparison_{};
  card_checker card_{};
};

}  // namespace feishu::helpdesk::detail

#endif
