#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using detail::rule_evaluator;

// Each diagnostic as "rule@offset path".
struct log {
  std::vector<std::string> lines{};
  std::size_t stop_after = npos;

  sink_action operator()(const diagnostic& d) {
    const std::string offset = d.offset() == npos ? "" : std::to_string(d.offset());
    lines.push_back(std::string(d.rule().id) + '@' + offset + ' ' + d.path());
    return lines.size() == stop_after ? sink_action::stop : sink_action::proceed;
  }
};
using lines = std::vector<std::string>;

constexpr context partial{.mode = mode::partial};

TEST_CASE("rule_evaluator: facts that break a rule become a diagnostic at the key or the value") {
  log heard;
  rule_evaluator<log&> rules_of(partial, heard);
  rules_of.observe(detail::facts_of(observed::duplicate), field::ext, 5, 9, {});
  rules_of.observe(detail::facts_of(observed::wrong_type), field::ext, 5, 9, {});
  rules_of.observe(detail::facts_of(observed::well_typed), field::ext, 5, 9, {});
  CHECK(heard.lines == lines{"duplicate-field@5 /ext", "field-type@9 /ext"});
}

TEST_CASE("rule_evaluator: facts that no rule asks for are told from others cheaply") {
  log heard;
  const rule_evaluator<log&> rules_of(partial, heard);
  CHECK(rules_of.may_violate(detail::facts_of(observed::wrong_type)));
  CHECK_FALSE(rules_of.may_violate(detail::facts_of(observed::well_typed)));
  CHECK_FALSE(rules_of.may_violate(0));
}

TEST_CASE("rule_evaluator: at the end, required fields and rules between fields are evaluated") {
  log heard;
  const context complete;
  rule_evaluator<log&> rules_of(complete, heard);
  rules_of.body().well_formed = true;
  const detail::named_field* const rows = detail::fields_of(notification_object);
  const auto set = [&](field which, facts known, std::size_t key) {
    rules_of.note_presence(rows[static_cast<std::size_t>(which)], key);
    rules_of.body().known |= known;
  };
  set(field::push_type, detail::facts_about(field::push_type).holds_value(0), 1);
  set(field::push_scope_type, detail::facts_about(field::push_scope_type).holds_value(3), 20);
  rules_of.conclude();
  rules_of.finish(0, 0);
  CHECK(heard.lines == lines{"required@0 /job_name", "required@0 /push_content",
                             "scheduled-excludes-new-staff@20 /push_scope_type"});
}

TEST_CASE("rule_evaluator: a body that was not well-formed is not evaluated as a whole") {
  log heard;
  const context complete{.notification_id = "x"};
  rule_evaluator<log&> rules_of(complete, heard);
  rules_of.conclude();
  rules_of.finish(0, 0);
  CHECK(heard.lines == lines{"notification-id@ "});
}

TEST_CASE("rule_evaluator: a policy disables rules, and changes severities") {
  const context known{.mode = mode::partial,
                      .policy = {{"field-type", level::off}, {"null-field", level::error}}};
  report found;
  rule_evaluator<report&> rules_of(known, found);
  rules_of.observe(detail::facts_of(observed::wrong_type), field::ext, 1, 2, {});
  rules_of.observe(detail::facts_of(observed::null), field::ext, 1, 2, {});
  CHECK((found.size() == 1 && found.error_count() == 1 && found.has("null-field")));
}

TEST_CASE("rule_evaluator: custom rules follow the table's, and see the same facts") {
  static constexpr rule own{.id = "acme-own", .violated_when = observed::null};
  const context known{.mode = mode::partial, .custom_rules = own};
  log heard;
  rule_evaluator<log&> rules_of(known, heard);
  rules_of.observe(detail::facts_of(observed::null), field::ext, 1, 2, {});
  CHECK(heard.lines == lines{"null-field@1 /ext", "acme-own@1 /ext"});
}

TEST_CASE("rule_evaluator: after stop, nothing more is reported, until it is reset") {
  log heard{.stop_after = 1};
  rule_evaluator<log&> rules_of(partial, heard);
  rules_of.observe(detail::facts_of(observed::null), field::ext, 1, 2, {});
  rules_of.observe(detail::facts_of(observed::null), field::ext, 3, 4, {});
  CHECK((rules_of.stopped() && heard.lines.size() == 1));
  rules_of.reset();
  rules_of.observe(detail::facts_of(observed::null), field::ext, 3, 4, {});
  CHECK(heard.lines.size() == 2);
}

TEST_CASE("rule_evaluator: a sink that returns nothing receives everything") {
  std::size_t count = 0;
  const auto counting = [&](const diagnostic&) { ++count; };
  rule_evaluator<decltype(counting)&> rules_of(partial, counting);
  rules_of.observe(detail::facts_of(observed::null), field::ext, 1, 2, {});
  rules_of.observe(detail::facts_of(observed::duplicate), field::ext, 3, 4, {});
  CHECK(count == 2);
}

TEST_CASE("is_user_token, is_service_desk and is_host: what a request can be made of") {
  for (const std::string_view token : {"u-1", "eyJhbGciOiJFUzI1NiJ9.x", "None-1", "nilpotent"}) {
    CAPTURE(token);
    CHECK(detail::is_user_token(token));
  }
  for (const std::string_view token : {"", "t-1", "a-1", "None", "null", "undefined", "nil",
                                       "<nil>", "u 1", "u-1\n", "u-\x7f", "u-令牌"}) {
    CAPTURE(token);
    CHECK_FALSE(detail::is_user_token(token));
  }
  CHECK(detail::is_service_desk({"6650798215", "ht:1"}));
  CHECK_FALSE(detail::is_service_desk({"66:50", "ht-1"}));
  CHECK_FALSE(detail::is_service_desk({"6650798215", "ht 1"}));
  CHECK_FALSE(detail::is_service_desk({"", "ht-1"}));
  for (const std::string_view host :
       {"open.feishu.cn", "localhost:8080", "[::1]:8443", "10.0.0.1"}) {
    CAPTURE(host);
    CHECK(detail::is_host(host));
  }
  for (const std::string_view host : {"", "https://open.feishu.cn", "a/b", "a b", ":443", "u@a"}) {
    CAPTURE(host);
    CHECK_FALSE(detail::is_host(host));
  }
}

}  // namespace
