#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_BARE_WORD_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_BARE_WORD_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>

#include <string_view>

/// Words without quotation marks, where JSON has none.
namespace feishu::helpdesk::detail {

/// Returns whether a character can begin a word of a programming language.
constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
/// Returns whether a character is a decimal digit.
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
/// Returns whether a character can stand in such a word.
FEISHU_HELPDESK_COMPACT constexpr bool is_word(char c) noexcept {
  return is_letter(c) || is_digit(c);
}

/// Returns why a name is without quotes: `rest` is what follows it.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_bare_name(
    std::string_view rest) noexcept {
  if (rest.starts_with('=')) return syntax_cause::java_map;
  const bool has_bare_value = rest.size() > 1 && rest[0] == ':' && is_letter(rest[1]);
  const std::string_view value = rest.substr(has_bare_value ? 1 : 0);
  for (const std::string_view literal : {"true", "false", "null"}) {
    if (value.starts_with(literal)) return syntax_cause::unquoted_name;
  }
  return has_bare_value ? syntax_cause::stripped_quotes : syntax_cause::unquoted_name;
}

/// Returns why a text begins with a word: `word` is its beginning, `end_of_word` all that is left of it, and
/// `rest` what follows.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_first_word(
    std::string_view word, std::string_view end_of_word, std::string_view rest) noexcept {
  const char next = rest.empty() ? '\0' : rest[0];
  if (next == '=') return syntax_cause::form_encoded;
  if (word.starts_with("eyJ")) return syntax_cause::base64;  // {" in Base64
  if (end_of_word.ends_with(".json")) return syntax_cause::file_name;
  if (next == '(') return syntax_cause::expression;
  if (word == "b" && (next == '\'' || next == '"')) return syntax_cause::python_bytes;
  if (word == "map" && next == '[') return syntax_cause::go_map;
  for (const syntax_pattern& each : syntax_first_words) {
    if (each.text != word) continue;
    switch (each.cause) {
      case syntax_cause::command:
        if (next == ' ') return each.cause;
        break;
      case syntax_cause::http_message:
        if (next == '/' || rest.starts_with(" /") || rest.starts_with(" http")) return each.cause;
        break;
      default:
        if (rest.find('=') != std::string_view::npos) return each.cause;
        break;
    }
  }
  const bool is_key = word[0] >= 'a' && word[0] <= 'z' && next == ':';
  if (is_key && rest.size() > 1 && is_whitespace(rest[1])) return syntax_cause::yaml;
  return syntax_cause::plain_text;
}

}  // namespace feishu::helpdesk::detail

#endif
