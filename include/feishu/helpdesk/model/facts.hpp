#ifndef FEISHU_HELPDESK_MODEL_FACTS_HPP
#define FEISHU_HELPDESK_MODEL_FACTS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

/// Facts about a notification, one bit each, and conditions over them.
///
/// A rule looks at a small finite abstraction of what it validates. For the rules between fields that is
/// the state of seven fields (7,776 states, counting values out of range); for the other rules it is
/// what was observed of one value, of the text, or of the request. A fact that is not known has no
/// bit set, so a condition holds only if it holds whatever the unknown is.
namespace feishu::helpdesk {

/// A set of facts.
using facts = std::uint64_t;

/// A conjunction of clauses. A clause is a set of facts and holds if any of them is known.
struct condition {
  static constexpr std::size_t capacity = 4;  ///< the clauses that there can be
  facts clauses[capacity];                    ///< 0: no clause

  condition() = delete;  // a rule without a condition does not compile
  /// One clause.
  constexpr explicit condition(facts clause) noexcept : clauses{clause} {}
  /// Returns the condition without clauses.
  [[nodiscard]] static constexpr condition never() noexcept { return condition(0); }

  /// A condition without clauses never holds.
  [[nodiscard]] constexpr bool holds(facts known) const noexcept {
    for (const facts clause : clauses) {
      if (clause == 0) break;
      if ((clause & known) == 0) return false;
    }
    return clauses[0] != 0;
  }

  bool operator==(const condition&) const = default;
};

namespace detail {

/// The facts of a condition of one clause.
[[nodiscard]] constexpr facts facts_of(const condition& single) noexcept {
  return single.clauses[0];
}

// Called where a condition makes no sense: that does not compile, and the error names the reason.
void a_condition_has_at_most_four_clauses();
void only_single_clauses_can_be_alternatives();
void a_condition_is_over_the_body_or_over_one_value();
void the_field_has_no_such_value();

inline constexpr unsigned first_observation = 23;  // the facts about fields of the body end below

constexpr bool is_about_the_body(const condition& c) {
  return c.clauses[0] < facts{1} << first_observation;
}

}  // namespace detail

/// Both: at most four clauses in all, or it does not compile.
consteval condition operator&&(condition left, const condition& right) {
  if (detail::is_about_the_body(left) != detail::is_about_the_body(right)) {
    detail::a_condition_is_over_the_body_or_over_one_value();
  }
  std::size_t size = 0;
  while (size < condition::capacity && left.clauses[size] != 0) ++size;
  for (const facts clause : right.clauses) {
    if (clause == 0) break;
    if (size == condition::capacity) detail::a_condition_has_at_most_four_clauses();
    left.clauses[size++] = clause;
  }
  return left;
}

/// Either: of single clauses only, or it does not compile.
consteval condition operator||(const condition& left, const condition& right) {
  if (left.clauses[1] != 0 || right.clauses[1] != 0) {
    detail::only_single_clauses_can_be_alternatives();
  }
  return condition(left.clauses[0] | right.clauses[0]);
}

namespace detail {

/// The facts about one field of the body: bit `first` says that it is absent; the next ones say
/// which value an enumeration has, or whether a list is empty or not.
struct field_facts {
  helpdesk::field field{};  ///< that the facts are about
  unsigned first = 0;       ///< the bit that says it is absent
  unsigned size = 0;        ///< the number of facts

  /// All facts about the field.
  [[nodiscard]] constexpr facts mask() const noexcept { return ((facts{1} << size) - 1) << first; }
  /// The fact that it is absent.
  [[nodiscard]] constexpr facts absent() const noexcept { return facts{1} << first; }

  /// The fact that an enumeration has this value; no fact if the value is out of range.
  [[nodiscard]] constexpr facts holds_value(std::int32_t value) const noexcept {
    const bool in_range = value >= 0 && static_cast<unsigned>(value) + 1 < size;
    return in_range ? absent() << (static_cast<unsigned>(value) + 1) : 0;
  }

  /// The fact that a list holds elements, or is empty.
  [[nodiscard]] constexpr facts holds_elements(bool any) const noexcept {
    return absent() << (any ? 2 : 1);
  }
};

/// The fields that the rules between fields look at.
inline constexpr field_facts facts_of_fields[] = {
    {field::push_type, 0, 3},
    {field::push_scope_type, 3, 5},
    {field::new_staff_scope_type, 8, 3},
    {field::user_list, 11, 3},
    {field::department_list, 14, 3},
    {field::chat_list, 17, 3},
    {field::new_staff_scope_department_list, 20, 3},
};

// Each field's facts begin where those of the one before end, and the last end where observations begin.
consteval bool facts_are_contiguous() {
  unsigned end = 0;
  for (const field_facts& each : facts_of_fields) {
    if (each.first != end) return false;
    end += each.size;
  }
  return end == first_observation;
}
static_assert(facts_are_contiguous());

// By field; of size 0 for a field that no rule between fields looks at.
struct facts_by_field {
  field_facts of[field_count]{};

  consteval facts_by_field() {
    for (const field_facts& each : facts_of_fields) {
      of[static_cast<std::size_t>(each.field)] = each;
    }
  }
};
inline constexpr facts_by_field indexed_facts{};

/// The facts about a field; of size 0 if no rule between fields looks at it.
[[nodiscard]] constexpr const field_facts& facts_about(field which) noexcept {
  return detail::indexed_facts.of[static_cast<std::size_t>(which)];
}

/// The facts that there can be about a field; none if no rule between fields looks at it.
[[nodiscard]] constexpr facts mask_of(field which) noexcept { return facts_about(which).mask(); }

}  // namespace detail

/// The atoms that conditions are made of: `fact::push_scope_type == push_scope::all_members &&
/// fact::user_list == fact::non_empty`.
namespace fact {

/// A type for the one word `absent`.
enum class absence : std::uint8_t { absent };
/// What a list that is there may be.
enum class extent : std::uint8_t { empty, non_empty };
inline constexpr absence absent = absence::absent;      ///< neither there nor null
inline constexpr extent empty = extent::empty;          ///< `[]`
inline constexpr extent non_empty = extent::non_empty;  ///< at least one element

/// A field that is compared with values of type `Value`.
template <class Value>
struct subject {
  helpdesk::field field{};  ///< that is compared

  /// The field has this value. Does not compile for a value that it cannot have.
  friend consteval condition operator==(subject s, Value value) {
    const detail::field_facts& about = detail::facts_about(s.field);
    facts clause = 0;
    if constexpr (std::is_same_v<Value, extent>) {
      clause = about.holds_elements(value == non_empty);
    } else {
      clause = about.holds_value(static_cast<std::int32_t>(value));
    }
    if (clause == 0) helpdesk::detail::the_field_has_no_such_value();
    return condition(clause);
  }
  /// The field is absent.
  friend consteval condition operator==(subject s, absence) {
    return condition(detail::facts_about(s.field).absent());
  }
  /// The field is there.
  friend consteval condition operator!=(subject s, absence) {
    return condition(detail::facts_about(s.field).mask() & ~detail::facts_about(s.field).absent());
  }
};

/// 0：定时推送, 1：新人入职推送.
inline constexpr subject<helpdesk::push_type> push_type{field::push_type};
/// 推送范围（服务台私信）.
inline constexpr subject<push_scope> push_scope_type{field::push_scope_type};
/// 新人入职范围类型.
inline constexpr subject<new_staff_scope> new_staff_scope_type{field::new_staff_scope_type};
/// The users to message.
inline constexpr subject<extent> user_list{field::user_list};
/// The departments to message.
inline constexpr subject<extent> department_list{field::department_list};
/// The group chats to post to.
inline constexpr subject<extent> chat_list{field::chat_list};
/// The departments whose new staff are messaged.
inline constexpr subject<extent> new_staff_scope_department_list{
    field::new_staff_scope_department_list};

}  // namespace fact

/// What is observed of one value, of the text as a whole, or of the request. Each is a condition of
/// one fact, to be combined like the atoms above.
namespace observed {

namespace detail {
consteval condition bit(unsigned index) {
  return condition(facts{1} << (helpdesk::detail::first_observation + index));
}
}  // namespace detail

// What kind of value it is.
inline constexpr condition required_field = detail::bit(0);   ///< of one that must be there
inline constexpr condition server_assigned = detail::bit(1);  ///< of one that the server fills in
inline constexpr condition element_id = detail::bit(2);       ///< of an element's own id

// What it is like.
inline constexpr condition absent = detail::bit(3);         ///< not there, or null
inline constexpr condition null = detail::bit(4);           ///< an explicit null
inline constexpr condition unknown_field = detail::bit(5);  ///< of no field of the schema
inline constexpr condition misspelt = detail::bit(30);     ///< unknown, for a field that is missing
inline constexpr condition duplicate = detail::bit(6);     ///< the name stood there before
inline constexpr condition wrong_type = detail::bit(7);    ///< not the schema's JSON type
inline constexpr condition out_of_int32 = detail::bit(8);  ///< an integer too large
inline constexpr condition well_typed = detail::bit(9);    ///< the JSON type of the schema
inline constexpr condition empty_string = detail::bit(10);      ///< `""`
inline constexpr condition not_in_enum = detail::bit(11);       ///< none of the values of the table
inline constexpr condition not_a_timestamp = detail::bit(12);   ///< no decimal digits of 64 bits
inline constexpr condition not_milliseconds = detail::bit(13);  ///< seconds or microseconds
inline constexpr condition before_now = detail::bit(14);        ///< a time that has passed
inline constexpr condition unexpected_prefix = detail::bit(15);  ///< an id of another type
inline constexpr condition id_mismatch = detail::bit(16);        ///< not the id of the path
inline constexpr condition unfilled = detail::bit(31);           ///< with a template expression

// The card in push_content.
inline constexpr condition card_ill_formed = detail::bit(17);    ///< not one JSON object
inline constexpr condition card_undocumented = detail::bit(18);  ///< of version 2.0, or a template
inline constexpr condition card_oversized = detail::bit(19);     ///< over 30 KB

// The text.
inline constexpr condition ill_formed = detail::bit(20);      ///< not JSON, or not UTF-8
inline constexpr condition not_an_object = detail::bit(21);   ///< JSON, but no object
inline constexpr condition empty_body = detail::bit(28);      ///< `{}`, as a patch
inline constexpr condition no_known_field = detail::bit(29);  ///< fields, and none of the API's

// The request.
inline constexpr condition not_an_id = detail::bit(22);           ///< not decimal digits
inline constexpr condition not_a_user_id_type = detail::bit(23);  ///< none of the three
inline constexpr condition not_a_draft = detail::bit(24);         ///< a status other than 0
inline constexpr condition not_a_user_token = detail::bit(25);  ///< a tenant's or an app's, or none
inline constexpr condition not_a_service_desk =
    detail::bit(26);                                      ///< its id or token is missing or odd
inline constexpr condition not_a_host = detail::bit(27);  ///< no host name or address

}  // namespace observed
}  // namespace feishu::helpdesk

#endif
