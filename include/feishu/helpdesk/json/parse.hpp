#ifndef FEISHU_HELPDESK_JSON_PARSE_HPP
#define FEISHU_HELPDESK_JSON_PARSE_HPP

#include <feishu/helpdesk/json/convert.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json/error.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

/// Structs out of the body of a request.
namespace feishu::helpdesk {
namespace detail {

// Whether the report holds an error of the group `json`, kept or dropped.
inline bool has_json_error(const report& found, const policy& severities) {
  for (std::size_t i = 0; i < rule_count; ++i) {
    const rule& each = rules[i];
    if (each.group == rule_group::json && found.has(each) &&
        severities.of(each, i) == level::error) {
      return true;
    }
  }
  return false;
}

}  // namespace detail

/// The notification that a body holds, or the report that says why there is none: an error in the
/// shape of its JSON (group `json`: syntax, types, ranges, duplicates). Other errors leave a value,
/// and stand in the report beside it.
///
/// Throws nothing but what memory that runs out throws. Linear in the size of `body`.
[[nodiscard]] inline result<notification> parse(std::string_view body, const context& known = {}) {
  report found = preflight(body, known);
  if (detail::has_json_error(found, known.policy)) return {std::nullopt, found};

  boost::json::error_code failure;
  boost::json::parse_options options;
  options.max_depth = detail::max_depth;
  const boost::json::value value = boost::json::parse(body, failure, {}, options);
  if (!failure) {
    if (boost::json::result<notification> n = boost::json::try_value_to<notification>(value)) {
      return {std::move(*n), found};
    }
  }
  // The policy made less than an error of the reason.
  const report strict = preflight(body, {.mode = known.mode});
  if (detail::has_json_error(strict, {})) return {std::nullopt, strict};
  // An exponent beyond 32 bits: legal JSON, which Boost.JSON refuses.
  const std::size_t rule_index = detail::index_of_rule("json-syntax");
  found({rules[rule_index],
         severity::error,
         rule_index,
         {},
         npos,
         {.reason = syntax_error::number_beyond_double}});
  return {std::nullopt, found};
}

}  // namespace feishu::helpdesk

#endif
