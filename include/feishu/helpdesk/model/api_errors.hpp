#ifndef FEISHU_HELPDESK_MODEL_API_ERRORS_HPP
#define FEISHU_HELPDESK_MODEL_API_ERRORS_HPP

#include <feishu/helpdesk/model/language.hpp>

#include <cstdint>
#include <string_view>

/// What a request that is refused is answered, and what to do about it: the API reference's table of error
/// codes (错误码), row by row, and beside it what the gateway before the service desk answers.
namespace feishu::helpdesk {

/// Whether the same request may succeed later, without anything being changed; `after_reset`: once
/// the seconds have passed that the response's header `ratelimit_reset_header` names.
enum class retry : std::uint8_t { is_useless, may_help, after_reset };

/// Where a code is stated: in the API reference, elsewhere in the platform's documentation, or in responses
/// that people have published.
enum class stated_in : std::uint8_t { api_reference, platform_docs, public_replies };

/// One row. Branch on the code: the platform may change the words that come with it.
struct api_error {
  int http_status = 0;                                  ///< that it comes with
  int code = 0;                                         ///< the response's `code`
  std::string_view description{};                       ///< the response's `msg`
  localized_text advice{};                              ///< what to do about it (排查建议)
  helpdesk::retry retry = helpdesk::retry::is_useless;  ///< whether to send the same again
  helpdesk::stated_in stated_in = helpdesk::stated_in::api_reference;  ///< where the code is stated

  /// Whether the gateway before the service desk answers it.
  [[nodiscard]] constexpr bool is_of_the_gateway() const noexcept {
    return stated_in != helpdesk::stated_in::api_reference;
  }
};

/// Says in how many seconds a limit on requests is reset.
inline constexpr std::string_view ratelimit_reset_header = "x-ogw-ratelimit-reset";

// clang-format off
/// The API reference's table.
inline constexpr api_error api_errors[] = {
    {400, 154000, "Bad request, please check your request body",
     {"invalid request: check its parameters", "请求不合法，请检查参数"}},
    {401, 154001, "Unauthorized, please check you have the correct access",
     {"check that Authorization and X-Lark-Helpdesk-Authorization are correct, and that the app and the service desk belong to the same tenant",
      "检查Authorization 和 X-Lark-Helpdesk-Authorization 是否正确，应用和服务台属于同一租户"}},
    {403, 154003, "Please check you have the correct access",
     {"check that the app has the required permissions", "检查是否申请正确权限"}},
    {404, 154004, "Resource not found",
     {"resource not found: check the id", "资源不存在，请检查ID值"}},
    {405, 154005, "Method Forbidden",
     {"check that you have permission to create pushes", "检查是否有权限创建推送"}},
    {500, 155000, "Internal error",
     {"internal error: contact the platform", "内部错误，请联系我们"}, retry::may_help},
};

/// The gateway's, as far as they are known. A limit on requests is HTTP 400 on some older endpoints.
inline constexpr api_error gateway_errors[] = {
    {400, 9499, "Invalid parameter type in json",
     {"a field of the body has the wrong JSON type", "请求体中有字段的 JSON 类型不正确"},
     retry::is_useless, stated_in::public_replies},
    {400, 99992402, "field validation failed",
     {"parameters of the request or fields of its body are invalid",
      "请求的参数或请求体的字段未通过校验"},
     retry::is_useless, stated_in::public_replies},
    {429, 99991400, "request trigger frequency limit",
     {"too many requests: wait until the limit is reset", "请求过于频繁，请等待限制重置后再试"},
     retry::after_reset, stated_in::platform_docs},
};
// clang-format on

/// The row of a response's `code`, of the service desk or the gateway; null if it is not known.
[[nodiscard]] constexpr const api_error* find_api_error(std::int64_t code) noexcept {
  for (const api_error& each : api_errors) {
    if (each.code == code) return &each;
  }
  for (const api_error& each : gateway_errors) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace feishu::helpdesk

#endif
