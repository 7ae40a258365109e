// Places as the gateway names them, and what the platform found beside what we did.

#include "tests/case_file.hpp"
#include <feishu/helpdesk/json/detail/field_path.hpp>
#include <feishu/helpdesk/json/match_violations.hpp>
#include <feishu/helpdesk/json/response.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

std::string place_of(std::string_view path) {
  const field_path read(path);
  CHECK(read.is_known() == read.where().has_value());
  return read.where() ? read.where()->pointer() : "none";
}

TEST_CASE("a path leads to a place of the body") {
  CHECK(place_of("push_type") == "/push_type");
  CHECK(place_of("create_user") == "/create_user");
  CHECK(place_of("create_user.avatar_url") == "/create_user/avatar_url");
  CHECK(place_of("user_list") == "/user_list");
  CHECK(place_of("user_list[3]") == "/user_list/3");
  CHECK(place_of("user_list[3].user_id") == "/user_list/3/user_id");
  CHECK(place_of("new_staff_scope_department_list[0].department_id") ==
        "/new_staff_scope_department_list/0/department_id");
  CHECK(place_of("chat_list[12].name") == "/chat_list/12/name");
  CHECK(place_of("user_list[*]") == "/user_list");
  CHECK(place_of("user_list[*].user_id") == "/user_list");
}

TEST_CASE("what leads nowhere is not known") {
  for (const std::string_view path : {"",
                                      ".",
                                      "[",
                                      "]",
                                      "[*]",
                                      "user_id_type",
                                      "fields[*].role",
                                      "push_type.x",
                                      "push_type[0]",
                                      "push_type.",
                                      "create_user[0]",
                                      "create_user[*].name",
                                      "create_user.",
                                      "create_user.role",
                                      "create_user.name.x",
                                      "user_list.",
                                      "user_list.user_id",
                                      "user_list[",
                                      "user_list[]",
                                      "user_list[*",
                                      "user_list[**]",
                                      "user_list[-1]",
                                      "user_list[+1]",
                                      "user_list[ 1]",
                                      "user_list[1x]",
                                      "user_list[18446744073709551615]",
                                      "user_list[18446744073709551616]",
                                      "user_list[*]user_id",
                                      "user_list[*].",
                                      "user_list[*].chat_id",
                                      "user_list[*][*]",
                                      "user_list[*].user_id.x",
                                      "/user_list/0",
                                      "push_type "}) {
    CAPTURE(path);
    CHECK(place_of(path) == "none");
    CHECK_FALSE(field_path(path).may_mean(field::push_type));
    CHECK_FALSE(field_path(path).may_mean(location()));
  }
}

TEST_CASE("a star may mean any element, and nothing else") {
  const location list = field::user_list;
  const field_path ids("user_list[*].user_id");
  CHECK(ids.may_mean(list.element(0).nested(0)));
  CHECK(ids.may_mean(list.element(99).nested(0)));
  CHECK_FALSE(ids.may_mean(list.element(0).nested(1)));
  CHECK_FALSE(ids.may_mean(list.element(0)));
  CHECK_FALSE(ids.may_mean(list));
  CHECK_FALSE(ids.may_mean(location()));
  CHECK_FALSE(ids.may_mean(location(field::chat_list).element(0).nested(0)));
  CHECK_FALSE(ids.may_mean(list.element(0).unknown(detail::truncated_name("user_id"))));

  const field_path elements("user_list[*]");
  CHECK(elements.may_mean(list.element(7)));
  CHECK_FALSE(elements.may_mean(list.element(7).nested(0)));
  CHECK_FALSE(elements.may_mean(list));

  const field_path third("user_list[3].user_id");
  CHECK(third.may_mean(list.element(3).nested(0)));
  CHECK_FALSE(third.may_mean(list.element(2).nested(0)));
  CHECK(field_path("user_list").may_mean(list));
  CHECK_FALSE(field_path("user_list").may_mean(list.element(0)));
}

TEST_CASE("a place as we write it is read back") {
  for (std::size_t i = 0; i < detail::field_count; ++i) {
    const auto member = static_cast<field>(i);
    std::vector<location> source_map{member};
    if (const object_info* inner = detail::object_in(info(member).kind)) {
      const bool is_list = detail::type_of(info(member).kind) == json_type::array;
      const location object = is_list ? location(member).element(41) : location(member);
      source_map.push_back(object);
      for (std::size_t n = 0; n < inner->fields.size(); ++n) source_map.push_back(object.nested(n));
    }
    for (const location& each : source_map) {
      const field_path path(format_location(each, language::en));
      CHECK(path.where() == each);
      CHECK(path.may_mean(each));
    }
  }
}

std::vector<std::string> matches(std::string_view violations, const report& found) {
  const response refused =
      parse_response(400, R"({"code":99992402,"msg":"","error":{"field_violations":)" +
                              std::string(violations) + "}}");
  std::vector<std::string> told;
  for (const matched_violation& each : match_violations(refused, found)) {
    told.push_back(each.violation->field + " " + std::string(each.found->rule().id) + " " +
                   each.found->path());
  }
  return told;
}

using strings = std::vector<std::string>;

TEST_CASE("violations meet our diagnostics, which know the index") {
  const report found = preflight(
      R"({"job_name":"x","push_content":"{}","push_type":7,"push_scope_type":2,
          "user_list":[{"user_id":"ou_1"},{"name":"a"},{"user_id":"ou_2"},{"user_id":""}]})",
      {.user_id_type = "nobody"});
  CHECK(matches(R"([{"field":"user_list[*].user_id"}])", found) ==
        strings{"user_list[*].user_id element-id /user_list/1/user_id",
                "user_list[*].user_id element-id /user_list/3/user_id"});
  CHECK(matches(R"([{"field":"user_list[3].user_id"},{"field":"push_type"}])", found) ==
        strings{"user_list[3].user_id element-id /user_list/3/user_id",
                "push_type enum-value /push_type"});
  CHECK(matches(R"([{"field":"user_id_type"}])", found) == strings{"user_id_type user-id-type "});
  CHECK(matches(R"([{"field":"user-id-type"}])", found) == strings{});
  CHECK(matches(R"([{"field":"job_name"},{"field":"ext"},{"field":""},"words"])", found).empty());
  CHECK(matches("null", found).empty());
}

TEST_CASE("the API reference's own example") {
  const report found = preflight(golden::contents_of("docs/samples/official-example.json"));
  CHECK(matches(R"([{"field":"department_list"},{"field":"user_list"}])", found) ==
        strings{"department_list all-members-excludes-departments /department_list",
                "user_list all-members-excludes-users /user_list"});
}

}  // namespace
