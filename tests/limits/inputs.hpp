// Bodies that are built to hurt, of about any size.

#ifndef FEISHU_HELPDESK_TESTS_LIMITS_INPUTS_HPP
#define FEISHU_HELPDESK_TESTS_LIMITS_INPUTS_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace limits {

// A body that is one thing again and again; or that for its first half, and then another.
struct input {
  std::string_view name{};
  std::string_view begin{};
  std::string_view repeated{};
  std::string_view end{};
  std::string_view halfway{};
  std::string_view then_repeated{};

  [[nodiscard]] std::string of_size(std::size_t size) const {
    std::string body(begin);
    const std::size_t half = halfway.empty() ? size : size / 2;
    while (body.size() + repeated.size() + end.size() <= half) body += repeated;
    body += halfway;
    while (body.size() + end.size() < size && !then_repeated.empty()) body += then_repeated;
    return body.append(end);
  }
};

// clang-format off
// The first is the ordinary one.
inline constexpr input bodies[] = {
    {"an ordinary list of users",
     R"({"job_name":"Welcome","push_content":"{}","push_type":0,"push_scope_type":2,"user_list":[)",
     R"({"user_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs", "name": "张伟"},)" "\n  ",
     R"({"user_id":"ou_1"}]})"},
    {"nesting as deep as may be, again and again", R"({"x":[)",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],", "0]}"},
    {"nesting in the card", R"({"push_content":"[)", R"([[{\"a\":[[{\"a\":[[{}]]}]]}]],)", R"(0]"})"},
    {"empty elements", R"({"user_list":[)", "{},", "{}]}"},
    {"elements that are not objects", R"({"chat_list":[)", "0,", "0]}"},
    {"empty lists", R"({"x":[)", "[],", "0]}"},
    {"one long name", "{\"", "push_type", "\":0}"},
    {"names of one letter", "{", R"("a":0,)", R"("x":0})"},
    {"names that are nearly one of ours", "{", R"("new_staff_scope_department_lsit":0,)", R"("x":0})"},
    {"the same in elements", R"({"user_list":[)", R"({"user_di":0,"avatr_url":1,"nam":2},)", "{}]}"},
    {"names in escapes", "{", R"("\u0070ush_t\u0079pe":0,)", R"("x":0})"},
    {"one field again and again", "{", R"("push_type":0,)", R"("push_type":0})"},
    {"long texts in escapes", R"({"job_name":")", R"(\u4e2d\ud83d\ude00)", "\"}"},
    {"names in escapes, in the card", R"({"push_content":"{)", R"(\"\\u4e2d\u4e2d\":\"\\\"\",)", R"(\"a\":0}"})"},
    {"escapes of escapes in the card", R"({"push_content":"{\"a\":\")", R"(\\\\\\n)", R"(\"}"})"},
    {"Chinese and emoji, with no escapes", R"({"job_name":")", "中文😀é", "\"}"},
    {"three faults in each element", R"({"user_list":[)", R"({"x":0,"user_id":"","name":null},)", "{}]}"},
    {"warnings, and then as many errors", "{", R"("x":0,)", "0]}", R"("user_list":[)", "0,"},
    {"digits of one number", R"({"status":)", "1234567890", "}"},
    {"numbers with exponents", R"({"x":[)", "-1.5e-7,", "0]}"},
    {"numbers in the place of texts", R"({"job_name":"x","push_content":"{}","push_type":"0","push_scope_type":2,"user_list":[)",
     R"({"user_id":5},)", R"({"user_id":"ou_1"}]})"},
    {"a wrapper around lists of wrong types", R"({"notification":{"user_list":{"a":[)", "0,", "0]}}}"},
    {"tabs and carriage returns", R"({"x":)", "\t\r\n", "0}"},
    {"lines of one byte", R"({"x":[)", "\n0,", "0]}"},
    {"a text that does not end", R"({"job_name":")", "x", ""},
    {"a text that ends in no UTF-8", R"({"job_name":")", "中", "\xf0\x9f\"}"},
};

// Again, the first is ordinary.
inline constexpr input responses[] = {
    {"a success with much data", R"({"code":0,"msg":"success","data":{"x":[)", R"({"a":"b"},)", "0]}}"},
    {"a refusal with as much", R"({"code":1,"data":{"x":[)", R"({"a":"b"},)", "0]}}"},
    {"a long message in escapes", R"({"code":1,"msg":")", R"(\u4e2d\n)", "\"}"},
    {"violations", R"({"code":1,"error":{"field_violations":[)", R"({"field":"user_list[*].user_id"},)", "0]}}"},
    {"violations that are lists", R"({"code":1,"error":{"field_violations":[)", "[[[[[[[[]]]]]]]],", "0]}}"},
    {"details of many fields", R"({"code":1,"error":{"details":{)", R"("a":[],)", R"("b":0}}})"},
    {"one message again and again", R"({"code":1,)", R"("msg":"x",)", R"("msg":"y"})"},
    {"a page", "<html>", "<p>502</p>", "</html>"},
    {"blanks", "", "\t\n", "{"},
};
// clang-format on

}  // namespace limits

#endif
