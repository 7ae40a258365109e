// nlohmann/json into its values. Knows no rules.

#include "candidate.hpp"

#include <nlohmann/json.hpp>

namespace bench {

bool validate_with_nlohmann(std::string_view body) {
  constexpr bool may_throw = false;
  return !nlohmann::json::parse(body, nullptr, may_throw).is_discarded();
}

}  // namespace bench
