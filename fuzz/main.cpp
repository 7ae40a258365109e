// usage: HARNESS PATH...
// Replays inputs where there is no fuzzing engine: files, all files of folders, and each line of a
// packed corpus (packed.hpp). Having replayed nothing is a failure.

#include "fuzz/packed.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

// Whoever reads the log of a failure wants to know which input it was: what is named last.
std::size_t replay(std::string_view input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  return 1;
}

std::size_t replay_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  if (path.extension() != ".corpus") {
    std::fprintf(stderr, "%s\n", path.c_str());
    return replay(std::string{std::istreambuf_iterator<char>(file), {}});
  }
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    std::fprintf(stderr, "%s: line %zu\n", path.c_str(), count + 1);
    count += replay(fuzz::unpacked(line));
  }
  return count;
}

std::size_t replay_all(const fs::path& path) {
  if (!fs::is_directory(path)) return replay_file(path);
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(path)) count += replay_file(entry.path());
  return count;
}

}  // namespace

int main(int argc, char** argv) try {
  std::size_t count = 0;
  for (int i = 1; i < argc; ++i) count += replay_all(argv[i]);
  std::printf("%zu inputs replayed\n", count);
  return count == 0 ? 1 : 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "%s\n", problem.what());
  return 2;
}
