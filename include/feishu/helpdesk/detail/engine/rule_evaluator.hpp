#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_RULE_EVALUATOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_RULE_EVALUATOR_HPP

#include <feishu/helpdesk/detail/bounded_list.hpp>
#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/encoding.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// The rules applied: from facts to diagnostics.
namespace feishu::helpdesk::detail {

/// The fields that a body which stands alone needs: bit i is the i-th field of the field table.
inline constexpr std::uint32_t required_fields = [] {
  std::uint32_t set = 0;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (fields[i].required) set |= body_summary::bit(static_cast<field>(i));
  }
  return set;
}();

/// Returns whether all characters are printable ASCII other than the space: what one word of a header can
/// hold.
[[nodiscard]] constexpr bool is_one_word(std::string_view text) noexcept {
  for (const char c : text) {
    if (!printable(c)) return false;
  }
  return !text.empty();
}

/// Returns whether this may be a user's access token. What those begin with differs; those of tenants and
/// apps are known by it. Clients that have no token send its absence as a word.
[[nodiscard]] constexpr bool is_user_token(std::string_view token) noexcept {
  for (const std::string_view absent : {"None", "null", "undefined", "nil", "<nil>"}) {
    if (token == absent) return false;
  }
  return is_one_word(token) && !token.starts_with("t-") && !token.starts_with("a-");
}

/// Returns whether this may be the id and token of a service desk, which the header joins by a colon.
[[nodiscard]] constexpr bool is_service_desk(const helpdesk_credentials& desk) noexcept {
  return is_one_word(desk.id) && is_one_word(desk.token) &&
         desk.id.view().find(':') == std::string_view::npos;
}

/// Returns whether this may be a host: a name or an address, with a port if need be.
[[nodiscard]] constexpr bool is_host(std::string_view host) noexcept {
  for (const char c : host) {
    if (!host_characters(c)) return false;
  }
  return !host.empty() && !host.starts_with(':');
}

/// The facts about the request that a body is sent with.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr facts facts_of_request(
    const context& known) noexcept {
  facts seen = 0;
  if (known.notification_id) {
    const std::string_view text = *known.notification_id;
    digits_matcher id;
    id.add(text);
    if (text.empty() || !id.is_decimal()) seen |= facts_of(observed::not_an_id);
  }
  if (known.user_id_type && !known.user_id_type->is_known()) {
    seen |= facts_of(observed::not_a_user_id_type);
  }
  if (known.access_token && !is_user_token(*known.access_token)) {
    seen |= facts_of(observed::not_a_user_token);
  }
  if (known.helpdesk && !is_service_desk(*known.helpdesk)) {
    seen |= facts_of(observed::not_a_service_desk);
  }
  if (known.host && !is_host(*known.host)) seen |= facts_of(observed::not_a_host);
  if (known.current_status.value_or(0) != 0) seen |= facts_of(observed::not_a_draft);
  return seen;
}

/// Returns the first of the fields at fault whose state meets the condition.
[[nodiscard]] constexpr field blamed_field(const rule& r, facts seen) noexcept {
  for (const field which : r.reported_on) {
    for (const facts clause : r.violated_when.clauses) {
      if ((clause & mask_of(which) & seen) != 0) return which;
    }
  }
  return *r.reported_on.begin();
}

/// Returns whether the list that a rule is reported on has no more elements than the rule allows.
[[nodiscard]] constexpr bool is_within_limit(const rule& r, field blamed,
                                             const body_summary& body) noexcept {
  if (r.max_elements == 0) return false;
  const auto count = body_summary::count_of(blamed);
  return count != nullptr && body.*count <= r.max_elements;
}

/// Returns whether a body violates a rule over its fields.
[[nodiscard]] constexpr bool violates(const body_summary& body, const rule& r) noexcept {
  const facts seen = body.all_facts();
  return r.violated_when.holds(seen) &&
         (r.reported_on.empty() || !is_within_limit(r, blamed_field(r, seen), body));
}

/// Gathers what is known of one body, and tells a sink of each rule that it breaks.
///
/// `Sink` is a `diagnostic_sink` or a reference to one. After `sink_action::stop` nothing more is found.
/// The context, and what it refers to, must outlive the evaluator.
template <class Sink>
  requires diagnostic_sink<std::remove_reference_t<Sink>>
class rule_evaluator {
 public:
  /// Of one body.
  constexpr rule_evaluator(const context& known, Sink sink) noexcept
      : context_(&known), sink_(static_cast<Sink&&>(sink)) {
    if (!context_->custom_rules.empty()) add_custom_triggers();
    // Keys are looked at only where they are set; a constant needs them all.
    if (std::is_constant_evaluated()) {
      for (std::size_t& each : keys_) each = npos;
    }
  }

  /// Begins another body, of the same context and sink.
  constexpr void reset() noexcept {
    stopped_ = false;
    forget_body();
  }

  /// What the caller knows and wants.
  [[nodiscard]] constexpr const context& known() const noexcept { return *context_; }

  /// Returns what ids of users begin with: as the request's `user_id_type` has it, or as its default; empty
  /// where they may begin with anything.
  [[nodiscard]] constexpr std::string_view usual_user_id() const noexcept {
    return context_->user_id_type ? context_->user_id_type->prefix() : open_id_prefix;
  }

  /// What is known of the body; after `finish()`, of body and draft merged.
  [[nodiscard]] constexpr body_summary& body() noexcept { return body_; }
  /// What is known of the body.
  [[nodiscard]] constexpr const body_summary& body() const noexcept { return body_; }

  /// A field of the body has a value, and its key stands at `key`.
  constexpr void note_presence(const named_field& row, std::size_t key) noexcept {
    body_.present |= row.bit;
    keys_[row.index] = key;
  }
  /// Where the field's key stands; `npos` if it is not there.
  [[nodiscard]] constexpr std::size_t key_of(field which) const noexcept {
    return body_.has(which) ? keys_[static_cast<std::size_t>(which)] : npos;
  }

  /// The notification stands inside these objects: the places of diagnostics are given from the body, and
  /// the first few of them are handed over when the body has ended.
  constexpr void set_wrapper(const wrapper_path& objects) noexcept { wrapper_ = objects; }

  /// The notification is the body itself after all: forgets what was known of the other one.
  constexpr void leave_wrapper() noexcept {
    forget_body();
    body_.well_formed = true;
  }

  /// Whether the sink said stop.
  [[nodiscard]] constexpr bool stopped() const noexcept { return stopped_; }
  /// Whom it tells.
  [[nodiscard]] constexpr Sink& sink() noexcept { return sink_; }

  /// The facts without one of which no rule is broken, custom ones included.
  [[nodiscard]] constexpr facts trigger_facts() const noexcept { return trigger_facts_; }

  /// Whether any rule can be broken by what was seen: a cheap question before an expensive one.
  [[nodiscard]] constexpr bool may_violate(facts seen) const noexcept {
    return (seen & trigger_facts_) != 0;
  }

  /// An element of a list begins.
  constexpr void expect_id() noexcept { missing_id_ = 0; }
  /// It names its id again.
  constexpr void expect_id_again() noexcept { missing_id_ &= facts_of(observed::misspelt); }
  /// It has an unknown name which may be its id's.
  constexpr void note_misspelt_id() noexcept { missing_id_ |= facts_of(observed::misspelt); }
  /// Returns what was seen of its id instead of one: an empty string, null, or a misspelt name.
  [[nodiscard]] constexpr facts missing_id() const noexcept { return missing_id_; }

  /// Applies every rule to what was seen of the value at `where`, whose key and first byte stand at
  /// `key` and `value`.
  constexpr void observe(facts seen, const location& where, std::size_t key, std::size_t value,
                         const message_args& more) {
    if (may_violate(seen)) evaluate(seen, where, key, value, more);
  }

  /// Hands a diagnostic to the sink, unless the policy disables the rule or the sink said stop.
  constexpr void add(const rule& r, std::size_t rule_index, const location& where,
                     std::size_t offset, const message_args& more) {
    const level becomes = context_->policy.of(r, rule_index);
    if (becomes == level::off || stopped_) return;
    const auto effective = static_cast<severity>(becomes);
    if (wrapper_.empty()) return hand_over(r, effective, rule_index, where, offset, more);
    hold(diagnostic(r, effective, rule_index, where.within(wrapper_), offset, more));
  }

  /// Whether the body is validated as one that stands alone, perhaps together with its draft.
  [[nodiscard]] constexpr bool expects_complete() const noexcept {
    return context_->draft || context_->mode == mode::complete;
  }

  /// Ends the body: merges it with the draft, if there is one.
  constexpr void conclude() noexcept {
    if (context_->draft) {
      merge_draft();
    } else {
      body_.complete = context_->mode == mode::complete;
    }
  }

  /// Returns the required fields that are missing in a body that was concluded.
  [[nodiscard]] constexpr std::uint32_t missing_fields() const noexcept {
    return body_.well_formed && body_.complete ? required_fields & ~body_.present : 0;
  }

  /// Validates what only the whole body shows, unless it was not readable, and the request. Of the missing
  /// fields, those that are `excused` are not reported.
  constexpr void finish(std::size_t body_offset, std::uint32_t excused) {
    evaluate_required(missing_fields() & ~excused, body_offset);
    if (body_.well_formed) validate_whole(body_offset);
    evaluate_request();
  }

 private:
  constexpr void forget_body() noexcept {
    body_ = {};
    wrapper_.clear();
    held_.clear();
  }

  FEISHU_HELPDESK_COMPACT constexpr void add_custom_triggers() noexcept {
    for (const rule& each : context_->custom_rules) trigger_facts_ |= each.violated_when.clauses[0];
  }

  // Keeps what was found inside a wrapper; of too much, what is most severe.
  FEISHU_HELPDESK_COMPACT constexpr void hold(const diagnostic& found) noexcept {
    if (held_.push_back(found)) return;
    for (std::size_t i = held_.size(); i-- > 0;) {
      if (held_[i].severity() > found.severity()) {
        held_[i] = found;
        return;
      }
    }
  }

  // Hands a diagnostic to the sink.
  constexpr void hand_over(const rule& r, severity effective, std::size_t rule_index,
                           const location& where, std::size_t offset, const message_args& more) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Sink>, report>) {
      report_access::emplace(sink_, r, effective, rule_index, where, offset,
                             more);  // spares a copy
    } else if constexpr (std::is_void_v<decltype(sink_(std::declval<const diagnostic&>()))>) {
      sink_(diagnostic(r, effective, rule_index, where, offset, more));
    } else {
      stopped_ =
          sink_(diagnostic(r, effective, rule_index, where, offset, more)) == sink_action::stop;
    }
  }

  // A draft that was not well-formed is unknown: the body stays a patch.
  FEISHU_HELPDESK_COMPACT constexpr void merge_draft() noexcept {
    body_.complete = false;
    if (!context_->draft.summary().well_formed) return;
    for (std::size_t i = 0; i < field_count; ++i) {
      if (!body_.has(static_cast<field>(i))) keys_[i] = npos;
    }
    body_ = merge(context_->draft.summary(), body_);
  }

  FEISHU_HELPDESK_NOINLINE constexpr void evaluate(facts seen, const location& where,
                                                   std::size_t key, std::size_t value,
                                                   const message_args& more) {
    constexpr facts missing = facts_of(observed::empty_string) | facts_of(observed::null);
    if ((seen & facts_of(observed::element_id)) != 0) missing_id_ |= seen & missing;
    for (std::uint64_t left = indexed_rules.candidate_rules(seen); left != 0; left &= left - 1) {
      const auto rule_index = static_cast<std::size_t>(std::countr_zero(left));
      validate_by(rules[rule_index], rule_index, seen, where, key, value, more);
    }
    std::size_t rule_index = rule_count;
    for (const rule& each : context_->custom_rules) {
      validate_by(each, rule_index++, seen, where, key, value, more);
    }
  }

  constexpr void validate_by(const rule& r, std::size_t rule_index, facts seen,
                             const location& where, std::size_t key, std::size_t value,
                             const message_args& more) {
    if (!r.violated_when.holds(seen)) return;
    if (r.reported_on.empty()) {
      return add(r, rule_index, where, r.at == anchor::key ? key : value, more);
    }
    report_violation(r, rule_index, seen);
  }

  constexpr void evaluate_required(std::uint32_t missing, std::size_t body_offset) {
    for (; missing != 0; missing &= missing - 1) {
      const auto which = static_cast<field>(std::countr_zero(missing));
      observe(facts_of(observed::required_field) | facts_of(observed::absent), which, body_offset,
              body_offset, {});
    }
  }

  // Most bodies have no trigger facts, or nothing else.
  constexpr void validate_whole(std::size_t body_offset) {
    const facts seen = body_.all_facts();
    if (!may_violate(seen)) return;
    if (indexed_rules.broken_by(seen) == 0 && context_->custom_rules.empty()) return;
    observe(seen, {}, body_offset, body_offset, {});
  }

  constexpr void evaluate_request() {
    wrapper_.clear();
    for (std::size_t i = 0; i < held_.size() && !stopped_; ++i) {
      const diagnostic& each = held_[i];
      hand_over(each.rule(), each.severity(), each.rule_index(), each.where(), each.offset(),
                each.args());
    }
    observe(facts_of_request(*context_), {}, npos, npos,
            {.number = context_->current_status.value_or(0)});
  }

  // Tells of a broken rule between fields.
  FEISHU_HELPDESK_COMPACT constexpr void report_violation(const rule& r, std::size_t rule_index,
                                                          facts seen) {
    const field which = blamed_field(r, seen);
    if (is_within_limit(r, which, body_)) return;
    message_args held{};
    if (const auto count = body_summary::count_of(which)) {
      held.number = static_cast<std::int64_t>(body_.*count);
    }
    const std::size_t own_key = key_of(which);
    add(r, rule_index, which, own_key != npos ? own_key : key_of(demanding(r)), held);
  }

  // The field that the condition names first: what is blamed is wrong because of it.
  [[nodiscard]] static constexpr field demanding(const rule& r) noexcept {
    for (const field_facts& each : facts_of_fields) {
      if ((each.mask() & r.violated_when.clauses[0]) != 0) return each.field;
    }
    return *r.reported_on.begin();
  }

  const context* context_;
  Sink sink_;
  facts trigger_facts_ =
      indexed_rules.trigger_facts();  // a condition holds only where one of these is seen
  bool stopped_ = false;
  facts missing_id_ = 0;
  std::size_t keys_[field_count];  // of the fields that are present
  body_summary body_{};
  wrapper_path wrapper_{};
  bounded_list<diagnostic, 8> held_;  // found inside a wrapper, which may turn out not to be one
};

}  // namespace feishu::helpdesk::detail

#endif
