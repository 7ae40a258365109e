// Where there is no fuzzer: runs the harness on the files that are named, or on bodies that the mutator makes
// of each other.

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

using bytes = std::vector<std::uint8_t>;

// What libFuzzer calls, and what it offers.
extern "C" {
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                    unsigned seed);
std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* a, std::size_t a_size,
                                      const std::uint8_t* b, std::size_t b_size, std::uint8_t* to,
                                      std::size_t max_size, unsigned seed);

std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t) {
  if (size != 0) data[size / 2] ^= 1;
  return size;
}
}

namespace {

constexpr std::size_t max_size = 4096;

void run_on(const bytes& body) { LLVMFuzzerTestOneInput(body.data(), body.size()); }

void run_on_many(unsigned count) {
  bytes parents[2];
  for (unsigned seed = 0; seed < count; ++seed) {
    bytes& parent = parents[seed % 2];
    const bytes& other = parents[(seed + 1) % 2];
    if (seed % 40 < 2) parent.clear();  // to begin anew
    bytes child = parent;
    child.resize(max_size);
    child.resize(seed % 5 == 0
                     ? LLVMFuzzerCustomCrossOver(parent.data(), parent.size(), other.data(),
                                                 other.size(), child.data(), max_size, seed)
                     : LLVMFuzzerCustomMutator(child.data(), parent.size(), max_size, seed));
    run_on(child);
    parent = child;
  }
}

}  // namespace

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    if (!file) {
      std::cerr << "cannot read " << arguments[i] << '\n';
      return 2;
    }
    run_on({std::istreambuf_iterator<char>(file), {}});
  }
  if (count == 1) run_on_many(20'000);
}
