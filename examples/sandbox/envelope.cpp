#include "envelope.hpp"

#include "limits.hpp"
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json/error.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace sandbox {
namespace {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

std::string field_of(const helpdesk::diagnostic& d) {
  if (d.rule().group == helpdesk::rule_group::request && d.where().is_body()) {
    std::string name(d.rule().id);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
  }
  return d.where().is_body() ? "body"
                             : helpdesk::format_location(d.where(), helpdesk::language::en);
}

// Of a body that is not readable nothing can be quoted.
std::string value_of(const helpdesk::diagnostic& d, const std::optional<json::value>& body) {
  if (!body || d.where().is_body()) return {};
  json::error_code failure;
  const json::value* found = body->find_pointer(d.path(), failure);
  if (found == nullptr || found->is_structured()) return {};
  const std::string text =
      found->is_string() ? json::value_to<std::string>(*found) : json::serialize(*found);
  return text.size() > limits::quoted_bytes ? std::string() : text;
}

std::optional<json::value> read(std::string_view body) {
  json::parse_options options;
  options.max_depth = helpdesk::detail::max_depth;
  json::error_code failure;
  json::value all = json::parse(body, failure, {}, options);
  if (failure) return std::nullopt;
  return all;
}

}  // namespace

std::string success(json::object data) {
  return json::serialize(json::object{{"code", 0}, {"msg", "success"}, {"data", std::move(data)}});
}

std::string refused(const helpdesk::api_error& why, const refusal& more) {
  json::object error{{"log_id", more.log_id}, {"troubleshooter", why.advice.in(more.language)}};
  if (!more.field_violations.empty()) error["field_violations"] = more.field_violations;
  return json::serialize(json::object{{"code", why.code},
                                      {"msg", why.description},
                                      {"data", json::object()},
                                      {"error", std::move(error)}});
}

json::object violation(std::string_view field, std::string_view value,
                       std::string_view description) {
  json::object one{{"field", field}};
  if (!value.empty()) one["value"] = helpdesk::sanitize_for_terminal(value);
  one["description"] = description;
  return one;
}

json::array violations(const helpdesk::report& found, std::string_view body,
                       helpdesk::language chosen) {
  const std::optional<json::value> read_body = found.ok() ? std::nullopt : read(body);
  json::array all;
  for (const helpdesk::diagnostic& each : found) {
    if (each.severity() != helpdesk::severity::error) continue;
    all.push_back(
        violation(field_of(each), value_of(each, read_body),
                  helpdesk::message(each, chosen) + " [" + std::string(each.rule().id) + ']'));
  }
  return all;
}

}  // namespace sandbox
