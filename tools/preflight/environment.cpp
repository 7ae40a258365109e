#include "environment.hpp"

#include <cstdlib>
#include <string_view>

namespace preflight_tool::environment {
namespace {

using feishu::helpdesk::language;

std::string_view value_of(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

language preferred_language() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = value_of(name);
    if (!locale.empty()) return locale.starts_with("zh") ? language::zh : language::en;
  }
  return language::en;
}

bool refuses_color() { return !value_of("NO_COLOR").empty() || has_dumb_terminal(); }

bool has_dumb_terminal() { return value_of("TERM") == "dumb"; }

}  // namespace preflight_tool::environment
