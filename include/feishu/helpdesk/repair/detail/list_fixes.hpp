#ifndef FEISHU_HELPDESK_REPAIR_DETAIL_LIST_FIXES_HPP
#define FEISHU_HELPDESK_REPAIR_DETAIL_LIST_FIXES_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>
#include <feishu/helpdesk/repair/detail/scalar_fixes.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What is meant by a list, or an element of a list, that is written otherwise: the JSON to write.
namespace feishu::helpdesk::detail {

/// Whether an id can be one of such an object, by how it begins. A chat's always begins alike; a user's and
/// a department's may be chosen freely, but then do not look like another's.
[[nodiscard]] constexpr bool may_identify(object_kind kind, std::string_view id) noexcept {
  constexpr struct {
    std::string_view prefix;
    object_kind of;
  } known[] = {{chat_id_prefix, object_kind::chat},
               {"ou_", object_kind::user},
               {"on_", object_kind::user},
               {"od-", object_kind::department}};
  for (const auto& each : known) {
    if (id.starts_with(each.prefix)) return each.of == kind;
  }
  return kind != object_kind::chat;
}

/// Returns the element of a list that is meant by an id alone: `{"user_id":"ou_1"}` for `"ou_1"`, and
/// `{"user_id":"7"}` for 7.
[[nodiscard]] inline std::optional<std::string> meant_element(const object_info& element,
                                                              std::string_view written) {
  const bool is_string = written.starts_with('"');
  const std::string text = is_string ? unescaped(written) : std::string(written);
  const std::string_view id = trimmed(text);
  digits_matcher digits;
  digits.add(id);
  if (!is_string && !digits.is_decimal()) return std::nullopt;
  if (!is_written_as_id(id) || !may_identify(element.kind, id)) return std::nullopt;
  return '{' + in_quotes(element.fields.front().name) + ':' + in_quotes(id) + '}';
}

// Whether an object has an id, as an element of a list does.
inline bool has_id(const object_info& element, std::string_view json) {
  return !for_each_field_of(json, [&](text_span name, text_span value) {
    const bool is_id = find_field(element, unescaped(name.of(json))) == 0;
    return !is_id || json[value.begin] != '"' || value.size() == 2;
  });
}

// The values of an object whose names are numbers that rise, as a list: what is written for an array by
// languages in which an array has keys. Empty if there are other names.
inline std::string values_by_number(const object_info& element, std::string_view json) {
  std::string list = "[";
  std::size_t copied = 1;
  std::int64_t last = -1;
  const bool all = for_each_field_of(json, [&](text_span name, text_span value) {
    const std::string number = unescaped(name.of(json));
    digits_matcher digits;
    digits.add(number);
    if (!is_count(number) || digits.value() <= last) return false;
    last = digits.value();
    list += json.substr(copied, name.begin - copied);
    copied = value.end;
    if (json[value.begin] == '{') {
      list += value.of(json);
      return true;
    }
    const std::optional<std::string> made = meant_element(element, value.of(json));
    list += made.value_or("");
    return made.has_value();
  });
  if (!all || last < 0) return {};
  list += json.substr(copied, json.size() - copied - 1);
  return list += ']';
}

/// Returns the list of `element`s that is meant by an object: `[]` for `{}`, the values for
/// `{"0":…,"2":…}`, and a list of it for an element. Nothing for any other, and where it would nest too deep.
[[nodiscard]] inline std::optional<std::string> list_of_object(const object_info& element,
                                                               std::string_view json) {
  if (for_each_field_of(json, [](text_span, text_span) { return false; })) return "[]";
  if (std::string values = values_by_number(element, json); !values.empty()) return values;
  constexpr unsigned levels_around = 2;  // the body and the list
  if (!has_id(element, json) || depth_of(json) + levels_around > max_depth) return std::nullopt;
  return '[' + std::string(json) + ']';
}

/// Returns the list that is meant by an id alone.
[[nodiscard]] inline std::optional<std::string> list_of_id(const object_info& element,
                                                           std::string_view written) {
  const std::optional<std::string> only = meant_element(element, written);
  return only ? std::optional('[' + *only + ']') : std::nullopt;
}

}  // namespace feishu::helpdesk::detail

#endif
