#ifndef FEISHU_HELPDESK_JSON_DETAIL_ENVELOPE_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_ENVELOPE_HPP

#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json/error.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

/// What every response of the platform is wrapped in: `{code, msg, data, error}`.
namespace feishu::helpdesk {

/// Why what was received is no envelope.
enum class envelope_error : std::uint8_t {
  none,
  empty,
  markup,  ///< a page, as proxies make them
  too_large,
  truncated,
  too_deep,
  not_json,
  not_an_object,
  no_code,
  code_not_an_integer,  ///< of 64 bits, or written with a fraction or an exponent
  contradicts_status    ///< the code says success, the HTTP status does not
};

namespace detail {

/// In the order of `envelope_error`.
inline constexpr localized_text envelope_error_texts[] = {
    {"nothing is wrong", "没有错误"},
    {"it is empty", "内容为空"},
    {"it is a page of markup", "这是一个网页"},
    {"it is over 16 MiB", "超过 16 MiB"},
    {"it ends too early", "内容提前结束"},
    {"it nests deeper than 32 levels", "嵌套超过 32 层"},
    {"it is not JSON", "不是 JSON"},
    {"it is not an object", "不是一个对象"},
    {"it has no code", "没有 code"},
    {"its code is not an integer of 64 bits", "code 不是 64 位整数"},
    {"its code says success, and the HTTP status does not", "code 表示成功，HTTP 状态码却不然"},
};

}  // namespace detail
static_assert(std::size(detail::envelope_error_texts) ==
              static_cast<std::size_t>(envelope_error::contradicts_status) + 1);

/// The reason in words.
[[nodiscard]] constexpr localized_text localized(envelope_error error) noexcept {
  return detail::envelope_error_texts[static_cast<std::size_t>(error)];
}

/// The size of a response that is looked into, in bytes.
inline constexpr std::size_t largest_envelope = std::size_t{16} << 20;

namespace detail {

// The envelope's fields, and its code; or why it is none.
struct envelope {
  envelope_error error = envelope_error::none;
  std::int64_t code = 0;
  boost::json::object fields{};
};

inline envelope_error reason_of(const boost::json::error_code& failure) {
  if (failure == boost::json::error::incomplete) return envelope_error::truncated;
  if (failure == boost::json::error::too_deep) return envelope_error::too_deep;
  return envelope_error::not_json;
}

inline envelope no_envelope(envelope_error why) { return {.error = why}; }

inline envelope open_envelope(int http_status, std::string_view body) {
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  if (first == npos) return no_envelope(envelope_error::empty);
  if (body[first] == '<') return no_envelope(envelope_error::markup);
  if (body.size() > largest_envelope) return no_envelope(envelope_error::too_large);

  boost::json::error_code failure;
  boost::json::parse_options options;
  options.max_depth = max_depth;
  boost::json::value whole = boost::json::parse(body, failure, {}, options);
  if (failure) return no_envelope(reason_of(failure));
  boost::json::object* fields = whole.if_object();
  if (fields == nullptr) return no_envelope(envelope_error::not_an_object);
  const boost::json::value* code = fields->if_contains("code");
  if (code == nullptr) return no_envelope(envelope_error::no_code);
  if (!code->is_int64()) return no_envelope(envelope_error::code_not_an_integer);

  const bool says_success = http_status == 0 || (http_status >= 200 && http_status < 300);
  if (code->get_int64() == 0 && !says_success) {
    return no_envelope(envelope_error::contradicts_status);
  }
  return {.code = code->get_int64(), .fields = std::move(*fields)};
}

}  // namespace detail
}  // namespace feishu::helpdesk

#endif
