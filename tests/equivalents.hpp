// Mutants that say what the rule says, and why. Nothing can notice these.

#ifndef FEISHU_HELPDESK_TESTS_EQUIVALENTS_HPP
#define FEISHU_HELPDESK_TESTS_EQUIVALENTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <vector>

namespace mutants {

using namespace feishu::helpdesk;

// Everything that can be seen at once of one value, of a text that stopped making sense, or of the
// request. A value is of one kind, and mostly one thing is wrong with it at a time.
inline std::vector<facts> seen_of_one_value() {
  using namespace observed;
  const facts any = 0;  // a value that is of none of the three kinds
  const facts required = feishu::helpdesk::detail::facts_of(required_field);
  const facts assigned = feishu::helpdesk::detail::facts_of(server_assigned);
  const facts id = feishu::helpdesk::detail::facts_of(element_id);
  const facts well = feishu::helpdesk::detail::facts_of(well_typed);

  std::vector<facts> seen;
  const auto add = [&](facts what, std::initializer_list<facts> kinds) {
    for (const facts kind : kinds) seen.push_back(kind | what);
  };
  for (const condition& what : {null, duplicate, wrong_type, well_typed}) {
    add(feishu::helpdesk::detail::facts_of(what), {any, required, assigned, id});
  }
  add(well | feishu::helpdesk::detail::facts_of(empty_string), {any, required, assigned, id});
  add(feishu::helpdesk::detail::facts_of(absent), {required, id});
  // Integers: no id is one, and the server assigns no enumeration.
  add(feishu::helpdesk::detail::facts_of(out_of_int32), {any, required, assigned});
  add(well | feishu::helpdesk::detail::facts_of(not_in_enum), {any, required});
  // Time stamps: none is required, and only send_at is compared with the present.
  add(well | feishu::helpdesk::detail::facts_of(not_a_timestamp), {any, assigned});
  add(well | feishu::helpdesk::detail::facts_of(not_milliseconds), {any, assigned});
  add(well | feishu::helpdesk::detail::facts_of(before_now), {any});
  add(well | feishu::helpdesk::detail::facts_of(before_now) |
          feishu::helpdesk::detail::facts_of(not_milliseconds),
      {any});
  // Ids: those of elements have prefixes; the notification's own is the server's.
  add(well | feishu::helpdesk::detail::facts_of(unexpected_prefix), {id});
  add(well | feishu::helpdesk::detail::facts_of(unfilled), {required});
  add(well | feishu::helpdesk::detail::facts_of(id_mismatch), {assigned});
  add(well | feishu::helpdesk::detail::facts_of(id_mismatch) |
          feishu::helpdesk::detail::facts_of(empty_string),
      {assigned});
  // The card is the text of a required field, but where it fails it is no value's.
  add(feishu::helpdesk::detail::facts_of(card_undocumented), {required});
  add(feishu::helpdesk::detail::facts_of(card_oversized), {required});
  for (const condition& what : {observed::unknown_field, misspelt, no_known_field, empty_body,
                                card_ill_formed, ill_formed, not_an_object}) {
    add(feishu::helpdesk::detail::facts_of(what), {any});
  }
  // The request: its faults are seen in any company.
  std::vector<facts> request{any};
  for (const condition& fault : {not_an_id, not_a_user_id_type, not_a_user_token,
                                 not_a_service_desk, not_a_host, not_a_draft}) {
    for (std::size_t i = request.size(); i-- > 0;)
      request.push_back(request[i] | feishu::helpdesk::detail::facts_of(fault));
  }
  for (const facts each : request) add(each, {any});
  return seen;
}

// Everything that can be known of a body: each field is in one state, or it is not known which.
inline std::vector<facts> known_of_a_body() {
  std::vector<facts> known{0};
  for (const feishu::helpdesk::detail::field_facts& each :
       feishu::helpdesk::detail::facts_of_fields) {
    const std::size_t without = known.size();
    for (unsigned state = 0; state < each.size; ++state) {
      for (std::size_t i = 0; i < without; ++i) known.push_back(known[i] | each.absent() << state);
    }
  }
  return known;
}

namespace detail {

inline const std::vector<facts>& values() {
  static const std::vector<facts> all = seen_of_one_value();
  return all;
}

inline const std::vector<facts>& bodies() {
  static const std::vector<facts> all = known_of_a_body();
  return all;
}

inline bool hold_alike(const condition& a, const condition& b) {
  const bool is_about_a_body = feishu::helpdesk::detail::is_about_the_body(a);
  return std::ranges::all_of(is_about_a_body ? bodies() : values(),
                             [&](facts all) { return a.holds(all) == b.holds(all); });
}

inline std::size_t clause_count(const condition& c) {
  return condition::capacity - static_cast<std::size_t>(std::ranges::count(c.clauses, facts{0}));
}

inline bool gains_a_fact(const rule& original, const rule& changed) {
  return clause_count(changed.violated_when) == clause_count(original.violated_when) &&
         changed.violated_when != original.violated_when &&
         hold_alike(changed.violated_when, original.violated_when);
}

inline bool gains_a_clause(const rule& original, const rule& changed) {
  return clause_count(changed.violated_when) > clause_count(original.violated_when) &&
         hold_alike(changed.violated_when, original.violated_when);
}

inline bool has_no_anchor(const rule& original, const rule& changed) {
  return changed.at != original.at && !original.reported_on.empty();
}

// What is absent has neither key nor value, nor has a text or a request as a whole; of a name that is
// wrong, the value is not looked at.
inline bool has_one_place(const rule& original, const rule& changed) {
  using namespace observed;
  constexpr facts placeless = feishu::helpdesk::detail::facts_of(
      absent || ill_formed || not_an_object || not_an_id || not_a_user_id_type ||
      not_a_user_token || not_a_service_desk || not_a_host || not_a_draft ||
      observed::unknown_field || misspelt || no_known_field || empty_body || duplicate);
  return changed.at != original.at && original.reported_on.empty() &&
         std::ranges::all_of(values(), [&](facts all) {
           return (all & placeless) != 0 || !original.violated_when.holds(all);
         });
}

// Whether another field is blamed besides.
inline bool gains_a_field(const rule& original, const rule& changed) {
  return std::ranges::distance(original.reported_on) == 1 &&
         std::ranges::distance(changed.reported_on) == 2;
}

inline bool gains_a_second(const rule& original, const rule& changed) {
  const facts of_first = feishu::helpdesk::detail::mask_of(*changed.reported_on.begin());
  return gains_a_field(original, changed) &&
         *changed.reported_on.begin() == *original.reported_on.begin() &&
         std::ranges::any_of(original.violated_when.clauses, [&](facts clause) {
           return clause != 0 && (clause & ~of_first) == 0;
         });
}

inline bool gains_a_stranger(const rule& original, const rule& changed) {
  const facts of_first = feishu::helpdesk::detail::mask_of(*changed.reported_on.begin());
  return gains_a_field(original, changed) &&
         *changed.reported_on.begin() != *original.reported_on.begin() &&
         std::ranges::all_of(original.violated_when.clauses,
                             [&](facts clause) { return (clause & of_first) == 0; });
}

}  // namespace detail

// Why a mutant is equivalent, and which ones are for that reason.
struct reason {
  std::string_view why;
  bool (*explains)(const rule& original, const rule& changed);
};

inline constexpr reason reasons[] = {
    {"what the clause gains is never seen where the others hold, or never without what it had",
     detail::gains_a_fact},
    {"the new clause follows from the others", detail::gains_a_clause},
    {"a rule that is reported on fields points to their keys", detail::has_no_anchor},
    {"there is one place to point to, or none", detail::has_one_place},
    {"the condition names a state of the first field whenever it holds: no second is looked at",
     detail::gains_a_second},
    {"the condition names no state of the new first field: it is passed over",
     detail::gains_a_stranger},
};

}  // namespace mutants

#endif
