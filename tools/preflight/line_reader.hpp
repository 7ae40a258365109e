#ifndef FEISHU_PREFLIGHT_TOOL_LINE_READER_HPP
#define FEISHU_PREFLIGHT_TOOL_LINE_READER_HPP

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflight_tool {

/// Whole lines with their ends, or a part of a line that is too long to be held as a whole.
struct block {
  std::vector<char> buffer{};  // kept, that the next block need not allocate
  std::size_t size = 0;
  std::size_t first_line = 1;  // of the file, from 1
  std::size_t next_line = 1;
  std::size_t end = 0;   // where the block ends, in bytes of the file
  bool goes_on = false;  // the line ends in a later block

  [[nodiscard]] std::string_view text() const { return {buffer.data(), size}; }
};

/// Cuts what is read into blocks of lines. A block is all whole lines that one reading brought, so
/// that nobody waits for a block to fill; only a line that spans readings is put together.
class line_reader {
 public:
  /// Reads up to so many bytes: 0 at the end, nothing if that fails.
  using reading = std::function<std::optional<std::size_t>(char*, std::size_t)>;

  struct bounds {
    std::size_t block = std::size_t{128} << 10;
    std::size_t line = std::size_t{16} << 20;  // lines of so many bytes come in parts
  };

  explicit line_reader(reading read) : line_reader(std::move(read), bounds()) {}
  line_reader(reading read, bounds within) : read_(std::move(read)), within_(within) {}

  /// The next block. False at the end, and where reading fails: a line of which only the beginning
  /// was read is no line.
  [[nodiscard]] bool next(block& to);

 private:
  bool fill(block& to, std::size_t limit);
  bool cut(block& to, std::size_t size, bool goes_on);

  reading read_;
  bounds within_;
  std::string rest_{};  // what was read beyond the last block
  std::size_t line_ = 1;
  std::size_t end_ = 0;
  bool is_inside_line_ = false;
  bool has_ended_ = false;
};

/// The lines of a text, one after another, without their ends (LF or CRLF).
class line_cursor {
 public:
  explicit line_cursor(std::string_view text) : rest_(text) {}

  /// The next line; nothing at the end.
  [[nodiscard]] std::optional<std::string_view> next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view rest_;
};

/// Returns whether a line has nothing that JSON counts.
[[nodiscard]] inline bool is_whitespace(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace preflight_tool

#endif
