// Rules that a function decides: what they see, of every form of a body.

#include <feishu/helpdesk/json/validate.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/merge.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr rule few_chats{
    .id = "acme-few-chats", .violated_when = by_function, .reported_on = {field::chat_list}};
constexpr custom_rule at_most_one_chat{few_chats,
                                       [](const body_summary& body) { return body.chats > 1; }};

constexpr rule signed_name{
    .id = "acme-signed-name", .violated_when = by_function, .reported_on = {field::job_name}};
constexpr custom_rule name_is_signed{
    signed_name, [](const notification& n) { return n.job_name.value_or("") != "ACME"; }};

const notification draft{.job_name = "ACME",
                         .push_content = "{}",
                         .push_type = push_type::scheduled,
                         .push_scope_type = push_scope::no_members,
                         .chat_list = {{{.chat_id = "oc_1"}}}};
const notification patch{.chat_list = {{{.chat_id = "oc_1"}, {.chat_id = "oc_2"}}}};
constexpr std::string_view patch_body = R"({"chat_list":[{"chat_id":"oc_1"},{"chat_id":"oc_2"}]})";

TEST_CASE("custom_rule: a function over the summary works for bytes, values and structs") {
  const context partial{.mode = mode::partial};
  CHECK(preflight(patch_body, partial, at_most_one_chat).has(few_chats, "/chat_list"));
  CHECK(validate(patch, partial, at_most_one_chat).has(few_chats, "/chat_list"));
  CHECK(validate(boost::json::parse(patch_body), partial, at_most_one_chat)
            .has(few_chats, "/chat_list"));
  CHECK(preflight(R"({"ext":""})", partial, at_most_one_chat).empty());
  // Of a body that ends too early, the summary is not whole.
  CHECK(!preflight(patch_body.substr(0, 40), partial, at_most_one_chat).has(few_chats));
}

constexpr rule two_chats_at_most{.id = "acme-two-chats",
                                 .violated_when = fact::chat_list == fact::non_empty,
                                 .reported_on = {field::chat_list},
                                 .message = {"{number} chats are too many", "{number} 个群聊过多"},
                                 .max_elements = 2};

// Returns a list of so many chats as a patch.
std::string chats(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) list += R"(,{"chat_id":"oc_1"})";
  return R"({"chat_list":[)" + list.substr(list.empty() ? 0 : 1) + "]}";
}

TEST_CASE("max_elements: a condition over a list holds only beyond this number") {
  const context partial{.mode = mode::partial, .custom_rules = two_chats_at_most};
  for (std::size_t count = 0; count < 6; ++count) {
    CAPTURE(count);
    const std::string body = chats(count);
    CHECK(preflight(body, partial).has(two_chats_at_most, "/chat_list") == (count > 2));
    CHECK(validate(boost::json::parse(body), partial).has(two_chats_at_most) == (count > 2));
  }
  const report found = preflight(chats(3), partial);
  CHECK(message(found[0]) == "3 chats are too many");
  CHECK(message(found[0], language::zh) == "3 个群聊过多");
  CHECK(found[0].offset() == 1);

  // The draft's list counts where the patch has none.
  const body_summary known = preflight(chats(3), {.mode = mode::partial}).summary();
  CHECK(preflight(R"({"job_name":"a"})", {.custom_rules = two_chats_at_most, .draft = known})
            .has(two_chats_at_most));
  CHECK(!preflight(chats(2), {.custom_rules = two_chats_at_most, .draft = known})
             .has(two_chats_at_most));

  const notification three{
      .chat_list = {{{.chat_id = "oc_1"}, {.chat_id = "oc_2"}, {.chat_id = "oc_3"}}}};
  CHECK(validate(three, partial).has(two_chats_at_most));
  CHECK(!validate(patch, partial).has(two_chats_at_most));
}

TEST_CASE("custom_rule: a stream takes the functions at its end") {
  preflight_stream body({.mode = mode::partial});
  for (const char& each : patch_body) body.write({&each, 1});
  CHECK(body.finish(at_most_one_chat).has(few_chats));
}

TEST_CASE("custom_rule: functions see patch and draft merged, as conditions do") {
  const body_summary known = summarize(draft);
  const auto two_in_all =
      custom_rule{few_chats, [](const body_summary& body) { return body.has(field::job_name); }};
  CHECK(validate(notification{}, {.draft = known}, two_in_all).has(few_chats));
  CHECK(preflight("{}", {.draft = known}, two_in_all).has(few_chats));
  CHECK(!preflight("{}", {.mode = mode::partial}, two_in_all).has(few_chats));

  // A draft that is at hand as a struct is merged as a struct.
  CHECK(!validate(patch, {.draft = draft_of(draft)}, name_is_signed).has(signed_name));
  CHECK(validate(merge(draft, patch), {}, name_is_signed) ==
        validate(patch, {.draft = draft_of(draft)}, name_is_signed));
  const notification renamed{.job_name = "other"};
  CHECK(validate(renamed, {.draft = draft_of(draft)}, name_is_signed).has(signed_name));
  CHECK(validate(patch, {.draft = known}, name_is_signed).has(signed_name));
}

}  // namespace
