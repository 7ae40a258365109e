#include "catalogue.hpp"

#include <feishu/helpdesk/model/fields.hpp>
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

std::size_t longest_id() {
  std::size_t longest = 0;
  for (const rule& each : rules) longest = std::max(longest, each.id.size());
  return longest;
}

}  // namespace

std::string list_rules(language chosen) {
  const std::size_t width = longest_id();
  std::string text;
  const rule* previous = nullptr;
  for (const rule& each : rules) {
    if (previous == nullptr || previous->group != each.group) {
      if (previous != nullptr) text += '\n';
      text += say(localized(each.group), chosen) + '\n';
    }
    previous = &each;
    const std::string kind = say(localized(each.severity), chosen);
    text += "  " + std::string(each.id) + std::string(width - each.id.size() + 2, ' ') + kind;
    text += chosen == language::zh ? "  " : std::string(9 - kind.size(), ' ');
    text += detail::message_pattern(each, chosen) + '\n';
  }
  return text;
}

std::string explain_rule(const rule& r, language chosen) {
  std::string text = std::string(r.id) + ": " + say(localized(r.severity), chosen) + '\n';
  text += "  " + detail::message_pattern(r, chosen) + '\n';
  if (const std::string when = describe(r.violated_when, chosen); !when.empty()) {
    text += "  " + say({"violated when: ", "违反条件："}, chosen) + when + '\n';
  }
  text += "  " + format_citation(r.citation, chosen) + '\n';
  return text;
}

std::string explain_rule(const company_rule& r, language chosen) {
  const detail::in_language say{chosen};
  const std::string on(info(r.on).name);
  const std::string key(r.key);
  const object_info* const elements = detail::object_in(info(r.on).kind);
  std::string text = std::string(r.id) + ": ";
  if (elements != nullptr) {
    const std::string many(elements->many.in(chosen));
    text +=
        say("limits the number of " + many + " in " + on, "限制 " + on + " 中" + many + "的数量");
  } else {
    text += say("forbids values of " + on, "禁止 " + on + " 的某些取值");
  }
  return text + say("; set by \"" + key + "\" in the file of --policy\n",
                    "；由 --policy 文件中的 \"" + key + "\" 设定\n");
}

}  // namespace preflight_tool
