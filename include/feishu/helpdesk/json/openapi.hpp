#ifndef FEISHU_HELPDESK_JSON_OPENAPI_HPP
#define FEISHU_HELPDESK_JSON_OPENAPI_HPP

#include <feishu/helpdesk/json/detail/schema_limits.hpp>
#include <feishu/helpdesk/json/detail/schema_of_facts.hpp>
#include <feishu/helpdesk/json/detail/schema_words.hpp>
#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/request.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>

/// The endpoint as an OpenAPI document.
namespace feishu::helpdesk {
namespace detail {

inline boost::json::object reference_to(std::string_view schema) {
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

inline boost::json::object as_json(boost::json::object schema) {
  return {{"application/json", boost::json::object{{"schema", std::move(schema)}}}};
}

// What a rule about the request demands of the parameter that it looks at.
inline boost::json::object parameter(std::string_view name, std::string_view in, bool required,
                                     const localized_text& words, facts broken_if,
                                     boost::json::object schema) {
  boost::json::object all{{"name", name}, {"in", in}, {"required", required}};
  add_localized(all, "description", words);
  for (const rule& each : rules) {
    if (broken_if == 0 || facts_named_by(each.violated_when) != broken_if) continue;
    all["x-rule"] = each.id;
    all["x-citation"] = citation_of(each);
  }
  all["schema"] = std::move(schema);
  return all;
}

inline boost::json::array parameters_of_request() {
  boost::json::array types;
  for (const std::string_view name : user_id_type_parameter::names) types.emplace_back(name);
  const boost::json::value usual = types[0];
  return {
      parameter("notification_id", "path", true, {"the id of the push", "push任务唯一id"},
                facts_of(observed::not_an_id),
                {{"type", "string"}, {"minLength", 1}, {"not", anything_but_digits()}}),
      parameter("user_id_type", "query", false, {"what the ids of users are", "用户 ID 类型"},
                facts_of(observed::not_a_user_id_type),
                {{"type", "string"}, {"enum", std::move(types)}, {"default", usual}}),
      parameter(helpdesk_header, "header", true,
                {"base64(helpdesk_id:helpdesk_token)", "base64(服务台 ID:服务台 token)"},
                facts_of(observed::not_a_service_desk), {{"type", "string"}, {"minLength", 1}}),
  };
}

// The response with one of several codes.
inline boost::json::object response_object(const localized_text& words, boost::json::array codes) {
  boost::json::object code{{"properties", {{"code", any_of(std::move(codes))}}}};
  boost::json::array parts{reference_to("response"), std::move(code)};
  boost::json::object all;
  add_localized(all, "description", words);
  all["content"] = as_json({{"allOf", std::move(parts)}});
  return all;
}

// By status, for several codes may share one.
inline boost::json::object responses() {
  boost::json::object all;
  all["200"] = response_object({"success", "成功"}, {boost::json::object{{"const", 0}}});
  for (const api_error& first : api_errors) {
    const std::string status = std::to_string(first.http_status);
    if (all.contains(status)) continue;
    boost::json::array codes;
    for (const api_error& each : api_errors) {
      if (each.http_status != first.http_status) continue;
      codes.emplace_back(boost::json::object{{"const", each.code},
                                             {"title", each.description},
                                             {"x-retry-may-help", each.retry == retry::may_help}});
    }
    all[status] = response_object(first.advice, std::move(codes));
  }
  return all;
}

inline boost::json::object response_schema() {
  return {{"type", "object"},
          {"required", {"code", "msg"}},
          {"properties",
           {{"code", {{"type", "integer"}}},
            {"msg", {{"type", "string"}}},
            {"data", {{"type", "object"}}}}}};
}

// A body's schema as a part of a document that says itself which JSON Schema it means.
inline boost::json::value component(mode m) {
  boost::json::value schema = json_schema(m);
  schema.get_object().erase("$schema");
  return schema;
}

inline boost::json::object update_operation() {
  boost::json::object operation{{"operationId", "update_notification"}};
  add_localized(operation, "summary", {"Update notification", "更新推送"});
  add_localized(operation, "description",
                {"Updates a push. Only a draft can be updated.",
                 "更新推送信息，只有在草稿状态下才可以调用此接口进行更新。"});
  boost::json::array bodies{reference_to("notification"), reference_to("notification_patch")};
  operation["parameters"] = parameters_of_request();
  operation["requestBody"] =
      boost::json::object{{"required", true}, {"content", as_json({{"anyOf", std::move(bodies)}})}};
  operation["responses"] = responses();
  return operation;
}

}  // namespace detail

/// The endpoint "update notification" as an OpenAPI 3.1 document: path, parameters, header, security,
/// the body (which stands alone or changes part of a draft) as `json_schema` has it, and every response
/// that the table of error codes lists.
[[nodiscard]] inline boost::json::value openapi() {
  return boost::json::object{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Feishu service desk: update notification"},
        {"x-title-zh", "飞书服务台：更新推送"},
        {"version", "1"},
        {"license", {{"name", "MIT"}, {"identifier", "MIT"}}}}},
      {"servers",
       boost::json::array{boost::json::object{{"url", "https://" + std::string(feishu_host)}},
                          boost::json::object{{"url", "https://" + std::string(lark_host)}}}},
      {"security",
       boost::json::array{boost::json::object{{"user_access_token", boost::json::array()}}}},
      {"paths",
       {{std::string(notifications_path) + "/{notification_id}",
         {{"patch", detail::update_operation()}}}}},
      {"components",
       {{"securitySchemes", {{"user_access_token", {{"type", "http"}, {"scheme", "bearer"}}}}},
        {"schemas",
         {{"notification", detail::component(mode::complete)},
          {"notification_patch", detail::component(mode::partial)},
          {"response", detail::response_schema()}}}}},
  };
}

}  // namespace feishu::helpdesk

#endif
