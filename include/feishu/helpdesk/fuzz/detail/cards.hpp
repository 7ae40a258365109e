#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_CARDS_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_CARDS_HPP

#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/broken_json.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// Message cards: what `push_content` holds.
namespace feishu::helpdesk::fuzz {
namespace detail {

// In a form, what follows a `$` is to be filled in: `$t`, a text; `$e`, the elements of an array; `$v`,
// a value of any type; `$o`, an object.
inline constexpr std::string_view plain_cards[] = {
    "{}",
    R"({"elements":[$e]})",
    R"({"config":{"wide_screen_mode":true},"header":{"title":{"tag":"plain_text","content":$t},"template":"blue"},"elements":[$e]})",
    R"({"config":{"update_multi":false},"i18n_elements":{"zh_cn":[$e],"en_us":[$e]},"card_link":{"url":$t}})",
    R"({"type":$v,"schema":2,"elements":[$e]})",
    "$o",
};
inline constexpr std::string_view undocumented_cards[] = {
    R"({"schema":"2.0","body":{"elements":[$e]}})",
    R"({"type":"template","data":{"template_id":$t,"template_variable":$o}})",
    R"({"schema":1,"$u0073chema":"2.0","header":$v})",
};
inline constexpr std::string_view card_elements[] = {
    R"({"tag":"hr"})",
    R"({"tag":"div","text":{"tag":"lark_md","content":$t}})",
    R"({"tag":"img","img_key":$t,"alt":{"tag":"plain_text","content":$t}})",
    R"({"tag":"action","actions":[{"tag":"button","text":{"tag":"plain_text","content":$t},"url":$t,"type":"primary","value":$o}]})",
    "$v",
};
inline constexpr std::string_view card_texts[] = {
    "欢迎加入", "**Welcome**, <at id=all></at>!\nRead [this](https://www.feishu.cn).", "", "🎉"};

// What stands around anything that is filled in; so many levels are left to it.
inline constexpr unsigned levels_around = 12;
inline constexpr unsigned levels_in_cards = helpdesk::detail::max_depth - levels_around;

inline void fill_in(std::string& to, std::string_view form, choices& from);

inline void fill_in_elements(std::string& to, choices& from) {
  for (bool is_first = true; from.more(); is_first = false) {
    if (!is_first) to += ',';
    fill_in(to, from.pick(card_elements), from);
  }
}

inline void fill_in_text(std::string& to, choices& from) {
  std::string text(from.pick(card_texts));
  if (from.flag()) write_characters(text, from);
  write_string(to, text, from);
}

inline void fill_in(std::string& to, std::string_view form, choices& from) {
  for (std::size_t mark; (mark = form.find('$')) != std::string_view::npos;
       form.remove_prefix(mark + 2)) {
    to += form.substr(0, mark);
    switch (form[mark + 1]) {
      case 't': fill_in_text(to, from); break;
      case 'e': fill_in_elements(to, from); break;
      case 'v': write_any_value(to, levels_in_cards, from); break;
      case 'o': write_value(to, json_type::object, levels_in_cards, from); break;
      default: to += "\\u"; break;
    }
  }
  to += form;
}

}  // namespace detail

/// The text of a card that breaks no rule by an error: one JSON object, well-formed. It may be of a kind
/// that is not documented for this API, or too large, as far as there are bytes for that.
[[nodiscard]] inline std::string card(choices& from) {
  std::string text;
  write_whitespace(text, from);
  const bool is_documented = from.byte() % 8 != 1;
  detail::fill_in(
      text, is_documented ? from.pick(detail::plain_cards) : from.pick(detail::undocumented_cards),
      from);
  write_whitespace(text, from);
  return text;
}

/// The text of a card that is well-formed and of a kind that is not documented for this API.
[[nodiscard]] inline std::string undocumented_card(choices& from) {
  std::string text;
  detail::fill_in(text, from.pick(detail::undocumented_cards), from);
  return text;
}

/// The text of a card that is well-formed and above the size that is stated: by 1 to 256 bytes and what
/// there are bytes for.
[[nodiscard]] inline std::string oversized_card(choices& from) {
  constexpr std::string_view end = "\"}}";
  std::string text = "{\"header\":";
  write_any_value(text, detail::levels_in_cards, from);
  text += ",\"text\":{\"tag\":\"plain_text\",\"content\":\"";
  const std::size_t size = helpdesk::detail::card_size_limit + 1 + from.byte();
  if (text.size() + end.size() < size) text.append(size - end.size() - text.size(), 'x');
  text += end;
  return text;
}

/// Text that is not empty, is UTF-8, and is not one JSON object.
[[nodiscard]] inline std::string ill_formed_card(choices& from) {
  if (from.flag()) {
    const std::string text = broken_json(card(from), bad_utf8::left_out, from);
    return text.empty() ? " " : text;
  }
  constexpr std::string_view invalid_cards[] = {" ", "[]",   "\"{}\"", "Welcome!",
                                                "0", "null", "[{}]"};
  return std::string(from.pick(invalid_cards));
}

}  // namespace feishu::helpdesk::fuzz

#endif
