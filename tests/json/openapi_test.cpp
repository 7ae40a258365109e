// The OpenAPI document, as far as its linter does not know: that it says what the tables say.

#include <feishu/helpdesk/json/openapi.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

const json::value document = openapi();
const json::value& operation =
    document.at("paths").at("/open-apis/helpdesk/v1/notifications/{notification_id}").at("patch");

// Calls `visit` for each reference in a value.
template <class Visit>
void for_each_reference(const json::value& v, Visit&& visit) {
  if (v.is_array()) {
    for (const json::value& each : v.get_array()) for_each_reference(each, visit);
  } else if (v.is_object()) {
    for (const auto& [name, value] : v.get_object()) {
      if (name == "$ref") visit(json::value_to<std::string>(value));
      for_each_reference(value, visit);
    }
  }
}

TEST_CASE("the parameters are the API reference's, as the rules about them have it") {
  const json::array& all = operation.at("parameters").as_array();
  REQUIRE(all.size() == 3);
  CHECK(all[0].at("name") == "notification_id");
  CHECK(all[0].at("in") == "path");
  CHECK(all[0].at("x-rule") == "notification-id");
  CHECK(
      all[0].at("schema") ==
      json::parse(
          R"({"type": "string", "minLength": 1, "not": {"type": "string", "pattern": "[^0-9]"}})"));
  CHECK(all[1].at("name") == "user_id_type");
  CHECK(all[1].at("in") == "query");
  CHECK(all[1].at("required") == false);
  CHECK(all[1].at("x-rule") == "user-id-type");
  CHECK(
      all[1].at("schema") ==
      json::parse(
          R"({"type": "string", "enum": ["open_id", "union_id", "user_id"], "default": "open_id"})"));
  CHECK(all[2].at("name") == "X-Lark-Helpdesk-Authorization");
  CHECK(all[2].at("in") == "header");
  CHECK(all[2].at("required") == true);
  CHECK(all[2].at("x-rule") == "helpdesk-authorization");
}

TEST_CASE("a body is what the schemas say, alone or as a patch") {
  const auto component = [](mode m) {
    json::value schema = json_schema(m);
    schema.as_object().erase("$schema");
    return schema;
  };
  const json::value& schemas = document.at("components").at("schemas");
  CHECK(schemas.at("notification") == component(mode::complete));
  CHECK(schemas.at("notification_patch") == component(mode::partial));
  CHECK(operation.at("requestBody").at("required") == true);
  CHECK(operation.at("requestBody").at("content").at("application/json").at("schema") ==
        json::parse(R"({"anyOf": [{"$ref": "#/components/schemas/notification"},
                                  {"$ref": "#/components/schemas/notification_patch"}]})"));
}

TEST_CASE("every response of the table has its status, code and advice") {
  const json::object& all = operation.at("responses").as_object();
  CHECK(all.size() == 1 + std::size(api_errors));
  CHECK(all.contains("200"));
  for (const api_error& each : api_errors) {
    const json::value& response = all.at(std::to_string(each.http_status));
    CHECK(response.at("description").as_string() == each.advice.en);
    CHECK(response.at("x-description-zh").as_string() == each.advice.zh);
    const json::value& schema = response.at("content").at("application/json").at("schema");
    const json::value& code = schema.at("allOf").at(1).at("properties").at("code");
    CHECK(code.at("const") == each.code);
    CHECK(code.at("title").as_string() == each.description);
    CHECK(code.at("x-retry-may-help") == (each.retry == retry::may_help));
  }
}

TEST_CASE("who calls shows a token, and every reference leads somewhere") {
  CHECK(document.at("openapi") == "3.1.0");
  CHECK(document.at("security").at(0).as_object().contains("user_access_token"));
  CHECK(document.at("components").at("securitySchemes").at("user_access_token") ==
        json::value{{"type", "http"}, {"scheme", "bearer"}});
  std::size_t references = 0;
  for_each_reference(document, [&](std::string_view to) {
    ++references;
    REQUIRE(to.starts_with("#/"));
    CAPTURE(to);
    CHECK_NOTHROW(static_cast<void>(document.at_pointer(to.substr(1))));
  });
  CHECK(references > 2);
}

}  // namespace
