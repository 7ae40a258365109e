#ifndef FEISHU_PREFLIGHT_TOOL_REPLACE_FILE_HPP
#define FEISHU_PREFLIGHT_TOOL_REPLACE_FILE_HPP

#include <string>
#include <string_view>

namespace preflight_tool {

/// Writes a file anew, or replaces the file that there is, the target of a symbolic link included. Atomic:
/// whatever fails, the old file is whole, and so is the new one to whoever reads it. Keeps permissions.
/// False, with the reason on standard error, if it cannot; also if there is something else than a
/// regular file.
[[nodiscard]] bool replace_file(const std::string& file, std::string_view text);

}  // namespace preflight_tool

#endif
