#ifndef FEISHU_HELPDESK_MODEL_SYNTAX_CAUSE_HPP
#define FEISHU_HELPDESK_MODEL_SYNTAX_CAUSE_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The usual causes of text that is not JSON.
namespace feishu::helpdesk {

/// What somebody did, or meant, whose text is not JSON.
enum class syntax_cause : std::uint8_t {
  unknown,
  // The text as a whole.
  empty,
  byte_order_mark,
  utf16,
  utf32,
  not_utf8,
  markdown_fence,
  markup,
  form_encoded,
  percent_encoded,
  base64,
  compressed,
  file_name,
  command,
  http_message,
  yaml,
  plain_text,
  escaped_json,
  encoded_twice,
  quoted_text,
  second_value,
  trailing_content,
  // What another language writes.
  python_dict,
  python_constant,
  python_bytes,
  javascript_object,
  javascript_code,
  undefined,
  not_a_number,
  wrong_case,
  ruby_hash,
  java_map,
  go_map,
  expression,
  comment,
  ellipsis,
  merge_conflict,
  placeholder,
  // Quotation marks.
  single_quote,
  curly_quote,
  backtick,
  unquoted_name,
  unquoted_value,
  stripped_quotes,
  missing_end_quote,
  missing_name_quote,
  unescaped_quote,
  unescaped_json,
  // Punctuation.
  full_width,
  trailing_comma,
  extra_comma,
  missing_comma,
  missing_value,
  missing_colon,
  missing_brace,
  semicolon,
  extra_bracket,
  mismatched_bracket,
  // Cut short.
  unclosed_string,
  unclosed_object,
  unclosed_array,
  // Characters, numbers, escapes.
  foreign_space,
  invisible_character,
  control_character,
  number_form,
  backslash,
  escaped_apostrophe,
  unicode_escape,
};

namespace detail {

/// In the order of `syntax_cause`: how to fix it. `{field}` is the value's place, `{ascii}` the character to
/// write instead, `{escape}` its escape, `{quote}` and `{backslash}` those of a quote and a backslash.
inline constexpr localized_text syntax_cause_texts[] = {
    {},
    {"{field} is empty or only whitespace", "内容为空或只有空白"},
    {"save the text as UTF-8 without a byte-order mark", "请保存为不带 BOM 的 UTF-8"},
    {"this looks like UTF-16; save the text as UTF-8", "看起来是 UTF-16；请保存为 UTF-8"},
    {"this looks like UTF-32; save the text as UTF-8", "看起来是 UTF-32；请保存为 UTF-8"},
    {"save the text as UTF-8, not in another encoding such as GBK",
     "请保存为 UTF-8，不要使用 GBK 等其他编码"},
    {"a Markdown code fence is not JSON; remove it", "Markdown 代码块标记不是 JSON，请删除"},
    {"this is HTML or XML, not JSON", "这是 HTML 或 XML，不是 JSON"},
    {"this is form encoding (a=b&c=d); send JSON with Content-Type: application/json",
     "这是表单编码（a=b&c=d）；请发送 JSON，并设置 Content-Type: application/json"},
    {"this is percent-encoded; send the JSON itself", "内容经过百分号编码；请直接发送 JSON"},
    {"this looks like Base64; send the JSON itself", "看起来是 Base64；请直接发送 JSON"},
    {"this looks like compressed data (gzip); decompress it first",
     "看起来是 gzip 压缩数据；请先解压"},
    {"this looks like a file name; send the contents of the file",
     "看起来是文件名；请发送文件的内容"},
    {"this looks like a shell command; send only the JSON in it",
     "看起来是命令行；请只发送其中的 JSON"},
    {"this looks like an HTTP message; send only its body", "看起来是 HTTP 报文；请只发送其正文"},
    {"this looks like YAML; convert it to JSON", "看起来是 YAML；请转换为 JSON"},
    {"this is plain text, not JSON", "这是普通文本，不是 JSON"},
    {"the JSON is escaped as if inside a string; remove the backslashes",
     "JSON 被当作字符串内容转义了；请去掉反斜杠"},
    {"the JSON is encoded twice; call json.dumps or JSON.stringify once",
     "JSON 被编码了两次；只调用一次 json.dumps 或 JSON.stringify"},
    {"remove the quotes around the JSON", "请去掉 JSON 外层的引号"},
    {"send one JSON value; a second one follows", "只能有一个 JSON 值，此处开始了第二个"},
    {"remove everything after the JSON value", "请删除 JSON 之后的所有内容"},
    {"this looks like str() of a Python dict; use json.dumps()",
     "看起来是 Python 字典的 str()；请使用 json.dumps()"},
    {"this is a Python constant; use json.dumps(), or write {ascii}",
     "这是 Python 常量；请使用 json.dumps()，或写成 {ascii}"},
    {"this is str() of Python bytes; use decode()", "这是 Python bytes 的 str()；请使用 decode()"},
    {"this is a JavaScript object converted to a string; use JSON.stringify()",
     "这是 JavaScript 对象直接转成的字符串；请使用 JSON.stringify()"},
    {"this looks like JavaScript code; send the output of JSON.stringify()",
     "看起来是 JavaScript 代码；请发送 JSON.stringify() 的结果"},
    {"JSON does not have it; write null, or leave out the field",
     "JSON 中没有它；请写 null，或去掉该字段"},
    {"JSON numbers are finite; write null, or leave out the field",
     "JSON 中的数字必须有限；请写 null，或去掉该字段"},
    {"write {ascii}", "请写成 {ascii}"},
    {"this looks like a Ruby hash; use to_json, or write ':'",
     "看起来是 Ruby 哈希；请使用 to_json，或写成“:”"},
    {"this looks like toString() of a Java map; use a JSON library",
     "看起来是 Java Map 的 toString()；请使用 JSON 库"},
    {"this looks like a Go map that fmt printed; use json.Marshal()",
     "看起来是 fmt 打印的 Go map；请使用 json.Marshal()"},
    {"JSON does not have expressions; write the resulting value",
     "JSON 不支持表达式；请写出结果值"},
    {"JSON does not have comments; remove it", "JSON 不支持注释，请删除"},
    {"replace the ellipsis with what it stands for, or remove it",
     "请把省略号替换为它代表的内容，或删除"},
    {"this is a marker of a merge conflict; resolve the conflict",
     "这是合并冲突标记；请先解决冲突"},
    {"this looks like a template placeholder that was not replaced", "看起来是未替换的模板占位符"},
    {"strings are in double quotes in JSON, not in single quotes",
     "JSON 的字符串用双引号，不用单引号"},
    {"this is not a quotation mark of JSON; write a straight double quote (U+0022)",
     "这不是 JSON 的引号；请使用英文双引号（U+0022）"},
    {"strings are in double quotes in JSON, not in backticks", "JSON 的字符串用双引号，不用反引号"},
    {"put the name in double quotes", "请给字段名加上双引号"},
    {"put the string in double quotes", "请给字符串加上双引号"},
    {"the double quotes are missing, as when a shell removes them; send the body from a file",
     "缺少双引号，可能被 shell 去掉了；请从文件发送请求体"},
    {"the closing quote of the string is missing before the comma", "逗号前缺少字符串的右引号"},
    {"the closing quote of the field name is missing before ':'", "“:”前缺少字段名的右引号"},
    {"a quote inside {field} must be escaped as {quote}", "{field} 中的引号必须转义为 {quote}"},
    {"the quotes of the JSON inside {field} must be escaped as {quote}",
     "{field} 中 JSON 的引号必须转义为 {quote}"},
    {"this is full-width punctuation; write {ascii}", "这是全角标点；请使用半角 {ascii}"},
    {"remove the comma before it", "请删除它前面的逗号"},
    {"remove the comma", "请删除这个逗号"},
    {"put a comma before it", "请在它前面加上逗号"},
    {"a value is missing before it", "它前面缺少一个值"},
    {"write ':' between a field name and its value", "字段名与值之间请写“:”"},
    {"put '{' before the first field name", "请在第一个字段名前加上“{”"},
    {"write ',' between fields and between elements", "字段之间、元素之间请写“,”"},
    {"there is one closing bracket too many", "多了一个右括号"},
    {"a closing {ascii} is missing before it", "它前面缺少右括号 {ascii}"},
    {"a string is not closed; the text may be cut off", "字符串没有结束；文本可能被截断"},
    {"an object is not closed with '}'; the text may be cut off", "对象缺少“}”；文本可能被截断"},
    {"an array is not closed with ']'; the text may be cut off", "数组缺少“]”；文本可能被截断"},
    {"this is not whitespace in JSON; use ordinary spaces",
     "这不是 JSON 的空白字符；请使用普通空格"},
    {"an invisible character; remove it", "这是不可见字符，请删除"},
    {"write {escape}", "请写成 {escape}"},
    {"write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {R"(only " \ / b f n r t u can follow a backslash; write {backslash} for the backslash itself)",
     R"(反斜杠之后只能是 " \ / b f n r t u 之一；反斜杠本身请写成 {backslash})"},
    {"JSON does not escape apostrophes; write ' without the backslash",
     "JSON 中的撇号不需要转义；请直接写 '"},
    {"four hexadecimal digits must follow \\u", "\\u 之后必须是四位十六进制数字"},
};
static_assert(std::size(syntax_cause_texts) ==
              static_cast<std::size_t>(syntax_cause::unicode_escape) + 1);

/// What texts that are not JSON have where a token of JSON should begin.
struct syntax_pattern {
  std::string_view text;          ///< as it is written
  syntax_cause cause;             ///< of its being there
  std::string_view instead = {};  ///< what JSON has for it
};

/// Beginnings.
inline constexpr syntax_pattern syntax_prefixes[] = {
    {"```", syntax_cause::markdown_fence},
    {"~~~", syntax_cause::markdown_fence},
    {"//", syntax_cause::comment},
    {"/*", syntax_cause::comment},
    {"#", syntax_cause::comment},
    {"${", syntax_cause::placeholder},
    {"<!", syntax_cause::markup},
    {"<?", syntax_cause::markup},
    {"=>", syntax_cause::ruby_hash},
    {"\\", syntax_cause::escaped_json},
    {"`", syntax_cause::backtick},
    {"%7B", syntax_cause::percent_encoded},
    {"%7b", syntax_cause::percent_encoded},
    {"%22", syntax_cause::percent_encoded},
    {"--", syntax_cause::comment},
    {"...", syntax_cause::ellipsis},
    {"\xe2\x80\xa6", syntax_cause::ellipsis},
    {"<<<<<<<", syntax_cause::merge_conflict},
    {"=======", syntax_cause::merge_conflict},
    {">>>>>>>", syntax_cause::merge_conflict},
};

/// Whole words.
inline constexpr syntax_pattern syntax_words[] = {
    {"None", syntax_cause::python_constant, "null"},
    {"True", syntax_cause::python_constant, "true"},
    {"False", syntax_cause::python_constant, "false"},
    {"NULL", syntax_cause::wrong_case, "null"},
    {"Null", syntax_cause::wrong_case, "null"},
    {"TRUE", syntax_cause::wrong_case, "true"},
    {"FALSE", syntax_cause::wrong_case, "false"},
    {"undefined", syntax_cause::undefined},
    {"nil", syntax_cause::undefined},
    {"NaN", syntax_cause::not_a_number},
    {"nan", syntax_cause::not_a_number},
    {"Infinity", syntax_cause::not_a_number},
    {"inf", syntax_cause::not_a_number},
};

/// Words at the beginning of a text.
inline constexpr syntax_pattern syntax_first_words[] = {
    {"curl", syntax_cause::command},          {"PATCH", syntax_cause::http_message},
    {"POST", syntax_cause::http_message},     {"GET", syntax_cause::http_message},
    {"PUT", syntax_cause::http_message},      {"HTTP", syntax_cause::http_message},
    {"const", syntax_cause::javascript_code}, {"let", syntax_cause::javascript_code},
    {"var", syntax_cause::javascript_code},
};

/// What JavaScript makes of an object where it wants a string.
inline constexpr std::string_view javascript_object_text = "[object Object]";

/// A character that people take for another one.
struct similar_character {
  char32_t code_point;  ///< as it was found
  char ascii;           ///< what JSON has for it
};

/// Quotation marks and punctuation that editors and input methods write. Full-width forms from U+FF01 to U+FF5E
/// follow ASCII.
inline constexpr similar_character similar_characters[] = {
    {0x2018, '"'}, {0x2019, '"'}, {0x201a, '"'}, {0x201b, '"'}, {0x201c, '"'}, {0x201d, '"'},
    {0x201e, '"'}, {0x201f, '"'}, {0x2033, '"'}, {0x00ab, '"'}, {0x00bb, '"'}, {0x300c, '"'},
    {0x300d, '"'}, {0x301d, '"'}, {0x301e, '"'}, {0x3001, ','}, {0x3002, '.'}, {0x3010, '['},
    {0x3011, ']'}, {0xff02, '"'}, {0xff07, '"'}, {0xff64, ','},
};

/// Returns the character of ASCII that people take a code point for; 0 if there is none.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr char similar_ascii(
    std::int32_t code_point) noexcept {
  for (const similar_character& each : similar_characters) {
    if (static_cast<std::int32_t>(each.code_point) == code_point) return each.ascii;
  }
  const bool is_full_width = code_point >= 0xff01 && code_point <= 0xff5e;
  return is_full_width ? static_cast<char>(code_point - 0xfee0) : '\0';
}

}  // namespace detail

/// A found character that is none, as at the end of the text.
inline constexpr std::int32_t no_character = -1;
/// A byte that is not UTF-8 is found as its value plus this, which is above every code point.
inline constexpr std::int32_t first_stray_byte = 0x110000;

/// How to fix what this is the cause of; placeholders in braces are filled in by `message`.
[[nodiscard]] constexpr localized_text localized(syntax_cause cause) noexcept {
  return detail::syntax_cause_texts[static_cast<std::size_t>(cause)];
}

}  // namespace feishu::helpdesk

#endif
