#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_BODY_VALIDATOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_BODY_VALIDATOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/body_names.hpp>
#include <feishu/helpdesk/detail/engine/body_state.hpp>
#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The engine: turns the events of one body into facts. Structs, bytes and JSON values are all validated
/// by replaying themselves to it.
namespace feishu::helpdesk::detail {

/// Validates one body. It is a handler for `reader` (see there for the events), with shortcuts for
/// structs: `field_at()` names a field by its index in the table, `string()` takes a string in one piece.
///
/// Each event returns whether to go on: false once the sink said stop.
template <class Sink>
class body_validator : private body_names<Sink> {
  using state = body_state<Sink>;
  using names = body_names<Sink>;
  using inside = typename state::inside;

 public:
  /// For one body. The context must outlive it.
  constexpr body_validator(const context& known, Sink sink) noexcept
      : names(known, static_cast<Sink&&>(sink)) {}

  /// Begins another body, of the same context and sink.
  using names::reset;

  // --- names ---

  using names::begin_name;
  using names::end_name;
  using names::expected_name;
  using names::field_at;
  using names::name;
  using names::name_as_expected;
  using names::name_text;

  // --- containers ---

  /// An object begins.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool begin_object(std::size_t offset) {
    if (at_.where == inside::list && at_.skipped == 0) {
      count_element();
      at_.enter_element();
    } else if (!begin_other_object(offset)) {
      return go_on();
    }
    container_offset_ = offset;
    evaluator_.expect_id();
    return go_on();
  }

  /// It ends.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool end_object(std::size_t) {
    if (at_.skipped != 0) return skip_shallower();
    if (at_.where == inside::element) {
      if (!at_.has_seen_id() || evaluator_.missing_id() != 0) settle_id();
      at_.leave_element();
      sought_ = everything;
    } else if (at_.where == inside::object) {
      at_.close();
    } else {
      end_notification();
    }
    return go_on();
  }

  /// A list begins.
  constexpr bool begin_array(std::size_t offset) {
    if (at_.skipped != 0) return skip_deeper();
    if (!take(json_type::array, offset)) return skip_deeper();
    observe_value(facts_of(observed::well_typed));
    at_.open(*object_in(at_.named->kind), inside::list);
    without_id_ = 0;
    sought_ = everything;
    evaluator_.body().known |= facts_about(at_.field()).holds_elements(false);
    return go_on();
  }

  /// It ends.
  constexpr bool end_array(std::size_t) {
    if (at_.skipped != 0) return skip_shallower();
    at_.close();
    evaluator_.body().*body_summary::count_of(at_.field()) = at_.index - without_id_;
    return go_on();
  }

  // --- values ---

  /// A null.
  constexpr bool null(std::size_t offset) {
    if (at_.skipped == 0) refuse(json_type::null, offset);
    return go_on();
  }

  /// A true or false: no field is one.
  constexpr bool boolean(std::size_t offset) {
    if (at_.skipped == 0) refuse(json_type::boolean, offset);
    return go_on();
  }

  /// A number.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool number(std::size_t offset,
                                                      const number_token& token) {
    const facts known = facts_of_enumerated(token);
    if (known == 0) return observe_number(offset, token);
    value_offset_ = offset;
    note_presence();
    evaluator_.body().known |= known;
    observe_value(facts_of(observed::well_typed));
    return go_on();
  }

  /// A string begins.
  constexpr bool begin_string(std::size_t offset) {
    text_.ignore();
    if (at_.skipped != 0) return true;
    string_is_open_ = true;
    if (at_.where == inside::nothing) {
      value_offset_ = offset;
      text_.watch_card();  // it may contain the body
      return go_on();
    }
    if (!take(json_type::string, offset)) {
      if (is_at_kept_name()) text_.watch_card();  // it may contain the body
      return go_on();
    }
    switch (at_.named->kind) {
      case field_kind::card: text_.watch_card(); break;
      case field_kind::timestamp: text_.watch_digits(); break;
      case field_kind::notification_id: watch_notification_id(); break;
      case field_kind::user_id: watch_user_id(); break;
      case field_kind::job_name: text_.watch_template(); break;
      case field_kind::chat_id: text_.watch_beginning(chat_id_prefix); break;
      default: text_.watch_size(); break;
    }
    return go_on();
  }

  /// A string that comes whole, in one event instead of three.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool string(std::size_t offset, std::string_view whole,
                                                      std::size_t end) {
    if (!whole.empty() && needs_no_closer_look(whole)) {
      note_presence();
      return true;
    }
    return observe_string(offset, whole, end);
  }

  /// Whether the unescaped text of a string that stands here matters.
  [[nodiscard]] constexpr bool wants_escapes_decoded() const noexcept { return sought_ != 0; }

  /// More of the string, and where it comes from.
  constexpr bool string_text(std::string_view piece, const origin& from) {
    text_.add(piece, from);
    return true;
  }

  /// It ends.
  constexpr bool end_string(std::size_t offset) {
    string_is_open_ = false;
    if (!text_.is_ignored()) finish_string(offset);
    text_.ignore();
    return go_on();
  }

  /// A string of a form without offsets. Its UTF-8 is checked here, since no reader did.
  constexpr bool string(std::string_view whole) {
    if (!begin_string(npos)) return false;
    if (!is_utf8(whole)) {
      text_.ignore();
      if (at_.where == inside::nothing) refuse(json_type::string, npos);
      evaluator_.observe(facts_of(observed::ill_formed), at_.here(), npos, npos,
                         {.reason = syntax_error::bad_utf8});
    }
    return string_text(whole, {}) && end_string(npos);
  }

  // --- the end ---

  /// The text stopped making sense, in a scalar or between values: what is known of the body so far
  /// is not all of it.
  FEISHU_HELPDESK_COMPACT constexpr void ill_formed(const message_args& why, std::size_t offset,
                                                    bool in_scalar) {
    evaluator_.body().well_formed = false;
    if (at_.where == inside::nothing && string_is_open_) refuse(json_type::string, value_offset_);
    leave_names_open();
    const bool is_cut_by_quote =
        why.cause == syntax_cause::unescaped_json || why.cause == syntax_cause::unescaped_quote;
    if (held_card_ != nullptr && !is_cut_by_quote) report_held_card();
    held_card_ = nullptr;
    const location where =
        at_.open_value(in_scalar || is_cut_by_quote, string_is_open_ || is_cut_by_quote);
    evaluator_.observe(facts_of(observed::ill_formed), where, offset, offset, why);
  }

  /// Ends the body: validates it as a whole, and the request.
  constexpr void finish() {
    evaluator_.conclude();
    const std::uint32_t excused = report_names();
    evaluator_.finish(body_offset_, excused);
  }

  /// What is known of the body so far.
  [[nodiscard]] constexpr rule_evaluator<Sink>& evaluator() noexcept { return evaluator_; }
  /// What is known of the body so far.
  [[nodiscard]] constexpr const rule_evaluator<Sink>& evaluator() const noexcept {
    return evaluator_;
  }

 private:
  using names::end_notification;
  using names::is_at_kept_name;
  using names::leave_names_open;
  using names::note_contents;
  using names::report_names;
  using names::settle_id;
  using names::skip_deeper;
  using names::skip_object;
  using names::skip_shallower;
  using state::at_;
  using state::body_offset_;
  using state::container_offset_;
  using state::evaluator_;
  using state::everything;
  using state::go_on;
  using state::held_card_;
  using state::hold_card;
  using state::key_offset_;
  using state::mark_invalid;
  using state::note_presence;
  using state::observe_value;
  using state::relevant_facts_;
  using state::report_held_card;
  using state::sought_;
  using state::string_is_open_;
  using state::text_;
  using state::usual_user_id_;
  using state::value_offset_;
  using state::without_id_;

  // --- containers ---

  // Any but an element of a list. Returns whether to look into it.
  constexpr bool begin_other_object(std::size_t offset) {
    if (at_.skipped != 0) {
      skip_object(offset);
      return false;
    }
    if (at_.where == inside::nothing) {
      at_.where = inside::body;
      body_offset_ = offset;
      evaluator_.body().well_formed = true;
      return true;
    }
    if (!take(json_type::object, offset)) {
      skip_object(offset);
      return false;
    }
    observe_value(facts_of(observed::well_typed));
    at_.open(*object_in(at_.named->kind), inside::object);
    return true;
  }

  constexpr void count_element() noexcept {
    if (at_.index++ != 0) return;
    const field_facts& about = facts_about(at_.field());
    evaluator_.body().known ^= about.holds_elements(false) | about.holds_elements(true);
  }

  // --- facts ---

  // What a number says that is one of an enumeration's; nothing for any other.
  [[nodiscard]] constexpr facts facts_of_enumerated(const number_token& token) const noexcept {
    if (at_.skipped != 0 || at_.where != inside::body || !at_.name_is_known) return 0;
    if (at_.named->kind != field_kind::enumeration || !token.is_integer) return 0;
    if (!token.fits_32_bits()) return 0;
    const field_facts& about = facts_about(static_cast<field>(at_.named->index));
    return about.holds_value(static_cast<std::int32_t>(token.value()));
  }

  constexpr bool observe_number(std::size_t offset, const number_token& token) {
    if (at_.skipped != 0) return true;
    if (!take(token.is_integer ? json_type::integer : json_type::number, offset)) return go_on();
    facts seen = facts_of(observed::well_typed);
    if (!token.fits_32_bits()) {
      seen = facts_of(observed::out_of_int32);
      mark_invalid();
    } else if (at_.named->kind == field_kind::enumeration) {
      seen |= facts_of(observed::not_in_enum);
      mark_invalid();
    }
    observe_value(seen, [&] { return message_args{.number = token.value()}; });
    return go_on();
  }

  constexpr bool observe_string(std::size_t offset, std::string_view whole, std::size_t end) {
    return begin_string(offset) && string_text(whole, origin{.offset = offset + 1}) &&
           end_string(end);
  }

  // Validates the type of the value that begins here. Returns whether to look into it.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool take(json_type actual, std::size_t offset) {
    if (!at_.name_is_known || actual != at_.named->type) return refuse(actual, offset);
    value_offset_ = offset;
    note_presence();
    return true;
  }

  // A value that is not what belongs here. Returns that it is not looked into.
  FEISHU_HELPDESK_COMPACT constexpr bool refuse(json_type actual, std::size_t offset) {
    value_offset_ = offset;
    json_type expected = json_type::object;
    switch (at_.where) {
      case inside::nothing:
        evaluator_.observe(facts_of(observed::not_an_object), {}, offset, offset,
                           {.actual = actual});
        return false;
      case inside::list: count_element(); break;
      default:
        if (!at_.name_is_known) return false;
        if (actual == json_type::null) {
          observe_value(facts_of(observed::null));
          return false;
        }
        expected = at_.named->type;
        note_presence();
        break;
    }
    mark_invalid();
    observe_value(facts_of(observed::wrong_type),
                  [&] { return message_args{.expected = expected, .actual = actual}; });
    return false;
  }

  // Whether a string that is not empty surely breaks no rule. Most do not.
  [[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool needs_no_closer_look(
      std::string_view whole) const noexcept {
    if (sought_ == facts_of(observed::unexpected_prefix)) return begins_as_usual(whole);
    if (sought_ == facts_of(observed::unfilled)) return whole.find('{') == std::string_view::npos;
    return sought_ == 0;
  }

  // Prefixes have one size, so that no function is called to compare them.
  [[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool begins_as_usual(
      std::string_view whole) const noexcept {
    static_assert(open_id_prefix.size() == 3);
    return whole.size() >= 3 && whole[0] == usual_user_id_[0] && whole[1] == usual_user_id_[1] &&
           whole[2] == usual_user_id_[2];
  }

  constexpr void watch_user_id() noexcept {
    if (at_.where != inside::element) return text_.watch_size();
    evaluator_.known().user_id_type ? text_.watch_beginning(usual_user_id_) : text_.watch_open_id();
  }

  constexpr void watch_notification_id() noexcept {
    const std::optional<borrowed_string>& requested = evaluator_.known().notification_id;
    requested ? text_.watch_whole(*requested) : text_.watch_size();
  }

  // A text that was read to its end, at `end`.
  constexpr void finish_string(std::size_t end) {
    if (text_.is_card()) return finish_card(end);
    const bool is_send_at = at_.where == inside::body && at_.field() == field::send_at;
    observe_value(text_.seen(is_send_at ? evaluator_.known().now : std::nullopt),
                  [&] { return message_args{.number = text_.number(), .detail = text_.detail()}; });
  }

  FEISHU_HELPDESK_NOINLINE constexpr void finish_card(std::size_t end) {
    const card_checker& card = text_.finished_card(end == npos ? text_.size() : end);
    if (at_.where == inside::nothing) return refuse_outermost_string(card);
    if (!at_.name_is_known) {
      note_contents(card.contains_notification());
      return;
    }
    observe_value(text_.seen({}));
    if (text_.size() != 0) report_card(card, end);
  }

  // A string instead of the body: mostly the body itself, encoded twice.
  FEISHU_HELPDESK_COMPACT constexpr void refuse_outermost_string(const card_checker& inner) {
    const bool is_object = inner.error() == syntax_error::none;
    evaluator_.observe(facts_of(observed::not_an_object), {}, value_offset_, value_offset_,
                       {.actual = json_type::string,
                        .cause = is_object ? syntax_cause::encoded_twice : syntax_cause::unknown});
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_card(const card_checker& card, std::size_t end) {
    for (facts left = facts_of_card(card); left != 0; left &= left - 1) {
      const facts fact = left & (~left + 1);
      const bool is_syntax = fact == facts_of(observed::card_ill_formed);
      if (is_syntax && end != npos) {
        hold_card();
        continue;
      }
      evaluator_.observe(is_syntax ? fact : fact | at_.known(), at_.here(), key_offset_,
                         is_syntax ? npos : value_offset_, args_of_card(card, fact));
    }
  }
};

}  // namespace feishu::helpdesk::detail

#endif
