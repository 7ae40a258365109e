#ifndef FEISHU_HELPDESK_TEXT_TO_STRING_HPP
#define FEISHU_HELPDESK_TEXT_TO_STRING_HPP

#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <concepts>
#include <string>

/// Values as text, for logs and test frameworks. In English, on one line but for a report.
namespace feishu::helpdesk {

/// Returns `error`, `warning` or `note`.
[[nodiscard]] inline std::string to_string(severity s) { return std::string(localized(s).en); }

/// Returns the place as people write it: `user_list[3].user_id`, or `the body`.
[[nodiscard]] inline std::string to_string(const location& where) {
  return sanitize_for_terminal(format_location(where));
}

/// Returns the place, the severity, the message and the rule: "push_type: error: push_type is required
/// [required]".
[[nodiscard]] inline std::string to_string(const diagnostic& d) {
  return to_string(d.where()) + ": " + to_string(d.severity()) + ": " +
         sanitize_for_terminal(message(d)) + " [" + sanitize_for_terminal(d.rule().id) + ']';
}

/// Returns the numbers of errors, warnings and notes, and after that each diagnostic on a line.
[[nodiscard]] inline std::string to_string(const report& found) {
  std::string text = format_totals(found);
  for (const diagnostic& each : found) text += '\n' + to_string(each);
  if (found.dropped() != 0) text += '\n' + detail::left_out(found);
  return text;
}

/// A type that has a `to_string` above.
template <class T>
concept printable_value = std::same_as<T, severity> || std::same_as<T, location> ||
                          std::same_as<T, diagnostic> || std::same_as<T, report>;

/// Writes a value to a stream, as `to_string` does.
template <class Stream, printable_value T>
  requires requires(Stream& to, const std::string& text) { to << text; }
Stream& operator<<(Stream& to, const T& value) {
  to << to_string(value);
  return to;
}

}  // namespace feishu::helpdesk

#endif
