#ifndef FEISHU_PREFLIGHT_TOOL_COMPANY_POLICY_HPP
#define FEISHU_PREFLIGHT_TOOL_COMPANY_POLICY_HPP

#include "options.hpp"
#include "policy_reader.hpp"
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <deque>
#include <string>
#include <vector>

namespace preflight_tool {

/// A company's rules.
struct company_policy {
  feishu::helpdesk::policy severities{};        ///< of the library's rules
  std::vector<feishu::helpdesk::rule> rules{};  ///< the company's own
  std::deque<std::string> texts{};              ///< that the rules refer to
  bool requires_now = false;                    ///< bodies are validated only with --now
};

/// Returns the policy of these settings. The company's rules are in the order of the table; the options override
/// their severities, and those that are off are left out.
[[nodiscard]] company_policy make_policy(const policy_settings& settings, const options& chosen);

}  // namespace preflight_tool

#endif
