#ifndef FEISHU_PREFLIGHT_TOOL_COMMAND_LINE_HPP
#define FEISHU_PREFLIGHT_TOOL_COMMAND_LINE_HPP

#include "options.hpp"

#include <CLI/App.hpp>

#include <string_view>

namespace preflight_tool {

struct exit_status {
  int code;
  std::string_view meaning;
};
inline constexpr exit_status exit_statuses[] = {
    {0, "no errors"}, {1, "errors found"}, {2, "usage or I/O error"}};

/// Tells `app` every option, with its words; what is parsed is written to `chosen`. The help, the
/// manual page and the shells' completions say what stands here, and nothing else.
///
/// An option's type name says what it takes: FILE, RULE, one of several words with | between them,
/// or else anything.
void define_options(CLI::App& app, options& chosen);

}  // namespace preflight_tool

#endif
