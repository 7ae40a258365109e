// What the oracle can see of a value: the seven fields that decide who is messaged.

#ifndef FEISHU_HELPDESK_FUZZ_ORACLE_STATE_HPP
#define FEISHU_HELPDESK_FUZZ_ORACLE_STATE_HPP

#include "tests/oracle.hpp"

#include <boost/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

// The fields, in the order of `oracle::fields`. The first three are numbers, the others lists.
inline constexpr std::array<std::string_view, 7> recipient_fields = {
    "push_type",       "push_scope_type", "new_staff_scope_type",           "user_list",
    "department_list", "chat_list",       "new_staff_scope_department_list"};
inline constexpr std::size_t deciding_numbers = 3;

// A state, and which of its fields are unknown to every rule between fields, for they are of a wrong
// type or beyond 32 bits.
struct seen_state {
  oracle::state of{};
  std::array<bool, 7> is_unknown{};

  [[nodiscard]] bool is_certain() const {
    for (const bool each : is_unknown) {
      if (each) return false;
    }
    return true;
  }
};

namespace detail {

// Nothing for what is no number of 32 bits.
inline std::optional<int> number_seen(const boost::json::value& v, int highest) {
  const std::int64_t* number = v.if_int64();
  using limits = std::numeric_limits<std::int32_t>;
  if (number == nullptr || *number < limits::min() || *number > limits::max()) return std::nullopt;
  const bool is_legal = *number >= 0 && *number <= highest;
  return is_legal ? static_cast<int>(*number) : oracle::out_of_range;
}

inline std::optional<int> list_seen(const boost::json::value& v) {
  const boost::json::array* list = v.if_array();
  if (list == nullptr) return std::nullopt;
  return list->empty() ? 0 : 1;
}

}  // namespace detail

inline seen_state state_of(const boost::json::object& body) {
  seen_state seen;
  for (std::size_t i = 0; i < recipient_fields.size(); ++i) {
    const boost::json::value* v = body.if_contains(recipient_fields[i]);
    if (v == nullptr || v->is_null()) continue;
    const oracle::field& member = oracle::fields[i];
    const std::optional<int> value =
        i < deciding_numbers ? detail::number_seen(*v, member.highest) : detail::list_seen(*v);
    seen.is_unknown[i] = !value;
    seen.of.*member.value = value.value_or(i < deciding_numbers ? oracle::out_of_range : 0);
  }
  return seen;
}

namespace detail {

// The oracle is slow about patches, and asked for few states again and again.
inline const oracle::findings& validated(const oracle::state& s, oracle::mode m) {
  static std::map<std::array<int, 8>, oracle::findings> known;
  std::array<int, 8> key{static_cast<int>(m)};
  for (std::size_t i = 0; i < oracle::fields.size(); ++i) key[i + 1] = s.*oracle::fields[i].value;
  const auto place = known.find(key);
  return place != known.end() ? place->second
                              : known.emplace(key, oracle::validate(s, m)).first->second;
}

// Tries everything that the unknown lists may be, from `next` on.
inline void keep_what_always_holds(oracle::findings& found, seen_state seen, std::size_t next,
                                   oracle::mode m) {
  if (next == recipient_fields.size()) return found.keep_common(validated(seen.of, m));
  keep_what_always_holds(found, seen, next + 1, m);
  if (!seen.is_unknown[next]) return;
  seen.of.*oracle::fields[next].value = 1;
  keep_what_always_holds(found, seen, next + 1, m);
}

}  // namespace detail

// What the oracle says for certain. Of a value that is unknown it is the type that is told, by others.
inline oracle::findings validate(const seen_state& seen, oracle::mode m) {
  oracle::findings found = detail::validated(seen.of, m);
  detail::keep_what_always_holds(found, seen, deciding_numbers, m);
  oracle::findings certain;
  for (const oracle::finding& each : found) {
    bool is_about_unknown = false;
    for (std::size_t i = 0; i < deciding_numbers; ++i) {
      const bool is_here = each.rule == "enum-value" && each.path.substr(1) == recipient_fields[i];
      is_about_unknown = is_about_unknown || (is_here && seen.is_unknown[i]);
    }
    if (is_about_unknown) continue;
    if (each.severity == "error") certain.error(each.rule, each.path);
    if (each.severity == "warning") certain.warning(each.rule, each.path);
  }
  return certain;
}

}  // namespace fuzz

#endif
