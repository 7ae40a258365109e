#ifndef FEISHU_HELPDESK_JSON_SCHEMA_HPP
#define FEISHU_HELPDESK_JSON_SCHEMA_HPP

#include <feishu/helpdesk/json/detail/schema_limits.hpp>
#include <feishu/helpdesk/json/detail/schema_of_facts.hpp>
#include <feishu/helpdesk/json/detail/schema_words.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// The two tables as a JSON Schema.
namespace feishu::helpdesk {
namespace detail {

// No character but digits: `$` would let a line's end by in some dialects of regular expressions.
inline boost::json::object anything_but_digits() {
  return {{"type", "string"}, {"pattern", "[^0-9]"}};
}

// Who writes schemas for fields of one kind of object.
class schema_writer {
 public:
  explicit schema_writer(mode m) : mode_(m) {}

  // An object; `first_is_id` if it is an element of a list, which needs its id.
  [[nodiscard]] boost::json::object object(const object_info& kind, bool first_is_id) const {
    boost::json::array required;
    boost::json::object properties;
    for (const field_info& each : kind.fields) {
      const bool is_id = first_is_id && &each == kind.fields.data();
      const bool is_demanded = is_id || (each.required && mode_ == mode::complete);
      if (is_demanded) required.emplace_back(each.name);
      properties[each.name] = field_schema(each, is_id || each.required, !is_demanded);
    }
    boost::json::object schema{{"title", kind.name}, {"type", "object"}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["properties"] = std::move(properties);
    return schema;
  }

 private:
  [[nodiscard]] boost::json::object field_schema(const field_info& m, bool must_not_be_empty,
                                                 bool may_be_null) const {
    boost::json::object schema;
    const json_type type = type_of(m.kind);
    if (const object_info* inner = object_in(m.kind); inner && type == json_type::object) {
      schema = object(*inner, false);
    } else if (inner) {
      schema["items"] = object(*inner, true);
    } else if (m.kind == field_kind::enumeration) {
      schema["oneOf"] = values(m.values, may_be_null);
    } else if (type == json_type::integer) {
      schema["minimum"] = (std::numeric_limits<std::int32_t>::min)();
      schema["maximum"] = (std::numeric_limits<std::int32_t>::max)();
    } else if (m.kind == field_kind::timestamp) {
      schema["not"] = anything_but_digits();
    } else if (must_not_be_empty) {
      schema["minLength"] = 1;
    }
    if (m.kind == field_kind::card) schema["contentMediaType"] = "application/json";
    if (m.by == assigned_by::server) schema["readOnly"] = true;
    return described(m, type, may_be_null, std::move(schema));
  }

  static boost::json::object described(const field_info& m, json_type type, bool may_be_null,
                                       boost::json::object rest) {
    boost::json::object schema;
    add_localized(schema, "description", m.description);
    const boost::json::string name(schema_name_of(type));
    schema["type"] = may_be_null ? boost::json::value(boost::json::array{name, "null"}) : name;
    for (auto& each : rest) schema.emplace(each.key(), std::move(each.value()));
    return schema;
  }

  static boost::json::array values(std::span<const enumerator> all, bool may_be_null) {
    boost::json::array schemas;
    for (const enumerator& each : all) {
      boost::json::object value{{"const", each.value}, {"title", each.name}};
      add_localized(value, "description", each.meaning);
      schemas.emplace_back(std::move(value));
    }
    if (may_be_null) schemas.emplace_back(boost::json::object{{"type", "null"}});
    return schemas;
  }

  mode mode_;
};

inline boost::json::object citation_of(const rule& r) {
  const localized_text& text = r.citation.text;
  boost::json::object citation{{"source", name_of(r.citation.from)}, {"text", text.en}};
  if (text.zh != text.en) citation["x-text-zh"] = text.zh;
  return citation;
}

// A body that is empty or has one of the fields. In a complete body, the required fields are demanded anyway.
inline boost::json::object schema_of_known_fields() {
  boost::json::array known{boost::json::object{{"maxProperties", 0}}};
  for (const field_info& each : fields) {
    known.emplace_back(boost::json::object{
        {"required", boost::json::array{each.name}},
        {"properties", boost::json::object{{each.name, boost::json::object()}}}});
  }
  return {{"anyOf", std::move(known)}};
}

// What a rule over the body as a whole demands; nothing for another rule.
inline boost::json::object schema_of_rule(const rule& r, mode m) {
  if (r.violated_when == observed::no_known_field && m == mode::partial) {
    return schema_of_known_fields();
  }
  if (!is_about_the_body(r.violated_when) || !schema_says(r, m)) return {};
  return schema_against(as_known_in(m, r.violated_when));
}

// A message up to the reason, which only a diagnostic has.
constexpr localized_text without_reason(const localized_text& message) noexcept {
  return {message.en.substr(0, message.en.find("{reason}")),
          message.zh.substr(0, message.zh.find("{reason}"))};
}

// The rules over the body as a whole; those between fields have an `if` and a `then`.
inline boost::json::array schemas_of_rules(mode m) {
  boost::json::array all;
  for (const rule& each : rules) {
    if (each.severity != severity::error) continue;
    boost::json::object demand = schema_of_rule(each, m);
    if (demand.empty()) continue;
    boost::json::object schema{{"x-rule", each.id}};
    add_localized(schema, "description", without_reason(each.message));
    schema["x-citation"] = citation_of(each);
    for (auto& part : demand) schema.emplace(part.key(), std::move(part.value()));
    all.emplace_back(std::move(schema));
  }
  return all;
}

inline boost::json::object to_object(const rule& r, const schema_limit& limit) {
  boost::json::object told{{"rule", r.id}, {"checked-on", limit.checked_on}};
  add_localized(told, "reason", limit.reason);
  return told;
}

inline void add_limits(boost::json::object& schema, mode m) {
  boost::json::array whole;
  boost::json::array partly;
  for (const rule& each : rules) {
    if (each.severity != severity::error) continue;
    if (const schema_limit* limit = schema_limit_of(each, m)) {
      whole.emplace_back(to_object(each, *limit));
    } else if (const schema_limit* exception = schema_exception_of(each)) {
      partly.emplace_back(to_object(each, *exception));
    }
  }
  schema["x-not-expressed"] = std::move(whole);
  schema["x-partly-expressed"] = std::move(partly);
}

inline constexpr localized_text titles_of_bodies[] = {
    {"The body of \"update notification\", standing alone", "“更新推送”的请求体，单独成立"},
    {"The body of \"update notification\", changing part of a draft",
     "“更新推送”的请求体，只修改草稿的一部分"},
};

}  // namespace detail

/// The error rules as a JSON Schema (2020-12, in keywords that draft 7 has too): what the fields are,
/// in both languages, and in `allOf` each rule between fields, with its id, message and citation
/// beside it. Null is allowed where it counts as absent.
///
/// `x-not-expressed` lists the error rules that a schema cannot say, and why; `x-partly-expressed`
/// those that it says but for a few values.
[[nodiscard]] inline boost::json::value json_schema(mode m) {
  boost::json::object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  detail::add_localized(schema, "description",
                        detail::titles_of_bodies[static_cast<std::size_t>(m)]);
  boost::json::object body = detail::schema_writer(m).object(notification_object, false);
  for (auto& each : body) schema.emplace(each.key(), std::move(each.value()));
  schema["allOf"] = detail::schemas_of_rules(m);
  detail::add_limits(schema, m);
  return schema;
}

}  // namespace feishu::helpdesk

#endif
