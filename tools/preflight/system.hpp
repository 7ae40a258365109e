#ifndef FEISHU_PREFLIGHT_TOOL_SYSTEM_HPP
#define FEISHU_PREFLIGHT_TOOL_SYSTEM_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Everything that depends on the operating system: POSIX or Windows. Names of files are UTF-8 on both.
namespace preflight_tool::system {

inline constexpr int standard_input = 0;
inline constexpr int standard_output = 1;
inline constexpr int standard_error = 2;

/// Prepares the process: a closed pipe is a failure to write, and on Windows standard input and output
/// are binary, and a console shows UTF-8. Returns the arguments in UTF-8, the program's name first.
[[nodiscard]] std::vector<std::string> prepare(int argc, char** argv);

/// Returns a descriptor, or a negative number and sets `errno`.
[[nodiscard]] int open_for_reading(const std::string& file);

void close(int descriptor);

/// Reads what is available, up to `size` bytes; waits if nothing is. Returns 0 at the end; nothing if
/// it cannot be read, and sets `errno`.
[[nodiscard]] std::optional<std::size_t> read(int descriptor, char* to, std::size_t size);

/// Returns the size of a regular file in bytes, nothing for anything else.
[[nodiscard]] std::optional<std::size_t> size_of_file(int descriptor);

[[nodiscard]] bool is_terminal(int descriptor);

/// Returns whether the process works in this directory now.
[[nodiscard]] bool change_directory(const char* to);

}  // namespace preflight_tool::system

#endif
