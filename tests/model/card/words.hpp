#ifndef FEISHU_HELPDESK_TESTS_MODEL_CARD_WORDS_HPP
#define FEISHU_HELPDESK_TESTS_MODEL_CARD_WORDS_HPP

#include <feishu/helpdesk/model/card/card_field.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

// Names of the tables of a card, compared with lists that are written as "a b c".
namespace card_words {

using namespace feishu::helpdesk;
using words = std::set<std::string_view>;

// Splits "a b c".
inline words words_of(std::string_view text) {
  words all;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    all.insert(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return all;
}

inline std::string joined(const words& all) {
  std::string text;
  for (const std::string_view each : all) text += (text.empty() ? "" : " ") + std::string(each);
  return text;
}

inline words names_where(const card_object_info& object, bool (*wanted)(const card_field&)) {
  words all;
  for (const card_field& each : object.fields) {
    if (wanted(each)) all.insert(each.name);
  }
  return all;
}

inline const card_field* field_of(const card_object_info& object, std::string_view name) {
  for (const card_field& each : object.fields) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace card_words

#endif
