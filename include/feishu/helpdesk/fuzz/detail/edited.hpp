#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_EDITED_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_EDITED_HPP

#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Small changes of scalars.
namespace feishu::helpdesk::fuzz {

/// Another integer, as JSON: a neighbour, the opposite, or one where something begins or ends.
[[nodiscard]] inline std::string edited(const helpdesk::detail::number_token& number,
                                        choices& from) {
  constexpr std::string_view edges[] = {
      "0", "1", "2", "3", "4", "-1", "2147483647", "2147483648", "-2147483648", "-2147483649"};
  const auto value = static_cast<std::uint64_t>(number.value());
  const auto written = [](std::uint64_t bits) {
    return std::to_string(static_cast<std::int64_t>(bits));
  };
  switch (from.below(4)) {
    case 0: return written(value + 1);
    case 1: return written(value - 1);
    case 2: return written(-value);
    default: return std::string(from.pick(edges));
  }
}

/// Text that differs a little: characters come, go, or come twice. It is UTF-8 if it was.
[[nodiscard]] inline std::string edited(std::string text, choices& from) {
  const auto boundary = [&](std::size_t at) {
    while (at < text.size() && helpdesk::detail::is_continuation(text[at])) ++at;
    return at;
  };
  constexpr std::string_view pieces[] = {"ou_", "on_", "oc_", "0", "-", " ", "\"", "\\"};
  const std::size_t first = boundary(from.below(text.size() + 1));
  const std::size_t last = boundary(first + from.below(text.size() - first + 1));
  switch (from.below(4)) {
    case 0: return text.erase(first, last - first);
    case 1: return text.insert(first, text.substr(first, last - first));
    case 2: return text.insert(first, from.pick(pieces));
    default: {
      std::string more;
      write_characters(more, from);
      return text.insert(first, more);
    }
  }
}

}  // namespace feishu::helpdesk::fuzz

#endif
