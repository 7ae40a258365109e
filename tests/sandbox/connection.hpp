#ifndef FEISHU_HELPDESK_TESTS_SANDBOX_CONNECTION_HPP
#define FEISHU_HELPDESK_TESTS_SANDBOX_CONNECTION_HPP

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

/// A client that may behave as badly as it likes: a socket, connected to the server under test. No
/// operation takes more than half a minute.
class connection {
 public:
  connection() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval most{.tv_sec = 30, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server.sin_port = htons(port());
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0);
  }
  ~connection() { ::close(socket_); }
  connection(const connection&) = delete;

  /// Whether all of it could be sent.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Nothing more will be sent.
  void half_close() { ::shutdown(socket_, SHUT_WR); }

  /// One response: its header and body; what there is of it if the server closed. Empty if there is none.
  std::string receive() {
    std::string response;
    while (response.find("\r\n\r\n") == response.npos) {
      if (!receive_into(response, 1)) return response;
    }
    const std::size_t length = response.find("Content-Length: ");
    if (length == response.npos) return response;
    for (auto left = std::strtoul(response.c_str() + length + 16, nullptr, 10); left != 0;) {
      const std::size_t before = response.size();
      if (!receive_into(response, left)) return response;
      left -= response.size() - before;
    }
    return response;
  }

  /// Whether something has arrived already.
  bool has_answer() {
    char byte;
    return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
  }

  /// Whether the server closes, after whatever it sends.
  bool is_closed() {
    std::string rest;
    while (receive_into(rest, 4096)) rest.clear();
    return last_ == 0 || errno == ECONNRESET;
  }

 private:
  static std::uint16_t port() {
    const char* text = std::getenv("SANDBOX_PORT");
    REQUIRE(text != nullptr);
    return static_cast<std::uint16_t>(std::atoi(text));
  }

  bool receive_into(std::string& to, std::size_t most) {
    char bytes[4096];
    last_ = ::recv(socket_, bytes, most < sizeof bytes ? most : sizeof bytes, 0);
    if (last_ > 0) to.append(bytes, static_cast<std::size_t>(last_));
    return last_ > 0;
  }

  int socket_;
  ssize_t last_ = 0;
};

#endif
