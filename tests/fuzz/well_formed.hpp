// What must hold of a body that was mutated.

#ifndef FEISHU_HELPDESK_TESTS_FUZZ_WELL_FORMED_HPP
#define FEISHU_HELPDESK_TESTS_FUZZ_WELL_FORMED_HPP

#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>

#include <optional>
#include <string_view>

namespace well_formed {

// What a text is to Boost.JSON, which shares nothing with the mutator.
inline std::optional<boost::json::value> read(std::string_view text) {
  boost::json::error_code failure;
  boost::json::parse_options strict;
  strict.max_depth = feishu::helpdesk::detail::max_depth;
  boost::json::value value = boost::json::parse(text, failure, {}, strict);
  return failure ? std::nullopt : std::optional(value);
}

// Whether a text is JSON, and what it holds in the place of a card is the text of an object, if it is text.
inline bool body_with_card(std::string_view text) {
  const std::optional<boost::json::value> body = read(text);
  if (!body) return false;
  // Where the card stands twice, Boost.JSON knows of one.
  if (feishu::helpdesk::preflight(text).has("card-syntax", "/push_content")) return false;
  const boost::json::object* fields = body->if_object();
  const boost::json::value* card =
      fields == nullptr ? nullptr : fields->if_contains("push_content");
  if (card == nullptr || !card->is_string()) return true;
  const std::optional<boost::json::value> held = read(card->get_string());
  return held && held->is_object();
}

}  // namespace well_formed

#endif  // FEISHU_HELPDESK_TESTS_FUZZ_WELL_FORMED_HPP
