// What clients do to the sandbox, good and bad. The port is told in SANDBOX_PORT.

#include "connection.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::string_view path = "/open-apis/helpdesk/v1/notifications";
constexpr std::string_view known = "/open-apis/helpdesk/v1/notifications/6981801914270744596";

std::string beginning(std::string_view method, std::string_view target, std::size_t body_size) {
  return std::string(method) + ' ' + std::string(target) +
         " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer u-1\r\n"
         "X-Lark-Helpdesk-Authorization: MTox\r\nContent-Type: application/json\r\n"
         "Content-Length: " +
         std::to_string(body_size) + "\r\n\r\n";
}

std::string request(std::string_view method, std::string_view target, std::string_view body = {}) {
  return beginning(method, target, body.size()) + std::string(body);
}

bool has(const std::string& response, std::string_view text) {
  return response.find(text) != response.npos;
}

// The server is well if it answers a stranger.
void check_that_it_answers() {
  connection stranger;
  REQUIRE(stranger.send(request("GET", path)));
  CHECK(has(stranger.receive(), "HTTP/1.1 405"));
}

TEST_CASE("one connection creates, updates and fetches") {
  connection c;
  c.send(request("POST", path,
                 R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0})"));
  const std::string created = c.receive();
  CHECK(has(created, "HTTP/1.1 200 OK"));
  const std::size_t id = created.find("\"notification_id\":\"");
  REQUIRE(id != created.npos);
  const std::string target = std::string(path) + '/' + created.substr(id + 19, 19);

  c.send(request("PATCH", target, R"({"job_name":"推送"})"));
  CHECK(has(c.receive(), R"({"code":0,"msg":"success","data":{}})"));
  c.send(request("GET", target));
  CHECK(has(c.receive(), R"("job_name":"推送")"));
  c.send(request("PATCH", target, R"({"push_scope_type":3})"));
  CHECK(has(c.receive(), "scheduled-excludes-new-staff"));
}

TEST_CASE("a refusal has its log id in a header too, where the SDKs look for it") {
  connection c;
  c.send(request("PATCH", known, R"({"push_scope_type":3})"));
  const std::string refused = c.receive();
  const std::string_view key = R"("log_id":")";
  const std::size_t begin = refused.find(key) + key.size();
  const std::string log_id = refused.substr(begin, refused.find('"', begin) - begin);
  CHECK(log_id.starts_with("sandbox-"));
  CHECK(has(refused, "\r\nX-Tt-Logid: " + log_id + "\r\n"));
}

TEST_CASE("requests may arrive together, or byte by byte") {
  const std::string one = request("PATCH", known, R"({"job_name":"b"})");
  connection c;
  c.send(one + one + one);
  for (int i = 0; i < 3; ++i) CHECK(has(c.receive(), "\"code\":0"));
  for (const char& each : one) c.send({&each, 1});
  CHECK(has(c.receive(), "\"code\":0"));
}

TEST_CASE("a chunked body, and one that waits to be asked for") {
  connection c;
  c.send("PATCH " + std::string(known) +
         " HTTP/1.1\r\nAuthorization: Bearer u-1\r\nX-Lark-Helpdesk-Authorization: MTox\r\n"
         "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
         "8\r\n{\"job_na\r\n8\r\nme\":\"b\"}\r\n0\r\n\r\n");
  CHECK(has(c.receive(), "\"code\":0"));
  c.send("PATCH " + std::string(known) +
         " HTTP/1.1\r\nAuthorization: Bearer u-1\r\nX-Lark-Helpdesk-Authorization: MTox\r\n"
         "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 16\r\n\r\n");
  CHECK(c.receive() == "HTTP/1.1 100 Continue\r\n\r\n");
  c.send(R"({"job_name":"b"})");
  CHECK(has(c.receive(), "\"code\":0"));
}

TEST_CASE("who sends no more is answered all the same") {
  connection c;
  c.send(request("GET", known));
  c.half_close();
  CHECK(has(c.receive(), "HTTP/1.1 200 OK"));
  CHECK(c.is_closed());

  connection half;
  half.send(beginning("PATCH", known, 100) + "{");
  half.half_close();
  CHECK(has(half.receive(), "HTTP/1.1 400"));
  CHECK(half.is_closed());
}

TEST_CASE("methods that are none of its own") {
  connection c;
  for (const std::string_view method : {"PUT", "DELETE", "OPTIONS", "PURGE"}) {
    c.send(request(method, known, "{}"));
    const std::string response = c.receive();
    CHECK(has(response, "HTTP/1.1 405"));
    CHECK(has(response, "\"code\":154005"));
    CHECK(has(response, "Allow: GET, PATCH"));
  }
  c.send(request("HEAD", known));
  CHECK(has(c.receive(), "HTTP/1.1 405"));
}

TEST_CASE("a body of 100 MB is refused, announced or not") {
  const std::string piece(1 << 20, ' ');
  for (int round = 0; round < 3; ++round) {
    connection announced;
    announced.send(beginning("PATCH", known, 100 * piece.size()));
    int sent = 0;
    while (sent < 100 && announced.send(piece)) ++sent;
    CHECK(sent > 15);  // some clients read no answer once they cannot send
    const std::string response = announced.receive();
    CHECK(has(response, "HTTP/1.1 413"));
    CHECK(has(response, "\"code\":154000"));

    connection chunked;
    chunked.send("PATCH " + std::string(known) + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 100; ++i) {
      if (!chunked.send("100000\r\n") || !chunked.send(piece) || !chunked.send("\r\n")) break;
    }
    CHECK(has(chunked.receive(), "HTTP/1.1 413"));
  }
  check_that_it_answers();
}

TEST_CASE("a header that does not end is refused") {
  connection c;
  c.send("GET / HTTP/1.1\r\n");
  for (int i = 0; i < 1000 && c.send("X: " + std::string(100, 'x') + "\r\n"); ++i) continue;
  CHECK(has(c.receive(), "HTTP/1.1 431"));
  CHECK(c.is_closed());
}

TEST_CASE("10,000 requests of garbage") {
  std::mt19937 rng(1);
  const std::string good = request("PATCH", known, R"({"user_list":[{"user_id":"ou_1"}]})");
  for (int i = 0; i < 10000; ++i) {
    std::string bytes = good;
    if (i % 2 == 0) {
      bytes.assign(rng() % 200 + 1, '\0');
      for (char& each : bytes) each = static_cast<char>(rng());
    } else {
      for (auto n = rng() % 3 + 1; n != 0; --n) {
        bytes[rng() % bytes.size()] = static_cast<char>(rng());
      }
    }
    connection c;
    c.send(bytes);
    if (i % 4 < 2) {
      c.half_close();
      c.receive();
    }
  }
  check_that_it_answers();
}

TEST_CASE("large bodies of all kinds are read in bounded memory") {
  constexpr std::size_t size = 1 << 20;
  const auto repeated = [](std::string_view head, std::string_view each, std::string_view tail) {
    std::string body(head);
    while (body.size() + each.size() + tail.size() <= size) body += each;
    return body + std::string(tail);
  };
  for (const std::string& body :
       {repeated(R"({"user_list":[{"user_id":"ou_0"})", R"(,{"user_id":"ou_1"})", "]}"),
        repeated(R"({"x":[0)", ",0", R"(],"push_type":9})"),
        repeated(R"({"x":[{})", ",{}", R"(],"push_type":9})"),
        repeated(R"({"push_scope_type":2,"user_list":[{"user_id":"ou_0"})",
                 R"(,{"user_id":"ou_1"})", "]}"),
        repeated(R"({"job_name":")", "\\u0001", "\"}")}) {
    connection c;
    c.send(request("PATCH", known, body));
    CHECK(has(c.receive(), "\"code\":"));
  }
  const std::string fresh = repeated(
      R"({"push_content":"{}","push_type":0,"push_scope_type":0,"job_name":")", "x", "\"}");
  connection c;
  for (int i = 0; i < 18; ++i) {
    c.send(request("POST", path, fresh));
    CHECK(has(c.receive(), "\"code\":0"));
  }
}

// More connections than there may be, none of which gets done. The limits are the server's: 64
// connections, 10 s for a request to begin, and 10 s for it to arrive.
TEST_CASE("who is slow, or silent, is shown out in the end, and others get their turn") {
  const auto began = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  };
  std::vector<std::unique_ptr<connection>> idlers;
  for (int i = 0; i < 64; ++i) {
    idlers.push_back(std::make_unique<connection>());
    if (i % 4 == 1) idlers.back()->send("PATCH " + std::string(known));
    if (i % 4 == 2) idlers.back()->send(beginning("PATCH", known, 100) + "{");
    if (i % 4 == 3) idlers.back()->send(beginning("PATCH", known, 1 << 20));
  }
  connection patient;
  patient.send(request("PUT", known));
  while (seconds() < 9) {
    for (std::size_t i = 0; i < idlers.size(); ++i) {
      if (i % 4 != 0) idlers[i]->send(" ");
    }
    ::usleep(300000);
  }
  CHECK_FALSE(patient.has_answer());
  CHECK(has(patient.receive(), "HTTP/1.1 405"));
  for (std::size_t i = 0; i < idlers.size(); ++i) {
    CAPTURE(i);
    CHECK(idlers[i]->is_closed());
  }
  CHECK(seconds() < 13);
  check_that_it_answers();
}

}  // namespace
