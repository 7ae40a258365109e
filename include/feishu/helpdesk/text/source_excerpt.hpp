#ifndef FEISHU_HELPDESK_TEXT_SOURCE_EXCERPT_HPP
#define FEISHU_HELPDESK_TEXT_SOURCE_EXCERPT_HPP

#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

/// Excerpts of a source, with the faulty token marked.
namespace feishu::helpdesk::detail {

/// Where the name, string, number or character at `offset` ends, well-formed or not: at the latest with
/// `text`.
[[nodiscard]] constexpr std::size_t end_of_token(std::string_view text,
                                                 std::size_t offset) noexcept {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.' || c == '_';
  };
  if (offset >= text.size()) return text.size();
  std::size_t end = offset;
  if (text[offset] == '"') {
    ++end;
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    return end < text.size() ? end + 1 : text.size();
  }
  while (end < text.size() && is_word(text[end])) ++end;
  return end != offset ? end : detail::next_character(text, offset);
}

/// The part of a line that is shown under a diagnostic, and where its mark stands.
struct excerpt {
  std::string text{};          ///< fit for a terminal
  std::size_t mark_start = 0;  ///< in columns of a terminal
  std::size_t mark_width = 0;  ///< in columns of a terminal
};

/// Returns how much of the end of `text` is shown within `width` columns, in bytes.
[[nodiscard]] inline std::size_t size_of_end_within(std::string_view text, std::size_t width) {
  shown_text shown;
  shown.add(text);
  std::size_t first = 0;
  for (shown_text dropped; shown.width - dropped.width > width;) {
    const std::size_t next = next_character(text, first);
    dropped.add_character(text.substr(first, next - first));
    first = next;
  }
  return text.size() - first;
}

/// Returns how much of the start of `text` is shown within `width` columns, in bytes: one character or more.
[[nodiscard]] inline std::size_t size_of_start_within(std::string_view text, std::size_t width) {
  std::size_t last = 0;
  for (shown_text shown; last < text.size();) {
    const std::size_t next = next_character(text, last);
    shown.add_character(text.substr(last, next - last));
    if (shown.width > width && last != 0) break;
    last = next;
  }
  return last;
}

/// Returns the line around `offset`, which may be inside a string, with the name, string, number or bracket at
/// `offset` marked. Cuts the line to 40 bytes before it and 60 after it, and to as many columns. Looks at a
/// bounded part of `text`.
[[nodiscard]] inline excerpt excerpt_at(std::string_view text, std::size_t offset,
                                        bool is_in_string = false) {
  constexpr std::size_t reach_back = 40;
  constexpr std::size_t reach_on = 60;
  if (offset > text.size()) offset = text.size();

  std::size_t first = offset;
  while (first > 0 && offset - first < reach_back && text[first - 1] != '\n') --first;
  const auto is_cut_before = [&] { return first > 0 && text[first - 1] != '\n'; };
  constexpr std::size_t longest_tail = 3;  // of a character, after its first byte
  for (std::size_t i = 0; is_cut_before() && i < longest_tail && first < offset; ++i) {
    if (!is_continuation(text[first])) break;
    ++first;
  }
  first = offset - size_of_end_within(text.substr(first, offset - first), reach_back);

  const auto is_end_of_line = [&](std::size_t i) {
    if (i == text.size() || text[i] == '\n') return true;
    return text[i] == '\r' && (i + 1 == text.size() || text[i + 1] == '\n');
  };
  std::size_t last = offset;
  while (!is_end_of_line(last) && last - offset < reach_on) ++last;
  if (!is_end_of_line(last)) {
    const std::size_t whole = size_of_whole_characters(text.substr(offset, last - offset));
    last = offset + (whole != 0 ? whole : 1);
  }
  last = offset + size_of_start_within(text.substr(offset, last - offset), reach_on);

  // In a string, a quote is its end.
  const bool is_end_of_string = is_in_string && offset < text.size() && text[offset] == '"';
  const std::size_t token_end =
      is_end_of_string ? offset + 1 : end_of_token(text.substr(0, last), offset);

  shown_text shown;
  if (is_cut_before()) shown.add("…");
  shown.add(text.substr(first, offset - first));
  excerpt result;
  result.mark_start = shown.width;
  shown.add(text.substr(offset, token_end - offset));
  result.mark_width = shown.width - result.mark_start;
  if (result.mark_width == 0) {
    result.mark_width = 1;
    // What combines with the character before is shown in the same column.
    if (offset < token_end && result.mark_start > 0) --result.mark_start;
  }
  shown.add(text.substr(token_end, last - token_end));
  if (!is_end_of_line(last)) shown.add("…");
  result.text = std::move(shown.text);
  return result;
}

}  // namespace feishu::helpdesk::detail

#endif
