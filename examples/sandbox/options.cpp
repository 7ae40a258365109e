#include "options.hpp"

#include "limits.hpp"
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <set>
#include <string>

namespace sandbox {
namespace {

namespace helpdesk = feishu::helpdesk;

std::string all_limits() {
  const auto kilobytes = [](std::size_t bytes) { return std::to_string(bytes >> 10) + " KiB"; };
  const auto seconds = [](std::chrono::seconds s) { return std::to_string(s.count()) + " s"; };
  return "Limits: a body " + kilobytes(limits::body_bytes) + ", its header " +
         kilobytes(limits::header_bytes) + "; " + seconds(limits::request_time) +
         " for a request to arrive, and for its answer to be taken; " + seconds(limits::idle_time) +
         " without a request; " + std::to_string(limits::connections) +
         " connections, others wait; " + std::to_string(limits::drafts) + " drafts, " +
         kilobytes(limits::draft_bytes) + ", the oldest go.";
}

std::set<int> all_codes() {
  std::set<int> codes;
  for (const helpdesk::api_error& each : helpdesk::api_errors) codes.insert(each.code);
  return codes;
}

}  // namespace

std::optional<options> read_options(int argc, char** argv, int& exit_code) {
  constexpr int usage_error = 2;
  options chosen;
  std::optional<int> code;
  std::string language = "en";
  CLI::App app{
      "Answers on 127.0.0.1 as the Feishu service desk's notifications do, and messages nobody.\n"
      "Ends with SIGINT or SIGTERM."};
  app.name("sandbox");
  app.footer(all_limits());
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--port", chosen.port, "8154 is the default; 0 is any that is free")
      ->type_name("N");
  app.add_option("--status", chosen.answers.status,
                 "the status of the two notifications that are there from the start; 0, the "
                 "default, is a draft")
      ->type_name("N");
  app.add_option("--refuse", code, "answer every request with this code, to see what clients do")
      ->check(CLI::IsMember(all_codes()))
      ->type_name("");
  app.add_option("--language", language, "of advice and findings; en is the default")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error, std::cout, std::cerr) == 0 ? 0 : usage_error;
    return std::nullopt;
  }
  if (code) chosen.answers.refuse_all = helpdesk::find_api_error(*code);
  if (language == "zh") chosen.answers.language = feishu::helpdesk::language::zh;
  return chosen;
}

}  // namespace sandbox
