#ifndef FEISHU_HELPDESK_MODEL_CONTEXT_HPP
#define FEISHU_HELPDESK_MODEL_CONTEXT_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

/// What the caller knows and wants.
namespace feishu::helpdesk {

/// Whether a body stands alone, or changes part of a draft that is not at hand. In `partial` mode an
/// absent field is unknown, so a rule counts as broken only if no draft could make the result legal.
enum class mode : std::uint8_t { complete, partial };

/// The query parameter `user_id_type` as it will be sent, which may be none of the three.
class user_id_type_parameter {
 public:
  /// The three, by their number; the first is what the platform takes where there is none.
  static constexpr std::string_view names[] = {"open_id", "union_id", "user_id"};

  /// One of the three.
  constexpr user_id_type_parameter(user_id_type type) noexcept
      : text_(static_cast<std::size_t>(type) < 3 ? names[static_cast<std::size_t>(type)] : "") {}

  /// Refers to a string literal.
  constexpr user_id_type_parameter(const char* text) noexcept
      : text_(text, detail::length_of(text)) {}
  /// Refers to the text.
  constexpr user_id_type_parameter(std::string_view text) noexcept : text_(text) {}
  /// Refers to a string with a name.
  constexpr user_id_type_parameter(const std::string& text) noexcept : text_(text) {}
  user_id_type_parameter(const std::string&&) = delete;
  user_id_type_parameter(std::nullptr_t) = delete;

  /// As it will be sent.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

  /// Whether it is one of the three.
  [[nodiscard]] constexpr bool is_known() const noexcept {
    for (const std::string_view name : names) {
      if (text_ == name) return true;
    }
    return false;
  }

  /// What ids of this type begin with; empty where that is not fixed.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    return text_ == names[0] ? "ou_" : text_ == names[1] ? "on_" : "";
  }

 private:
  std::string_view text_;
};

/// The service desk that a request speaks for.
struct helpdesk_credentials {
  borrowed_string id{};     ///< of the service desk
  borrowed_string token{};  ///< of the service desk
};

/// The draft that a patch changes, or none. `summarize(notification)` and `preflight(…).summary()` convert to
/// it; `draft_of(notification)` also lets custom rules over structs see patch and draft merged. A draft that
/// was not well-formed counts as unknown, so that the body is validated as in `mode::partial`.
class draft {
 public:
  /// No draft.
  constexpr draft() = default;
  /// A draft that is known by its summary.
  constexpr draft(const body_summary& summary) noexcept : summary_(summary) {}
  /// A draft that is at hand as a struct, which must outlive the context.
  constexpr draft(const body_summary& summary, const notification* whole) noexcept
      : summary_(summary), owning_(whole) {}
  /// A draft that is at hand as a view, which must outlive the context.
  constexpr draft(const body_summary& summary, const notification_view* whole) noexcept
      : summary_(summary), viewing_(whole) {}

  /// Returns whether there is a draft.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return summary_.has_value(); }

  /// Returns the summary; only if there is a draft.
  [[nodiscard]] constexpr const body_summary& summary() const noexcept { return *summary_; }

  /// Returns the struct; null if the draft is known by its summary, or has another form.
  template <class Form>
  [[nodiscard]] constexpr const basic_notification<Form>* as() const noexcept {
    if constexpr (std::is_same_v<Form, owning>) return owning_;
    if constexpr (std::is_same_v<Form, viewing>) return viewing_;
  }

 private:
  std::optional<body_summary> summary_{};
  const notification* owning_ = nullptr;
  const notification_view* viewing_ = nullptr;
};

/// What the caller knows of the request, and wants of the validation. Rules about what is not stated
/// here are not checked. The context refers to strings and rules, which must live as long as it is used
/// (rules: as long as the report).
struct context {
  helpdesk::mode mode = helpdesk::mode::complete;        ///< whether the body is complete
  std::optional<user_id_type_parameter> user_id_type{};  ///< of the request's query
  std::optional<borrowed_string> notification_id{};      ///< of the request's path
  std::optional<borrowed_string> access_token{};         ///< of `Authorization`, without "Bearer "
  std::optional<helpdesk_credentials> helpdesk{};        ///< of `X-Lark-Helpdesk-Authorization`
  std::optional<borrowed_string> host{};                 ///< where the request goes
  std::optional<std::int32_t> current_status{};          ///< 0 is a draft
  std::optional<timestamp> now{};                        ///< the present time
  helpdesk::policy policy{};                             ///< severities changed, rules disabled
  borrowed_list<rule> custom_rules{};  ///< conditions over facts; evaluated after the table's
  helpdesk::draft draft{};             ///< merged with the body, which is then complete
};

}  // namespace feishu::helpdesk

#endif
