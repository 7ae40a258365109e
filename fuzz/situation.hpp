// A body, and what is known beside it, as one input:
//
//     mode: partial
//     now_ms: 1626332244719
//     server-assigned: off
//     ---
//     {"push_type": 0}
//     ---
//     {"push_scope_type": 2}
//
// The lines before the first separator are the fields of a context, and rules that a policy changes;
// the last part is the draft. An input without separators is a body of which nothing is known.

#ifndef FEISHU_HELPDESK_FUZZ_SITUATION_HPP
#define FEISHU_HELPDESK_FUZZ_SITUATION_HPP

#include "fuzz/harness.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace fuzz {

namespace helpdesk = feishu::helpdesk;

// Refers to the input.
struct situation {
  std::string_view body{};
  std::string_view draft{};
  helpdesk::context known{};

  explicit situation(std::string_view input);

 private:
  void take(std::string_view name, std::string_view value);
};

namespace detail {

inline constexpr helpdesk::rule own_rules[] = {
    {.id = "own-chats",
     .violated_when = helpdesk::fact::chat_list == helpdesk::fact::non_empty,
     .reported_on = {helpdesk::field::chat_list}},
    {.id = "own-everyone",
     .severity = helpdesk::severity::warning,
     .violated_when = helpdesk::fact::push_scope_type == helpdesk::push_scope::all_members,
     .reported_on = {helpdesk::field::push_scope_type}},
};

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace detail

inline void situation::take(std::string_view name, std::string_view value) {
  if (name == "mode") {
    known.mode = value == "partial" ? helpdesk::mode::partial : helpdesk::mode::complete;
  } else if (name == "user_id_type") {
    known.user_id_type = value;
  } else if (name == "notification_id") {
    known.notification_id = value;
  } else if (name == "access_token") {
    known.access_token = value;
  } else if (name == "helpdesk_id") {
    if (!known.helpdesk) known.helpdesk.emplace();
    known.helpdesk->id = value;
  } else if (name == "helpdesk_token") {
    if (!known.helpdesk) known.helpdesk.emplace();
    known.helpdesk->token = value;
  } else if (name == "host") {
    known.host = value;
  } else if (name == "current_status") {
    known.current_status = detail::number_in<std::int32_t>(value);
  } else if (name == "now_ms") {
    known.now = detail::number_in<std::int64_t>(value);
  } else if (name == "own_rules") {
    known.custom_rules = detail::own_rules;
  } else {
    using helpdesk::level;
    for (const auto& [word, to] : {std::pair("error", level::error),
                                   {"warning", level::warning},
                                   {"note", level::note},
                                   {"off", level::off}}) {
      const helpdesk::rule* const rule = helpdesk::find_rule(name);
      if (value == word && rule != nullptr) known.policy.set(*rule, to);
    }
  }
}

inline situation::situation(std::string_view input) {
  auto [lines, text, base] = parts_of<3>(input);
  if (text.data() == nullptr) {
    body = lines;
    return;
  }
  body = text;
  draft = base;
  if (draft.data() != nullptr) known.draft = helpdesk::preflight(draft).summary();
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() < lines.size() ? line.size() + 1 : line.size());
    const std::size_t colon = line.find(": ");
    if (colon != line.npos) take(line.substr(0, colon), line.substr(colon + 2));
  }
}

}  // namespace fuzz

#endif
