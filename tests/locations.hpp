// Where each rule points, after the prose of the catalogue and not after the table's anchors.

#ifndef FEISHU_HELPDESK_TESTS_PLACES_HPP
#define FEISHU_HELPDESK_TESTS_PLACES_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace position {

// What the bodies are sent with.
inline const feishu::helpdesk::context request{.notification_id = "1", .now = 1626332244720};

// A body with a mark, '^', before the byte that is blamed; bodies of more than one fault are validated
// for the rule alone. The request's rules point into no text.
struct pointed {
  std::string_view rule_id;
  std::string_view marked;
  feishu::helpdesk::mode mode = feishu::helpdesk::mode::complete;

  [[nodiscard]] std::size_t place() const { return marked.find('^'); }
  [[nodiscard]] feishu::helpdesk::context known() const {
    feishu::helpdesk::context known = request;
    known.mode = mode;
    return known;
  }
  [[nodiscard]] std::string body() const { return std::string(marked).erase(place(), 1); }
};

inline constexpr pointed short_places[] = {
    // Where the text stopped making sense.
    {"json-syntax", R"({"push_type":0^)"},
    {"json-syntax", R"({"job_name":"a" ^"ext":"b"})"},
    {"json-syntax", "{\"job_name\":\"\xe4\xb8\xad^\xe4\xb8\"}"},
    {"json-syntax", R"({"job_name":"^\ud800"})"},

    // The value's first byte.
    {"body-type", "  ^[1]"},
    {"field-type", R"({"push_type": ^"0"})"},
    {"field-type", R"({"user_list": [{}, ^7]})"},
    {"integer-range", R"({"status" : ^-2147483649})"},
    {"empty-string", R"({"job_name":^""})"},
    {"placeholder", R"({"job_name": ^"Hello ${name}"})"},
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
    {"duplicate-field", R"({"ext":"", ^"ext" :"","job_name":"a"})"},
    {"unknown-field", R"({"ext":"", ^"titel":"a"})"},
    {"misspelt-field", R"({ ^"jobName":"a"})"},
    {"no-known-field", R"({"data":{ ^"notification":{"job_name":"a"}}})"},
    {"null-field", R"({"user_list":[{"user_id":"ou_1", ^"name" : null}]})"},
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

    // The key of the field that demands what is absent or empty.
    {"new-staff-type-required", R"({"job_name":"a", ^"push_type":1})"},
    {"new-staff-departments-required", R"({^"push_type":1,"new_staff_scope_type":1})"},
    {"no-members-requires-chats", R"({"job_name":"a", ^"push_scope_type":1})"},
    {"some-members-requires-targets", R"({"push_type":0, ^"push_scope_type":2})"},

    // The body's brace.
    {"required", " \n^{\"job_name\":\"a\"}"},
    {"no-known-field", " \n^{\"a\":1}"},
    {"empty-body", " \n^{}", feishu::helpdesk::mode::partial},
};

inline constexpr std::string_view points_nowhere[] = {"notification-id", "user-id-type",
                                                      "access-token",    "helpdesk-authorization",
                                                      "request-host",    "not-draft"};

// A card of more than 30 KB, which is blamed where it begins.
inline const std::string oversized =
    R"({"push_content": ^"{\"a\":\")" + std::string(31 * 1024, 'x') + R"(\"}"})";

inline std::vector<pointed> all_places() {
  std::vector<pointed> all(std::begin(short_places), std::end(short_places));
  all.push_back({"card-size", oversized});
  return all;
}

}  // namespace position

#endif
