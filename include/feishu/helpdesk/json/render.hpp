#ifndef FEISHU_HELPDESK_JSON_RENDER_HPP
#define FEISHU_HELPDESK_JSON_RENDER_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/output.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/recipients.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>

/// A report as JSON, for programs.
namespace feishu::helpdesk {
namespace detail {

// A number that counts, or null where it is unknown.
inline boost::json::value known_or_null(std::size_t number, std::size_t unknown) {
  return number == unknown ? boost::json::value(nullptr) : boost::json::value(number);
}

inline boost::json::object to_object(const diagnostic& d, position at, language chosen) {
  const citation& citation = d.rule().citation;
  return {
      {"rule", d.rule().id},
      {"severity", localized(d.severity()).en},
      {"path", d.path()},
      {"line", known_or_null(at.line, 0)},
      {"column", known_or_null(at.column, 0)},
      {"offset", known_or_null(d.offset(), npos)},
      {"message", message(d, chosen)},
      {"citation", {{"source", name_of(citation.from)}, {"text", citation.text.in(chosen)}}},
  };
}

inline boost::json::array diagnostics_of(const report& found, const render_options& options) {
  line_counter lines(options.body);
  boost::json::array all;
  for (const diagnostic& each : found) {
    position at = options.body.data() == nullptr ? position{} : lines.at(each.offset());
    if (at.line != 0) at.line += options.first_line - 1;
    all.push_back(to_object(each, at, options.language));
  }
  return all;
}

// Null for a body that is not readable.
inline boost::json::value recipients_text(const report& found, language chosen) {
  const helpdesk::body_summary& body = found.summary();
  if (!body.well_formed) return nullptr;
  return boost::json::value(describe(recipients_of(body), chosen));
}

inline std::string source_of(const render_options& options) {
  return is_utf8(options.source) ? std::string(options.source)
                                 : sanitize_for_terminal(options.source);
}

}  // namespace detail

/// One object on one line, without a line's end:
/// `{"source", "ok", "errors", "warnings", "notes", "recipients", "diagnostics": [{"rule", "severity",
/// "path", "line", "column", "offset", "message", "citation": {"source", "text"}}]}`. Lines and columns
/// count from 1, columns in bytes, offsets from 0; null is unknown. `recipients` is null for a body that
/// is not readable.
[[nodiscard]] inline std::string to_json(const report& found, const render_options& options = {}) {
  return boost::json::serialize(boost::json::object{
      {"source", detail::source_of(options)},
      {"ok", found.ok()},
      {"errors", found.error_count()},
      {"warnings", found.warning_count()},
      {"notes", found.note_count()},
      {"recipients", detail::recipients_text(found, options.language)},
      {"diagnostics", detail::diagnostics_of(found, options)},
  });
}
/// Writes the same to an output iterator. Returns the iterator behind the text.
template <text_output Out>
Out to_json(Out to, const report& found, const render_options& options = {}) {
  return detail::write_text(to_json(found, options), to);
}

}  // namespace feishu::helpdesk

#endif
