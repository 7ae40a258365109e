#ifndef FEISHU_HELPDESK_SAME_HPP
#define FEISHU_HELPDESK_SAME_HPP

#include <feishu/helpdesk/block.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// Short texts compared without a call.
namespace feishu::helpdesk {
namespace detail {

// Whether two texts of the same size, at least that of a word, are equal: by loads of words, the last
// of which may overlap.
template <class Word>
bool are_same_by(const char* a, const char* b, std::size_t size) noexcept {
  const auto differ = [&](std::size_t at) {
    return load_word<Word>(a + at) != load_word<Word>(b + at);
  };
  for (std::size_t at = 0; at + sizeof(Word) < size; at += sizeof(Word)) {
    if (differ(at)) return false;
  }
  return !differ(size - sizeof(Word));
}

}  // namespace detail

/// Whether two texts of the same size are equal. For names, which are short.
[[nodiscard]] constexpr bool are_same(std::string_view a, std::string_view b) noexcept {
  if (std::is_constant_evaluated() || a.size() < sizeof(std::uint32_t)) return a == b;
  if (a.size() < sizeof(std::uint64_t)) {
    return detail::are_same_by<std::uint32_t>(a.data(), b.data(), a.size());
  }
  return detail::are_same_by<std::uint64_t>(a.data(), b.data(), a.size());
}

}  // namespace feishu::helpdesk

#endif
