// Boost.JSON into values that live in one buffer: the yardstick. Knows no rules. Its best case: the
// parser and the buffer are kept, and nothing is ever freed.

#include "candidate.hpp"

#include <boost/json.hpp>

namespace bench {

bool validate_with_boost_dom(std::string_view body) {
  static unsigned char buffer[16 << 20];
  static boost::json::parser parser;
  boost::json::monotonic_resource memory(buffer, sizeof buffer);
  boost::json::error_code problem;
  parser.reset(&memory);
  parser.write(body, problem);
  if (problem) return false;
  [[maybe_unused]] const boost::json::value document = parser.release();
  return true;
}

}  // namespace bench
