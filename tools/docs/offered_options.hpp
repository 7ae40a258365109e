#ifndef FEISHU_PREFLIGHT_DOCS_OFFERED_OPTIONS_HPP
#define FEISHU_PREFLIGHT_DOCS_OFFERED_OPTIONS_HPP

#include "tools/preflight/command_line.hpp"
#include "tools/preflight/options.hpp"
#include <feishu/helpdesk/model/rules.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace preflight_docs {

/// An option of the tool, as it is told to the parser.
struct offered_option {
  std::vector<std::string> names{};  // "-h", "--help"
  std::string description{};
  std::string takes{};               // FILE, RULE, a|b, …; empty: nothing
  std::vector<std::string> words{};  // all that it takes, where these are so many words
  std::vector<std::string> needs{};
  std::vector<std::string> excludes{};
  bool repeats = false;

  [[nodiscard]] bool takes_file() const { return takes == "FILE"; }
};

/// The tool's command line: what it is for, the files that it is given, and its options in their order.
struct offered_command {
  std::string description{};
  std::string files{};
  std::vector<offered_option> options{};
};

namespace detail {

inline std::vector<std::string> words_for(const std::string& takes) {
  std::vector<std::string> words;
  if (takes == "RULE") {
    for (const auto& each : feishu::helpdesk::rules) words.emplace_back(each.id);
  } else if (takes.find('|') != std::string::npos) {
    std::istringstream between(takes);
    for (std::string word; std::getline(between, word, '|');) words.push_back(word);
  }
  return words;
}

// The parser keeps them by their addresses: by name, they come in one order always.
inline std::vector<std::string> names_of(const std::set<CLI::Option*>& options) {
  std::vector<std::string> names;
  names.reserve(options.size());
  for (const CLI::Option* each : options) names.push_back(each->get_name());
  std::sort(names.begin(), names.end());
  return names;
}

inline offered_option described(const CLI::Option& option) {
  offered_option offered{.description = option.get_description()};
  for (const std::string& name : option.get_snames()) offered.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) offered.names.push_back("--" + name);
  if (option.get_items_expected_max() != 0) offered.takes = option.get_type_name();
  offered.words = words_for(offered.takes);
  offered.needs = names_of(option.get_needs());
  offered.excludes = names_of(option.get_excludes());
  offered.repeats = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  return offered;
}

}  // namespace detail

inline offered_command offered() {
  preflight_tool::options unused;
  CLI::App app;
  preflight_tool::define_options(app, unused);
  offered_command command{.description = app.get_description()};
  for (const CLI::Option* each : app.get_options()) {
    if (each->get_positional()) {
      command.files = each->get_description();
    } else {
      command.options.push_back(detail::described(*each));
    }
  }
  return command;
}

}  // namespace preflight_docs

#endif
