// What is obvious: quick fixes of single diagnostics, in words and as edits.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/describe.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

// The quick fixes of a body's diagnostics, as sentences, and the body after all of them.
struct fixed {
  std::vector<std::string> sentences{};
  std::string body{};
};

fixed quick_fixes(std::string_view body, language chosen = language::en) {
  fixed result;
  std::vector<text_edit> edits;
  const source_map where(body);
  for (const diagnostic& each : preflight(body, {.mode = mode::partial})) {
    const std::optional<quick_fix> meant = find_quick_fix(each, where);
    if (!meant) continue;
    result.sentences.push_back(describe(*meant, chosen));
    edits.insert(edits.end(), meant->edits.begin(), meant->edits.end());
  }
  result.body = apply_edits(edits, body);
  return result;
}

void check_quick_fix(std::string_view body, std::string_view sentence, std::string_view after) {
  CAPTURE(body);
  const fixed found = quick_fixes(body);
  REQUIRE(found.sentences.size() == 1);
  CHECK(found.sentences[0] == sentence);
  CHECK(found.body == after);
}

// The same where the value is the one thing wrong with the body: then nothing is.
void check_only_fix(std::string_view body, std::string_view sentence, std::string_view after) {
  check_quick_fix(body, sentence, after);
  CAPTURE(after);
  CHECK(preflight(body, {.mode = mode::partial}).size() == 1);
  CHECK(preflight(after, {.mode = mode::partial}).empty());
}

void check_none(std::string_view body) {
  CAPTURE(body);
  CHECK(quick_fixes(body).sentences.empty());
}

TEST_CASE("numbers and their digits") {
  check_quick_fix(R"({"push_type": "0" })", "replace with 0", R"({"push_type": 0 })");
  check_quick_fix(R"({"push_type":1.00})", "replace with 1", R"({"push_type":1})");
  check_quick_fix(R"({"status":"12"})", "replace with 12", R"({"status":12})");
  check_quick_fix(R"({"send_at":1626332244719})", "replace with \"1626332244719\"",
                  R"({"send_at":"1626332244719"})");
  check_quick_fix(R"({"user_list":[{"user_id":7}]})", "replace with \"7\"",
                  R"({"user_list":[{"user_id":"7"}]})");
  check_quick_fix(R"({"send_at":1626332244})", "replace with \"1626332244000\"",
                  R"({"send_at":"1626332244000"})");
  check_none(R"({"send_at":-5})");
  check_none(R"({"send_at":0})");
  check_none(R"({"send_at":99999999999999999999})");
  check_none(R"({"push_type":"a"})");
  check_none(R"({"push_type":""})");
  check_none(R"({"push_type":"-1"})");
  check_none(R"({"push_type":"01"})");
  check_none(R"({"push_type":"99999999999"})");
  check_none(R"({"push_type":"2"})");
  check_none(R"({"push_)" + std::string(100, '-') + R"(typ":0})");
  check_none(R"({"push_scope_type":4.0})");
  check_none(R"({"push_type":1.5})");
  check_none(R"({"push_type":1e0})");
  check_none(R"({"push_type":true})");
  check_none(R"({"job_name":5})");
}

TEST_CASE("time stamps in milliseconds") {
  check_quick_fix(R"({"send_at":"1626332244"})", "replace with \"1626332244000\"",
                  R"({"send_at":"1626332244000"})");
  check_quick_fix(R"({"send_at":"1626332244719000"})", "replace with \"1626332244719\"",
                  R"({"send_at":"1626332244719"})");
  check_quick_fix(R"({"send_at":"1626332244719000000"})", "replace with \"1626332244719\"",
                  R"({"send_at":"1626332244719"})");
  check_none(R"({"send_at":"0"})");
  check_none(R"({"send_at":"20260101"})");
}

TEST_CASE("names") {
  check_quick_fix(R"({"jobName" : "x"})", "rename it to job_name", R"({"job_name" : "x"})");
  check_quick_fix(R"({"user_list":[{"open_id":"ou_1"}]})", "rename it to user_id",
                  R"({"user_list":[{"user_id":"ou_1"}]})");
  check_quick_fix(R"({"push_scop\u0065":0})", "rename it to push_scope_type",
                  R"({"push_scope_type":0})");
  check_quick_fix(R"({"chat_list":[{"chat_id":"oc_1","nam":""}]})", "rename it to name",
                  R"({"chat_list":[{"chat_id":"oc_1","name":""}]})");
  check_none(R"({"jobName":"x","job_name":"y"})");  // the right one is there as well
  check_none(R"({"whatever":1})");
  check_none(R"({"user_id_type":"open_id"})");
}

TEST_CASE("a wrapper") {
  check_quick_fix(" { \"notification\" : {\n \"push_type\" : 0\n} } \n",
                  "remove this wrapper object", " {\n \"push_type\" : 0\n} \n");
  check_quick_fix(R"({"code":0,"data":{"notification":{"push_type":0}},"msg":"ok"})",
                  "remove this wrapper object", R"({"push_type":0})");
  check_quick_fix(R"({"body":"{\"ext\":\"\",\"push_type\":0}"} )",
                  "replace the body with the object in this string",
                  "{\"ext\":\"\",\"push_type\":0} ");
  check_none(R"({"notification":{"push_type":0},"ext":""})");
  check_none(R"({"notification":{"push_type":0},"foo":""})");  // which would be lost
  check_none(R"({"a":1,"data":{"notification":{"push_type":0}}})");
  check_none(R"({"data":{"a":[1],"notification":{"push_type":0}}})");
  check_none(R"({"data":{"notification":{"push_type":0},"a":1}})");
  check_none(R"({"notification":7})");
}

TEST_CASE("a body that is encoded twice") {
  check_quick_fix(R"( "{\"ext\":\"\"}" )", "replace the body with the object in this string",
                  R"( {"ext":""} )");
  check_quick_fix(R"("{\"a\":1}")", "replace the body with the object in this string",
                  R"({"a":1})");
  check_none(R"("[]")");
  check_none(R"("{}" 1)");
}

TEST_CASE("in Chinese") {
  CHECK(quick_fixes(R"("{}")", language::zh).sentences[0] == "以该字符串中的对象作为请求体");
  CHECK(quick_fixes(R"({"push_type":"0"})", language::zh).sentences[0] == "替换为 0");
  CHECK(quick_fixes(R"({"jobName":""})", language::zh).sentences[0] == "重命名为 job_name");
  CHECK(quick_fixes(R"({"notification":{"ext":""}})", language::zh).sentences[0] ==
        "去掉这一层，直接发送其中的字段");
}

TEST_CASE("a byte-order mark and trailing commas") {
  check_only_fix(R"({"push_type":0,})", "remove the trailing comma", R"({"push_type":0})");
  check_only_fix(R"({"chat_list":[{"chat_id":"oc_1",},] , })", "remove the 3 trailing commas",
                 R"({"chat_list":[{"chat_id":"oc_1"}]  })");
  check_only_fix("\xef\xbb\xbf{\"push_type\":0}", "remove the byte-order mark",
                 R"({"push_type":0})");
  check_only_fix("\xef\xbb\xbf{\"push_type\":0,}",
                 "remove the byte-order mark and the trailing comma", R"({"push_type":0})");
  CHECK(quick_fixes("\xef\xbb\xbf{\"push_type\":0}", language::zh).sentences[0] ==
        "删除字节序标记");
  CHECK(quick_fixes("\xef\xbb\xbf{\"push_type\":0,}", language::zh).sentences[0] ==
        "删除字节序标记和末尾多余的逗号");
  CHECK(quick_fixes(R"({"chat_list":[],"user_list":[{},],})", language::zh).sentences[0] ==
        "删除 2 个末尾多余的逗号");
  // Only where that is all; what else was found waits until the text is JSON.
  check_none(R"({"push_type":0,}})");
  check_none(R"({"push_type":,})");
  check_quick_fix(R"({"push_type":"0",})", "remove the trailing comma", R"({"push_type":"0"})");
}

TEST_CASE("a body that is not well-formed has no other quick fixes") {
  check_none(R"({"push_type":"0")");
  check_none(R"({"push_type":"0)");
  check_none(R"({"notification")");
  check_none(R"({"jobName":)");
}

TEST_CASE("names of enumerators for their numbers") {
  check_only_fix(R"({"push_scope_type":"all_members"})", "replace with 0",
                 R"({"push_scope_type":0})");
  check_only_fix(R"({"push_scope_type":"NO_MEMBERS"})", "replace with 1",
                 R"({"push_scope_type":1})");
  check_only_fix(R"({"push_scope_type":"some-members"})", "replace with 2",
                 R"({"push_scope_type":2})");
  check_only_fix(R"({"push_scope_type":"NewStaff"})", "replace with 3", R"({"push_scope_type":3})");
  check_only_fix(R"({"push_type":"\u0073cheduled"})", "replace with 0", R"({"push_type":0})");
  check_only_fix(R"({"push_type":" new_staff "})", "replace with 1", R"({"push_type":1})");
  check_only_fix(R"({"new_staff_scope_type":"all"})", "replace with 0",
                 R"({"new_staff_scope_type":0})");
  check_none(R"({"push_type":"all_members"})");  // of another field
  check_none(R"({"push_scope_type":"all"})");
  check_none(R"({"push_scope_type":"___"})");
  check_none(R"({"push_scope_type":"some_members)" + std::string(100, '_') + R"(x"})");
  check_none(R"({"status":"scheduled"})");
}

TEST_CASE("every enumerator is known by its name") {
  for (const field_info& row : fields) {
    for (const enumerator& each : row.values) {
      const std::string name = "{\"" + std::string(row.name) + "\":";
      const std::string number = std::to_string(each.value);
      check_only_fix(name + '"' + std::string(each.name) + "\"}", "replace with " + number,
                     name + number + '}');
    }
  }
}

TEST_CASE("numbers with whitespace and escapes") {
  check_only_fix(R"({"push_type":" 0\n"})", "replace with 0", R"({"push_type":0})");
  check_only_fix(R"({"push_type":"\u0031"})", "replace with 1", R"({"push_type":1})");
}

TEST_CASE("timestamps of ISO 8601") {
  const auto check = [](std::string_view time, std::string_view milliseconds) {
    const std::string digits = '"' + std::string(milliseconds) + '"';
    check_only_fix(R"({"send_at":")" + std::string(time) + "\"}", "replace with " + digits,
                   R"({"send_at":)" + digits + '}');
  };
  check("2021-07-15T12:30:44+08:00", "1626323444000");
  check("2021-07-15T04:30:44Z", "1626323444000");
  check("2021-07-15 04:30:44.7199Z", "1626323444719");
  check("\\t2021-07-15t04\\u003a30:44z\\n", "1626323444000");
  check_none(R"({"send_at":"2021-07-15T12:30:44"})");   // where?
  check_none(R"({"send_at":"2021-07-15"})");            // when?
  check_none(R"({"send_at":"1972-01-01T00:00:00Z"})");  // would be taken for seconds
  check_none(R"({"send_at":"9999-12-31T23:59:59Z"})");  // and this for microseconds
}

TEST_CASE("timestamps with whitespace around them") {
  check_only_fix(R"({"send_at":"1626332244000\n"})", "replace with \"1626332244000\"",
                 R"({"send_at":"1626332244000"})");
  check_only_fix(R"({"send_at":"\u00a0 1626332244"})", "replace with \"1626332244000\"",
                 R"({"send_at":"1626332244000"})");
  check_none(R"({"send_at":" "})");
  check_none(R"({"send_at":"1626 332244000"})");
  check_none(R"({"send_at":"99999999999999999999 "})");
}

TEST_CASE("ids with whitespace around them") {
  check_only_fix(R"({"chat_list":[{"chat_id":" oc_1"}]})", "replace with \"oc_1\"",
                 R"({"chat_list":[{"chat_id":"oc_1"}]})");
  check_only_fix(R"({"chat_list":[{"chat_id":"\ufeff\u3000\u200b oc\u005f1\t"}]})",
                 "replace with \"oc_1\"", R"({"chat_list":[{"chat_id":"oc_1"}]})");
  check_none(R"({"chat_list":[{"chat_id":"ou_1"}]})");
  check_none(R"({"chat_list":[{"chat_id":" ou_1"}]})");
  check_none(R"({"chat_list":[{"chat_id":" oc_\"1"}]})");
}

TEST_CASE("a card that is an object") {
  constexpr std::string_view sentence = "convert this object to a string";
  check_only_fix(R"({"push_content":{}})", sentence, R"({"push_content":"{}"})");
  check_only_fix("{\"push_content\" : {\n\t\"elements\" : [ ] ,\r\n \"n\" : [ 1.0e+5 , -0 ] } }",
                 sentence, R"({"push_content" : "{\"elements\":[],\"n\":[1.0e+5,-0]}" })");
  check_only_fix(R"({"push_content":{" a\\":" \" {\u00e9\n\\\\","\ud83d\ude00":"\/é"}})", sentence,
                 R"({"push_content":"{\" a\\\\\":\" \\\" {\\u00e9\\n\\\\\\\\\",)"
                 R"(\"\\ud83d\\ude00\":\"\\/é\"}"})");
  const std::string nested = R"({"x":)" + std::string(30, '[') + std::string(30, ']') + '}';
  check_only_fix(R"({"push_content":)" + nested + '}', sentence,
                 R"({"push_content":"{\"x\":)" + nested.substr(5, 60) + R"(}"})");
  check_none(R"({"push_content":[{}]})");
  check_none(R"({"push_content":[]})");
  check_none(R"({"job_name":{}})");
  CHECK(quick_fixes(R"({"push_content":{}})", language::zh).sentences[0] == "将该对象转换为字符串");
}

TEST_CASE("a list of ids") {
  check_only_fix(R"({"user_list":["ou_1"]})", R"(replace with {"user_id":"ou_1"})",
                 R"({"user_list":[{"user_id":"ou_1"}]})");
  check_only_fix(R"({"user\u005flist":[ " ou\u005f1\n" , {"user_id":"ou_2"}]})",
                 R"(replace with {"user_id":"ou_1"})",
                 R"({"user\u005flist":[ {"user_id":"ou_1"} , {"user_id":"ou_2"}]})");
  check_only_fix(R"({"department_list":[7]})", R"(replace with {"department_id":"7"})",
                 R"({"department_list":[{"department_id":"7"}]})");
  check_only_fix(R"({"new_staff_scope_department_list":["od-1"]})",
                 R"(replace with {"department_id":"od-1"})",
                 R"({"new_staff_scope_department_list":[{"department_id":"od-1"}]})");
  check_only_fix(R"({"chat_list":["oc_1"]})", R"(replace with {"chat_id":"oc_1"})",
                 R"({"chat_list":[{"chat_id":"oc_1"}]})");
  check_none(R"({"user_list":[null,true,1.5,-7,[],""," "]})");
  check_none(R"({"user_list":["oc_1","od-1","a@example.com","ou_1,ou_2","张三"]})");
  check_none(R"({"department_list":["ou_1","on_1","oc_1"]})");
  check_none(R"({"chat_list":["ou_1","1"]})");
  check_none(R"({"create_user":"ou_1"})");
}

TEST_CASE("an element or an id in place of a list") {
  constexpr std::string_view sentence = "convert this object to a list";
  check_only_fix(R"({"user_list": {"user_id":"ou_1", "name" : "x"} })", sentence,
                 R"({"user_list": [{"user_id":"ou_1", "name" : "x"}] })");
  check_only_fix(R"({"chat_list":{"chat\u005fid":"oc_1"}})", sentence,
                 R"({"chat_list":[{"chat\u005fid":"oc_1"}]})");
  check_only_fix(R"({"chat_list":"oc_1"})", R"(replace with [{"chat_id":"oc_1"}])",
                 R"({"chat_list":[{"chat_id":"oc_1"}]})");
  check_only_fix(R"({"department_list":7})", R"(replace with [{"department_id":"7"}])",
                 R"({"department_list":[{"department_id":"7"}]})");
  check_none(R"({"chat_list":"ou_1"})");
  check_none(R"({"user_list":"ou_1,ou_2"})");
  check_none(R"({"user_list":""})");
  check_none(R"({"user_list":true})");
  check_none(R"({"user_list":{"name":"x"}})");
  check_none(R"({"user_list":{"user_id":""}})");
  check_none(R"({"user_list":{"user_id":null}})");
  check_none(R"({"user_list":{"data":[{"user_id":"ou_1"}]}})");
  CHECK(quick_fixes(R"({"user_list":{"user_id":"ou_1"}})", language::zh).sentences[0] ==
        "将该对象转换为列表");
}

TEST_CASE("a list does not nest too deep") {
  const auto nested = [](std::size_t levels) {
    const std::string inner =
        R"({"user_id":"ou_1[","x":)" + std::string(levels, '[') + std::string(levels, ']') + '}';
    return R"({"user_list":)" + inner + '}';
  };
  CHECK(quick_fixes(nested(29)).sentences.size() == 1);
  CHECK(!preflight(quick_fixes(nested(29)).body).has("json-syntax"));
  CHECK(!preflight(nested(30)).has("json-syntax"));
  check_none(nested(30));
}

TEST_CASE("an array with keys in place of a list") {
  constexpr std::string_view sentence = "convert this object to a list";
  check_only_fix(R"({"user_list":{}})", "replace with []", R"({"user_list":[]})");
  check_only_fix("{\"user_list\":{ \n }}", "replace with []", R"({"user_list":[]})");
  check_only_fix(
      "{\"user_list\": {\n  \"0\": {\"user_id\":\"ou_1\"} ,\n  \"\\u0032\" : "
      "{\"user_id\":\"ou_2\"}\n}}",
      sentence, "{\"user_list\": [\n  {\"user_id\":\"ou_1\"} ,\n  {\"user_id\":\"ou_2\"}\n]}");
  check_only_fix(R"({"chat_list":{"3":"oc_1","10":{"chat_id":"oc_2"}}})", sentence,
                 R"({"chat_list":[{"chat_id":"oc_1"},{"chat_id":"oc_2"}]})");
  check_none(R"({"user_list":{"0":{"user_id":"ou_1"},"0":{"user_id":"ou_2"}}})");
  check_none(R"({"user_list":{"1":{"user_id":"ou_1"},"0":{"user_id":"ou_2"}}})");
  check_none(R"({"user_list":{"0":{"user_id":"ou_1"},"x":{"user_id":"ou_2"}}})");
  check_none(R"({"user_list":{"00":{"user_id":"ou_1"}}})");
  check_none(R"({"user_list":{"0":null}})");
  check_none(R"({"user_list":{"0":"oc_1"}})");
}

TEST_CASE("a field that is there twice is fixed where it stands") {
  const fixed found = quick_fixes(R"({"chat_list":["oc_1"],"chat_list":{}})");
  CHECK(found.sentences.size() == 2);
  CHECK(found.body == R"({"chat_list":[{"chat_id":"oc_1"}],"chat_list":[]})");
}

TEST_CASE("a long value is clipped in its sentence") {
  const std::string id = "oc_" + std::string(100'000, '1');
  const fixed found = quick_fixes(R"({"chat_list":[")" + id + R"("]})");
  REQUIRE(found.sentences.size() == 1);
  CHECK(found.sentences[0] == R"(replace with {"chat_id":"oc_)" + std::string(65, '1') + "…");
  CHECK(found.body == R"({"chat_list":[{"chat_id":")" + id + R"("}]})");
}

TEST_CASE("long lists") {
  std::string list;
  std::string ids;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = "\"ou_" + std::to_string(i) + '"';
    ids += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":" + id;
    list += (i == 0 ? "" : ",") + (R"({"user_id":)" + id) + '}';
  }
  const fixed found = quick_fixes(R"({"user_list":{)" + ids + "}}");
  CHECK(found.sentences.size() == 1);
  CHECK(found.body == R"({"user_list":[)" + list + "]}");
}

}  // namespace
