#ifndef FEISHU_SANDBOX_SERVER_HPP
#define FEISHU_SANDBOX_SERVER_HPP

#include "endpoint.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace sandbox {

/// Accepts connections on 127.0.0.1, no more at a time than `limits` allow.
class server : public std::enable_shared_from_this<server> {
 public:
  /// Throws `boost::system::system_error` if the port cannot be had.
  server(boost::asio::io_context& context, std::uint16_t port, endpoint& asked);

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void accept();

 private:
  class place;

  void welcome(boost::asio::ip::tcp::socket socket);
  void leave();

  boost::asio::io_context& context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  endpoint& endpoint_;
  std::size_t connections_ = 0;
  bool is_full_ = false;
};

}  // namespace sandbox

#endif
