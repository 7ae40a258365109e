#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_CORRUPT_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_CORRUPT_HPP

#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/cards.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/fuzz/detail/strings.hpp>
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// Texts and requests with something wrong.
namespace feishu::helpdesk::fuzz {
namespace detail {

// One of the samples, or any characters between which something stands that makes them wrong.
template <class Samples>
[[nodiscard]] std::string wrong_text(const Samples& samples, std::string_view wrong,
                                     choices& from) {
  if (from.flag()) return std::string(from.pick(samples));
  std::string text;
  write_characters(text, from);
  text += wrong;
  if (from.flag()) write_characters(text, from);
  return text;
}

[[nodiscard]] inline std::string invalid_notification_id(choices& from) {
  constexpr std::string_view samples[] = {"", "-1", "6981801914270744596 ", "0x17", "1.0", "６９"};
  return wrong_text(samples, "/", from);
}

// A body without the API's fields; it may contain `body` as one of its values.
[[nodiscard]] inline std::string foreign_body(std::string_view body, choices& from) {
  constexpr std::string_view names[] = {"notification", "data",   "body",    "payload",
                                        "params",       "config", "msg_type"};
  std::string text = "{";
  write_string(text, from.pick(names), from);
  text += ':';
  switch (from.below(3)) {
    case 0: text += body; break;
    case 1: write_string(text, body, from); break;
    default: text += std::to_string(from.byte()); break;
  }
  return text += '}';
}

[[nodiscard]] inline std::string id_of_something_else(choices& from) {
  constexpr std::string_view samples[] = {"oc_1", "od-1", "a@example.com", "@"};
  return std::string(from.pick(samples));
}

[[nodiscard]] inline std::string invalid_user_id_type(choices& from) {
  constexpr std::string_view samples[] = {"", "openid", "OPEN_ID", "open_id ", "chat_id", "0"};
  return wrong_text(samples, "&", from);
}

[[nodiscard]] inline std::string invalid_user_token(choices& from) {
  constexpr std::string_view samples[] = {"",       "t-1",  "a-1",  "Bearer u-1", "u-1\r\nX-A: b",
                                          "u-令牌", "None", "null", "undefined",  "nil"};
  return wrong_text(samples, "\n", from);
}

[[nodiscard]] inline std::string invalid_host(choices& from) {
  constexpr std::string_view samples[] = {"",
                                          "https://open.feishu.cn",
                                          "open.feishu.cn/",
                                          "open feishu.cn",
                                          "u@open.feishu.cn",
                                          ":443",
                                          "主机"};
  return wrong_text(samples, "/", from);
}

// One word, as it should be, or with something that it cannot have.
[[nodiscard]] inline std::string odd_word(std::string_view wrong, choices& from) {
  std::string word = "1";
  return from.flag() ? word + std::string(wrong) : word;
}

}  // namespace detail

/// A text of which a fact is observed: one of `observed::empty_string` to `id_mismatch`, and of the
/// card. Where that depends on the request, the request is made to fit.
[[nodiscard]] inline std::string corrupt_string(field_kind kind, facts fact,
                                                request_context& request, choices& from) {
  switch (fact) {
    case helpdesk::detail::facts_of(observed::not_a_timestamp): return invalid_timestamp(from);
    case helpdesk::detail::facts_of(observed::not_milliseconds):
      return timestamp_in_other_units(from);
    case helpdesk::detail::facts_of(observed::card_ill_formed): return ill_formed_card(from);
    case helpdesk::detail::facts_of(observed::card_undocumented): return undocumented_card(from);
    case helpdesk::detail::facts_of(observed::card_oversized): return oversized_card(from);
    case helpdesk::detail::facts_of(observed::before_now): {
      const std::int64_t time =
          helpdesk::detail::least_milliseconds + static_cast<std::int64_t>(from.number(5));
      request.now = time + 1 + static_cast<std::int64_t>(from.number(5));
      return std::to_string(time);
    }
    case helpdesk::detail::facts_of(observed::id_mismatch):
      request.notification_id = digits(from);
      return *request.notification_id + std::to_string(from.byte());
    case helpdesk::detail::facts_of(observed::unexpected_prefix): {
      if (kind == field_kind::chat_id) return id_without(helpdesk::detail::chat_id_prefix, from);
      if (!request.user_id_type && from.flag()) return detail::id_of_something_else(from);
      const user_id_type_parameter type(user_id_type_parameter::names[from.below(2)]);
      request.user_id_type = type.text();
      return id_without(type.prefix(), from);
    }
    case helpdesk::detail::facts_of(observed::unfilled): return unfilled_template(from);
    default: return {};
  }
}

/// Makes a request have one of the facts `observed::not_an_id`, `not_a_user_id_type`, `not_a_user_token`,
/// `not_a_service_desk`, and `not_a_draft`.
inline void corrupt_request(request_context& request, facts fact, choices& from) {
  switch (fact) {
    case helpdesk::detail::facts_of(observed::not_an_id):
      request.notification_id = detail::invalid_notification_id(from);
      break;
    case helpdesk::detail::facts_of(observed::not_a_user_id_type):
      request.user_id_type = detail::invalid_user_id_type(from);
      break;
    case helpdesk::detail::facts_of(observed::not_a_user_token):
      request.access_token = detail::invalid_user_token(from);
      break;
    case helpdesk::detail::facts_of(observed::not_a_service_desk):
      request.helpdesk.emplace();
      switch (from.below(4)) {
        case 0: break;
        case 1: (from.flag() ? request.helpdesk->id : request.helpdesk->token) = "1"; break;
        case 2: *request.helpdesk = {"1:", detail::odd_word(":", from)}; break;
        default:
          *request.helpdesk = {detail::odd_word("-", from), from.flag() ? "1 " : "\n1"};
          break;
      }
      break;
    case helpdesk::detail::facts_of(observed::not_a_host):
      request.host = detail::invalid_host(from);
      break;
    case helpdesk::detail::facts_of(observed::not_a_draft): {
      const auto status = static_cast<std::int32_t>(from.number(from.flag() ? 4 : 1));
      request.current_status = status != 0 ? status : 1;
      break;
    }
    default: break;
  }
}

}  // namespace feishu::helpdesk::fuzz

#endif
