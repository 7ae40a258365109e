#include "files.hpp"

#include <feishu/helpdesk/source_view.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdio.h>

namespace preflight_tool {

using feishu::helpdesk::harmless;

std::string display_name(const std::string& file) { return file == "-" ? "<stdin>" : file; }

void input::freer::operator()(char* line) const { std::free(line); }

input::input(const std::string& file)
    : name_(display_name(file)), file_(file == "-" ? stdin : std::fopen(file.c_str(), "rb")) {
  if (!file_) fail();
}

void input::fail() {
  failed_ = true;
  const std::string reason = std::strerror(errno);
  std::fprintf(stderr, "preflight: cannot read %s: %s\n", harmless(name_).c_str(), reason.c_str());
}

std::optional<std::string> input::read_all() {
  if (failed_) return std::nullopt;
  std::string text;
  char chunk[64 * 1024];
  while (const std::size_t size = std::fread(chunk, 1, sizeof chunk, file_.get())) {
    text.append(chunk, size);
  }
  if (std::ferror(file_.get()) == 0) return text;
  fail();
  return std::nullopt;
}

std::optional<std::string_view> input::read_line() {
  if (failed_) return std::nullopt;
  char* line = line_.release();
  const ssize_t size = ::getline(&line, &capacity_, file_.get());
  line_.reset(line);
  if (size < 0) {
    if (std::feof(file_.get()) == 0) fail();  // memory that runs out is no end of the file
    return std::nullopt;
  }
  std::string_view text(line, static_cast<std::size_t>(size));
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
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
