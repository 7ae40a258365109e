#include "options.hpp"

#include "command_line.hpp"
#include "environment.hpp"
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

constexpr int usage_error = 2;

// Whether two files are to be read from standard input.
bool reads_input_twice(const options& chosen) {
  std::size_t readers = (chosen.draft == "-" ? 1 : 0) + (chosen.policy == "-" ? 1 : 0);
  readers += chosen.files.empty() ? 1 : 0;
  for (const std::string& file : chosen.files) readers += file == "-" ? 1 : 0;
  return readers > 1;
}

// The option that prints text about the tool and reads no body; null if there is none.
const char* informational_option(const options& chosen) {
  if (chosen.list_rules) return "--rules";
  if (chosen.explain) return "--explain";
  if (chosen.print_schema) return "--schema";
  if (chosen.print_card_schema) return "--card-schema";
  if (chosen.print_openapi) return "--openapi";
  return nullptr;
}

// Why a body cannot be fixed with these options; empty if it can.
std::string find_fix_conflict(const options& chosen) {
  if (chosen.format == format::sarif) return "--fix cannot be combined with --format sarif";
  const bool reads_input =
      chosen.files.empty() || std::ranges::find(chosen.files, "-") != chosen.files.end();
  if (chosen.in_place && reads_input) {
    return "--in-place cannot change standard input: name a file, or leave out --in-place";
  }
  if (chosen.files.size() > 1 && !chosen.in_place) {
    return std::string(chosen.output ? "--output" : "--fix") +
           " takes exactly one file: use --in-place to fix several";
  }
  return {};
}

// Why the options do not fit together; empty if they do.
std::string find_conflict(const options& chosen) {
  const char* const informational = informational_option(chosen);
  if (informational != nullptr) {
    const bool uses_policy = chosen.list_rules || chosen.explain;
    const std::string file = !chosen.files.empty()           ? chosen.files.front()
                             : chosen.draft                  ? "--draft"
                             : chosen.policy && !uses_policy ? "--policy"
                                                             : "";
    if (file.empty()) return {};
    return std::string(informational) + " does not read " + (uses_policy ? "bodies" : "files") +
           ": leave out " + sanitize_for_terminal(file);
  }
  if (chosen.fix) {
    if (const std::string conflict = find_fix_conflict(chosen); !conflict.empty()) return conflict;
  }
  if (reads_input_twice(chosen)) {
    return "only one of the bodies, the draft and the policy can come from standard input";
  }
  return {};
}

}  // namespace

level options::level_of(std::string_view rule, level base) const {
  if (std::ranges::find(disabled, rule) != disabled.end()) return level::off;
  return warnings_as_errors && base == level::warning ? level::error : base;
}

context options::context(const feishu::helpdesk::policy& severities) const {
  feishu::helpdesk::context known;
  known.mode = mode;
  if (user_id_type) known.user_id_type = *user_id_type;
  if (notification_id) known.notification_id = *notification_id;
  known.current_status = status;
  known.now = now_ms;
  for (std::size_t i = 0; i < std::size(rules); ++i) {
    known.policy.set(rules[i], level_of(rules[i].id, severities.of(rules[i], i)));
  }
  return known;
}

std::optional<options> read_options(std::vector<std::string> arguments, int& exit_code) {
  options chosen;
  chosen.language = environment::preferred_language();
  CLI::App app;
  define_options(app, chosen);
  try {
    // CLI11 takes them from the back, without the program's name.
    std::ranges::reverse(arguments);
    if (!arguments.empty()) arguments.pop_back();
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error, std::cout, std::cerr) == 0 ? 0 : usage_error;
    return std::nullopt;
  }
  if (const std::string conflict = find_conflict(chosen); !conflict.empty()) {
    std::cerr << conflict << '\n';
    exit_code = usage_error;
    return std::nullopt;
  }
  return chosen;
}

}  // namespace preflight_tool
