#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_nodes.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::any_node;
using fuzz::choices;
using fuzz::dialect;
using fuzz::json_node;

// Each value with what is known of it: depth, name and value, and which row of which table it has.
std::vector<std::string> nodes_of(std::string_view text, dialect what = dialect::body) {
  std::vector<std::string> all;
  const bool is_whole = fuzz::for_each_node(text, what, [&](const json_node& each) {
    std::string told = std::to_string(each.depth) + ' ' + std::string(each.item(text).of(text));
    if (each.around != nullptr) told += " of " + std::string(each.around->name);
    if (each.about() != nullptr) told += " as " + std::string(each.about()->name);
    if (each.within != nullptr) told += " holds " + std::string(each.within->name);
    all.push_back(told);
    return true;
  });
  if (!is_whole) all.push_back("broken");
  return all;
}

using told = std::vector<std::string>;

TEST_CASE("every value is a node, and the schema of each node is known") {
  CHECK(
      nodes_of(
          R"({"job\u005fname" : 1, "x":{"job_name":2},"user_list":[ {"name":"a"},3,[{"name":4}]]})") ==
      told{
          R"(0 {"job\u005fname" : 1, "x":{"job_name":2},"user_list":[ {"name":"a"},3,[{"name":4}]]} holds notification)",
          R"(1 "job\u005fname" : 1 of notification as job_name)",
          R"(1 "x":{"job_name":2} of notification)", R"(2 "job_name":2)",
          R"(1 "user_list":[ {"name":"a"},3,[{"name":4}]] of notification as user_list holds notification_user)",
          R"(2 {"name":"a"} holds notification_user)",
          R"(3 "name":"a" of notification_user as name)", "2 3", R"(2 [{"name":4}])",
          R"(3 {"name":4})", R"(4 "name":4)"});
  CHECK(
      nodes_of(R"({"create_user":{"user_id":null},"chat_list":{"chat_id":""}})") ==
      told{
          R"(0 {"create_user":{"user_id":null},"chat_list":{"chat_id":""}} holds notification)",
          R"(1 "create_user":{"user_id":null} of notification as create_user holds notification_user)",
          R"(2 "user_id":null of notification_user as user_id)",
          R"(1 "chat_list":{"chat_id":""} of notification as chat_list)", R"(2 "chat_id":"")"});
}

TEST_CASE("the schema says nothing of cards, nor of what is no object") {
  CHECK(nodes_of(R"({"job_name":true})", dialect::card) ==
        told{R"(0 {"job_name":true})", R"(1 "job_name":true)"});
  CHECK(nodes_of("[{\"job_name\":1}]") ==
        told{"0 [{\"job_name\":1}]", "1 {\"job_name\":1}", "2 \"job_name\":1"});
  CHECK(nodes_of(" 1.5 ") == told{"0 1.5"});
  CHECK(nodes_of("[1,") == told{"0 [1,", "1 1", "broken"});
  CHECK(nodes_of("") == told{"broken"});
}

TEST_CASE("any that is accepted can be chosen, and none where none is") {
  constexpr std::string_view text = R"([1,"2",[3,{"a":4}]])";
  std::set<std::string_view> chosen;
  seeds::for_each_number(256, [&](seeds::bytes bytes) {
    choices from(bytes.subspan(1));
    const auto is_integer = [](const json_node& each) { return each.type == json_type::integer; };
    const std::optional<json_node> found = any_node(text, dialect::body, from, is_integer);
    REQUIRE(found);
    chosen.insert(found->value(text).of(text));
  });
  CHECK(chosen == std::set<std::string_view>{"1", "3", "4"});
  choices from{seeds::bytes()};
  CHECK(!any_node(text, dialect::body, from,
                  [](const json_node& each) { return each.type == json_type::null; }));
}

TEST_CASE("the height of a value is how many levels it nests") {
  CHECK(fuzz::height_of("1") == 0);
  CHECK(fuzz::height_of("[]") == 1);
  CHECK(fuzz::height_of(R"([1,{"a":[]},"[[[["])") == 3);
}

TEST_CASE("a string says its text") {
  CHECK(feishu::helpdesk::detail::unescaped(R"("")").empty());
  CHECK(feishu::helpdesk::detail::unescaped(R"("a\n\u0041\ud83c\udf89\/\"é")") ==
        "a\nA\xf0\x9f\x8e\x89/\"é");
}

TEST_CASE("a card is the text of one object") {
  CHECK(fuzz::is_card(" {\"a\":[]} "));
  for (const char* text : {"", "[]", "{", "{}{}", "1"}) CHECK(!fuzz::is_card(text));
}

}  // namespace
