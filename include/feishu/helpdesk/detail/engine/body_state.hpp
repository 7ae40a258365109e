#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_BODY_STATE_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_BODY_STATE_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/schema_cursor.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What is known of a body whose events come in.
namespace feishu::helpdesk::detail {

/// Where in a body its events are, what is sought there, and what waits to be reported.
template <class Sink>
class body_state {
 protected:
  using inside = schema_cursor::inside;

  constexpr body_state(const context& known, Sink sink) noexcept
      : evaluator_(known, static_cast<Sink&&>(sink)),
        relevant_facts_(evaluator_.trigger_facts()),
        usual_user_id_(evaluator_.usual_user_id()) {
    if (usual_user_id_.empty()) {
      relevant_facts_ &= ~facts_of(observed::unexpected_prefix);
    }
  }

  // Begins another body, of the same context and sink.
  constexpr void reset() noexcept {
    evaluator_.reset();
    at_ = {};
    sought_ = everything;
    string_is_open_ = false;
    held_card_ = nullptr;
    body_offset_ = container_offset_ = key_offset_ = value_offset_ = npos;
  }

  [[nodiscard]] constexpr bool go_on() const noexcept { return !evaluator_.stopped(); }

  // --- names and values ---

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

  // Reports what was seen of a name at the name, since its value follows.
  constexpr void observe_name(facts seen) {
    value_offset_ = key_offset_;
    observe_value(seen);
  }

  // --- cards ---

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

  // --- what is known ---

  rule_evaluator<Sink> evaluator_;
  facts relevant_facts_;            // what tells of a broken rule, and can be found in this request
  std::string_view usual_user_id_;  // what ids of users begin with; empty if with anything

  schema_cursor at_{};
  static constexpr facts everything = ~facts{0};
  facts sought_ = everything;  // what may be found in a string here, if it is not empty
  bool string_is_open_ = false;
  std::size_t without_id_ = 0;  // elements of the open list whose id is absent or empty

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
