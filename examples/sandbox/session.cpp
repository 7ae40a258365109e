#include "session.hpp"

#include "log.hpp"
#include <feishu/helpdesk/request.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/beast/http/write.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <utility>

namespace sandbox {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

std::int64_t milliseconds_now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

session::session(boost::asio::ip::tcp::socket socket, endpoint& asked, std::shared_ptr<void> place)
    : stream_(std::move(socket)), endpoint_(asked), place_(std::move(place)) {}

template <class Step>
auto session::then(Step step) {
  return [self = shared_from_this(), step](error failure, std::size_t bytes) {
    step(*self, failure, bytes);
  };
}

void session::start() {
  error ignored;
  static_cast<void>(stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored));
  await_request();
}

// Until its first bytes arrive a client may take its time; from then on, the request has a deadline.
void session::await_request() {
  parser_.emplace();
  parser_->header_limit(limits::header_bytes);
  parser_->body_limit(limits::body_bytes);
  if (arrived_.size() != 0) return read_header();
  stream_.expires_after(limits::idle_time);
  stream_.async_read_some(arrived_.prepare(limits::header_bytes),
                          then([](session& s, error failure, std::size_t bytes) {
                            if (failure) return;
                            s.arrived_.commit(bytes);
                            s.read_header();
                          }));
}

void session::read_header() {
  stream_.expires_after(limits::request_time);
  http::async_read_header(stream_, arrived_, *parser_,
                          then([](session& s, error failure, std::size_t) {
                            failure ? s.refuse(failure) : s.read_body();
                          }));
}

// Some clients send a body only when they are asked for it.
void session::read_body() {
  constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  const auto read = [](session& s, error failure, std::size_t) {
    if (failure) return;
    http::async_read(s.stream_, s.arrived_, *s.parser_,
                     s.then([](session& same, error broken, std::size_t) {
                       broken ? same.refuse(broken) : same.answer();
                     }));
  };
  const bool is_asked =
      beast::iequals(parser_->get()[http::field::expect], "100-continue") && arrived_.size() == 0;
  if (!is_asked || parser_->is_done()) return read(*this, {}, 0);
  boost::asio::async_write(stream_, boost::asio::buffer(go_on), then(read));
}

void session::answer() {
  const auto began = std::chrono::steady_clock::now();
  const auto& request = parser_->get();
  outgoing answer;
  try {
    answer = endpoint_.answer({.method = request.method_string(),
                               .target = request.target(),
                               .authorization = request[http::field::authorization],
                               .helpdesk = request[feishu::helpdesk::helpdesk_header],
                               .content_type = request[http::field::content_type],
                               .body = request.body(),
                               .now = milliseconds_now()});
  } catch (const std::exception& failure) {
    answer = endpoint_.refuse(500, failure.what());
  }
  log(request.method_string(), request.target(), answer, std::chrono::steady_clock::now() - began);
  send(answer, request.keep_alive());
}

// What never became a request. A client that is gone, or is too slow, gets no answer.
void session::refuse(error why) {
  if (why == beast::error::timeout) return log("a request took too long to arrive");
  const bool is_http = why.category() == http::make_error_code(http::error::bad_method).category();
  if (!is_http || why == http::error::end_of_stream) return;

  const int status = why == http::error::body_limit ? 413
                     : why == http::error::header_limit || why == http::error::buffer_overflow
                         ? 431
                         : 400;
  const outgoing answer = endpoint_.refuse(status, why.message());
  const auto& request = parser_->get();
  log(request.method_string(), request.target(), answer, {});
  send(answer, false);
}

void session::send(const outgoing& answer, bool keep_alive) {
  const bool is_head = parser_->get().method() == http::verb::head;
  response_ = {};
  response_.result(static_cast<unsigned>(answer.http_status));
  response_.set(http::field::content_type, "application/json; charset=utf-8");
  if (!answer.log_id.empty()) response_.set("X-Tt-Logid", answer.log_id);
  if (!answer.allowed.empty()) response_.set(http::field::allow, answer.allowed);
  response_.keep_alive(keep_alive && !is_head);
  if (!is_head) response_.body() = answer.body;
  response_.prepare_payload();

  stream_.expires_after(limits::request_time);
  http::async_write(stream_, response_, then([](session& s, error failure, std::size_t) {
                      if (failure) return;
                      if (s.response_.keep_alive()) return s.await_request();
                      error ignored;
                      static_cast<void>(s.stream_.socket().shutdown(
                          boost::asio::socket_base::shutdown_send, ignored));
                      s.stream_.expires_after(limits::linger_time);
                      s.linger();
                    }));
}

// Closing while more is arriving would make the client's system forget the answer.
void session::linger() {
  arrived_.clear();
  stream_.async_read_some(arrived_.prepare(limits::header_bytes),
                          then([](session& s, error failure, std::size_t) {
                            if (!failure) s.linger();
                          }));
}

}  // namespace sandbox
