// Whatever comes as a response becomes a value, of bounded size, that tells people what to do in a
// harmless line; nothing is thrown.

#include "fuzz/harness.hpp"
#include "fuzz/situation.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;

void check_size(std::string_view text) {
  constexpr std::size_t mark = std::string_view("…").size();
  require(text.size() <= response::longest_text + mark, "of each text the first kilobyte is kept");
}

// The bytes of all names and texts, and one for each other value.
std::size_t size_of(const boost::json::value& v) {
  std::size_t size = 1;
  if (const auto* text = v.if_string()) size += text->size();
  if (const auto* list = v.if_array()) {
    for (const boost::json::value& each : *list) size += size_of(each);
  }
  if (const auto* fields = v.if_object()) {
    for (const auto& each : *fields) size += each.key().size() + size_of(each.value());
  }
  return size;
}

void check_size(const boost::json::value& v) {
  constexpr std::size_t mark = std::string_view("…").size();
  require(size_of(v) <= response::longest_value + 1 + mark, "of each value 16 KiB are kept");
}

void check_bounds(const response& r) {
  for (const std::string& each : {r.msg, r.log_id, r.troubleshooter, r.beginning}) check_size(each);
  for (const boost::json::value& each : {r.permission_violations, r.details, r.helps}) {
    check_size(each);
  }
  if (!r.ok()) check_size(r.data);
  require(r.field_violations.size() <= response::most_violations, "64 violations are kept");
  for (const field_violation& each : r.field_violations) {
    require(field_path(each.field).is_known() == each.where.has_value(), "places are known or not");
    for (const std::string& text : {each.field, each.value, each.description}) check_size(text);
  }
}

void check_kind(const response& r) {
  const bool is_none = r.kind == response_kind::not_an_envelope;
  require(is_none == (r.reason != envelope_error::none), "what is no envelope says why");
  require(!r.ok() || r.code == 0, "a success has code 0");
  require(r.kind != response_kind::refused || r.code != 0, "a refusal has another");
  require(r.known() == nullptr || r.known()->code == r.code, "a known code is the response's");
  require(!r.can_retry() || r.known() != nullptr, "nothing is retried on a guess");
  require(r.find("status") == nullptr || r.data.is_object(), "fields are those of data");
}

void check_advice(const response& r) {
  constexpr std::size_t longest_advice = 8 * 1024;
  for (const language chosen : {language::en, language::zh}) {
    const std::string line = describe(r, chosen);
    require(!line.empty() && line.size() <= longest_advice, "advice is a line");
    require(line == sanitize_for_terminal(line), "which does nothing to a terminal");
  }
}

}  // namespace

// The HTTP status, the response, the header that says when a limit is reset, and the body that was sent.
void fuzz::try_out(std::string_view input) {
  const auto [status, body, reset, sent] = parts_of<4>(input);
  const response r = parse_response(detail::number_in<int>(status).value_or(0), body, reset);
  check_bounds(r);
  check_kind(r);
  check_advice(r);

  const report found =
      preflight(sent, {.mode = mode::partial, .user_id_type = "open_id", .notification_id = "x"});
  for (const matched_violation& each : match_violations(r, found)) {
    require(each.violation >= r.field_violations.data() &&
                each.violation < r.field_violations.data() + r.field_violations.size(),
            "matches refer to the response");
    require(found.has(each.found->rule()), "and to the report");
  }
}
