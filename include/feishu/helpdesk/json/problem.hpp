#ifndef FEISHU_HELPDESK_JSON_PROBLEM_HPP
#define FEISHU_HELPDESK_JSON_PROBLEM_HPP

#include <feishu/helpdesk/json/patch.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/output.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/render_options.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

/// A report as a problem (RFC 9457), for APIs that pass it on.
namespace feishu::helpdesk {
namespace detail {

// What would make the body legal: in a sentence, and as a patch.
inline boost::json::array array_of(const repair_list& ways, language chosen) {
  boost::json::array all;
  for (const repair& each : ways) {
    all.push_back({{"title", describe(each, chosen)},
                   {"needs_input", each.needs_input()},
                   {"adds_recipients", adds_recipients(each.change())},
                   {"patch", json_patch(each)}});
  }
  return all;
}

// The field without effect that no repair removes, or null.
inline boost::json::value kept_field(const repair_list& ways, language chosen) {
  if (!ways.kept_by_draft()) return nullptr;
  return {{"path", location(*ways.kept_by_draft()).pointer()},
          {"message", describe_kept(ways, chosen)}};
}

}  // namespace detail

/// The media type of `to_problem_json`.
inline constexpr std::string_view problem_media_type = "application/problem+json";

/// The report as the answer of a gateway to who sent the body: problem details (RFC 9457) of type
/// `about:blank`, on one line. Beside the standard's fields: `recipients` and `diagnostics`, as `to_json`
/// writes them, `repairs`: `[{"title", "needs_input", "adds_recipients", "patch"}]`, each a JSON
/// Patch, and `kept_by_draft`: `{"path", "message"}` of a field without effect that the draft has, so that no
/// repair removes it, or null. The status is 400, like that of the service desk, or 200 without an error.
[[nodiscard]] inline std::string to_problem_json(const report& found,
                                                 const render_options& options = {}) {
  const repair_list ways = find_repairs(found);
  return boost::json::serialize(boost::json::object{
      {"type", "about:blank"},
      {"title", found.ok() ? "OK" : "Bad Request"},
      {"status", found.ok() ? 200 : 400},
      {"detail", format_totals(found, options.language)},
      {"recipients", detail::recipients_text(found, options.language)},
      {"diagnostics", detail::diagnostics_of(found, options)},
      {"repairs", detail::array_of(ways, options.language)},
      {"kept_by_draft", detail::kept_field(ways, options.language)},
  });
}
/// Writes the same to an output iterator. Returns the iterator behind the text.
template <text_output Out>
Out to_problem_json(Out to, const report& found, const render_options& options = {}) {
  return detail::write_text(to_problem_json(found, options), to);
}

}  // namespace feishu::helpdesk

#endif
