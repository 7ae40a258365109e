// usage: pack DIRECTORY >FILE.corpus
//        pack --unpack FILE.corpus DIRECTORY
// Packs the files of a directory into one text, smallest first, and back.

#include "fuzz/packed.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

void pack(const fs::path& directory) {
  std::vector<std::string> inputs;
  for (const auto& entry : fs::directory_iterator(directory)) {
    std::ifstream file(entry.path(), std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::ranges::sort(inputs, {}, [](const std::string& s) { return std::pair(s.size(), s); });
  for (const std::string& each : inputs) std::cout << fuzz::packed(each) << '\n';
  if (!std::cout.flush()) throw std::runtime_error("cannot write");
}

void unpack(const fs::path& from, const fs::path& directory) {
  std::ifstream lines(from, std::ios::binary);
  if (!lines) throw std::runtime_error("cannot read " + from.string());
  fs::create_directories(directory);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    std::ofstream file(directory / ("kept-" + std::to_string(++number)), std::ios::binary);
    if (!(file << fuzz::unpacked(line)).flush()) throw std::runtime_error("cannot write");
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc == 4 && std::string_view(argv[1]) == "--unpack") {
    unpack(argv[2], argv[3]);
  } else if (argc == 2) {
    pack(argv[1]);
  } else {
    throw std::runtime_error("usage: pack DIRECTORY | pack --unpack FILE DIRECTORY");
  }
  return 0;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
