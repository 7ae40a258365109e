#include "line_reader.hpp"

#include <algorithm>

namespace preflight_tool {
namespace {

// By searches, not byte by byte: lines are long.
std::size_t count_line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

bool line_reader::next(block& to) {
  std::size_t limit = within_.block;
  if (to.buffer.size() < rest_.size()) to.buffer.resize(rest_.size());
  std::ranges::copy(rest_, to.buffer.begin());
  to.size = rest_.size();
  for (std::size_t searched = 0;;) {
    const std::string_view fresh = to.text().substr(searched);
    const std::size_t end = is_inside_line_ ? fresh.find('\n') : fresh.rfind('\n');
    if (end != std::string_view::npos) return cut(to, searched + end + 1, false);
    searched = to.size;

    if (to.size >= (is_inside_line_ ? within_.block : within_.line)) {
      // A CR may be half of the line's end, which is not the body's.
      return cut(to, to.size - (to.text().ends_with('\r') ? 1 : 0), true);
    }
    while (limit <= to.size) limit = std::min(2 * limit, within_.line);
    if (!has_ended_ && !fill(to, limit)) return false;
    if (has_ended_) return (to.size != 0 || is_inside_line_) && cut(to, to.size, false);
  }
}

// Reads on, until the block has `limit` bytes at most. False if reading fails.
bool line_reader::fill(block& to, std::size_t limit) {
  if (to.buffer.size() < limit) to.buffer.resize(limit);
  const std::optional<std::size_t> count = read_(to.buffer.data() + to.size, limit - to.size);
  has_ended_ = count.value_or(0) == 0;
  to.size += count.value_or(0);
  if (!count) {
    rest_.clear();
    is_inside_line_ = false;
  }
  return count.has_value();
}

// Keeps the first `size` bytes as the block, and the others for the next one.
bool line_reader::cut(block& to, std::size_t size, bool goes_on) {
  rest_ = to.text().substr(size);
  to.size = size;
  to.first_line = line_;
  line_ += count_line_ends(to.text());
  to.next_line = line_;
  to.end = end_ += size;
  to.goes_on = is_inside_line_ = goes_on;
  return true;
}

}  // namespace preflight_tool
