// One result, three forms: what a body is as a value and as a struct, and what is left of the
// findings in its bytes there (docs/forms.md).

#ifndef FEISHU_HELPDESK_TESTS_FORMS_HPP
#define FEISHU_HELPDESK_TESTS_FORMS_HPP

#include "tests/findings.hpp"
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forms {

using namespace feishu::helpdesk;
using golden::finding;
using golden::findings;

// The value that a body is; none if Boost.JSON does not take the text.
inline std::optional<boost::json::value> value_of(std::string_view body) {
  boost::json::error_code failure;
  boost::json::parse_options strict;
  strict.max_depth = detail::max_depth;
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

inline bool is_json_error(const finding& found) {
  const rule* broken = find_rule(found.rule);
  return broken != nullptr && broken->group == rule_group::json && found.severity == "error";
}

inline bool has(const findings& sorted, std::string_view rule) {
  return std::ranges::any_of(sorted, [&](const finding& each) { return each.rule == rule; });
}

// Whether the finding is about a name, so that it does not keep the rest from becoming a struct.
inline bool is_about_a_name(const finding& found) {
  return found.rule == "no-known-field" || found.rule == "misspelt-field";
}

// Whether the text may name a field of one object twice.
inline bool has_duplicate_field(const findings& sorted) {
  return std::ranges::any_of(sorted, [&](const finding& found) {
    if (found.rule == "duplicate-field") return true;
    // More unknown names than are kept, and no other: the first few are not reported.
    if (found.rule == "no-known-field") return has(sorted, "unknown-field");
    return (found.rule == "unknown-field" || found.rule == "misspelt-field") &&
           std::ranges::count(sorted, found) > 1;
  });
}

// What is left of the findings in bytes that repeat no field, when they have become a value.
inline findings seen_in(const boost::json::value& value, findings in_bytes) {
  for (finding& each : in_bytes) {
    if (each.rule == "integer-range" && value.at_pointer(each.path).is_double()) {
      each.rule = "field-type";
    }
  }
  return without_offsets(in_bytes);
}

// `is_empty`: nulls are no fields of a struct, so one of nulls is empty.
inline findings seen_in_structs(findings in_bytes, bool is_empty) {
  const bool has_nulls = has(in_bytes, "null-field");
  std::erase_if(in_bytes, [](const finding& each) {
    return each.rule == "unknown-field" || each.rule == "null-field";
  });
  if (is_empty && has_nulls) {
    in_bytes.push_back({"empty-body", "warning", "", npos});
    std::ranges::sort(in_bytes);
  }
  return in_bytes;
}

}  // namespace forms

#endif
