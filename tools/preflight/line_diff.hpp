#ifndef FEISHU_PREFLIGHT_TOOL_LINE_DIFF_HPP
#define FEISHU_PREFLIGHT_TOOL_LINE_DIFF_HPP

#include <feishu/helpdesk/repair/text_edit.hpp>

#include <span>
#include <string>
#include <string_view>

namespace preflight_tool {

/// Who reads a diff: `patch` needs every byte, a terminal must not obey what a line contains.
enum class diff_reader { program, terminal };

/// Returns what the edits do to the lines of a text, as `diff -u` prints it: with three lines of context,
/// and a file of this name. Empty if they change nothing. The edits are in order and do not overlap. Linear
/// in the size of the text and the edits: nothing is compared but the lines that are edited.
[[nodiscard]] std::string unified_diff(std::string_view before,
                                       std::span<const feishu::helpdesk::text_edit> edits,
                                       std::string_view name, diff_reader reader);

}  // namespace preflight_tool

#endif
