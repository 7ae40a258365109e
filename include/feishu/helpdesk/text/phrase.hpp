#ifndef FEISHU_HELPDESK_TEXT_PHRASE_HPP
#define FEISHU_HELPDESK_TEXT_PHRASE_HPP

#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// Phrases that several texts are made of.
namespace feishu::helpdesk {
namespace detail {

// Returns the words of one language: `const in_language say{chosen}; say("and", "和")`.
struct in_language {
  language chosen;

  [[nodiscard]] std::string operator()(std::string_view en, std::string_view zh) const {
    return std::string(localized_text{en, zh}.in(chosen));
  }
};

// Returns the beginning of a text, cut at a character's edge and marked if there was more.
inline std::string clipped(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  text = text.substr(0, limit);
  return std::string(text.substr(0, size_of_whole_characters(text))) + "…";
}

}  // namespace detail

/// A value and what it stands for: "0 (all members)". In Chinese with a blank before the digit, as
/// after a word.
[[nodiscard]] inline std::string format_value(const enumerator& value,
                                              language chosen = language::en) {
  const bool chinese = chosen == language::zh;
  std::string text = chinese ? " " : "";
  text += std::to_string(value.value);
  text += chinese ? "（" : " (";
  text += value.meaning.in(chosen);
  return text += chinese ? "）" : ")";
}

/// So many of an object: "1 user", "2 users".
[[nodiscard]] inline std::string format_count(std::size_t count, const object_info& object,
                                              language chosen = language::en) {
  const localized_text& noun = count == 1 ? object.one : object.many;
  std::string text = std::to_string(count);
  text += chosen == language::zh ? " 个" : " ";
  return text += noun.in(chosen);
}

}  // namespace feishu::helpdesk

#endif
