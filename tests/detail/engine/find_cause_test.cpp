// What is said about texts that are not JSON: the same in bytes, in chunks, in constants, and in cards.

#include <feishu/helpdesk/detail/engine/find_cause.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using namespace std::string_view_literals;
using enum syntax_cause;

constexpr context patch{.mode = mode::partial};

// A text, what is found in it where, and what follows "not well-formed JSON: ".
struct broken_text {
  std::string_view text;
  syntax_cause cause;
  std::size_t offset;
  std::string_view en;
  std::string_view zh;
};

// clang-format off
constexpr broken_text broken_texts[] = {
    {""sv, empty, 0,
     "unexpected end of input: the body is empty or only whitespace",
     "输入提前结束：内容为空或只有空白"},
    {" \n"sv, empty, 2,
     "unexpected end of input: the body is empty or only whitespace",
     "输入提前结束：内容为空或只有空白"},
    {"\357\273\277{}"sv, byte_order_mark, 0,
     "expected a value, found U+FEFF (byte-order mark): save the text as UTF-8 without a byte-order mark",
     "此处应为一个值，实际为 U+FEFF（字节序标记）：请保存为不带 BOM 的 UTF-8"},
    {"\377\376{\000}\000"sv, utf16, 0,
     "expected a value, found byte 0xFF: this looks like UTF-16; save the text as UTF-8",
     "此处应为一个值，实际为字节 0xFF：看起来是 UTF-16；请保存为 UTF-8"},
    {"\376\377\000{\000}"sv, utf16, 0,
     "expected a value, found byte 0xFE: this looks like UTF-16; save the text as UTF-8",
     "此处应为一个值，实际为字节 0xFE：看起来是 UTF-16；请保存为 UTF-8"},
    {"{\000\"\000a\000\"\000:\0001\000}\000"sv, utf16, 1,
     "expected a field name in double quotes, found U+0000 (null): this looks like UTF-16; save the text as UTF-8",
     "此处应为双引号括起的字段名，实际为 U+0000（空字符）：看起来是 UTF-16；请保存为 UTF-8"},
    {"\000{\000\"\000a"sv, utf16, 0,
     "expected a value, found U+0000 (null): this looks like UTF-16; save the text as UTF-8",
     "此处应为一个值，实际为 U+0000（空字符）：看起来是 UTF-16；请保存为 UTF-8"},
    {"\377\376\000\000{\000\000\000"sv, utf32, 0,
     "expected a value, found byte 0xFF: this looks like UTF-32; save the text as UTF-8",
     "此处应为一个值，实际为字节 0xFF：看起来是 UTF-32；请保存为 UTF-8"},
    {"{\000\000\000}\000\000\000"sv, utf32, 1,
     "expected a field name in double quotes, found U+0000 (null): this looks like UTF-32; save the text as UTF-8",
     "此处应为双引号括起的字段名，实际为 U+0000（空字符）：看起来是 UTF-32；请保存为 UTF-8"},
    {"\000\000\000{\000\000\000}"sv, utf32, 0,
     "expected a value, found U+0000 (null): this looks like UTF-32; save the text as UTF-8",
     "此处应为一个值，实际为 U+0000（空字符）：看起来是 UTF-32；请保存为 UTF-8"},
    {"{\"job_name\":\"\304\372\"}"sv, not_utf8, 13,
     "invalid UTF-8, found byte 0xC4: save the text as UTF-8, not in another encoding such as GBK",
     "不是合法的 UTF-8，实际为字节 0xC4：请保存为 UTF-8，不要使用 GBK 等其他编码"},
    {"```json\n{}\n```"sv, markdown_fence, 0,
     "expected a value, found ```: a Markdown code fence is not JSON; remove it",
     "此处应为一个值，实际为 ```：Markdown 代码块标记不是 JSON，请删除"},
    {"{}\n```"sv, markdown_fence, 3,
     "unexpected content after the value, found ```: a Markdown code fence is not JSON; remove it",
     "值之后还有多余的内容，实际为 ```：Markdown 代码块标记不是 JSON，请删除"},
    {"~~~\n{}"sv, markdown_fence, 0,
     "expected a value, found ~~~: a Markdown code fence is not JSON; remove it",
     "此处应为一个值，实际为 ~~~：Markdown 代码块标记不是 JSON，请删除"},
    {"<!DOCTYPE html>"sv, markup, 0,
     "expected a value, found <!: this is HTML or XML, not JSON",
     "此处应为一个值，实际为 <!：这是 HTML 或 XML，不是 JSON"},
    {"<?xml version=\"1.0\"?>"sv, markup, 0,
     "expected a value, found <?: this is HTML or XML, not JSON",
     "此处应为一个值，实际为 <?：这是 HTML 或 XML，不是 JSON"},
    {"<html>"sv, markup, 0,
     "expected a value, found '<': this is HTML or XML, not JSON",
     "此处应为一个值，实际为 '<'：这是 HTML 或 XML，不是 JSON"},
    {"job_name=x&push_type=0"sv, form_encoded, 0,
     "expected a value, found 'j': this is form encoding (a=b&c=d); send JSON with Content-Type: application/json",
     "此处应为一个值，实际为 'j'：这是表单编码（a=b&c=d）；请发送 JSON，并设置 Content-Type: application/json"},
    {"new_staff_scope_department_list=x"sv, form_encoded, 1,
     "expected true, false or null, found 'e': this is form encoding (a=b&c=d); send JSON with Content-Type: application/json",
     "此处应为 true、false 或 null，实际为 'e'：这是表单编码（a=b&c=d）；请发送 JSON，并设置 Content-Type: application/json"},
    {"%7B%22job_name%22%3A1%7D"sv, percent_encoded, 0,
     "expected a value, found %7B: this is percent-encoded; send the JSON itself",
     "此处应为一个值，实际为 %7B：内容经过百分号编码；请直接发送 JSON"},
    {"eyJqb2JfbmFtZSI6"sv, base64, 0,
     "expected a value, found 'e': this looks like Base64; send the JSON itself",
     "此处应为一个值，实际为 'e'：看起来是 Base64；请直接发送 JSON"},
    {"@body.json"sv, file_name, 0,
     "expected a value, found '@': this looks like a file name; send the contents of the file",
     "此处应为一个值，实际为 '@'：看起来是文件名；请发送文件的内容"},
    {"{\\\"job_name\\\":1}"sv, escaped_json, 1,
     R"(expected a field name in double quotes, found '\': the JSON is escaped as if inside a string; remove the backslashes)",
     R"(此处应为双引号括起的字段名，实际为 '\'：JSON 被当作字符串内容转义了；请去掉反斜杠)"},
    {"{}{}"sv, second_value, 2,
     "unexpected content after the value, found '{': send one JSON value; a second one follows",
     "值之后还有多余的内容，实际为 '{'：只能有一个 JSON 值，此处开始了第二个"},
    {"{}\n{}"sv, second_value, 3,
     "unexpected content after the value, found '{': send one JSON value; a second one follows",
     "值之后还有多余的内容，实际为 '{'：只能有一个 JSON 值，此处开始了第二个"},
    {"{},{}"sv, second_value, 2,
     "unexpected content after the value, found ',': send one JSON value; a second one follows",
     "值之后还有多余的内容，实际为 ','：只能有一个 JSON 值，此处开始了第二个"},
    {"{'job_name': 'x'}"sv, python_dict, 1,
     "expected a field name in double quotes, found ' (U+0027 apostrophe): this looks like str() of a Python dict; use json.dumps()",
     "此处应为双引号括起的字段名，实际为 '（U+0027 撇号）：看起来是 Python 字典的 str()；请使用 json.dumps()"},
    {"{\"job_name\":None}"sv, python_constant, 12,
     "expected a value, found None: this is a Python constant; use json.dumps(), or write null",
     "此处应为一个值，实际为 None：这是 Python 常量；请使用 json.dumps()，或写成 null"},
    {"{\"a\":True}"sv, python_constant, 5,
     "expected a value, found True: this is a Python constant; use json.dumps(), or write true",
     "此处应为一个值，实际为 True：这是 Python 常量；请使用 json.dumps()，或写成 true"},
    {"[False]"sv, python_constant, 1,
     "expected a value, found False: this is a Python constant; use json.dumps(), or write false",
     "此处应为一个值，实际为 False：这是 Python 常量；请使用 json.dumps()，或写成 false"},
    {"[object Object]"sv, javascript_object, 1,
     "expected a value, found [object Object]: this is a JavaScript object converted to a string; use JSON.stringify()",
     "此处应为一个值，实际为 [object Object]：这是 JavaScript 对象直接转成的字符串；请使用 JSON.stringify()"},
    {"{\"a\":undefined}"sv, undefined, 5,
     "expected a value, found undefined: JSON does not have it; write null, or leave out the field",
     "此处应为一个值，实际为 undefined：JSON 中没有它；请写 null，或去掉该字段"},
    {"{\"a\":nil}"sv, undefined, 6,
     "expected true, false or null, found nil: JSON does not have it; write null, or leave out the field",
     "此处应为 true、false 或 null，实际为 nil：JSON 中没有它；请写 null，或去掉该字段"},
    {"{\"a\":NaN}"sv, not_a_number, 5,
     "expected a value, found NaN: JSON numbers are finite; write null, or leave out the field",
     "此处应为一个值，实际为 NaN：JSON 中的数字必须有限；请写 null，或去掉该字段"},
    {"{\"a\":nan}"sv, not_a_number, 6,
     "expected true, false or null, found nan: JSON numbers are finite; write null, or leave out the field",
     "此处应为 true、false 或 null，实际为 nan：JSON 中的数字必须有限；请写 null，或去掉该字段"},
    {"{\"a\":-Infinity}"sv, not_a_number, 6,
     "invalid number, found Infinity: JSON numbers are finite; write null, or leave out the field",
     "数字格式不正确，实际为 Infinity：JSON 中的数字必须有限；请写 null，或去掉该字段"},
    {"{\"a\":NULL}"sv, wrong_case, 5,
     "expected a value, found NULL: write null",
     "此处应为一个值，实际为 NULL：请写成 null"},
    {"{\"a\":TRUE}"sv, wrong_case, 5,
     "expected a value, found TRUE: write true",
     "此处应为一个值，实际为 TRUE：请写成 true"},
    {"{\"a\"=>1}"sv, ruby_hash, 4,
     "expected ':' after a field name, found =>: this looks like a Ruby hash; use to_json, or write ':'",
     "字段名之后应为“:”，实际为 =>：看起来是 Ruby 哈希；请使用 to_json，或写成“:”"},
    {"{\"a\":1 // x\n}"sv, comment, 7,
     "expected ',' or a closing bracket, found //: JSON does not have comments; remove it",
     "此处应为“,”或右括号，实际为 //：JSON 不支持注释，请删除"},
    {"{/* x */}"sv, comment, 1,
     "expected a field name in double quotes, found /*: JSON does not have comments; remove it",
     "此处应为双引号括起的字段名，实际为 /*：JSON 不支持注释，请删除"},
    {"# x\n{}"sv, comment, 0,
     "expected a value, found '#': JSON does not have comments; remove it",
     "此处应为一个值，实际为 '#'：JSON 不支持注释，请删除"},
    {"{\"push_type\":{{type}}}"sv, placeholder, 14,
     "expected a field name in double quotes, found '{': this looks like a template placeholder that was not replaced",
     "此处应为双引号括起的字段名，实际为 '{'：看起来是未替换的模板占位符"},
    {"{\"push_type\":${TYPE}}"sv, placeholder, 13,
     "expected a value, found ${: this looks like a template placeholder that was not replaced",
     "此处应为一个值，实际为 ${：看起来是未替换的模板占位符"},
    {"{\"push_type\":<type>}"sv, placeholder, 13,
     "expected a value, found '<': this looks like a template placeholder that was not replaced",
     "此处应为一个值，实际为 '<'：看起来是未替换的模板占位符"},
    {"{\"job_name\":'x'}"sv, single_quote, 12,
     "expected a value, found ' (U+0027 apostrophe): strings are in double quotes in JSON, not in single quotes",
     "此处应为一个值，实际为 '（U+0027 撇号）：JSON 的字符串用双引号，不用单引号"},
    {"{“job_name”:1}"sv, curly_quote, 1,
     "expected a field name in double quotes, found “ (U+201C left double quotation mark): this is not a quotation mark of JSON; write a straight double quote (U+0022)",
     "此处应为双引号括起的字段名，实际为 “（U+201C 左双引号）：这不是 JSON 的引号；请使用英文双引号（U+0022）"},
    {"{\"job_name\":‘x’}"sv, curly_quote, 12,
     "expected a value, found ‘ (U+2018 left single quotation mark): this is not a quotation mark of JSON; write a straight double quote (U+0022)",
     "此处应为一个值，实际为 ‘（U+2018 左单引号）：这不是 JSON 的引号；请使用英文双引号（U+0022）"},
    {"{\"job_name\":`x`}"sv, backtick, 12,
     "expected a value, found '`': strings are in double quotes in JSON, not in backticks",
     "此处应为一个值，实际为 '`'：JSON 的字符串用双引号，不用反引号"},
    {"{job_name:1}"sv, unquoted_name, 1,
     "expected a field name in double quotes, found 'j': put the name in double quotes",
     "此处应为双引号括起的字段名，实际为 'j'：请给字段名加上双引号"},
    {"{\"job_name\":Welcome}"sv, unquoted_value, 12,
     "expected a value, found 'W': put the string in double quotes",
     "此处应为一个值，实际为 'W'：请给字符串加上双引号"},
    {"{\"send_at\":2024-01-01}"sv, unquoted_value, 15,
     "expected ',' or a closing bracket, found '-': put the string in double quotes",
     "此处应为“,”或右括号，实际为 '-'：请给字符串加上双引号"},
    {"{\"id\":no-1}"sv, unquoted_value, 7,
     "expected true, false or null, found 'o': put the string in double quotes",
     "此处应为 true、false 或 null，实际为 'o'：请给字符串加上双引号"},
    {"{\"job_name\":\"say \"hi\" now\"}"sv, unescaped_quote, 18,
     R"(expected ',' or a closing bracket, found 'h': a quote inside job_name must be escaped as \")",
     R"(此处应为“,”或右括号，实际为 'h'：job_name 中的引号必须转义为 \")"},
    {"{\"push_content\":\"{\"elements\":[]}\"}"sv, unescaped_json, 19,
     R"(expected ',' or a closing bracket, found 'e': the quotes of the JSON inside push_content must be escaped as \")",
     R"(此处应为“,”或右括号，实际为 'e'：push_content 中 JSON 的引号必须转义为 \")"},
    {"{\"push_content\":\"{ \"elements\":[]}\"}"sv, unescaped_json, 20,
     R"(expected ',' or a closing bracket, found 'e': the quotes of the JSON inside push_content must be escaped as \")",
     R"(此处应为“,”或右括号，实际为 'e'：push_content 中 JSON 的引号必须转义为 \")"},
    {"{\"push_content\":\"[{\"a\":1}]\"}"sv, unescaped_json, 20,
     R"(expected ',' or a closing bracket, found 'a': the quotes of the JSON inside push_content must be escaped as \")",
     R"(此处应为“,”或右括号，实际为 'a'：push_content 中 JSON 的引号必须转义为 \")"},
    {"{\"a\":1，\"b\":2}"sv, full_width, 6,
     "expected ',' or a closing bracket, found ， (U+FF0C full-width comma): this is full-width punctuation; write ','",
     "此处应为“,”或右括号，实际为 ，（U+FF0C 全角逗号）：这是全角标点；请使用半角 ','"},
    {"{\"a\"：1}"sv, full_width, 4,
     "expected ':' after a field name, found ： (U+FF1A full-width colon): this is full-width punctuation; write ':'",
     "字段名之后应为“:”，实际为 ：（U+FF1A 全角冒号）：这是全角标点；请使用半角 ':'"},
    {"{＂a＂:1}"sv, curly_quote, 1,
     "expected a field name in double quotes, found ＂ (U+FF02 full-width quotation mark): this is not a quotation mark of JSON; write a straight double quote (U+0022)",
     "此处应为双引号括起的字段名，实际为 ＂（U+FF02 全角引号）：这不是 JSON 的引号；请使用英文双引号（U+0022）"},
    {"{\"a\":1、\"b\":2}"sv, full_width, 6,
     "expected ',' or a closing bracket, found 、 (U+3001 ideographic comma): this is full-width punctuation; write ','",
     "此处应为“,”或右括号，实际为 、（U+3001 顿号）：这是全角标点；请使用半角 ','"},
    {"｛\"a\":1}"sv, full_width, 0,
     "expected a value, found ｛ (U+FF5B full-width left curly bracket): this is full-width punctuation; write '{'",
     "此处应为一个值，实际为 ｛（U+FF5B 全角左花括号）：这是全角标点；请使用半角 '{'"},
    {"{\"a\":1｝"sv, full_width, 6,
     "expected ',' or a closing bracket, found ｝ (U+FF5D full-width right curly bracket): this is full-width punctuation; write '}'",
     "此处应为“,”或右括号，实际为 ｝（U+FF5D 全角右花括号）：这是全角标点；请使用半角 '}'"},
    {"{\"a\":1,}"sv, trailing_comma, 7,
     "expected a field name in double quotes, found '}': remove the comma before it",
     "此处应为双引号括起的字段名，实际为 '}'：请删除它前面的逗号"},
    {"{\"user_list\":[1, ]}"sv, trailing_comma, 17,
     "expected a value, found ']': remove the comma before it",
     "此处应为一个值，实际为 ']'：请删除它前面的逗号"},
    {"{\"a\":1,,\"b\":2}"sv, extra_comma, 7,
     "expected a field name in double quotes, found ',': remove the comma",
     "此处应为双引号括起的字段名，实际为 ','：请删除这个逗号"},
    {"[,1]"sv, extra_comma, 1,
     "expected a value, found ',': remove the comma",
     "此处应为一个值，实际为 ','：请删除这个逗号"},
    {"{\"a\":1 \"b\":2}"sv, missing_comma, 7,
     R"(expected ',' or a closing bracket, found '"': put a comma before it)",
     R"(此处应为“,”或右括号，实际为 '"'：请在它前面加上逗号)"},
    {"[{}{}]"sv, missing_comma, 3,
     "expected ',' or a closing bracket, found '{': put a comma before it",
     "此处应为“,”或右括号，实际为 '{'：请在它前面加上逗号"},
    {"{\"a\":}"sv, missing_value, 5,
     "expected a value, found '}': a value is missing before it",
     "此处应为一个值，实际为 '}'：它前面缺少一个值"},
    {"{\"a\":,\"b\":1}"sv, missing_value, 5,
     "expected a value, found ',': a value is missing before it",
     "此处应为一个值，实际为 ','：它前面缺少一个值"},
    {"{\"a\"=1}"sv, missing_colon, 4,
     "expected ':' after a field name, found '=': write ':' between a field name and its value",
     "字段名之后应为“:”，实际为 '='：字段名与值之间请写“:”"},
    {"{}}"sv, extra_bracket, 2,
     "unexpected content after the value, found '}': there is one closing bracket too many",
     "值之后还有多余的内容，实际为 '}'：多了一个右括号"},
    {"{\"a\":1]"sv, mismatched_bracket, 6,
     "expected ',' or a closing bracket, found ']': a closing '}' is missing before it",
     "此处应为“,”或右括号，实际为 ']'：它前面缺少右括号 '}'"},
    {"{\"user_list\":[}"sv, mismatched_bracket, 14,
     "expected a value, found '}': a closing ']' is missing before it",
     "此处应为一个值，实际为 '}'：它前面缺少右括号 ']'"},
    {"{\"job_name\":\"We"sv, unclosed_string, 15,
     "unexpected end of input: a string is not closed; the text may be cut off",
     "输入提前结束：字符串没有结束；文本可能被截断"},
    {"{\"job_name\":\"x\""sv, unclosed_object, 15,
     "unexpected end of input: an object is not closed with '}'; the text may be cut off",
     "输入提前结束：对象缺少“}”；文本可能被截断"},
    {"{\"user_list\":["sv, unclosed_array, 14,
     "unexpected end of input: an array is not closed with ']'; the text may be cut off",
     "输入提前结束：数组缺少“]”；文本可能被截断"},
    {"{\"job_na"sv, unclosed_string, 8,
     "unexpected end of input: a string is not closed; the text may be cut off",
     "输入提前结束：字符串没有结束；文本可能被截断"},
    {"{\302\240\"a\":1}"sv, foreign_space, 1,
     "expected a field name in double quotes, found U+00A0 (no-break space): this is not whitespace in JSON; use ordinary spaces",
     "此处应为双引号括起的字段名，实际为 U+00A0（不换行空格）：这不是 JSON 的空白字符；请使用普通空格"},
    {"\343\200\200{}"sv, foreign_space, 0,
     "expected a value, found U+3000 (ideographic space): this is not whitespace in JSON; use ordinary spaces",
     "此处应为一个值，实际为 U+3000（全角空格）：这不是 JSON 的空白字符；请使用普通空格"},
    {"\013{}"sv, foreign_space, 0,
     "expected a value, found U+000B (vertical tab): this is not whitespace in JSON; use ordinary spaces",
     "此处应为一个值，实际为 U+000B（垂直制表符）：这不是 JSON 的空白字符；请使用普通空格"},
    {"{\342\200\213\"a\":1}"sv, invisible_character, 1,
     "expected a field name in double quotes, found U+200B (zero-width space): an invisible character; remove it",
     "此处应为双引号括起的字段名，实际为 U+200B（零宽空格）：这是不可见字符，请删除"},
    {"{}\357\273\277"sv, invisible_character, 2,
     "unexpected content after the value, found U+FEFF (byte-order mark): an invisible character; remove it",
     "值之后还有多余的内容，实际为 U+FEFF（字节序标记）：这是不可见字符，请删除"},
    {"{}\000"sv, invisible_character, 2,
     "unexpected content after the value, found U+0000 (null): an invisible character; remove it",
     "值之后还有多余的内容，实际为 U+0000（空字符）：这是不可见字符，请删除"},
    {"{\"job_name\":\"a\rb\"}"sv, control_character, 14,
     R"(a control character in a string must be escaped, found U+000D (carriage return): write \r)",
     R"(字符串中的控制字符必须转义，实际为 U+000D（回车）：请写成 \r)"},
    {"{\"job_name\":\"a\tb\"}"sv, control_character, 14,
     R"(a control character in a string must be escaped, found U+0009 (tab): write \t)",
     R"(字符串中的控制字符必须转义，实际为 U+0009（制表符）：请写成 \t)"},
    {"{\"job_name\":\"a\nb\"}"sv, control_character, 14,
     R"(a control character in a string must be escaped, found U+000A (line feed): write \n)",
     R"(字符串中的控制字符必须转义，实际为 U+000A（换行）：请写成 \n)"},
    {"{\"job_name\":\"a\007b\"}"sv, control_character, 14,
     R"(a control character in a string must be escaped, found U+0007: write \u0007)",
     R"(字符串中的控制字符必须转义，实际为 U+0007：请写成 \u0007)"},
    {"{\"push_type\":+1}"sv, number_form, 13,
     "expected a value, found '+': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "此处应为一个值，实际为 '+'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"{\"push_type\":.5}"sv, number_form, 13,
     "expected a value, found '.': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "此处应为一个值，实际为 '.'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"{\"push_type\":01}"sv, number_form, 14,
     "invalid number, found '1': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "数字格式不正确，实际为 '1'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"{\"push_type\":0x1}"sv, number_form, 14,
     "expected ',' or a closing bracket, found 'x': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "此处应为“,”或右括号，实际为 'x'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"{\"push_type\":1.}"sv, number_form, 15,
     "invalid number, found '}': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "数字格式不正确，实际为 '}'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"{\"job_name\":\"C:\\Users\"}"sv, backslash, 15,
     R"(invalid escape sequence, found \U: only " \ / b f n r t u can follow a backslash; write \\ for the backslash itself)",
     R"(转义序列不正确，实际为 \U：反斜杠之后只能是 " \ / b f n r t u 之一；反斜杠本身请写成 \\)"},
    {"{\"job_name\":\"it\\'s\"}"sv, escaped_apostrophe, 15,
     R"(invalid escape sequence, found \': JSON does not escape apostrophes; write ' without the backslash)",
     R"(转义序列不正确，实际为 \'：JSON 中的撇号不需要转义；请直接写 ')"},
    {"{\"job_name\":\"\\u12g\"}"sv, unicode_escape, 13,
     R"(invalid escape sequence, found \u: four hexadecimal digits must follow \u)",
     R"(转义序列不正确，实际为 \u：\u 之后必须是四位十六进制数字)"},
    {"{\"job_name\":\"\\ud83d\"}"sv, unknown, 13,
     "unpaired surrogate, found U+D83D",
     "代理对不完整，实际为 U+D83D"},
    {"\037\213\010\000\000"sv, compressed, 0,
     "expected a value, found U+001F: this looks like compressed data (gzip); decompress it first",
     "此处应为一个值，实际为 U+001F：看起来是 gzip 压缩数据；请先解压"},
    {"body.json"sv, file_name, 0,
     "expected a value, found 'b': this looks like a file name; send the contents of the file",
     "此处应为一个值，实际为 'b'：看起来是文件名；请发送文件的内容"},
    {"curl -X PATCH https://open.feishu.cn"sv, command, 0,
     "expected a value, found 'c': this looks like a shell command; send only the JSON in it",
     "此处应为一个值，实际为 'c'：看起来是命令行；请只发送其中的 JSON"},
    {"-d '{}'"sv, command, 1,
     "invalid number, found 'd': this looks like a shell command; send only the JSON in it",
     "数字格式不正确，实际为 'd'：看起来是命令行；请只发送其中的 JSON"},
    {"--data '{}'"sv, command, 1,
     "invalid number, found '-': this looks like a shell command; send only the JSON in it",
     "数字格式不正确，实际为 '-'：看起来是命令行；请只发送其中的 JSON"},
    {"PATCH /open-apis HTTP/1.1"sv, http_message, 0,
     "expected a value, found 'P': this looks like an HTTP message; send only its body",
     "此处应为一个值，实际为 'P'：看起来是 HTTP 报文；请只发送其正文"},
    {"HTTP/1.1 200 OK"sv, http_message, 0,
     "expected a value, found 'H': this looks like an HTTP message; send only its body",
     "此处应为一个值，实际为 'H'：看起来是 HTTP 报文；请只发送其正文"},
    {"job_name: x\npush_type: 0"sv, yaml, 0,
     "expected a value, found 'j': this looks like YAML; convert it to JSON",
     "此处应为一个值，实际为 'j'：看起来是 YAML；请转换为 JSON"},
    {"---\njob_name: x"sv, yaml, 1,
     "invalid number, found '-': this looks like YAML; convert it to JSON",
     "数字格式不正确，实际为 '-'：看起来是 YAML；请转换为 JSON"},
    {"- job_name: x"sv, yaml, 1,
     "invalid number, found U+0020 (space): this looks like YAML; convert it to JSON",
     "数字格式不正确，实际为 U+0020（空格）：看起来是 YAML；请转换为 JSON"},
    {"Mail is down tonight"sv, plain_text, 0,
     "expected a value, found 'M': this is plain text, not JSON",
     "此处应为一个值，实际为 'M'：这是普通文本，不是 JSON"},
    {"Notice: mail is down"sv, plain_text, 0,
     "expected a value, found 'N': this is plain text, not JSON",
     "此处应为一个值，实际为 'N'：这是普通文本，不是 JSON"},
    {"let us meet"sv, plain_text, 0,
     "expected a value, found 'l': this is plain text, not JSON",
     "此处应为一个值，实际为 'l'：这是普通文本，不是 JSON"},
    {"今晚维护"sv, plain_text, 0,
     "expected a value, found 今 (U+4ECA): this is plain text, not JSON",
     "此处应为一个值，实际为 今（U+4ECA）：这是普通文本，不是 JSON"},
    {"**Mail** is down"sv, plain_text, 0,
     "expected a value, found '*': this is plain text, not JSON",
     "此处应为一个值，实际为 '*'：这是普通文本，不是 JSON"},
    {"2024-07-15 x"sv, plain_text, 4,
     "unexpected content after the value, found '-': this is plain text, not JSON",
     "值之后还有多余的内容，实际为 '-'：这是普通文本，不是 JSON"},
    {"'{}'"sv, quoted_text, 0,
     "expected a value, found ' (U+0027 apostrophe): remove the quotes around the JSON",
     "此处应为一个值，实际为 '（U+0027 撇号）：请去掉 JSON 外层的引号"},
    {"{};"sv, trailing_content, 2,
     "unexpected content after the value, found ';': remove everything after the JSON value",
     "值之后还有多余的内容，实际为 ';'：请删除 JSON 之后的所有内容"},
    {"{}\nEOF"sv, trailing_content, 3,
     "unexpected content after the value, found 'E': remove everything after the JSON value",
     "值之后还有多余的内容，实际为 'E'：请删除 JSON 之后的所有内容"},
    {"\"job_name\":1"sv, missing_brace, 10,
     "unexpected content after the value, found ':': put '{' before the first field name",
     "值之后还有多余的内容，实际为 ':'：请在第一个字段名前加上“{”"},
    {"b'{}'"sv, python_bytes, 0,
     "expected a value, found 'b': this is str() of Python bytes; use decode()",
     "此处应为一个值，实际为 'b'：这是 Python bytes 的 str()；请使用 decode()"},
    {"const body = {}"sv, javascript_code, 0,
     "expected a value, found 'c': this looks like JavaScript code; send the output of JSON.stringify()",
     "此处应为一个值，实际为 'c'：看起来是 JavaScript 代码；请发送 JSON.stringify() 的结果"},
    {"{job_name=x}"sv, java_map, 1,
     "expected a field name in double quotes, found 'j': this looks like toString() of a Java map; use a JSON library",
     "此处应为双引号括起的字段名，实际为 'j'：看起来是 Java Map 的 toString()；请使用 JSON 库"},
    {"map[job_name:x]"sv, go_map, 0,
     "expected a value, found 'm': this looks like a Go map that fmt printed; use json.Marshal()",
     "此处应为一个值，实际为 'm'：看起来是 fmt 打印的 Go map；请使用 json.Marshal()"},
    {"callback({})"sv, expression, 0,
     "expected a value, found 'c': JSON does not have expressions; write the resulting value",
     "此处应为一个值，实际为 'c'：JSON 不支持表达式；请写出结果值"},
    {"{\"send_at\":Date.now()}"sv, expression, 11,
     "expected a value, found 'D': JSON does not have expressions; write the resulting value",
     "此处应为一个值，实际为 'D'：JSON 不支持表达式；请写出结果值"},
    {"{\"send_at\":new Date()}"sv, expression, 12,
     "expected true, false or null, found 'e': JSON does not have expressions; write the resulting value",
     "此处应为 true、false 或 null，实际为 'e'：JSON 不支持表达式；请写出结果值"},
    {"{\"a\":\"b\" + \"c\"}"sv, expression, 9,
     "expected ',' or a closing bracket, found '+': JSON does not have expressions; write the resulting value",
     "此处应为“,”或右括号，实际为 '+'：JSON 不支持表达式；请写出结果值"},
    {"{\"chat_list\":({})}"sv, expression, 13,
     "expected a value, found '(': JSON does not have expressions; write the resulting value",
     "此处应为一个值，实际为 '('：JSON 不支持表达式；请写出结果值"},
    {"{\"a\":1, -- x\n}"sv, comment, 8,
     "expected a field name in double quotes, found --: JSON does not have comments; remove it",
     "此处应为双引号括起的字段名，实际为 --：JSON 不支持注释，请删除"},
    {"{\"a\":1, ...}"sv, ellipsis, 8,
     "expected a field name in double quotes, found ...: replace the ellipsis with what it stands for, or remove it",
     "此处应为双引号括起的字段名，实际为 ...：请把省略号替换为它代表的内容，或删除"},
    {"[1, …]"sv, ellipsis, 4,
     "expected a value, found …: replace the ellipsis with what it stands for, or remove it",
     "此处应为一个值，实际为 …：请把省略号替换为它代表的内容，或删除"},
    {"{\n<<<<<<< HEAD\n"sv, merge_conflict, 2,
     "expected a field name in double quotes, found <<<<<<<: this is a marker of a merge conflict; resolve the conflict",
     "此处应为双引号括起的字段名，实际为 <<<<<<<：这是合并冲突标记；请先解决冲突"},
    {"{\"a\":1\n=======\n"sv, merge_conflict, 7,
     "expected ',' or a closing bracket, found =======: this is a marker of a merge conflict; resolve the conflict",
     "此处应为“,”或右括号，实际为 =======：这是合并冲突标记；请先解决冲突"},
    {"{\"a\":1,\n>>>>>>> x\n"sv, merge_conflict, 8,
     "expected a field name in double quotes, found >>>>>>>: this is a marker of a merge conflict; resolve the conflict",
     "此处应为双引号括起的字段名，实际为 >>>>>>>：这是合并冲突标记；请先解决冲突"},
    {"{job_name:Mail,push_type:0}"sv, stripped_quotes, 1,
     "expected a field name in double quotes, found 'j': the double quotes are missing, as when a shell removes them; send the body from a file",
     "此处应为双引号括起的字段名，实际为 'j'：缺少双引号，可能被 shell 去掉了；请从文件发送请求体"},
    {"{job_name:true}"sv, unquoted_name, 1,
     "expected a field name in double quotes, found 'j': put the name in double quotes",
     "此处应为双引号括起的字段名，实际为 'j'：请给字段名加上双引号"},
    {"{1:2}"sv, unquoted_name, 1,
     "expected a field name in double quotes, found '1': put the name in double quotes",
     "此处应为双引号括起的字段名，实际为 '1'：请给字段名加上双引号"},
    {"{名称:1}"sv, unquoted_name, 1,
     "expected a field name in double quotes, found 名 (U+540D): put the name in double quotes",
     "此处应为双引号括起的字段名，实际为 名（U+540D）：请给字段名加上双引号"},
    {"{\"job_name\":维护}"sv, unquoted_value, 12,
     "expected a value, found 维 (U+7EF4): put the string in double quotes",
     "此处应为一个值，实际为 维（U+7EF4）：请给字符串加上双引号"},
    {"{\"job_name\":\"Mail,\n"sv, missing_end_quote, 18,
     "a control character in a string must be escaped, found U+000A (line feed): the closing quote of the string is missing before the comma",
     "字符串中的控制字符必须转义，实际为 U+000A（换行）：逗号前缺少字符串的右引号"},
    {"{\"job_name\":\"Mail,\r\n"sv, missing_end_quote, 18,
     "a control character in a string must be escaped, found U+000D (carriage return): the closing quote of the string is missing before the comma",
     "字符串中的控制字符必须转义，实际为 U+000D（回车）：逗号前缺少字符串的右引号"},
    {"{\"job_name: \"Mail\"}"sv, missing_name_quote, 13,
     "expected ':' after a field name, found 'M': the closing quote of the field name is missing before ':'",
     "字段名之后应为“:”，实际为 'M'：“:”前缺少字段名的右引号"},
    {"{\"a\" 1}"sv, missing_colon, 5,
     "expected ':' after a field name, found '1': write ':' between a field name and its value",
     "字段名之后应为“:”，实际为 '1'：字段名与值之间请写“:”"},
    {"{\"a\" \"b\"}"sv, missing_colon, 5,
     R"(expected ':' after a field name, found '"': write ':' between a field name and its value)",
     R"(字段名之后应为“:”，实际为 '"'：字段名与值之间请写“:”)"},
    {"{\"a\",\"b\"}"sv, missing_value, 4,
     "expected ':' after a field name, found ',': a value is missing before it",
     "字段名之后应为“:”，实际为 ','：它前面缺少一个值"},
    {"{\"a\"}"sv, missing_value, 4,
     "expected ':' after a field name, found '}': a value is missing before it",
     "字段名之后应为“:”，实际为 '}'：它前面缺少一个值"},
    {"{\"a\":1;"sv, semicolon, 6,
     "expected ',' or a closing bracket, found ';': write ',' between fields and between elements",
     "此处应为“,”或右括号，实际为 ';'：字段之间、元素之间请写“,”"},
    {"{\"a\":--1}"sv, number_form, 6,
     "invalid number, found '-': write a decimal number without a leading zero or plus, and with a digit on both sides of '.'",
     "数字格式不正确，实际为 '-'：请写十进制数：没有前导零或加号，小数点两侧都有数字"},
    {"hello"sv, plain_text, 0,
     "expected a value, found 'h': this is plain text, not JSON",
     "此处应为一个值，实际为 'h'：这是普通文本，不是 JSON"},
    {"{\"a\":)}"sv, unknown, 5,
     "expected a value, found ')'",
     "此处应为一个值，实际为 ')'"},
};
// clang-format on

constexpr const diagnostic* error_of(const report& found, std::string_view rule) {
  for (const diagnostic& each : found) {
    if (each.rule().id == rule) return &each;
  }
  return nullptr;
}

// In constants too: a few at a time, for compilers bound the steps of one constant.
constexpr bool is_found_in_constants(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last && i < std::size(broken_texts); ++i) {
    const broken_text& each = broken_texts[i];
    const report found = preflight(each.text, patch);
    const diagnostic* const error = error_of(found, "json-syntax");
    if (error == nullptr || error->args().cause != each.cause) return false;
    if (error->offset() != each.offset) return false;
  }
  return true;
}
static_assert(is_found_in_constants(0, 15));
static_assert(is_found_in_constants(15, 30));
static_assert(is_found_in_constants(30, 45));
static_assert(is_found_in_constants(45, 60));
static_assert(is_found_in_constants(60, 75));
static_assert(is_found_in_constants(75, 90));
static_assert(is_found_in_constants(90, 105));
static_assert(is_found_in_constants(105, 120));
static_assert(is_found_in_constants(120, 135));
static_assert(is_found_in_constants(135, 150));
static_assert(std::size(broken_texts) <= 150);

// Whether a text gives the same report in chunks of one byte, and in two chunks wherever it is cut.
bool is_the_same_in_chunks(std::string_view text) {
  const report whole = preflight(text, patch);
  preflight_stream bytewise(patch);
  for (const char& each : text) bytewise.write({&each, 1});
  if (bytewise.finish() != whole) return false;
  preflight_stream halves(patch);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    halves.reset();
    halves.write(text.substr(0, i));
    halves.write(text.substr(i));
    if (halves.finish() != whole) return false;
  }
  return true;
}

// The text as a card in a body.
std::string body_with(std::string_view card) {
  std::string body = R"({"push_content":")";
  for (const char c : card) {
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
    const bool is_special = c == '"' || c == '\\' || (c >= 0 && c < 0x20);
    is_special ? body += escape : body += c;
  }
  return body + "\"}";
}

// The part of a message after the rule's own words.
std::string reason_of(const diagnostic& d, language chosen) {
  const std::string whole = message(d, chosen);
  const std::string_view before = d.rule().message.in(chosen);
  const std::string_view colon = chosen == language::zh ? "：" : ": ";
  const std::size_t start = before.find(colon) + colon.size();
  return d.rule().id == "json-syntax" ? whole.substr(start) : whole;
}

TEST_CASE("a body that is not JSON is told what was found, the cause and how to fix it") {
  for (const broken_text& each : broken_texts) {
    CAPTURE(each.text);
    const report found = preflight(each.text, patch);
    const diagnostic* const error = error_of(found, "json-syntax");
    REQUIRE(error != nullptr);
    CHECK(error->args().cause == each.cause);
    CHECK(error->offset() == each.offset);
    CHECK(reason_of(*error, language::en) == each.en);
    CHECK(reason_of(*error, language::zh) == each.zh);
    CHECK(is_the_same_in_chunks(each.text));
  }
}

TEST_CASE("every cause has a text that shows it") {
  std::set<syntax_cause> shown{encoded_twice};  // of cards alone
  for (const broken_text& each : broken_texts) shown.insert(each.cause);
  CHECK(shown.size() == std::size(detail::syntax_cause_texts));
}

TEST_CASE("what follows an error by far, or precedes it, changes nothing") {
  for (const broken_text& each : broken_texts) {
    CAPTURE(each.text);
    const bool is_cut = each.en.starts_with("unexpected end");
    const std::string text =
        std::string(each.text) + (is_cut ? std::string() : std::string(200, ' ') + "\"}x");
    const diagnostic before = *error_of(preflight(each.text, patch), "json-syntax");
    const diagnostic after = *error_of(preflight(text, patch), "json-syntax");
    CHECK(before.args().cause == after.args().cause);
    CHECK(is_the_same_in_chunks(text));
  }
}

TEST_CASE("the same is found in a card, wherever its body is cut") {
  for (const broken_text& each : broken_texts) {
    if (each.text.empty() || !detail::is_utf8(each.text)) continue;
    CAPTURE(each.text);
    const std::string body = body_with(each.text);
    const report found = preflight(body, patch);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule().id == "card-syntax");
    CHECK(found[0].is_at("/push_content"));
    const diagnostic alone = *error_of(preflight(each.text, patch), "json-syntax");
    CHECK(found[0].args() == alone.args());
    CHECK(is_the_same_in_chunks(body));
  }
}

TEST_CASE("a card that is encoded twice is known by what its string holds") {
  for (const std::string_view card : {R"("{\"elements\":[]}")", R"(  "\n {}")", R"("{")"}) {
    CAPTURE(card);
    const std::string body = body_with(card);
    const report found = preflight(body, patch);
    REQUIRE(found.size() == 1);
    CHECK(found[0].args().cause == encoded_twice);
    CHECK(is_the_same_in_chunks(body));
  }
  for (const std::string_view card : {R"("Hello")", R"("")", R"("[]")", "[]", "1", "null"}) {
    CAPTURE(card);
    const report found = preflight(body_with(card), patch);
    REQUIRE(found.size() == 1);
    CHECK(found[0].args().reason == syntax_error::not_an_object);
    CHECK(found[0].args().cause == unknown);
    CHECK(static_cast<char>(found[0].args().found) == card[0]);
    CHECK(is_the_same_in_chunks(body_with(card)));
  }
  const report twice = preflight(body_with(R"("{}")"), patch);
  CHECK(message(twice[0]) ==
        R"(push_content must contain one JSON object (a message card): not an object, found '"': )"
        "the JSON is encoded twice; call json.dumps or JSON.stringify once");
  CHECK(message(twice[0], language::zh) ==
        R"(push_content 必须包含一个 JSON 对象（消息卡片）：不是一个对象，实际为 '"'：)"
        "JSON 被编码了两次；只调用一次 json.dumps 或 JSON.stringify");
}

TEST_CASE("what to write in a card is said as the body has it, escaped") {
  const struct {
    std::string_view card;
    std::string_view en;
    std::string_view zh;
  } cards[] = {
      {"{\"a\":\"b\nc\"}", R"(write \\n)", R"(请写成 \\n)"},
      {"{\"a\":\"b \"c\" d\"}", R"(must be escaped as \\\")", R"(必须转义为 \\\")"},
      {"{\"a\":\"{\"b\":1}\"}", R"(must be escaped as \\\")", R"(必须转义为 \\\")"},
      {R"({"a":"\x"})", R"(write \\\\ for the backslash itself)", R"(反斜杠本身请写成 \\\\)"},
  };
  for (const auto& each : cards) {
    CAPTURE(each.card);
    const report found = preflight(body_with(each.card), patch);
    REQUIRE(found.size() == 1);
    CHECK(message(found[0]).ends_with(each.en));
    CHECK(message(found[0], language::zh).ends_with(each.zh));
  }
}

TEST_CASE("quotes of a card that are not escaped are one error, at the field") {
  for (const std::string_view body : {
           R"({"push_content":"{"elements":[]}","push_type":0})",
           R"({"push_content":"{ "elements":[]}"})",
           R"({"push_content":"{'a': "b"}"})",
           R"({"push_content":"<a href="x">"})",
       }) {
    CAPTURE(body);
    const report found = preflight(body, patch);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule().id == "json-syntax");
    CHECK(found[0].is_at("/push_content"));
    CHECK(is_the_same_in_chunks(body));
  }
}

TEST_CASE("a broken card is reported before whatever comes next, and once") {
  const struct {
    std::string_view rest;
    std::vector<std::string_view> rules;
  } continuations[] = {
      {"}", {"card-syntax"}},
      {R"(,"push_type":0})", {"card-syntax"}},
      {R"(,"nam":0})", {"card-syntax", "unknown-field"}},
      {R"(,"n\u0061m":0})", {"card-syntax", "unknown-field"}},
      {R"(,"push_content":"{}"})", {"card-syntax", "duplicate-field"}},
      {R"(,"push_content":"{"})", {"card-syntax", "duplicate-field", "card-syntax"}},
      {R"(,"push_type":0,"push_type":1})", {"card-syntax", "duplicate-field"}},
      {R"(,"push_type":0,"job_name":"x"})", {"card-syntax", "duplicate-field"}},
      {"", {"card-syntax", "json-syntax"}},
      {R"( "push_type":0})", {"card-syntax", "json-syntax"}},
      {",}", {"card-syntax", "json-syntax"}},
  };
  for (const auto& each : continuations) {
    CAPTURE(each.rest);
    const std::string body = R"({"job_name":"a","push_content":"{")" + std::string(each.rest);
    const report found = preflight(body, patch);
    std::vector<std::string_view> rules;
    for (const diagnostic& one : found) {
      if (one.severity() != severity::note) rules.push_back(one.rule().id);
    }
    CHECK(rules == each.rules);
    CHECK(is_the_same_in_chunks(body));
  }
}

TEST_CASE("a stream takes a few bytes after an error, and then no more") {
  preflight_stream stream(patch);
  CHECK(stream.write("{nam"));
  CHECK(stream.write("e: 1,"));
  CHECK_FALSE(stream.write(std::string(64, ' ')));
  CHECK_FALSE(stream.write("}"));
  CHECK(stream.finish() == preflight("{name: 1,}", patch));
}

}  // namespace
