#ifndef FEISHU_HELPDESK_REPAIR_QUICK_FIX_HPP
#define FEISHU_HELPDESK_REPAIR_QUICK_FIX_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is obviously meant by a value or a name that is wrong.
namespace feishu::helpdesk {

/// The one obvious change that a single diagnostic calls for.
struct quick_fix {
  /// What there is to do.
  enum class action : std::uint8_t {
    rename,   ///< the field, to `text`
    rewrite,  ///< the value, as the JSON `text`
    unwrap    ///< the fields of the object that is here stand for the body
  };

  action what = action::rewrite;   ///< what there is to do
  location where{};                ///< of the field or value
  std::string text{};              ///< the new name, or the new value
  std::vector<text_edit> edits{};  ///< the same as changes of the body's text
};

namespace detail {

// Decimal digits without ornament, of a number that fits in 32 bits.
inline bool is_count(std::string_view text) {
  digits_matcher digits;
  digits.add(text);
  return !text.empty() && digits.is_number() &&
         digits.value() <= (std::numeric_limits<std::int32_t>::max)() &&
         std::to_string(digits.value()) == text;
}

// Whether a field can hold this number: else the next complaint would be about that.
inline bool is_value_of(const field_info& row, std::string_view count) {
  for (const enumerator& each : row.values) {
    if (std::to_string(each.value) == count) return true;
  }
  return row.values.empty();
}

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

inline bool is_id(field_kind kind) noexcept {
  return kind == field_kind::notification_id || kind == field_kind::user_id ||
         kind == field_kind::department_id || kind == field_kind::chat_id;
}

// A time stamp, in whatever unit, in milliseconds.
inline std::optional<std::string> in_milliseconds(std::int64_t number) {
  constexpr std::int64_t step = 1000;
  if (number < least_milliseconds) {
    number *= step;
  } else {
    while (number >= least_microseconds) number /= step;
  }
  if (number < least_milliseconds) return std::nullopt;
  return in_quotes(std::to_string(number));
}

// A number that should have been a text, at once in the unit that is wanted: else the next complaint
// would be about that.
inline std::optional<std::string> quoted(field_kind kind, std::string_view number) {
  if (is_id(kind)) return in_quotes(number);
  if (kind != field_kind::timestamp) return std::nullopt;
  digits_matcher digits;
  digits.add(number);
  return digits.is_number() ? in_milliseconds(digits.value()) : std::nullopt;
}

// `"0"` and `0.0` for 0; `1700000000000` for "1700000000000".
inline std::optional<std::string> retyped(const diagnostic& d, std::string_view written) {
  const field_info* row = d.where().described();
  if (row == nullptr) return std::nullopt;
  const message_args& more = d.args();
  if (more.expected == json_type::string && more.actual == json_type::integer) {
    return quoted(row->kind, written);
  }
  if (more.expected != json_type::integer) return std::nullopt;
  if (more.actual == json_type::string) {
    written = written.substr(1, written.size() - 2);
  } else if (more.actual == json_type::number) {
    const std::size_t point = written.find('.');
    if (point == npos || written.find_first_not_of('0', point + 1) != npos) return std::nullopt;
    written = written.substr(0, point);
  }
  const bool is_meant = is_count(written) && is_value_of(*row, written);
  return is_meant ? std::optional(std::string(written)) : std::nullopt;
}

inline std::optional<quick_fix> rewritten(const diagnostic& d, text_span value,
                                          std::optional<std::string> text) {
  if (!text) return std::nullopt;
  return quick_fix{
      quick_fix::action::rewrite, d.where(), *text, {{value.begin, value.size(), *text}}};
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

// Where the wrapper is all there is, its braces can go.
inline std::optional<quick_fix> unwrapped(const diagnostic& d, const source_map& body) {
  const text_span inner = body.only_value();
  if (inner.begin == npos || body.text()[inner.begin] != '{') return std::nullopt;
  const text_span outer = value_at(body.text(), body.brace());
  return quick_fix{
      quick_fix::action::unwrap,
      d.where(),
      {},
      {{outer.begin, inner.begin - outer.begin, {}}, {inner.end, outer.end - inner.end, {}}}};
}

}  // namespace detail

/// What obviously fixes this fault in this body, which is the one that was validated: a name of the schema
/// for one that is near it, a number for its digits in quotes and the reverse, milliseconds for seconds,
/// the body for its wrapper. Nothing if it is not obvious, or the body is not well-formed.
[[nodiscard]] inline std::optional<quick_fix> find_quick_fix(const diagnostic& d,
                                                             const source_map& body) {
  if (!body.is_well_formed() || d.offset() >= body.text().size()) return std::nullopt;
  const condition& broken = d.rule().violated_when;
  if (broken == observed::unknown_field) {
    if (d.where().is_truncated()) return std::nullopt;
    const detail::suggestion meant = detail::suggest(d.where().unknown(), d.where().surroundings());
    if (meant.hint == detail::hint::did_you_mean) return detail::renamed(d, meant.name, body);
    if (meant.hint == detail::hint::wrapper) return detail::unwrapped(d, body);
    return std::nullopt;
  }
  const text_span value = detail::value_at(body.text(), d.offset());
  if (broken == observed::wrong_type) {
    return detail::rewritten(d, value, detail::retyped(d, value.of(body.text())));
  }
  if (broken == observed::not_milliseconds) {
    return detail::rewritten(d, value, detail::in_milliseconds(d.args().number));
  }
  return std::nullopt;
}

namespace detail {

/// Whether a quick fix makes readable what was not, and what decides who is messaged: a scope say, or the
/// whole body.
[[nodiscard]] inline bool reveals_recipients(const quick_fix& meant) {
  switch (meant.what) {
    case quick_fix::action::unwrap: return true;
    case quick_fix::action::rewrite: {
      const field_info* row = meant.where.described();
      return row != nullptr && row->kind == field_kind::enumeration;
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
