// Boost.JSON's parser with a handler that does nothing: what reading costs before anybody looks at
// what was read. Knows no rules.

#include "candidate.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <cstdint>

namespace bench {
namespace {

struct deaf_handler {
  using api_error = boost::json::error_code;
  using text = boost::json::string_view;

  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  bool on_document_begin(api_error&) { return true; }
  bool on_document_end(api_error&) { return true; }
  bool on_object_begin(api_error&) { return true; }
  bool on_object_end(std::size_t, api_error&) { return true; }
  bool on_array_begin(api_error&) { return true; }
  bool on_array_end(std::size_t, api_error&) { return true; }
  bool on_key_part(text, std::size_t, api_error&) { return true; }
  bool on_key(text, std::size_t, api_error&) { return true; }
  bool on_string_part(text, std::size_t, api_error&) { return true; }
  bool on_string(text, std::size_t, api_error&) { return true; }
  bool on_number_part(text, api_error&) { return true; }
  bool on_int64(std::int64_t, text, api_error&) { return true; }
  bool on_uint64(std::uint64_t, text, api_error&) { return true; }
  bool on_double(double, text, api_error&) { return true; }
  bool on_bool(bool, api_error&) { return true; }
  bool on_null(api_error&) { return true; }
  bool on_comment_part(text, api_error&) { return true; }
  bool on_comment(text, api_error&) { return true; }
};

}  // namespace

bool validate_with_boost_sax(std::string_view body) {
  static boost::json::basic_parser<deaf_handler> parser{boost::json::parse_options()};
  boost::json::error_code problem;
  parser.reset();
  const std::size_t read = parser.write_some(false, body.data(), body.size(), problem);
  return !problem && read == body.size();
}

}  // namespace bench
