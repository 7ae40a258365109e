#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/schema_cursor.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace {

using namespace feishu::helpdesk;
using detail::schema_cursor;
using inside = schema_cursor::inside;

constexpr const detail::named_field& row_of(field which) {
  return detail::fields_of(notification_object)[static_cast<std::size_t>(which)];
}

schema_cursor in_body() {
  schema_cursor at;
  at.where = inside::body;
  return at;
}

TEST_CASE("schema_cursor: before the body begins, it is at the body as a whole") {
  const schema_cursor at;
  CHECK(at.here().is_body());
  CHECK(at.container().is_body());
  CHECK(at.known() == 0);
  CHECK(at.expected == &row_of(field::job_name));
}

TEST_CASE("schema_cursor: a name leads to its value, and to the name that mostly follows") {
  schema_cursor at = in_body();
  CHECK_FALSE(at.enter(row_of(field::job_name)));
  CHECK(at.here().pointer() == "/job_name");
  CHECK(at.field() == field::job_name);
  CHECK(at.known() == row_of(field::job_name).known);
  CHECK(at.expected == row_of(field::job_name).next);
}

TEST_CASE("schema_cursor: a name that was there before is a duplicate, of one object only") {
  schema_cursor at = in_body();
  CHECK_FALSE(at.enter(row_of(field::user_list)));
  CHECK(at.enter(row_of(field::user_list)));
  at.open(user_object, inside::list);
  at.enter_element();
  const detail::named_field& id = detail::fields_of(user_object)[0];
  CHECK_FALSE(at.enter(id));
  CHECK(at.enter(id));
  at.leave_element();
  at.enter_element();
  CHECK_FALSE(at.enter(id));
}

TEST_CASE("schema_cursor: elements are counted from 0, and their fields stand in them") {
  schema_cursor at = in_body();
  at.enter(row_of(field::chat_list));
  at.open(chat_object, inside::list);
  CHECK(at.container().pointer() == "/chat_list");
  for (std::size_t i = 0; i < 3; ++i) {
    ++at.index;
    at.enter_element();
    CHECK_FALSE(at.has_seen_id());
    at.enter(detail::fields_of(chat_object)[0]);
    CHECK(at.has_seen_id());
    CHECK(at.is_element_id());
    CHECK(at.here().pointer() == "/chat_list/" + std::to_string(i) + "/chat_id");
    CHECK(at.container().pointer() == "/chat_list/" + std::to_string(i));
    at.enter(detail::fields_of(chat_object)[1]);
    CHECK_FALSE(at.is_element_id());
    at.leave_element();
  }
  at.close();
  CHECK(at.where == inside::body);
  CHECK(at.expected == row_of(field::chat_list).next);
  CHECK(at.enter(row_of(field::chat_list)));  // the names of the body are remembered
}

TEST_CASE("schema_cursor: an object of the body is not an element, and its id is not required") {
  schema_cursor at = in_body();
  at.enter(row_of(field::create_user));
  at.open(user_object, inside::object);
  at.enter(detail::fields_of(user_object)[0]);
  CHECK_FALSE(at.is_element_id());
  CHECK(at.known() == 0);
  CHECK(at.here().pointer() == "/create_user/user_id");
}

TEST_CASE("schema_cursor: an unknown name is a location of its own") {
  schema_cursor at = in_body();
  at.name = detail::truncated_name("jobName");
  at.name_is_known = false;
  CHECK(at.here().pointer() == "/jobName");
  CHECK(at.known() == 0);
}

TEST_CASE("schema_cursor: the open value is the scalar, the element or the container") {
  schema_cursor at = in_body();
  at.enter(row_of(field::user_list));
  CHECK(at.open_value(true, false).pointer() == "/user_list");
  CHECK(at.open_value(false, false).is_body());
  at.open(user_object, inside::list);
  at.index = 1;
  CHECK(at.open_value(true, true).pointer() == "/user_list/0");
  CHECK(at.open_value(true, false).pointer() == "/user_list/1");  // has not begun yet
  CHECK(at.open_value(false, false).pointer() == "/user_list");
}

}  // namespace
