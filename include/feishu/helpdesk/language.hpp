#ifndef FEISHU_HELPDESK_LANGUAGE_HPP
#define FEISHU_HELPDESK_LANGUAGE_HPP

#include <cstdint>
#include <string_view>

/// Words in the two languages that the library speaks.
namespace feishu::helpdesk {

enum class language : std::uint8_t { en, zh };

/// One piece of text in both languages. Refers to text that outlives it: in the library, always literals.
struct wording {
  std::string_view en{};
  std::string_view zh{};

  [[nodiscard]] constexpr std::string_view in(language chosen) const noexcept {
    return chosen == language::zh ? zh : en;
  }
};

}  // namespace feishu::helpdesk

#endif
