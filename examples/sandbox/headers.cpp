#include "headers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace sandbox {
namespace {

constexpr std::string_view whitespace = " \t";
constexpr std::size_t npos = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(whitespace);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(whitespace) - first + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

// The bytes that a Base64 text stands for; nothing if it is none.
std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t end = text.find_last_not_of('=');
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text.substr(0, end == npos ? 0 : end + 1)) {
    const std::size_t digit = digits.find(c);
    if (digit == npos) return {};
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += static_cast<char>(bits >> held & 0xff);
    }
  }
  return bytes;
}

}  // namespace

std::string_view bearer_token(std::string_view authorization) {
  const std::string_view text = trimmed(authorization);
  const std::size_t end = text.find_first_of(whitespace);
  if (end == npos || !same_word(text.substr(0, end), "Bearer")) return {};
  return trimmed(text.substr(end));
}

helpdesk_account read_helpdesk(std::string_view header) {
  const std::string text = from_base64(trimmed(header));
  const std::size_t colon = text.find(':');
  if (colon == npos) return {};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

bool is_json(std::string_view content_type) {
  std::size_t end = content_type.find(';');
  if (!same_word(trimmed(content_type.substr(0, end)), "application/json")) return false;
  while (end != npos) {
    content_type.remove_prefix(end + 1);
    end = content_type.find(';');
    const std::string_view parameter = trimmed(content_type.substr(0, end));
    const std::size_t equals = parameter.find('=');
    if (equals == npos || !same_word(parameter.substr(0, equals), "charset")) continue;
    const std::string_view charset = parameter.substr(equals + 1);
    if (!same_word(charset, "utf-8") && !same_word(charset, "\"utf-8\"")) return false;
  }
  return true;
}

}  // namespace sandbox
