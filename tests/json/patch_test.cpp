// Repairs as JSON Patch: applied to the values, they say what the edits of the text say.

#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/json/patch.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

// The container of what a pointer says, and the last name. Names here need no unescaping.
json::value& parent_of(json::value& of, std::string_view pointer) {
  const std::size_t last = pointer.rfind('/');
  return last == 0 ? of : of.at_pointer(pointer.substr(0, last));
}
std::string name_in(std::string_view pointer) {
  return std::string(pointer.substr(pointer.rfind('/') + 1));
}

// The operations of RFC 6902 that the library writes, on fields of objects.
json::value patched(json::value body, const json::array& operations) {
  for (const json::value& each : operations) {
    const std::string op(each.at("op").as_string());
    const std::string path(each.at("path").as_string());
    if (op == "move") {
      const std::string from(each.at("from").as_string());
      json::value moved = body.at_pointer(from);
      parent_of(body, from).as_object().erase(name_in(from));
      if (path.empty()) {
        body = moved;
      } else {
        parent_of(body, path).as_object()[name_in(path)] = moved;
      }
      continue;
    }
    if (op == "remove") parent_of(body, path).as_object().erase(name_in(path));
    if (op == "replace") body.at_pointer(path) = each.at("value");
    if (op == "add") parent_of(body, path).as_object()[name_in(path)] = each.at("value");
  }
  return body;
}

TEST_CASE("the patch of a repair and its edits of the text agree, in every state") {
  std::size_t compared = 0;
  for (const oracle::state& s : oracle::all_states()) {
    const std::string body = oracle::body_of(s);
    for (const repair& each : find_repairs(preflight(body).summary())) {
      const json::value by_patch = patched(json::parse(body), json_patch(each));
      const std::string by_text = apply_edits(text_edits(each, source_map(body)), body);
      CAPTURE(body);
      REQUIRE(by_patch == json::parse(by_text));
      ++compared;
    }
  }
  CHECK(compared > 30000);
}

TEST_CASE("quick fixes") {
  for (const std::string_view body :
       {R"({"push_type":"0"})", R"({"jobName":"x","ext":""})", R"({"send_at":"1626332244"})",
        R"({"notification":{"push_type":1}})", R"({"create_user":{"nam":"x"}})",
        R"({"push_content":{"a":[1,"\n"]}})", R"({"user_list":["ou_1"]})",
        R"({"user_list":{"0":{"user_id":"ou_1"},"2":"ou_2"}})", R"({"chat_list":{}})",
        R"({"push_type":"scheduled"})", R"({"send_at":"2021-07-15T12:30:44Z"})",
        R"({"chat_list":[{"chat_id":" oc_1"}]})"}) {
    CAPTURE(body);
    std::optional<quick_fix> meant;
    for (const diagnostic& each : preflight(body, {.mode = mode::partial})) {
      if (!meant) meant = find_quick_fix(each, source_map(body));
    }
    REQUIRE(meant);
    CHECK(patched(json::parse(body), json_patch(*meant)) ==
          json::parse(apply_edits(meant->edits, body)));
  }
}

TEST_CASE("a text that is not JSON has no patch") {
  const std::string_view body = R"({"push_type":0,})";
  const report found = preflight(body, {.mode = mode::partial});
  const std::optional<quick_fix> meant = find_quick_fix(found[0], source_map(body));
  REQUIRE(meant);
  CHECK(json_patch(*meant).empty());
}

TEST_CASE("a field that is removed") {
  const context strict{.policy = {{"new-staff-fields-ignored", level::error}}};
  const report found =
      preflight(R"({"push_type":0,"push_scope_type":0,"new_staff_scope_type":1})", strict);
  CHECK(json::serialize(json_patch(find_repairs(found)[0])) ==
        R"([{"op":"remove","path":"/new_staff_scope_type"}])");
}

TEST_CASE("verbatim") {
  const body_summary body =
      preflight(R"({"push_type":0,"push_scope_type":1,"user_list":[{"user_id":"ou_1"}]})")
          .summary();
  const repair_list ways = find_repairs(body);
  CHECK(json::serialize(json_patch(ways[0])) ==
        R"([{"op":"add","path":"/user_list","value":[]},)"
        R"({"op":"add","path":"/chat_list","value":[{"chat_id":""}]}])");
}

}  // namespace
