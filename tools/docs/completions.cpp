// Prints what a shell needs to complete the tool's command line: `completions bash|zsh|fish`. What can be
// completed comes from what the tool tells its parser.

#include "tools/docs/offered_options.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using preflight_docs::offered_command;
using preflight_docs::offered_option;

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& each : words) {
    if (!text.empty()) text += separator;
    text += each;
  }
  return text;
}

// With a backslash before each of these characters.
std::string escaped(const std::string& text, std::string_view characters) {
  std::string result;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// In single quotes, as sh and zsh read them.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

std::string bash_action(const offered_option& option) {
  if (option.takes_file()) return "_preflight_files";
  if (option.words.empty()) return "COMPREPLY=()";
  return "COMPREPLY=($(compgen -W '" + joined(option.words, " ") + "' -- \"$word\"))";
}

std::string for_bash(const offered_command& command) {
  std::vector<std::string> names;
  std::vector<std::pair<std::string, std::vector<std::string>>> actions;  // and after which options
  for (const offered_option& each : command.options) {
    names.insert(names.end(), each.names.begin(), each.names.end());
    if (each.takes.empty()) continue;
    const std::string action = bash_action(each);
    auto found = std::find_if(actions.begin(), actions.end(),
                              [&](const auto& known) { return known.first == action; });
    if (found == actions.end()) found = actions.insert(found, {action, {}});
    found->second.insert(found->second.end(), each.names.begin(), each.names.end());
  }
  std::string cases;
  for (const auto& [action, after] : actions) {
    cases += "    " + joined(after, " | ") + ")\n      " + action + " ;;\n";
  }
  return R"(# Completes the command line of preflight in bash 4 or newer, if it is sourced.
# Generated from the tool's options: ./bazelw run //docs:write

_preflight_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}

_preflight() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # To bash, --option=value is three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
)" + cases +
         "    *)\n"
         "      if [[ $word == -* ]]; then\n"
         "        COMPREPLY=($(compgen -W '" +
         joined(names, " ") +
         "' -- \"$word\"))\n"
         "      else\n"
         "        _preflight_files\n"
         "      fi ;;\n"
         "  esac\n"
         "}\n\n"
         "complete -F _preflight preflight\n";
}

std::string for_zsh(const offered_command& command) {
  std::string arguments;
  for (const offered_option& each : command.options) {
    std::string action;
    if (!each.takes.empty()) {
      const bool is_name = each.words.empty() || each.takes == "RULE";
      action = ":" + (is_name ? each.takes : each.names.back().substr(2)) + ":";
      if (each.takes_file()) {
        action += "_files";
      } else if (!each.words.empty()) {
        action += "(" + joined(each.words, " ") + ")";
      }
    }
    const std::string description = "[" + escaped(each.description, "[]:\\") + "]";
    for (const std::string& name : each.names) {
      // Who asks for one of two that exclude each other is not offered the other.
      std::vector<std::string> instead = each.excludes;
      if (!each.repeats && each.names.size() > 1) {
        instead.insert(instead.end(), each.names.begin(), each.names.end());
      }
      std::string before = instead.empty() ? "" : "(" + joined(instead, " ") + ")";
      if (each.repeats) before += "*";
      const std::string equals = each.takes.empty() ? "" : "=";
      const std::string& specification =
          before.append(name).append(equals).append(description).append(action);
      arguments.append("  ").append(quoted(specification)).append(" \\\n");
    }
  }
  return "#compdef preflight\n"
         "# Completes the command line of preflight in zsh, from a directory of $fpath.\n"
         "# Generated from the tool's options: ./bazelw run //docs:write\n\n"
         "_arguments -s -S \\\n" +
         arguments + "  '*:FILE:_files'\n";
}

std::string for_fish(const offered_command& command) {
  std::string text =
      "# Completes the command line of preflight in fish, from a directory of "
      "$fish_complete_path.\n"
      "# Generated from the tool's options: ./bazelw run //docs:write\n\n";
  for (const offered_option& each : command.options) {
    text += "complete -c preflight";
    for (const std::string& name : each.names) {
      text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (each.takes_file()) {
      text += " -r -F";
    } else if (!each.takes.empty()) {
      text += " -x";
    }
    if (!each.words.empty()) text += " -a '" + joined(each.words, " ") + "'";
    text += " -d '" + escaped(each.description, "\\'") + "'\n";
  }
  return text;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): a failure is to end it, loudly
int main(int argc, char** argv) {
  const std::string_view shell = argc == 2 ? argv[1] : "";
  const offered_command command = preflight_docs::offered();
  std::string text;
  if (shell == "bash") text = for_bash(command);
  if (shell == "zsh") text = for_zsh(command);
  if (shell == "fish") text = for_fish(command);
  if (text.empty()) {
    std::fputs("usage: completions bash|zsh|fish\n", stderr);
    return 2;
  }
  return std::fputs(text.c_str(), stdout) < 0 ? 1 : 0;
}
