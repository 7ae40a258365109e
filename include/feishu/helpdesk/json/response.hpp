#ifndef FEISHU_HELPDESK_JSON_RESPONSE_HPP
#define FEISHU_HELPDESK_JSON_RESPONSE_HPP

#include <feishu/helpdesk/json/detail/clip.hpp>
#include <feishu/helpdesk/json/detail/envelope.hpp>
#include <feishu/helpdesk/json/detail/field_path.hpp>
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

/// A response as a value.
namespace feishu::helpdesk {

/// What a response is: a success, a refusal with a code, or none of the platform's.
enum class response_kind : std::uint8_t { success, refused, not_an_envelope };

/// One of a refusal's `field_violations`, in the gateway's words.
struct field_violation {
  std::string field{};              ///< as the gateway names places: "user_list[*].user_id"
  std::string value{};              ///< that was sent, as the gateway quotes it
  std::string description{};        ///< what is wrong with it
  std::optional<location> where{};  ///< the narrowest place of the body that is certain, if any
};

/// A response. Its text is what came, the first kilobyte of each text: call `sanitize_for_terminal` before
/// a terminal shows it. `describe` does.
struct response {
  static constexpr std::size_t longest_text = 1024;                     ///< in bytes
  static constexpr std::size_t longest_value = std::size_t{16} * 1024;  ///< in bytes
  static constexpr std::size_t most_violations = 64;                    ///< that are kept

  response_kind kind = response_kind::not_an_envelope;  ///< what it is
  envelope_error reason = envelope_error::none;         ///< why it is none
  int http_status = 0;                                  ///< 0: not known

  std::int64_t code = 0;  ///< 0 for a success; branch on it
  std::string msg{};      ///< may change at any time
  /// Of a success, all that came: `{"notification_id", "status"}` of create, `{"notification"}` of get.
  boost::json::value data{};

  // What a refusal may come with. Values are null if absent; more than `longest_value` is left out.
  std::string log_id{};                             ///< as it came
  std::string troubleshooter{};                     ///< as it came
  std::vector<field_violation> field_violations{};  ///< in their order
  std::size_t dropped_violations = 0;               ///< beyond `most_violations`
  boost::json::value permission_violations{};       ///< as it came
  boost::json::value details{};                     ///< as it came
  boost::json::value helps{};                       ///< as it came

  std::optional<std::chrono::seconds> reset_after{};  ///< of a limit on requests, if known
  std::string beginning{};                            ///< of what is no envelope

  /// Whether it tells of a success.
  [[nodiscard]] bool ok() const noexcept { return kind == response_kind::success; }

  /// The row of the table about the code, or null.
  [[nodiscard]] const api_error* known() const noexcept {
    return kind == response_kind::refused ? find_api_error(code) : nullptr;
  }

  /// Whether the same request may succeed later: after `reset_after`, if that is known. False for what
  /// is no envelope, since no one knows whether the request took effect.
  [[nodiscard]] bool can_retry() const noexcept {
    return known() != nullptr && known()->retry != retry::is_useless;
  }

  /// A field of `data`, or null.
  [[nodiscard]] const boost::json::value* find(std::string_view key) const noexcept {
    const boost::json::object* object = data.if_object();
    return object == nullptr ? nullptr : object->if_contains(key);
  }
};

namespace detail {

inline field_violation violation_of(const boost::json::value& from) {
  field_violation one;
  if (const boost::json::object* fields = from.if_object()) {
    const auto text = [&](std::string_view name) {
      return text_of(fields->if_contains(name), response::longest_text);
    };
    one.field = text("field");
    one.value = text("value");
    one.description = text("description");
    one.where = field_path(one.field).where();
  } else {
    one.description = text_of(&from, response::longest_text);
  }
  return one;
}

// One that says nothing is none.
inline void keep_violation(const boost::json::value& from, response& r) {
  field_violation one = violation_of(from);
  if (one.field.empty() && one.value.empty() && one.description.empty()) return;
  if (r.field_violations.size() == response::most_violations) {
    ++r.dropped_violations;
  } else {
    r.field_violations.push_back(std::move(one));
  }
}

// `error`, which should be an object whose every field is optional; anything else is a detail.
inline void read_error(const boost::json::value& from, response& r) {
  const boost::json::object* fields = from.if_object();
  if (fields == nullptr) {
    r.details = clipped_value(from, response::longest_value);
    return;
  }
  const auto text = [&](std::string_view name) {
    return text_of(fields->if_contains(name), response::longest_text);
  };
  const auto value = [&](std::string_view name) {
    const boost::json::value* found = fields->if_contains(name);
    return found == nullptr ? boost::json::value() : clipped_value(*found, response::longest_value);
  };
  r.log_id = text("log_id");
  r.troubleshooter = text("troubleshooter");
  r.permission_violations = value("permission_violations");
  r.details = value("details");
  r.helps = value("helps");

  const boost::json::value* violations = fields->if_contains("field_violations");
  if (violations == nullptr || violations->is_null()) return;
  if (const boost::json::array* list = violations->if_array()) {
    for (const boost::json::value& each : *list) keep_violation(each, r);
  } else {
    keep_violation(*violations, r);
  }
}

// Digits and nothing else.
inline std::optional<std::chrono::seconds> seconds_in(std::string_view text) noexcept {
  std::uint32_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, count);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return std::chrono::seconds(count);
}

}  // namespace detail

/// What a response says, from its HTTP status (0: not known), its body, and its header
/// `ratelimit_reset_header` (empty: absent). Whatever came, there is a value: what is no envelope of
/// the platform says so and why, and an unknown code keeps its number and text.
///
/// Throws nothing but what memory that runs out throws. Linear in the size of `body`.
[[nodiscard]] inline response parse_response(int http_status, std::string_view body,
                                             std::string_view ratelimit_reset = {}) {
  response r;
  r.http_status = http_status;
  r.reset_after = detail::seconds_in(ratelimit_reset);
  detail::envelope opened = detail::open_envelope(http_status, body);
  r.reason = opened.error;
  if (opened.error != envelope_error::none) {
    r.beginning = detail::clipped(body, response::longest_text);
    return r;
  }

  r.kind = opened.code == 0 ? response_kind::success : response_kind::refused;
  r.code = opened.code;
  r.msg = detail::text_of(opened.fields.if_contains("msg"), response::longest_text);
  if (boost::json::value* data = opened.fields.if_contains("data")) {
    r.data = r.ok() ? std::move(*data) : detail::clipped_value(*data, response::longest_value);
  }
  if (const boost::json::value* error = opened.fields.if_contains("error")) {
    detail::read_error(*error, r);
  }
  return r;
}

}  // namespace feishu::helpdesk

#endif
