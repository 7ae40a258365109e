// The mutator as AFL++ uses it: what it makes is JSON.

#include <feishu/helpdesk/fuzz.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace helpdesk = feishu::helpdesk;

extern "C" {
void* afl_custom_init(void* afl, unsigned seed);
std::size_t afl_custom_fuzz(void* state, std::uint8_t* body, std::size_t size, std::uint8_t** made,
                            std::uint8_t* other, std::size_t other_size, std::size_t max_size);
void afl_custom_deinit(void* state);
}

int main() {
  void* const state = afl_custom_init(nullptr, 1);
  std::vector<std::uint8_t> body;
  std::vector<std::uint8_t> other;
  bool all_are_json = true;
  for (int i = 0; i < 2'000 && all_are_json; ++i) {
    std::uint8_t* made = nullptr;
    const std::size_t size =
        afl_custom_fuzz(state, body.data(), body.size(), &made,
                        other.empty() ? nullptr : other.data(), other.size(), 4096);
    all_are_json = helpdesk::fuzz::is_well_formed({reinterpret_cast<const char*>(made), size});
    if (i % 40 == 0) other = body;
    body.assign(made, made + size);
  }
  afl_custom_deinit(state);
  return all_are_json && !body.empty() ? 0 : 1;
}
