// Where each rule points, after the prose of the catalogue and not after the table's anchors.

#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

// A body with a mark, '^', before the byte that is blamed; bodies of more than one fault are judged
// for the rule alone. The request's rules point into no text.
struct pointed {
  std::string_view rule_id;
  std::string_view marked;
};

constexpr pointed places[] = {
    // Where the text stopped making sense.
    {"json-syntax", R"({"push_type":0^)"},
    {"json-syntax", R"({"job_name":"a" ^"ext":"b"})"},
    {"json-syntax", "{\"job_name\":\"\xe4\xb8\xad^\xe4\xb8\"}"},
    {"json-syntax", R"({"job_name":"^\ud800"})"},

    // The value's first byte.
    {"body-type", "  ^[1]"},
    {"member-type", R"({"push_type": ^"0"})"},
    {"member-type", R"({"user_list": [{}, ^7]})"},
    {"integer-range", R"({"status" : ^-2147483649})"},
    {"empty-text", R"({"job_name":^""})"},
    {"enum-value", R"({"push_type": ^2})"},
    {"timestamp-format", R"({"send_at": ^"tomorrow"})"},
    {"timestamp-unit", R"({"send_at": ^"1626332244"})"},
    {"id-prefix", R"({"chat_list":[{"name":"a","chat_id" : ^"ou_1"}]})"},
    {"card-version", R"({"push_content" : ^"{\"schema\":\"2.0\"}"})"},
    {"id-mismatch", R"({"id": ^"2"})"},
    {"send-at-past", R"({"send_at":^"1626332244719"})"},
    {"element-id", R"({"user_list":[{"user_id": ^""}]})"},

    // The element's brace, where its id is absent.
    {"element-id", R"({"user_list":[{"user_id":"ou_1"}, ^{"name":"a"}]})"},

    // The place in the escaped text.
    {"card-syntax", R"({"push_content":"{\"a\":nul^}"})"},
    {"card-syntax", R"({"push_content":"{\"\u4e2d\": \"^\\\u0078\"}"})"},
    {"card-syntax", R"({"push_content":"\t ^[]"})"},
    {"card-syntax", R"({"push_content":"{\"a\":1^"})"},

    // The key.
    {"duplicate-member", R"({"ext":"", ^"ext" :"","job_name":"a"})"},
    {"unknown-member", R"({ ^"titel":"a"})"},
    {"null-member", R"({"user_list":[{"user_id":"ou_1", ^"name" : null}]})"},
    {"server-assigned", R"({ ^"status" : 0})"},
    {"scheduled-excludes-new-staff", R"({"push_type":0, ^"push_scope_type":3})"},
    {"new-staff-scope", R"({"push_type":1, ^"push_scope_type":0})"},
    {"all-members-excludes-users", R"({"push_scope_type":0, ^"user_list":[{"user_id":"ou_1"}]})"},
    {"all-members-excludes-departments",
     R"({^"department_list" :[{"department_id":"od-1"}],"push_scope_type":0})"},
    {"no-members-excludes-users", R"({"push_scope_type":1, ^"user_list":[{"user_id":"ou_1"}]})"},
    {"no-members-excludes-departments",
     R"({"push_scope_type":1, ^"department_list":[{"department_id":"od-1"}]})"},
    {"new-staff-fields-ignored", R"({"push_type":0, ^"new_staff_scope_type":0})"},
    {"new-staff-departments-ignored",
     R"({"push_type":1,"new_staff_scope_type":0,
        ^"new_staff_scope_department_list":[{"department_id":"od-1"}]})"},
    {"new-staff-lists-unspecified",
     R"({"push_type":1,"push_scope_type":3,"new_staff_scope_type":0, ^"user_list":[{"user_id":"ou_1"}]})"},

    // The key of the member that demands what is absent or empty.
    {"new-staff-type-required", R"({"job_name":"a", ^"push_type":1})"},
    {"new-staff-departments-required", R"({^"push_type":1,"new_staff_scope_type":1})"},
    {"no-members-requires-chats", R"({"job_name":"a", ^"push_scope_type":1})"},
    {"some-members-requires-targets", R"({"push_type":0, ^"push_scope_type":2})"},

    // The body's brace.
    {"required", " \n^{\"job_name\":\"a\"}"},
};

constexpr std::string_view points_nowhere[] = {"notification-id", "user-id-type", "not-draft"};

// A card of more than 30 KB, which is blamed where it begins.
const std::string oversized =
    R"({"push_content": ^"{\"a\":\")" + std::string(31 * 1024, 'x') + R"(\"}"})";

std::vector<pointed> all_places() {
  std::vector<pointed> all(std::begin(places), std::end(places));
  all.push_back({"card-size", oversized});
  return all;
}

const context request{.notification_id = "1", .now_ms = 1626332244720};

// Whether the rule is broken there, and nowhere before.
bool points_there(const pointed& each, std::string_view body, std::size_t place) {
  const report found = preflight(body, request);
  const auto first = std::find_if(found.begin(), found.end(),
                                  [&](const diagnostic& d) { return d.rule().id == each.rule_id; });
  return first != found.end() && first->offset() == place;
}

TEST_CASE("every rule that looks at the text points where the catalogue says") {
  for (const pointed& each : all_places()) {
    CAPTURE(each.rule_id);
    CAPTURE(each.marked.substr(0, 100));
    const std::size_t place = each.marked.find('^');
    std::string body(each.marked);
    body.erase(place, 1);
    CHECK(points_there(each, body, place));
    // And wherever the text begins, after a mark of its end or two.
    CHECK(points_there(each, "\r\n\t " + body, place + 4));
  }
}

TEST_CASE("no rule is forgotten here") {
  const std::vector<pointed> all = all_places();
  for (const rule& each : rules) {
    CAPTURE(each.id);
    const bool has_place = std::ranges::count(all, each.id, &pointed::rule_id) != 0;
    const bool has_none = std::ranges::count(points_nowhere, each.id) != 0;
    CHECK(has_place != has_none);
  }
}

TEST_CASE("rules of the request alone point nowhere") {
  const report found =
      preflight("{}", {.user_id_type = "email", .notification_id = "abc", .current_status = 1});
  for (const std::string_view id : points_nowhere) {
    CAPTURE(id);
    const auto broken = std::find_if(found.begin(), found.end(),
                                     [&](const diagnostic& d) { return d.rule().id == id; });
    REQUIRE(broken != found.end());
    CHECK(broken->offset() == npos);
  }
}

}  // namespace
