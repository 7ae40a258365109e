#ifndef FEISHU_SANDBOX_HEADERS_HPP
#define FEISHU_SANDBOX_HEADERS_HPP

#include <string>
#include <string_view>

/// What the headers of a request say.
namespace sandbox {

/// The token of `Authorization: Bearer …`; empty if there is none. Refers to the header.
[[nodiscard]] std::string_view bearer_token(std::string_view authorization);

struct helpdesk_account {
  std::string id{};
  std::string token{};
};

/// What `X-Lark-Helpdesk-Authorization` holds: the Base64 of `id:token`, padded or not. Empty if it
/// holds anything else.
[[nodiscard]] helpdesk_account read_helpdesk(std::string_view header);

/// Whether the header `Content-Type` says JSON, in UTF-8 if it names a charset.
[[nodiscard]] bool is_json(std::string_view content_type);

}  // namespace sandbox

#endif
