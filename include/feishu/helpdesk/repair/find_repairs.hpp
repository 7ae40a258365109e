#ifndef FEISHU_HELPDESK_REPAIR_FIND_REPAIRS_HPP
#define FEISHU_HELPDESK_REPAIR_FIND_REPAIRS_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_search.hpp>
#include <feishu/helpdesk/validate.hpp>

/// The smallest edits that make a body legal, found over its facts.
///
/// What is repaired is what the rules between fields, `required` and `enum-value` demand of the seven
/// fields that decide who is messaged. The rules are read from the table.
///
/// A repair removes a field only where it has no effect, and cannot be emptied instead. A field that the
/// draft has stays there whatever a patch does: see `repair_list::kept_by_draft()`.
namespace feishu::helpdesk {

/// Every set of edits that makes a body of this summary legal and of which none can be left out; none
/// if it is legal, or was not readable. Allocates nothing; bounded, whatever the body's size.
[[nodiscard]] constexpr repair_list find_repairs(const body_summary& body) {
  return detail::repair_search(body, detail::error_rules,
                               detail::repair_search::wrong_in(body, detail::error_rules))
      .run();
}

/// The same for the body of a report: legal is what the policy and the custom conditions allow that it was
/// validated by.
///
///     find_repairs(preflight(body))
[[nodiscard]] constexpr repair_list find_repairs(const report& found) {
  return detail::repair_search(found.summary(), found.enforced(), detail::fields_with_errors(found),
                               found.custom_rules(), found.in_draft())
      .run();
}

/// The same for a struct.
template <class Form>
[[nodiscard]] constexpr repair_list find_repairs(const basic_notification<Form>& n,
                                                 const context& known = {}) {
  return find_repairs(validate(n, known));
}

namespace detail {

/// Whether a repair may fix this: an error of one of the fields that decide who is messaged, not of what
/// is inside of it.
[[nodiscard]] constexpr bool is_repairable(const diagnostic& d) noexcept {
  if (d.severity() != severity::error || !d.where().in_field()) return false;
  const field which = d.where().field();
  return d.where().described() == &info(which) && facts_about(which).size != 0;
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
