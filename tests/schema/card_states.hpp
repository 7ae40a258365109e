// Cards that are made from the tables, each with what the exported schema must say of it.

#ifndef FEISHU_HELPDESK_TESTS_SCHEMA_CARD_STATES_HPP
#define FEISHU_HELPDESK_TESTS_SCHEMA_CARD_STATES_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/enumerations.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schema_test {

using namespace feishu::helpdesk;
namespace json = boost::json;

// Takes a name, a card, and whether the schema must accept it.
using card_sink = std::function<void(const std::string&, const json::value&, bool)>;

inline json::object smallest(const card_object_info& object);

inline bool is_in(card_slot slot, card_slots all) { return (all & set_of({slot})) != 0; }

// The first object that a slot is documented for.
inline const card_object_info& first_in(card_slot slot) {
  return *std::ranges::find_if(card_objects,
                               [slot](const auto& each) { return is_in(slot, each.allowed_in); });
}

inline json::value of_type(json_type type) {
  switch (type) {
    case json_type::boolean: return true;
    case json_type::integer: return 1;
    case json_type::number: return 1.5;
    case json_type::string: return "a";
    case json_type::array: return json::array();
    case json_type::object: return json::object();
    default: return nullptr;
  }
}

inline bool has_type(json_types types, std::size_t type) { return (types >> type & 1U) != 0; }
constexpr std::size_t type_count = static_cast<std::size_t>(json_type::object) + 1;

inline json::value one_value(const card_field& field) {
  if (field.value == card_value::object) return smallest(info(field.object));
  if (field.value == card_value::element) return smallest(first_in(field.slot));
  const auto values = info(field.enumeration).values;
  if (field.value == card_value::choice && !values.empty()) return json::string(values[0]);
  if (field.value == card_value::boolean) return true;
  if (field.value == card_value::number) return 1;
  if (field.value != card_value::data) return "a";
  std::size_t type = 0;
  while (!has_type(field.types, type)) ++type;
  return of_type(static_cast<json_type>(type));
}

// A value as a field holds it.
inline json::value shaped(const card_field& field, json::value one) {
  switch (field.shape) {
    case card_shape::list: return json::array{std::move(one)};
    case card_shape::by_language: return json::object{{"zh_cn", std::move(one)}};
    case card_shape::list_by_language: return json::object{{"zh_cn", json::array{std::move(one)}}};
    case card_shape::by_name: return json::object{{"any", std::move(one)}};
    default: return one;
  }
}

inline json::value sample(const card_field& field) { return shaped(field, one_value(field)); }

inline json::object smallest(const card_object_info& object) {
  json::object made;
  if (!object.tag.empty()) made["tag"] = object.tag;
  for (const card_field& each : object.fields) {
    if (each.presence != card_presence::optional && each.value != card_value::tag) {
      made[each.name] = sample(each);
    }
  }
  return made;
}

// How a card comes to have each object and each slot: the object and the field that have them.
class card_paths {
 public:
  card_paths()
      : objects_(card_objects.size()), slots_(static_cast<std::size_t>(card_slot::fallback) + 1) {
    std::vector<const card_object_info*> open{card_objects.data()};
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (const card_field& each : open[i]->fields) {
        if (each.value == card_value::element) add(slots_, each.slot, {open[i], &each});
        for (const card_object_info& inner : card_objects) {
          if (is_held_by(inner, each) && add(objects_, inner.kind, {open[i], &each})) {
            open.push_back(&inner);
          }
        }
      }
    }
  }

  // A card that has this object.
  [[nodiscard]] json::value around(const card_object_info& object, json::value inner) const {
    if (object.kind == card_object::root) return inner;
    return within(objects_.at(static_cast<std::size_t>(object.kind)), std::move(inner));
  }
  // A card that has this in a slot.
  [[nodiscard]] json::value around(card_slot slot, json::value inner) const {
    return within(slots_.at(static_cast<std::size_t>(slot)), std::move(inner));
  }

 private:
  struct step {
    const card_object_info* object = nullptr;
    const card_field* field = nullptr;
  };

  static bool is_held_by(const card_object_info& inner, const card_field& field) {
    if (inner.kind == card_object::root) return false;
    if (field.value == card_value::object) return field.object == inner.kind;
    return field.value == card_value::element && is_in(field.slot, inner.allowed_in);
  }

  template <class Key>
  static bool add(std::vector<step>& to, Key key, step found) {
    step& known = to.at(static_cast<std::size_t>(key));
    if (known.object != nullptr) return false;
    known = found;
    return true;
  }

  [[nodiscard]] json::value within(const step& at, json::value inner) const {
    json::object outer = smallest(*at.object);
    outer[at.field->name] = shaped(*at.field, std::move(inner));
    return around(*at.object, std::move(outer));
  }

  std::vector<step> objects_;
  std::vector<step> slots_;
};

class card_states {
 public:
  explicit card_states(const card_sink& sink) : sink_(sink) {}

  void write() const {
    for (const card_object_info& each : card_objects) write_object(each);
    for (std::size_t i = 0; i <= static_cast<std::size_t>(card_slot::fallback); ++i) {
      write_slot(static_cast<card_slot>(i));
    }
  }

 private:
  void write_object(const card_object_info& object) const {
    const auto put = [&](std::string_view what, json::object state, bool is_valid) {
      const std::string name = std::string(object.name.en) + ": " + std::string(what);
      sink_(name, paths_.around(object, std::move(state)), is_valid);
    };
    const json::object least = smallest(object);
    put("smallest", least, true);
    json::object more = least;
    more["no_such_field"] = 5;
    if (object.kind != card_object::root) put("an unknown field", more, true);
    for (const card_field& each : object.fields) {
      if (each.value == card_value::tag) continue;
      const auto with = [&](std::string_view what, json::value value, bool is_valid) {
        json::object state = least;
        state[each.name] = std::move(value);
        put(std::string(each.name) + ' ' + std::string(what), std::move(state), is_valid);
      };
      write_values(each, with);
      if (is_demanded(each)) write_absent(object, each, put);
    }
  }

  template <class With>
  static void write_values(const card_field& field, const With& with) {
    const bool is_name_of_form =
        field.value == card_value::component_name && field.presence == card_presence::required;
    with("of its kind", sample(field), true);
    with("null", nullptr, !is_name_of_form);
    const card_enumeration_info& listed = info(field.enumeration);
    const bool is_closed = field.value == card_value::choice && listed.checked;
    for (std::size_t i = 1; i < type_count; ++i) {
      if (has_type(field.types, i)) continue;
      const bool is_refused = field.structural || is_name_of_form || (is_closed && !listed.or_size);
      with("of another type", of_type(static_cast<json_type>(i)), !is_refused);
    }
    if (field.value == card_value::choice) {
      for (const std::string_view each : listed.values) with("listed", json::string(each), true);
      with("not listed", "no-such-value", !is_closed);
      with("a size", "12px", !is_closed || listed.or_size);
      with("empty", "", true);
    }
    if (is_name_of_form) with("empty", "", false);
    if (field.value == card_value::image_key && is_demanded(field)) with("empty", "", false);
    const bool is_list = field.shape == card_shape::list;
    if (is_list || field.shape == card_shape::list_by_language) {
      const bool holds_text = field.value == card_value::string;
      with("with null in it", shaped(field, nullptr), true);
      with("with a number in it", shaped(field, 5), holds_text || !field.structural);
    }
  }

  static bool is_demanded(const card_field& field) {
    return field.presence == card_presence::required ||
           field.presence == card_presence::required_unless_any ||
           field.presence == card_presence::required_unless_all;
  }

  // A field is absent, and then each other one is there.
  template <class Put>
  static void write_absent(const card_object_info& object, const card_field& absent,
                           const Put& put) {
    const std::string what = "without " + std::string(absent.name);
    json::object rest = smallest(object);
    rest.erase(absent.name);
    put(what, rest, rest.empty() && object.may_be_empty);
    const bool any_will_do = absent.presence == card_presence::required_unless_any;
    json::object others = rest;
    for (const card_field& each : object.fields) {
      if (each.name == absent.name || each.value == card_value::tag) continue;
      json::object state = rest;
      state[each.name] = sample(each);
      const bool is_other = std::ranges::find(absent.others, each.name) != absent.others.end();
      if (is_other) others[each.name] = sample(each);
      put(what + ", with " + std::string(each.name), std::move(state), is_other && any_will_do);
    }
    if (!absent.others.empty()) put(what + ", with all others", others, true);
  }

  void write_slot(card_slot slot) const {
    const auto put = [&](const std::string& what, json::value state, bool is_valid) {
      const std::string name = "slot " + std::to_string(static_cast<int>(slot)) + ": ";
      sink_(name + what, paths_.around(slot, std::move(state)), is_valid);
    };
    for (const card_object_info& each : card_objects) {
      if (each.tag.empty()) continue;
      const bool is_at_root = slot == card_slot::root_list;
      const bool is_refused = (each.nesting == card_nesting::root_only && !is_at_root) ||
                              (each.nesting == card_nesting::form_only && is_at_root);
      put(std::string(each.tag), smallest(each), !is_refused && !is_in(slot, each.excluded));
    }
    put("null", nullptr, true);
    put("an unknown tag", json::object{{"tag", "no_such_tag"}}, false);
    put("a number as tag", json::object{{"tag", 5}}, false);
    put("no tag", json::object{{"content", "a"}}, !requires_tag(slot));
    put("an empty tag", json::object{{"tag", ""}, {"content", "a"}}, !requires_tag(slot));
    const bool may_be_empty = is_text(slot) || !requires_tag(slot);
    put("nothing", json::object(), may_be_empty);
    put("empty strings", json::object{{"tag", ""}, {"content", ""}}, may_be_empty);
  }

  card_paths paths_{};
  card_sink sink_;
};

}  // namespace schema_test

#endif
