// Sends a push by Boost.Beast: `with_beast HOST PORT`, without TLS, as the sandbox wants it.

#include "examples/send/push.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <exception>
#include <iostream>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace helpdesk = feishu::helpdesk;

// [request]
http::request<http::string_body> as_beast(const helpdesk::request& push) {
  http::request<http::string_body> message(http::string_to_verb(push.method()), push.target(), 11);
  message.set(http::field::host, push.host());
  for (const helpdesk::header& each : push.headers()) message.set(each.name, each.value);
  message.body() = push.body();
  message.prepare_payload();
  return message;
}
// [/request]

helpdesk::response send(const helpdesk::request& push, const char* host, const char* port) {
  asio::io_context context;
  asio::ip::tcp::resolver resolver(context);
  beast::tcp_stream stream(context);
  stream.connect(resolver.resolve(host, port));
  http::write(stream, as_beast(push));
  beast::flat_buffer buffer;
  http::response<http::string_body> answer;
  http::read(stream, buffer, answer);
  return helpdesk::parse_response(static_cast<int>(answer.result_int()), answer.body(),
                                  answer[helpdesk::ratelimit_reset_header]);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return example::run(argc, argv, send);
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
