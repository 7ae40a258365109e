// simdjson On-Demand with the error rules written by hand. Not checked: the card's text. Values of
// unknown fields are skipped, so neither what is in them nor how deep they nest is seen. Its best
// case: the parser is kept, the bytes are padded already, the kernel is chosen as the program runs,
// names are first looked for where they stand in the API reference's order, and the first fault ends it; it
// tells no place.

#include "candidate.hpp"

#include <cstdint>
#include <iterator>
#include <limits>
#include <simdjson.h>

namespace bench {
namespace {

namespace ondemand = simdjson::ondemand;

enum class kind { text, required_text, timestamp, integer, enumeration, one_object, list };

// The fields that the rules between fields look at have a place among the facts.
enum fact {
  push_type,
  push_scope,
  new_staff_type,
  new_staff_departments,
  users,
  departments,
  chats
};
constexpr std::size_t fact_count = 7;

struct object_names {
  const std::string_view* names;
  std::size_t size;  // the first one is the id
};

struct member {
  std::string_view name;
  kind what;
  std::size_t at = 0;     // which fact, of an enumeration or a list
  std::int64_t most = 0;  // the last enumerator
  object_names inner{};
};

constexpr std::string_view user_names[] = {"user_id", "avatar_url", "name"};
constexpr std::string_view department_names[] = {"department_id", "name"};
constexpr std::string_view chat_names[] = {"chat_id", "name"};
constexpr object_names user{user_names, 3};
constexpr object_names department{department_names, 2};
constexpr object_names chat{chat_names, 2};

constexpr member fields[] = {
    {"id", kind::text},
    {"job_name", kind::required_text},
    {"status", kind::integer},
    {"create_user", kind::one_object, 0, 0, user},
    {"created_at", kind::timestamp},
    {"update_user", kind::one_object, 0, 0, user},
    {"updated_at", kind::timestamp},
    {"target_user_count", kind::integer},
    {"sent_user_count", kind::integer},
    {"read_user_count", kind::integer},
    {"send_at", kind::timestamp},
    {"push_content", kind::required_text},
    {"push_type", kind::enumeration, push_type, 1},
    {"push_scope_type", kind::enumeration, push_scope, 3},
    {"new_staff_scope_type", kind::enumeration, new_staff_type, 1},
    {"new_staff_scope_department_list", kind::list, new_staff_departments, 0, department},
    {"user_list", kind::list, users, 0, user},
    {"department_list", kind::list, departments, 0, department},
    {"chat_list", kind::list, chats, 0, chat},
    {"ext", kind::text},
};

constexpr std::uint32_t bit(std::size_t index) { return std::uint32_t{1} << index; }
constexpr std::uint32_t required = bit(1) | bit(11) | bit(12) | bit(13);
constexpr std::size_t unknown = static_cast<std::size_t>(-1);

// Whether a time stamp is "" or digits that fit 64 bits with a sign.
bool is_timestamp(std::string_view text) {
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (most - digit) / 10) return false;
    value = value * 10 + digit;
  }
  return true;
}

// The place of a field's name among `count` of them, of which `name_of(next)` is likely. Names are
// compared as they are written, and only if none is the same, unescaped. False: it is no name.
template <class NameOf>
bool find(ondemand::field& field, std::size_t next, std::size_t count, NameOf name_of,
          std::size_t& found) {
  for (std::size_t tried = 0, i = next; tried < count; ++tried, ++i) {
    if (i >= count) i = 0;
    if (field.key() == name_of(i)) return found = i, true;
  }
  std::string_view name;
  if (field.unescaped_key().get(name)) return false;
  found = unknown;
  for (std::size_t i = 0; i < count; ++i) {
    if (name == name_of(i)) found = i;
  }
  return true;
}

// Everything below returns false for a fault.
class notification {
 public:
  bool read(ondemand::document& document) {
    ondemand::object body;
    if (document.get_object().get(body)) return false;
    std::size_t next = 0;
    for (auto each : body) {
      ondemand::field field;
      std::size_t index = 0;
      if (std::move(each).get(field) ||
          !find(field, next, std::size(fields), [](auto i) { return fields[i].name; }, index)) {
        return false;
      }
      if (index == unknown) continue;
      if ((seen_ & bit(index)) != 0) return false;  // stands twice
      seen_ |= bit(index);
      next = index + 1;
      if (!read(field.value(), index)) return false;
    }
    const bool is_at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return is_at_end && (present_ & required) == required && combines();
  }

 private:
  bool read(ondemand::value& value, std::size_t index) {
    const member& about = fields[index];
    bool is_null = false;
    if (value.is_null().get(is_null)) return false;
    if (is_null) return true;
    present_ |= bit(index);
    std::string_view text;
    switch (about.what) {
      case kind::text: return !value.get_string().get(text);
      case kind::required_text: return !value.get_string().get(text) && !text.empty();
      case kind::timestamp: return !value.get_string().get(text) && is_timestamp(text);
      case kind::integer: {
        std::int64_t number = 0;
        return !value.get_int64().get(number) && number == static_cast<std::int32_t>(number);
      }
      case kind::enumeration: {
        std::int64_t& number = facts_[about.at];
        return !value.get_int64().get(number) && number >= 0 && number <= about.most;
      }
      case kind::one_object: return read(value, about.inner, false);
      case kind::list: break;
    }
    ondemand::array list;
    if (value.get_array().get(list)) return false;
    std::int64_t& size = facts_[about.at] = 0;
    for (auto each : list) {
      ondemand::value element;
      if (std::move(each).get(element) || !read(element, about.inner, true)) return false;
      ++size;
    }
    return true;
  }

  static bool read(ondemand::value& value, const object_names& about, bool needs_id) {
    ondemand::object object;
    if (value.get_object().get(object)) return false;
    std::uint32_t seen = 0;
    bool has_id = false;
    std::size_t next = 0;
    for (auto each : object) {
      ondemand::field field;
      std::size_t index = 0;
      if (std::move(each).get(field) ||
          !find(field, next, about.size, [&](auto i) { return about.names[i]; }, index)) {
        return false;
      }
      if (index == unknown) continue;
      if ((seen & bit(index)) != 0) return false;
      seen |= bit(index);
      next = index + 1;
      bool is_null = false;
      std::string_view text;
      if (field.value().is_null().get(is_null)) return false;
      if (is_null) continue;
      if (field.value().get_string().get(text)) return false;
      if (index == 0) has_id = !text.empty();
    }
    return has_id || !needs_id;
  }

  // The rules between fields.
  [[nodiscard]] bool combines() const {
    const auto has = [&](fact list) { return facts_[list] > 0; };
    if (facts_[push_type] == 1) {
      if (facts_[push_scope] == 0 || facts_[push_scope] == 2) return false;
      if (facts_[new_staff_type] < 0) return false;
      if (facts_[new_staff_type] == 1 && !has(new_staff_departments)) return false;
    }
    switch (facts_[push_scope]) {
      case 0: return !has(users) && !has(departments);
      case 1: return !has(users) && !has(departments) && has(chats);
      case 2: return has(users) || has(departments);
      default: return facts_[push_type] == 1;
    }
  }

  std::uint32_t seen_ = 0;
  std::uint32_t present_ = 0;
  std::int64_t facts_[fact_count] = {-1, -1, -1, -1, -1, -1, -1};  // a value, a size; -1: absent
};

}  // namespace

bool validate_with_simdjson_ondemand(std::string_view body) {
  static ondemand::parser parser;
  ondemand::document document;
  if (parser.iterate(body, body.size() + padding).get(document)) return false;
  return notification().read(document);
}

}  // namespace bench
