#ifndef FEISHU_PLAYGROUND_EXCERPT_HPP
#define FEISHU_PLAYGROUND_EXCERPT_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

/// What an edit changes, in one short line.
namespace playground {

namespace detail {

constexpr std::string_view line_ends = "\r\n";

// The end of a text, from a character's edge, and marked if there was more before it.
inline std::string clipped_front(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  text.remove_prefix(text.size() - limit);
  while (!text.empty() && feishu::helpdesk::detail::is_continuation(text[0])) text.remove_prefix(1);
  return "…" + std::string(text);
}

// A text with each line end, and the whitespace around it, as one space.
inline std::string as_one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size() && feishu::helpdesk::detail::is_whitespace(text[size])) ++size;
    const std::string_view whitespace = text.substr(0, size);
    line += whitespace.find_first_of(line_ends) == whitespace.npos ? whitespace : " ";
    text.remove_prefix(size);
    size = 0;
    while (size < text.size() && !feishu::helpdesk::detail::is_whitespace(text[size])) ++size;
    line += text.substr(0, size);
    text.remove_prefix(size);
  }
  return line;
}

// The beginning and the end of a text, in one line.
inline std::string shortened(std::string_view text) {
  constexpr std::size_t limit = 60;
  const std::string line = as_one_line(text);
  if (line.size() <= 2 * limit) return feishu::helpdesk::sanitize_for_terminal(line);
  return feishu::helpdesk::sanitize_for_terminal(feishu::helpdesk::detail::clipped(line, limit) +
                                                 ' ' + clipped_front(line, limit));
}

}  // namespace detail

/// An edit, with some of the line around it.
struct excerpt {
  std::string before{};   ///< stands before it in the line, and stays
  std::string removed{};  ///< the text that goes
  std::string added{};    ///< the text that comes
  std::string after{};    ///< stands after it in the line, and stays
};

/// Returns what an edit of a text changes. Looks at little more than the edit.
[[nodiscard]] inline excerpt excerpt_of(const feishu::helpdesk::text_edit& edit,
                                        std::string_view text) {
  using feishu::helpdesk::sanitize_for_terminal;
  constexpr std::size_t limit = 40;
  constexpr std::size_t seen = 2 * limit;

  std::string_view before = text.substr(0, edit.offset);
  before.remove_prefix(before.size() - std::min(before.size(), seen));
  const std::size_t line_end = before.find_last_of(detail::line_ends);
  if (line_end != before.npos) before.remove_prefix(line_end + 1);
  while (!before.empty() && feishu::helpdesk::detail::is_whitespace(before[0]))
    before.remove_prefix(1);

  std::string_view after = text.substr(edit.offset + edit.size, seen);
  after = after.substr(0, after.find_first_of(detail::line_ends));

  return {sanitize_for_terminal(detail::clipped_front(before, limit)),
          detail::shortened(text.substr(edit.offset, edit.size)), detail::shortened(edit.text),
          sanitize_for_terminal(feishu::helpdesk::detail::clipped(after, limit))};
}

}  // namespace playground

#endif
