#ifndef FEISHU_HELPDESK_JSON_REPLY_HPP
#define FEISHU_HELPDESK_JSON_REPLY_HPP

#include <feishu/helpdesk/json/detail/clip.hpp>
#include <feishu/helpdesk/json/detail/envelope.hpp>
#include <feishu/helpdesk/json/detail/field_path.hpp>
#include <feishu/helpdesk/json/reply_advice.hpp>  // IWYU pragma: export
#include <feishu/helpdesk/json/reply_value.hpp>   // IWYU pragma: export

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

/// What the platform answers.
namespace feishu::helpdesk {
namespace detail {

inline field_violation violation_of(const boost::json::value& from) {
  field_violation one;
  if (const boost::json::object* members = from.if_object()) {
    const auto text = [&](std::string_view name) {
      return text_of(members->if_contains(name), reply::longest_text);
    };
    one.field = text("field");
    one.value = text("value");
    one.description = text("description");
    one.where = field_path(one.field).where();
  } else {
    one.description = text_of(&from, reply::longest_text);
  }
  return one;
}

// One that says nothing is none.
inline void keep_violation(const boost::json::value& from, reply& r) {
  field_violation one = violation_of(from);
  if (one.field.empty() && one.value.empty() && one.description.empty()) return;
  if (r.field_violations.size() == reply::most_violations) {
    ++r.dropped_violations;
  } else {
    r.field_violations.push_back(std::move(one));
  }
}

// `error`, which should be an object whose every member is optional; anything else is a detail.
inline void read_error(const boost::json::value& from, reply& r) {
  const boost::json::object* members = from.if_object();
  if (members == nullptr) {
    r.details = clipped_value(from, reply::longest_value);
    return;
  }
  const auto text = [&](std::string_view name) {
    return text_of(members->if_contains(name), reply::longest_text);
  };
  const auto value = [&](std::string_view name) {
    const boost::json::value* found = members->if_contains(name);
    return found == nullptr ? boost::json::value() : clipped_value(*found, reply::longest_value);
  };
  r.log_id = text("log_id");
  r.troubleshooter = text("troubleshooter");
  r.permission_violations = value("permission_violations");
  r.details = value("details");
  r.helps = value("helps");

  const boost::json::value* violations = members->if_contains("field_violations");
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

/// What a reply says, from its HTTP status (0: not known), its body, and its header
/// `ratelimit_reset_header` (empty: absent). Whatever came, there is a value: what is no envelope of
/// the platform says so and why, and an unknown code keeps its number and text.
///
/// Throws nothing but what memory that runs out throws. Linear in the size of `body`.
[[nodiscard]] inline reply parse_reply(int http_status, std::string_view body,
                                       std::string_view ratelimit_reset = {}) {
  reply r;
  r.http_status = http_status;
  r.reset_after = detail::seconds_in(ratelimit_reset);
  detail::envelope opened = detail::open_envelope(http_status, body);
  r.reason = opened.error;
  if (opened.error != envelope_error::none) {
    r.beginning = detail::clipped(body, reply::longest_text);
    return r;
  }

  r.kind = opened.code == 0 ? reply_kind::success : reply_kind::refused;
  r.code = opened.code;
  r.msg = detail::text_of(opened.members.if_contains("msg"), reply::longest_text);
  if (boost::json::value* data = opened.members.if_contains("data")) {
    r.data = r.ok() ? std::move(*data) : detail::clipped_value(*data, reply::longest_value);
  }
  if (const boost::json::value* error = opened.members.if_contains("error")) {
    detail::read_error(*error, r);
  }
  return r;
}

}  // namespace feishu::helpdesk

#endif
