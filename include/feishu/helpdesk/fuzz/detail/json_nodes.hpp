#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_JSON_NODES_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_JSON_NODES_HPP

#include <feishu/helpdesk/detail/engine/card_validator.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The values of a JSON text, at all depths, as places where it can be changed.
namespace feishu::helpdesk::fuzz {

/// What a text is: a body, or a card, of which the schema says nothing.
enum class dialect : std::uint8_t {
  body,  ///< of a notification
  card   ///< of a message
};

/// A value, and what the schema says of it.
struct json_node {
  std::size_t begin = 0;          ///< of the value, in the text
  std::size_t name_begin = npos;  ///< of its name; `npos` for an element, and for all of the text
  json_type type = json_type::null;         ///< of the value
  helpdesk::detail::number_token number{};  ///< the value, if it is a number
  unsigned depth = 0;                       ///< how many levels are open around it
  const object_info* around = nullptr;      ///< the object of the schema that it is a field of
  std::size_t field_index = npos;           ///< which of that object's fields
  const object_info* within = nullptr;      ///< the object of the schema that it is, or lists

  /// Whether it is a field of an object.
  [[nodiscard]] constexpr bool is_named() const noexcept { return name_begin != npos; }
  /// Whether it is all of the text.
  [[nodiscard]] constexpr bool is_whole() const noexcept { return depth == 0; }
  /// Whether there may be other values in it.
  [[nodiscard]] constexpr bool is_container() const noexcept {
    return type == json_type::array || type == json_type::object;
  }
  /// The row of the field table about it; null if there is none.
  [[nodiscard]] constexpr const field_info* about() const noexcept {
    return field_index == npos ? nullptr : &around->fields[field_index];
  }
  /// Whether it is a field that should hold a card.
  [[nodiscard]] constexpr bool is_card() const noexcept {
    return about() != nullptr && about()->kind == field_kind::card;
  }
  /// Where its value stands in the text that it is of.
  [[nodiscard]] constexpr text_span value(std::string_view text) const noexcept {
    return helpdesk::detail::value_at(text, begin);
  }
  /// Where it stands, name and all.
  [[nodiscard]] constexpr text_span item(std::string_view text) const noexcept {
    return {is_named() ? name_begin : begin, value(text).end};
  }
};

namespace detail {

// A handler for the reader, which calls `visit(node)` for each value and goes on if that says so.
template <class Visitor>
class node_finder : public helpdesk::detail::ignore_events {
 public:
  node_finder(dialect what, Visitor& visit) noexcept : what_(what), visit_(visit) {}

  bool begin_object(std::size_t offset) { return open(offset, json_type::object); }
  bool begin_array(std::size_t offset) { return open(offset, json_type::array); }
  bool end_object(std::size_t) { return close(); }
  bool end_array(std::size_t) { return close(); }

  bool begin_name(std::size_t offset) {
    name_begin_ = offset;
    name_ = helpdesk::detail::truncated_name();
    return true;
  }
  bool name_text(std::string_view piece) {
    name_.append(piece);
    return true;
  }

  bool begin_string(std::size_t offset) { return visit_(take(offset, json_type::string)); }
  bool number(std::size_t offset, const helpdesk::detail::number_token& token) {
    json_node found = take(offset, token.is_integer ? json_type::integer : json_type::number);
    found.number = token;
    return visit_(found);
  }
  bool boolean(std::size_t offset) { return visit_(take(offset, json_type::boolean)); }
  bool null(std::size_t offset) { return visit_(take(offset, json_type::null)); }

 private:
  // What a container holds: the fields of an object of the schema, or such objects.
  struct level {
    const object_info* object = nullptr;
    bool is_list = false;
  };
  static constexpr unsigned levels_of_schema = 3;  // the body, a list, its elements

  json_node take(std::size_t offset, json_type type) {
    json_node found{.begin = offset, .name_begin = name_begin_, .type = type, .depth = depth_};
    name_begin_ = npos;
    const level outer = depth_ <= levels_of_schema ? levels_[depth_] : level();
    if (outer.is_list) {
      if (type == json_type::object) found.within = outer.object;
    } else if (outer.object != nullptr) {
      found.around = outer.object;
      found.field_index = helpdesk::detail::find_field(*outer.object, name_.text());
      const field_info* about = found.about();
      if (about != nullptr && helpdesk::detail::type_of(about->kind) == type) {
        found.within = helpdesk::detail::object_in(about->kind);
      }
    } else if (depth_ == 0 && what_ == dialect::body && type == json_type::object) {
      found.within = &notification_object;
    }
    return found;
  }

  bool open(std::size_t offset, json_type type) {
    const json_node found = take(offset, type);
    if (++depth_ <= levels_of_schema) levels_[depth_] = {found.within, type == json_type::array};
    return visit_(found);
  }
  bool close() {
    --depth_;
    name_begin_ = npos;
    return true;
  }

  dialect what_;
  Visitor& visit_;
  unsigned depth_ = 0;
  level levels_[levels_of_schema + 1]{};
  std::size_t name_begin_ = npos;
  helpdesk::detail::truncated_name name_{};
};

}  // namespace detail

/// Calls `visit(node)` for each value of a text, in order, until that answers false. Returns whether the
/// text was read to its end, and is well-formed.
template <class Visitor>
bool for_each_node(std::string_view text, dialect what, Visitor&& visit) {
  detail::node_finder<Visitor> finder(what, visit);
  helpdesk::detail::reader reading;
  return reading.write(text, finder, 0) && reading.finish(finder, text.size());
}

/// Whether a text is JSON.
[[nodiscard]] inline bool is_well_formed(std::string_view text) {
  return for_each_node(text, dialect::card, [](const json_node&) { return true; });
}

/// One of the values of a well-formed text that `accept` accepts, as chosen; none if there is none.
template <class Accept>
[[nodiscard]] std::optional<json_node> any_node(std::string_view text, dialect what, choices& from,
                                                Accept&& accept) {
  std::size_t count = 0;
  for_each_node(text, what, [&](const json_node& each) {
    count += accept(each) ? 1 : 0;
    return true;
  });
  if (count == 0) return std::nullopt;
  std::size_t left = from.below(count);
  std::optional<json_node> found;
  for_each_node(text, what, [&](const json_node& each) {
    if (accept(each) && left-- == 0) found = each;
    return !found;
  });
  return found;
}

/// How many levels a well-formed value nests: 0 for a scalar.
[[nodiscard]] inline unsigned height_of(std::string_view value) {
  unsigned height = 0;
  for_each_node(value, dialect::card, [&](const json_node& each) {
    const unsigned levels = each.depth + (each.is_container() ? 1 : 0);
    if (levels > height) height = levels;
    return true;
  });
  return height;
}

/// Whether a text is that of one JSON object, as a card must be.
[[nodiscard]] inline bool is_card(std::string_view text) {
  helpdesk::detail::card_checker checking;
  checking.begin();
  checking.write(text, {});
  checking.finish(text.size());
  return checking.error() == syntax_error::none;
}

}  // namespace feishu::helpdesk::fuzz

#endif
