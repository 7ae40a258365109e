// Prints the page about the rules: `rules_page en|zh`. What it says comes from the table, its bodies from
// the golden cases, its messages and advice from validating them.

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <cstddef>
#include <cstdio>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

constexpr localized_text title = {"The rules", "规则"};
constexpr localized_text other_language = {"[中文](rules.zh.md)", "[English](rules.md)"};
constexpr localized_text introduction = {
    "Every rule of the catalogue, in its order: what it says, where it comes from, a body that "
    "breaks it and one that does not. `preflight --explain RULE` tells the same in a terminal; ids "
    "are stable. How who is messaged depends on the fields, in one picture:",
    "按目录顺序列出全部规则：内容、出处、一个违反它的请求体和一个符合它的请求体。"
    "`preflight --language zh --explain RULE` 在终端给出同样的说明；规则 ID 保持不变。"
    "各字段如何决定推送对象，见下图："};
constexpr localized_text picture = {
    "![Who is messaged, and what the lists must be, by push_type and push_scope_type](matrix.svg)",
    "![推送对象与各列表的要求（按 push_type 与 push_scope_type）](matrix.zh.svg)"};

class page {
 public:
  explicit page(language chosen) : language_(chosen) {}

  std::string write() {
    text_ = "<!-- Generated from the rule table: ./bazelw run //docs:write -->\n";
    text_ += "# " + say(title) + "\n" + say(other_language) + "\n\n" + say(introduction) + "\n\n" +
             say(picture) + "\n";
    const rule* previous = nullptr;
    for (const rule& each : rules) {
      if (previous == nullptr || previous->group != each.group) {
        text_ += "\n## " + say(localized(each.group)) + "\n";
      }
      previous = &each;
      write_rule(each);
    }
    return text_;
  }

 private:
  [[nodiscard]] std::string say(const localized_text& words) const {
    return std::string(words.in(language_));
  }
  [[nodiscard]] std::string say(std::string_view en, std::string_view zh) const {
    return say(localized_text{en, zh});
  }

  void write_rule(const rule& r) {
    text_ += "\n### " + std::string(r.id) + "\n";
    text_ += "**" + say(localized(r.severity)) + "**" + say(": ", "：") + "`" +
             detail::message_pattern(r, language_) + "`\n";
    if (const std::string when = describe(r.violated_when, language_); !when.empty()) {
      text_ += "\n" + say("Violated when ", "违反条件：") + when + say(".", "。") + "\n";
    }
    text_ += "\n" + format_citation(r.citation, language_) + "\n";

    const std::vector<golden::test_case> cases = cases_of(r);
    const golden::test_case& breaking = one_that_breaks(r, cases);
    write_body(say("Broken by", "违反"), breaking);
    write_findings(r, breaking);
    write_body(say("Kept by", "符合"), first_without_findings(cases));
  }

  static std::vector<golden::test_case> cases_of(const rule& r) {
    constexpr std::string_view groups[] = {"json", "field", "card", "combination", "request"};
    const std::string group(groups[static_cast<std::size_t>(r.group)]);
    return golden::cases_of("tests/cases/" + group + '/' + std::string(r.id) + ".json");
  }

  // A case that breaks this rule: better none beside it, and better one with an obvious fix.
  static const golden::test_case& one_that_breaks(const rule& r,
                                                  const std::vector<golden::test_case>& cases) {
    const golden::test_case* found = nullptr;
    int best = 0;
    for (const golden::test_case& each : cases) {
      bool breaks_it = false;
      bool breaks_others = false;
      for (const auto& finding : each.expected) {
        (finding.rule == r.id ? breaks_it : breaks_others) = true;
      }
      if (!breaks_it || each.body.empty()) continue;
      const int merit = 1 + (breaks_others ? 0 : 2) + (has_quick_fix(r, each) ? 1 : 0);
      if (merit <= best) continue;
      best = merit;
      found = &each;
    }
    if (found == nullptr) throw std::runtime_error("no case breaks " + std::string(r.id));
    return *found;
  }

  static bool has_quick_fix(const rule& r, const golden::test_case& each) {
    for (const diagnostic& d : preflight(each.body, each.context())) {
      if (&d.rule() == &r && find_quick_fix(d, source_map(each.body))) return true;
    }
    return false;
  }

  static const golden::test_case& first_without_findings(
      const std::vector<golden::test_case>& cases) {
    for (const golden::test_case& each : cases) {
      if (each.expected.empty()) return each;
    }
    throw std::runtime_error("no case is without findings in " + cases.front().file);
  }

  void write_body(const std::string& heading, const golden::test_case& each) {
    constexpr std::size_t most = 400;
    text_ += "\n" + heading + options_of(each) + say(":", "：") + "\n```json\n";
    text_ += each.body.size() <= most
                 ? each.body
                 : each.body.substr(0, most / 4) + "…" + each.body.substr(each.body.size() - 40);
    text_ += "\n```\n";
  }

  // What the caller says beside the body, as the tool takes it.
  [[nodiscard]] std::string options_of(const golden::test_case& each) const {
    std::string options;
    const auto add = [&](std::string_view name, const std::string& value) {
      options += ' ' + std::string(name) + ' ' + (value.empty() ? "''" : value);
    };
    if (each.mode == mode::partial) add("--mode", "partial");
    if (each.user_id_type) add("--user-id-type", *each.user_id_type);
    if (each.notification_id) add("--notification-id", *each.notification_id);
    if (each.current_status) add("--status", std::to_string(*each.current_status));
    if (each.now_ms) add("--now", std::to_string(*each.now_ms));
    if (each.host) add("host:", *each.host);
    if (each.access_token) add("access_token:", *each.access_token);
    if (each.helpdesk_id) add("helpdesk id:", *each.helpdesk_id);
    if (each.helpdesk_token) add("helpdesk token:", *each.helpdesk_token);
    return options.empty() ? options
                           : say(" (", "（") + '`' + options.substr(1) + '`' + say(")", "）");
  }

  void write_findings(const rule& r, const golden::test_case& each) {
    const report found = preflight(each.body, each.context());
    const source_map where(each.body);
    for (const diagnostic& d : found) {
      if (&d.rule() != &r) continue;
      text_ += "\n- " + message(d, language_) + "\n";
      const std::optional<quick_fix> meant = find_quick_fix(d, where);
      const repair_list ways =
          !meant && detail::is_repairable(d) ? find_repairs(found) : repair_list();
      if (meant) write_fix(describe(*meant, language_));
      for (const repair& way : ways) write_fix(describe(way, language_));
      if (!meant && ways.empty()) write_fix(say("as in the body below", "参照下面的请求体"));
    }
  }

  void write_fix(const std::string& what) {
    text_ += "  - " + say("fix: ", "修正：") + what + "\n";
  }

  language language_;
  std::string text_{};
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const bool chinese = argc > 1 && std::string_view(argv[1]) == "zh";
    std::fputs(page(chinese ? language::zh : language::en).write().c_str(), stdout);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
