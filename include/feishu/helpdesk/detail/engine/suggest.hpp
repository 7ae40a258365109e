#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_SUGGEST_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_SUGGEST_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What somebody who wrote an unknown field probably meant.
namespace feishu::helpdesk::detail {

/// What is known of an unknown field.
enum class hint : std::uint8_t {
  none,
  did_you_mean,     ///< another field of the same object
  query_parameter,  ///< it belongs into the request's URL
  wrapper,          ///< the fields are to be sent without it
  response_only     ///< GET returns it, the update does not take it
};

/// A hint and, for `did_you_mean`, the field's right name.
struct suggestion {
  detail::hint hint = detail::hint::none;  ///< what kind of mistake it was
  std::string_view name{};                 ///< empty for other hints

  bool operator==(const suggestion&) const = default;
};

struct stranger {
  std::string_view name;
  detail::hint hint;
};

// Names that are seen in bodies of this request and belong elsewhere.
inline constexpr stranger strangers[] = {
    {"user_id_type", hint::query_parameter}, {"notification", hint::wrapper},
    {"helpdesk_id", hint::response_only},    {"instance_code", hint::response_only},
    {"tenant_id", hint::response_only},
};

// A name as it is compared: without case and separators, so that `jobName` is `job_name`. Names
// longer than any of the schema's are not compared at all.
class plain_name {
 public:
  static constexpr std::size_t capacity = 40;

  constexpr explicit plain_name(std::string_view name) noexcept {
    for (const char c : name) {
      if (c == '_' || c == '-') continue;
      if (size_ == capacity) {
        size_ = 0;
        return;
      }
      text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }

  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }

 private:
  char text_[capacity]{};
  std::size_t size_ = 0;
};

// std::min would need <algorithm>, which costs users more to compile than the rest of this file.
constexpr std::size_t lesser(std::size_t a, std::size_t b) noexcept { return a < b ? a : b; }

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
// Both texts have at most `plain_name::capacity` bytes.
FEISHU_HELPDESK_COMPACT constexpr std::size_t edit_distance(std::string_view a,
                                                            std::string_view b) noexcept {
  constexpr std::size_t width = plain_name::capacity + 1;
  std::size_t rows[3][width]{};  // the row before the last, the last, and the present one
  for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows[2][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = rows[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[2][j] = lesser(substituted, lesser(rows[1][j], rows[2][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[2][j] = lesser(rows[2][j], rows[0][j - 2] + 1);
      }
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
      rows[0][j] = rows[1][j];
      rows[1][j] = rows[2][j];
    }
  }
  return rows[1][b.size()];
}

// How far `written` is from `name`; both plain. A name that was cut short or grown at an end is near.
constexpr std::size_t farness(std::string_view written, std::string_view name) noexcept {
  constexpr std::size_t shortest_part = 4;
  const std::string_view part = written.size() < name.size() ? written : name;
  const std::string_view whole = written.size() < name.size() ? name : written;
  const std::size_t distance = edit_distance(written, name);
  if (part.size() >= shortest_part && (whole.starts_with(part) || whole.ends_with(part))) {
    return lesser(distance, 2);
  }
  return distance;
}

// Returns whether `name` and `written`, which is plain, differ in separators only.
constexpr bool is_plainly(std::string_view name, std::string_view written) noexcept {
  for (const char c : name) {
    if (c == '_') continue;
    if (written.empty() || written.front() != c) return false;
    written.remove_prefix(1);
  }
  return written.empty();
}

/// Returns what `written` certainly means: a field of `object` whose name differs in case and separators
/// only, or that has this name in other APIs; or where the name belongs. Linear in the size of the table.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr suggestion suggest_exactly(
    std::string_view written, const object_info& object) noexcept {
  if (object.kind == object_kind::notification) {
    for (const stranger& each : strangers) {
      if (each.name == written) return {each.hint, {}};
    }
  }
  const plain_name plain(written);
  if (plain.text().empty()) return {};
  for (const field_info& row : object.fields) {
    if (is_plainly(row.name, plain.text())) return {hint::did_you_mean, row.name};
    for (const std::string_view other : row.also_written) {
      if (is_plainly(other, plain.text())) return {hint::did_you_mean, row.name};
    }
  }
  return {};
}

/// Returns the field of `object` whose name is nearest to `written`, if one is near. Near: at most a third of
/// the letters written differ, and at most three. Case, `_` and `-` are not compared; a swap of neighbours
/// counts as one letter; where a name of four letters or more is how the other one begins or ends, the
/// rest counts as two at most. Bounded: names beyond 40 letters get no suggestion.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr suggestion suggest_nearest(
    std::string_view written, const object_info& object) noexcept {
  const plain_name plain(written);
  suggestion nearest{};
  std::size_t least = lesser(3, plain.text().size() / 3) + 1;
  for (const field_info& row : object.fields) {
    const std::size_t distance = farness(plain.text(), plain_name(row.name).text());
    if (distance < least) {
      least = distance;
      nearest = {hint::did_you_mean, row.name};
    }
  }
  return plain.text().empty() ? suggestion{} : nearest;
}

/// Returns what the author of the unknown name `written` probably meant: what it certainly means, or else the
/// field of `object` whose name is nearest.
[[nodiscard]] constexpr suggestion suggest(std::string_view written,
                                           const object_info& object) noexcept {
  const suggestion meant = suggest_exactly(written, object);
  return meant.hint != hint::none ? meant : suggest_nearest(written, object);
}

}  // namespace feishu::helpdesk::detail

#endif
