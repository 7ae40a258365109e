// Writes what foreign validators are asked: every state, every golden body, and each field with
// values of every kind, in both modes, one a line: the rules that the exported schema must refuse it for, a tab, and {"mode", "name", "body"}.
//
// What the export admits not to say is left out, and counted on standard error. A rule that the
// export says, but no body breaks by itself, is a failure.

#include "tests/case_file.hpp"
#include "tests/oracle.hpp"
#include "tests/schema/expectation.hpp"
#include "tests/schema/single_values.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <boost/json.hpp>

#include <cstddef>
#include <exception>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

class writer {
 public:
  explicit writer(mode m) : mode_(m), expected_(m) {}

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
      if (each.severity != severity::error || expected_.does_not_say(each.id)) continue;
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
    const schema_test::expected_refusal refusal = expected_.of(body);
    if (!refusal.incomparable.empty()) {
      ++left_out_[refusal.incomparable];
      return std::nullopt;
    }
    std::string ids;
    for (const std::string& each : refusal.for_rules) ids += (ids.empty() ? "" : " ") + each;
    return ids;
  }

  mode mode_;
  schema_test::expectation expected_;
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
