#ifndef FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_WORDS_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_WORDS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <boost/json/object.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// What schemas of a body and of a card are written with.
namespace feishu::helpdesk::detail {

/// How JSON Schema calls a type.
[[nodiscard]] constexpr std::string_view schema_name_of(json_type type) noexcept {
  constexpr std::string_view names[] = {"null",   "boolean", "integer", "number",
                                        "string", "array",   "object"};
  return names[static_cast<std::size_t>(type)];
}

/// Adds words in both languages, the Chinese ones as an extension: "description" and
/// "x-description-zh".
inline void add_localized(boost::json::object& to, std::string_view name,
                          const localized_text& words) {
  to[name] = words.en;
  to["x-" + std::string(name) + "-zh"] = words.zh;
}

}  // namespace feishu::helpdesk::detail

#endif
