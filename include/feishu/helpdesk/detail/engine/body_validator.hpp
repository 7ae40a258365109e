#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_BODY_VALIDATOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_BODY_VALIDATOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/name_report.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/schema_cursor.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/engine/unknown_names.hpp>
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
#include <feishu/helpdesk/model/timestamp.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

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
class body_validator {
  using inside = schema_cursor::inside;

 public:
  /// For one body. The context must outlive it.
  constexpr body_validator(const context& known, Sink sink) noexcept
      : evaluator_(known, static_cast<Sink&&>(sink)),
        relevant_facts_(evaluator_.trigger_facts()),
        usual_user_id_(evaluator_.usual_user_id()) {
    if (usual_user_id_.empty()) {
      relevant_facts_ &= ~facts_of(observed::unexpected_prefix);
    }
  }

  /// Begins another body, of the same context and sink.
  constexpr void reset() noexcept {
    evaluator_.reset();
    at_ = {};
    names_.clear();
    watched_level_ = wrapper_depth_ = 0;
    sought_ = everything;
    string_is_open_ = false;
    held_card_ = nullptr;
    body_offset_ = container_offset_ = key_offset_ = value_offset_ = npos;
  }

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

  // --- names ---

  /// A name begins.
  constexpr bool begin_name(std::size_t offset) {
    if (at_.skipped != 0) {
      inner_key_offset_ = offset;
      inner_name_.clear();
      return true;
    }
    key_offset_ = offset;
    at_.name.clear();
    return true;
  }

  /// More of the name, unescaped.
  constexpr bool name_text(std::string_view piece) {
    if (at_.skipped == 0) {
      at_.name.append(piece);
    } else if (at_.skipped == watched_level_) {
      inner_name_.append(piece);
    }
    return true;
  }

  /// It ends.
  constexpr bool end_name() {
    if (at_.skipped != 0) {
      return at_.skipped != watched_level_ || watch_name(inner_key_offset_, inner_name_);
    }
    const std::size_t index = find_field(*at_.object, at_.name.text());
    return index != npos ? enter(fields_of(*at_.object)[index]) : observe_unknown_name();
  }

  /// A name that comes whole, in one event instead of three.
  constexpr bool name(std::size_t offset, std::string_view whole) {
    if (at_.skipped != 0) {
      return at_.skipped != watched_level_ || watch_name(offset, truncated_name(whole));
    }
    key_offset_ = offset;
    const std::size_t index = find_field(*at_.object, whole);
    if (index != npos) return enter(fields_of(*at_.object)[index]);
    at_.name = truncated_name(whole);
    return observe_unknown_name();
  }

  /// The name that mostly comes next: fields tend to stand in the API reference's order.
  [[nodiscard]] constexpr std::string_view expected_name() const noexcept {
    return at_.expected->name.text();
  }

  /// `expected_name()` was read.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool name_as_expected(std::size_t offset) {
    if (at_.skipped != 0) {
      if (at_.skipped != watched_level_) return true;
      const std::string_view quoted = expected_name();
      return watch_name(offset, truncated_name(quoted.substr(0, quoted.size() - 1)));
    }
    key_offset_ = offset;
    return enter(*at_.expected);
  }

  /// The `index`-th field of the object that is open, from a form without names and offsets.
  constexpr bool field_at(std::size_t index) {
    key_offset_ = npos;
    return enter(fields_of(*at_.object)[index]);
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
    const bool has_misspelt_id = (evaluator_.missing_id() & facts_of(observed::misspelt)) != 0;
    if (has_misspelt_id) report_misspelt_id(observed::unknown_field);
    if (wrapper_depth_ != 0 && at_.where == inside::nothing) evaluator_.set_wrapper({});
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
    std::uint32_t excused = 0;
    if (names_.any()) {
      const wrapper_path objects = names_.path_to(wrapper_depth_);
      name_report<Sink> report(evaluator_, names_, wrapper_depth_, objects, body_offset_);
      excused = report.write(at_.seen != 0);
    } else if (at_.seen == 0) {
      observe_empty_body();
    }
    evaluator_.finish(body_offset_, excused);
  }

  /// What is known of the body so far.
  [[nodiscard]] constexpr rule_evaluator<Sink>& evaluator() noexcept { return evaluator_; }
  /// What is known of the body so far.
  [[nodiscard]] constexpr const rule_evaluator<Sink>& evaluator() const noexcept {
    return evaluator_;
  }

 private:
  [[nodiscard]] constexpr bool go_on() const noexcept { return !evaluator_.stopped(); }

  constexpr bool skip_deeper() noexcept {
    ++at_.skipped;
    sought_ = everything;
    return go_on();
  }
  constexpr bool skip_shallower() noexcept {
    if (--at_.skipped < watched_level_) close_watched_object();
    return go_on();
  }

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

  // --- unknown names ---

  FEISHU_HELPDESK_NOINLINE constexpr bool observe_unknown_name() {
    if (held_card_ != nullptr) report_held_card();
    at_.name_is_known = false;
    sought_ = everything;
    name_is_kept_ = keep_unknown_name();
    if (!name_is_kept_) observe_name(facts_of(observed::unknown_field));
    return go_on();
  }

  // Whether what the name means depends on what follows: a name of the body while no name was of the API,
  // or one that resembles a field which is still missing.
  FEISHU_HELPDESK_COMPACT constexpr bool keep_unknown_name() noexcept {
    if (at_.where == inside::object) return false;
    const bool is_in_element = at_.where == inside::element;
    if (is_in_element) {
      const facts instead = evaluator_.missing_id();
      const bool has_id = at_.has_seen_id() && (instead & facts_of(observed::null)) == 0;
      if (has_id || (instead & facts_of(observed::misspelt)) != 0) return false;
    } else {
      names_.note(at_.name.text());
      if (at_.seen != 0 && !evaluator_.expects_complete()) return false;
    }
    const std::uint8_t level = is_in_element ? unknown_names::in_element : wrapper_depth_;
    const unknown_name found = names_.interpret(at_.name, key_offset_, level, *at_.object);
    const std::size_t index = found.index_in(*at_.object);
    if (is_in_element) {
      if (index != 0 || !names_.keep(found)) return false;
      evaluator_.note_misspelt_id();
      return true;
    }
    const bool may_be_missing = index != npos && ((required_fields & ~at_.seen) >> index & 1) != 0;
    return (at_.seen == 0 || may_be_missing) && names_.keep(found);
  }

  // Whether the value that begins here is of an unknown name which may contain the body.
  [[nodiscard]] constexpr bool is_at_kept_name() const noexcept {
    return at_.where == inside::body && !at_.name_is_known && at_.seen == 0 && name_is_kept_;
  }

  // An object that is not validated begins. Its names are looked at if it may contain the body.
  FEISHU_HELPDESK_COMPACT constexpr void skip_object(std::size_t offset) noexcept {
    const bool may_contain_body = at_.skipped == watched_level_ && is_at_kept_name() &&
                                  wrapper_depth_ == 0 && watched_level_ < most_wrappers &&
                                  names_.path_to(watched_level_).append(names_.last().name);
    skip_deeper();
    if (!may_contain_body) return;
    names_.last().value_offset = offset;
    watched_level_ = static_cast<std::uint8_t>(at_.skipped);
  }

  FEISHU_HELPDESK_COMPACT constexpr void close_watched_object() noexcept {
    if (wrapper_depth_ == 0) names_.forget_from(watched_level_);
    watched_level_ = wrapper_depth_ == 0 ? static_cast<std::uint8_t>(at_.skipped) : 0;
  }

  // A name of an object that is not validated, or not yet.
  FEISHU_HELPDESK_COMPACT constexpr bool watch_name(std::size_t offset,
                                                    const truncated_name& name) {
    const std::size_t index = find_field(notification_object, name.text());
    if (wrapper_depth_ != 0) {
      if (index == npos) return true;
      leave_wrapper();
    } else if (index == npos) {
      names_.note_nested(name.text());
      name_is_kept_ =
          names_.keep(names_.interpret(name, offset, watched_level_, notification_object));
      return true;
    } else if (!shows_notification(static_cast<field>(index))) {
      name_is_kept_ = false;
      return true;
    } else {
      enter_wrapper();
    }
    key_offset_ = offset;
    return enter(fields_of(notification_object)[index]);
  }

  // Whether an object with this field is a notification, by its own name or by the field's.
  [[nodiscard]] constexpr bool shows_notification(field which) const noexcept {
    const auto outer = static_cast<std::uint8_t>(watched_level_ - 1);
    return is_distinctive(which) || names_.last_at(outer).name.text() == notification_object.name;
  }

  // The object whose names are looked at contains the body: validates it from here.
  FEISHU_HELPDESK_COMPACT constexpr void enter_wrapper() noexcept {
    wrapper_depth_ = watched_level_;
    watched_level_ = 0;
    at_.skipped = 0;
    outer_offset_ = body_offset_;
    body_offset_ = names_.last_at(static_cast<std::uint8_t>(wrapper_depth_ - 1)).value_offset;
    evaluator_.body().wrapped = true;
    evaluator_.set_wrapper(names_.path_to(wrapper_depth_));
  }

  // The body has fields of the API itself: what was taken for its wrapper is not one.
  FEISHU_HELPDESK_COMPACT constexpr void leave_wrapper() noexcept {
    wrapper_depth_ = watched_level_ = 0;
    names_.forget_from(1);
    at_ = {};
    at_.where = inside::body;
    body_offset_ = outer_offset_;
    evaluator_.leave_wrapper();
  }

  // The outermost object ends, or the one that contains the body: of those around it, only the outermost
  // may still have names that count.
  constexpr void end_notification() {
    if (held_card_ != nullptr) report_held_card();
    at_.where = inside::nothing;
    if (wrapper_depth_ == 0) return;
    at_.skipped = wrapper_depth_;
    watched_level_ = 1;
    sought_ = everything;
  }

  FEISHU_HELPDESK_COMPACT constexpr void observe_empty_body() {
    const context& known = evaluator_.known();
    if (!evaluator_.body().well_formed || known.draft || known.mode != mode::partial) return;
    evaluator_.observe(facts_of(observed::empty_body), {}, body_offset_, body_offset_, {});
  }

  // The element ends, and its id is missing, empty, null, or perhaps misspelt.
  FEISHU_HELPDESK_COMPACT constexpr void settle_id() {
    const facts instead = evaluator_.missing_id();
    const bool is_absent = !at_.has_seen_id() || (instead & facts_of(observed::null)) != 0;
    const bool is_empty = (instead & facts_of(observed::empty_string)) != 0;  // observed there
    if (is_absent || is_empty) ++without_id_;
    if ((instead & facts_of(observed::misspelt)) != 0) {
      report_misspelt_id(is_absent ? observed::misspelt : observed::unknown_field);
    } else if (is_absent) {
      evaluator_.observe(facts_of(observed::element_id) | facts_of(observed::absent),
                         at_.container().nested(0), container_offset_, container_offset_, {});
    }
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_misspelt_id(const condition& as) {
    const unknown_name& id = names_.last();
    evaluator_.observe(facts_of(as), at_.container().unknown(id.name), id.offset, id.offset, {});
    names_.forget_from(unknown_names::in_element);
    evaluator_.expect_id();
  }

  // --- facts ---

  // A field of the body is invalid, or a list that holds what is not an element, or an id that is not one.
  FEISHU_HELPDESK_NOINLINE constexpr void mark_invalid() noexcept {
    if (at_.where == inside::body) evaluator_.body().invalid |= at_.named->bit;
    if (at_.where == inside::list || at_.is_element_id()) {
      evaluator_.body().invalid |= at_.holder->bit;
    }
  }

  // A name of the schema was read.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool enter(const named_field& row) {
    sought_ = row.sought & relevant_facts_;
    return at_.enter(row) ? observe_duplicate_name(row) : true;
  }

  FEISHU_HELPDESK_NOINLINE constexpr bool observe_duplicate_name(const named_field& row) {
    if (held_card_ != nullptr) {
      report_held_card();
      const bool is_repeated = (at_.seen & row.bit) != 0;
      at_.seen |= row.bit;
      if (!is_repeated) return go_on();
    }
    if (at_.where == inside::body) evaluator_.body().forget(at_.field());
    if (at_.is_element_id()) evaluator_.expect_id_again();
    observe_name(facts_of(observed::duplicate));
    return go_on();
  }

  // The field that was named has a value.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr void note_presence() noexcept {
    if (at_.where == inside::body) evaluator_.note_presence(*at_.named, key_offset_);
  }

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
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool needs_no_closer_look(
      std::string_view whole) const noexcept {
    if (sought_ == facts_of(observed::unexpected_prefix)) return begins_as_usual(whole);
    if (sought_ == facts_of(observed::unfilled)) return whole.find('{') == std::string_view::npos;
    return sought_ == 0;
  }

  // Prefixes have one size, so that no function is called to compare them.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool begins_as_usual(
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
      names_.last().contains_body = card.contains_notification();
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

  // A card whose quotes are not escaped ends at the first of them: the body's own syntax error, which then
  // comes next, says it better. So what is wrong with a card waits for the next event. To spare well-formed bodies
  // a check at each name, the next one seems to be a duplicate, and is looked at closely.
  FEISHU_HELPDESK_COMPACT constexpr void hold_card() noexcept {
    held_card_ = at_.named;
    card_key_ = key_offset_;
    seen_before_ = at_.seen;
    at_.seen = ~std::uint32_t{0};
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_held_card() {
    at_.seen = seen_before_;
    const card_checker& card = text_.card();
    evaluator_.observe(facts_of(observed::card_ill_formed), static_cast<field>(held_card_->index),
                       card_key_, card.error_offset(), card.error_args());
    held_card_ = nullptr;
  }

  // --- from facts to diagnostics ---

  // Validates what was seen of the value, or of the name, that is here. What a message needs beside that
  // is made only where there will be one.
  template <class More>
  constexpr void observe_value(facts seen, More&& more) {
    seen |= at_.known();
    if (evaluator_.may_violate(seen)) {
      evaluator_.observe(seen, at_.here(), key_offset_, value_offset_, more());
    }
  }
  constexpr void observe_value(facts seen) {
    observe_value(seen, [] { return message_args{}; });
  }

  // What was seen of a name stands at the name: its value is yet to come.
  constexpr void observe_name(facts seen) {
    value_offset_ = key_offset_;
    observe_value(seen);
  }

  rule_evaluator<Sink> evaluator_;
  facts relevant_facts_;            // what tells of a broken rule, and can be found in this request
  std::string_view usual_user_id_;  // what ids of users begin with; empty if with anything

  schema_cursor at_{};
  static constexpr facts everything = ~facts{0};
  facts sought_ = everything;   // what may be found in a string here, if it is not empty
  std::size_t without_id_ = 0;  // elements of the open list whose id is absent or empty
  bool string_is_open_ = false;

  // An object that may contain the body is skipped until a name in it shows that it does.
  static constexpr std::uint8_t most_wrappers = 4;
  std::uint8_t watched_level_ =
      0;  // the names of this level of skipped objects are looked at; 0: none
  std::uint8_t wrapper_depth_ = 0;  // the objects that the notification stands inside
  bool name_is_kept_ = false;       // the unknown name that was read last

  unknown_names names_;  // without `{}`, like the strings
  truncated_name inner_name_;
  std::size_t inner_key_offset_ = npos;
  std::size_t outer_offset_ =
      npos;  // of the body, where the notification stands inside other objects

  const named_field* held_card_ = nullptr;  // whose card is wrong, as long as that is not reported
  std::size_t card_key_ = npos;             // of that field
  std::uint32_t seen_before_ = 0;           // the names of the body up to there

  std::size_t body_offset_ = npos;
  std::size_t container_offset_ = npos;
  std::size_t key_offset_ = npos;
  std::size_t value_offset_ = npos;

  string_inspector text_;  // without `{}`, which would first set all of it to zero
};

}  // namespace feishu::helpdesk::detail

#endif
