// What the sandbox's endpoint answers.

#include "examples/sandbox/endpoint.hpp"

#include "examples/sandbox/limits.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using namespace sandbox;
namespace json = boost::json;

constexpr std::string_view all = "/open-apis/helpdesk/v1/notifications";
constexpr std::string_view known = "/open-apis/helpdesk/v1/notifications/6981801914270744596";
constexpr std::string_view good =
    R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0})";

incoming to(std::string_view method, std::string_view target, std::string_view body = {}) {
  return {.method = method,
          .target = target,
          .authorization = "Bearer u-1",
          .helpdesk = "MTox",
          .content_type = "application/json",
          .body = body,
          .now = 2000};
}

struct desk : endpoint {
  explicit desk(const endpoint_options& chosen = {}) : endpoint(chosen, 1000) {}

  json::value get(std::string_view target) {
    const outgoing answered = answer(to("GET", target));
    REQUIRE(answered.http_status == 200);
    return json::parse(answered.body).at("data").at("notification");
  }
};

// What is said of it by the status, the code, and the envelope, which must agree.
int code_of(const outgoing& answered) {
  const json::value envelope = json::parse(answered.body);
  CHECK(envelope.at("code") == answered.code);
  const auto* row = feishu::helpdesk::find_api_error(answered.code);
  CHECK((row != nullptr) == (answered.code != 0));
  if (row != nullptr) {
    CHECK(answered.http_status == row->http_status);
    CHECK(envelope.at("msg") == json::value(row->description));
    CHECK(envelope.at("error").at("troubleshooter") == json::value(row->advice.en));
    CHECK(envelope.at("error").at("log_id") == json::value(answered.log_id));
    CHECK(answered.log_id.starts_with("sandbox-"));
  }
  return answered.code;
}

json::array violations_of(const outgoing& answered) {
  return json::parse(answered.body).at("error").at("field_violations").as_array();
}

std::string official_example() {
  std::ifstream file("docs/samples/official-example.json", std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the API reference's sample has its two errors, under both of the API reference's ids") {
  const std::string sample = official_example();
  for (const std::string_view id : {"6981801914270744596", "6985032626234982420"}) {
    desk at;
    const std::string target = std::string(all) + '/' + std::string(id) + "?user_id_type=open_id";
    const outgoing answered = at.answer(to("PATCH", target, sample));
    CHECK(code_of(answered) == 154000);
    const json::array found = violations_of(answered);
    REQUIRE(found.size() == 2);
    CHECK(found[0].at("field") == "user_list");
    CHECK(found[0].at("description") ==
          "user_list must be empty when push_scope_type is 0 (all members) "
          "[all-members-excludes-users]");
    CHECK(found[1].at("field") == "department_list");
  }
}

TEST_CASE("the API reference's sample as printed has no right to speak") {
  incoming printed = to("PATCH", known, {});
  const std::string sample = official_example();
  printed.body = sample;
  printed.authorization = "Bearer t-7f1b******8e560";
  printed.helpdesk = {};
  desk at;
  const outgoing answered = at.answer(printed);
  CHECK(code_of(answered) == 154001);
  const json::array found = violations_of(answered);
  REQUIRE(found.size() == 2);
  CHECK(found[0].at("field") == "access_token");
  CHECK(found[1].at("field") == "helpdesk_authorization");
}

TEST_CASE("a token that is no user's, or none, is refused, whatever else is wrong") {
  desk at;
  for (const std::string_view header : {"", "u-1", "Basic u-1", "Bearer", "Bearer ", "Bearer a-1",
                                        "Bearer None", "Bearer null", "Bearer undefined"}) {
    incoming request = to("PATCH", "/open-apis/helpdesk/v1/notifications/7", "[");
    request.authorization = header;
    CAPTURE(header);
    CHECK(code_of(at.answer(request)) == 154001);
  }
  for (const std::string_view header : {"", "!", "MQ==", "Og==", "MTo=", "OjE="}) {
    incoming request = to("GET", known);
    request.helpdesk = header;
    CAPTURE(header);
    CHECK(code_of(at.answer(request)) == 154001);
  }
}

TEST_CASE("a client without a token is refused, though it has the service desk's header") {
  desk at;
  incoming request = to("PATCH", known, R"({"job_name":"b"})");
  request.authorization = "Bearer None";  // what the Python SDK sends
  const outgoing answered = at.answer(request);
  CHECK(code_of(answered) == 154001);
  const json::array found = violations_of(answered);
  REQUIRE(found.size() == 1);
  CHECK(found[0].at("field") == "access_token");
  CHECK(at.get(known).at("job_name") == "测试推送任务");
}

TEST_CASE("only what is there can be found") {
  desk at;
  CHECK(code_of(at.answer(to("PATCH", "/open-apis/helpdesk/v1/notifications/7", good))) == 154004);
  CHECK(code_of(at.answer(to("GET", "/open-apis/helpdesk/v1/notifications/7"))) == 154004);
  CHECK(code_of(at.answer(to("GET", "/open-apis/helpdesk/v1/notifications/"))) == 154004);
  CHECK(code_of(at.answer(to("GET", std::string(known) + "/x"))) == 154004);
  for (const std::string_view target :
       {"", "/", "*", "//", "/%", "http://x/", "/open-apis/helpdesk/v1/notificationsX"}) {
    CAPTURE(target);
    CHECK(code_of(at.answer(to("GET", target))) == 154004);
  }
  const outgoing no_id = at.answer(to("GET", "/open-apis/helpdesk/v1/notifications/:id"));
  CHECK(code_of(no_id) == 154004);
  CHECK(violations_of(no_id)[0].at("field") == "notification_id");
  CHECK(at.get("/open-apis/helpdesk/v1/notifications/%36981801914270744596").at("status") == 0);
}

TEST_CASE("other methods are refused, and told which there are") {
  desk at;
  for (const std::string_view method : {"PUT", "POST", "DELETE", "HEAD", "OPTIONS", "patch", ""}) {
    const outgoing answered = at.answer(to(method, known, good));
    CHECK(code_of(answered) == 154005);
    CHECK(answered.allowed == "GET, PATCH");
  }
  for (const std::string_view method : {"GET", "PATCH"}) {
    const outgoing answered = at.answer(to(method, all, good));
    CHECK(code_of(answered) == 154005);
    CHECK(answered.allowed == "POST");
  }
}

TEST_CASE("a field is named with its index, its value shown if it is short") {
  desk at;
  const std::string body = R"({"user_list":[{"user_id":"ou_1"},{"user_id":7}],"push_type":9,)"
                           R"("send_at":")" +
                           std::string(limits::quoted_bytes + 1, 'x') + R"("})";
  const json::array found = violations_of(at.answer(to("PATCH", known, body)));
  const auto value_of = [&](std::string_view field) -> const json::value* {
    for (const json::value& each : found) {
      if (each.at("field") == json::value(field)) return each.as_object().if_contains("value");
    }
    FAIL("no violation of ", std::string(field));
    return nullptr;
  };
  REQUIRE(value_of("user_list[1].user_id") != nullptr);
  CHECK(*value_of("user_list[1].user_id") == "7");
  CHECK(*value_of("push_type") == "9");
  CHECK(value_of("send_at") == nullptr);
}

TEST_CASE("what is no body is refused") {
  desk at;
  for (const std::string_view body : {"", "[]", "{", "null", "{\"a\":1}}", "\xff"}) {
    CAPTURE(body);
    const outgoing answered = at.answer(to("POST", all, body));
    CHECK(code_of(answered) == 154000);
    CHECK(violations_of(answered)[0].at("field") == "body");
  }
}

TEST_CASE("the query is validated for every method") {
  desk at;
  const std::string target = std::string(known) + "?user_id_type=email";
  for (const std::string_view method : {"GET", "PATCH"}) {
    const outgoing answered = at.answer(to(method, target, R"({"job_name":"b"})"));
    CHECK(code_of(answered) == 154000);
    CHECK(violations_of(answered)[0].at("field") == "user_id_type");
  }
}

TEST_CASE("a body must be called JSON") {
  desk at;
  for (const std::string_view type :
       {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8",
        "application/json; charset=\"utf-8\"", "application/json ; a=b"}) {
    incoming request = to("PATCH", known, R"({"job_name":"b"})");
    request.content_type = type;
    CAPTURE(type);
    CHECK(code_of(at.answer(request)) == 0);
  }
  for (const std::string_view type :
       {"", "application/x-www-form-urlencoded", "text/plain;charset=UTF-8", "application/jsonp",
        "application/json; charset=gbk"}) {
    incoming request = to("PATCH", known, R"({"job_name":"b","push_type":9})");
    request.content_type = type;
    CAPTURE(type);
    const outgoing answered = at.answer(request);
    CHECK(code_of(answered) == 154000);
    CHECK(violations_of(answered).size() == 2);
    CHECK(violations_of(answered)[0].at("field") == "Content-Type");
  }
}

TEST_CASE("what was created can be fetched, updated and fetched again") {
  desk at;
  const outgoing created = at.answer(to("POST", all, good));
  REQUIRE(code_of(created) == 0);
  const json::value data = json::parse(created.body).at("data");
  CHECK(data.at("status") == 0);
  const std::string target =
      std::string(all) + '/' + json::value_to<std::string>(data.at("notification_id"));

  CHECK(
      json::serialize(at.get(target)) ==
      R"({"id":"6985032626234982421","job_name":"a","status":0,"create_user":{"user_id":"ou_sandbox",)"
      R"("avatar_url":"","name":"sandbox"},"created_at":"2000","update_user":{"user_id":"ou_sandbox",)"
      R"("avatar_url":"","name":"sandbox"},"updated_at":"","target_user_count":0,"sent_user_count":0,)"
      R"("read_user_count":0,"send_at":"","push_content":"{}","push_type":0,"push_scope_type":0,)"
      R"("new_staff_scope_type":null,"new_staff_scope_department_list":null,"user_list":null,)"
      R"("department_list":null,"chat_list":null,"ext":"","helpdesk_id":"1","instance_code":"",)"
      R"("tenant_id":""})");

  incoming patch = to("PATCH", target, R"({"job_name":"b","chat_list":[{"chat_id":"oc_1"}]})");
  patch.now = 3000;
  const outgoing updated = at.answer(patch);
  CHECK(updated.body == R"({"code":0,"msg":"success","data":{}})");
  const json::value now = at.get(target);
  CHECK(now.at("job_name") == "b");
  CHECK(now.at("push_content") == "{}");
  CHECK(now.at("chat_list") == json::parse(R"([{"chat_id":"oc_1"}])"));
  CHECK(now.at("created_at") == "2000");
  CHECK(now.at("updated_at") == "3000");
}

TEST_CASE("what is fetched can be sent back") {
  for (const std::string_view query : {"", "?user_id_type=union_id", "?user_id_type=user_id"}) {
    desk at;
    const std::string target = std::string(known) + std::string(query);
    const std::string body = json::serialize(at.get(target));
    CHECK(code_of(at.answer(to("PATCH", target, body))) == 0);
  }
}

TEST_CASE("a patch is validated together with the draft") {
  desk at;
  // Each would be refused by itself, and two of them are because of what went before.
  CHECK(code_of(at.answer(to("PATCH", known, R"({"user_list":[{"user_id":"ou_1"}]})"))) == 154000);
  CHECK(code_of(at.answer(to("PATCH", known, R"({"push_scope_type":2})"))) == 154000);
  CHECK(code_of(at.answer(
            to("PATCH", known, R"({"push_scope_type":2,"user_list":[{"user_id":"ou_1"}]})"))) == 0);
  CHECK(code_of(at.answer(to("PATCH", known, R"({"user_list":[]})"))) == 154000);
  CHECK(code_of(at.answer(to("PATCH", known, R"({"push_scope_type":0})"))) == 154000);
  CHECK(at.get(known).at("push_scope_type") == 2);
  CHECK(code_of(at.answer(to("PATCH", known, R"({"push_scope_type":0,"user_list":[]})"))) == 0);
  CHECK(at.get(known).at("user_list") == json::array());
}

TEST_CASE("null, and what the server assigns, leave the draft as it is") {
  desk at;
  CHECK(code_of(at.answer(to("PATCH", known,
                             R"({"job_name":null,"status":3,"id":"5","created_at":"1",)"
                             R"("sent_user_count":9,"helpdesk_id":"x","unknown":{}})"))) == 0);
  const json::value now = at.get(known);
  CHECK(now.at("job_name") == "测试推送任务");
  CHECK(now.at("status") == 0);
  CHECK(now.at("id") == "6981801914270744596");
  CHECK(now.at("created_at") == "1000");
  CHECK(now.at("sent_user_count") == 0);
  CHECK(now.at("helpdesk_id") == "1");
  CHECK_FALSE(now.as_object().contains("unknown"));
}

TEST_CASE("only a draft can be updated") {
  desk at({.status = 3});
  const outgoing answered = at.answer(to("PATCH", known, R"({"job_name":"b"})"));
  CHECK(code_of(answered) == 154000);
  CHECK(violations_of(answered)[0].at("description") ==
        "the push has status 3; only a draft (status 0) can be updated [not-draft]");
  CHECK(at.get(known).at("job_name") == "测试推送任务");
}

TEST_CASE("a code can be asked for") {
  for (const auto& each : feishu::helpdesk::api_errors) {
    desk at({.refuse_all = &each});
    CHECK(code_of(at.answer(to("PATCH", known, good))) == each.code);
  }
}

TEST_CASE("advice and findings come in Chinese too") {
  desk at({.language = feishu::helpdesk::language::zh});
  const outgoing answered = at.answer(to("PATCH", known, R"({"push_type":9})"));
  const json::value error = json::parse(answered.body).at("error");
  CHECK(error.at("troubleshooter") == "请求不合法，请检查参数");
  CHECK(error.at("field_violations").at(0).at("field") == "push_type");
  CHECK(error.at("field_violations").at(0).at("description") ==
        "push_type 只能是 0（定时推送）或 1（新人入职推送），而不是 9 [enum-value]");
}

TEST_CASE("what never became a request has a code as well") {
  desk at;
  const outgoing too_large = at.refuse(413, "body limit exceeded");
  CHECK(too_large.http_status == 413);
  CHECK(json::parse(too_large.body).at("code") == 154000);
  CHECK(code_of(at.refuse(500, "broken")) == 155000);
}

}  // namespace
