#ifndef FEISHU_HELPDESK_DETAIL_ENCODING_HPP
#define FEISHU_HELPDESK_DETAIL_ENCODING_HPP

#include <cstddef>
#include <string>
#include <string_view>

/// Text made fit for URLs and headers.
namespace feishu::helpdesk::detail {

/// Whether a character may stand as it is.
using character_class = bool (*)(char);

/// Letters, digits, and what RFC 3986 calls unreserved beside them: what a path or a query can hold.
[[nodiscard]] constexpr bool unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// What a file's name can hold within a URI.
[[nodiscard]] constexpr bool in_path(char c) noexcept { return unreserved(c) || c == '/'; }

/// What a host can hold, its port and the brackets of an IPv6 address among it.
[[nodiscard]] constexpr bool host_characters(char c) noexcept {
  return unreserved(c) || c == ':' || c == '[' || c == ']';
}

/// What a header can hold in one word.
[[nodiscard]] constexpr bool printable(char c) noexcept { return c > ' ' && c <= '~'; }

/// The text, with `%` and two digits for each byte that is not of the class. Linear in its size.
[[nodiscard]] inline std::string percent_encoded(std::string_view text, character_class as_it_is) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (as_it_is(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[byte >> 4];
    encoded += digits[byte & 0xf];
  }
  return encoded;
}

/// The Base64 of RFC 4648, section 4, padded. Linear in the size of the text.
[[nodiscard]] inline std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) {
      return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
    };
    const unsigned three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (unsigned digit = 0; digit < 4; ++digit) {
      const bool is_padding = i + digit > bytes.size();
      encoded += is_padding ? '=' : digits[three >> (18 - 6 * digit) & 0x3f];
    }
  }
  return encoded;
}

}  // namespace feishu::helpdesk::detail

#endif
