// Where fuzzing engines, and the replay, come in.

#include "fuzz/harness.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fuzz::try_out(size == 0 ? std::string_view()
                          : std::string_view(reinterpret_cast<const char*>(bytes), size));
  return 0;
}
