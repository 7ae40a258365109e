// The operating system, where it is not Windows.

#ifndef _WIN32

#include "system.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace preflight_tool::system {

std::vector<std::string> prepare(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return {argv, argv + argc};
}

int open_for_reading(const std::string& file) { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }

void close(int descriptor) { ::close(descriptor); }

std::optional<std::size_t> read(int descriptor, char* to, std::size_t size) {
  ssize_t count = 0;
  do {
    count = ::read(descriptor, to, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return std::nullopt;
  return static_cast<std::size_t>(count);
}

std::optional<std::size_t> size_of_file(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::size_t>(status.st_size);
}

namespace {

file_identity identity_of(const struct stat& status) {
  return {.volume = static_cast<std::uint64_t>(status.st_dev),
          .index = static_cast<std::uint64_t>(status.st_ino),
          .is_regular = S_ISREG(status.st_mode)};
}

}  // namespace

std::optional<file_identity> identify(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return identity_of(status);
}

std::optional<file_identity> identify(const std::string& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return identity_of(status);
}

std::optional<std::string> resolve_links(const std::string& file) {
  char* const resolved = ::realpath(file.c_str(), nullptr);
  if (resolved == nullptr) return std::nullopt;
  std::string name(resolved);
  std::free(resolved);
  return name;
}

std::string directory_of(const std::string& file) { return file.substr(0, file.rfind('/') + 1); }

bool is_taken(const std::string& file) {
  struct stat status{};
  return ::lstat(file.c_str(), &status) == 0;
}

bool is_writable(const std::string& file) { return ::access(file.c_str(), W_OK) == 0; }

int create(const std::string& file, const std::string* model) {
  struct stat status{};
  if (model != nullptr && ::stat(model->c_str(), &status) != 0) return -1;
  // Nobody else reads what they must not read, not even for a moment.
  const mode_t permissions = model != nullptr ? 0600 : 0666;
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions);
  if (descriptor < 0 || model == nullptr) return descriptor;
  mode_t kept = status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
  if (::fchown(descriptor, status.st_uid, status.st_gid) != 0 &&
      ::fchown(descriptor, static_cast<uid_t>(-1), status.st_gid) != 0) {
    kept &= ~static_cast<mode_t>(S_IRWXG);  // it would be another group
  }
  if (::fchmod(descriptor, kept) == 0) return descriptor;
  const int reason = errno;
  ::close(descriptor);
  ::unlink(file.c_str());
  errno = reason;
  return -1;
}

bool write(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool finish(int descriptor) { return ::close(descriptor) == 0; }

bool replace(const std::string& file, const std::string& by) {
  return std::rename(by.c_str(), file.c_str()) == 0;
}

void remove(const std::string& file) { ::unlink(file.c_str()); }

long process_id() { return static_cast<long>(::getpid()); }

bool is_terminal(int descriptor) { return ::isatty(descriptor) != 0; }

bool change_directory(const char* to) { return ::chdir(to) == 0; }

}  // namespace preflight_tool::system

#endif
