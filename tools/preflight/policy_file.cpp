#include "policy_file.hpp"

#include "body.hpp"
#include "files.hpp"
#include "policy_reader.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json/error.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/value.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

// The report on the syntax of a text, whatever its value is.
report check_syntax(std::string_view text) {
  context known{.mode = mode::partial};
  for (const rule& each : rules) known.policy.set(each, level::off);
  known.policy.set("json-syntax", level::error);
  return validate_body(text, known);
}

void explain(const options& chosen, const localized_text& what, const std::string& more) {
  const bool chinese = chosen.language == language::zh;
  std::fprintf(stderr, "%s%s%s\n%s", chinese ? "preflight：策略 " : "preflight: the policy ",
               sanitize_for_terminal(*chosen.policy).c_str(),
               std::string(what.in(chosen.language)).c_str(), more.c_str());
}

std::string describe_faults(const std::vector<policy_fault>& faults, const std::string& name,
                            std::string_view text, language chosen) {
  const detail::in_language say{chosen};
  line_counter positions(text);
  std::string told;
  for (const policy_fault& each : faults) {
    const position at = positions.at(each.offset);
    const std::string place =
        name + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ": " +
        (each.path.empty() ? "" : each.path + ": ") + say("error: ", "错误：");
    told += sanitize_for_terminal(place + each.message) + '\n';
  }
  return told;
}

}  // namespace

std::optional<company_policy> read_policy(const options& chosen) {
  constexpr localized_text is_unusable = {" cannot be used:", " 无法使用："};
  input file(*chosen.policy);
  const std::optional<std::string> text = file.read_all();
  if (!text) {
    file.explain_failure();
    return std::nullopt;
  }
  const std::string name = display_name(*chosen.policy);
  if (const report found = check_syntax(*text); !found.empty()) {
    explain(chosen, is_unusable,
            to_text(found, {.source = name, .body = *text, .language = chosen.language}));
    return std::nullopt;
  }
  json::error_code failure;
  json::parse_options strict;
  strict.max_depth = detail::max_depth;
  const json::value whole = json::parse(*text, failure, {}, strict);
  if (failure) {
    explain(chosen, is_unusable, sanitize_for_terminal(name) + ": " + failure.message() + '\n');
    return std::nullopt;
  }
  policy_settings settings;
  const std::vector<policy_fault> faults = read_settings(*text, whole, chosen.language, settings);
  if (faults.empty()) return make_policy(settings, chosen);
  explain(chosen, is_unusable, describe_faults(faults, name, *text, chosen.language));
  return std::nullopt;
}

bool may_validate(const company_policy& company, const options& chosen) {
  if (!company.requires_now || chosen.now_ms) return true;
  explain(chosen, {" requires --now", " 要求给出 --now"}, {});
  return false;
}

}  // namespace preflight_tool
