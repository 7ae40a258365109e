#ifndef FEISHU_PREFLIGHT_TOOL_FILES_HPP
#define FEISHU_PREFLIGHT_TOOL_FILES_HPP

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace preflight_tool {

/// How a file that the user named is called in reports: "-" is standard input.
[[nodiscard]] std::string display_name(const std::string& file);

/// A file, or standard input for "-", read to its end or line by line. Failures are explained on
/// standard error.
class input {
 public:
  explicit input(const std::string& file);

  /// All bytes; nothing if it cannot be read.
  [[nodiscard]] std::optional<std::string> read_all();

  /// The next line without its end (LF or CRLF); nothing at the end, or if it cannot be read.
  [[nodiscard]] std::optional<std::string_view> read_line();

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  struct closer {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  struct freer {
    void operator()(char* line) const;
  };

  void fail();

  std::string name_;
  std::unique_ptr<std::FILE, closer> file_;
  std::unique_ptr<char, freer> line_{};
  std::size_t capacity_ = 0;
  bool failed_ = false;
};

/// Writes to standard output. False, with the reason on standard error, if that is not possible.
[[nodiscard]] bool write_output(std::string_view text);

/// Makes sure that all was written.
[[nodiscard]] bool flush_output();

}  // namespace preflight_tool

#endif
