#ifndef FEISHU_PREFLIGHT_TOOL_DRAFT_CONTEXT_HPP
#define FEISHU_PREFLIGHT_TOOL_DRAFT_CONTEXT_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>

/// How a draft is validated before bodies are merged with it: a GET response, or the bare notification.
namespace preflight_tool {

/// Returns the context to validate a draft with. A draft is what the server keeps, so only what cannot be
/// merged is an error: what else it lacks is validated after the merge. It may have objects around it.
[[nodiscard]] inline feishu::helpdesk::context draft_context() {
  using namespace feishu::helpdesk;
  context known{.mode = mode::partial};
  for (const rule& each : rules) {
    if (each.group == rule_group::combination || each.severity != severity::error) {
      known.policy.set(each, level::off);
    }
  }
  known.policy.set("no-known-field", level::off);
  return known;
}

/// Returns whether bodies can be merged with the draft that got this report.
[[nodiscard]] inline bool has_draft(const feishu::helpdesk::report& found) noexcept {
  return found.summary().well_formed && found.summary().present != 0;
}

}  // namespace preflight_tool

#endif
