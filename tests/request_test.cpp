// The request: what is sent where, and that nothing can be slipped into it.

#include <feishu/helpdesk/detail/encoding.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/request.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using namespace feishu::helpdesk;

const std::string body =
    R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0, "ext":"kept as it is"})";

const request_parameters good{.notification_id = "6981801914270744596",
                              .access_token = "u-abc",
                              .helpdesk = {"6650798215", "ht-7c1a"}};

// A policy that lets every fault of the request pass.
policy lenient() {
  policy all;
  for (const rule& each : rules) all.set(each, level::off);
  return all;
}

TEST_CASE("an update") {
  const result<request> made = make_request(body, good);
  REQUIRE(made);
  CHECK(made->method() == "PATCH");
  CHECK(made->host() == "open.feishu.cn");
  CHECK(made->target() == "/open-apis/helpdesk/v1/notifications/6981801914270744596");
  CHECK(made->url() ==
        "https://open.feishu.cn/open-apis/helpdesk/v1/notifications/6981801914270744596");
  REQUIRE(made->headers().size() == 3);
  CHECK(made->headers()[0] == header{"Authorization", "Bearer u-abc"});
  CHECK(made->headers()[1] == header{"X-Lark-Helpdesk-Authorization", "NjY1MDc5ODIxNTpodC03YzFh"});
  CHECK(made->headers()[2] == header{"Content-Type", "application/json; charset=utf-8"});
  CHECK(made->body() == body);
}

TEST_CASE("a creation, a type of ids, another host") {
  request_parameters to = good;
  to.notification_id.reset();
  to.user_id_type = user_id_type::union_id;
  to.host = lark_host;
  const result<request> made = make_request(body, to);
  REQUIRE(made);
  CHECK(made->method() == "POST");
  CHECK(made->url() ==
        "https://open.larksuite.com/open-apis/helpdesk/v1/notifications?user_id_type=union_id");
  to.host = "[::1]:8080";
  CHECK(make_request(body, to)->host() == "[::1]:8080");
}

TEST_CASE("faults of the body and of the parameters are in one report") {
  const result<request> made =
      make_request(R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":3})",
                   {.notification_id = "12a", .user_id_type = "email", .access_token = "t-1"});
  REQUIRE(!made);
  for (const rule_id id :
       std::initializer_list<rule_id>{"scheduled-excludes-new-staff", "notification-id",
                                      "user-id-type", "access-token", "helpdesk-authorization"}) {
    CAPTURE(id.text());
    CHECK(made.report().has(id));
  }
  CHECK(made.report().error_count() == 5);
}

TEST_CASE("a patch is validated as one, and what else is known counts") {
  CHECK(!make_request("{}", good));
  CHECK(make_request("{}", good, {.mode = mode::partial}));
  CHECK(!make_request(body, good, {.current_status = 1}));
}

TEST_CASE("only a validated request can be one") {
  static_assert(!std::is_default_constructible_v<request>);
  static_assert(!std::is_constructible_v<request, std::string, request_parameters>);
}

TEST_CASE("nothing can be slipped in, not even with the rules disabled") {
  std::mt19937 random(154001);
  const auto anything = [&] {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) {
      constexpr std::string_view nasty = "\r\n\0 :/?#&=%\x7f\xff@t";
      const bool is_nasty = random() % 2 == 0;
      text += is_nasty ? nasty[random() % nasty.size()] : static_cast<char>(random() % 256);
    }
    return text;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string host = anything(), id = anything(), type = anything(), token = anything(),
                      helpdesk_id = anything(), helpdesk_token = anything();
    const result<request> made = make_request(body,
                                              {.host = host,
                                               .notification_id = id,
                                               .user_id_type = type,
                                               .access_token = token,
                                               .helpdesk = {helpdesk_id, helpdesk_token}},
                                              {.policy = lenient()});
    REQUIRE(made);
    const auto is_safe_for_terminal = [](std::string_view text, std::string_view forbidden) {
      for (const char c : text) {
        if (c <= ' ' || c > '~' || forbidden.find(c) != forbidden.npos) return false;
      }
      return true;
    };
    CHECK(is_safe_for_terminal(made->host(), "/?#@"));
    const std::string& target = made->target();
    CHECK(is_safe_for_terminal(target, "#@"));
    CHECK(target.find('/', notifications_path.size() + 1) == target.npos);
    CHECK(target.find('?') == target.rfind('?'));
    CHECK(target.find('&') == target.npos);
    CHECK(made->headers()[0].value.starts_with("Bearer "));
    CHECK(is_safe_for_terminal(made->headers()[0].value.substr(7), ""));
    CHECK(is_safe_for_terminal(made->headers()[1].value, ":-"));
  }
}

TEST_CASE("Base64 (the vectors of RFC 4648, section 10)") {
  CHECK(detail::base64("") == "");
  CHECK(detail::base64("f") == "Zg==");
  CHECK(detail::base64("fo") == "Zm8=");
  CHECK(detail::base64("foo") == "Zm9v");
  CHECK(detail::base64("foob") == "Zm9vYg==");
  CHECK(detail::base64("fooba") == "Zm9vYmE=");
  CHECK(detail::base64("foobar") == "Zm9vYmFy");
  CHECK(detail::base64("\xff\xfe\xfd") == "//79");
}

TEST_CASE("parameters own their strings, and a host that is a URL is refused") {
  request_parameters to;
  {
    const std::string token = "u-" + std::string(40, '1');
    to = {.access_token = token + "2", .helpdesk = {std::string("665"), std::string("ht-1")}};
  }
  CHECK(make_request(body, to));
  for (const std::string_view host : {"", "https://open.feishu.cn", "open.feishu.cn/x", "a b"}) {
    CAPTURE(host);
    to.host = host;
    const result<request> made = make_request(body, to);
    REQUIRE(!made);
    CHECK(made.error().has("request-host"));
  }
}

}  // namespace
