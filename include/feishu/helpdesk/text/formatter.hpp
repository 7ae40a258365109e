#ifndef FEISHU_HELPDESK_TEXT_FORMATTER_HPP
#define FEISHU_HELPDESK_TEXT_FORMATTER_HPP

#include <feishu/helpdesk/text/to_string.hpp>

#include <version>

#if defined(__cpp_lib_format) && __cpp_lib_format >= 201907L

#include <format>
#include <string>

/// Severities, locations, diagnostics and reports for `std::format`, as `to_string` has them and with the
/// format specifications of strings. Not part of `<feishu/helpdesk/text.hpp>`: `<format>` is a large header.
template <feishu::helpdesk::printable_value T>
struct std::formatter<T> : std::formatter<std::string> {
  /// Writes the value.
  template <class Context>
  auto format(const T& value, Context& to) const {
    return std::formatter<std::string>::format(to_string(value), to);
  }
};

#endif

#endif
