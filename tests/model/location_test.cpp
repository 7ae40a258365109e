#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

constexpr location unknown_field(std::string_view name) {
  return location().unknown(detail::truncated_name(name));
}

constexpr location first_user = location(field::user_list).element(0);

static_assert(location().is_at(""));
static_assert(location(field::push_type).is_at("/push_type"));
static_assert(first_user.nested(0).is_at("/user_list/0/user_id"));
static_assert(unknown_field("a~/b").is_at("/a~0~1b"));

TEST_CASE("a place is told as a JSON Pointer") {
  CHECK(location().pointer() == "");
  CHECK(location(field::ext).pointer() == "/ext");
  CHECK(first_user.pointer() == "/user_list/0");
  CHECK(first_user.nested(2).pointer() == "/user_list/0/name");
  CHECK(location(field::chat_list).element(1234567890).nested(0).pointer() ==
        "/chat_list/1234567890/chat_id");
  CHECK(location(field::create_user).nested(1).pointer() == "/create_user/avatar_url");
  CHECK(location(field::department_list).element(10).nested(0).pointer() ==
        "/department_list/10/department_id");
  CHECK(unknown_field("jobName").pointer() == "/jobName");
  CHECK(unknown_field("").pointer() == "/");
  CHECK(first_user.unknown(detail::truncated_name("age")).pointer() == "/user_list/0/age");
  CHECK(location(field::update_user).unknown(detail::truncated_name("age")).pointer() ==
        "/update_user/age");
}

TEST_CASE("~ and / are escaped, and nothing else") {
  CHECK(unknown_field("/").pointer() == "/~1");
  CHECK(unknown_field("~").pointer() == "/~0");
  CHECK(unknown_field("~1").pointer() == "/~01");
  CHECK(unknown_field("a//b~~c").pointer() == "/a~1~1b~0~0c");
  CHECK(unknown_field("\"\\%^|\n\xe5\x90\x8d").pointer() == "/\"\\%^|\n\xe5\x90\x8d");
}

TEST_CASE("a place is at its own pointer, and at no other") {
  std::vector<location> source_map{{},
                                   unknown_field(""),
                                   unknown_field("/"),
                                   unknown_field("~"),
                                   unknown_field("~1"),
                                   unknown_field("user_list/0"),
                                   unknown_field("user_lis"),
                                   unknown_field("user_list0"),
                                   unknown_field("user_list~10"),
                                   unknown_field(std::string(100, 'x')),
                                   unknown_field(std::string(64, 'x'))};
  for (std::size_t i = 0; i < detail::field_count; ++i) {
    const auto member = static_cast<field>(i);
    source_map.push_back(member);
    if (detail::object_in(info(member).kind) == nullptr) continue;
    if (detail::type_of(info(member).kind) == json_type::array) {
      for (const std::size_t index : {0u, 1u, 9u, 10u, 100u}) {
        source_map.push_back(location(member).element(index));
        source_map.push_back(location(member).element(index).nested(0));
        source_map.push_back(location(member).element(index).nested(1));
        source_map.push_back(
            location(member).element(index).unknown(detail::truncated_name("a/b")));
      }
    } else {
      source_map.push_back(location(member).nested(0));
      source_map.push_back(location(member).unknown(detail::truncated_name("~")));
    }
  }
  for (const location& place : source_map) {
    for (const location& other : source_map) {
      const std::string pointer = other.pointer();
      CAPTURE(pointer);
      CHECK(place.is_at(pointer) == (place.pointer() == pointer));
      CHECK((place == other) == (place.pointer() == pointer));
    }
    CHECK_FALSE(place.is_at(place.pointer() + '/'));
    CHECK_FALSE(place.is_at(place.pointer() + '0'));
  }
}

TEST_CASE("the table's row is known for fields that it has") {
  CHECK(location(field::ext).described() == &info(field::ext));
  CHECK(location(field::user_list).described() == &info(field::user_list));
  CHECK(first_user.nested(0).described() == &detail::user_fields[0]);
  CHECK(location(field::chat_list).element(2).nested(1).described() == &detail::chat_fields[1]);
  CHECK(location(field::create_user).nested(2).described() == &detail::user_fields[2]);
  CHECK(location().described() == nullptr);
  CHECK(first_user.described() == nullptr);
  CHECK(unknown_field("ext").described() == nullptr);
  CHECK(first_user.unknown(detail::truncated_name("age")).described() == nullptr);
}

TEST_CASE("an unknown field knows which object it stands in") {
  CHECK(&unknown_field("x").surroundings() == &notification_object);
  CHECK(&first_user.surroundings() == &user_object);
  CHECK(&location(field::new_staff_scope_department_list).element(0).surroundings() ==
        &department_object);
  CHECK(unknown_field("x").in_field() == false);
  CHECK(unknown_field("x").is_body() == false);
  CHECK(location().is_body());
  CHECK_FALSE(location(field::id).is_body());
}

TEST_CASE("a name is kept to 64 bytes, cut at a character's edge, and marked") {
  // Characters of one to four bytes, the first and the last of each length, before, at and behind
  // byte 64.
  for (const std::string_view character :
       {"x", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80",
        "\xf4\x8f\xbf\xbf"}) {
    for (std::size_t before = 56; before <= 66; ++before) {
      std::string name(before, 'a');
      for (int i = 0; i < 4; ++i) name += character;
      CAPTURE(name);

      std::string expected = name;
      if (name.size() > 64) {
        std::size_t end = before < 64 ? before : 64;
        while (end + character.size() <= 64) end += character.size();
        expected = name.substr(0, end) + "…";
      }
      const detail::truncated_name whole(name);
      CHECK(whole.text() == expected);
      CHECK(detail::is_utf8(whole.text()));

      // Names come in pieces, which may end within a character.
      detail::truncated_name in_pieces;
      for (const char& byte : name) in_pieces.append({&byte, 1});
      CHECK(in_pieces == whole);
    }
  }
}

TEST_CASE("a name of 64 bytes is whole, and what follows after the mark is not kept") {
  CHECK(detail::truncated_name(std::string(64, 'a')).text() == std::string(64, 'a'));
  CHECK(detail::truncated_name(std::string(65, 'a')).text() == std::string(64, 'a') + "…");
  CHECK(detail::truncated_name(std::string(9999, 'a')).text() == std::string(64, 'a') + "…");
  CHECK_FALSE(detail::truncated_name(std::string(64, 'a')) ==
              detail::truncated_name(std::string(65, 'a')));
  CHECK(detail::truncated_name().empty());
  CHECK(detail::truncated_name("").text() == "");
}

}  // namespace
