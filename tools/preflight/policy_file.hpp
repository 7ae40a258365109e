#ifndef FEISHU_PREFLIGHT_TOOL_POLICY_FILE_HPP
#define FEISHU_PREFLIGHT_TOOL_POLICY_FILE_HPP

#include "company_policy.hpp"
#include "options.hpp"

#include <optional>

namespace preflight_tool {

/// Reads the policy that the options name, and applies the options to the rules in it. Nothing if the file
/// cannot be used: what is wrong, and where, is on standard error.
[[nodiscard]] std::optional<company_policy> read_policy(const options& chosen);

/// Returns whether bodies can be validated: false if the policy requires an option that is missing, which is on
/// standard error then.
[[nodiscard]] bool may_validate(const company_policy& company, const options& chosen);

}  // namespace preflight_tool

#endif
