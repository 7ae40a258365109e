#ifndef FEISHU_HELPDESK_FUZZ_BODY_WRITER_HPP
#define FEISHU_HELPDESK_FUZZ_BODY_WRITER_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// Notifications as the bytes of bodies.
namespace feishu::helpdesk::fuzz {
namespace detail {

// Calls `visit(held)` with one field of an object, the `wanted`-th of its table.
template <class Object, class Visitor>
void visit_field(Object& object, std::size_t wanted, Visitor&& visit) {
  helpdesk::detail::for_each_field(object, [&](auto index, auto& held) {
    if (static_cast<std::size_t>(index) == wanted) visit(held);
  });
}

// The place of a field of the object that is at `object`.
constexpr location place_of(const location& object, const object_info& about, std::size_t index) {
  return about.kind == object_kind::notification ? location(static_cast<field>(index))
                                                 : object.nested(index);
}

// A name that somebody might write, and that is none of the object's.
inline std::string unknown_name_in(const object_info& object, choices& from) {
  std::string name;
  switch (from.below(4)) {
    case 0: name = from.pick(helpdesk::detail::strangers).name; break;
    case 1:
      for (const std::string_view other : from.pick(fields).also_written) name = other;
      break;
    case 2:
      name = from.pick(fields).name;
      name.erase(from.below(name.size()), 1);
      break;
    default: write_characters(name, from); break;
  }
  while (helpdesk::detail::find_field(object, name) != npos) name += '_';
  return name;
}

// The name of a field as it is written by mistake: in camel case, with hyphens, or as other APIs call it.
inline std::string misspelt_name_of(const field_info& row, choices& from) {
  if (!row.also_written.empty() && from.flag()) {
    return std::string(row.also_written[from.below(row.also_written.size())]);
  }
  const bool is_camel_case = from.flag();
  std::string name;
  for (std::size_t i = 0; i < row.name.size(); ++i) {
    if (row.name[i] != '_') {
      name += row.name[i];
    } else if (!is_camel_case) {
      name += '-';
    } else {
      ++i;  // no name ends with a separator
      name += static_cast<char>(row.name[i] - 'a' + 'A');
    }
  }
  return name;
}

// A value of another type than `expected`, and not null unless that may be.
inline void write_wrong_type(std::string& to, json_type expected, bool may_be_null, choices& from) {
  constexpr unsigned levels = helpdesk::detail::max_depth / 2;
  constexpr json_type types[] = {json_type::boolean, json_type::integer, json_type::number,
                                 json_type::string,  json_type::array,   json_type::object,
                                 json_type::null};
  std::size_t chosen = from.below(std::size(types) - (may_be_null ? 0 : 1));
  if (types[chosen] == expected) chosen = (chosen + 1) % (std::size(types) - 1);
  write_value(to, types[chosen], levels, from);
}

inline void write_out_of_int32(std::string& to, choices& from) {
  const bool is_negative = from.flag();
  const std::uint64_t least = (std::uint64_t{1} << 31) + (is_negative ? 1 : 0);
  if (is_negative) to += '-';
  to += std::to_string(least + from.number(static_cast<unsigned>(from.below(8))));
  to.append(from.flag() ? from.below(30) : 0, '0');
}

}  // namespace detail

/// Writes bodies in all the ways there are: texts and names escaped as they can be, blanks between tokens,
/// fields in any rotation of the table's order.
class body_writer {
 public:
  /// Refers to the choices.
  explicit body_writer(choices& from) noexcept : from_(from), is_compact_(!from.flag()) {}

  /// With a fault that no struct can hold, of what is at `place`: `fault` is one of the facts
  /// `observed::null` (of a field that is absent), `duplicate`, `wrong_type`, `out_of_int32`, `misspelt`,
  /// and `unknown_field`, of the object that has the field.
  body_writer(choices& from, facts fault, const location& place) noexcept
      : from_(from), is_compact_(!from.flag()), fault_(fault), place_(place) {}

  /// The body that says what `n` says.
  [[nodiscard]] std::string body(const notification& n) {
    whitespace();
    object(n, notification_object, {});
    whitespace();
    return std::move(text_);
  }

  /// The value of one field, as JSON.
  template <class Value>
  [[nodiscard]] std::string value_of(const Value& of, const field_info& about) {
    value(of, about, {});
    return std::move(text_);
  }

 private:
  void whitespace() {
    if (!is_compact_) write_whitespace(text_, from_);
  }

  void name(std::string_view text) {
    if (text_.back() != '{') {
      whitespace();
      text_ += ',';
    }
    whitespace();
    write_string(text_, text, from_);
    whitespace();
    text_ += ':';
    whitespace();
  }

  [[nodiscard]] bool is_faulty(condition observed, const location& here) const {
    return fault_ == helpdesk::detail::facts_of(observed) && here == place_;
  }

  template <class Object>
  void object(const Object& of, const object_info& about, const location& here) {
    const std::size_t size = about.fields.size();
    const std::size_t first = from_.below(size);
    const std::size_t extra = is_faulty(observed::unknown_field, here) ? from_.below(size) : npos;
    std::size_t repeated = npos;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_faulty(observed::duplicate, detail::place_of(here, about, i))) repeated = i;
    }
    const std::size_t again = repeated == npos ? npos : from_.below(size);
    bool is_written = false;
    text_ += '{';
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t index = (first + i) % size;
      if (i == extra) unknown_field(about);
      if (i == again) field_again(of, about, repeated, !is_written && from_.flag());
      is_written = is_written || index == repeated;
      detail::visit_field(of, index, [&](const auto& held) {
        write_field(held, about.fields[index], detail::place_of(here, about, index));
      });
    }
    whitespace();
    text_ += '}';
  }

  template <class Held>
  void write_field(const Held& held, const field_info& about, const location& here) {
    if (is_faulty(observed::null, here)) {
      name(about.name);
      text_ += "null";
    } else if (is_faulty(observed::wrong_type, here)) {
      name(about.name);
      detail::write_wrong_type(text_, helpdesk::detail::type_of(about.kind), false, from_);
    } else if (is_faulty(observed::out_of_int32, here)) {
      name(about.name);
      detail::write_out_of_int32(text_, from_);
    } else if (is_faulty(observed::misspelt, here)) {
      name(detail::misspelt_name_of(about, from_));
      value(*held, about, {});
    } else if (held) {
      name(about.name);
      value(*held, about, here);
    }
  }

  void unknown_field(const object_info& about) {
    name(detail::unknown_name_in(about, from_));
    write_any_value(text_, helpdesk::detail::max_depth / 2, from_);
  }

  // Of two occurrences the last counts, so only the first may be null.
  template <class Object>
  void field_again(const Object& of, const object_info& about, std::size_t index, bool is_null) {
    name(about.fields[index].name);
    if (is_null) {
      text_ += "null";
      return;
    }
    detail::visit_field(of, index,
                        [&](const auto& held) { value(*held, about.fields[index], {}); });
  }

  template <class Value>
  void value(const Value& of, const field_info& about, const location& here) {
    if constexpr (std::is_same_v<Value, std::string>) {
      write_string(text_, of, from_);
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      const auto number = static_cast<std::int64_t>(of);
      if (number == 0 && from_.flag()) text_ += '-';
      text_ += std::to_string(number);
    } else if constexpr (requires { of.begin(); }) {
      text_ += '[';
      for (std::size_t i = 0; i < of.size(); ++i) {
        if (i != 0) text_ += ',';
        whitespace();
        element(of[i], *helpdesk::detail::object_in(about.kind), here.element(i));
      }
      whitespace();
      text_ += ']';
    } else {
      object(of, *helpdesk::detail::object_in(about.kind), here);
    }
  }

  template <class Object>
  void element(const Object& of, const object_info& about, const location& here) {
    if (is_faulty(observed::wrong_type, here)) {
      detail::write_wrong_type(text_, json_type::object, true, from_);
    } else {
      object(of, about, here);
    }
  }

  choices& from_;
  bool is_compact_;
  facts fault_ = 0;
  location place_{};
  std::string text_{};
};

/// The body of a request that says what a notification says, written as chosen. Text that is not UTF-8
/// stays so, and makes the body ill-formed.
[[nodiscard]] inline std::string write_body(const notification& n, choices& from) {
  return body_writer(from).body(n);
}

}  // namespace feishu::helpdesk::fuzz

#endif
