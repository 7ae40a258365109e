#ifndef FEISHU_HELPDESK_MODEL_RECIPIENTS_HPP
#define FEISHU_HELPDESK_MODEL_RECIPIENTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

/// The recipients of a push: the costliest mistake is a legal one.
///
/// `push_scope_type` decides whom a push reaches. The API reference allows each scope that reaches somebody
/// with one `push_type` only, so that the scope says the same where `push_type` is missing or invalid. Lists
/// count where the scope is for them. The recipients are unknown where the scope, or a field that it needs,
/// is missing or invalid, and where two fields contradict each other. Lists that contradict a push to
/// all members cannot add anybody, so that those recipients are known.
namespace feishu::helpdesk {

/// Whom the service desk messages privately.
enum class reach : std::uint8_t {
  unknown,  ///< fields are missing, invalid or contradict each other, or the draft decides
  nobody,
  all_members,
  listed,  ///< users and departments
  new_staff,
  new_staff_of_departments
};

/// The recipients of a push, as data.
struct recipients {
  helpdesk::reach reach = helpdesk::reach::unknown;  ///< whom, next to the chats
  std::size_t users = 0;                             ///< of `listed`
  std::size_t departments = 0;  ///< of `listed`, or of `new_staff_of_departments`
  std::size_t chats = 0;        ///< posted to whatever the reach is
  /// Of `unknown`, the fields at fault, as bits of a summary: one that is missing or invalid, or those that
  /// contradict each other.
  std::uint32_t at_fault = 0;
  /// The fields that the recipients depend on and that only the draft has, as bits of a summary: of a patch
  /// without its draft.
  std::uint32_t in_draft = 0;
  /// Of a patch that leaves the scope to the draft, the fields that take the place of the draft's.
  std::uint32_t in_patch = 0;
  bool is_wrapped =
      false;  ///< of `unknown`, the fields are inside another object and have no effect

  bool operator==(const recipients&) const = default;
};

namespace detail {

// The rules that look at nothing but `push_type` and `push_scope_type`: bit i is the i-th rule.
inline constexpr std::uint64_t rules_of_kind_and_scope = [] {
  constexpr facts both = mask_of(field::push_type) | mask_of(field::push_scope_type);
  std::uint64_t set = 0;
  for (std::size_t i = 0; i < rule_count; ++i) {
    facts seen = 0;
    for (const facts clause : rules[i].violated_when.clauses) seen |= clause;
    if ((seen & ~both) == 0) set |= std::uint64_t{1} << i;
  }
  return set;
}();
static_assert(rules_of_kind_and_scope != 0);

// Finds out whom a body reaches.
class recipients_finder {
 public:
  constexpr explicit recipients_finder(const body_summary& body) noexcept : body_(body) {}

  constexpr recipients run() noexcept {
    if (!body_.well_formed) return {};
    if (body_.wrapped) return {.is_wrapped = true};
    found_.chats = body_.chats;
    if (kind_contradicts_scope()) {
      blame(body_summary::bit(field::push_type) | body_summary::bit(field::push_scope_type));
    } else if (has(fact::push_scope_type == push_scope::all_members)) {
      found_.reach = reach::all_members;
    } else if (has(fact::push_scope_type == push_scope::no_members)) {
      find_nobody();
    } else if (has(fact::push_scope_type == push_scope::some_members)) {
      find_listed();
    } else if (has(fact::push_scope_type == push_scope::new_staff)) {
      find_new_staff();
    } else {
      find_in_draft();
    }
    need(field::chat_list);
    if (found_.at_fault != 0) found_ = {.chats = found_.chats, .at_fault = found_.at_fault};
    if ((body_.invalid & body_summary::bit(field::chat_list)) != 0) found_.chats = 0;
    return found_;
  }

 private:
  [[nodiscard]] constexpr bool has(const condition& c) const noexcept {
    return c.holds(body_.known);
  }

  [[nodiscard]] constexpr bool kind_contradicts_scope() const noexcept {
    for (std::uint64_t left = rules_of_kind_and_scope; left != 0; left &= left - 1) {
      if (has(rules[std::countr_zero(left)].violated_when)) return true;
    }
    return false;
  }

  constexpr void blame(std::uint32_t fields) noexcept {
    if (found_.at_fault == 0) found_.at_fault = fields;
  }

  // The recipients depend on this list.
  constexpr void need(field list) noexcept {
    if ((body_.invalid & body_summary::bit(list)) != 0) blame(body_summary::bit(list));
    if (!body_.complete && !body_.has(list)) found_.in_draft |= body_summary::bit(list);
  }

  constexpr void find_nobody() noexcept {
    for (const field list : {field::user_list, field::department_list}) {
      const bool holds_elements = (body_.known & facts_about(list).holds_elements(true)) != 0;
      if (holds_elements) {
        blame(body_summary::bit(field::push_scope_type) | body_summary::bit(list));
      }
      if ((body_.invalid & body_summary::bit(list)) != 0) blame(body_summary::bit(list));
    }
    found_.reach = reach::nobody;
  }

  constexpr void find_listed() noexcept {
    need(field::user_list);
    need(field::department_list);
    found_.users = body_.users;
    found_.departments = body_.departments;
    const bool reaches_nobody = body_.users + body_.departments == 0 && found_.in_draft == 0;
    found_.reach = reaches_nobody ? reach::nobody : reach::listed;
  }

  constexpr void find_new_staff() noexcept {
    if (has(fact::new_staff_scope_type == new_staff_scope::all)) {
      found_.reach = reach::new_staff;
    } else if (has(fact::new_staff_scope_type == new_staff_scope::departments)) {
      need(field::new_staff_scope_department_list);
      found_.departments = body_.new_staff_departments;
      const bool reaches_nobody = found_.departments == 0 && found_.in_draft == 0;
      found_.reach = reaches_nobody ? reach::nobody : reach::new_staff_of_departments;
    } else if (!body_.complete && !body_.has(field::new_staff_scope_type)) {
      found_.reach = reach::new_staff;
      found_.in_draft = body_summary::bit(field::new_staff_scope_type);
      need(field::new_staff_scope_department_list);
    } else {
      blame(body_summary::bit(field::new_staff_scope_type));
    }
  }

  // The scope is missing or invalid, or only the draft has it.
  constexpr void find_in_draft() noexcept {
    if (body_.complete || body_.has(field::push_scope_type)) {
      return blame(body_summary::bit(field::push_scope_type));
    }
    found_.in_draft = body_summary::bit(field::push_scope_type);
    for (const field_facts& each : facts_of_fields) {
      if (!body_.has(each.field)) continue;
      found_.in_patch |= body_summary::bit(each.field);
      if (each.field != field::push_type && (body_.invalid & body_summary::bit(each.field)) != 0) {
        blame(body_summary::bit(each.field));
      }
    }
  }

  const body_summary& body_;
  recipients found_{};
};

}  // namespace detail

/// Returns the recipients of a push of this summary.
[[nodiscard]] constexpr recipients recipients_of(const body_summary& body) noexcept {
  return detail::recipients_finder(body).run();
}

}  // namespace feishu::helpdesk

#endif
