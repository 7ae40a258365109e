#ifndef FEISHU_PREFLIGHT_TOOL_SYSTEM_HPP
#define FEISHU_PREFLIGHT_TOOL_SYSTEM_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// What a file is, whatever it is called: equal where two names or descriptors lead to one file.
struct file_identity {
  std::uint64_t volume = 0;
  std::uint64_t index = 0;
  bool is_regular = false;

  bool operator==(const file_identity&) const = default;
};

/// Returns what is open there; nothing if the system does not know.
[[nodiscard]] std::optional<file_identity> identify(int descriptor);

/// Returns what a name leads to, through symbolic links; nothing if there is no such file, and sets `errno`.
[[nodiscard]] std::optional<file_identity> identify(const std::string& file);

/// Returns the name that symbolic links lead to; nothing if there is no such file, and sets `errno`.
[[nodiscard]] std::optional<std::string> resolve_links(const std::string& file);

/// Returns the directory that a name begins with, and its separator; empty if there is none.
[[nodiscard]] std::string directory_of(const std::string& file);

/// Returns whether there is a file or a symbolic link of this name, wherever the link leads.
[[nodiscard]] bool is_taken(const std::string& file);

/// Returns whether the user may write to a file that there is; if not, sets `errno`.
[[nodiscard]] bool is_writable(const std::string& file);

/// Creates a file for writing, with the permissions and the owner of `model` as far as possible, or the usual
/// ones if there is none. Returns a descriptor, or a negative number and sets `errno`: EEXIST if there
/// is a file of this name.
[[nodiscard]] int create(const std::string& file, const std::string* model);

/// Writes all of it. If not, sets `errno`.
[[nodiscard]] bool write(int descriptor, std::string_view text);

/// Closes what was written. If not all of it was, sets `errno`.
[[nodiscard]] bool finish(int descriptor);

/// Gives a file another name of the same directory, at once, in place of a file of that name. If not, sets `errno`.
[[nodiscard]] bool replace(const std::string& file, const std::string& by);

void remove(const std::string& file);

/// Returns a number that no other process has now.
[[nodiscard]] long process_id();

[[nodiscard]] bool is_terminal(int descriptor);

/// Returns whether the process works in this directory now.
[[nodiscard]] bool change_directory(const char* to);

}  // namespace preflight_tool::system

#endif
