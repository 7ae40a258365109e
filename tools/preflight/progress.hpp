#ifndef FEISHU_PREFLIGHT_TOOL_PROGRESS_HPP
#define FEISHU_PREFLIGHT_TOOL_PROGRESS_HPP

#include "files.hpp"
#include <feishu/helpdesk/model/language.hpp>

#include <chrono>
#include <cstddef>
#include <optional>

namespace preflight_tool {

/// A line on the terminal that says how far the work is: nothing if standard error is none, or if it
/// is where the input is typed.
class progress {
 public:
  progress(const input& of, feishu::helpdesk::language chosen);
  ~progress() { erase(); }
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  /// Shows what was done, but not more often than people can read.
  void show(std::size_t lines, std::size_t bytes);

  /// Makes room for other text.
  void erase();

 private:
  using clock = std::chrono::steady_clock;

  bool is_wanted_;
  std::optional<std::size_t> size_;
  feishu::helpdesk::language language_;
  clock::time_point next_{};
  bool is_shown_ = false;
};

}  // namespace preflight_tool

#endif
