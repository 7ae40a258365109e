// Responses of the platform, and what is not one.

#include <feishu/helpdesk/json/describe_response.hpp>
#include <feishu/helpdesk/json/detail/envelope.hpp>
#include <feishu/helpdesk/json/response.hpp>
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using namespace std::string_view_literals;
namespace json = boost::json;

std::string envelope_of(std::int64_t code, std::string_view msg) {
  return json::serialize(json::object{{"code", code}, {"msg", msg}, {"data", json::object()}});
}

std::string refusal_with(std::string_view error) {
  return R"({"code":99992402,"msg":"field validation failed","error":)" + std::string(error) + '}';
}

response refusal(std::string_view error) { return parse_response(400, refusal_with(error)); }

TEST_CASE("a success carries its data") {
  const response created = parse_response(
      200,
      R"({"code":0,"msg":"success","data":{"notification_id":"6985032626234982420","status":0}})");
  CHECK(created.ok());
  CHECK(created.kind == response_kind::success);
  CHECK(created.msg == "success");
  REQUIRE(created.find("notification_id") != nullptr);
  CHECK(*created.find("notification_id") == "6985032626234982420");
  CHECK(*created.find("status") == 0);
  CHECK(created.find("notification") == nullptr);
  CHECK_FALSE(created.can_retry());
  CHECK(created.known() == nullptr);
  CHECK(describe(created, language::en) == "the request succeeded");
  CHECK(describe(created, language::zh) == "请求成功");

  const response got =
      parse_response(200, R"({"code":0,"data":{"notification":{"user_list":null}}})");
  REQUIRE(got.ok());
  CHECK(got.msg.empty());
  CHECK(got.find("notification")->at("user_list").is_null());

  CHECK(parse_response(0, R"({"code":0})").ok());
  CHECK(parse_response(299, R"({"code":0,"data":7})").find("status") == nullptr);
}

TEST_CASE("each code of the API reference is known, and its advice said") {
  for (const api_error& each : api_errors) {
    CAPTURE(each.code);
    const response r = parse_response(each.http_status, envelope_of(each.code, each.description));
    CHECK(r.kind == response_kind::refused);
    CHECK_FALSE(r.ok());
    CHECK(r.code == each.code);
    CHECK(r.msg == each.description);
    CHECK(r.known() == &each);
    CHECK(r.can_retry() == (each.code == 155000));
  }
  const auto description_of = [](int code, int status, std::string_view msg, language chosen) {
    return describe(parse_response(status, envelope_of(code, msg)), chosen);
  };
  constexpr std::string_view said = "Bad request, please check your request body";
  CHECK(description_of(154000, 400, said, language::en) ==
        "the service desk answered 154000 (HTTP 400): invalid request: check its "
        "parameters");
  CHECK(description_of(154000, 400, said, language::zh) ==
        "服务台返回 154000（HTTP 400）：请求不合法，请检查参数");
  CHECK(
      description_of(154001, 0, "other words", language::en) ==
      "the service desk answered 154001: check that Authorization and "
      "X-Lark-Helpdesk-Authorization are correct, and that the app and the service desk belong to "
      "the same tenant; it says \"other words\"");
  CHECK(description_of(154004, 404, "", language::zh) ==
        "服务台返回 154004（HTTP 404）：资源不存在，请检查ID值");
  CHECK(
      description_of(155000, 500, "Internal error", language::en) ==
      "the service desk answered 155000 (HTTP 500): internal error: contact the platform; the same "
      "request may succeed later");
  CHECK(description_of(155000, 500, "Internal error", language::zh) ==
        "服务台返回 155000（HTTP 500）：内部错误，请联系我们；稍后重试可能成功");
}

TEST_CASE("the code counts, not the HTTP status") {
  CHECK(parse_response(200, envelope_of(154004, "")).kind == response_kind::refused);
  CHECK(parse_response(400, envelope_of(99991400, "")).can_retry());
  CHECK_FALSE(parse_response(500, envelope_of(154000, "")).can_retry());
}

TEST_CASE("the gateway's codes") {
  const response type = parse_response(
      400,
      R"({"code":9499,"msg":"Invalid parameter type in json: user_list. Check it","data":{}})");
  CHECK(
      describe(type, language::en) ==
      "the gateway answered 9499 (HTTP 400): a field of the body has the wrong JSON type; it says "
      "\"Invalid parameter type in json: user_list. Check it\"");
  CHECK(describe(type, language::zh) ==
        "网关返回 9499（HTTP 400）：请求体中有字段的 JSON 类型不正确；其说明为“Invalid parameter "
        "type "
        "in json: user_list. Check it”");
  CHECK_FALSE(type.can_retry());

  const response fields = refusal(
      R"({"log_id":"20250101","field_violations":[
          {"field":"user_list[*].user_id","value":"","description":"user_id is required"},
          {"field":"push_type","value":"7"}]})");
  CHECK(describe(fields, language::en) ==
        "the gateway answered 99992402 (HTTP 400): parameters of the request or fields of its "
        "body are invalid; user_list[*].user_id: user_id is required; push_type: 7; log id "
        "20250101");
  CHECK(describe(fields, language::zh) ==
        "网关返回 99992402（HTTP 400）：请求的参数或请求体的字段未通过校验；user_list[*].user_id："
        "user_id is required；push_type：7；日志 ID：20250101");
  CHECK_FALSE(fields.can_retry());
}

TEST_CASE("a limit on requests, and when it is reset") {
  const std::string body = envelope_of(99991400, "request trigger frequency limit");
  const response known = parse_response(429, body, "52");
  CHECK(known.can_retry());
  CHECK(known.reset_after == std::chrono::seconds(52));
  CHECK(describe(known, language::en) ==
        "the gateway answered 99991400 (HTTP 429): too many requests: wait until the limit "
        "is reset; that is in 52 seconds");
  CHECK(describe(known, language::zh) ==
        "网关返回 99991400（HTTP 429）：请求过于频繁，请等待限制重置后再试；52 秒后重置");
  CHECK(describe(parse_response(429, body, "1"), language::en).ends_with("that is in 1 second"));
  CHECK(parse_response(429, body, "0").reset_after == std::chrono::seconds(0));
  CHECK(parse_response(429, body, "4294967295").reset_after == std::chrono::seconds(4294967295));

  for (const std::string_view garbage :
       {""sv, " 52"sv, "52 "sv, "52\r\n"sv, "+5"sv, "-5"sv, "1.5"sv, "1e3"sv, "0x10"sv, "soon"sv,
        "5,6"sv, "4294967296"sv, "99999999999999999999999"sv, "5\0"sv, "５"sv}) {
    CAPTURE(garbage);
    const response unknown = parse_response(429, body, garbage);
    CHECK(unknown.can_retry());
    CHECK_FALSE(unknown.reset_after.has_value());
    CHECK(describe(unknown, language::en)
              .ends_with("the response's header x-ogw-ratelimit-reset says when"));
    CHECK(describe(unknown, language::zh).ends_with("；时长见应答头 x-ogw-ratelimit-reset"));
  }
}

TEST_CASE("an unknown code keeps its number and text") {
  for (const std::int64_t code :
       {std::int64_t{1}, std::int64_t{-1}, std::int64_t{99991663},
        std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    const response r = parse_response(400, envelope_of(code, "无效的 token"));
    CHECK(r.kind == response_kind::refused);
    CHECK(r.code == code);
    CHECK(r.msg == "无效的 token");
    CHECK(r.known() == nullptr);
    CHECK_FALSE(r.can_retry());
  }
  const response r = parse_response(403, envelope_of(99991672, "Access denied"));
  CHECK(describe(r, language::en) ==
        "the platform answered 99991672 (HTTP 403); it says \"Access denied\"");
  CHECK(describe(r, language::zh) == "平台返回 99991672（HTTP 403）；其说明为“Access denied”");
}

TEST_CASE("every field of `error` is optional, and of any type") {
  const response whole = refusal(
      R"({"log_id":"L","troubleshooter":"see","permission_violations":[{"subject":"helpdesk:all"}],
          "details":[{"key":"a"}],"helps":[{"url":"u"}]})");
  CHECK(whole.log_id == "L");
  CHECK(whole.troubleshooter == "see");
  CHECK(whole.permission_violations == json::parse(R"([{"subject":"helpdesk:all"}])"));
  CHECK(whole.details == json::parse(R"([{"key":"a"}])"));
  CHECK(whole.helps == json::parse(R"([{"url":"u"}])"));

  for (const std::string_view odd :
       {"null", "{}", R"({"log_id":null,"field_violations":null})", R"({"field_violations":[]})",
        R"({"field_violations":[{},null,""]})"}) {
    CAPTURE(odd);
    const response r = refusal(odd);
    CHECK(r.kind == response_kind::refused);
    CHECK(r.log_id.empty());
    CHECK(r.field_violations.empty());
    CHECK(r.details.is_null());
  }

  const response odd = refusal(
      R"({"log_id":17,"troubleshooter":{"a":[1,true]},"helps":false,
          "field_violations":["words",5,{"field":["x"],"value":{"a":null},"description":2.5}]})");
  CHECK(odd.log_id == "17");
  CHECK(odd.troubleshooter == R"({"a":[1,true]})");
  CHECK(odd.helps == false);
  REQUIRE(odd.field_violations.size() == 3);
  CHECK(odd.field_violations[0].description == "words");
  CHECK(odd.field_violations[1].description == "5");
  CHECK(odd.field_violations[2].field == R"(["x"])");
  CHECK(odd.field_violations[2].value == R"({"a":null})");
  CHECK_FALSE(odd.field_violations[2].where.has_value());

  CHECK(refusal(R"({"field_violations":{"field":"ext"}})").field_violations.at(0).field == "ext");
  CHECK(refusal(R"("unauthorized")").details == "unauthorized");
  CHECK(parse_response(400, R"({"code":1,"msg":{"en":"no"}})").msg == R"({"en":"no"})");
  CHECK(parse_response(400, R"({"code":1,"msg":null})").msg.empty());
}

TEST_CASE("what is no envelope says so, and why") {
  const std::string deep(33, '[');
  const struct {
    int status;
    std::string_view body;
    envelope_error reason;
  } cases[] = {
      {502, "", envelope_error::empty},
      {204, " \r\n\t", envelope_error::empty},
      {502, "<html><body>502 Bad Gateway</body></html>", envelope_error::markup},
      {502, "\n  <?xml version=\"1.0\"?>", envelope_error::markup},
      {200, R"({"code":0,"msg":"succ)", envelope_error::truncated},
      {200, R"({"code":0)", envelope_error::truncated},
      {200, "{", envelope_error::truncated},
      {200, deep, envelope_error::too_deep},
      {200, "Bad Gateway", envelope_error::not_json},
      {200, "{\"code\":0,}", envelope_error::not_json},
      {200, "{\"code\":0} {\"code\":0}", envelope_error::not_json},
      {200, "{\"code\":0,\"msg\":\"\xff\"}", envelope_error::not_json},
      {200, "\xef\xbb\xbf{\"code\":0}", envelope_error::not_json},
      {200, "{\"code\":0}\0"sv, envelope_error::not_json},
      {200, "\x1f\x8b\x08", envelope_error::not_json},
      {200, "[]", envelope_error::not_an_object},
      {200, R"([{"code":0}])", envelope_error::not_an_object},
      {200, "0", envelope_error::not_an_object},
      {200, "null", envelope_error::not_an_object},
      {200, "{}", envelope_error::no_code},
      {200, R"({"Code":0})", envelope_error::no_code},
      {200, R"({"error":{"code":0}})", envelope_error::no_code},
      {200, R"({"code":"0"})", envelope_error::code_not_an_integer},
      {200, R"({"code":null})", envelope_error::code_not_an_integer},
      {200, R"({"code":false})", envelope_error::code_not_an_integer},
      {200, R"({"code":[0]})", envelope_error::code_not_an_integer},
      {200, R"({"code":0.0})", envelope_error::code_not_an_integer},
      {200, R"({"code":0e0})", envelope_error::code_not_an_integer},
      {200, R"({"code":9223372036854775808})", envelope_error::code_not_an_integer},
      {200, R"({"code":18446744073709551616})", envelope_error::code_not_an_integer},
      {200, R"({"code":-9223372036854775809})", envelope_error::code_not_an_integer},
      {200, R"({"code":0,"code":"x"})", envelope_error::code_not_an_integer},
      {502, R"({"code":0,"msg":"success"})", envelope_error::contradicts_status},
      {302, R"({"code":0})", envelope_error::contradicts_status},
      {199, R"({"code":0})", envelope_error::contradicts_status},
  };
  for (const auto& each : cases) {
    CAPTURE(each.body);
    const response r = parse_response(each.status, each.body);
    CHECK(r.kind == response_kind::not_an_envelope);
    CHECK(r.reason == each.reason);
    CHECK_FALSE(r.ok());
    CHECK_FALSE(r.can_retry());
    CHECK(r.http_status == each.status);
    CHECK(r.beginning == each.body);
    for (const language chosen : {language::en, language::zh}) {
      CHECK(describe(r, chosen).find(localized(each.reason).in(chosen)) != std::string::npos);
    }
  }
  const response page = parse_response(502, "<html>\r\n<title>502</title>");
  CHECK(describe(page, language::en) ==
        "what came is no response of the platform (HTTP 502): it is a page of markup; it begins "
        "\"<html>  <title>502</title>\"; whether the request took effect is not known");
  CHECK(describe(page, language::zh) ==
        "收到的不是平台的应答（HTTP 502）：这是一个网页；开头为“<html>  "
        "<title>502</title>”；请求是否生效不得而知");
  CHECK(describe(parse_response(0, ""), language::en) ==
        "what came is no response of the platform: it is empty; whether the request took effect is "
        "not "
        "known");
}

TEST_CASE("the size of what is read is bounded") {
  std::string body = R"({"code":0})";
  body.resize(largest_envelope, ' ');
  CHECK(parse_response(200, body).ok());
  body += ' ';
  CHECK(parse_response(200, body).reason == envelope_error::too_large);
}

TEST_CASE("the depth of what is read is bounded") {
  const auto nested = [](std::size_t levels) {
    return R"({"code":0,"data":)" + std::string(levels, '[') + std::string(levels, ']') + '}';
  };
  CHECK(parse_response(200, nested(31)).ok());
  CHECK(parse_response(200, nested(32)).reason == envelope_error::too_deep);
  CHECK(parse_response(200, nested(1'000'000)).reason == envelope_error::too_deep);
  CHECK(parse_response(200, std::string(1'000'000, '{')).kind == response_kind::not_an_envelope);
}

std::string many(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

TEST_CASE("what is kept of a refusal is bounded, and cut at a character's edge") {
  const std::string words = many("测", 100'000);
  const std::string list = '[' + many("{\"a\":\"" + many("x", 100) + "\"},", 200) + "0]";
  const response r = refusal(
      "{\"log_id\":\"" + words + "\",\"troubleshooter\":\"aa" + words + "\",\"details\":" + list +
      ",\"helps\":" + list + ",\"permission_violations\":\"" + words + "\",\"field_violations\":[" +
      many("{\"field\":\"" + many("y", 5000) + "\",\"description\":" + list + "},", 80) + "{}]}");
  CHECK(r.log_id == many("测", 341) + "…");
  CHECK(r.troubleshooter == "aa" + many("测", 340) + "…");
  CHECK(r.field_violations.size() == response::most_violations);
  CHECK(r.dropped_violations == 16);  // the last one says nothing
  for (const field_violation& each : r.field_violations) {
    CHECK(each.field.size() == response::longest_text + "…"sv.size());
    CHECK(each.description.size() == response::longest_text + "…"sv.size());
  }
  CHECK(r.details.as_array().size() > 50);
  CHECK(r.details.as_array().at(0) == json::parse(list).at(0));
  CHECK(json::serialize(r.details).size() < 2 * response::longest_value);
  CHECK(r.permission_violations.as_string().size() <= response::longest_value + "…"sv.size());
  CHECK(describe(r, language::en).size() < 2500);
  CHECK(describe(r, language::en).find("; and 77 more; log id ") != std::string::npos);

  const response long_data =
      parse_response(400, R"({"code":1,"data":)" + list + R"(,"msg":")" + words + "\"}");
  CHECK(json::serialize(long_data.data).size() < 2 * response::longest_value);
  CHECK(long_data.msg == many("测", 341) + "…");
  CHECK(parse_response(200, R"({"code":0,"data":)" + list + '}').data == json::parse(list));
  const std::string numbers = "{\"details\":[" + many("0,", 10'000) + "0]}";
  CHECK(refusal(numbers).details.as_array().size() == response::longest_value / 16);
  CHECK(parse_response(502, "<" + words).beginning == "<" + many("测", 341) + "…");
}

TEST_CASE("text from outside is harmless in advice, and as it came elsewhere") {
  const response r = refusal(
      R"({"log_id":"\u001b[2J","field_violations":[{"field":"a\nb","description":"\u202ex"}]})");
  CHECK(r.log_id == "\x1b[2J");
  CHECK(describe(r, language::en).ends_with("; a b: <U+202E>x; log id <U+001B>[2J"));
  CHECK(describe(parse_response(502, "\x1b]0;x\x07\xff"), language::en)
            .find("\"<U+001B>]0;x<U+0007>?\"") != std::string::npos);
}

// Valid envelopes, on which to work.
const std::vector<std::string>& samples() {
  static const std::vector<std::string> all = {
      R"({"code":0,"msg":"success","data":{"notification_id":"6985032626234982420","status":0}})",
      envelope_of(154000, "Bad request, please check your request body"),
      refusal_with(
          R"({"log_id":"L","troubleshooter":"排查建议","field_violations":[
              {"field":"user_list[*].user_id","value":"7","description":"d"},{"field":"x[1].y"}],
              "permission_violations":[{"type":"t","subject":"s"}],"details":[],"helps":{}})")};
  return all;
}

// Sentences are one line that no terminal obeys; the kinds exclude one another; and no limit is passed.
void check_promises(const response& r, std::string_view body) {
  CHECK((r.reason == envelope_error::none) == (r.kind != response_kind::not_an_envelope));
  CHECK(r.ok() == (r.kind == response_kind::success));
  if (r.kind == response_kind::refused) CHECK(r.code != 0);
  for (const language chosen : {language::en, language::zh}) {
    const std::string told = describe(r, chosen);
    CHECK_FALSE(told.empty());
    if (sanitize_for_terminal(told) != told) FAIL_CHECK(body);
    CHECK(told.find('\n') == std::string::npos);
  }
  CHECK(r.msg.size() <= response::longest_text + "…"sv.size());
  CHECK(r.beginning.size() <= response::longest_text + "…"sv.size());
  CHECK(r.field_violations.size() <= response::most_violations);
}

TEST_CASE("a response that was cut off anywhere is no envelope") {
  for (const std::string& whole : samples()) {
    CHECK(parse_response(0, whole).reason == envelope_error::none);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const response r = parse_response(0, whole.substr(0, size));
      CHECK(r.reason == (size == 0 ? envelope_error::empty : envelope_error::truncated));
    }
  }
}

TEST_CASE("whatever comes, there is a value") {
  std::mt19937 random(2024);
  const auto below = [&](std::size_t count) { return random() % count; };
  constexpr std::string_view pieces[] = {"{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "\"",
                                         "\\u",
                                         "0",
                                         "-",
                                         "1e9",
                                         "null",
                                         "\"code\"",
                                         "<",
                                         "\0"sv,
                                         "\xff",
                                         "测",
                                         "\x1b",
                                         "\n",
                                         "\u202e",
                                         "[[[[",
                                         "{}",
                                         "99999999999999999999"};
  constexpr int statuses[] = {0, 200, 400};
  std::size_t count_of[3]{};
  for (std::size_t round = 0; round < 6000; ++round) {
    std::string body = samples()[below(samples().size())];
    for (std::size_t edits = 1 + below(4); edits != 0 && !body.empty(); --edits) {
      const std::size_t at = below(body.size());
      switch (below(4)) {
        case 0: body[at] = static_cast<char>(random()); break;
        case 1: body.erase(at, 1 + below(8)); break;
        case 2: body.insert(at, pieces[below(std::size(pieces))]); break;
        default: body.insert(at, body.substr(below(body.size()), below(40))); break;
      }
    }
    const response r = parse_response(statuses[below(3)], body, body.substr(0, below(4)));
    check_promises(r, body);
    ++count_of[static_cast<std::size_t>(r.kind)];
  }
  for (const std::size_t count : count_of) CHECK(count > 100);  // or little was tried
}

TEST_CASE("code and text survive any way of writing them") {
  std::mt19937_64 random(7);
  constexpr std::string_view pieces[] = {"a",    "\"", "\\", "/", "\n",    "\0"sv,
                                         "\x7f", "测", "😀", "…", "\u2028"};
  for (std::size_t round = 0; round < 2000; ++round) {
    const auto code = static_cast<std::int64_t>(random()) >> (random() % 64);
    std::string msg;
    for (std::size_t left = random() % 60; left != 0; --left)
      msg += pieces[random() % std::size(pieces)];
    const response r = parse_response(200, envelope_of(code, msg));
    CHECK(r.kind == (code == 0 ? response_kind::success : response_kind::refused));
    CHECK(r.code == code);
    CHECK(r.msg == msg);
    check_promises(r, msg);
  }
}

}  // namespace
