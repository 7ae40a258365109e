#include "progress.hpp"

#include "environment.hpp"
#include "system.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

namespace preflight_tool {

using feishu::helpdesk::language;

progress::progress(const input& of, language chosen)
    : is_wanted_(system::is_terminal(system::standard_error) && !of.is_terminal() &&
                 !environment::has_dumb_terminal()),
      size_(of.size()),
      language_(chosen) {}

void progress::show(std::size_t lines, std::size_t bytes) {
  if (!is_wanted_ || clock::now() < next_) return;
  next_ = clock::now() + std::chrono::milliseconds(250);
  std::string text = std::to_string(lines) + (language_ == language::zh ? " 行" : " lines");
  if (size_.value_or(0) != 0) {
    const double share = static_cast<double>(bytes) / static_cast<double>(*size_);
    text += language_ == language::zh ? "，" : ", ";
    text += std::to_string(static_cast<int>(100 * std::min(share, 1.0))) + " %";
  }
  std::fprintf(stderr, "\r%s\033[K", text.c_str());
  is_shown_ = true;
}

void progress::erase() {
  if (is_shown_) std::fputs("\r\033[K", stderr);
  is_shown_ = false;
}

}  // namespace preflight_tool
