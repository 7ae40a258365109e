// Structs, bytes and values are judged alike, over every golden case, but for what a form cannot hold:
//
//     fault                    bytes   Boost.JSON value              struct
//     json-syntax              yes     no: it would not parse        no
//     body-type                yes     yes                           no
//     duplicate-member,        yes     no: the last occurrence is    no
//       and what an earlier              all there is
//       occurrence breaks
//     unknown-member           yes     yes; of equal names, once     no
//     member-type              yes     yes                           no
//     integer-range            yes     up to 64 bits; beyond, it     no
//                                        is a double: member-type
//     null-member              yes     yes                           no: null is absent
//     all other rules          yes     yes                           yes
//
// Values and structs know no offsets, so findings are compared as multisets.

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using golden::all_cases;
using golden::finding;
using golden::findings;
using golden::findings_of;
using golden::test_case;

// The value that a body is; none if Boost.JSON does not take the text.
std::optional<boost::json::value> value_of(std::string_view body) {
  boost::json::error_code failure;
  boost::json::parse_options strict;
  strict.max_depth = max_depth;
  boost::json::value value = boost::json::parse(body, failure, {}, strict);
  return failure ? std::nullopt : std::optional(std::move(value));
}

// A view of a notification, and the lists that it refers to.
struct viewed {
  std::vector<department_view> new_staff_departments{};
  std::vector<user_view> users{};
  std::vector<department_view> departments{};
  std::vector<chat_view> chats{};
  notification_view view{};

  explicit viewed(const notification& n) {
    view = {.id = n.id,
            .job_name = n.job_name,
            .status = n.status,
            .create_user = one(n.create_user),
            .created_at = n.created_at,
            .update_user = one(n.update_user),
            .updated_at = n.updated_at,
            .target_user_count = n.target_user_count,
            .sent_user_count = n.sent_user_count,
            .read_user_count = n.read_user_count,
            .send_at = n.send_at,
            .push_content = n.push_content,
            .push_type = n.push_type,
            .push_scope_type = n.push_scope_type,
            .new_staff_scope_type = n.new_staff_scope_type,
            .new_staff_scope_department_list =
                all(n.new_staff_scope_department_list, new_staff_departments),
            .user_list = all(n.user_list, users),
            .department_list = all(n.department_list, departments),
            .chat_list = all(n.chat_list, chats),
            .ext = n.ext};
  }
  viewed(const viewed&) = delete;
  viewed& operator=(const viewed&) = delete;

 private:
  static user_view of(const user& u) { return {u.user_id, u.avatar_url, u.name}; }
  static department_view of(const department& d) { return {d.department_id, d.name}; }
  static chat_view of(const chat& c) { return {c.chat_id, c.name}; }

  static std::optional<user_view> one(const std::optional<user>& u) {
    return u ? std::optional(of(*u)) : std::nullopt;
  }
  template <class Element, class View>
  static std::optional<std::span<const View>> all(const std::optional<std::vector<Element>>& list,
                                                  std::vector<View>& store) {
    if (!list) return std::nullopt;
    for (const Element& each : *list) store.push_back(of(each));
    return store;
  }
};

bool is_json_error(const finding& found) {
  return find_rule(found.rule)->group == rule_group::json && found.severity == "error";
}

// Whether the text names a member of one object twice.
bool repeats_a_member(const findings& sorted) {
  return std::ranges::any_of(sorted, [&](const finding& found) {
    return found.rule == "duplicate-member" ||
           (found.rule == "unknown-member" && std::ranges::count(sorted, found) > 1);
  });
}

// What is left of the findings in bytes that repeat no member, when they have become a value.
findings seen_in(const boost::json::value& value, findings in_bytes) {
  for (finding& each : in_bytes) {
    if (each.rule == "integer-range" && value.at_pointer(each.path).is_double()) {
      each.rule = "member-type";
    }
  }
  return without_offsets(in_bytes);
}

findings seen_in_structs(findings in_bytes) {
  std::erase_if(in_bytes, [](const finding& each) {
    return each.rule == "unknown-member" || each.rule == "null-member";
  });
  return in_bytes;
}

TEST_CASE("values are judged like bytes") {
  std::size_t equal = 0;
  std::size_t with_repeated_members = 0;
  std::size_t without_value = 0;
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const context known = each.context();
    const report of_bytes = preflight(each.body, known);
    const findings in_bytes = without_offsets(findings_of(of_bytes));
    const std::optional<boost::json::value> value = value_of(each.body);
    if (!value) {
      ++without_value;
      CHECK(of_bytes.has("json-syntax"));
      continue;
    }
    const report found = validate(*value, known);
    const findings in_value = without_offsets(findings_of(found));
    if (repeats_a_member(in_bytes)) {
      ++with_repeated_members;
      const report left = preflight(boost::json::serialize(*value), known);
      CHECK(in_value == without_offsets(findings_of(left)));
      CHECK(std::ranges::includes(in_bytes, in_value));
      CHECK(found.outline() == left.outline());
    } else {
      ++equal;
      CHECK(in_value == seen_in(*value, in_bytes));
      CHECK(found.outline() == of_bytes.outline());
    }
  }
  CHECK(equal > 1100);
  CHECK(with_repeated_members > 45);
  CHECK(equal + with_repeated_members + without_value == all_cases().size());
}

TEST_CASE("structs are judged like bytes") {
  std::size_t equal = 0;
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const context known = each.context();
    const report of_bytes = preflight(each.body, known);
    const findings in_bytes = without_offsets(findings_of(of_bytes));
    const outcome<notification> parsed = parse(each.body, known);
    CHECK(parsed.has_value() == std::ranges::none_of(in_bytes, is_json_error));
    if (!parsed) continue;
    ++equal;
    const viewed viewing(*parsed);
    for (const report& found : {validate(*parsed, known), validate(viewing.view, known)}) {
      CHECK(without_offsets(findings_of(found)) == seen_in_structs(in_bytes));
      CHECK(found.outline() == of_bytes.outline());
    }
    CHECK(findings_of(parsed.report()) == findings_of(of_bytes));
  }
  CHECK(equal > 900);
}

TEST_CASE("a notification survives being written down") {
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const outcome<notification> parsed = parse(each.body);
    if (!parsed) continue;  // as it must be: see above
    const outcome<notification> again = parse(serialize(*parsed));
    CHECK((again && *again == *parsed));
    CHECK(boost::json::value_to<notification>(boost::json::value_from(*parsed)) == *parsed);
    CHECK(serialize(viewed(*parsed).view) == serialize(*parsed));
  }
}

}  // namespace
