#ifndef FEISHU_PREFLIGHT_TOOL_POLICY_FILE_HPP
#define FEISHU_PREFLIGHT_TOOL_POLICY_FILE_HPP

#include "options.hpp"
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <deque>
#include <optional>
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

/// Reads the policy that the options name, and applies the options to the rules in it. Nothing if the file
/// cannot be used: what is wrong, and where, is on standard error.
[[nodiscard]] std::optional<company_policy> read_policy(const options& chosen);

/// Returns whether bodies can be validated: false if the policy requires an option that is missing, which is on
/// standard error then.
[[nodiscard]] bool may_validate(const company_policy& company, const options& chosen);

}  // namespace preflight_tool

#endif
