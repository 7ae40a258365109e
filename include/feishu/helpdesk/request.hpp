#ifndef FEISHU_HELPDESK_REQUEST_HPP
#define FEISHU_HELPDESK_REQUEST_HPP

#include <feishu/helpdesk/detail/encoding.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// The HTTP request as a value. No socket is opened: any HTTP client can send it.
namespace feishu::helpdesk {

/// The two platforms that the endpoint lives on.
inline constexpr std::string_view feishu_host = "open.feishu.cn";
/// Outside China.
inline constexpr std::string_view lark_host = "open.larksuite.com";

/// The path of the pushes: `POST` to it creates one; `PATCH` to what follows by its id updates that.
inline constexpr std::string_view notifications_path = "/open-apis/helpdesk/v1/notifications";

/// The header that says for which service desk a request speaks: the Base64 of `id:token`.
inline constexpr std::string_view helpdesk_header = "X-Lark-Helpdesk-Authorization";

/// What a request needs besides its body. Owns its strings.
struct request_parameters {
  /// The service desk that the request speaks for.
  struct credentials {
    std::string id{};     ///< of the service desk
    std::string token{};  ///< of the service desk
  };

  std::string host{feishu_host};                         ///< with a port if need be
  std::optional<std::string> notification_id{};          ///< none: the push is created
  std::optional<user_id_type_parameter> user_id_type{};  ///< none: the platform takes open_id
  std::string access_token{};                            ///< a user's, without "Bearer "
  credentials helpdesk{};                                ///< both are needed
};

/// A header of a request.
struct header {
  std::string_view name{};  ///< printable ASCII
  std::string value{};      ///< printable ASCII

  bool operator==(const header&) const = default;
};

/// A request that was validated and had no error. Only `make_request` makes one. What stands in its target
/// and headers is printable ASCII, whatever it was made of: nothing can begin a header of its own.
class request {
 public:
  /// `PATCH` to update a push, `POST` to create one.
  [[nodiscard]] std::string_view method() const noexcept { return is_update_ ? "PATCH" : "POST"; }

  /// Where to connect, with the port that was given.
  [[nodiscard]] const std::string& host() const noexcept { return host_; }

  /// The path and the query, percent-encoded.
  [[nodiscard]] const std::string& target() const noexcept { return target_; }

  /// `https://`, host and target.
  [[nodiscard]] std::string url() const { return "https://" + host_ + target_; }

  /// `Authorization`, `X-Lark-Helpdesk-Authorization` and `Content-Type`. What depends on the
  /// connection, `Host` and `Content-Length` say, is the client's to add.
  [[nodiscard]] std::span<const header> headers() const noexcept { return headers_; }

  /// The bytes that were validated.
  [[nodiscard]] const std::string& body() const noexcept { return body_; }

 private:
  friend result<request> make_request(std::string body, const request_parameters& to,
                                      context known);

  request(std::string body, const request_parameters& to)
      : is_update_(to.notification_id.has_value()),
        host_(detail::percent_encoded(to.host, detail::host_characters)),
        target_(notifications_path),
        headers_{{{"Authorization",
                   "Bearer " + detail::percent_encoded(to.access_token, detail::printable)},
                  {helpdesk_header, detail::base64(std::string(to.helpdesk.id) + ':' +
                                                   std::string(to.helpdesk.token))},
                  {"Content-Type", "application/json; charset=utf-8"}}},
        body_(std::move(body)) {
    if (to.notification_id) {
      target_ += '/' + detail::percent_encoded(*to.notification_id, detail::unreserved);
    }
    if (to.user_id_type) {
      target_ +=
          "?user_id_type=" + detail::percent_encoded(to.user_id_type->text(), detail::unreserved);
    }
  }

  bool is_update_;
  std::string host_;
  std::string target_;
  std::array<header, 3> headers_;
  std::string body_;
};

/// The request that sends this body, as it is, or the report that says why not: of the body as
/// `preflight` validates it, and of the parameters. `known` is what is known beside them: the mode, the
/// draft, a policy.
///
///     auto push = make_request(bytes, {.notification_id = "6981801914270744596", .access_token = token,
///                                      .helpdesk = {helpdesk_id, helpdesk_token}});
///     if (push) client.send(push->method(), push->url(), push->headers(), push->body());
[[nodiscard]] inline result<request> make_request(std::string body, const request_parameters& to,
                                                  context known = {}) {
  if (to.notification_id) known.notification_id = *to.notification_id;
  known.user_id_type = to.user_id_type;
  known.access_token = to.access_token;
  known.helpdesk = helpdesk_credentials{to.helpdesk.id, to.helpdesk.token};
  known.host = to.host;
  const report found = preflight(body, known);
  if (!found.ok()) return {std::nullopt, found};
  return {request(std::move(body), to), found};
}

}  // namespace feishu::helpdesk

#endif
