// The operating system, where it is Windows.

#ifdef _WIN32

#include "system.hpp"

#include <sys/stat.h>

#include <fcntl.h>
#include <windows.h>
// <windows.h> comes first.
#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <io.h>
#include <optional>
#include <shellapi.h>
#include <string>
#include <string_view>
#include <vector>

namespace preflight_tool::system {

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

// Sets `errno` to what comes closest to the last error of the system. Returns false.
bool explain_by_errno() {
  switch (GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND: errno = ENOENT; break;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_WRITE_PROTECT: errno = EACCES; break;
    default: errno = EIO; break;
  }
  return false;
}

// A file or directory that is opened for a question about it.
class opened {
 public:
  explicit opened(const std::string& file)
      : handle_(CreateFileW(to_utf16(file).c_str(), 0,
                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                            OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr)) {}
  ~opened() {
    if (is_open()) CloseHandle(handle_);
  }
  opened(const opened&) = delete;
  opened& operator=(const opened&) = delete;

  [[nodiscard]] bool is_open() const { return handle_ != INVALID_HANDLE_VALUE; }
  [[nodiscard]] HANDLE handle() const { return handle_; }

 private:
  HANDLE handle_;
};

std::optional<file_identity> identity_of(HANDLE file) {
  BY_HANDLE_FILE_INFORMATION about{};
  if (GetFileInformationByHandle(file, &about) == 0) {
    explain_by_errno();
    return std::nullopt;
  }
  return file_identity{.volume = about.dwVolumeSerialNumber,
                       .index = std::uint64_t{about.nFileIndexHigh} << 32U | about.nFileIndexLow,
                       .is_regular = (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0};
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

std::optional<file_identity> identify(int descriptor) {
  return identity_of(reinterpret_cast<HANDLE>(_get_osfhandle(descriptor)));
}

std::optional<file_identity> identify(const std::string& file) {
  const opened there(file);
  if (there.is_open()) return identity_of(there.handle());
  explain_by_errno();
  return std::nullopt;
}

std::optional<std::string> resolve_links(const std::string& file) {
  const opened there(file);
  std::wstring name(32768, L'\0');
  const DWORD size = there.is_open() ? GetFinalPathNameByHandleW(there.handle(), name.data(),
                                                                 static_cast<DWORD>(name.size()), 0)
                                     : 0;
  if (size != 0 && size < name.size()) return to_utf8(name.c_str());
  explain_by_errno();
  return std::nullopt;
}

std::string directory_of(const std::string& file) {
  return file.substr(0, file.find_last_of("/\\") + 1);
}

bool is_taken(const std::string& file) {
  return GetFileAttributesW(to_utf16(file).c_str()) != INVALID_FILE_ATTRIBUTES;
}

bool is_writable(const std::string& file) { return _waccess(to_utf16(file).c_str(), 2) == 0; }

// Permissions are kept by replace().
int create(const std::string& file, const std::string*) {
  return _wopen(to_utf16(file).c_str(), _O_WRONLY | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT,
                _S_IREAD | _S_IWRITE);
}

bool write(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto most = static_cast<unsigned>(std::min<std::size_t>(text.size(), 1U << 30U));
    const int count = _write(descriptor, text.data(), most);
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool finish(int descriptor) { return _close(descriptor) == 0; }

bool replace(const std::string& file, const std::string& by) {
  const std::wstring to = to_utf16(file);
  const std::wstring from = to_utf16(by);
  if (ReplaceFileW(to.c_str(), from.c_str(), nullptr, 0, nullptr, nullptr) != 0) return true;
  if (GetLastError() == ERROR_FILE_NOT_FOUND && MoveFileExW(from.c_str(), to.c_str(), 0) != 0) {
    return true;
  }
  return explain_by_errno();
}

void remove(const std::string& file) { DeleteFileW(to_utf16(file).c_str()); }

long process_id() { return static_cast<long>(GetCurrentProcessId()); }

bool is_terminal(int descriptor) { return _isatty(descriptor) != 0; }

bool change_directory(const char* to) { return SetCurrentDirectoryW(to_utf16(to).c_str()) != 0; }

}  // namespace preflight_tool::system

#endif
