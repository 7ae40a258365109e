// How libFuzzer changes and crosses bodies, so that they stay JSON.

#include <feishu/helpdesk/fuzz.hpp>

#include <cstddef>
#include <cstdint>

// [libfuzzer]
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  // Now and then any bytes change, for what takes a body meets ill-formed ones, too.
  if (seed % 16 == 0) return LLVMFuzzerMutate(data, size, max_size);
  return feishu::helpdesk::fuzz::mutate(data, size, max_size, seed);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* a, std::size_t a_size,
                                                 const std::uint8_t* b, std::size_t b_size,
                                                 std::uint8_t* to, std::size_t max_size,
                                                 unsigned seed) {
  return feishu::helpdesk::fuzz::cross_over(a, a_size, b, b_size, to, max_size, seed);
}
// [/libfuzzer]
