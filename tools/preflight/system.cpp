#include "system.hpp"

#include <sys/stat.h>

#include <fcntl.h>

#ifdef _WIN32
#include <windows.h>
// <windows.h> comes first.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <io.h>
#include <shellapi.h>
#else
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

namespace preflight_tool::system {

#ifdef _WIN32

namespace {

std::wstring to_utf16(const std::string& text) {
  const int size =
      MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), nullptr, 0);
  std::wstring wide(static_cast<std::size_t>(size), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), wide.data(), size);
  return wide;
}

std::string to_utf8(const wchar_t* text) {
  const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
  std::string narrow(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow.data(), size, nullptr, nullptr);
  narrow.pop_back();  // the null
  return narrow;
}

}  // namespace

std::vector<std::string> prepare(int argc, char** argv) {
  _setmode(standard_input, _O_BINARY);
  _setmode(standard_output, _O_BINARY);
  _setmode(standard_error, _O_BINARY);
  SetConsoleOutputCP(CP_UTF8);
  // A terminal shows colors and erases lines only if it is told to.
  for (const DWORD which : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE}) {
    const HANDLE console = GetStdHandle(which);
    DWORD mode = 0;
    if (GetConsoleMode(console, &mode) != 0) {
      SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
  }

  // `argv` is in the code page of the system.
  int count = 0;
  wchar_t** const wide = CommandLineToArgvW(GetCommandLineW(), &count);
  if (wide == nullptr) return {argv, argv + argc};
  std::vector<std::string> arguments;
  for (int i = 0; i < count; ++i) arguments.push_back(to_utf8(wide[i]));
  LocalFree(wide);
  return arguments;
}

int open_for_reading(const std::string& file) {
  return _wopen(to_utf16(file).c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT);
}

void close(int descriptor) { _close(descriptor); }

std::optional<std::size_t> read(int descriptor, char* to, std::size_t size) {
  const auto most = static_cast<unsigned>(std::min<std::size_t>(size, 1U << 30U));
  const int count = _read(descriptor, to, most);
  if (count < 0) return std::nullopt;
  return static_cast<std::size_t>(count);
}

std::optional<std::size_t> size_of_file(int descriptor) {
  struct _stat64 status{};
  if (_fstat64(descriptor, &status) != 0 || (status.st_mode & _S_IFREG) == 0) return std::nullopt;
  return static_cast<std::size_t>(status.st_size);
}

bool is_terminal(int descriptor) { return _isatty(descriptor) != 0; }

bool change_directory(const char* to) { return SetCurrentDirectoryW(to_utf16(to).c_str()) != 0; }

#else

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

bool is_terminal(int descriptor) { return ::isatty(descriptor) != 0; }

bool change_directory(const char* to) { return ::chdir(to) == 0; }

#endif

}  // namespace preflight_tool::system
