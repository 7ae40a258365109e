#ifndef FEISHU_HELPDESK_MODEL_CARD_CARD_INDEX_HPP
#define FEISHU_HELPDESK_MODEL_CARD_CARD_INDEX_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>
#include <feishu/helpdesk/model/card/card_objects.hpp>
#include <feishu/helpdesk/model/card/string_index.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The tables of a card, ready for validation: names and tags are small integers, rows a few bytes.
/// Everything here is derived from `card_objects`.
namespace feishu::helpdesk::detail {

inline constexpr std::size_t card_object_count = std::size(card_rows::object_table);

/// The number of rows of all objects.
inline constexpr std::size_t card_row_count = [] {
  std::size_t count = 0;
  for (const card_object_info& each : card_rows::object_table) count += each.fields.size();
  return count;
}();

// The names of fields, in the order in which the tables first have them.
inline constexpr string_collection collected_card_names = [] {
  string_collection all;
  for (const card_object_info& object : card_rows::object_table) {
    for (const card_field& each : object.fields) all.add(each.name);
  }
  return all;
}();

// The tags, in the order of the objects.
inline constexpr string_collection collected_card_tags = [] {
  string_collection all;
  for (const card_object_info& each : card_rows::object_table) {
    if (!each.tag.empty()) all.add(each.tag);
  }
  return all;
}();

/// The names of fields of a card. A name's place is its number in `card_row`, `card_name_set` and below.
inline constexpr string_index<collected_card_names.size()> card_names(collected_card_names);

/// The tags of a card.
inline constexpr string_index<collected_card_tags.size()> card_tags(collected_card_tags);

/// A set of names of fields.
class card_name_set {
 public:
  /// Adds a name.
  constexpr void add(std::uint8_t name) noexcept { words_[name / 64] |= bit(name); }
  /// Returns whether the set has the name.
  [[nodiscard]] constexpr bool contains(std::uint8_t name) const noexcept {
    return (words_[name / 64] & bit(name)) != 0;
  }
  /// Returns whether the set has no name.
  [[nodiscard]] constexpr bool empty() const noexcept {
    std::uint64_t any = 0;
    for (const std::uint64_t each : words_) any |= each;
    return any == 0;
  }
  /// Returns what is in `left`, and not in `right`.
  friend constexpr card_name_set operator-(card_name_set left,
                                           const card_name_set& right) noexcept {
    for (std::size_t i = 0; i < word_count; ++i) left.words_[i] &= ~right.words_[i];
    return left;
  }
  /// Returns what is in both.
  friend constexpr card_name_set operator&(card_name_set left,
                                           const card_name_set& right) noexcept {
    for (std::size_t i = 0; i < word_count; ++i) left.words_[i] &= right.words_[i];
    return left;
  }

  bool operator==(const card_name_set&) const = default;

 private:
  static constexpr std::uint64_t bit(std::uint8_t name) noexcept {
    return std::uint64_t{1} << name % 64;
  }

  static constexpr std::size_t word_count = (decltype(card_names)::size() + 63) / 64;
  std::uint64_t words_[word_count]{};
};

/// A `card_field` in a few bytes.
struct card_row {
  std::uint8_t name = unknown_string;  ///< its number
  card_value value{};                  ///< what it holds
  card_shape shape{};                  ///< one value, or many
  std::uint8_t of = 0;                 ///< the object, slot or enumeration that `value` speaks of
  json_types types = 0;                ///< that it may have; null always is one
  bool structural = false;             ///< the platform refuses other types
  card_presence presence = card_presence::optional;  ///< when it must be there
  std::uint8_t others[3] = {unknown_string, unknown_string, unknown_string};  ///< names of fields
};

/// The rows of all objects.
class card_row_table {
 public:
  consteval card_row_table() {
    std::size_t row = 0;
    for (std::size_t i = 0; i < card_object_count; ++i) {
      first_[i] = static_cast<std::uint16_t>(row);
      for (const card_field& each : card_rows::object_table[i].fields) {
        rows_[row] = packed(each);
        known_[i].add(rows_[row].name);
        if (each.presence != card_presence::optional) demanded_[i].add(rows_[row].name);
        ++row;
      }
    }
    first_[card_object_count] = static_cast<std::uint16_t>(row);
  }

  /// The first row of an object.
  [[nodiscard]] constexpr const card_row* begin(card_object o) const noexcept {
    return rows_ + first_[static_cast<std::size_t>(o)];
  }
  /// The end of its rows.
  [[nodiscard]] constexpr const card_row* end(card_object o) const noexcept {
    return rows_ + first_[static_cast<std::size_t>(o) + 1];
  }
  /// The names that an object has.
  [[nodiscard]] constexpr const card_name_set& known(card_object o) const noexcept {
    return known_[static_cast<std::size_t>(o)];
  }
  /// The names that an object must have, always or under a condition.
  [[nodiscard]] constexpr const card_name_set& demanded(card_object o) const noexcept {
    return demanded_[static_cast<std::size_t>(o)];
  }
  /// Returns the row of an object's field, or null. Linear in the number of the object's fields, of which there are
  /// at most 20.
  [[nodiscard]] constexpr const card_row* find(card_object o, std::uint8_t name) const noexcept {
    if (name == unknown_string || !known(o).contains(name)) return nullptr;
    const card_row* row = begin(o);
    while (row->name != name) ++row;
    return row;
  }

 private:
  static constexpr card_row packed(const card_field& field) {
    card_row row{.name = card_names.find(field.name),
                 .value = field.value,
                 .shape = field.shape,
                 .of = operand_of(field),
                 .types = field.types,
                 .structural = field.structural,
                 .presence = field.presence};
    const bool first_only = field.presence == card_presence::required_in_form_if_value;
    const std::size_t count = first_only ? 1 : field.others.size();
    for (std::size_t i = 0; i < count; ++i) row.others[i] = card_names.find(field.others[i]);
    return row;
  }

  static constexpr std::uint8_t operand_of(const card_field& field) {
    switch (field.value) {
      case card_value::object: return static_cast<std::uint8_t>(field.object);
      case card_value::element: return static_cast<std::uint8_t>(field.slot);
      case card_value::choice: return static_cast<std::uint8_t>(field.enumeration);
      default: return 0;
    }
  }

  card_row rows_[card_row_count]{};
  std::uint16_t first_[card_object_count + 1]{};
  card_name_set known_[card_object_count]{};
  card_name_set demanded_[card_object_count]{};
};
inline constexpr card_row_table card_row_index{};

/// A `card_object_info` in a few bytes, without its fields. A program that only validates need not have the rows
/// that are for people.
struct card_object_row {
  card_slots allowed_in = 0;                 ///< as documented
  card_slots excluded = 0;                   ///< that a page excludes and no page allows
  card_nesting nesting = card_nesting::any;  ///< where the platform refuses it
  bool may_be_empty = false;                 ///< without fields, it counts as absent
};

// The objects, by kind and by the place of their tags.
struct card_object_table {
  card_object_row rows[card_object_count]{};
  card_object by_tag[decltype(card_tags)::size()]{};

  consteval card_object_table() {
    for (const card_object_info& each : card_rows::object_table) {
      rows[static_cast<std::size_t>(each.kind)] = {each.allowed_in, each.excluded, each.nesting,
                                                   each.may_be_empty};
      if (!each.tag.empty()) by_tag[card_tags.find(each.tag)] = each.kind;
    }
  }
};
inline constexpr card_object_table card_object_index{};

/// Returns the short row of an object.
[[nodiscard]] constexpr const card_object_row& row_of(card_object o) noexcept {
  return card_object_index.rows[static_cast<std::size_t>(o)];
}

/// Returns the object that has this tag, or null. One comparison.
[[nodiscard]] constexpr const card_object* find_card_object(std::string_view tag) noexcept {
  const std::uint8_t place = card_tags.find(tag);
  return place == unknown_string ? nullptr : &card_object_index.by_tag[place];
}

/// Returns whether a field is missing from an object that has the names `seen`, not counting nulls. For a field that is
/// required only where another one has a certain value, `has_value` says that it has.
[[nodiscard]] constexpr bool is_missing(const card_row& row, const card_name_set& seen,
                                        bool in_form, bool has_value) noexcept {
  if (row.presence == card_presence::optional || seen.contains(row.name)) return false;
  bool any = false;
  bool all = true;
  for (const std::uint8_t each : row.others) {
    if (each == unknown_string) continue;
    any = any || seen.contains(each);
    all = all && seen.contains(each);
  }
  switch (row.presence) {
    case card_presence::required_unless_any: return !any;
    case card_presence::required_unless_all: return !all;
    case card_presence::required_in_form: return in_form;
    case card_presence::required_in_form_if_value: return in_form && has_value;
    default: return true;
  }
}

}  // namespace feishu::helpdesk::detail

#endif
