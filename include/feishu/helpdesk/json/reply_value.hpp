#ifndef FEISHU_HELPDESK_JSON_REPLY_VALUE_HPP
#define FEISHU_HELPDESK_JSON_REPLY_VALUE_HPP

#include <feishu/helpdesk/json/detail/envelope.hpp>
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/location.hpp>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A reply as a value.
namespace feishu::helpdesk {

/// What a reply is: a success, a refusal with a code, or none of the platform's.
enum class reply_kind : std::uint8_t { success, refused, not_an_envelope };

/// One of a refusal's `field_violations`, in the gateway's words.
struct field_violation {
  std::string field{};              ///< as the gateway names places: "user_list[*].user_id"
  std::string value{};              ///< that was sent, as the gateway quotes it
  std::string description{};        ///< what is wrong with it
  std::optional<location> where{};  ///< the narrowest place of the body that is certain, if any
};

/// A reply. Its text is what came, of each text the first kilobyte: make it harmless before a terminal
/// sees it. `advice` is.
struct reply {
  static constexpr std::size_t longest_text = 1024;                     ///< in bytes
  static constexpr std::size_t longest_value = std::size_t{16} * 1024;  ///< in bytes
  static constexpr std::size_t most_violations = 64;                    ///< that are kept

  reply_kind kind = reply_kind::not_an_envelope;  ///< what it is
  envelope_error reason = envelope_error::none;   ///< why it is none
  int http_status = 0;                            ///< 0: not known

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
  [[nodiscard]] bool ok() const noexcept { return kind == reply_kind::success; }

  /// The row of the table about the code, or null.
  [[nodiscard]] const error_code* known() const noexcept {
    return kind == reply_kind::refused ? find_error_code(code) : nullptr;
  }

  /// Whether the same request may succeed later: after `reset_after`, if that is known. False for what
  /// is no envelope, since no one knows whether the request took effect.
  [[nodiscard]] bool can_retry() const noexcept {
    return known() != nullptr && known()->retry != retry::is_useless;
  }

  /// A member of `data`, or null.
  [[nodiscard]] const boost::json::value* find(std::string_view member) const noexcept {
    const boost::json::object* members = data.if_object();
    return members == nullptr ? nullptr : members->if_contains(member);
  }

  /// What happened and what to do, in one line that is fit for a terminal.
  [[nodiscard]] std::string advice(language chosen) const;
};

}  // namespace feishu::helpdesk

#endif
