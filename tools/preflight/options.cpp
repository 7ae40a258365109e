#include "options.hpp"

#include <feishu/helpdesk/rules.hpp>

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <system_error>
#include <utility>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

constexpr int usage_error = 2;

// A rule's id, or a complaint.
std::string check_rule(const std::string& id) {
  if (find_rule(id) != nullptr) return {};
  return "there is no rule '" + id + "'; --rules lists all of them";
}

template <class Value>
using choices = std::vector<std::pair<std::string, Value>>;

// An option that takes one of a few words.
template <class Value>
void add_choice(CLI::App& app, const char* name, Value& target, const choices<Value>& of,
                const std::string& description) {
  std::vector<std::string> words;
  for (const auto& choice : of) words.push_back(choice.first);
  const auto choose = [&target, of](const std::string& word) {
    for (const auto& [each, value] : of) {
      if (each == word) target = value;
    }
  };
  app.add_option_function<std::string>(name, choose, description)
      ->check(CLI::IsMember(words))
      ->type_name("");
}

// An option that takes a decimal integer; CLI11's own would read leading zeros as octal.
template <class Integer>
CLI::Option* add_number(CLI::App& app, const char* name, std::optional<Integer>& target,
                        const std::string& description) {
  const auto read = [&target, name](const std::string& text) {
    Integer value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size()) {
      throw CLI::ConversionError(std::string(name) + ": '" + text + "' is no such number");
    }
    target = value;
  };
  return app.add_option_function<std::string>(name, read, description);
}

// Whether two are to be read from standard input.
bool reads_input_twice(const options& chosen) {
  std::size_t readers = chosen.draft == "-" ? 1 : 0;
  readers += chosen.files.empty() ? 1 : 0;
  for (const std::string& file : chosen.files) readers += file == "-" ? 1 : 0;
  return readers > 1;
}

}  // namespace

context options::context() const {
  feishu::helpdesk::context known;
  known.mode = mode;
  if (user_id_type) known.user_id_type = *user_id_type;
  if (notification_id) known.notification_id = *notification_id;
  known.current_status = status;
  known.now_ms = now_ms;
  for (const rule& each : rules) {
    if (warnings_as_errors && each.severity == severity::warning) {
      known.policy.set(each, level::error);
    }
  }
  for (const std::string& id : silenced) known.policy.set(*find_rule(id), level::silent);
  return known;
}

std::optional<options> read_options(int argc, char** argv, int& exit_code) {
  options chosen;
  std::optional<std::size_t> jobs;
  CLI::App app{
      "Judges bodies of the Feishu service desk's \"update notification\" before they are sent.\n"
      "Exit code 0: no error found; 1: some body has an error; 2: the tool could not do its job."};
  app.name("preflight");
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);

  app.add_option("FILE", chosen.files, "JSON bodies; '-' or nothing is standard input")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_choice<format>(
      app, "--format", chosen.format,
      {{"text", format::text},
       {"json", format::json},
       {"problem", format::problem},
       {"sarif", format::sarif}},
      "text is the default; json and problem (RFC 9457) print one object a body, on a "
      "line; sarif (2.1.0) prints one log");
  add_choice<feishu::helpdesk::mode>(
      app, "--mode", chosen.mode, {{"complete", mode::complete}, {"partial", mode::partial}},
      "complete, the default: the body stands alone; partial: it changes part of a draft");
  app.add_option(
         "--draft", chosen.draft,
         "the current draft, to merge each body with: a GET reply, or the bare notification")
      ->type_name("FILE");
  app.add_option("--user-id-type", chosen.user_id_type, "the request's query parameter")
      ->type_name("TYPE");
  app.add_option("--notification-id", chosen.notification_id, "the id in the request's path")
      ->type_name("ID");
  add_number(app, "--status", chosen.status, "the push's current status; 0 is a draft")
      ->type_name("N");
  add_number(app, "--now", chosen.now_ms, "the present time, in milliseconds since 1970")
      ->type_name("MS");
  CLI::Option* lines = app.add_flag(
      "--lines", chosen.lines,
      "one body on each line that is not empty (NDJSON); lines of 16 MiB or more are not quoted");
  add_number(app, "--jobs", jobs, "judge lines on so many cores, 1 to 256; 1 is the default")
      ->check(CLI::Range(1, 256))
      ->needs(lines)
      ->type_name("N");
  add_choice<feishu::helpdesk::language>(app, "--language", chosen.language,
                                         {{"en", language::en}, {"zh", language::zh}},
                                         "en is the default");
  app.add_flag("--verbose", chosen.verbose, "one line for each note, not one for all of a rule");
  app.add_flag("--warnings-as-errors", chosen.warnings_as_errors, "count warnings as errors");
  app.add_option("--silence", chosen.silenced, "leave a rule out; may be given several times")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)  // a file may follow
      ->check(check_rule)
      ->type_name("RULE");
  app.add_option("--explain", chosen.explain, "say what a rule demands, and why")
      ->check(check_rule)
      ->type_name("RULE");
  app.add_flag("--rules", chosen.list_rules, "list all rules");
  app.add_flag(
         "--fix", chosen.fix,
         "write the one body without its errors to standard output, if that needs no decision of "
         "its author's; the report goes to standard error")
      ->excludes(lines);
  app.add_flag("--schema", chosen.print_schema, "print the rules of --mode as a JSON Schema");
  app.add_flag("--openapi", chosen.print_openapi, "print the endpoint as an OpenAPI document");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error, std::cout, std::cerr) == 0 ? 0 : usage_error;
    return std::nullopt;
  }
  chosen.jobs = jobs.value_or(1);
  if (chosen.fix && (chosen.files.size() > 1 || chosen.format == format::sarif)) {
    std::cerr << "--fix takes one body, and tells no SARIF\n";
    exit_code = usage_error;
    return std::nullopt;
  }
  if (reads_input_twice(chosen)) {
    std::cerr << "only one of the bodies and the draft can come from standard input\n";
    exit_code = usage_error;
    return std::nullopt;
  }
  return chosen;
}

}  // namespace preflight_tool
