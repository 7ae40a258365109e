#ifndef FEISHU_PREFLIGHT_TOOL_FILES_HPP
#define FEISHU_PREFLIGHT_TOOL_FILES_HPP

#include "system.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preflight_tool {

/// How a file that the user named is called in reports: "-" is standard input.
[[nodiscard]] std::string display_name(const std::string& file);

/// A file, or standard input for "-".
class input {
 public:
  explicit input(const std::string& file);
  ~input();
  input(const input&) = delete;
  input& operator=(const input&) = delete;

  /// Reads what is at hand, up to `size` bytes, and waits only where nothing is. 0 is the end; nothing
  /// if it cannot be read.
  [[nodiscard]] std::optional<std::size_t> read(char* to, std::size_t size);

  /// All bytes; nothing if it cannot be read.
  [[nodiscard]] std::optional<std::string> read_all();

  /// How many bytes there are; nothing if that shows only at the end, as with pipes.
  [[nodiscard]] std::optional<std::size_t> size() const;

  [[nodiscard]] bool is_terminal() const;

  /// What is read; nothing if the system does not know.
  [[nodiscard]] std::optional<system::file_identity> identity() const;

  /// Lets go of the file, so that it can be replaced. Nothing can be read any more.
  void close();

  [[nodiscard]] bool failed() const { return error_ != 0; }

  /// Says on standard error why it cannot be read.
  void explain_failure() const;

 private:
  std::string name_;
  int descriptor_;
  int error_ = 0;
};

/// Writes to standard output. False, with the reason on standard error, if that is not possible. A pipe
/// that its reader closed needs no reason: the reader has seen enough.
[[nodiscard]] bool write_output(std::string_view text);

/// Makes sure that all was written.
[[nodiscard]] bool flush_output();

/// Returns whether writing failed because the reader closed the pipe, which is not an error.
[[nodiscard]] bool is_output_closed();

}  // namespace preflight_tool

#endif
