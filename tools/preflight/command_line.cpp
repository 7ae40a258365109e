#include "command_line.hpp"

#include "company_rules.hpp"
#include "nearest.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>
#include <feishu/helpdesk/version.hpp>

#include <CLI/CLI.hpp>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

// The id of a rule of the library or of a policy file, or a complaint.
std::string check_rule(const std::string& id) {
  if (find_rule(id) != nullptr || find_company_rule(id) != nullptr) return {};
  const std::string_view meant = nearest(id, all_rule_ids());
  return "unknown rule '" + id + "'" +
         (meant.empty() ? " (--rules lists all rules)"
                        : ": did you mean '" + std::string(meant) + "'?");
}

// A time in milliseconds, or now. Refuses what looks like seconds: 100 billion milliseconds are in 1973.
std::string read_time(const std::string& word, std::optional<std::int64_t>& to) {
  constexpr std::int64_t least_milliseconds = 100'000'000'000;
  if (word == "now") {
    to = feishu::helpdesk::timestamp(std::chrono::system_clock::now()).milliseconds();
    return {};
  }
  std::int64_t value = 0;
  const char* const end = word.data() + word.size();
  const auto [stop, failure] = std::from_chars(word.data(), end, value);
  if (failure != std::errc() || stop != end) {
    return "'" + word + "' is not a time (expected milliseconds since 1970, or now)";
  }
  if (value > 0 && value < least_milliseconds) {
    return "'" + word + "' looks like seconds; expected milliseconds since 1970";
  }
  to = value;
  return {};
}

CLI::Option* add_time(CLI::App& app, const char* name, std::optional<std::int64_t>& target,
                      const std::string& description) {
  const auto read = [&target, name](const std::string& word) {
    const std::string complaint = read_time(word, target);
    if (!complaint.empty()) throw CLI::ValidationError(name, complaint);
  };
  return app.add_option_function<std::string>(name, read, description);
}

template <class Value>
using choices = std::vector<std::pair<std::string, Value>>;

template <class Value>
std::string words_of(const choices<Value>& all, const char* separator) {
  std::string words;
  for (const auto& choice : all) words += (words.empty() ? "" : separator) + choice.first;
  return words;
}

// An option that takes one of a few words.
template <class Value>
void add_choice(CLI::App& app, const char* name, Value& target, const choices<Value>& of,
                const std::string& description) {
  const auto choose = [&target, of, name](const std::string& word) {
    for (const auto& [each, value] : of) {
      if (each != word) continue;
      target = value;
      return;
    }
    throw CLI::ConversionError(std::string(name) + ": invalid value '" + word + "' (choose from " +
                               words_of(of, ", ") + ')');
  };
  app.add_option_function<std::string>(name, choose, description)->type_name(words_of(of, "|"));
}

template <class Integer>
Integer& value_in(Integer& target) {
  return target;
}
template <class Integer>
Integer& value_in(std::optional<Integer>& target) {
  return target.emplace();
}

// An option that takes a decimal integer; CLI11's own would read leading zeros as octal.
template <class Target>
CLI::Option* add_number(CLI::App& app, const char* name, Target& target,
                        const std::string& description) {
  const auto read = [&target, name](const std::string& text) {
    auto& value = value_in(target);
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_integer =
        failure != std::errc::invalid_argument && end == text.data() + text.size();
    if (is_integer && failure == std::errc()) return;
    throw CLI::ConversionError(std::string(name) + ": '" + text + "' is " +
                               (is_integer ? "out of range" : "not an integer"));
  };
  return app.add_option_function<std::string>(name, read, description);
}

std::string statuses() {
  std::string text;
  for (const exit_status& each : exit_statuses) {
    text += (text.empty() ? "Exit code " : "; ") + std::to_string(each.code) + ": " +
            std::string(each.meaning);
  }
  return text + '.';
}

}  // namespace

void define_options(CLI::App& app, options& chosen) {
  app.name("preflight");
  app.description(
      "Validates request bodies for the Feishu service desk's \"update notification\" before you "
      "send them.");
  app.footer(statuses());
  app.allow_windows_style_options(false);  // "/x" is the name of a file, on Windows too
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_help_flag("-h,--help", "print this help and exit");
  app.set_version_flag("--version", "preflight " FEISHU_HELPDESK_VERSION)
      ->description("print the version and exit");

  app.add_option("FILE", chosen.files,
                 "files with JSON bodies; '-' or no FILE reads standard input")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("");
  add_choice<format>(
      app, "--format", chosen.format,
      {{"text", format::text},
       {"json", format::json},
       {"problem", format::problem},
       {"sarif", format::sarif}},
      "output format (default: text); json and problem (RFC 9457) print one object per body, on "
      "one line; sarif (2.1.0) prints one log");
  add_choice<feishu::helpdesk::mode>(
      app, "--mode", chosen.mode, {{"complete", mode::complete}, {"partial", mode::partial}},
      "complete (default): the body is a whole notification; partial: it changes part of a draft");
  app.add_option("--draft", chosen.draft,
                 "the current draft, to merge each body with in either --mode: a GET response or "
                 "the notification itself")
      ->type_name("FILE");
  app.add_option("--user-id-type", chosen.user_id_type, "the request's query parameter")
      ->type_name("TYPE");
  app.add_option("--notification-id", chosen.notification_id, "the id in the request's path")
      ->type_name("ID");
  add_number(app, "--status", chosen.status, "current status of the push (0: draft)")
      ->type_name("N");
  add_time(app, "--now", chosen.now_ms,
           "current time in milliseconds since 1970, or now for the system clock")
      ->type_name("MS|now");
  CLI::Option* lines =
      app.add_flag("--lines", chosen.lines,
                   "validate one body per line (NDJSON), skipping lines of whitespace; the text "
                   "report omits repairs and recipients; lines of 16 MiB or more are not quoted");
  add_number(app, "--jobs", chosen.jobs, "number of worker threads, 1-256 (default: 1)")
      ->check(CLI::Range(1, 256).description(""))
      ->needs(lines)
      ->type_name("N");
  add_choice<feishu::helpdesk::language>(app, "--language", chosen.language,
                                         {{"en", language::en}, {"zh", language::zh}},
                                         "language of the messages (default: from LC_ALL, "
                                         "LC_MESSAGES or LANG, otherwise en)");
  app.add_flag("--verbose", chosen.verbose,
               "report each note on its own line, and list all repairs");
  app.add_flag("--warnings-as-errors", chosen.warnings_as_errors, "treat warnings as errors");
  app.add_option("--policy", chosen.policy,
                 "JSON file with severities and company rules; other options override it")
      ->type_name("FILE");
  app.add_option("--disable", chosen.disabled, "disable a rule (repeatable)")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)  // a file may follow
      ->check(check_rule)
      ->type_name("RULE");
  app.add_option("--explain", chosen.explain, "show what a rule requires and where it comes from")
      ->check(check_rule)
      ->type_name("RULE");
  app.add_flag("--rules", chosen.list_rules,
               "list all rules, with the severities and rules of --policy");
  CLI::Option* fix = app.add_flag(
      "--fix", chosen.fix,
      "write the fixed body of exactly one file to standard output, or nothing if an error needs a "
      "decision; the report goes to standard error; cannot be combined with --format sarif");
  fix->excludes(lines);
  app.add_flag("--diff", chosen.diff, "show what --fix changed as a unified diff on standard error")
      ->needs(fix);
  CLI::Option* in_place = app.add_flag("--in-place", chosen.in_place,
                                       "replace each FILE with its fixed body; a file with errors "
                                       "that need a decision is not changed");
  in_place->needs(fix);
  app.add_option("--output", chosen.output,
                 "write the fixed body to this file instead of standard output; nothing is written "
                 "if an error needs a decision")
      ->needs(fix)
      ->excludes(in_place)
      ->type_name("FILE");
  app.add_flag("--schema", chosen.print_schema, "print the rules of --mode as a JSON Schema");
  app.add_flag("--card-schema", chosen.print_card_schema,
               "print what a card is made of as a JSON Schema");
  app.add_flag("--openapi", chosen.print_openapi, "print the endpoint as an OpenAPI document");
}

}  // namespace preflight_tool
