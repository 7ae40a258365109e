#ifndef FEISHU_PREFLIGHT_TOOL_ENVIRONMENT_HPP
#define FEISHU_PREFLIGHT_TOOL_ENVIRONMENT_HPP

#include <feishu/helpdesk/model/language.hpp>

/// What the environment says about the user and the terminal.
namespace preflight_tool::environment {

/// Returns the language of the user's locale for messages: the first of LC_ALL, LC_MESSAGES and LANG that
/// is set and not empty decides, as POSIX has it. English unless that begins with zh.
[[nodiscard]] feishu::helpdesk::language preferred_language();

/// Returns whether the user does not want color, or the terminal has none.
[[nodiscard]] bool refuses_color();

/// Returns whether the terminal cannot move its cursor.
[[nodiscard]] bool has_dumb_terminal();

}  // namespace preflight_tool::environment

#endif
