// A corpus as one text, an input a line, so that thousands of inputs are one file to keep and to read.
// What would not stay in its line, or is no ASCII, is escaped as in C++: `\n`, `\\`, `\x1f`.

#ifndef FEISHU_HELPDESK_FUZZ_PACKED_HPP
#define FEISHU_HELPDESK_FUZZ_PACKED_HPP

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fuzz {

inline std::string packed(std::string_view input) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string line;
  for (const char c : input) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      line += "\\n";
    } else if (c == '\\') {
      line += "\\\\";
    } else if (byte < 0x20 || byte >= 0x7f) {
      line += "\\x";
      line += digits[byte >> 4];
      line += digits[byte & 0xf];
    } else {
      line += c;
    }
  }
  return line;
}

// Throws for a line that `packed` does not write.
inline std::string unpacked(std::string_view line) {
  std::string input;
  while (!line.empty()) {
    std::size_t taken = 1;
    if (line[0] != '\\') {
      input += line[0];
    } else if (line.starts_with("\\n") || line.starts_with("\\\\")) {
      input += line[1] == 'n' ? '\n' : '\\';
      taken = 2;
    } else if (line.starts_with("\\x") && line.size() >= 4) {
      input += static_cast<char>(std::stoi(std::string(line.substr(2, 2)), nullptr, 16));
      taken = 4;
    } else {
      throw std::runtime_error("not a packed input: " + std::string(line));
    }
    line.remove_prefix(taken);
  }
  return input;
}

}  // namespace fuzz

#endif
