#include "files.hpp"

#include "system.hpp"
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace preflight_tool {

using feishu::helpdesk::sanitize_for_terminal;

std::string display_name(const std::string& file) { return file == "-" ? "<stdin>" : file; }

input::input(const std::string& file)
    : name_(display_name(file)),
      descriptor_(file == "-" ? system::standard_input : system::open_for_reading(file)) {
  if (descriptor_ < 0) error_ = errno;
}

input::~input() { close(); }

void input::close() {
  if (descriptor_ > system::standard_input) system::close(descriptor_);
  descriptor_ = -1;
}

std::optional<std::size_t> input::read(char* to, std::size_t size) {
  if (failed()) return std::nullopt;
  const std::optional<std::size_t> count = system::read(descriptor_, to, size);
  if (!count) error_ = errno;
  return count;
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

std::optional<std::size_t> input::size() const { return system::size_of_file(descriptor_); }

std::optional<system::file_identity> input::identity() const {
  return system::identify(descriptor_);
}

bool input::is_terminal() const { return system::is_terminal(descriptor_); }

void input::explain_failure() const {
  std::fprintf(stderr, "preflight: cannot read %s: %s\n", sanitize_for_terminal(name_).c_str(),
               std::strerror(error_));
}

namespace {

bool is_closed = false;

bool explain_output_failure() {
  is_closed = is_closed || errno == EPIPE;
  if (is_closed) return false;
  std::fprintf(stderr, "preflight: cannot write to standard output: %s\n", std::strerror(errno));
  return false;
}

}  // namespace

bool write_output(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ||
         explain_output_failure();
}

bool flush_output() { return std::fflush(stdout) == 0 || explain_output_failure(); }

bool is_output_closed() { return is_closed; }

}  // namespace preflight_tool
