#ifndef FEISHU_PREFLIGHT_TOOL_CATALOGUE_HPP
#define FEISHU_PREFLIGHT_TOOL_CATALOGUE_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <string>
#include <string_view>

namespace preflight_tool {

/// Returns all rules with what they count as, one a line, under the names of their groups; the rules of policy
/// files only if there is a policy.
[[nodiscard]] std::string list_rules(const feishu::helpdesk::context& known, bool has_policy,
                                     feishu::helpdesk::language chosen);

/// Returns what one rule demands, when it is violated, and what it is based on. The rule is one of the table or
/// of policy files.
[[nodiscard]] std::string explain_rule(std::string_view id, const feishu::helpdesk::context& known,
                                       bool has_policy, feishu::helpdesk::language chosen);

}  // namespace preflight_tool

#endif
