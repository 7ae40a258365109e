#ifndef FEISHU_PREFLIGHT_TOOL_NEAREST_HPP
#define FEISHU_PREFLIGHT_TOOL_NEAREST_HPP

#include "company_rules.hpp"
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <string_view>
#include <vector>

namespace preflight_tool {

/// Returns the name that was probably meant; empty if none is near. By the library's measure for fields.
[[nodiscard]] inline std::string_view nearest(std::string_view written,
                                              const std::vector<std::string_view>& names) {
  std::vector<feishu::helpdesk::field_info> rows;
  rows.reserve(names.size());
  for (const std::string_view name : names) rows.push_back({.name = name});
  const feishu::helpdesk::object_info all{.kind = feishu::helpdesk::object_kind::user,
                                          .fields = rows};
  return feishu::helpdesk::detail::suggest(written, all).name;
}

/// Returns the ids of the library's rules, and of those that a policy file can add.
[[nodiscard]] inline std::vector<std::string_view> all_rule_ids() {
  std::vector<std::string_view> ids;
  for (const feishu::helpdesk::rule& each : feishu::helpdesk::rules) ids.push_back(each.id);
  for (const company_rule& each : company_rules) ids.push_back(each.id);
  return ids;
}

}  // namespace preflight_tool

#endif
