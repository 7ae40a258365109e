// Structs as requests.

#include <feishu/helpdesk/json/serialize.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/request.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace feishu::helpdesk;

const request_parameters to{.notification_id = "1", .access_token = "u-1", .helpdesk = {"1", "2"}};

notification push() {
  return {.id = "1",
          .job_name = "x",
          .status = 0,
          .create_user = user{.user_id = "ou_1"},
          .push_content = "{}",
          .push_type = feishu::helpdesk::push_type::scheduled,
          .push_scope_type = push_scope::all_members,
          .user_list = std::vector<user>{}};
}

TEST_CASE("the body says what the struct says, empty lists too") {
  const result<request> made = make_request(push(), to);
  REQUIRE(made);
  CHECK(made.report().note_count() == 3);
  CHECK(
      made->body() ==
      R"({"id":"1","job_name":"x","status":0,"create_user":{"user_id":"ou_1"},"push_content":"{}",)"
      R"("push_type":0,"push_scope_type":0,"user_list":[]})");
}

TEST_CASE("what the server assigns can be left out") {
  const result<request> made = make_request(push(), to, {}, {.server_assigned = false});
  REQUIRE(made);
  CHECK(made.report().empty());
  CHECK(made->body() ==
        R"({"job_name":"x","push_content":"{}","push_type":0,"push_scope_type":0,"user_list":[]})");
}

TEST_CASE("a struct with errors is no request") {
  notification wrong = push();
  wrong.push_scope_type = push_scope::new_staff;
  CHECK(make_request(wrong, to).report().has("scheduled-excludes-new-staff"));
}

}  // namespace
