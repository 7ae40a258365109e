// What harnesses share: a harness defines `try_out`, and says with `require` what it promises.

#ifndef FEISHU_HELPDESK_FUZZ_HARNESS_HPP
#define FEISHU_HELPDESK_FUZZ_HARNESS_HPP

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fuzz {

// Tries the promise on one input. A broken promise ends the program.
void try_out(std::string_view input);

// Ends the program with a message that names the broken promise, unless the promise holds.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", promise);
  std::abort();
}

// The parts of an input, which lines of `---` set apart, so that people can read and write it. Of
// more than `Count` the last holds the rest; those that are missing are empty.
template <std::size_t Count>
std::array<std::string_view, Count> parts_of(std::string_view input) {
  constexpr std::string_view separator = "\n---\n";
  std::array<std::string_view, Count> parts{};
  for (std::size_t i = 0; i < Count; ++i) {
    const std::size_t end = i + 1 == Count ? input.npos : input.find(separator);
    parts[i] = input.substr(0, end);
    if (end == input.npos) break;
    input.remove_prefix(end + separator.size());
  }
  return parts;
}

}  // namespace fuzz

#endif
