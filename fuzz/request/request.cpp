// A request that is made reads, to an HTTP parser that is not ours, as just what was asked for, whatever
// rules a policy disables; nothing is thrown.

#include "fuzz/harness.hpp"
#include "fuzz/situation.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;
namespace http = boost::beast::http;

// As a client would write it.
std::string message_of(const request& r) {
  std::string text =
      std::string(r.method()) + ' ' + r.target() + " HTTP/1.1\r\nHost: " + r.host() + "\r\n";
  for (const header& each : r.headers())
    text += std::string(each.name) + ": " + each.value + "\r\n";
  return text + "Content-Length: " + std::to_string(r.body().size()) + "\r\n\r\n" + r.body();
}

http::request<http::string_body> read(const std::string& text) {
  http::request_parser<http::string_body> parser;
  parser.body_limit(text.size());
  parser.header_limit(static_cast<std::uint32_t>(text.size()));
  parser.eager(true);
  boost::beast::error_code failure;
  const std::size_t taken = parser.put(boost::asio::buffer(text), failure);
  require(!failure, "a request is one to others");
  require(parser.is_done() && taken == text.size(), "and nothing is left of it");
  return parser.release();
}

// Percent-decoded.
std::string decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
    i += 2;
  }
  return bytes;
}

void check(const request& made, const std::string& body, const request_parameters& to) {
  const auto read_back = read(message_of(made));
  require(std::ranges::distance(read_back) == 5, "it has its headers and no others");
  require(read_back.method_string() == (to.notification_id ? "PATCH" : "POST"),
          "it has its method");
  require(read_back[http::field::host] == made.host(), "it has its host");
  require(read_back.target() == made.target(), "it has its target");
  require(read_back.body() == body && made.body() == body, "its body is sent as it came");
  for (const header& each : made.headers()) {
    require(read_back[std::string(each.name)] == each.value, "it has its headers");
    require(std::ranges::all_of(each.value, [](char c) { return c >= ' ' && c <= '~'; }),
            "in ASCII");
  }

  require(decoded(made.host()) == to.host, "the host is the one that was named");
  std::string target(notifications_path);
  if (to.notification_id) target += '/' + std::string(*to.notification_id);
  if (to.user_id_type) target += "?user_id_type=" + std::string(to.user_id_type->text());
  require(decoded(made.target()) == target, "the target is the one that was named");
  const std::string path = made.target().substr(0, made.target().find('?'));
  const std::ptrdiff_t steps =
      std::ranges::count(notifications_path, '/') + (to.notification_id ? 1 : 0);
  require(std::ranges::count(path, '/') == steps, "an id is one step of the path");
  require(made.target().find('#') == std::string::npos, "and no fragment");
  require(made.url() == "https://" + made.host() + made.target(), "the URL is made of both");
}

std::optional<std::string> as_string(const std::optional<borrowed_string>& text) {
  if (!text) return std::nullopt;
  return std::string(*text);
}

}  // namespace

// The host, and a situation.
void fuzz::try_out(std::string_view input) {
  const auto [host, rest] = parts_of<2>(input);
  const situation given(rest);
  const helpdesk_credentials desk = given.known.helpdesk.value_or(helpdesk_credentials{"1", "2"});
  const request_parameters to{.host = std::string(host),
                              .notification_id = as_string(given.known.notification_id),
                              .user_id_type = given.known.user_id_type,
                              .access_token = std::string(given.known.access_token.value_or("u-1")),
                              .helpdesk = {std::string(desk.id), std::string(desk.token)}};
  const std::string body(given.body);
  const result<request> made = make_request(body, to, given.known);
  require(made.has_value() == made.report().ok(), "what has no error is sent");
  if (made) check(*made, body, to);

  const result<notification> push = parse(body);
  if (!push) return;
  const result<request> written = make_request(*push, to, given.known);
  if (written) check(*written, serialize(*push), to);
}
