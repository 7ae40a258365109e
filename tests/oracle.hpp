// A second opinion on the rules. It is written from the prose of the upstream document, sentence by
// sentence, and shares nothing with the library: no table, no type, no header. Where the two
// disagree on any of the 7,776 states, one of them has misread the API reference.
//
// The combination rules see a notification only through seven fields, and of a list only whether
// it is absent, empty or not. `job_name` and `push_content` are taken as present and fine.

#ifndef FEISHU_HELPDESK_TESTS_ORACLE_HPP
#define FEISHU_HELPDESK_TESTS_ORACLE_HPP

#include <array>
#include <cstddef>
#include <string_view>

namespace oracle {

enum class mode { complete, partial };

inline constexpr int absent = -1;
inline constexpr int out_of_range = 7;  // stands for every value that an enum lacks

struct state {
  int push_type = absent;
  int push_scope_type = absent;
  int new_staff_scope_type = absent;
  int user_list = absent;  // of a list, the number of its elements
  int department_list = absent;
  int chat_list = absent;
  int new_staff_scope_department_list = absent;
};

struct finding {
  std::string_view rule;
  std::string_view severity;
  std::string_view path;

  friend constexpr bool operator==(const finding&, const finding&) = default;
};

// What is wrong with a state, in the order of the rule catalogue.
class findings {
 public:
  constexpr const finding* begin() const { return list_.data(); }
  constexpr const finding* end() const { return list_.data() + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }

  constexpr bool has(std::string_view rule) const {
    for (const finding& each : *this) {
      if (each.rule == rule) return true;
    }
    return false;
  }

  constexpr bool contains(const finding& wanted) const {
    for (const finding& each : *this) {
      if (each == wanted) return true;
    }
    return false;
  }

  constexpr void error(std::string_view rule, std::string_view path) {
    list_[size_++] = {rule, "error", path};
  }

  constexpr void warning(std::string_view rule, std::string_view path) {
    list_[size_++] = {rule, "warning", path};
  }

  // Drops every finding whose rule the others do not have.
  constexpr void keep_common(const findings& others) {
    std::size_t kept = 0;
    for (const finding& each : *this) {
      if (others.has(each.rule)) list_[kept++] = each;
    }
    size_ = kept;
  }

 private:
  std::array<finding, 24> list_{};
  std::size_t size_ = 0;
};

// "不能为空" and "必须为空" make no difference between a list that is absent and one that is `[]`.
constexpr bool is_empty(int list) { return list <= 0; }

// "必填": the two fields that every push needs. `job_name` and `push_content` are taken as present.
constexpr void check_required(const state& s, findings& found) {
  if (s.push_type == absent) found.error("required", "/push_type");
  if (s.push_scope_type == absent) found.error("required", "/push_scope_type");
}

// The API reference counts out the values of the three enums and knows no others: "0（定时推送…）
// 1（新人入职推送…）", "0：… 1：… 2：… 3：…" with "以上四种状态", and "0：组织内所有新人
// 1：组织内特定的部门". To every other rule, a value outside is unknown.
constexpr void check_enums(const state& s, findings& found) {
  const auto lies_outside = [](int value, int highest) {
    return value != absent && (value < 0 || value > highest);
  };
  if (lies_outside(s.push_type, 1)) found.error("enum-value", "/push_type");
  if (lies_outside(s.push_scope_type, 3)) found.error("enum-value", "/push_scope_type");
  if (lies_outside(s.new_staff_scope_type, 1)) found.error("enum-value", "/new_staff_scope_type");
}

constexpr void check_push_type(const state& s, findings& found) {
  switch (s.push_type) {
    case 0:  // "定时推送：push_scope不能等于3"
      if (s.push_scope_type == 3) found.error("scheduled-excludes-new-staff", "/push_scope_type");
      break;

    case 1:  // "新人入职推送：push_scope必须等于1或者3；new_staff_scope_type不能为空"
      if (s.push_scope_type == 0 || s.push_scope_type == 2) {
        found.error("new-staff-scope", "/push_scope_type");
      }
      if (s.new_staff_scope_type == absent) {
        found.error("new-staff-type-required", "/new_staff_scope_type");
      }
      // "1：组织内特定的部门（new_staff_scope_department_list 字段不能为空）"
      if (s.new_staff_scope_type == 1 && is_empty(s.new_staff_scope_department_list)) {
        found.error("new-staff-departments-required", "/new_staff_scope_department_list");
      }
      break;
  }
}

constexpr void check_push_scope(const state& s, findings& found) {
  switch (s.push_scope_type) {
    case 0:  // "组织内全部成员（user_list和department_list必须为空）"
      if (!is_empty(s.user_list)) found.error("all-members-excludes-users", "/user_list");
      if (!is_empty(s.department_list)) {
        found.error("all-members-excludes-departments", "/department_list");
      }
      break;

    case 1:  // "不推送任何成员（user_list和department_list必须为空，chat_list不可为空）"
      if (!is_empty(s.user_list)) found.error("no-members-excludes-users", "/user_list");
      if (!is_empty(s.department_list)) {
        found.error("no-members-excludes-departments", "/department_list");
      }
      if (is_empty(s.chat_list)) found.error("no-members-requires-chats", "/chat_list");
      break;

    case 2:  // "推送到部分成员（user_list或department_list不能为空）": either of the two is enough
      if (is_empty(s.user_list) && is_empty(s.department_list)) {
        found.error("some-members-requires-targets", "/push_scope_type");
      }
      break;

    case 3:  // "入职新人", and "只有在推送范围为1时，必须需要设置chat_list": nothing is forbidden
      break;
  }
}

// What the API reference does not forbid, and gives no effect either.
constexpr void check_effect(const state& s, findings& found) {
  if (s.push_type == 0) {  // "新人入职范围类型（push_type为1时生效）"
    if (s.new_staff_scope_type == 0 || s.new_staff_scope_type == 1) {
      found.warning("new-staff-fields-ignored", "/new_staff_scope_type");
    } else if (!is_empty(s.new_staff_scope_department_list)) {
      found.warning("new-staff-fields-ignored", "/new_staff_scope_department_list");
    }
  }
  if (s.push_type == 1) {
    // "0：组织内所有新人": all of them, so naming departments changes nothing
    if (s.new_staff_scope_type == 0 && !is_empty(s.new_staff_scope_department_list)) {
      found.warning("new-staff-departments-ignored", "/new_staff_scope_department_list");
    }
    // "3：入职新人" alone has no brackets that say what the two lists must be
    if (s.push_scope_type == 3) {
      if (!is_empty(s.user_list)) {
        found.warning("new-staff-lists-unspecified", "/user_list");
      } else if (!is_empty(s.department_list)) {
        found.warning("new-staff-lists-unspecified", "/department_list");
      }
    }
  }
}

constexpr findings validate_complete(const state& s) {
  findings found;
  check_required(s, found);
  check_enums(s, found);
  check_push_type(s, found);
  check_push_scope(s, found);
  check_effect(s, found);
  return found;
}

struct field {
  int state::* value;
  int highest;  // legal are 0 … highest; for a list, 0 is empty and 1 is not
};

inline constexpr std::array<field, 7> fields{{
    {&state::push_type, 1},
    {&state::push_scope_type, 3},
    {&state::new_staff_scope_type, 1},
    {&state::user_list, 1},
    {&state::department_list, 1},
    {&state::chat_list, 1},
    {&state::new_staff_scope_department_list, 1},
}};

// Tries everything that the draft may hold in the fields that the patch leaves out, from `next` on.
constexpr void keep_what_always_holds(findings& found, const state& patch, const state& merged,
                                      std::size_t next) {
  if (found.empty()) return;
  if (next == fields.size()) {
    found.keep_common(validate_complete(merged));
    return;
  }
  const auto [value, highest] = fields[next];
  const int first = patch.*value;
  const int last = first == absent ? highest : first;
  for (int possible = first; possible <= last; ++possible) {
    state one_more = merged;
    one_more.*value = possible;
    keep_what_always_holds(found, patch, one_more, next + 1);
  }
}

// A patch breaks a rule if the rule is broken whatever the draft holds. An absent field is one of
// the things that a draft may hold, so the patch by itself has all findings that can remain, and
// names their places.
constexpr findings validate_partial(const state& patch) {
  findings found = validate_complete(patch);
  keep_what_always_holds(found, patch, patch, 0);
  return found;
}

constexpr findings validate(const state& s, mode m) {
  return m == mode::complete ? validate_complete(s) : validate_partial(s);
}

// Visits all 4 × 6 × 4 × 3⁴ = 7,776 states.
template <class F>
constexpr void for_each_state(F&& visit) {
  for (const int push_type : {absent, 0, 1, out_of_range})
    for (const int scope : {absent, 0, 1, 2, 3, out_of_range})
      for (const int new_staff_scope : {absent, 0, 1, out_of_range})
        for (const int users : {absent, 0, 1})
          for (const int departments : {absent, 0, 1})
            for (const int chats : {absent, 0, 1})
              for (const int new_staff_departments : {absent, 0, 1})
                visit(state{push_type, scope, new_staff_scope, users, departments, chats,
                            new_staff_departments});
}

}  // namespace oracle

#endif  // FEISHU_HELPDESK_TESTS_ORACLE_HPP
