#include "replace_file.hpp"

#include "system.hpp"
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

namespace preflight_tool {
namespace {

bool explain_failure(const std::string& file, const char* reason) {
  std::fprintf(stderr, "preflight: cannot write %s: %s\n",
               feishu::helpdesk::sanitize_for_terminal(file).c_str(), reason);
  return false;
}

// A rename is atomic within a directory, so the text is first written to a file beside the target.
std::string temporary_name(const std::string& beside, int attempt) {
  return system::directory_of(beside) + ".preflight-" + std::to_string(system::process_id()) + '-' +
         std::to_string(attempt) + ".tmp";
}

bool write_beside(const std::string& target, const std::string* existing, std::string_view text) {
  constexpr int most_attempts = 100;
  std::string temporary;
  int descriptor = -1;
  errno = EEXIST;
  for (int i = 0; i < most_attempts && descriptor < 0 && errno == EEXIST; ++i) {
    temporary = temporary_name(target, i);
    descriptor = system::create(temporary, existing);
  }
  if (descriptor < 0) return false;
  const bool is_written = system::write(descriptor, text);
  const int reason = errno;
  const bool is_finished = system::finish(descriptor);
  if (is_written && is_finished && system::replace(target, temporary)) return true;
  const int last_reason = is_written ? errno : reason;
  system::remove(temporary);
  errno = last_reason;
  return false;
}

}  // namespace

bool replace_file(const std::string& file, std::string_view text) {
  if (!system::is_taken(file)) {
    return write_beside(file, nullptr, text) || explain_failure(file, std::strerror(errno));
  }
  const std::optional<std::string> target = system::resolve_links(file);
  const std::optional<system::file_identity> there =
      target ? system::identify(*target) : std::nullopt;
  if (!there) return explain_failure(file, std::strerror(errno));
  if (!there->is_regular) return explain_failure(file, "not a regular file");
  if (system::is_writable(*target) && write_beside(*target, &*target, text)) return true;
  return explain_failure(file, std::strerror(errno));
}

}  // namespace preflight_tool
