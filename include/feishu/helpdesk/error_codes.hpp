#ifndef FEISHU_HELPDESK_ERROR_CODES_HPP
#define FEISHU_HELPDESK_ERROR_CODES_HPP

#include <feishu/helpdesk/language.hpp>

#include <cstdint>
#include <string_view>

/// The table of error codes (错误码), row by row: what the service desk answers a request that it
/// refuses, and what to do about it.
namespace feishu::helpdesk {

/// Whether the same request may succeed later, without anything being changed.
enum class retry : std::uint8_t { is_useless, may_help };

/// One row. Branch on the code: the platform may change the words that come with it.
struct error_code {
  int http_status = 0;
  int code = 0;
  std::string_view description{};  // the reply's `msg`
  wording advice{};
  helpdesk::retry retry = helpdesk::retry::is_useless;
};

// clang-format off
inline constexpr error_code error_codes[] = {
    {400, 154000, "Bad request, please check your request body",
     {"the request is not legal: check its parameters", "请求不合法，请检查参数"}},
    {401, 154001, "Unauthorized, please check you have the correct access",
     {"check that Authorization and X-Lark-Helpdesk-Authorization are right, and that the app and the service desk belong to the same tenant",
      "检查Authorization 和 X-Lark-Helpdesk-Authorization 是否正确，应用和服务台属于同一租户"}},
    {403, 154003, "Please check you have the correct access",
     {"check that the right permissions were applied for", "检查是否申请正确权限"}},
    {404, 154004, "Resource not found",
     {"there is no such resource: check the id", "资源不存在，请检查ID值"}},
    {405, 154005, "Method Forbidden",
     {"check that you are permitted to create pushes", "检查是否有权限创建推送"}},
    {500, 155000, "Internal error",
     {"internal error: contact the platform", "内部错误，请联系我们"}, retry::may_help},
};
// clang-format on

/// The row of a reply's `code`, or null: the gateway before the service desk has codes of its own.
[[nodiscard]] constexpr const error_code* find_error_code(int code) noexcept {
  for (const error_code& each : error_codes) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace feishu::helpdesk

#endif
