// Rules that differ from those of the table in one step.

#ifndef FEISHU_HELPDESK_TESTS_MUTANTS_HPP
#define FEISHU_HELPDESK_TESTS_MUTANTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mutants {

using namespace feishu::helpdesk;

// A rule in the place of one of the table's, and what was done to it.
struct mutant {
  std::size_t rule_index;
  rule changed;
  std::string name;
};

namespace detail {

struct named_fact {
  condition single;
  std::string_view name;
};

inline constexpr named_fact observations[] = {
    {observed::required_field, "required_field"},
    {observed::server_assigned, "server_assigned"},
    {observed::element_id, "element_id"},
    {observed::absent, "absent"},
    {observed::null, "null"},
    {observed::unknown_field, "unknown_field"},
    {observed::misspelt, "misspelt"},
    {observed::no_known_field, "no_known_field"},
    {observed::empty_body, "empty_body"},
    {observed::duplicate, "repeated"},
    {observed::wrong_type, "wrong_type"},
    {observed::out_of_int32, "out_of_int32"},
    {observed::well_typed, "well_typed"},
    {observed::empty_string, "empty_string"},
    {observed::not_in_enum, "not_in_enum"},
    {observed::not_a_timestamp, "not_a_timestamp"},
    {observed::not_milliseconds, "not_milliseconds"},
    {observed::before_now, "before_now"},
    {observed::unexpected_prefix, "unexpected_prefix"},
    {observed::id_mismatch, "id_mismatch"},
    {observed::unfilled, "unfilled"},
    {observed::card_ill_formed, "card_ill_formed"},
    {observed::card_undocumented, "card_undocumented"},
    {observed::card_oversized, "card_oversized"},
    {observed::ill_formed, "ill_formed"},
    {observed::not_an_object, "not_an_object"},
    {observed::not_an_id, "not_an_id"},
    {observed::not_a_user_id_type, "not_a_user_id_type"},
    {observed::not_a_draft, "not_a_draft"},
    {observed::not_a_user_token, "not_a_user_token"},
    {observed::not_a_service_desk, "not_a_service_desk"},
    {observed::not_a_host, "not_a_host"},
};

constexpr facts lowest(facts all) { return all & (~all + 1); }

// "push_type absent", "push_type 0", "user_list 0": of a list, 0 is empty and 1 is not.
inline std::string name_of(facts single) {
  for (const named_fact& each : observations) {
    if (feishu::helpdesk::detail::facts_of(each.single) == single) return std::string(each.name);
  }
  for (const feishu::helpdesk::detail::field_facts& each :
       feishu::helpdesk::detail::facts_of_fields) {
    if ((each.mask() & single) == 0) continue;
    const int value = std::countr_zero(single) - static_cast<int>(each.first) - 1;
    return std::string(info(each.field).name) + ' ' +
           (value < 0 ? "absent" : std::to_string(value));
  }
  return "fact " + std::to_string(std::countr_zero(single)) + ", which has no name here";
}

inline std::string names_of(facts all) {
  std::string names;
  for (; all != 0; all &= all - 1) {
    names += (names.empty() ? "" : ", ") + name_of(lowest(all));
  }
  return names;
}

inline std::string name_of(const reported_fields& reported_on) {
  std::string names;
  for (const field each : reported_on) {
    names += (names.empty() ? "" : ", ") + std::string(info(each).name);
  }
  return names.empty() ? "nobody" : names;
}

// Makes the mutants of one rule.
class maker {
 public:
  maker(std::size_t rule_index, std::vector<mutant>& to) : rule_index_(rule_index), to_(to) {}

  void make() {
    for (std::size_t clause = 0; clause < condition::capacity; ++clause) {
      const bool is_there = original_.violated_when.clauses[clause] != 0;
      if (is_there) drop(clause);
      for (facts left = facts_of_its_half(); left != 0; left &= left - 1) {
        flip(clause, lowest(left));
      }
      if (!is_there) break;  // more of them would be alike
    }
    change_severity();
    change_anchor();
    change_blames();
  }

 private:
  // All facts about the body, or all about one value: no condition is about both.
  [[nodiscard]] facts facts_of_its_half() const {
    facts all = 0;
    if (feishu::helpdesk::detail::is_about_the_body(original_.violated_when)) {
      for (const feishu::helpdesk::detail::field_facts& each :
           feishu::helpdesk::detail::facts_of_fields)
        all |= each.mask();
    } else {
      for (const named_fact& each : observations)
        all |= feishu::helpdesk::detail::facts_of(each.single);
    }
    return all;
  }

  void add(const rule& changed, const std::string& how) {
    to_.push_back({rule_index_, changed, std::string(original_.id) + ": " + how});
  }

  void drop(std::size_t clause) {
    rule changed = original_;
    facts(&left)[condition::capacity] = changed.violated_when.clauses;
    std::shift_left(left + clause, left + condition::capacity, 1);
    left[condition::capacity - 1] = 0;
    add(changed, "without clause " + std::to_string(clause + 1));
  }

  // Of a clause that is not there, this makes one.
  void flip(std::size_t clause, facts single) {
    rule changed = original_;
    facts& mask = changed.violated_when.clauses[clause];
    const std::string verb = mask == 0 ? " made of " : (mask & single) != 0 ? " less " : " or ";
    mask ^= single;
    add(changed, "clause " + std::to_string(clause + 1) + verb + name_of(single));
  }

  void change_severity() {
    for (const severity each : {severity::error, severity::warning, severity::note}) {
      if (each == original_.severity) continue;
      rule changed = original_;
      changed.severity = each;
      add(changed, "severity " + std::string(localized(each).en));
    }
  }

  void change_anchor() {
    rule changed = original_;
    changed.at = original_.at == anchor::key ? anchor::value : anchor::key;
    add(changed, original_.at == anchor::key ? "at the value" : "at the key");
  }

  void report(const reported_fields& reported_on) {
    rule changed = original_;
    changed.reported_on = reported_on;
    add(changed, "reported on " + name_of(reported_on));
  }

  // A field removed, replaced, added before or behind the other, or two exchanged.
  void change_blames() {
    const std::vector<field> own(original_.reported_on.begin(), original_.reported_on.end());
    if (own.size() == 1) report({});
    if (own.size() == 2) {
      report(own[0]);
      report(own[1]);
      report({own[1], own[0]});
    }
    for (const feishu::helpdesk::detail::field_facts& each :
         feishu::helpdesk::detail::facts_of_fields) {
      if (std::ranges::count(own, each.field) == 0) blame_another(own, each.field);
    }
  }

  void blame_another(const std::vector<field>& own, field another) {
    if (own.size() < 2) report(another);
    if (own.empty()) return;
    report({own.front(), another});
    report({another, own.back()});
  }

  std::size_t rule_index_;
  const rule& original_ = rules[rule_index_];
  std::vector<mutant>& to_;
};

}  // namespace detail

inline std::vector<mutant> all_mutants() {
  std::vector<mutant> all;
  for (std::size_t rule_index = 0; rule_index < feishu::helpdesk::detail::rule_count; ++rule_index)
    detail::maker(rule_index, all).make();
  return all;
}

}  // namespace mutants

#endif
