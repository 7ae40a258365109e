// The same for AFL++, as a library that it loads: see its docs/custom_mutators.md.

#include <feishu/helpdesk/fuzz.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fuzz = feishu::helpdesk::fuzz;

namespace {

struct mutator {
  unsigned seed = 0;
  std::vector<std::uint8_t> made{};  // AFL++ reads it until it asks for the next
};

}  // namespace

// [afl]
extern "C" void* afl_custom_init(void* /*afl*/, unsigned seed) { return new mutator{seed}; }

extern "C" void afl_custom_deinit(void* state) { delete static_cast<mutator*>(state); }

extern "C" std::size_t afl_custom_fuzz(void* state, std::uint8_t* body, std::size_t size,
                                       std::uint8_t** made, std::uint8_t* other,
                                       std::size_t other_size, std::size_t max_size) {
  auto& [seed, buffer] = *static_cast<mutator*>(state);
  ++seed;
  buffer.assign(body, body + size);
  buffer.resize(max_size);
  *made = buffer.data();
  if (other != nullptr && seed % 4 == 0) {
    return fuzz::cross_over(body, size, other, other_size, buffer.data(), max_size, seed);
  }
  return fuzz::mutate(buffer.data(), size, max_size, seed);
}
// [/afl]
