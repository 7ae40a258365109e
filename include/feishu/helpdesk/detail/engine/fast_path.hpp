#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_FAST_PATH_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_FAST_PATH_HPP

#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

/// A quick look at a struct. Most notifications break no rule, and to see that is cheaper than to validate
/// each value where it stands.
namespace feishu::helpdesk::detail {

/// Gathers the facts about all values in one word. Where none of them tells of a broken rule, and those
/// about the whole break none, there is nothing to report.
class fast_path {
 public:
  /// For one notification; the context must outlive it.
  constexpr explicit fast_path(const context& known) noexcept : known_(&known) {}

  /// Whether a notification surely breaks no rule. If not, it may, and is to be validated.
  template <class Notification>
  [[nodiscard]] constexpr bool sees_nothing_wrong(const Notification& n) {
    if (known_->draft || !known_->custom_rules.empty()) return false;
    for_each_field(n, [&](field at, const auto& value) {
      if (!value) return;
      body_.present |= body_summary::bit(at);
      seen_ |= fields_of(notification_object)[static_cast<std::size_t>(at)].known;
      look_at(at, info(at).kind, *value);
    });
    body_.well_formed = true;
    body_.complete = known_->mode == mode::complete;
    if (!body_.complete && body_.present == 0) return false;  // it is empty
    if ((seen_ & indexed_rules.trigger_facts()) != 0) return false;
    if (body_.complete && (required_fields & ~body_.present) != 0) return false;
    const facts all = body_.all_facts();
    return ((all & indexed_rules.trigger_facts()) == 0 || indexed_rules.broken_by(all) == 0) &&
           facts_of_request(*known_) == 0;
  }

  /// What the notification looks like as a whole, if nothing is wrong with it.
  [[nodiscard]] constexpr const body_summary& body() const noexcept { return body_; }

 private:
  template <class Value>
  constexpr void look_at(field at, field_kind kind, const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      look_at_text(at, kind, value);
    } else if constexpr (std::is_enum_v<Value>) {
      const facts known = facts_about(at).holds_value(static_cast<std::int32_t>(value));
      body_.known |= known;
      if (known == 0) seen_ |= facts_of(observed::not_in_enum);
    } else if constexpr (requires { value.begin(); }) {
      look_at_list(at, value);
    } else if constexpr (!std::is_integral_v<Value>) {
      look_at_fields(at, value);
    }
  }

  template <class List>
  constexpr void look_at_list(field at, const List& list) {
    body_.*body_summary::count_of(at) = list.size();
    body_.known |= facts_about(at).holds_elements(list.begin() != list.end());
    for (const auto& each : list) look_at_fields(at, each);
  }

  // The first field of users, departments and chats is their id.
  template <class Object>
  constexpr void look_at_fields(field at, const Object& object) {
    const auto& table = object_in(info(at).kind)->fields;
    for_each_field(object, [&](std::size_t index, const auto& value) {
      if (value) {
        look_at_text(at, table[index].kind, *value);
      } else if (index == 0) {
        seen_ |= facts_of(observed::absent);
      }
    });
  }

  constexpr void look_at_text(field at, field_kind kind, std::string_view text) {
    seen_ |= facts_of_string(text.empty());
    if (!is_utf8(text)) seen_ |= facts_of(observed::ill_formed);
    if (text.empty()) return;
    switch (kind) {
      case field_kind::timestamp: return look_at_timestamp(at, text);
      case field_kind::card: return look_at_card(text);
      case field_kind::chat_id: return expect_beginning(text, chat_id_prefix);
      case field_kind::user_id: return look_at_user_id(text);
      case field_kind::job_name: return look_for_template(text);
      case field_kind::notification_id:
        if (known_->notification_id && *known_->notification_id != text) {
          seen_ |= facts_of(observed::id_mismatch);
        }
        return;
      default: return;
    }
  }

  constexpr void look_at_timestamp(field at, std::string_view text) {
    digits_matcher digits;
    digits.add(text);
    seen_ |= facts_of_timestamp(digits, at == field::send_at ? known_->now : std::nullopt);
  }

  constexpr void look_at_card(std::string_view text) {
    card_checker card;
    card.begin();
    card.write(text, {});
    card.finish(text.size());
    seen_ |= facts_of_card(card);
  }

  constexpr void look_at_user_id(std::string_view text) noexcept {
    if (known_->user_id_type) return expect_beginning(text, known_->user_id_type->prefix());
    open_id_matcher id;
    if (!text.starts_with(open_id_prefix)) id.add(text);
    if (!id.found_instead().empty()) seen_ |= facts_of(observed::unexpected_prefix);
  }

  constexpr void look_for_template(std::string_view text) noexcept {
    if (text.find('{') == std::string_view::npos) return;
    template_matcher expression;
    expression.add(text);
    if (!expression.found().empty()) seen_ |= facts_of(observed::unfilled);
  }

  constexpr void expect_beginning(std::string_view text, std::string_view prefix) noexcept {
    if (!text.starts_with(prefix)) seen_ |= facts_of(observed::unexpected_prefix);
  }

  const context* known_;
  facts seen_ = 0;
  body_summary body_{};
};

}  // namespace feishu::helpdesk::detail

#endif
