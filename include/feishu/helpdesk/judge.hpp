#ifndef FEISHU_HELPDESK_JUDGE_HPP
#define FEISHU_HELPDESK_JUDGE_HPP

#include <feishu/helpdesk/card.hpp>
#include <feishu/helpdesk/context.hpp>
#include <feishu/helpdesk/fields.hpp>
#include <feishu/helpdesk/location.hpp>
#include <feishu/helpdesk/lookup.hpp>
#include <feishu/helpdesk/outline.hpp>
#include <feishu/helpdesk/reader.hpp>
#include <feishu/helpdesk/report.hpp>
#include <feishu/helpdesk/rules.hpp>
#include <feishu/helpdesk/text_observer.hpp>
#include <feishu/helpdesk/utf8.hpp>
#include <feishu/helpdesk/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The engine: turns the events of one body into facts. Structs, bytes and JSON values are all judged
/// by replaying themselves to it.
namespace feishu::helpdesk {

namespace detail {

// What is known of any value of a member of the body, before it is seen.
struct kind_facts {
  facts of[field_count]{};

  consteval kind_facts() {
    for (std::size_t i = 0; i < field_count; ++i) {
      if (fields[i].required) of[i] |= helpdesk::facts_of(observed::required_member);
      if (fields[i].by != assigned_by::server) continue;
      of[i] |= helpdesk::facts_of(observed::server_assigned);
    }
  }
};
inline constexpr kind_facts facts_of_kinds{};

}  // namespace detail

/// Judges one body. It is a handler for `reader` (see there for the events), with shortcuts for
/// structs: `member()` names a member by its place in the table, `text()` is a string in one piece.
///
/// Each event returns whether to go on: false once the sink said stop.
template <class Sink>
class judge {
 public:
  constexpr judge(const context& known, Sink sink) noexcept
      : verdict_(known, static_cast<Sink&&>(sink)) {}

  // --- containers ---

  constexpr bool begin_object(std::size_t offset) {
    if (skipped_ != 0) return skip_deeper();
    if (inside_ == inside::nothing) {
      inside_ = inside::body;
      body_offset_ = offset;
      verdict_.body().readable = true;
      return go_on();
    }
    if (!take(json_type::object, offset)) return skip_deeper();
    if (inside_ == inside::list) {
      inside_ = inside::element;
      id_is_missing_ = true;
    } else {
      observe_value(facts_of(observed::well_typed));
      inside_ = inside::object;
    }
    container_offset_ = offset;
    object_ = object_in(info(member_).kind);
    nested_seen_ = 0;
    return go_on();
  }

  constexpr bool end_object(std::size_t) {
    if (skipped_ != 0) return skip_shallower();
    if (inside_ == inside::element) {
      if (id_is_missing_) judge_missing_id();
      inside_ = inside::list;
      kind_facts_ = 0;
    } else {
      inside_ = inside_ == inside::object ? inside::body : inside::nothing;
    }
    return go_on();
  }

  constexpr bool begin_array(std::size_t offset) {
    if (skipped_ != 0) return skip_deeper();
    if (!take(json_type::array, offset)) return skip_deeper();
    observe_value(facts_of(observed::well_typed));
    inside_ = inside::list;
    index_ = 0;
    know(facts_about(member_).holds_elements(false));
    return go_on();
  }

  constexpr bool end_array(std::size_t) {
    if (skipped_ != 0) return skip_shallower();
    inside_ = inside::body;
    verdict_.body().*outline::count_of(member_) = index_;
    return go_on();
  }

  // --- names ---

  constexpr bool begin_name(std::size_t offset) {
    if (skipped_ != 0) return true;
    key_offset_ = offset;
    name_ = {};
    return true;
  }

  constexpr bool name_text(std::string_view piece) {
    if (skipped_ == 0) name_.append(piece);
    return true;
  }

  constexpr bool end_name() {
    if (skipped_ != 0) return true;
    const std::size_t index = find_member(surroundings(), name_.text());
    return index != npos ? enter(index) : judge_unknown_name();
  }

  /// A name that comes whole, in one event instead of three.
  constexpr bool name(std::size_t offset, std::string_view whole) {
    if (skipped_ != 0) return true;
    key_offset_ = offset;
    const std::size_t index = find_member(surroundings(), whole);
    if (index != npos) return enter(index);
    name_ = unknown_name(whole);
    return judge_unknown_name();
  }

  /// The `index`-th member of the object that is open, from a form without names and offsets.
  constexpr bool member(std::size_t index) {
    key_offset_ = npos;
    return enter(index);
  }

  // --- values ---

  constexpr bool null(std::size_t offset) {
    if (skipped_ == 0) take(json_type::null, offset);
    return go_on();
  }

  constexpr bool boolean(std::size_t offset) {
    if (skipped_ == 0) take(json_type::boolean, offset);
    return go_on();
  }

  constexpr bool number(std::size_t offset, const number_token& token) {
    if (skipped_ != 0) return true;
    if (!take(token.is_integer ? json_type::integer : json_type::real, offset)) return go_on();
    facts seen = facts_of(observed::well_typed);
    if (!token.fits_32_bits()) {
      seen = facts_of(observed::beyond_32_bits);
      become_unclear();
    } else if (described_->kind == member_kind::enumeration) {
      const auto value = static_cast<std::int32_t>(token.value());
      const facts known = facts_about(member_).holds_value(value);
      know(known);
      if (known == 0) {
        seen |= facts_of(observed::not_enumerated);
        become_unclear();
      }
    }
    observe_value(seen, [&] { return parameters{.number = token.value()}; });
    return go_on();
  }

  constexpr bool begin_string(std::size_t offset) {
    text_.ignore();
    if (skipped_ != 0) return true;
    string_is_open_ = true;
    if (!take(json_type::string, offset)) return go_on();
    switch (described_->kind) {
      case member_kind::card: text_.watch_card(); break;
      case member_kind::time_stamp: text_.watch_digits(); break;
      case member_kind::notification_id: watch_notification_id(); break;
      case member_kind::user_id:
        text_.watch_beginning(inside_ == inside::element ? verdict_.user_id_prefix() : "");
        break;
      case member_kind::chat_id: text_.watch_beginning(chat_id_prefix); break;
      default: text_.watch_size(); break;
    }
    return go_on();
  }

  /// A string that comes whole, in one event instead of three.
  constexpr bool string(std::size_t offset, std::string_view whole, std::size_t end) {
    if (skipped_ == 0 && expects_plain_text()) {
      value_offset_ = offset;
      note_presence();
      observe_value(facts_of_text(whole.empty()));
      return go_on();
    }
    return begin_string(offset) && string_text(whole, origin{.offset = offset + 1}) &&
           end_string(end);
  }

  constexpr bool string_text(std::string_view piece, const origin& from) {
    text_.add(piece, from);
    return true;
  }

  constexpr bool end_string(std::size_t offset) {
    string_is_open_ = false;
    if (!text_.is_ignored()) judge_text(offset);
    text_.ignore();
    return go_on();
  }

  /// A string of a form without offsets. Its UTF-8 is checked here, since no reader did.
  constexpr bool text(std::string_view whole) {
    if (!begin_string(npos)) return false;
    if (!is_utf8(whole)) {
      text_.ignore();
      verdict_.observe(facts_of(observed::ill_formed), here(true), npos, npos,
                       {.reason = syntax_error::bad_utf8});
    }
    return string_text(whole, {}) && end_string(npos);
  }

  // --- the end ---

  /// The text stopped making sense, in a scalar or between values: what is known of the body so far
  /// is not all of it.
  constexpr void ill_formed(syntax_error why, std::size_t offset, bool in_scalar) {
    verdict_.body().readable = false;
    verdict_.observe(facts_of(observed::ill_formed), open_value(in_scalar), offset, offset,
                     {.reason = why});
  }

  /// There is no more of this body: judges it as a whole, and the request.
  constexpr void finish() { verdict_.finish(body_offset_); }

  [[nodiscard]] constexpr helpdesk::verdict<Sink>& verdict() noexcept { return verdict_; }
  [[nodiscard]] constexpr const helpdesk::verdict<Sink>& verdict() const noexcept {
    return verdict_;
  }

 private:
  enum class inside : std::uint8_t { nothing, body, object, list, element };

  [[nodiscard]] constexpr bool go_on() const noexcept { return !verdict_.stopped(); }

  constexpr bool skip_deeper() noexcept {
    ++skipped_;
    return go_on();
  }
  constexpr bool skip_shallower() noexcept {
    --skipped_;
    return go_on();
  }

  // --- where we are ---

  [[nodiscard]] constexpr const object_info& surroundings() const noexcept {
    return inside_ == inside::body ? notification_object : *object_;
  }

  // The innermost value of the schema that was not read to its end.
  [[nodiscard]] constexpr location open_value(bool in_scalar) const noexcept {
    if (in_scalar || skipped_ != 0) return here(string_is_open_ || skipped_ != 0);
    return container();
  }

  [[nodiscard]] constexpr location container() const noexcept {
    switch (inside_) {
      case inside::object:
      case inside::list: return member_;
      case inside::element: return location(member_).element(index_ - 1);
      default: return {};
    }
  }

  // The value that was announced by a name, or is the next element of a list; `begun` says whether
  // that element was counted already.
  [[nodiscard]] constexpr location here(bool begun) const noexcept {
    switch (inside_) {
      case inside::nothing: return {};
      case inside::list: return location(member_).element(index_ - (begun ? 1 : 0));
      case inside::body: return name_is_known_ ? location(member_) : location().unknown(name_);
      default: break;
    }
    return name_is_known_ ? container().nested(nested_) : container().unknown(name_);
  }

  constexpr bool judge_unknown_name() {
    name_is_known_ = false;
    kind_facts_ = 0;
    observe_value(facts_of(observed::unknown_name));
    return go_on();
  }

  // --- facts ---

  constexpr void know(facts known) noexcept {
    if (inside_ == inside::body || inside_ == inside::list) verdict_.body().known |= known;
  }

  constexpr void become_unclear() noexcept {
    if (inside_ == inside::body) verdict_.body().unclear |= outline::bit(member_);
  }

  // A name of the schema was read.
  constexpr bool enter(std::size_t index) {
    name_is_known_ = true;
    const std::uint32_t bit = std::uint32_t{1} << index;
    bool is_repeated = false;
    if (inside_ == inside::body) {
      member_ = static_cast<field>(index);
      described_ = &fields[index];
      kind_facts_ = detail::facts_of_kinds.of[index];
      is_repeated = (names_seen_ & bit) != 0;
      names_seen_ |= bit;
      if (is_repeated) verdict_.body().forget(member_);
      verdict_.forget_key(member_);
    } else {
      nested_ = index;
      described_ = &object_->members[index];
      kind_facts_ = is_element_id() ? facts_of(observed::element_id) : 0;
      is_repeated = (nested_seen_ & bit) != 0;
      nested_seen_ |= bit;
      if (is_element_id()) id_is_missing_ = true;
    }
    if (is_repeated) observe_value(facts_of(observed::repeated));
    return go_on();
  }

  [[nodiscard]] constexpr bool is_element_id() const noexcept {
    return inside_ == inside::element && nested_ == 0;
  }

  // The member that was named has a value.
  constexpr void note_presence() noexcept {
    if (inside_ == inside::body) {
      verdict_.body().present |= outline::bit(member_);
      verdict_.set_key(member_, key_offset_);
    } else if (is_element_id()) {
      id_is_missing_ = false;
    }
  }

  // Whether the value is to be a text of which only the size is looked at: most are.
  [[nodiscard]] constexpr bool expects_plain_text() const noexcept {
    if (!name_is_known_ || inside_ == inside::nothing || inside_ == inside::list) return false;
    switch (described_->kind) {
      case member_kind::text:
      case member_kind::department_id: return true;
      case member_kind::user_id:
        return inside_ != inside::element || verdict_.user_id_prefix().empty();
      default: return false;
    }
  }

  // Judges the type of the value that begins here. Returns whether to look into it.
  constexpr bool take(json_type actual, std::size_t offset) {
    value_offset_ = offset;
    json_type expected = json_type::object;
    switch (inside_) {
      case inside::nothing:
        verdict_.observe(facts_of(observed::not_an_object), {}, offset, offset, {.actual = actual});
        return false;
      case inside::list:
        if (index_++ == 0) {
          const member_facts& about = facts_about(member_);
          verdict_.body().known ^= about.holds_elements(false) | about.holds_elements(true);
        }
        break;
      default:
        if (!name_is_known_) return false;
        if (actual == json_type::null) {
          observe_value(facts_of(observed::null));
          return false;
        }
        expected = type_of(described_->kind);
        note_presence();
        break;
    }
    if (actual == expected) return true;
    become_unclear();
    observe_value(facts_of(observed::mistyped),
                  [&] { return parameters{.expected = expected, .actual = actual}; });
    return false;
  }

  constexpr void watch_notification_id() noexcept {
    const std::optional<std::string_view> requested = verdict_.known().notification_id;
    requested ? text_.watch_whole(*requested) : text_.watch_size();
  }

  // A text that was read to its end, at `end`.
  constexpr void judge_text(std::size_t end) {
    if (text_.is_card()) return judge_card(end);
    const bool is_send_at = inside_ == inside::body && member_ == field::send_at;
    observe_value(text_.seen(is_send_at ? verdict_.known().now_ms : std::nullopt),
                  [&] { return parameters{.number = text_.number(), .detail = text_.prefix()}; });
  }

  constexpr void judge_card(std::size_t end) {
    observe_value(text_.seen({}));
    if (text_.size() == 0) return;
    const card_checker& card = text_.finished_card(end == npos ? text_.size() : end);
    if (card.error() != syntax_error::none) {
      const std::size_t place = end == npos ? npos : card.error_offset();
      verdict_.observe(facts_of(observed::card_ill_formed), here(true), key_offset_, place,
                       {.reason = card.error()});
    } else if (card.kind() != card_kind::plain) {
      const bool is_version_2 = card.kind() == card_kind::version_2;
      observe_value(facts_of(observed::card_undocumented),
                    [&] { return parameters{.detail = is_version_2 ? "2.0" : "template"}; });
    }
    if (text_.size() > card_size_limit) {
      observe_value(facts_of(observed::card_oversized),
                    [&] { return parameters{.number = static_cast<std::int64_t>(text_.size())}; });
    }
  }

  constexpr void judge_missing_id() {
    verdict_.observe(facts_of(observed::element_id) | facts_of(observed::absent),
                     container().nested(0), container_offset_, container_offset_, {});
  }

  // --- from facts to diagnostics ---

  // Judges what was seen of the value, or of the name, that is here. What a message needs beside that
  // is made only where there will be one.
  template <class More>
  constexpr void observe_value(facts seen, More&& more) {
    seen |= kind_facts_;
    if (verdict_.is_telling(seen)) {
      verdict_.observe(seen, here(true), key_offset_, value_offset_, more());
    }
  }
  constexpr void observe_value(facts seen) {
    observe_value(seen, [] { return parameters{}; });
  }

  helpdesk::verdict<Sink> verdict_;

  inside inside_ = inside::nothing;
  std::size_t skipped_ = 0;  // levels open inside a value that is not judged
  field member_{};
  const object_info* object_ = nullptr;
  const member_info* described_ = nullptr;  // the row about the member whose value is being read
  facts kind_facts_ = 0;                    // what is known of any value of that member
  std::size_t nested_ = 0;
  std::size_t index_ = 0;  // elements of the open list that have begun
  unknown_name name_{};
  bool name_is_known_ = false;
  bool id_is_missing_ = false;
  bool string_is_open_ = false;
  std::uint32_t names_seen_ = 0;
  std::uint32_t nested_seen_ = 0;

  std::size_t body_offset_ = npos;
  std::size_t container_offset_ = npos;
  std::size_t key_offset_ = npos;
  std::size_t value_offset_ = npos;

  text_observer text_{};
};

}  // namespace feishu::helpdesk

#endif
