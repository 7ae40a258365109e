#ifndef FEISHU_HELPDESK_TEXT_MESSAGE_HPP
#define FEISHU_HELPDESK_TEXT_MESSAGE_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>
#include <feishu/helpdesk/text/found_character.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Diagnostics as sentences: the placeholders of a rule's message, filled in.
namespace feishu::helpdesk {

namespace detail {

/// In the order of `json_type`.
inline constexpr localized_text json_type_texts[] = {
    {"null", " null"},      {"a boolean", "布尔值"},
    {"an integer", "整数"}, {"a number with a fraction or an exponent", "带小数或指数的数"},
    {"a string", "字符串"}, {"an array", "数组"},
    {"an object", "对象"},
};

}  // namespace detail

/// A type with its article: "an integer".
[[nodiscard]] constexpr localized_text localized(json_type type) noexcept {
  return detail::json_type_texts[static_cast<std::size_t>(type)];
}

namespace detail {

/// In the order of `severity`.
inline constexpr localized_text severity_texts[] = {
    {"error", "错误"}, {"warning", "警告"}, {"note", "提示"}};

}  // namespace detail

/// The severity in a word.
[[nodiscard]] constexpr localized_text localized(severity s) noexcept {
  return detail::severity_texts[static_cast<std::size_t>(s)];
}

namespace detail {

/// In the order of `source`.
inline constexpr localized_text source_texts[] = {
    {"API reference", "API 文档"}, {"platform", "平台"}, {"rfc", "RFC"}, {"library", "本库"}};

}  // namespace detail

/// The source that a citation is from, for people.
[[nodiscard]] constexpr localized_text localized(source s) noexcept {
  return detail::source_texts[static_cast<std::size_t>(s)];
}

/// Where a rule comes from, and the words: "document: 必填".
[[nodiscard]] inline std::string format_citation(const helpdesk::citation& citation,
                                                 language chosen = language::en) {
  std::string text(localized(citation.from).in(chosen));
  text += chosen == language::zh ? "：" : ": ";
  return text += citation.text.in(chosen);
}

/// The source as a word for programs: `api-reference`, `platform`, `rfc` or `library`.
[[nodiscard]] constexpr std::string_view name_of(source s) noexcept {
  constexpr std::string_view names[] = {"api-reference", "platform", "rfc", "library"};
  return names[static_cast<std::size_t>(s)];
}

namespace detail {

/// In the order of `rule_group`.
inline constexpr localized_text rule_group_texts[] = {
    {"JSON structure", "JSON 结构"}, {"Single fields", "单个字段"},
    {"Message card", "消息卡片"},    {"Field combinations", "字段组合"},
    {"The request", "请求"},         {"Custom rules", "自定义规则"}};

}  // namespace detail

/// The title of a group of rules.
[[nodiscard]] constexpr localized_text localized(rule_group group) noexcept {
  return detail::rule_group_texts[static_cast<std::size_t>(group)];
}

/// A place as people write it: `user_list[3].user_id`.
[[nodiscard]] inline std::string format_location(const location& where,
                                                 language chosen = language::en) {
  if (where.is_body()) return std::string(localized_text{"the body", "请求体"}.in(chosen));
  std::string text;
  where.for_each_step(
      [&](std::string_view name) {
        if (!text.empty()) text += '.';
        text += name.empty() ? std::string_view("\"\"") : name;
      },
      [&](std::size_t index) { text += '[' + std::to_string(index) + ']'; });
  return text;
}

namespace detail {

// Copies `pattern`, putting `fill(name)` in the place of each `{name}`.
template <class Fill>
std::string fill_in(std::string_view pattern, Fill&& fill) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    text += pattern.substr(0, open);
    if (close == std::string_view::npos) {
      if (open != std::string_view::npos) text += pattern.substr(open);
      break;
    }
    text += fill(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
  }
  return text;
}

// Returns how to fix what is wrong with the JSON of a diagnostic, after a colon; nothing if that is not known.
inline std::string cause_text(const diagnostic& d, language chosen) {
  const message_args& more = d.args();
  if (more.cause == syntax_cause::unknown) return {};
  const std::string_view colon = localized_text{": ", "："}.in(chosen);
  return std::string(colon) +
         fill_in(localized(more.cause).in(chosen), [&](std::string_view placeholder) {
           if (placeholder == "field") return format_location(d.where(), chosen);
           // The JSON of a card is itself escaped in the body.
           const bool is_card = d.rule().id == "card-syntax";
           if (placeholder == "quote") return std::string(is_card ? R"(\\\")" : R"(\")");
           if (placeholder == "backslash") return std::string(is_card ? R"(\\\\)" : R"(\\)");
           std::string instead = format_instead(more);
           return is_card && placeholder == "escape" ? '\\' + instead : instead;
         });
}

// Returns what is wrong with a text that is not JSON: what was expected, what was found, and how to fix it.
inline std::string syntax_text(const diagnostic& d, language chosen) {
  const message_args& more = d.args();
  const in_language say{chosen};
  std::string text(localized(more.reason).in(chosen));
  if (const std::string found = format_found(more, chosen); !found.empty()) {
    text += say(", found", "，实际为") + found;
  }
  return text += cause_text(d, chosen);
}

// Where a name belongs that is not of the object it is in: in the elements of a list, or at the top level.
inline std::string right_place_text(std::string_view name, const object_info& object,
                                    language chosen) {
  const in_language say{chosen};
  const std::size_t index = find_field(notification_object, name);
  if (index != npos && fields[index].by == assigned_by::author) {
    return say(": it belongs at the top level", "：它应放在最外层");
  }
  std::string lists;
  for (const field_info& row : notification_object.fields) {
    const object_info* const inner = object_in(row.kind);
    if (inner == nullptr || inner->kind == object.kind || type_of(row.kind) != json_type::array) {
      continue;
    }
    if (find_field(*inner, name) == npos) continue;
    if (!lists.empty()) lists += say(" or ", " 或 ");
    lists += row.name;
  }
  if (lists.empty()) return {};
  return say(": it belongs in the elements of ", "：它应放在 ") + lists + say("", " 的元素中");
}

// The place of a name. One that looks like a field's because a character of it is invisible, or looks like
// another one, is shown with that character's code point.
inline std::string field_text(const location& where, language chosen) {
  std::string text = format_location(where, chosen);
  const std::string_view name = where.unknown();
  if (suggest(name, where.surroundings()).hint != hint::did_you_mean) return text;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t next = next_character(name, i);
    const unsigned code_point = code_point_of(name.substr(i, next - i));
    i = next;
    if (code_point > ' ' && code_point < 0x7f) continue;
    const in_language say{chosen};
    text += say(" (contains ", "（含 ") + format_code_point(code_point);
    const std::string_view character = name_of_character(code_point).in(chosen);
    if (!character.empty()) (text += ' ') += character;
    return text += say(")", "）");
  }
  return text;
}

inline std::string hint_text(const location& where, language chosen) {
  const suggestion s = suggest(where.unknown(), where.surroundings());
  const in_language say{chosen};
  switch (s.hint) {
    case hint::none: return right_place_text(where.unknown(), where.surroundings(), chosen);
    case hint::did_you_mean:
      return say(": did you mean ", "，是否应为 ") + std::string(s.name) + say("?", "？");
    case hint::query_parameter:
      return say(": it is a query parameter of the request", "：它是请求的查询参数");
    case hint::wrapper:
      return say(": send its fields at the top level", "：请将其中的字段移到最外层");
    case hint::response_only:
      return say(": it is returned by GET and cannot be set", "：它仅由 GET 返回，不能设置");
  }
  return {};
}

// Of a body without the API's fields: what it is.
inline std::string foreign_body_text(const diagnostic& d, language chosen) {
  const in_language say{chosen};
  const std::string_view what = d.args().detail;
  if (what == "card") {
    return say(": this is a message card; send it as a string, in push_content",
               "：这是一张消息卡片，请转为字符串后放入 push_content");
  }
  if (what == "message") {
    return say(
        ": this is a message for another API; send a card instead, as a string in push_content",
        "：这是另一个接口的消息；请改为在 push_content 中以字符串发送卡片");
  }
  if (what.empty()) return {};
  const std::string where = format_location(d.where(), chosen);
  if (what == "response") {
    return say(": this is the response to a GET request; send the fields inside ",
               "：这是 GET 请求的响应，请将 ") +
           where + say(" at the top level", " 内的字段放到最外层");
  }
  if (what == "string") {
    return say(": they are inside the string ", "：字段位于字符串 ") + where +
           say("; send that object as the body", " 内，请直接以其中的对象作为请求体");
  }
  return say(": they are inside ", "：字段位于 ") + where +
         say("; send them at the top level", " 内，请放到最外层");
}

// What an id is that can hardly be an `open_id`, by what shows it.
struct foreign_id {
  std::string_view sign{};
  localized_text meaning{};
};
inline constexpr foreign_id foreign_ids[] = {
    {chat_id_prefix, {"a chat_id", " chat_id"}},
    {open_department_id_prefix, {"an open_department_id", " open_department_id"}},
    {sign_of_address, {"an email address", "邮箱地址"}},
};

// Why an id is not one of a user: with a `user_id_type`, `detail` is what it should begin with; without one,
// what shows that it is not an `open_id`.
inline std::string user_id_text(std::string_view detail, const in_language& say) {
  for (const foreign_id& each : foreign_ids) {
    if (each.sign != detail) continue;
    return say("the prefix of the default user_id_type (open_id); it looks like ",
               "不是默认类型（user_id_type 为 open_id）的 ID，看起来是") +
           std::string(each.meaning.in(say.chosen));
  }
  return say("the prefix of the request's user_id_type", "与请求的 user_id_type 不符");
}

// Returns what an id should begin with.
inline std::string_view expected_prefix(const diagnostic& d) {
  const field_info* row = d.where().described();
  for (const foreign_id& each : foreign_ids) {
    if (row != nullptr && row->kind == field_kind::user_id && each.sign == d.args().detail) {
      return open_id_prefix;
    }
  }
  return d.args().detail;
}

// Why: what was wrong with the text, the time stamp, the id or the card that is here.
inline std::string reason_text(const diagnostic& d, language chosen) {
  const message_args& more = d.args();
  if (more.reason != syntax_error::none) return syntax_text(d, chosen);
  const condition& broken = d.rule().violated_when;
  if (broken == observed::not_an_object) return cause_text(d, chosen);
  if (broken == observed::no_known_field) return foreign_body_text(d, chosen);
  if (broken == observed::misspelt) {
    return std::string(suggest(d.where().unknown(), d.where().surroundings()).name);
  }
  const field_info* row = d.where().described();
  if (row == nullptr) {
    return hint_text(d.where(), chosen);
  }
  const in_language say{chosen};
  switch (row->kind) {
    case field_kind::timestamp:
      return more.number < least_milliseconds ? say("looks like seconds", "看起来是秒")
                                              : say("looks like microseconds", "看起来是微秒");
    case field_kind::user_id: return user_id_text(more.detail, say);
    case field_kind::job_name: return std::string(more.detail);
    case field_kind::chat_id: return say("the prefix of chat ids", "会话 ID 均以此开头");
    case field_kind::card:
      return more.detail == "template" ? say("its type is \"template\"", "其 type 为 \"template\"")
                                       : say("its schema is \"2.0\"", "其 schema 为 \"2.0\"");
    default: return {};
  }
}

inline std::string values_text(const location& where, language chosen) {
  const field_info* row = where.described();
  if (row == nullptr) return {};
  const bool chinese = chosen == language::zh;
  std::string text;
  for (std::size_t i = 0; i < row->values.size(); ++i) {
    const enumerator& each = row->values[i];
    const bool is_last = i + 1 == row->values.size();
    if (i > 0 && is_last) text += chinese ? "或" : " or ";
    if (i > 0 && !is_last) text += chinese ? "、" : ", ";
    text += format_value(each, chosen);
  }
  return text;
}

// What stands for a placeholder of one diagnostic's message; what is none stays as it is written.
inline std::string filled(std::string_view placeholder, const diagnostic& d, language chosen) {
  const message_args& more = d.args();
  if (placeholder == "field") return field_text(d.where(), chosen);
  if (placeholder == "expected") return std::string(localized(more.expected).in(chosen));
  if (placeholder == "actual") return std::string(localized(more.actual).in(chosen));
  if (placeholder == "values") return values_text(d.where(), chosen);
  if (placeholder == "prefix") return std::string(expected_prefix(d));
  if (placeholder == "number") return std::to_string(more.number);
  if (placeholder == "reason") return reason_text(d, chosen);
  return '{' + std::string(placeholder) + '}';
}

}  // namespace detail

/// The sentence that says what is wrong, without place and severity. It may hold the name of an
/// unknown field as it came; make it harmless before a terminal sees it.
[[nodiscard]] inline std::string message(const diagnostic& d, language chosen = language::en) {
  return detail::fill_in(d.rule().message.in(chosen), [&](std::string_view placeholder) {
    return detail::filled(placeholder, d, chosen);
  });
}

namespace detail {

/// The sentence of a rule, its placeholders as people write them: "<field> is required".
[[nodiscard]] inline std::string message_pattern(const rule& r, language chosen = language::en) {
  return detail::fill_in(r.message.in(chosen), [](std::string_view placeholder) {
    return '<' + std::string(placeholder) + '>';
  });
}

/// One sentence for several diagnostics of one rule that has such a message.
[[nodiscard]] inline std::string grouped_message(std::span<const diagnostic* const> same_rule,
                                                 language chosen = language::en) {
  const rule& broken = same_rule.front()->rule();
  return detail::fill_in(broken.grouped_message.in(chosen), [&](std::string_view placeholder) {
    if (placeholder == "count") return std::to_string(same_rule.size());
    std::string names;
    for (const diagnostic* each : same_rule) {
      if (!names.empty()) names += chosen == language::zh ? "、" : ", ";
      names += format_location(each->where(), chosen);
    }
    return names;
  });
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
