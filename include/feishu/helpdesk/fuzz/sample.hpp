#ifndef FEISHU_HELPDESK_FUZZ_SAMPLE_HPP
#define FEISHU_HELPDESK_FUZZ_SAMPLE_HPP

#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/strings.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// Bodies, with what is known of the requests that they are sent with.
namespace feishu::helpdesk::fuzz {

/// What a request proves with that it may speak for a service desk; owns its text.
struct owned_credentials {
  std::string id{};     ///< the service desk's
  std::string token{};  ///< and what it is known by
};

/// What a request says beside its body, and when; owns its text.
struct request_context {
  std::optional<std::string> notification_id{};  ///< of its path
  std::optional<std::string> user_id_type{};     ///< of its query
  std::optional<std::string> access_token{};     ///< of the header Authorization
  std::optional<owned_credentials> helpdesk{};   ///< of the header X-Lark-Helpdesk-Authorization
  std::optional<std::string> host{};             ///< that it goes to
  std::optional<std::int32_t> current_status{};  ///< of the push that it updates; 0 is a draft
  std::optional<std::int64_t> now{};             ///< milliseconds since 1970
};

/// A body in all the forms that can hold it, and its request. Owns all text.
struct sample {
  std::string body{};  ///< its bytes
  /// The same as a struct; none if it has a fault that no struct can hold.
  std::optional<notification> value{};
  request_context request{};                       ///< what it is sent with
  helpdesk::mode mode = helpdesk::mode::complete;  ///< whether it is complete

  /// What to validate it with. Refers to the sample.
  [[nodiscard]] context known() const& noexcept {
    context known{.mode = mode, .current_status = request.current_status, .now = request.now};
    if (request.notification_id) known.notification_id = *request.notification_id;
    if (request.user_id_type) known.user_id_type = *request.user_id_type;
    if (request.access_token) known.access_token = *request.access_token;
    if (request.host) known.host = *request.host;
    if (request.helpdesk) known.helpdesk = {request.helpdesk->id, request.helpdesk->token};
    return known;
  }
  [[nodiscard]] context known() const&& = delete;
};

/// A request that has no error, of which anything may not be known.
[[nodiscard]] inline request_context valid_request(choices& from) {
  const auto token = [&](std::string_view prefix) {
    return std::string(prefix) + std::to_string(from.number(4));
  };
  request_context request;
  if (from.flag()) request.notification_id = digits(from);
  if (from.flag()) request.user_id_type = from.pick(user_id_type_parameter::names);
  if (from.flag()) request.access_token = token(from.flag() ? "u-" : "eyJhbGciOiJFUzI1NiJ9.");
  if (from.flag()) request.helpdesk = owned_credentials{token(""), token("ht-")};
  if (from.flag()) request.host = from.flag() ? "open.feishu.cn" : "[::1]:8443";
  if (from.flag()) request.current_status = 0;
  if (from.flag()) request.now = static_cast<std::int64_t>(from.number(6));
  return request;
}

/// A notification that breaks no rule by an error, as a struct and as bytes, in a request that has none.
[[nodiscard]] inline sample valid_sample(choices& from) {
  request_context request = valid_request(from);
  choices style = from.take(from.left() / 4);
  notification value = valid_notification(from);
  std::string body = write_body(value, style);
  return {std::move(body), std::move(value), std::move(request)};
}
/// The same from bytes.
[[nodiscard]] inline sample valid_sample(std::span<const std::uint8_t> bytes) {
  choices from(bytes);
  return valid_sample(from);
}

}  // namespace feishu::helpdesk::fuzz

#endif
