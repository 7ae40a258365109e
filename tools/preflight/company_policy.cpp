#include "company_policy.hpp"

#include "company_rules.hpp"
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <cstddef>
#include <string_view>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

std::string limit_text(const company_rule& rule, std::size_t most, language in) {
  const detail::in_language say{in};
  const std::string elements(detail::object_in(info(rule.on).kind)->many.in(in));
  return say("too many " + elements + " in {field}: {number}, the policy allows at most ",
             "{field} 中的" + elements + "过多：{number} 个，策略最多允许 ") +
         std::to_string(most) + say("", " 个");
}

bool is_in(unsigned scopes, const enumerator& scope) {
  return (scopes >> static_cast<unsigned>(scope.value) & 1U) != 0;
}

facts facts_of_scopes(unsigned scopes) {
  facts any = 0;
  for (const enumerator& each : info(field::push_scope_type).values) {
    if (!is_in(scopes, each)) continue;
    any |= detail::facts_about(field::push_scope_type).holds_value(each.value);
  }
  return any;
}

std::string scopes_text(unsigned scopes, language in) {
  const detail::in_language say{in};
  std::string values;
  for (const enumerator& each : info(field::push_scope_type).values) {
    if (!is_in(scopes, each)) continue;
    values += (values.empty() ? "" : say(" or ", "或")) + format_value(each, in);
  }
  return say("{field} must not be " + values + ": the policy forbids it",
             "{field} 不能为" + values + "：策略禁止");
}

}  // namespace

company_policy make_policy(const policy_settings& settings, const options& chosen) {
  company_policy made{.severities = settings.severities, .requires_now = settings.requires_now};
  const unsigned scopes = settings.forbidden_scopes;
  for (const company_rule& each : company_rules) {
    const bool is_list = body_summary::count_of(each.on) != nullptr;
    const auto limit = settings.limits.find(&each);
    if (is_list ? limit == settings.limits.end() : scopes == 0) continue;

    const auto set = settings.levels.find(&each);
    const level becomes =
        chosen.level_of(each.id, set == settings.levels.end() ? level::error : set->second);
    if (becomes == level::off) continue;
    const auto words = [&](language in) -> std::string_view {
      return made.texts.emplace_back(is_list ? limit_text(each, limit->second, in)
                                             : scopes_text(scopes, in));
    };
    made.rules.push_back(
        {.id = each.id,
         .severity = static_cast<severity>(becomes),
         .violated_when = condition(is_list ? detail::facts_about(each.on).holds_elements(true)
                                            : facts_of_scopes(scopes)),
         .reported_on = each.on,
         .at = is_list ? anchor::key : anchor::value,
         .message = {words(language::en), words(language::zh)},
         .max_elements = is_list ? limit->second : 0});
  }
  return made;
}

}  // namespace preflight_tool
