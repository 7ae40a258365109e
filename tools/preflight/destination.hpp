#ifndef FEISHU_PREFLIGHT_TOOL_DESTINATION_HPP
#define FEISHU_PREFLIGHT_TOOL_DESTINATION_HPP

#include "files.hpp"
#include "options.hpp"
#include <feishu/helpdesk/repair/fix.hpp>

#include <string>

namespace preflight_tool {

/// Returns whether what the user wants can be written without the loss of what is read from `source`, of
/// the draft or of the policy. If not, the reason is on standard error.
[[nodiscard]] bool may_write(const options& chosen, const std::string& file, const input& source);

/// Returns whether a fixed body goes to a file, and not to standard output.
[[nodiscard]] bool writes_file(const options& chosen);

/// Writes a fixed body to the file that the user wants; `file` was read. Leaves a file alone that would be
/// replaced by itself. False, with the reason on standard error, if it cannot.
[[nodiscard]] bool write_fixed(const options& chosen, const std::string& file,
                               const feishu::helpdesk::fix_result& fixed);

}  // namespace preflight_tool

#endif
