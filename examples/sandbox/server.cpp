#include "server.hpp"

#include "limits.hpp"
#include "session.hpp"

#include <boost/asio/ip/address_v4.hpp>

#include <chrono>
#include <utility>

namespace sandbox {

using boost::asio::ip::tcp;

// One of the connections that there may be.
class server::place {
 public:
  explicit place(std::shared_ptr<server> of) : server_(std::move(of)) { ++server_->connections_; }
  // NOLINTNEXTLINE(bugprone-exception-escape): memory that runs out ends the program anyway
  ~place() { server_->leave(); }
  place(const place&) = delete;

 private:
  std::shared_ptr<server> server_;
};

server::server(boost::asio::io_context& context, std::uint16_t port, endpoint& asked)
    : context_(context),
      acceptor_(context, {boost::asio::ip::address_v4::loopback(), port}),
      pause_(context),
      endpoint_(asked) {}

void server::accept() {
  is_full_ = connections_ >= limits::connections;
  if (is_full_) return;
  acceptor_.async_accept(
      [self = shared_from_this()](boost::system::error_code failure, tcp::socket socket) {
        if (!failure) return self->welcome(std::move(socket));
        // Out of descriptors, say: what others close may help.
        self->pause_.expires_after(std::chrono::milliseconds(100));
        self->pause_.async_wait([self](boost::system::error_code stopped) {
          if (!stopped) self->accept();
        });
      });
}

void server::welcome(tcp::socket socket) {
  std::make_shared<session>(std::move(socket), endpoint_,
                            std::make_shared<place>(shared_from_this()))
      ->start();
  accept();
}

void server::leave() {
  --connections_;
  if (is_full_ && !context_.stopped()) accept();
}

}  // namespace sandbox
