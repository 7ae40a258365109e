#include "draft.hpp"

#include "body.hpp"
#include "files.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json/error.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/value.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

// A draft is what the server keeps, so only what cannot be merged is worth telling: what else it
// lacks is validated after the merge.
context draft_context() {
  context known{.mode = mode::partial};
  for (const rule& each : rules) {
    if (each.group == rule_group::combination || each.severity != severity::error) {
      known.policy.set(each, level::off);
    }
  }
  return known;
}

// The notification inside of a GET response: {"code": 0, "data": {"notification": {…}}}. Null if there
// is none.
const boost::json::value* unwrap(const boost::json::value& response) {
  const boost::json::object* envelope = response.if_object();
  const boost::json::value* data = envelope != nullptr ? envelope->if_contains("data") : nullptr;
  const boost::json::object* inner = data != nullptr ? data->if_object() : nullptr;
  return inner != nullptr ? inner->if_contains("notification") : nullptr;
}

report validate_draft(std::string_view text) {
  boost::json::error_code failure;
  boost::json::parse_options strict;
  strict.max_depth = detail::max_depth;
  const boost::json::value parsed = boost::json::parse(text, failure, {}, strict);
  const boost::json::value* wrapped = failure ? nullptr : unwrap(parsed);
  return wrapped != nullptr ? validate(*wrapped, draft_context())
                            : validate_body(text, draft_context());
}

}  // namespace

std::optional<body_summary> read_draft(const options& chosen) {
  input file(*chosen.draft);
  const std::optional<std::string> text = file.read_all();
  if (!text) {
    file.explain_failure();
    return std::nullopt;
  }
  const report found = validate_draft(*text);
  const std::string name = display_name(*chosen.draft);
  const bool has_places = found.empty() || found.begin()->offset() != npos;
  const std::string told = to_text(found, {.source = name,
                                           .body = has_places ? *text : std::string_view(),
                                           .language = chosen.language});
  if (!told.empty()) {
    std::fprintf(stderr,
                 chosen.language == language::zh ? "preflight：草稿 %s：\n"
                                                 : "preflight: in the draft, %s:\n",
                 sanitize_for_terminal(name).c_str());
  }
  std::fputs(told.c_str(), stderr);
  if (found.summary().well_formed && found.summary().present != 0) return found.summary();
  std::fprintf(stderr, "preflight: %s holds no notification to merge with\n",
               sanitize_for_terminal(name).c_str());
  return std::nullopt;
}

}  // namespace preflight_tool
