#include "tests/findings.hpp"
#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::body_writer;
using fuzz::choices;
using fuzz::write_body;

TEST_CASE("a body says what the notification says, however it is written") {
  std::set<char> beginnings;
  std::set<std::string> first_names;
  seeds::for_each(5'000, 300, [&](seeds::bytes bytes) {
    choices from(bytes);
    const notification n = fuzz::valid_notification(from);
    const std::string body = write_body(n, from);
    CAPTURE(body);
    const result<notification> read = parse(body);
    REQUIRE(read);
    CHECK(*read == n);
    beginnings.insert(body.front());
    const boost::json::value value = boost::json::parse(body);
    first_names.insert(std::string(value.get_object().begin()->key()));
  });
  CHECK(beginnings == std::set<char>{'{', ' ', '\n', '\r', '\t'});
  CHECK(first_names.size() == feishu::helpdesk::detail::field_count);
}

TEST_CASE("text that is no UTF-8 stays so") {
  const notification n{.job_name = "\xff"};
  choices from{seeds::bytes()};
  CHECK(write_body(n, from) == "{\"job_name\":\"\xff\"}");
}

TEST_CASE("without bytes, a body is compact and in the table's order") {
  const notification n{.job_name = "a/\"é\n",
                       .push_type = push_type::scheduled,
                       .user_list = std::vector<user>{{.user_id = "ou_1", .name = ""}, {}},
                       .chat_list = std::vector<chat>{}};
  choices from{seeds::bytes()};
  CHECK(
      write_body(n, from) ==
      R"({"job_name":"a/\"é\n","push_type":0,"user_list":[{"user_id":"ou_1","name":""},{}],"chat_list":[]})");
}

struct fault {
  condition what;
  location at;
  golden::finding found;
};

TEST_CASE("a fault is where it is said to be, and nowhere else") {
  const notification n{.job_name = "Hi",
                       .push_content = "{}",
                       .push_type = push_type::scheduled,
                       .push_scope_type = push_scope::some_members,
                       .user_list = {{{.user_id = "ou_1"}, {.user_id = "ou_2", .name = "b"}}}};
  const location element = location(field::user_list).element(1);
  const fault faults[] = {
      {observed::null, field::ext, {"null-field", "note", "/ext"}},
      {observed::null, element.nested(1), {"null-field", "note", "/user_list/1/avatar_url"}},
      {observed::duplicate, field::push_type, {"duplicate-field", "error", "/push_type"}},
      {observed::duplicate,
       element.nested(0),
       {"duplicate-field", "error", "/user_list/1/user_id"}},
      {observed::wrong_type, field::job_name, {"field-type", "error", "/job_name"}},
      {observed::wrong_type, element, {"field-type", "error", "/user_list/1"}},
      {observed::wrong_type, element.nested(2), {"field-type", "error", "/user_list/1/name"}},
      {observed::out_of_int32, field::push_type, {"integer-range", "error", "/push_type"}},
  };
  for (const fault& each : faults) {
    std::set<std::string> ways;
    seeds::for_each(2'000, 60, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string body =
          body_writer(from, feishu::helpdesk::detail::facts_of(each.what), each.at).body(n);
      golden::findings found = golden::without_offsets(golden::findings_of(preflight(body)));
      if (each.found.rule == "duplicate-field") {  // of two, the first may be null
        std::erase_if(found, [&](const golden::finding& one) {
          return one.rule == "null-field" && one.path == each.found.path;
        });
      }
      CHECK(found == golden::findings{each.found});
      ways.insert(body);
    });
    CHECK(ways.size() > 100);
  }
}

TEST_CASE("an unknown name is unknown, whatever the bytes spell") {
  constexpr std::uint8_t bytes[] = {3, 'i', 1, 'd', 0};  // characters, two of them
  choices from(bytes);
  CHECK(fuzz::detail::unknown_name_in(notification_object, from) == "id_");
  choices again(bytes);
  CHECK(fuzz::detail::unknown_name_in(chat_object, again) == "id");
}

TEST_CASE("a name that no object has can stand in any of them, before any field but the last") {
  const notification n{.create_user = user{}, .user_list = {{{.user_id = "ou_1"}}}};
  const location source_map[] = {{}, field::create_user, location(field::user_list).element(0)};
  for (const location& place : source_map) {
    std::set<std::string> paths;
    seeds::for_each(2'000, 60, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string body =
          body_writer(from, feishu::helpdesk::detail::facts_of(observed::unknown_field), place)
              .body(n);
      std::size_t count = 0;
      for (const diagnostic& each : preflight(body, {.mode = mode::partial})) {
        if (each.rule().id != "unknown-field") continue;
        ++count;
        CHECK(each.path().starts_with(place.pointer() + '/'));
        paths.insert(each.path());
      }
      CHECK(count == 1);
    });
    CHECK(paths.size() > 300);
  }
}

}  // namespace
