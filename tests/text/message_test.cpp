// What the sentences add to the rule's own words: what a foreign body is, and where a field belongs.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

std::string message_of(std::string_view body, rule_id rule, language chosen = language::en) {
  const report found = preflight(body, {.mode = mode::partial});
  const auto first = found.find(rule);
  REQUIRE(first != found.end());
  return message(*first, chosen);
}

void check_foreign(std::string_view body, std::string_view en, std::string_view zh) {
  CAPTURE(body);
  CHECK(message_of(body, "no-known-field") ==
        "the body contains no notification fields" + std::string(en));
  CHECK(message_of(body, "no-known-field", language::zh) ==
        "请求体不含任何推送字段" + std::string(zh));
}

TEST_CASE("a body without a field of the API is named, where it is known") {
  check_foreign(R"({"a":1})", "", "");
  check_foreign(R"({"data":{"a":1}})", "", "");
  check_foreign(R"({"type":"template","data":{"a":1}})", "", "");
  check_foreign(R"({"a":"template","data":{"template_id":"x"}})", "", "");
  for (const std::string_view card : {
           R"({"config":{},"elements":[]})",
           R"({"schema":"2.0","body":{"elements":[]}})",
           R"({"type":"template","data":{"template_id":"x"}})",
           R"({"data":{"template_id":"x"},"type":"template"})",
       }) {
    check_foreign(card, ": this is a message card; send it as a string, in push_content",
                  "：这是一张消息卡片，请转为字符串后放入 push_content");
  }
  for (const std::string_view other : {
           R"({"receive_id":"oc_1","msg_type":"interactive","content":"{}"})",
           R"({"msg_type":"interactive","card":{"elements":[]}})",
           R"({"msg_type":"interactive","card":{"type":"template","data":{"template_id":"x"}}})",
       }) {
    check_foreign(
        other,
        ": this is a message for another API; send a card instead, as a string in push_content",
        "：这是另一个接口的消息；请改为在 push_content 中以字符串发送卡片");
  }
}

TEST_CASE("a wrapper is named, whatever it is called") {
  for (const std::string name : {"data", "body", "payload", "request_body", "Notification"}) {
    check_foreign("{\"" + name + "\":{\"job_name\":\"x\"}}",
                  ": they are inside " + name + "; send them at the top level",
                  "：字段位于 " + name + " 内，请放到最外层");
    check_foreign("{\"" + name + R"(":"{\"job_name\":\"x\"}"})",
                  ": they are inside the string " + name + "; send that object as the body",
                  "：字段位于字符串 " + name + " 内，请直接以其中的对象作为请求体");
  }
  check_foreign(R"({"data":{"notification":{"job_name":"x"}}})",
                ": this is the response to a GET request; send the fields inside "
                "data.notification at the top level",
                "：这是 GET 请求的响应，请将 data.notification 内的字段放到最外层");
}

TEST_CASE("a body in a string is known to be encoded twice") {
  CHECK(message_of(R"("{\"job_name\":\"x\"}")", "body-type") ==
        "the body must be an object, not a string: the JSON is encoded twice; call json.dumps or "
        "JSON.stringify once");
  CHECK(message_of(R"("{\"job_name\":\"x\"}")", "body-type", language::zh) ==
        "请求体必须是对象，而不是字符串：JSON 被编码了两次；只调用一次 json.dumps 或 "
        "JSON.stringify");
  for (const std::string_view text : {R"("")", R"("hello")", R"("[]")", R"("{")"}) {
    CHECK(message_of(text, "body-type") == "the body must be an object, not a string");
  }
}

TEST_CASE("a field in the wrong object: where it belongs") {
  const auto unknown = [](std::string_view body, language chosen) {
    return message_of(body, "unknown-field", chosen);
  };
  CHECK(unknown(R"({"ext":"","chat_id":"oc_1"})", language::en) ==
        "unknown field chat_id: it belongs in the elements of chat_list");
  CHECK(unknown(R"({"ext":"","chat_id":"oc_1"})", language::zh) ==
        "未知字段 chat_id：它应放在 chat_list 的元素中");
  CHECK(unknown(R"({"chat_list":[{"chat_id":"oc_1","push_type":0}]})", language::en) ==
        "unknown field chat_list[0].push_type: it belongs at the top level");
  CHECK(unknown(R"({"chat_list":[{"chat_id":"oc_1","push_type":0}]})", language::zh) ==
        "未知字段 chat_list[0].push_type：它应放在最外层");
  CHECK(unknown(R"({"chat_list":[{"chat_id":"oc_1","user_id":"ou_1"}]})", language::en) ==
        "unknown field chat_list[0].user_id: it belongs in the elements of user_list");
  CHECK(unknown(R"({"user_list":[{"user_id":"ou_1","department_id":"od-1"}]})", language::en) ==
        "unknown field user_list[0].department_id: it belongs in the elements of "
        "new_staff_scope_department_list or department_list");
  CHECK(unknown(R"({"user_list":[{"user_id":"ou_1","department_id":"od-1"}]})", language::zh) ==
        "未知字段 user_list[0].department_id：它应放在 new_staff_scope_department_list 或 "
        "department_list 的元素中");
  // What only the server assigns belongs nowhere.
  CHECK(unknown(R"({"chat_list":[{"chat_id":"oc_1","status":0}]})", language::en) ==
        "unknown field chat_list[0].status");
}

TEST_CASE("a name that only looks like a field's shows the character that differs") {
  const struct {
    std::string_view name;
    std::string_view en;
    std::string_view zh;
  } names[] = {
      {"job_name ", " (contains U+0020 space)", "（含 U+0020 空格）"},
      {"j\u043eb_name", " (contains U+043E)", "（含 U+043E）"},
      {"\u200bjob_name", " (contains U+200B zero-width space)", "（含 U+200B 零宽空格）"},
      {"jobName", "", ""},
  };
  for (const auto& each : names) {
    CAPTURE(each.name);
    const std::string name(each.name);
    const std::string body = "{\"ext\":\"\",\"" + name + "\":\"x\"}";
    CHECK(message_of(body, "unknown-field") ==
          "unknown field " + name + std::string(each.en) + ": did you mean job_name?");
    CHECK(message_of(body, "unknown-field", language::zh) ==
          "未知字段 " + name + std::string(each.zh) + "，是否应为 job_name？");
  }
  CHECK(message_of(R"({"ext":"","任务":1})", "unknown-field") == "unknown field 任务");
}

}  // namespace
