// What the exported schema of a mode must say of a body.

#ifndef FEISHU_HELPDESK_TESTS_SCHEMA_EXPECTATION_HPP
#define FEISHU_HELPDESK_TESTS_SCHEMA_EXPECTATION_HPP

#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace schema_test {

using namespace feishu::helpdesk;
namespace json = boost::json;

// The rules for which the schema must refuse a body; or why the two are not to be compared.
struct expected_refusal {
  std::set<std::string> for_rules{};
  std::string incomparable{};
};

class expectation {
 public:
  explicit expectation(mode m)
      : mode_(m),
        schema_(json_schema(m)),
        not_said_(read_admissions(schema_.at("x-not-expressed"))),
        partly_said_(read_admissions(schema_.at("x-partly-expressed"))) {}

  [[nodiscard]] const json::value& schema() const { return schema_; }

  // Whether the export admits not to say a rule at all.
  [[nodiscard]] bool does_not_say(std::string_view rule_id) const {
    return not_said_.contains(rule_id);
  }

  [[nodiscard]] expected_refusal of(const std::string& body) const {
    expected_refusal refusal;
    std::string admitted;
    bool has_values = true;
    preflight_into(
        [&](const diagnostic& d) {
          if (d.severity() != severity::error) return sink_action::proceed;
          const std::string id(d.rule().id);
          const auto limit = not_said_.find(id);
          has_values = limit == not_said_.end() || limit->second != "text";
          if (limit != not_said_.end() || (partly_said_.contains(id) && is_exception(d, body))) {
            admitted = id;
          } else {
            refusal.for_rules.insert(id);
          }
          return has_values ? sink_action::proceed : sink_action::stop;
        },
        body, {.mode = mode_});
    if (!has_values || (refusal.for_rules.empty() && !admitted.empty())) return {{}, admitted};
    json::error_code problem;
    json::parse(body, problem);
    if (problem) return {{}, "exponents beyond 32 bits, which Boost.JSON refuses"};
    return refusal;
  }

 private:
  // What the export admits: by rule, what it looks at.
  using admissions = std::map<std::string, std::string, std::less<>>;

  static admissions read_admissions(const json::value& list) {
    admissions all;
    for (const json::value& each : list.as_array()) {
      all.emplace(json::value_to<std::string>(each.at("rule")),
                  json::value_to<std::string>(each.at("checked-on")));
    }
    return all;
  }

  // Whether a value is one of the few for which the schema does not say a rule that it says: a number
  // that is an integer but for how it is written, or digits that are too many.
  static bool is_exception(const diagnostic& d, const std::string& body) {
    const message_args& more = d.args();
    if (more.actual == json_type::number && more.expected == json_type::integer) {
      const double number = std::strtod(body.c_str() + d.offset(), nullptr);
      return std::floor(number) == number;
    }
    if (d.rule().id != "timestamp-format") return false;
    const std::string_view text = std::string_view(body).substr(d.offset() + 1);
    const std::size_t end = text.find_first_not_of("0123456789");
    return end != text.npos && text[end] == '"';
  }

  mode mode_;
  json::value schema_;
  admissions not_said_;
  admissions partly_said_;
};

}  // namespace schema_test

#endif
