#ifndef FEISHU_PREFLIGHT_TOOL_COMPANY_RULES_HPP
#define FEISHU_PREFLIGHT_TOOL_COMPANY_RULES_HPP

#include <feishu/helpdesk/model/fields.hpp>

#include <string_view>

namespace preflight_tool {

/// A rule that a policy file can add to the library's: what it is reported as, and what asks for it.
struct company_rule {
  std::string_view id;
  std::string_view key;        ///< of "recipients" in the file
  feishu::helpdesk::field on;  ///< of a list, the key's value is how many elements it may have
};

inline constexpr company_rule company_rules[] = {
    {"policy-forbidden-scopes", "forbidden_scopes", feishu::helpdesk::field::push_scope_type},
    {"policy-max-users", "max_users", feishu::helpdesk::field::user_list},
    {"policy-max-departments", "max_departments", feishu::helpdesk::field::department_list},
    {"policy-max-new-staff-departments", "max_new_staff_departments",
     feishu::helpdesk::field::new_staff_scope_department_list},
    {"policy-max-chats", "max_chats", feishu::helpdesk::field::chat_list},
};

/// Returns the rule that has this id; null if there is none.
[[nodiscard]] constexpr const company_rule* find_company_rule(std::string_view id) {
  for (const company_rule& each : company_rules) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

}  // namespace preflight_tool

#endif
