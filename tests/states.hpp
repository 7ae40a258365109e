// The states of the oracle, written as bodies.

#ifndef FEISHU_HELPDESK_TESTS_STATES_HPP
#define FEISHU_HELPDESK_TESTS_STATES_HPP

#include "tests/oracle.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

inline constexpr std::size_t state_count = 7776;

inline const std::vector<state>& all_states() {
  static const std::vector<state> all = [] {
    std::vector<state> states;
    for_each_state([&](const state& s) { states.push_back(s); });
    return states;
  }();
  return all;
}

// A body in this state. A list that is not empty has one element, without fault.
inline std::string body_of(const state& s) {
  std::string body = R"({"job_name":"x","push_content":"{}")";
  const auto add = [&](std::string_view name, const std::string& value) {
    body += ",\"" + std::string(name) + "\":" + value;
  };
  const auto add_integer = [&](std::string_view name, int value) {
    if (value != absent) add(name, std::to_string(value));
  };
  const auto add_list = [&](std::string_view name, int size, const std::string& element) {
    if (size != absent) add(name, '[' + (size == 0 ? "" : element) + ']');
  };
  add_integer("push_type", s.push_type);
  add_integer("push_scope_type", s.push_scope_type);
  add_integer("new_staff_scope_type", s.new_staff_scope_type);
  add_list("user_list", s.user_list, R"({"user_id":"ou_1"})");
  add_list("department_list", s.department_list, R"({"department_id":"od-1"})");
  add_list("chat_list", s.chat_list, R"({"chat_id":"oc_1"})");
  add_list("new_staff_scope_department_list", s.new_staff_scope_department_list,
           R"({"department_id":"od-1"})");
  return body + '}';
}

}  // namespace oracle

#endif  // FEISHU_HELPDESK_TESTS_STATES_HPP
