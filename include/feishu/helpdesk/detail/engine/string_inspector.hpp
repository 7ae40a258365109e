#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_STRING_INSPECTOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_STRING_INSPECTOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// What is observed of a text of the body while it passes by in pieces; nothing of it is kept.
namespace feishu::helpdesk::detail {

/// Time stamps below the one are taken for seconds, and from the other on for microseconds: as
/// milliseconds, the first is in 1973 and the second in 5138.
inline constexpr std::int64_t least_milliseconds = 100'000'000'000;
/// See `least_milliseconds`.
inline constexpr std::int64_t least_microseconds = 100'000'000'000'000;

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
  /// Whether the text contains a template expression.
  constexpr void watch_template() noexcept {
    watch(watched::unfilled);
    template_ = {};
  }
  /// Whether the text can hardly be an `open_id`.
  constexpr void watch_open_id() noexcept {
    watch(watched::open_id);
    open_id_ = {};
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
      case watched::unfilled: template_.add(piece); break;
      case watched::open_id: open_id_.add(piece); break;
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
    if (watched_ == watched::open_id && !open_id_.found_instead().empty()) {
      found |= facts_of(observed::unexpected_prefix);
    }
    if (watched_ == watched::unfilled && !template_.found().empty()) {
      found |= facts_of(observed::unfilled);
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
  /// Returns what a message about the text quotes: what it should begin with, what shows that it is not an
  /// `open_id`, or the kind of template expression; else empty.
  [[nodiscard]] constexpr std::string_view detail() const noexcept {
    switch (watched_) {
      case watched::beginning: return prefix_;
      case watched::open_id: return open_id_.found_instead();
      case watched::unfilled: return template_.found();
      default: return {};
    }
  }

 private:
  enum class watched : std::uint8_t {
    nothing,
    size,
    whole,
    beginning,
    open_id,
    unfilled,
    digits,
    card
  };

  constexpr void watch(watched what) noexcept {
    watched_ = what;
    size_ = 0;
  }

  watched watched_ = watched::nothing;
  std::size_t size_ = 0;
  std::string_view prefix_{};
  digits_matcher digits_{};
  prefix_matcher comparison_{};
  open_id_matcher open_id_{};
  template_matcher template_{};
  card_checker card_{};
};

}  // namespace feishu::helpdesk::detail

#endif
