#ifndef FEISHU_HELPDESK_REPAIR_QUICK_FIX_HPP
#define FEISHU_HELPDESK_REPAIR_QUICK_FIX_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>
#include <feishu/helpdesk/repair/detail/list_fixes.hpp>
#include <feishu/helpdesk/repair/detail/scalar_fixes.hpp>
#include <feishu/helpdesk/repair/detail/syntax_fixes.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/repair/unwrap.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is obviously meant by a value or a name that is wrong.
namespace feishu::helpdesk {

/// The one obvious change that a single diagnostic calls for.
struct quick_fix {
  /// What there is to do.
  enum class action : std::uint8_t {
    rename,     ///< the field, to `text`
    rewrite,    ///< the value, as the JSON `text`
    to_string,  ///< the same, where `text` is the string that holds the object that is here
    to_list,    ///< the same, where `text` is the list that the object that is here stands for
    unwrap,  ///< the fields of the object that is here, or of the string `text`, stand for the body
    to_json  ///< the body's text becomes JSON without what `edits` remove
  };

  action what = action::rewrite;   ///< what there is to do
  location where{};                ///< of the field or value
  std::string text{};              ///< the new name, or the new value
  std::vector<text_edit> edits{};  ///< the same as changes of the body's text
};

namespace detail {

// The action that makes a string or a list of an object.
inline quick_fix::action action_for(const message_args& types, std::string_view written) {
  if (types.actual != json_type::object || written == "[]") return quick_fix::action::rewrite;
  return types.expected == json_type::array ? quick_fix::action::to_list
                                            : quick_fix::action::to_string;
}

// An element of a list is an object.
inline std::optional<std::string> retyped_element(const diagnostic& d, std::string_view written) {
  const bool is_id = d.args().actual == json_type::string || d.args().actual == json_type::integer;
  const object_info* element = object_in(info(d.where().field()).kind);
  return is_id && element != nullptr ? meant_element(*element, written) : std::nullopt;
}

// A list, if something else is there.
inline std::optional<std::string> retyped_list(const field_info& row, json_type actual,
                                               std::string_view written) {
  const object_info& element = *object_in(row.kind);
  switch (actual) {
    case json_type::object: return list_of_object(element, written);
    case json_type::string:
    case json_type::integer: return list_of_id(element, written);
    default: return std::nullopt;
  }
}

// A string, if something else is there.
inline std::optional<std::string> retyped_string(const field_info& row, json_type actual,
                                                 std::string_view written) {
  if (actual == json_type::integer) return quoted(row.kind, written);
  const bool is_card = row.kind == field_kind::card && actual == json_type::object;
  return is_card ? std::optional(as_string(written)) : std::nullopt;
}

// What is meant by a value of the wrong type.
inline std::optional<std::string> retyped(const diagnostic& d, std::string_view written) {
  const field_info* row = d.where().described();
  if (row == nullptr) return retyped_element(d, written);
  const json_type actual = d.args().actual;
  switch (d.args().expected) {
    case json_type::integer: return meant_integer(*row, actual, written);
    case json_type::string: return retyped_string(*row, actual, written);
    case json_type::array: return retyped_list(*row, actual, written);
    default: return std::nullopt;
  }
}

inline std::optional<quick_fix> rewritten(const diagnostic& d, text_span value,
                                          std::optional<std::string> text) {
  if (!text) return std::nullopt;
  return quick_fix{
      action_for(d.args(), *text), d.where(), *text, {{value.begin, value.size(), *text}}};
}

inline std::optional<quick_fix> renamed(const diagnostic& d, std::string_view name,
                                        const source_map& body) {
  if (!d.where().in_field()) {
    const auto meant = static_cast<field>(find_field(notification_object, name));
    if (body.has(meant)) return std::nullopt;  // the field is there as well
  }
  const text_span key = value_at(body.text(), d.offset());
  return quick_fix{quick_fix::action::rename,
                   d.where(),
                   std::string(name),
                   {{key.begin, key.size(), in_quotes(name)}}};
}

// Where the wrapper says nothing else, it can go; so can the quotes around a body.
inline std::optional<quick_fix> unwrapped(const diagnostic& d, const source_map& body) {
  const std::string_view what = d.args().detail;
  if (what != "wrapper" && what != "response" && what != "string") return std::nullopt;
  const text_span inner = wrapped_value(body.text(), d.offset());
  if (inner.begin == npos) return std::nullopt;
  const text_span outer = value_at(body.text(), body.brace());
  if (what == "string") {
    const std::string text = unescaped(inner.of(body.text()));
    return quick_fix{
        quick_fix::action::unwrap, d.where(), text, {{outer.begin, outer.size(), text}}};
  }
  return quick_fix{
      quick_fix::action::unwrap,
      d.where(),
      {},
      {{outer.begin, inner.begin - outer.begin, {}}, {inner.end, outer.end - inner.end, {}}}};
}

// The object in the string that a text is.
inline std::optional<quick_fix> decoded(const diagnostic& d, std::string_view text) {
  if (d.args().cause != syntax_cause::encoded_twice || !is_json(text)) return std::nullopt;
  const text_span outer = value_at(text, d.offset());
  const std::string inner = unescaped(outer.of(text));
  return quick_fix{
      quick_fix::action::unwrap, d.where(), inner, {{outer.begin, outer.size(), inner}}};
}

// The body without a byte-order mark and trailing commas, if its text is JSON then.
inline std::optional<quick_fix> cleaned_body(const diagnostic& d, std::string_view body) {
  std::vector<text_edit> edits = syntax_fixes(d, body);
  if (edits.empty()) return std::nullopt;
  return quick_fix{quick_fix::action::to_json, d.where(), {}, std::move(edits)};
}

// The card without what makes its JSON invalid, if that is a byte-order mark or trailing commas.
inline std::optional<quick_fix> cleaned_card(const diagnostic& d, const source_map& body) {
  if (!body.has(d.where().field())) return std::nullopt;
  const text_span value = body.value_of(d.where().field());
  if (d.offset() < value.begin || d.offset() >= value.end) return std::nullopt;
  std::vector<text_edit> edits = card_syntax_fixes(d, value.of(body.text()));
  if (edits.empty()) return std::nullopt;
  std::string text = apply_edits(edits, value.of(body.text()));
  for (text_edit& each : edits) each.offset += value.begin;
  return quick_fix{quick_fix::action::rewrite, d.where(), std::move(text), std::move(edits)};
}

}  // namespace detail

/// Returns what obviously fixes this fault in this body, which is the one that was validated; nothing if it
/// is not obvious. Linear in the size of the value at fault, or of the name; of a body that is not JSON, in that
/// of the body, where nothing but its syntax is fixed.
///
/// A name of the schema replaces one that is near it, and the fields of a wrapper the wrapper. A number
/// replaces its digits in quotes or the name of its enumerator, and a string an id or a timestamp that is
/// a number. Milliseconds replace seconds, and a date and time with its zone. An object becomes the string
/// that `push_content` is, or the list that it stands for, and an id alone an element. Whitespace around ids
/// and timestamps goes, and so do a byte-order mark and trailing commas of the body or of a card.
[[nodiscard]] inline std::optional<quick_fix> find_quick_fix(const diagnostic& d,
                                                             const source_map& body) {
  const condition& broken = d.rule().violated_when;
  if (broken == observed::ill_formed) return detail::cleaned_body(d, body.text());
  if (broken == observed::not_an_object) return detail::decoded(d, body.text());
  if (!body.is_well_formed() || d.offset() >= body.text().size()) return std::nullopt;
  if (broken == observed::no_known_field) return detail::unwrapped(d, body);
  if (d.where().is_wrapped()) return std::nullopt;  // where it stands, it has no effect
  if (broken == observed::unknown_field || broken == observed::misspelt) {
    if (d.where().is_truncated()) return std::nullopt;
    const detail::suggestion meant = detail::suggest(d.where().unknown(), d.where().surroundings());
    if (meant.hint == detail::hint::did_you_mean) return detail::renamed(d, meant.name, body);
    return std::nullopt;
  }
  if (broken == observed::card_ill_formed) return detail::cleaned_card(d, body);
  const text_span value = detail::value_at(body.text(), d.offset());
  if (broken == observed::wrong_type) {
    return detail::rewritten(d, value, detail::retyped(d, value.of(body.text())));
  }
  if (broken == observed::not_milliseconds) {
    return detail::rewritten(d, value, detail::in_milliseconds(d.args().number));
  }
  if (broken == observed::not_a_timestamp) {
    return detail::rewritten(d, value, detail::meant_timestamp(value.of(body.text())));
  }
  if (broken == observed::unexpected_prefix) {
    return detail::rewritten(d, value, detail::meant_id(d.args().detail, value.of(body.text())));
  }
  return std::nullopt;
}

namespace detail {

/// Whether a quick fix makes readable what was not, and what decides who is messaged: a scope say, or the
/// whole body.
[[nodiscard]] inline bool reveals_recipients(const quick_fix& meant) {
  switch (meant.what) {
    case quick_fix::action::unwrap:
    case quick_fix::action::to_list:
    case quick_fix::action::to_json: return true;
    case quick_fix::action::to_string: return false;
    case quick_fix::action::rewrite: {
      const field_info* row = meant.where.described();
      if (row == nullptr) return true;  // an element of a list
      return row->kind == field_kind::enumeration || type_of(row->kind) == json_type::array;
    }
    case quick_fix::action::rename: break;
  }
  if (meant.where.in_field()) return false;
  const std::size_t index = detail::find_field(notification_object, meant.text);
  return facts_about(static_cast<field>(index)).size != 0;
}

/// Whether repairs had better wait: what is obviously meant by some value or name would tell more of who
/// is messaged, and so what is left to repair.
[[nodiscard]] inline bool quick_fixes_come_first(const report& found, const source_map& body) {
  for (const diagnostic& each : found) {
    const std::optional<quick_fix> meant = find_quick_fix(each, body);
    if (meant && reveals_recipients(*meant)) return true;
  }
  return false;
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
