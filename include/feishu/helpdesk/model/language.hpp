#ifndef FEISHU_HELPDESK_MODEL_LANGUAGE_HPP
#define FEISHU_HELPDESK_MODEL_LANGUAGE_HPP

#include <feishu/helpdesk/detail/config.hpp>

#include <cstdint>
#include <string_view>

/// Words in the two languages that the library speaks.
namespace feishu::helpdesk {

/// What the library speaks.
enum class language : std::uint8_t { en, zh };

/// One piece of text in both languages. Refers to text that outlives it: in the library, always literals.
struct localized_text {
  std::string_view en{};  ///< in English
  std::string_view zh{};  ///< in Chinese

  /// No words.
  constexpr localized_text() = default;
  /// One text in each.
  constexpr localized_text(std::string_view english, std::string_view chinese) noexcept
      : en(english), zh(chinese) {}
  /// Literals, whose lengths compilers know: to let them count takes long.
  constexpr localized_text(const char* english, const char* chinese) noexcept
      : en(english, detail::length_of(english)), zh(chinese, detail::length_of(chinese)) {}

  /// The words in this language.
  [[nodiscard]] constexpr std::string_view in(language chosen = language::en) const noexcept {
    return chosen == language::zh ? zh : en;
  }
};

}  // namespace feishu::helpdesk

#endif
