#include "files.hpp"

#include <feishu/helpdesk/source_view.hpp>

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace preflight_tool {

using feishu::helpdesk::harmless;

std::string display_name(const std::string& file) { return file == "-" ? "<stdin>" : file; }

input::input(const std::string& file)
    : name_(display_name(file)),
      descriptor_(file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) error_ = errno;
}

input::~input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::optional<std::size_t> input::read(char* to, std::size_t size) {
  if (failed()) return std::nullopt;
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, to, size);
  } while (count < 0 && errno == EINTR);
  if (count >= 0) return static_cast<std::size_t>(count);
  error_ = errno;
  return std::nullopt;
}

std::optional<std::string> input::read_all() {
  std::string text;
  char chunk[64 * 1024];
  while (const std::optional<std::size_t> size = read(chunk, sizeof chunk)) {
    if (*size == 0) return text;
    text.append(chunk, *size);
  }
  return std::nullopt;
}

std::optional<std::size_t> input::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::size_t>(status.st_size);
}

bool input::is_terminal() const { return ::isatty(descriptor_) != 0; }

void input::explain_failure() const {
  std::fprintf(stderr, "preflight: cannot read %s: %s\n", harmless(name_).c_str(),
               std::strerror(error_));
}

namespace {

bool explain_output_failure() {
  std::fprintf(stderr, "preflight: cannot write to standard output: %s\n", std::strerror(errno));
  return false;
}

}  // namespace

bool write_output(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ||
         explain_output_failure();
}

bool flush_output() { return std::fflush(stdout) == 0 || explain_output_failure(); }

}  // namespace preflight_tool
