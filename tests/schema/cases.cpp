// Writes what foreign validators are asked: every state, every golden body, and each member with
// values of every kind, in both modes, one a line: the rules that the exported schema must refuse it for, a tab, and {"mode", "name", "body"}.
//
// What the export admits not to say is left out, and counted on standard error. A rule that the
// export says, but no body breaks by itself, is a failure.

#include "tests/case_file.hpp"
#include "tests/oracle.hpp"
#include "tests/schema/single_values.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/context.hpp>
#include <feishu/helpdesk/fields.hpp>
#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/report.hpp>
#include <feishu/helpdesk/rules.hpp>

#include <boost/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

// What the export admits: by rule, what it looks at.
using admissions = std::map<std::string, std::string, std::less<>>;

admissions read_admissions(const json::value& list) {
  admissions all;
  for (const json::value& each : list.as_array()) {
    all.emplace(json::value_to<std::string>(each.at("rule")),
                json::value_to<std::string>(each.at("judged-on")));
  }
  return all;
}

// Whether a value is one of the few for which the schema does not say a rule that it says: a number
// that is an integer but for how it is written, or digits that are too many.
bool is_exception(const diagnostic& d, const std::string& body) {
  const parameters& more = d.details();
  if (more.actual == json_type::real && more.expected == json_type::integer) {
    const double number = std::strtod(body.c_str() + d.offset(), nullptr);
    return std::floor(number) == number;
  }
  const std::string_view text = std::string_view(body).substr(d.offset() + 1);
  return d.rule().id == "timestamp-format" && text[text.find_first_not_of("0123456789")] == '"';
}

class writer {
 public:
  explicit writer(mode m)
      : mode_(m),
        schema_(json_schema(m)),
        not_said_(read_admissions(schema_.at("x-not-expressed"))),
        partly_said_(read_admissions(schema_.at("x-partly-expressed"))) {}

  void write(const std::string& name, const std::string& body) {
    const std::optional<std::string> refused_for = rules_broken_by(body);
    if (!refused_for) return;
    ++compared_;
    ++alone_[*refused_for];
    std::cout << *refused_for << '\t'
              << json::object{{"mode", mode_name()}, {"name", name}, {"body", body}} << '\n';
  }

  // Returns whether every rule was met by itself.
  bool finish() const {
    std::cerr << mode_name() << ": " << compared_ << " bodies, " << alone_.find("")->second
              << " of them legal; not compared:";
    for (const auto& [why, count] : left_out_) std::cerr << ' ' << count << ' ' << why << ';';
    std::cerr << '\n';
    bool all_met = true;
    for (const rule& each : rules) {
      if (each.severity != severity::error || not_said_.contains(each.id)) continue;
      if (alone_.contains(std::string(each.id))) continue;
      std::cerr << "no body breaks " << each.id << " alone\n";
      all_met = false;
    }
    return all_met;
  }

 private:
  [[nodiscard]] std::string_view mode_name() const {
    return mode_ == mode::complete ? "complete" : "partial";
  }

  // The rules that the schema says, separated by blanks; nothing if the body cannot be compared.
  std::optional<std::string> rules_broken_by(const std::string& body) {
    std::set<std::string> refused_for;
    std::string left_out;
    for (const diagnostic& each : preflight(body, {.mode = mode_})) {
      if (each.severity() != severity::error) continue;
      const std::string id(each.rule().id);
      const auto admitted = not_said_.find(id);
      if (admitted != not_said_.end() && admitted->second == "text") return leave_out(id);
      if (admitted != not_said_.end() || (partly_said_.contains(id) && is_exception(each, body))) {
        left_out = id;
      } else {
        refused_for.insert(id);
      }
    }
    if (refused_for.empty() && !left_out.empty()) return leave_out(left_out);
    json::error_code problem;
    json::parse(body, problem);
    if (problem) return leave_out("exponents beyond a double, which Boost.JSON refuses");
    std::string ids;
    for (const std::string& each : refused_for) ids += (ids.empty() ? "" : " ") + each;
    return ids;
  }

  std::nullopt_t leave_out(const std::string& why) {
    ++left_out_[why];
    return std::nullopt;
  }

  mode mode_;
  json::value schema_;
  admissions not_said_;
  admissions partly_said_;
  std::size_t compared_ = 0;
  std::map<std::string, std::size_t> left_out_{};
  std::map<std::string, std::size_t> alone_{};
};

}  // namespace

int main() try {
  bool all_met = true;
  for (const mode m : {mode::complete, mode::partial}) {
    writer out(m);
    for (const oracle::state& each : oracle::all_states()) out.write("state", body_of(each));
    for (const golden::test_case& each : golden::all_cases()) out.write(each.name, each.body);
    single_values::for_each_body([&](const std::string& body) { out.write("one value", body); });
    all_met = out.finish() && all_met;
  }
  return std::cout.flush() && all_met ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
