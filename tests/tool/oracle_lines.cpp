// Writes a body for every state of the oracle, one a line, and reads what the tool says of them:
//
//     oracle_lines bodies MODE    the bodies, to standard output
//     oracle_lines check MODE     the tool's lines, from standard input
//
// MODE is complete or partial. The exit code is 1, and the first differences are told, where tool and
// oracle disagree or a line is missing or one too many.

#include "tests/oracle.hpp"
#include "tests/states.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

namespace json = boost::json;

// Rule, severity and path.
using finding = std::tuple<std::string, std::string, std::string>;

std::vector<finding> expected_of(const oracle::state& s, oracle::mode m) {
  std::vector<finding> list;
  for (const auto& [rule, severity, path] : oracle::validate(s, m))
    list.emplace_back(rule, severity, path);
  std::ranges::sort(list);
  return list;
}

std::vector<finding> findings_in(const json::value& rule_evaluator) {
  std::vector<finding> list;
  for (const json::value& each : rule_evaluator.at("diagnostics").as_array()) {
    const auto text = [&](const char* name) { return json::value_to<std::string>(each.at(name)); };
    list.emplace_back(text("rule"), text("severity"), text("path"));
  }
  std::ranges::sort(list);
  return list;
}

std::size_t count_of(const std::vector<finding>& list, std::string_view severity) {
  return static_cast<std::size_t>(std::ranges::count_if(
      list, [&](const finding& each) { return std::get<1>(each) == severity; }));
}

// Whether every diagnostic stands in this line of the file.
bool all_stand_in_line(const json::value& rule_evaluator, std::size_t line) {
  return std::ranges::all_of(
      rule_evaluator.at("diagnostics").as_array(),
      [&](const json::value& each) { return each.at("line").to_number<std::size_t>() == line; });
}

// What is wrong with the tool's line about a state; empty if nothing is.
std::string difference(const std::string& line, std::size_t number,
                       const std::vector<finding>& expected) {
  const json::value rule_evaluator = json::parse(line);
  if (findings_in(rule_evaluator) != expected) return "other findings";
  if (rule_evaluator.at("errors").to_number<std::size_t>() != count_of(expected, "error") ||
      rule_evaluator.at("warnings").to_number<std::size_t>() != count_of(expected, "warning") ||
      rule_evaluator.at("notes").to_number<std::size_t>() != 0) {
    return "wrong counts";
  }
  if (rule_evaluator.at("ok").as_bool() != (count_of(expected, "error") == 0))
    return "wrong result";
  if (!all_stand_in_line(rule_evaluator, number)) return "wrong line";
  return {};
}

int write_bodies() {
  for (const oracle::state& each : oracle::all_states()) std::cout << body_of(each) << '\n';
  return std::cout.flush() ? 0 : 1;
}

int check(oracle::mode m) {
  constexpr std::size_t told_at_most = 10;
  std::size_t differences = 0;
  std::size_t number = 0;
  std::string line;
  const auto tell = [&](const std::string& what) {
    if (++differences <= told_at_most) std::cerr << "line " << number << ": " << what << '\n';
  };
  for (const oracle::state& each : oracle::all_states()) {
    ++number;
    if (!std::getline(std::cin, line)) {
      tell("missing, and all after it");
      return 1;
    }
    const std::vector<finding> expected = expected_of(each, m);
    const std::string wrong = difference(line, number, expected);
    if (wrong.empty()) continue;
    tell(wrong + "\n  body:   " + body_of(each) + "\n  tool:   " + line);
    for (const auto& [rule, severity, path] : expected) {
      if (differences <= told_at_most)
        std::cerr << "  oracle: " << severity << ' ' << rule << ' ' << path << '\n';
    }
  }
  if (std::getline(std::cin, line)) tell("a line follows after the last: " + line);
  std::cerr << number << " states, " << differences << " differences\n";
  return differences == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  const bool has_mode =
      arguments.size() == 2 && (arguments[1] == "complete" || arguments[1] == "partial");
  if (has_mode && arguments[0] == "bodies") return write_bodies();
  if (has_mode && arguments[0] == "check") {
    return check(arguments[1] == "complete" ? oracle::mode::complete : oracle::mode::partial);
  }
  std::cerr << "usage: oracle_lines bodies|check complete|partial\n";
  return 2;
} catch (const std::exception& problem) {
  std::cerr << "this is not what the tool prints: " << problem.what() << '\n';
  return 1;
}
