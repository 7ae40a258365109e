#include "log.hpp"

#include "limits.hpp"
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstdio>
#include <string>

namespace sandbox {
namespace {

std::string shown(std::string_view text) {
  if (text.empty()) return "-";
  if (text.size() <= limits::logged_bytes) return feishu::helpdesk::sanitize_for_terminal(text);
  return feishu::helpdesk::sanitize_for_terminal(text.substr(0, limits::logged_bytes)) + "…";
}

}  // namespace

void log(std::string_view method, std::string_view target, const outgoing& answer,
         std::chrono::steady_clock::duration took) {
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  log(shown(method) + ' ' + shown(target) + ' ' + std::to_string(answer.http_status) + ' ' +
      std::to_string(answer.code) + (answer.found.empty() ? "" : " (" + answer.found + ')') + ' ' +
      std::to_string(microseconds) + " us");
}

void log(std::string_view what) {
  std::fwrite(what.data(), 1, what.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

}  // namespace sandbox
