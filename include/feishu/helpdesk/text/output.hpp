#ifndef FEISHU_HELPDESK_TEXT_OUTPUT_HPP
#define FEISHU_HELPDESK_TEXT_OUTPUT_HPP

#include <string_view>

/// Text for output iterators.
namespace feishu::helpdesk {

/// An iterator that takes the characters of a text, such as `std::back_inserter(string)` or
/// `std::ostreambuf_iterator<char>(stream)`.
template <class Iterator>
concept text_output = requires(Iterator to, const char c) { *to++ = c; };

namespace detail {

template <text_output Out>
constexpr Out write_text(std::string_view text, Out out) {
  for (const char c : text) *out++ = c;
  return out;
}

}  // namespace detail
}  // namespace feishu::helpdesk

#endif
