#ifndef FEISHU_HELPDESK_TEXT_FOUND_CHARACTER_HPP
#define FEISHU_HELPDESK_TEXT_FOUND_CHARACTER_HPP

#include <feishu/helpdesk/detail/unicode.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <string>
#include <string_view>

/// What was found where text stopped being JSON, in words.
namespace feishu::helpdesk::detail {

struct named_character {
  char32_t code_point;
  localized_text name;
};

// Characters that are known by a name rather than by their look.
inline constexpr named_character named_characters[] = {
    {0x0000, {"null", "空字符"}},
    {0x0008, {"backspace", "退格"}},
    {0x0009, {"tab", "制表符"}},
    {0x000a, {"line feed", "换行"}},
    {0x000b, {"vertical tab", "垂直制表符"}},
    {0x000c, {"form feed", "换页"}},
    {0x000d, {"carriage return", "回车"}},
    {0x001b, {"escape", "ESC"}},
    {0x0020, {"space", "空格"}},
    {0x0027, {"apostrophe", "撇号"}},
    {0x0085, {"next line", "下一行"}},
    {0x00a0, {"no-break space", "不换行空格"}},
    {0x00ab, {"left-pointing double angle quotation mark", "左书名号形引号"}},
    {0x00ad, {"soft hyphen", "软连字符"}},
    {0x00bb, {"right-pointing double angle quotation mark", "右书名号形引号"}},
    {0x200b, {"zero-width space", "零宽空格"}},
    {0x200c, {"zero-width non-joiner", "零宽不连字"}},
    {0x200d, {"zero-width joiner", "零宽连字"}},
    {0x200e, {"left-to-right mark", "从左到右标记"}},
    {0x200f, {"right-to-left mark", "从右到左标记"}},
    {0x2018, {"left single quotation mark", "左单引号"}},
    {0x2019, {"right single quotation mark", "右单引号"}},
    {0x201c, {"left double quotation mark", "左双引号"}},
    {0x201d, {"right double quotation mark", "右双引号"}},
    {0x2028, {"line separator", "行分隔符"}},
    {0x2029, {"paragraph separator", "段落分隔符"}},
    {0x202f, {"narrow no-break space", "窄不换行空格"}},
    {0x2060, {"word joiner", "单词连接符"}},
    {0x3000, {"ideographic space", "全角空格"}},
    {0x3001, {"ideographic comma", "顿号"}},
    {0x300c, {"left corner bracket", "左直角引号"}},
    {0x300d, {"right corner bracket", "右直角引号"}},
    {0xfeff, {"byte-order mark", "字节序标记"}},
    {0xff02, {"full-width quotation mark", "全角引号"}},
    {0xff0c, {"full-width comma", "全角逗号"}},
    {0xff1a, {"full-width colon", "全角冒号"}},
    {0xff5b, {"full-width left curly bracket", "全角左花括号"}},
    {0xff5d, {"full-width right curly bracket", "全角右花括号"}},
};

inline localized_text name_of_character(unsigned code_point) noexcept {
  for (const named_character& each : named_characters) {
    if (each.code_point == code_point) return each.name;
  }
  return {};
}

// A character: `'x'`, `“ (U+201C left double quotation mark)`, `U+00A0 (no-break space)`. The look of one that
// combines with others would not be seen either.
inline std::string format_character(unsigned code_point, language chosen) {
  const bool is_chinese = chosen == language::zh;
  if (code_point > ' ' && code_point < 0x7f && code_point != '\'') {
    return {'\'', static_cast<char>(code_point), '\''};
  }
  const bool is_surrogate = (code_point & ~0x7ffu) == 0xd800;
  const bool is_visible = code_point != ' ' && !is_shown_by_code_point(code_point) &&
                          width_of(code_point) != 0 && !is_surrogate;
  const std::string_view name = name_of_character(code_point).in(chosen);
  std::string text;
  if (is_visible) {
    char bytes[4]{};
    text += encode_utf8(code_point, bytes);
    text += is_chinese ? "（" : " (";
    text += format_code_point(code_point);
    if (!name.empty()) (text += ' ') += name;
    return text += is_chinese ? "）" : ")";
  }
  text += format_code_point(code_point);
  if (name.empty()) return text;
  text += is_chinese ? "（" : " (";
  text += name;
  return text += is_chinese ? "）" : ")";
}

/// Returns what was found where a text stopped being JSON, after a space where words have one between them;
/// nothing where the text ended.
[[nodiscard]] inline std::string format_found(const message_args& more, language chosen) {
  if (!more.detail.empty()) return ' ' + std::string(more.detail);
  if (more.found == no_character) return {};
  if (more.found >= first_stray_byte) {
    const auto byte = static_cast<unsigned>(more.found - first_stray_byte);
    std::string text(localized_text{" byte 0x", "字节 0x"}.in(chosen));
    text += "0123456789ABCDEF"[byte >> 4];
    return text += "0123456789ABCDEF"[byte & 0xf];
  }
  const bool is_ascii = more.found > ' ' && more.found < 0x7f;
  if (more.reason == syntax_error::bad_escape && is_ascii) {
    return {' ', '\\', static_cast<char>(more.found)};
  }
  return ' ' + format_character(static_cast<unsigned>(more.found), chosen);
}

/// Returns what to write instead of it: an escape for a control character, ASCII for punctuation, a word for a
/// word.
[[nodiscard]] inline std::string format_instead(const message_args& more) {
  for (const syntax_pattern& each : syntax_words) {
    if (each.text == more.detail) return std::string(each.instead);
  }
  if (const char ascii = similar_ascii(more.found); ascii != '\0') return {'\'', ascii, '\''};
  switch (more.found) {
    case '}': return "']'";  // the one that is missing before it
    case ']': return "'}'";
    case '\b': return "\\b";
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\f': return "\\f";
    case '\r': return "\\r";
    default: break;
  }
  const std::string code_point = format_code_point(static_cast<unsigned>(more.found));
  return "\\u" + code_point.substr(2);
}

}  // namespace feishu::helpdesk::detail

#endif
