#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr const object_info* objects[] = {&notification_object, &user_object, &department_object,
                                          &chat_object};

// A second definition: by looking at one field after the other.
constexpr std::size_t searched(const object_info& object, std::string_view name) {
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    if (object.fields[i].name == name) return i;
  }
  return npos;
}

constexpr bool finds_all_fields(const object_info& object) {
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    if (detail::find_field(object, object.fields[i].name) != i) return false;
  }
  return detail::find_field(object, "") == npos && detail::find_field(object, "push") == npos;
}

static_assert(finds_all_fields(notification_object) && finds_all_fields(user_object));
static_assert(finds_all_fields(department_object) && finds_all_fields(chat_object));

void check_all(std::string_view name) {
  for (const object_info* object : objects) {
    if (detail::find_field(*object, name) != searched(*object, name)) {
      FAIL_CHECK(object->name << ": " << name);
    }
  }
}

TEST_CASE("fields are found in their object, and in no other") {
  CHECK(detail::find_field(notification_object, "id") == 0);
  CHECK(detail::find_field(notification_object, "ext") == detail::field_count - 1);
  CHECK(detail::find_field(user_object, "user_id") == 0);
  CHECK(detail::find_field(user_object, "name") == 2);
  CHECK(detail::find_field(department_object, "name") == 1);
  CHECK(detail::find_field(chat_object, "chat_id") == 0);
  CHECK(detail::find_field(chat_object, "user_id") == npos);
  CHECK(detail::find_field(notification_object, "name") == npos);
  for (const object_info* owner : objects) {
    for (const field_info& member : owner->fields) check_all(member.name);
  }
}

TEST_CASE("a name that is one edit away is no field, unless it is another's") {
  for (const object_info* owner : objects) {
    for (const field_info& member : owner->fields) {
      const std::string name(member.name);
      CAPTURE(name);
      for (std::size_t i = 0; i <= name.size(); ++i) {
        for (unsigned byte = 0; byte < 256; ++byte) {
          const char c = static_cast<char>(byte);
          check_all(name.substr(0, i) + c + name.substr(i));
          if (i < name.size()) check_all(name.substr(0, i) + c + name.substr(i + 1));
        }
        check_all(name.substr(0, i));
        check_all(name.substr(i));
        if (i < name.size()) check_all(name.substr(0, i) + name.substr(i + 1));
      }
    }
  }
}

TEST_CASE("empty, short and long names are no members") {
  for (const object_info* object : objects) {
    CHECK(detail::find_field(*object, "") == npos);
    CHECK(detail::find_field(*object, {}) == npos);
    for (unsigned byte = 0; byte < 256; ++byte) {
      const char c = static_cast<char>(byte);
      CHECK(detail::find_field(*object, {&c, 1}) == npos);
    }
    CHECK(detail::find_field(*object, std::string(1 << 16, 'd')) == npos);
    // As long as a field and more, with its ends: the index looks at length and ends alone.
    for (const field_info& member : object->fields) {
      std::string same_ends(member.name.size(), '?');
      same_ends.front() = member.name.front();
      same_ends.back() = member.name.back();
      CHECK(detail::find_field(*object, same_ends) == searched(*object, same_ends));
      same_ends.insert(1, 1 << 16, '?');
      CHECK(detail::find_field(*object, same_ends) == npos);
    }
  }
}

}  // namespace
