// What only structs have, or only a caller can say. That structs are validated like bytes is for
// forms_test.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/merge.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;

const notification sound{
    .job_name = "Hello",
    .send_at = "1626332244719",
    .push_content = "{}",
    .push_type = push_type::scheduled,
    .push_scope_type = push_scope::some_members,
    .user_list = {{{.user_id = "ou_1", .avatar_url = "http://a", .name = "Ann"}}},
    .department_list = {{{.department_id = "od-1", .name = "Sales"}}},
    .chat_list = {{{.chat_id = "oc_1", .name = "All"}}},
    .ext = "{}"};

// Every field is there, and unlike the one above.
// clang-format off
const notification other{
    "7", "", 1, user{}, "1", user{}, "2", 3, 4, 5, "", "",
    push_type::new_staff, push_scope::all_members, new_staff_scope::all, std::vector<department>(2),
    std::vector<user>{}, std::vector<department>{}, std::vector<chat>{}, ""};
// clang-format on

// The notification with this field alone, or with all but this.
notification part(notification n, field kept, bool alone = true) {
  detail::for_each_field(n, [&](field each, auto& member) {
    if ((each == kept) != alone) member.reset();
  });
  return n;
}

TEST_CASE("a merge takes what the patch has, an empty list too, and keeps the rest") {
  CHECK(merge(sound, {}) == sound);
  CHECK(merge(sound, other) == other);
  for (std::size_t i = 0; i < detail::field_count; ++i) {
    const auto each = static_cast<field>(i);
    CAPTURE(info(each).name);
    const notification patch = part(other, each);
    const notification merged = merge(sound, patch);
    CHECK(part(merged, each) == patch);
    CHECK(part(merged, each, false) == part(sound, each, false));
    body_summary whole = summarize(merged);
    whole.complete = true;  // as a patch does with its draft
    CHECK(merge(summarize(sound), summarize(patch)) == whole);
  }
}

TEST_CASE("text that is not UTF-8 is ill-formed where it stands, and validated no further") {
  using text = std::optional<std::string>;
  struct {
    std::string_view path;
    text& (*member)(notification&);
  } constexpr texts[] = {
      {"/id", [](auto& n) -> text& { return n.id; }},
      {"/job_name", [](auto& n) -> text& { return n.job_name; }},
      {"/push_content", [](auto& n) -> text& { return n.push_content; }},
      {"/create_user/name", [](auto& n) -> text& { return n.create_user.emplace().name; }},
      {"/user_list/0/user_id", [](auto& n) -> text& { return n.user_list->at(0).user_id; }},
      {"/chat_list/0/chat_id", [](auto& n) -> text& { return n.chat_list->at(0).chat_id; }},
  };
  REQUIRE(validate(sound).empty());
  for (const auto& each : texts) {
    CAPTURE(each.path);
    for (const std::string_view wrong : {"a\xed\xa0\x80", "{\"\xed\\n\":\"\xed\\n\"}"}) {
      notification n = sound;
      each.member(n) = wrong;
      const report found = validate(n, {.user_id_type = user_id_type::open_id});
      CHECK(found.has("json-syntax", each.path));
      CHECK((found.error_count() == 1 && found.warning_count() == 0));
      CHECK(found[0].args().reason == syntax_error::bad_utf8);
    }
  }
}

// Views and what they refer to are constants; so are the reports about them.
constexpr user_view users[] = {{.user_id = "ou_1"}, {.name = "Bob"}, {.user_id = "on_3"}};
constexpr chat_view chats[] = {{.chat_id = "oc_1"}, {.chat_id = "1"}};
constexpr notification_view viewed{.job_name = "Hello",
                                   .push_content = "{\"a\":[}",
                                   .push_type = push_type::scheduled,
                                   .push_scope_type = push_scope::all_members,
                                   .user_list = users,
                                   .chat_list = chats};
constexpr report of_view = validate(viewed, {.user_id_type = user_id_type::open_id});
static_assert(of_view.error_count() == 3 && of_view.warning_count() == 2);
static_assert(of_view.has("card-syntax", "/push_content"));
static_assert(of_view.has("element-id", "/user_list/1/user_id"));
static_assert(of_view.has("id-prefix", "/user_list/2/user_id"));
static_assert(of_view.has("id-prefix", "/chat_list/1/chat_id"));

TEST_CASE("an enumerator out of range is wrong, and no further rule looks at it") {
  for (const std::int32_t value : {-1, 4, INT32_MIN, INT32_MAX}) {
    notification n = sound;
    n.push_type = static_cast<push_type>(value);
    n.push_scope_type = static_cast<push_scope>(value);
    n.new_staff_scope_type = static_cast<new_staff_scope>(value);
    const report found = validate(n);
    CHECK(found.size() == 3);
    for (const diagnostic& each : found) {
      CHECK((each.rule().id == "enum-value" && each.args().number == value));
    }
  }
}

TEST_CASE("what the caller says of the request is validated, and what is not said is not") {
  notification push = sound;
  push.id = "12";
  const auto broken = [&](const context& known) {
    std::string ids;
    for (const diagnostic& each : validate(push, known)) {
      if (each.severity() != severity::note) ids += each.path() + ' ' + std::string(each.rule().id);
    }
    return ids;
  };
  CHECK(broken({}) == "");
  CHECK(broken({.user_id_type = "open_id"}) == "");
  CHECK(broken({.user_id_type = user_id_type::union_id}) == "/user_list/0/user_id id-prefix");
  CHECK(broken({.user_id_type = "union_id"}) == "/user_list/0/user_id id-prefix");
  CHECK(broken({.user_id_type = user_id_type::user_id}) == "");
  CHECK(broken({.user_id_type = "openid"}) == " user-id-type");
  CHECK(broken({.user_id_type = static_cast<user_id_type>(3)}) == " user-id-type");
  CHECK(broken({.notification_id = "12"}) == "");
  CHECK(broken({.notification_id = "1"}) == "/id id-mismatch");
  CHECK(broken({.notification_id = "12a"}) == " notification-id/id id-mismatch");
  CHECK(broken({.notification_id = ""}) == " notification-id/id id-mismatch");
  CHECK(broken({.current_status = -1}) == " not-draft");
  CHECK(broken({.now = 1626332244719}) == "");
  CHECK(broken({.now = 1626332244720}) == "/send_at send-at-past");
}
static_assert(!std::is_constructible_v<user_id_type_parameter, std::string>);  // would dangle

TEST_CASE("a patch is validated with its draft, if that is known") {
  const notification patch{.push_scope_type = push_scope::all_members};
  const report found = validate(patch, {.draft = summarize(sound)});
  CHECK(found.has("all-members-excludes-users", "/user_list"));
  CHECK(found.has("all-members-excludes-departments", "/department_list"));
  CHECK(validate(patch, {.draft = summarize(notification{})}).has("required", "/job_name"));

  // Of a draft that ends too early nothing counts, not even what was read of it.
  for (const std::string_view draft : {"", "[]", R"({"user_list":[{"user_id":"ou_1"}],)"}) {
    const report validated = validate(patch, {.draft = preflight(draft).summary()});
    CHECK((validated.empty() && !validated.summary().complete));
  }
}

constexpr rule about_names{
    .id = "acme-name", .violated_when = by_function, .reported_on = {field::job_name}};
constexpr rule about_all{.id = "acme-all", .violated_when = by_function};
constexpr custom_rule greets{about_names, [](const auto& n) { return n.job_name == "Hello"; }};
constexpr custom_rule always{about_all, [](const auto&) { return true; }};
static_assert(validate(viewed, {}, greets).has(rule_id::custom("acme-name"), "/job_name"));
static_assert(std::is_constructible_v<custom_rule<int>, const rule&, int>);
static_assert(!std::is_constructible_v<custom_rule<int>, rule, int>);  // would dangle

TEST_CASE("callables are asked after all other rules, in their order, until the sink says stop") {
  const report found = validate(sound, {}, always, greets);
  REQUIRE(found.size() == 2);
  CHECK((found[0].is_at("") && found[1].is_at("/job_name")));
  CHECK(validate(sound, {}, custom_rule{about_all, [](auto&) { return false; }}).empty());

  std::size_t calls = 0;
  const auto stop = [&](const diagnostic&) { return ++calls, sink_action::stop; };
  bool is_asked = false;
  const custom_rule ask{about_all, [&](auto&) { return is_asked = true; }};
  validate_into(stop, notification{}, {.notification_id = ""}, ask);
  CHECK((calls == 1 && !is_asked));
  validate_into(stop, sound, {}, ask, always);
  CHECK((calls == 2 && is_asked));
}

// Only `validated` makes a `valid`, which stays what it was.
using proof = valid<notification>;
static_assert(!std::is_default_constructible_v<proof> && !std::is_aggregate_v<proof>);
static_assert(!std::is_constructible_v<proof, notification>);
static_assert(std::is_same_v<decltype(*std::declval<proof&>()), const notification&>);
static_assert(!validated(viewed) && validated(notification_view{}, {.mode = mode::partial}));

TEST_CASE("conditions of the caller's own are validated where nothing else is wrong") {
  static constexpr rule no_chats{.id = "acme-no-chats",
                                 .violated_when = fact::chat_list == fact::non_empty,
                                 .reported_on = {field::chat_list}};
  CHECK(validate(sound).empty());
  CHECK(validate(sound, {.custom_rules = {&no_chats, 1}})
            .has(rule_id::custom("acme-no-chats"), "/chat_list"));
}

TEST_CASE("a value comes with its warnings, and without errors only") {
  result<proof> warned = validated(sound, {.now = 1626332244720});
  REQUIRE((warned && warned.report().has("send-at-past")));
  CHECK((*warned)->job_name == "Hello");
  const proof taken = *std::move(warned);
  CHECK(*taken == sound);
  CHECK(**warned == sound);
  CHECK(validated(notification{}).report() == validate(notification{}));
}

}  // namespace
