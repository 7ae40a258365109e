#ifndef FEISHU_HELPDESK_REPAIR_UNWRAP_HPP
#define FEISHU_HELPDESK_REPAIR_UNWRAP_HPP

#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>

#include <cstddef>
#include <string_view>

/// A body that stands inside another object, or inside a string.
namespace feishu::helpdesk::detail {

/// Finds out whether anything is lost if only the value of one name is left of a text. `code` and `msg` are
/// not: they say how a request went.
class wrapper_inspector : public ignore_events {
 public:
  /// The name that stands at `key`.
  constexpr explicit wrapper_inspector(std::size_t key) noexcept : key_(key) {}

  constexpr bool begin_object(std::size_t) noexcept { return open(); }
  constexpr bool begin_array(std::size_t) noexcept { return open(); }
  constexpr bool end_object(std::size_t) noexcept { return close(); }
  constexpr bool end_array(std::size_t) noexcept { return close(); }

  constexpr bool begin_name(std::size_t offset) noexcept {
    name_.clear();
    if (offset == key_) path_depth_ = open_path_ = depth_;
    return true;
  }
  constexpr bool name_text(std::string_view piece) noexcept {
    name_.append(piece);
    return true;
  }
  constexpr bool end_name() noexcept {
    const bool is_after_key = path_depth_ != 0;
    if (depth_ > most_levels || (is_after_key && depth_ > open_path_)) return true;
    if (name_.text() != "code" && name_.text() != "msg") ++names_[depth_];
    return true;
  }

  /// Returns whether nothing else is said next to the name, or next to the objects around it.
  [[nodiscard]] constexpr bool stands_alone() const noexcept {
    if (path_depth_ == 0 || path_depth_ > most_levels) return false;
    for (std::size_t i = 1; i <= path_depth_; ++i) {
      if (names_[i] != 1) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t most_levels = 4;

  constexpr bool open() noexcept {
    ++depth_;
    if (path_depth_ == 0 && depth_ <= most_levels) names_[depth_] = 0;
    return true;
  }
  constexpr bool close() noexcept {
    if (--depth_ < open_path_) open_path_ = depth_;
    return true;
  }

  std::size_t key_;
  std::size_t depth_ = 0;
  std::size_t path_depth_ = 0;  // of the key, once it was read
  std::size_t open_path_ = 0;   // of the objects around it, those that are open
  std::size_t names_[most_levels + 1]{};
  truncated_name name_{};
};

/// Returns the value of the name at `key` of a well-formed text, if nothing else is lost without the rest;
/// otherwise nothing. Linear in the size of the text.
[[nodiscard]] constexpr text_span wrapped_value(std::string_view text, std::size_t key) {
  wrapper_inspector inspector(key);
  reader reading;
  if (!reading.write(text, inspector, 0) || !reading.finish(inspector, text.size())) return {};
  if (!inspector.stands_alone()) return {};
  std::size_t begin = value_at(text, key).end;
  while (text[begin] == ':' || is_whitespace(text[begin])) ++begin;
  return value_at(text, begin);
}

}  // namespace feishu::helpdesk::detail

#endif
