#include "catalogue.hpp"

#include "company_rules.hpp"
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <algorithm>
#include <cstddef>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

std::string say(const localized_text& words, language chosen) {
  return std::string(words.in(chosen));
}

std::string name_of(level what, language chosen) {
  return what == level::off ? say({"off", "关闭"}, chosen)
                            : say(localized(static_cast<severity>(what)), chosen);
}

std::size_t longest_id(bool has_policy) {
  std::size_t longest = 0;
  for (const rule& each : rules) longest = std::max(longest, each.id.size());
  if (!has_policy) return longest;
  for (const company_rule& each : company_rules) longest = std::max(longest, each.id.size());
  return longest;
}

std::string demand_of(const company_rule& r, language chosen) {
  const detail::in_language say{chosen};
  const std::string on(info(r.on).name);
  const object_info* const elements = detail::object_in(info(r.on).kind);
  if (elements == nullptr) return say("forbids values of " + on, "禁止 " + on + " 的某些取值");
  const std::string many(elements->many.in(chosen));
  return say("limits the number of " + many + " in " + on, "限制 " + on + " 中" + many + "的数量");
}

// What the policy makes of a company's rule; null if it is not set, or off.
const rule* find_in_force(const company_rule& r, const context& known) {
  for (const rule& each : known.custom_rules) {
    if (each.id == r.id) return &each;
  }
  return nullptr;
}

level level_of(const rule* in_force) {
  return in_force == nullptr ? level::off : static_cast<level>(in_force->severity);
}

std::string explain_table_rule(const rule& r, const context& known, language chosen) {
  const level counts_as = known.policy.of(r, detail::index_of_rule(r.id));
  std::string text = std::string(r.id) + ": " + name_of(counts_as, chosen) + '\n';
  text += "  " + detail::message_pattern(r, chosen) + '\n';
  if (const std::string when = describe(r.violated_when, chosen); !when.empty()) {
    text += "  " + say({"violated when: ", "违反条件："}, chosen) + when + '\n';
  }
  return text + "  " + format_citation(r.citation, chosen) + '\n';
}

std::string explain_company_rule(const company_rule& r, const context& known, bool has_policy,
                                 language chosen) {
  const detail::in_language say{chosen};
  const std::string key(r.key);
  const std::string demand =
      demand_of(r, chosen) + say("; set by \"" + key + "\" in the file of --policy\n",
                                 "；由 --policy 文件中的 \"" + key + "\" 设定\n");
  const std::string beginning = std::string(r.id) + ": ";
  if (!has_policy) return beginning + demand;
  const rule* const in_force = find_in_force(r, known);
  std::string text = beginning + name_of(level_of(in_force), chosen) + '\n';
  if (in_force != nullptr) text += "  " + detail::message_pattern(*in_force, chosen) + '\n';
  return text + "  " + demand;
}

}  // namespace

std::string list_rules(const context& known, bool has_policy, language chosen) {
  const std::size_t width = longest_id(has_policy);
  std::string text;
  const auto begin_group = [&](rule_group which) {
    text += (text.empty() ? "" : "\n") + say(localized(which), chosen) + '\n';
  };
  const auto add = [&](std::string_view id, level counts_as, const std::string& message) {
    const std::string kind = name_of(counts_as, chosen);
    text += "  " + std::string(id) + std::string(width - id.size() + 2, ' ') + kind;
    text += chosen == language::zh ? "  " : std::string(9 - kind.size(), ' ');
    text += message + '\n';
  };
  const rule* previous = nullptr;
  for (std::size_t i = 0; i < detail::rule_count; ++i) {
    const rule& each = rules[i];
    if (previous == nullptr || previous->group != each.group) begin_group(each.group);
    previous = &each;
    add(each.id, known.policy.of(each, i), detail::message_pattern(each, chosen));
  }
  if (!has_policy) return text;
  begin_group(rule_group::custom);
  for (const company_rule& each : company_rules) {
    const rule* const in_force = find_in_force(each, known);
    add(each.id, level_of(in_force),
        in_force == nullptr ? demand_of(each, chosen) : detail::message_pattern(*in_force, chosen));
  }
  return text;
}

std::string explain_rule(std::string_view id, const context& known, bool has_policy,
                         language chosen) {
  const rule* const of_table = find_rule(id);
  return of_table != nullptr
             ? explain_table_rule(*of_table, known, chosen)
             : explain_company_rule(*find_company_rule(id), known, has_policy, chosen);
}

}  // namespace preflight_tool
