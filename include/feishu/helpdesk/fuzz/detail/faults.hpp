#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_FAULTS_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_FAULTS_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

/// The ways to break a rule, read from its condition.
namespace feishu::helpdesk::fuzz {

/// Where something can be wrong: a field of a notification, of a user, a department or a chat; or, where
/// `index` is `npos`, such an object as a whole.
struct site {
  object_kind object = object_kind::notification;  ///< whose field it is
  helpdesk::field holder{};  ///< the field of the body that is this object, or lists it
  std::size_t index = npos;  ///< of the field, in the object's table

  /// The table of the object.
  [[nodiscard]] constexpr const object_info& about_object() const noexcept {
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.UndefReturn): every holder has such a table
    return object == object_kind::notification ? notification_object
                                               : *helpdesk::detail::object_in(info(holder).kind);
  }
  /// Whether it is an element of a list of the body, or a field of one.
  [[nodiscard]] constexpr bool is_in_list() const noexcept {
    return object != object_kind::notification &&
           helpdesk::detail::type_of(info(holder).kind) == json_type::array;
  }
  /// Whether it is a field of the body.
  [[nodiscard]] constexpr bool is_of_body() const noexcept {
    return object == object_kind::notification && index != npos;
  }
  /// The field of the body that it is; only if it is one.
  [[nodiscard]] constexpr helpdesk::field field() const noexcept {
    return static_cast<helpdesk::field>(index);
  }

  /// What is known of whatever stands there.
  [[nodiscard]] constexpr facts known() const noexcept {
    const bool is_validated = object == object_kind::notification || is_in_list();
    return index != npos && is_validated ? helpdesk::detail::fields_of(about_object())[index].known
                                         : 0;
  }
};

/// One thing that is wrong: a fact, and what it is observed of. A fact about the text or the request has no
/// site.
struct fault {
  facts fact = 0;  ///< one of those in `observed`
  site at{};       ///< what it is observed of
};

namespace detail {

// Calls `visit(site)` for all sites.
template <class Visitor>
constexpr void for_each_site(Visitor&& visit) {
  visit(site{});
  for (std::size_t i = 0; i < helpdesk::detail::field_count; ++i) {
    const auto holder = static_cast<helpdesk::field>(i);
    visit(site{.index = i});
    const object_info* inner = helpdesk::detail::object_in(info(holder).kind);
    if (inner == nullptr) continue;
    visit(site{inner->kind, holder});
    for (std::size_t j = 0; j < inner->fields.size(); ++j) visit(site{inner->kind, holder, j});
  }
}

// Facts by what they are about.
inline constexpr facts of_kind = helpdesk::detail::facts_of(
    observed::required_field || observed::server_assigned || observed::element_id);
inline constexpr facts of_whole_text =
    helpdesk::detail::facts_of(observed::ill_formed || observed::not_an_object ||
                               observed::no_known_field || observed::empty_body);
inline constexpr facts of_request = helpdesk::detail::facts_of(
    observed::not_an_id || observed::not_a_user_id_type || observed::not_a_user_token ||
    observed::not_a_service_desk || observed::not_a_host || observed::not_a_draft);
inline constexpr facts of_text = helpdesk::detail::facts_of(
    observed::empty_string || observed::not_a_timestamp || observed::not_milliseconds ||
    observed::before_now || observed::unexpected_prefix || observed::unfilled ||
    observed::id_mismatch || observed::card_ill_formed || observed::card_undocumented ||
    observed::card_oversized);
inline constexpr facts of_nothing = helpdesk::detail::facts_of(observed::absent || observed::null);

// Those that no struct has.
inline constexpr facts beyond_structs = helpdesk::detail::facts_of(
    observed::null || observed::duplicate || observed::wrong_type || observed::out_of_int32 ||
    observed::unknown_field || observed::misspelt);

// Whether a fact can be observed there.
constexpr bool suits(facts fact, const site& at) noexcept {
  if (at.index == npos) {
    return fact == helpdesk::detail::facts_of(observed::unknown_field) ||
           (fact == helpdesk::detail::facts_of(observed::wrong_type) && at.is_in_list());
  }
  const field_kind kind = at.about_object().fields[at.index].kind;
  switch (fact) {
    case helpdesk::detail::facts_of(observed::absent):
    case helpdesk::detail::facts_of(observed::null):
    case helpdesk::detail::facts_of(observed::duplicate):
    case helpdesk::detail::facts_of(observed::wrong_type):
    case helpdesk::detail::facts_of(observed::well_typed): return true;
    case helpdesk::detail::facts_of(observed::misspelt):
      return (at.known() &
              helpdesk::detail::facts_of(observed::required_field || observed::element_id)) != 0;
    case helpdesk::detail::facts_of(observed::empty_string):
      return helpdesk::detail::type_of(kind) == json_type::string;
    case helpdesk::detail::facts_of(observed::out_of_int32):
      return helpdesk::detail::type_of(kind) == json_type::integer;
    case helpdesk::detail::facts_of(observed::not_in_enum): return kind == field_kind::enumeration;
    case helpdesk::detail::facts_of(observed::not_a_timestamp):
    case helpdesk::detail::facts_of(observed::not_milliseconds):
      return kind == field_kind::timestamp;
    case helpdesk::detail::facts_of(observed::before_now):
      return at.is_of_body() && at.field() == field::send_at;
    case helpdesk::detail::facts_of(observed::unexpected_prefix):
      return at.is_in_list() && (kind == field_kind::user_id || kind == field_kind::chat_id);
    case helpdesk::detail::facts_of(observed::unfilled): return kind == field_kind::job_name;
    case helpdesk::detail::facts_of(observed::id_mismatch):
      return kind == field_kind::notification_id;
    case helpdesk::detail::facts_of(observed::card_ill_formed):
    case helpdesk::detail::facts_of(observed::card_undocumented):
    case helpdesk::detail::facts_of(observed::card_oversized): return kind == field_kind::card;
    default: return false;
  }
}

// What is observed with a fact: null counts as absent, and what is wrong with a text is so with one that
// has the type.
constexpr facts observed_with(facts fact) noexcept {
  if ((fact & of_nothing) != 0) return fact | helpdesk::detail::facts_of(observed::absent);
  return (fact & of_text) != 0 ? fact | helpdesk::detail::facts_of(observed::well_typed) : fact;
}

// The rules that must not be broken along with one.
constexpr std::uint64_t errors_beside(const rule& one) noexcept {
  const std::size_t rule_index = helpdesk::detail::index_of_rule(one.id);
  return rule_index == npos ? helpdesk::detail::error_rules
                            : helpdesk::detail::error_rules & ~(std::uint64_t{1} << rule_index);
}

// Whether what is seen breaks a rule, and no other by an error.
constexpr bool breaks_only(const rule& broken, facts seen) noexcept {
  return broken.violated_when.holds(seen) &&
         (helpdesk::detail::indexed_rules.broken_by(seen) & errors_beside(broken)) == 0;
}

}  // namespace detail

/// Calls `visit(fault)` for each fault that breaks this rule, which is about one value, the text, or the
/// request, and no other rule by an error.
template <class Visitor>
constexpr void for_each_fault(const rule& broken, Visitor&& visit) {
  facts named = 0;
  for (const facts clause : broken.violated_when.clauses) named |= clause;
  for (named &= ~detail::of_kind; named != 0; named &= named - 1) {
    const facts fact = named & (~named + 1);
    if ((fact & (detail::of_whole_text | detail::of_request)) != 0) {
      if (detail::breaks_only(broken, fact)) visit(fault{fact});
      continue;
    }
    detail::for_each_site([&](const site& at) {
      const facts seen = at.known() | detail::observed_with(fact);
      if (detail::suits(fact, at) && detail::breaks_only(broken, seen)) visit(fault{fact, at});
    });
  }
}

/// One of them, as chosen; none if there is none.
[[nodiscard]] constexpr std::optional<fault> any_fault(const rule& broken, choices& from) {
  std::size_t count = 0;
  for_each_fault(broken, [&](const fault&) { ++count; });
  if (count == 0) return std::nullopt;
  std::optional<fault> found;
  for_each_fault(broken, [&, left = from.below(count)](const fault& each) mutable {
    if (left-- == 0) found = each;
  });
  return found;
}

}  // namespace feishu::helpdesk::fuzz

#endif
