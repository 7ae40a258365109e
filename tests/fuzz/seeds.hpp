// What generators are tried with: bytes of many sizes, the same at each run.

#ifndef FEISHU_HELPDESK_TESTS_FUZZ_SEEDS_HPP
#define FEISHU_HELPDESK_TESTS_FUZZ_SEEDS_HPP

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace seeds {

using bytes = std::span<const std::uint8_t>;

// Calls `use(bytes)` so often: with none, with all zeros and all ones, and with random ones, up to `most`.
template <class Use>
void for_each(std::size_t count, std::size_t most, Use&& use) {
  std::mt19937 random(20210715);  // gives the same numbers with every standard library
  use(bytes());
  std::vector<std::uint8_t> all;
  for (std::size_t i = 1; i < count; ++i) {
    all.assign(random() % most, i % 2 == 0 ? 0xff : 0);
    if (i > 4) {
      std::uint32_t word = 0;
      for (std::size_t j = 0; j < all.size(); ++j, word >>= 8) {
        if (j % sizeof word == 0) word = static_cast<std::uint32_t>(random());
        all[j] = static_cast<std::uint8_t>(word);
      }
    }
    use(bytes(all));
  }
}

// Calls `use(bytes)` so often: with the two bytes of each number below `count`. That makes each choice of
// one among as many.
template <class Use>
void for_each_number(unsigned count, Use&& use) {
  for (unsigned i = 0; i < count; ++i) {
    const std::uint8_t pair[] = {static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)};
    use(bytes(pair));
  }
}

}  // namespace seeds

#endif  // FEISHU_HELPDESK_TESTS_FUZZ_SEEDS_HPP
