#ifndef FEISHU_PREFLIGHT_TOOL_DRAFT_HPP
#define FEISHU_PREFLIGHT_TOOL_DRAFT_HPP

#include "options.hpp"
#include <feishu/helpdesk/model/summary.hpp>

#include <optional>

namespace preflight_tool {

/// Reads the draft that the bodies are merged with: a GET response's envelope, or the bare notification.
/// Its own faults are told on standard error as the draft's. Nothing if it cannot be used, which was
/// explained then.
[[nodiscard]] std::optional<feishu::helpdesk::body_summary> read_draft(const options& chosen);

}  // namespace preflight_tool

#endif
