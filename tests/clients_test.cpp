// What clients send for the API reference's samples: all say what the API reference's example says, and the request that the
// library makes of a body is theirs.

#include "tests/case_file.hpp"
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/request.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::test_case;
namespace json = boost::json;

constexpr std::string_view languages_of_samples[] = {"nodejs", "csharp", "php-guzzle", "curl",
                                                     "go",     "python", "java"};

std::vector<test_case> cases_of(std::string_view client) {
  return golden::cases_of("tests/cases/clients/" + std::string(client) + ".json");
}

test_case named(const std::vector<test_case>& cases, std::string_view name) {
  const auto found = std::ranges::find(cases, name, &test_case::name);
  REQUIRE(found != cases.end());
  return *found;
}

// The samples write the same card with blanks, or without.
json::value with_card_read(std::string_view body) {
  json::value all = json::parse(body);
  json::value& card = all.at("push_content");
  card = json::parse(card.as_string());
  return all;
}

TEST_CASE("every sample of the API reference says what its example says") {
  const json::value example =
      with_card_read(golden::contents_of("docs/samples/official-example.json"));
  for (const std::string_view client : languages_of_samples) {
    CAPTURE(client);
    const std::vector<test_case> cases = cases_of(client);
    CHECK(with_card_read(named(cases, "authorized").body) == example);
  }
  const test_case asynchronous = named(cases_of("python"), "authorized, asynchronous");
  CHECK(with_card_read(asynchronous.body) == example);
}

TEST_CASE("Go and Node.js build the same bytes") {
  CHECK(named(cases_of("go"), "authorized").body == named(cases_of("nodejs"), "authorized").body);
}

TEST_CASE("clients escape different characters, and say the same") {
  const std::string python = named(cases_of("python"), "special characters").body;
  const std::string asynchronous =
      named(cases_of("python"), "special characters, asynchronous").body;
  const std::string go = named(cases_of("go"), "special characters").body;
  const std::string java = named(cases_of("java"), "special characters").body;
  for (const std::string& each : {asynchronous, go, java}) {
    CHECK(json::parse(each) == json::parse(python));
    CHECK(each.find("\\u2028\\u2029") != each.npos);
  }
  CHECK(python.find("\\u") == python.npos);
  CHECK(go.find_first_of("<>&") == go.npos);
  CHECK(java.find("a<b>&c 'q' = \U0001F600") != java.npos);
  CHECK(java.find("飞书") != java.npos);
  CHECK(std::ranges::all_of(asynchronous, [](char c) { return c >= ' ' && c <= '~'; }));
}

// An HTTP request as it was sent.
struct sent_request {
  std::string line{};
  std::vector<std::string> headers{};
  std::string body{};

  [[nodiscard]] bool has(const std::string& header) const {
    return std::ranges::find(headers, header) != headers.end();
  }
};

sent_request read_request(const std::filesystem::path& path) {
  const std::string all = golden::contents_of(path);
  sent_request read{.body = golden::detail::body_of_request(all)};
  std::string_view head = std::string_view(all).substr(0, all.size() - read.body.size());
  for (std::size_t end = 0; !head.starts_with("\r\n"); head.remove_prefix(end + 2)) {
    end = head.find("\r\n");
    read.headers.emplace_back(head.substr(0, end));
  }
  read.line = read.headers.front();
  read.headers.erase(read.headers.begin());
  return read;
}

TEST_CASE("kept requests are whole") {
  std::size_t kept = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/fixtures/clients")) {
    CAPTURE(entry.path());
    const sent_request sent = read_request(entry.path());
    CHECK(sent.has("Content-Length: " + std::to_string(sent.body.size())));
    ++kept;
  }
  CHECK(kept >= 29);
}

// What differs between the clients' headers.
struct headers_of_client {
  std::string_view client{};
  bool says_charset = false;
  bool sends_as_printed = true;
};

constexpr headers_of_client headers_of_clients[] = {
    {.client = "nodejs"},
    {.client = "csharp"},
    {.client = "php-guzzle"},
    {.client = "curl"},
    {.client = "go", .says_charset = true, .sends_as_printed = false},
    {.client = "python", .says_charset = true},
    {.client = "java", .says_charset = true, .sends_as_printed = false},
};

TEST_CASE("the request that the library makes is what real clients send") {
  for (const headers_of_client& each : headers_of_clients) {
    CAPTURE(each.client);
    const std::string start = "tests/fixtures/clients/" + std::string(each.client);
    const sent_request sent = read_request(start + "-corrected.http");
    const std::vector<test_case> cases = cases_of(each.client);
    const test_case authorized = named(cases, "authorized");
    const request_parameters to{.notification_id = authorized.notification_id,
                                .user_id_type = user_id_type::open_id,
                                .access_token = *authorized.access_token,
                                .helpdesk = {*authorized.helpdesk_id, *authorized.helpdesk_token}};
    const result<request> made = make_request(sent.body, to);
    REQUIRE(made);
    CHECK(made->body() == sent.body);
    CHECK(sent.line == std::string(made->method()) + ' ' + made->target() + " HTTP/1.1");
    for (const header& one : made->headers().first(2)) {
      CHECK(sent.has(std::string(one.name) + ": " + one.value));
    }
    const std::string charset = each.says_charset ? "; charset=utf-8" : "";
    CHECK(sent.has("Content-Type: application/json" + charset));

    const std::string path = start + "-as-printed.http";
    CHECK(std::filesystem::exists(path) == each.sends_as_printed);
    if (!each.sends_as_printed) continue;
    const sent_request as_printed = read_request(path);
    const test_case printed = named(cases, "as printed");
    CHECK(as_printed.has("Authorization: Bearer " + *printed.access_token));
    CHECK(as_printed.line == sent.line);
    CHECK_FALSE(make_request(as_printed.body, to));
  }
}

TEST_CASE("the word None is sent where the Python SDK has no token") {
  const sent_request sent = read_request("tests/fixtures/clients/python-no-token.http");
  const std::string_view name = "corrected, with the service desk but without a token";
  const test_case without = named(cases_of("python"), name);
  CHECK(sent.has("Authorization: Bearer " + *without.access_token));
  CHECK_FALSE(
      make_request(sent.body, {.notification_id = without.notification_id,
                               .access_token = *without.access_token,
                               .helpdesk = {*without.helpdesk_id, *without.helpdesk_token}}));
}

}  // namespace
