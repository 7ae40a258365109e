#ifndef FEISHU_HELPDESK_JSON_CONVERT_HPP
#define FEISHU_HELPDESK_JSON_CONVERT_HPP

#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <boost/json/array.hpp>
#include <boost/json/conversion.hpp>
#include <boost/json/error.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>  // IWYU pragma: export
#include <boost/json/value_to.hpp>    // IWYU pragma: export

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Boost.JSON's `value_from` and `value_to` for the structs.
///
/// To a value: a field that is absent is left out, an empty list is written as `[]`. From a value:
/// null counts as absent, fields that the schema does not know are passed over, and a value of a
/// wrong type, or beyond 32 bits, is an error. Nothing else is validated.
namespace feishu::helpdesk {
namespace detail {

// The name of what `for_each_field` visits: a field, or a place in the object's table.
template <class Object, class Index>
constexpr std::string_view name_of_field(Index at) {
  return object_of<Object>().fields[static_cast<std::size_t>(at)].name;
}

template <class Object>
void write_object(boost::json::value& to, const Object& object);

template <class Value>
void write_value(boost::json::value& to, const Value& from) {
  if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
    to = boost::json::string(std::string_view(from), to.storage());
  } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
    to = static_cast<std::int64_t>(from);
  } else if constexpr (requires { from.begin(); }) {
    boost::json::array& list = to.emplace_array();
    for (const auto& each : from) write_object(list.emplace_back(nullptr), each);
  } else {
    write_object(to, from);
  }
}

template <class Object>
void write_object(boost::json::value& to, const Object& object) {
  boost::json::object& written = to.emplace_object();
  for_each_field(object, [&](auto index, const auto& value) {
    if (value) write_value(written[name_of_field<Object>(index)], *value);
  });
}

// Each returns whether the value had the type, and range, that is wanted.
template <class Element>
bool read_value(const boost::json::value& from, std::vector<Element>& to);

inline bool read_value(const boost::json::value& from, std::string& to) {
  const boost::json::string* text = from.if_string();
  if (text != nullptr) to.assign(text->data(), text->size());
  return text != nullptr;
}

template <class Integer>
  requires(std::is_enum_v<Integer> || std::is_integral_v<Integer>)
bool read_value(const boost::json::value& from, Integer& to) {
  if (from.is_double()) return false;  // 1.0 is no integer
  boost::json::error_code failure;
  const auto number = from.to_number<std::int32_t>(failure);
  if (failure) return false;
  to = static_cast<Integer>(number);
  return true;
}

template <class Object>
  requires requires(Object& o) { for_each_field(o, [](auto, auto&) {}); }
bool read_value(const boost::json::value& from, Object& to) {
  const boost::json::object* source = from.if_object();
  if (source == nullptr) return false;
  bool all_read = true;
  for_each_field(to, [&](auto index, auto& value) {
    const boost::json::value* found = source->if_contains(name_of_field<Object>(index));
    if (found == nullptr || found->is_null()) return;
    all_read = read_value(*found, value.emplace()) && all_read;
  });
  return all_read;
}

template <class Element>
bool read_value(const boost::json::value& from, std::vector<Element>& to) {
  const boost::json::array* list = from.if_array();
  if (list == nullptr) return false;
  to.reserve(list->size());
  for (const boost::json::value& each : *list) {
    if (!read_value(each, to.emplace_back())) return false;
  }
  return true;
}

template <class Object>
boost::json::result<Object> read_object(const boost::json::value& from) {
  Object object;
  if (!read_value(from, object)) {
    return boost::json::make_error_code(boost::json::error::incomplete);
  }
  return object;
}

}  // namespace detail

/// A notification as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_notification<Form>& n) {
  detail::write_object(to, n);
}
/// A user as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_user<Form>& u) {
  detail::write_object(to, u);
}
/// A department as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_department<Form>& d) {
  detail::write_object(to, d);
}
/// A chat as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_chat<Form>& c) {
  detail::write_object(to, c);
}

/// A notification out of a value.
inline boost::json::result<notification> tag_invoke(
    const boost::json::try_value_to_tag<notification>&, const boost::json::value& from) {
  return detail::read_object<notification>(from);
}
/// A user out of a value.
inline boost::json::result<user> tag_invoke(const boost::json::try_value_to_tag<user>&,
                                            const boost::json::value& from) {
  return detail::read_object<user>(from);
}
/// A department out of a value.
inline boost::json::result<department> tag_invoke(const boost::json::try_value_to_tag<department>&,
                                                  const boost::json::value& from) {
  return detail::read_object<department>(from);
}
/// A chat out of a value.
inline boost::json::result<chat> tag_invoke(const boost::json::try_value_to_tag<chat>&,
                                            const boost::json::value& from) {
  return detail::read_object<chat>(from);
}

}  // namespace feishu::helpdesk

#endif
