// A byte-order mark and trailing commas go, byte for byte, where nothing else is wrong.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/repair/detail/syntax_fixes.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr context patch{.mode = mode::partial};

std::string fixed(std::string_view body) { return fix(body, patch).value_or("not fixed"); }

TEST_CASE("a byte-order mark and trailing commas go, all in one run, and the rest stays") {
  CHECK(fixed("\xef\xbb\xbf{\"push_type\": 0}\r\n") == "{\"push_type\": 0}\r\n");
  CHECK(fixed("{\n  \"push_type\": 0,\n}\n") == "{\n  \"push_type\": 0\n}\n");
  CHECK(fixed("\xef\xbb\xbf {\"chat_list\":[{\"chat_id\":\"oc_1\",\t}\n, ] , }") ==
        " {\"chat_list\":[{\"chat_id\":\"oc_1\"\t}\n ]  }");
  CHECK(fixed(R"({"job_name":",}\",]\\",})") == R"({"job_name":",}\",]\\"})");
}

TEST_CASE("several thousand trailing commas are one run") {
  std::string body = R"({"chat_list":[)";
  std::string expected = body;
  for (int i = 0; i < 3000; ++i) {
    body += R"({"chat_id":"oc_1",},)";
    expected += R"({"chat_id":"oc_1"})";
    if (i != 2999) expected += ',';
  }
  CHECK(fixed(body + "],}") == expected + "]}");
}

TEST_CASE("what else is wrong with the syntax leaves all as it is") {
  for (const std::string_view body :
       {"{,}", "{\"chat_list\":[,]}", "{\"push_type\":0,,}", "{\"push_type\":,}", "{\"a\":1,} x",
        "\xef\xbb\xbf\xef\xbb\xbf{}", "\xef\xbb\xbf", "{\"push_type\":0,}}", "{'a':1,}",
        "{\"push_type\":0,", " \xef\xbb\xbf{}", "{\"push_type\" 0,}",
        "{\"job_name\":\"a\",\"user_list\":[{\"user_id\":\"ou_1\"},],\"chat_list\":[,]}"}) {
    CAPTURE(body);
    CHECK(fixed(body) == "not fixed");
  }
}

TEST_CASE("the same in a card, whatever is escaped in its string") {
  CHECK(fixed(R"({"push_content": "{\"a\":[1,],\n}" })") ==
        R"({"push_content": "{\"a\":[1]\n}" })");
  CHECK(fixed(R"({"push_content":"\ufeff{\u0022a\u0022:1\u002c\u007d"})") ==
        R"({"push_content":"{\u0022a\u0022:1\u007d"})");
  CHECK(fixed("{\"push_content\":\"\xef\xbb\xbf{}\"}") == "{\"push_content\":\"{}\"}");
  CHECK(fixed(R"({"push_content":"{\"a\":\",}\\\",]\",}"})") ==
        R"({"push_content":"{\"a\":\",}\\\",]\"}"})");
  CHECK(fixed("{\"push_content\":\"{\\\"a\\\":1,}\",}") == "{\"push_content\":\"{\\\"a\\\":1}\"}");
  CHECK(fixed(R"({"push_content":"{\"a\":1,},"})") == "not fixed");
  CHECK(fixed(R"({"push_content":"{,}"})") == "not fixed");
}

TEST_CASE("recipients are those of the text that can be read") {
  constexpr std::string_view body =
      R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0,})";
  const fix_result result = fix(body);
  REQUIRE(result);
  CHECK(*result == R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0})");
  REQUIRE(result.edits().size() == 1);
  CHECK(result.edits()[0] == text_edit{body.size() - 2, 1, ""});
}

TEST_CASE("of any text, edits are in order and within it") {
  constexpr std::string_view pieces[] = {"{", "}", "[", "]", ",", "\"", "\\", "1", " ", ":"};
  for (unsigned seed = 0; seed < 100'000; ++seed) {
    std::string text;
    for (unsigned left = seed; left != 0; left /= 10) text += pieces[left % 10];
    for (const bool is_escaped : {false, true}) {
      std::size_t end = 0;
      for (const text_edit& each : detail::removals_in(text, is_escaped)) {
        if (each.offset < end || each.offset + each.size > text.size()) FAIL_CHECK(text);
        end = each.offset + each.size;
      }
    }
  }
}

}  // namespace
