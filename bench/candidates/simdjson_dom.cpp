// simdjson into its tape. Knows no rules. Its best case: the parser is kept, the bytes are padded
// already, and the kernel is the best that this processor has, chosen as the program runs.

#include "candidate.hpp"

#include <simdjson.h>

namespace bench {

static_assert(padding >= simdjson::SIMDJSON_PADDING);

bool validate_with_simdjson_dom(std::string_view body) {
  static simdjson::dom::parser parser;
  return parser.parse(body.data(), body.size(), false).error() == simdjson::SUCCESS;
}

}  // namespace bench
