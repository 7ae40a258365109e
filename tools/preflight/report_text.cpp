#include "report_text.hpp"

#include "environment.hpp"
#include "system.hpp"
#include <feishu/helpdesk/json/problem.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/json/sarif.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/recipients.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

bool wants_color(int descriptor) {
  return system::is_terminal(descriptor) && !environment::refuses_color();
}

// Tells the line, and a column, which within a line is the offset.
std::string with_places(const std::string& object, const report& found, std::size_t line) {
  boost::json::value all = boost::json::parse(object);
  boost::json::array& told = all.at("diagnostics").as_array();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].offset() == npos) continue;
    boost::json::object& each = told[i].as_object();
    each["line"] = line;
    each["column"] = found[i].offset() + 1;
  }
  return boost::json::serialize(all) + '\n';
}

}  // namespace

report_text::report_text(const options& chosen, std::string source)
    : chosen_(chosen),
      source_(std::move(source)),
      color_(wants_color(chosen.fix ? system::standard_error : system::standard_output)) {}

std::string report_text::of_file(const report& found, std::string_view body) const {
  return before_fix(found, body, false) + recipients_line(found);
}

std::string report_text::before_fix(const report& found, std::string_view body,
                                    bool is_fixed) const {
  std::string text = of_line(found, body, 1);
  if (chosen_.format != format::text) return text;
  if (!found.ok() && !is_fixed) text += help(found, body);
  return text + start_of_line() + format_totals(found, chosen_.language) + '\n';
}

std::string report_text::after_fix(const fix_result& fixed) const {
  const detail::in_language say{chosen_.language};
  const report& left = fixed.report();
  if (fixed && chosen_.format != format::text) return of_line(left, *fixed, 1);
  const std::string beginning = start_of_line() + say("not fixed: ", "未改正：");
  std::string text;
  if (fixed.reached_limit()) {
    const std::string passes = std::to_string(fix_result::most_passes);
    const std::string fixes = std::to_string(report::capacity);
    text += beginning + say("stopped at the limit of " + passes + " passes with up to " + fixes +
                                " fixes each\n",
                            "已达上限（最多 " + passes + " 轮，每轮最多改正 " + fixes + " 处）\n");
  }
  const auto add = [&](std::size_t count, std::string_view noun_en, std::string_view noun_zh,
                       const std::string& verb, severity kind) {
    if (count == 0) return;
    const std::string number = std::to_string(count);

    text += beginning + say(number + ' ' + std::string(noun_en) + (count == 1 ? "" : "s"),
                            number + " 个" + std::string(noun_zh));
    text += verb + say(": ", "：") + names_of(left, kind) + '\n';
  };
  const std::size_t errors = left.error_count();
  const std::string needs =
      say(errors == 1 ? " needs a decision" : " need a decision", "须由作者决定");
  add(errors, "error", "错误", fixed.reached_limit() ? "" : needs, severity::error);
  add(left.warning_count(), "warning", "警告", "", severity::warning);
  return fixed ? text + recipients_line(left) : text;
}

std::string report_text::start_of_line() const {
  return sanitize_for_terminal(source_) + (chosen_.language == language::zh ? "：" : ": ");
}

std::string report_text::recipients_line(const report& found) const {
  if (chosen_.format != format::text || !found.summary().well_formed) return {};
  return (chosen_.language == language::zh ? "推送对象：" : "recipients: ") +
         describe(recipients_of(found.summary()), chosen_.language) + '\n';
}

// The rule and the place of each diagnostic that was kept; of the others, how many they are.
std::string report_text::names_of(const report& found, severity kind) const {
  const detail::in_language say{chosen_.language};
  const std::size_t all = kind == severity::error ? found.error_count() : found.warning_count();
  std::string names;
  std::size_t named = 0;
  for (const diagnostic& each : found) {
    if (each.severity() != kind) continue;
    if (named++ != 0) names += say(", ", "、");
    const std::string place = each.where().is_body() ? say("the body", "请求体") : each.path();
    names += sanitize_for_terminal(each.rule().id) +
             sanitize_for_terminal(say(" at " + place, "（" + place + "）"));
  }
  if (named == all) return names;
  const std::string more = std::to_string(all - named);
  return names + say(", and " + more + " more", "，另有 " + more + " 个");
}

// What would make the body legal, a line each.
std::string report_text::help(const report& found, std::string_view body) const {
  if (detail::quick_fixes_come_first(found, source_map(body))) return {};
  const bool chinese = chosen_.language == language::zh;
  const std::string beginning = start_of_line() + (chinese ? "建议：" : "help: ");
  const repair_list ways = find_repairs(found);
  const std::size_t most = chosen_.verbose ? ways.size() : 3;
  std::string text;
  for (std::size_t i = 0; i < ways.size() && i < most; ++i) {
    text += beginning;
    if (i != 0) text += chinese ? "或者，" : "or, ";
    text += describe(ways[i], chosen_.language) + '\n';
  }
  if (const std::string kept = describe_kept(ways, chosen_.language); !kept.empty()) {
    text += beginning + kept + '\n';
  }
  if (ways.size() > most) {
    const std::size_t more = ways.size() - most;
    const std::string rest = std::to_string(more);
    text += beginning + (chinese     ? "另有 " + rest + " 种改法（--verbose 列出全部）\n"
                         : more == 1 ? "1 more option (--verbose lists all)\n"
                                     : rest + " more options (--verbose lists all)\n");
  }
  return text;
}

std::string report_text::of_line(const report& found, std::string_view body,
                                 std::size_t line) const {
  if (chosen_.format == format::text && found.empty()) return {};
  const render_options how{.source = source_,
                           .body = body,
                           .first_line = line,
                           .language = chosen_.language,
                           .color = color_,
                           .verbose = chosen_.verbose};
  switch (chosen_.format) {
    case format::text: break;
    case format::json: return to_json(found, how) + '\n';
    case format::problem: return to_problem_json(found, how) + '\n';
    case format::sarif: return sarif_results(found, how);
  }
  return to_text(found, how);
}

std::string report_text::of_long_line(const report& found, std::size_t line) const {
  const render_options how{.source = source_, .language = chosen_.language};
  switch (chosen_.format) {
    case format::text: break;
    case format::json: return with_places(to_json(found, how), found, line);
    case format::problem: return with_places(to_problem_json(found, how), found, line);
    case format::sarif: return sarif_results(found, how);  // regions need the text
  }
  return found.empty() ? std::string() : long_line_as_text(found, line);
}

// Each diagnostic is rendered alone, as that of a source whose name says the place.
std::string report_text::long_line_as_text(const report& found, std::size_t line) const {
  const std::string here = source_ + ':' + std::to_string(line);
  std::string text;
  for (const diagnostic& each : found) {
    report alone;
    alone(each);
    const std::string column = each.offset() == npos ? "" : ':' + std::to_string(each.offset() + 1);
    text += to_text(
        alone,
        {.source = here + column, .language = chosen_.language, .color = color_, .verbose = true});
  }
  const bool chinese = chosen_.language == language::zh;
  return text + sanitize_for_terminal(here) + (chinese ? "：" : ": ") +
         format_totals(found, chosen_.language) +
         (chinese ? "（此行过长，无法引用原文）\n" : " (line too long to quote)\n");
}

}  // namespace preflight_tool
