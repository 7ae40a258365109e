// What the library says of recipients, over all states, in both modes and with drafts: the sentences on
// bodies and the titles of repairs are compared with what an independent model says, person by person.

#include "tests/edited_push.hpp"
#include "tests/oracle.hpp"
#include "tests/people.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/recipients.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using people::origin;
using people::push;

constexpr std::string_view new_id = "oc_added";
constexpr std::string_view new_user = "ou_added";

// The body's text after the edits, its author having written the ids.
std::string text_after(const repair& made, std::string_view body) {
  std::string text = apply_edits(text_edits(made, source_map(body)), body);
  const std::string_view open = ": \"\"";
  for (std::size_t at = text.find(open); at != text.npos; at = text.find(open)) {
    const bool is_of_user = std::string_view(text).substr(0, at).ends_with("\"user_id\"");
    text.replace(at, open.size(), ": \"" + std::string(is_of_user ? new_user : new_id) + '"');
  }
  return text;
}

// Every draft that a patch may meet: one for each way to fill in what it leaves out.
template <class Visit>
void for_each_draft(const oracle::state& patch, oracle::state& draft, std::size_t next,
                    Visit&& visit) {
  if (next == oracle::fields.size()) return visit(draft);
  const oracle::field& each = oracle::fields[next];
  if (patch.*each.value != oracle::absent) {
    return for_each_draft(patch, draft, next + 1, visit);
  }
  for (int value = oracle::absent; value <= each.highest; ++value) {
    draft.*each.value = value;
    for_each_draft(patch, draft, next + 1, visit);
  }
  draft.*each.value = oracle::absent;
}

policy warnings_as_errors() {
  policy strict;
  for (const rule& each : rules) {
    if (each.severity == severity::warning) strict.set(each, level::error);
  }
  return strict;
}

class checker {
 public:
  explicit checker(const policy& chosen = {}) : policy_(chosen) {}

  // A body, alone or with a draft.
  void check(const oracle::state& s, const oracle::state* draft) {
    const std::string body = oracle::body_of(s);
    CAPTURE(body);
    context known{.policy = policy_};
    push whole = push_of(s, origin::body);
    if (draft != nullptr) {
      known.draft = preflight(oracle::body_of(*draft)).summary();
      whole = updated(push_of(*draft, origin::draft), whole);
    }
    const report found = preflight(body, known);
    const std::string sentence = describe(recipients_of(found.summary()));
    CAPTURE(sentence);
    REQUIRE(fault_of(sentence, whole, whole.of) == "");
    REQUIRE(people::says_unknown(sentence) == !reached_by(whole));
    for (const repair& each : find_repairs(found)) {
      const std::string title = describe(each);
      CAPTURE(title);
      const push then = edited(whole, each);
      REQUIRE(people::fault_of_title(title, whole, then, whole.of) == "");
      REQUIRE(people::is_legal(then.of));
      const report again = preflight(text_after(each, body), known);
      REQUIRE(again.ok());
      REQUIRE(fault_of(describe(recipients_of(again.summary())), then, then.of) == "");
      ++repairs;
    }
  }

  // A patch, its draft being whatever it may be.
  void check_patch(const oracle::state& s) {
    const std::string body = oracle::body_of(s);
    CAPTURE(body);
    const context known{.mode = mode::partial, .policy = policy_};
    const report found = preflight(body, known);
    const std::string sentence = describe(recipients_of(found.summary()));
    CAPTURE(sentence);
    if (people::leaves_to_draft(sentence)) REQUIRE(s.push_scope_type == oracle::absent);
    const push patch = push_of(s, origin::body);
    bool is_known = false;
    const auto for_each_whole = [&](const oracle::state& left, auto&& visit) {
      oracle::state draft;
      for_each_draft(left, draft, 0, [&](const oracle::state& each) {
        visit(updated(push_of(each, origin::draft), patch), push_of(each, origin::draft));
      });
    };
    for_each_whole(s, [&](const push& whole, const push&) {
      is_known = is_known || reached_by(whole);
      REQUIRE(fault_of(sentence, whole, s) == "");
    });
    REQUIRE(people::says_unknown(sentence) <= (!is_known || s.push_scope_type == oracle::absent));
    for (const repair& each : find_repairs(found)) {
      const std::string title = describe(each);
      CAPTURE(title);
      const push after = edited(patch, each);
      const report again = preflight(text_after(each, body), known);
      REQUIRE(again.ok());
      const std::string result = describe(recipients_of(again.summary()));
      CAPTURE(result);
      for_each_whole(left_by(s, after.of), [&](const push& whole, const push& draft) {
        const push then = updated(draft, after);
        if (!people::is_legal(then.of)) return;
        REQUIRE(people::fault_of_title(title, whole, then, after.of) == "");
        REQUIRE(fault_of(result, then, after.of) == "");
      });
      ++repairs;
    }
  }

  std::size_t repairs = 0;

 private:
  // What both a patch and the edited patch say, so that the draft may have all else.
  static oracle::state left_by(oracle::state s, const oracle::state& after) {
    for (const oracle::field& each : oracle::fields) {
      if (after.*each.value == oracle::absent) s.*each.value = oracle::absent;
    }
    return s;
  }

  policy policy_;
};

TEST_CASE("what is said of a body that stands alone is true in every state") {
  checker all;
  for (const oracle::state& s : oracle::all_states()) all.check(s, nullptr);
  CHECK(all.repairs > 30000);
}

TEST_CASE("and so it is where warnings are errors") {
  checker all(warnings_as_errors());
  for (const oracle::state& s : oracle::all_states()) {
    all.check(s, nullptr);
    all.check_patch(s);
  }
  CHECK(all.repairs > 60000);
}

TEST_CASE("what is said of a patch is true in every state, whatever its draft") {
  checker all;
  for (const oracle::state& s : oracle::all_states()) all.check_patch(s);
  CHECK(all.repairs > 10000);
}

TEST_CASE("what is said of a patch with its draft is true in every state, for some drafts") {
  constexpr oracle::state drafts[] = {
      {.push_type = 0, .push_scope_type = 0},
      {.push_type = 0, .push_scope_type = 0, .new_staff_scope_type = 1, .chat_list = 1},
      {.push_type = 0, .push_scope_type = 1, .chat_list = 1},
      {.push_type = 0, .push_scope_type = 2, .user_list = 1},
      {.push_type = 0, .push_scope_type = 2, .department_list = 1, .chat_list = 1},
      {.push_type = 1, .push_scope_type = 3, .new_staff_scope_type = 0, .user_list = 1},
      {.push_type = 1,
       .push_scope_type = 3,
       .new_staff_scope_type = 1,
       .chat_list = 1,
       .new_staff_scope_department_list = 1},
      {.push_type = 0, .push_scope_type = 3, .user_list = 1},  // none that is legal
  };
  checker all;
  for (const oracle::state& draft : drafts) {
    for (const oracle::state& s : oracle::all_states()) all.check(s, &draft);
  }
  CHECK(all.repairs > 100000);
  checker strict(warnings_as_errors());
  for (const oracle::state& s : oracle::all_states()) strict.check(s, &drafts[1]);
  CHECK(strict.repairs > 10000);
}

}  // namespace
