#ifndef FEISHU_HELPDESK_MODEL_CONTEXT_HPP
#define FEISHU_HELPDESK_MODEL_CONTEXT_HPP

#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
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

  user_id_type_parameter(std::nullptr_t) = delete;
  user_id_type_parameter(std::string&&) = delete;  // it would be gone when it is asked for

  /// Refers to the text.
  template <class Text>
    requires std::is_convertible_v<const Text&, std::string_view>
  constexpr user_id_type_parameter(const Text& text) noexcept : text_(text) {}

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

/// What a policy makes of a rule: a severity, by its own number, or nothing.
enum class level : std::uint8_t { error, warning, note, off };

/// Severities changed and rules disabled, by id.
///
///     constexpr policy strict{{"unknown-field", level::error}, {"server-assigned", level::silent}};
class policy {
 public:
  /// What a rule counts as from now on.
  struct change {
    /// Does not compile for an id that is in no table.
    consteval change(std::string_view rule_id, level becomes)
        : index(index_of_rule(rule_id)), to(becomes) {
      if (index == npos) there_is_no_such_rule();
    }
    std::size_t index;  ///< of the rule, in the table
    level to;           ///< what it counts as

   private:
    static void there_is_no_such_rule();
  };

  /// Each rule counts as the table says.
  constexpr policy() = default;
  /// As the table says, but for these; of two changes of a rule, the last one counts.
  constexpr policy(std::initializer_list<change> changes) noexcept {
    for (const change& each : changes) set(each.index, each.to);
  }

  /// Changes a built-in rule. False, and nothing changed, if there is no such rule.
  [[nodiscard]] constexpr bool set(std::string_view rule_id, level becomes) noexcept {
    const std::size_t index = index_of_rule(rule_id);
    if (index == npos) return false;
    set(index, becomes);
    return true;
  }

  /// Changes a rule of the table. Of a custom rule, which says itself what it counts as, nothing is changed.
  constexpr void set(const rule& built_in, level becomes) noexcept {
    static_cast<void>(set(built_in.id, becomes));
  }

  /// What the rule at this place of the table counts as; a custom rule counts as it says itself.
  [[nodiscard]] constexpr level of(const rule& r, std::size_t rule_index) const noexcept {
    if (rule_index >= rule_count || (changed_ >> rule_index & 1) == 0)
      return static_cast<level>(r.severity);
    return static_cast<level>((high_ >> rule_index & 1) << 1 | (low_ >> rule_index & 1));
  }

  /// The rules of the table that count as errors: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t errors() const noexcept {
    static_assert(level::error == level{});
    return (error_rules & ~changed_) | (changed_ & ~(low_ | high_));
  }

 private:
  constexpr void set(std::size_t index, level becomes) noexcept {
    const std::uint64_t self = std::uint64_t{1} << index;
    const auto bits = static_cast<unsigned>(becomes);
    changed_ |= self;
    low_ = (bits & 1) != 0 ? low_ | self : low_ & ~self;
    high_ = (bits & 2) != 0 ? high_ | self : high_ & ~self;
  }

  // Bit i is of the table's i-th rule: whether its level was changed, and the two bits of what it became.
  std::uint64_t changed_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

/// What a request proves with that it may speak for a service desk.
struct helpdesk_credentials {
  std::string_view id{};     ///< of the service desk
  std::string_view token{};  ///< of the service desk
};

/// What the caller knows of the request, and wants of the result. Rules about what is not said here
/// are silent. A draft is an `summary`: `summarize(notification)`, or `preflight(…).summary()`; one
/// that was not readable counts as not known, so that the body is validated as in `mode::partial`. Text
/// and rules are referred to, and must live as long as the validation (rules: as long as the report).
struct context {
  helpdesk::mode mode = helpdesk::mode::complete;        ///< whether the body stands alone
  std::optional<user_id_type_parameter> user_id_type{};  ///< of the request's query
  std::optional<std::string_view> notification_id{};     ///< of the request's path
  std::optional<std::string_view> access_token{};        ///< of `Authorization`, without "Bearer "
  std::optional<helpdesk_credentials> helpdesk{};        ///< of `X-Lark-Helpdesk-Authorization`
  std::optional<std::int32_t> current_status{};          ///< 0 is a draft
  std::optional<std::int64_t> now_ms{};                  ///< milliseconds since 1970
  helpdesk::policy policy{};                             ///< severities changed, rules disabled
  std::span<const rule> custom_rules{};  ///< conditions over facts; validated after the table's
  std::optional<body_summary> draft{};   ///< patch and draft are merged and validated as complete
};

}  // namespace feishu::helpdesk

#endif
