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
  std::string text = of_line(found, body, 1);
  if (chosen_.format != format::text) return text;
  const bool chinese = chosen_.language == language::zh;
  if (!found.ok()) text += help(found, body);
  text += sanitize_for_terminal(source_) + (chinese ? "：" : ": ") +
          format_totals(found, chosen_.language) + '\n';
  if (found.summary().well_formed) {
    text += chinese ? "收件人：" : "recipients: ";
    text += describe(recipients_of(found.summary()), chosen_.language) + '\n';
  }
  return text;
}

// What would make the body legal, a line each.
std::string report_text::help(const report& found, std::string_view body) const {
  if (detail::quick_fixes_come_first(found, source_map(body))) return {};
  const bool chinese = chosen_.language == language::zh;
  const std::string beginning =
      sanitize_for_terminal(source_) + (chinese ? "：建议：" : ": help: ");
  const repair_list ways = find_repairs(found);
  const std::size_t most = chosen_.verbose ? ways.size() : 3;
  std::string text;
  for (std::size_t i = 0; i < ways.size() && i < most; ++i) {
    text += beginning;
    if (i != 0) text += chinese ? "或者，" : "or, ";
    text += describe(ways[i], chosen_.language) + '\n';
  }
  if (ways.size() > most) {
    const std::size_t more = ways.size() - most;
    const std::string rest = std::to_string(more);
    text += beginning + (chinese     ? "另有 " + rest + " 种改法，见 --verbose\n"
                         : more == 1 ? "and one more way; --verbose tells it\n"
                                     : "and " + rest + " more ways; --verbose tells them\n");
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
         (chinese ? "（此行过长，无法引用原文）\n" : " (a line too long to be quoted)\n");
}

}  // namespace preflight_tool
