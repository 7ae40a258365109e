#ifndef FEISHU_SANDBOX_SESSION_HPP
#define FEISHU_SANDBOX_SESSION_HPP

#include "endpoint.hpp"
#include "limits.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

namespace sandbox {

/// One connection: reads requests, one after the other, and writes what the endpoint answers. Whatever a
/// client does, or leaves undone, it ends in bounded time, and holds bounded memory.
class session : public std::enable_shared_from_this<session> {
 public:
  /// The session holds `place` for as long as it lives.
  session(boost::asio::ip::tcp::socket socket, endpoint& asked, std::shared_ptr<void> place);

  void start();

 private:
  using string_body = boost::beast::http::string_body;
  using error = boost::beast::error_code;

  void await_request();
  void read_header();
  void read_body();
  void answer();
  void refuse(error why);
  void send(const outgoing& answer, bool keep_alive);
  void linger();

  // A handler that goes on with a step, and keeps the session alive until then.
  template <class Step>
  auto then(Step step);

  boost::beast::tcp_stream stream_;
  endpoint& endpoint_;
  std::shared_ptr<void> place_;
  boost::beast::flat_static_buffer<2 * limits::header_bytes> arrived_;
  std::optional<boost::beast::http::request_parser<string_body>> parser_{};
  boost::beast::http::response<string_body> response_{};
};

}  // namespace sandbox

#endif
