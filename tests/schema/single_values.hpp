// Bodies that are legal but for one value: each field, of the body and of each object in it, with
// values of every kind.

#ifndef FEISHU_HELPDESK_TESTS_SCHEMA_SINGLE_VALUES_HPP
#define FEISHU_HELPDESK_TESTS_SCHEMA_SINGLE_VALUES_HPP

#include <feishu/helpdesk/model/fields.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace single_values {

namespace helpdesk = feishu::helpdesk;

inline constexpr std::string_view values[] = {"null",
                                              "true",
                                              "0",
                                              "1",
                                              "2",
                                              "3",
                                              "4",
                                              "-1",
                                              "-0",
                                              "1.5",
                                              "1.0",
                                              "1e0",
                                              "2147483647",
                                              "2147483648",
                                              "-2147483648",
                                              "-2147483649",
                                              "99999999999999999999",
                                              R"("")",
                                              R"("x")",
                                              R"("7")",
                                              R"("7x")",
                                              R"("7\n")",
                                              R"("\n7")",
                                              R"("-7")",
                                              R"("٧")",
                                              R"("9223372036854775807")",
                                              R"("9223372036854775808")",
                                              "[]",
                                              "[null]",
                                              "[7]",
                                              R"(["x"])",
                                              "[{}]",
                                              "[[]]",
                                              "{}",
                                              R"({"a": 1})"};

// The fields of an object, each as its text.
using fields = std::map<std::string, std::string, std::less<>>;

inline std::string text_of(const fields& all) {
  std::string text;
  for (const auto& [name, value] : all) {
    text += (text.empty() ? "\"" : ", \"") + name + "\": " + value;
  }
  return '{' + text + '}';
}

// Without fault, whatever its lists hold.
inline const fields legal_body = {{"job_name", R"("x")"},
                                  {"push_content", R"("{}")"},
                                  {"push_type", "1"},
                                  {"push_scope_type", "3"},
                                  {"new_staff_scope_type", "0"}};

// Calls `visit` with each of the bodies.
template <class Visit>
void for_each_body(Visit&& visit) {
  const auto visit_with = [&](std::string_view name, std::string_view value) {
    fields body = legal_body;
    body[std::string(name)] = value;
    visit(text_of(body));
  };
  for (const helpdesk::field_info& each : helpdesk::fields) {
    for (const std::string_view value : values) visit_with(each.name, value);
    const helpdesk::object_info* object = helpdesk::detail::object_in(each.kind);
    if (object == nullptr) continue;
    const bool is_list = helpdesk::detail::type_of(each.kind) == helpdesk::json_type::array;
    for (const helpdesk::field_info& inner : object->fields) {
      for (const std::string_view value : values) {
        fields inside = {{std::string(object->fields.front().name), R"("x")"}};
        inside[std::string(inner.name)] = value;
        visit_with(each.name, is_list ? '[' + text_of(inside) + ']' : text_of(inside));
      }
    }
  }
}

}  // namespace single_values

#endif  // FEISHU_HELPDESK_TESTS_SCHEMA_SINGLE_VALUES_HPP
