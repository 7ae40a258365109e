#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_FLAWS_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_FLAWS_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

/// The ways to break a rule, read from its condition.
namespace feishu::helpdesk::fuzz {

/// Where something can be wrong: a member of a notification, of a user, a department or a chat; or, where
/// `index` is `npos`, such an object as a whole.
struct site {
  object_kind object = object_kind::the_notification;  ///< whose member it is
  field holder{};            ///< the member of the body that is this object, or lists it
  std::size_t index = npos;  ///< of the member, in the object's table

  /// The table of the object.
  [[nodiscard]] constexpr const object_info& about_object() const noexcept {
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.UndefReturn): every holder has such a table
    return object == object_kind::the_notification ? notification_object
                                                   : *object_in(info(holder).kind);
  }
  /// Whether it is an element of a list of the body, or a member of one.
  [[nodiscard]] constexpr bool is_in_list() const noexcept {
    return object != object_kind::the_notification &&
           type_of(info(holder).kind) == json_type::array;
  }
  /// Whether it is a member of the body.
  [[nodiscard]] constexpr bool is_of_body() const noexcept {
    return object == object_kind::the_notification && index != npos;
  }
  /// The member of the body that it is; only if it is one.
  [[nodiscard]] constexpr field member() const noexcept { return static_cast<field>(index); }

  /// What is known of whatever stands there.
  [[nodiscard]] constexpr facts known() const noexcept {
    const bool is_judged = object == object_kind::the_notification || is_in_list();
    return index != npos && is_judged ? members_of(about_object())[index].known : 0;
  }
};

/// One thing that is wrong: a fact, and what it is observed of. A fact about the text or the request has no
/// site.
struct flaw {
  facts fact = 0;  ///< one of those in `observed`
  site at{};       ///< what it is observed of
};

namespace detail {

// Calls `visit(site)` for all sites.
template <class Visitor>
constexpr void for_each_site(Visitor&& visit) {
  visit(site{});
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto holder = static_cast<field>(i);
    visit(site{.index = i});
    const object_info* inner = object_in(info(holder).kind);
    if (inner == nullptr) continue;
    visit(site{inner->kind, holder});
    for (std::size_t j = 0; j < inner->members.size(); ++j) visit(site{inner->kind, holder, j});
  }
}

// Facts by what they are about.
inline constexpr facts of_kind =
    facts_of(observed::required_member || observed::server_assigned || observed::element_id);
inline constexpr facts of_whole_text = facts_of(observed::ill_formed || observed::not_an_object);
inline constexpr facts of_request =
    facts_of(observed::not_an_id || observed::not_a_user_id_type || observed::not_a_user_token ||
             observed::no_helpdesk || observed::not_a_draft);
inline constexpr facts of_text =
    facts_of(observed::empty_text || observed::not_a_time_stamp || observed::not_milliseconds ||
             observed::before_now || observed::foreign_prefix || observed::other_than_requested ||
             observed::card_ill_formed || observed::card_undocumented || observed::card_oversized);
inline constexpr facts of_nothing = facts_of(observed::absent || observed::null);

// Those that no struct has.
inline constexpr facts beyond_structs =
    facts_of(observed::null || observed::repeated || observed::mistyped ||
             observed::beyond_32_bits || observed::unknown_name);

// Whether a fact can be observed there.
constexpr bool suits(facts fact, const site& at) noexcept {
  if (at.index == npos) {
    return fact == facts_of(observed::unknown_name) ||
           (fact == facts_of(observed::mistyped) && at.is_in_list());
  }
  const member_kind kind = at.about_object().members[at.index].kind;
  switch (fact) {
    case facts_of(observed::absent):
    case facts_of(observed::null):
    case facts_of(observed::repeated):
    case facts_of(observed::mistyped):
    case facts_of(observed::well_typed): return true;
    case facts_of(observed::empty_text): return type_of(kind) == json_type::string;
    case facts_of(observed::beyond_32_bits): return type_of(kind) == json_type::integer;
    case facts_of(observed::not_enumerated): return kind == member_kind::enumeration;
    case facts_of(observed::not_a_time_stamp):
    case facts_of(observed::not_milliseconds): return kind == member_kind::time_stamp;
    case facts_of(observed::before_now): return at.is_of_body() && at.member() == field::send_at;
    case facts_of(observed::foreign_prefix):
      return at.is_in_list() && (kind == member_kind::user_id || kind == member_kind::chat_id);
    case facts_of(observed::other_than_requested): return kind == member_kind::notification_id;
    case facts_of(observed::card_ill_formed):
    case facts_of(observed::card_undocumented):
    case facts_of(observed::card_oversized): return kind == member_kind::card;
    default: return false;
  }
}

// What is observed with a fact: null counts as absent, and what is wrong with a text is so with one that
// has the type.
constexpr facts observed_with(facts fact) noexcept {
  if ((fact & of_nothing) != 0) return fact | facts_of(observed::absent);
  return (fact & of_text) != 0 ? fact | facts_of(observed::well_typed) : fact;
}

// The rules that must not be broken along with one.
constexpr std::uint64_t errors_beside(const rule& one) noexcept {
  const std::size_t rank = index_of_rule(one.id);
  return rank == npos ? error_rules : error_rules & ~(std::uint64_t{1} << rank);
}

// Whether what is seen breaks a rule, and no other by an error.
constexpr bool breaks_only(const rule& broken, facts seen) noexcept {
  return broken.violated_when.holds(seen) &&
         (indexed_rules.broken_by(seen) & errors_beside(broken)) == 0;
}

}  // namespace detail

/// Calls `visit(flaw)` for each flaw that breaks this rule, which is about one value, the text, or the
/// request, and no other rule by an error.
template <class Visitor>
constexpr void for_each_flaw(const rule& broken, Visitor&& visit) {
  facts named = 0;
  for (const facts clause : broken.violated_when.clauses) named |= clause;
  for (named &= ~detail::of_kind; named != 0; named &= named - 1) {
    const facts fact = named & (~named + 1);
    if ((fact & (detail::of_whole_text | detail::of_request)) != 0) {
      if (detail::breaks_only(broken, fact)) visit(flaw{fact});
      continue;
    }
    detail::for_each_site([&](const site& at) {
      const facts seen = at.known() | detail::observed_with(fact);
      if (detail::suits(fact, at) && detail::breaks_only(broken, seen)) visit(flaw{fact, at});
    });
  }
}

/// One of them, as chosen; none if there is none.
[[nodiscard]] constexpr std::optional<flaw> any_flaw(const rule& broken, choices& from) {
  std::size_t count = 0;
  for_each_flaw(broken, [&](const flaw&) { ++count; });
  if (count == 0) return std::nullopt;
  std::optional<flaw> found;
  for_each_flaw(broken, [&, left = from.below(count)](const flaw& each) mutable {
    if (left-- == 0) found = each;
  });
  return found;
}

}  // namespace feishu::helpdesk::fuzz

#endif
