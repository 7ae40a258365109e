#ifndef FEISHU_PREFLIGHT_TOOL_CATALOGUE_HPP
#define FEISHU_PREFLIGHT_TOOL_CATALOGUE_HPP

#include "company_rules.hpp"
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <string>

namespace preflight_tool {

/// All rules, one a line, under the names of their groups.
[[nodiscard]] std::string list_rules(feishu::helpdesk::language chosen);

/// What one rule demands, when it is violated, and what it is based on.
[[nodiscard]] std::string explain_rule(const feishu::helpdesk::rule& r,
                                       feishu::helpdesk::language chosen);

/// Says what a rule of a policy file demands.
[[nodiscard]] std::string explain_rule(const company_rule& r, feishu::helpdesk::language chosen);

}  // namespace preflight_tool

#endif
