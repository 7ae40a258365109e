#include "candidates.hpp"

namespace bench {
namespace {

constexpr known_difference ignores_card{"card-syntax", "does not read the card"};
constexpr known_difference ignores_duplicates{"duplicate-field",
                                              "does not see that a field stands twice"};
constexpr known_difference any_depth{"deep nesting", "reads deeper than 32 levels"};
constexpr known_difference only_doubles{"number beyond a double",
                                        "holds no number beyond a double"};

constexpr known_difference skips_mark{"byte-order mark", "skips a byte-order mark"};

// simdjson skips a byte-order mark in newer versions: that comes last, and is left out where it is not so.
constexpr known_difference simdjson_dom_accepts[] = {any_depth, skips_mark};
constexpr known_difference simdjson_dom_refuses[] = {
    only_doubles, {"unknown field", "holds no integer beyond 64 bits"}};

constexpr known_difference ondemand_accepts[] = {
    ignores_card,
    {"deep nesting", "skips values of unknown fields"},
    {"corrupt value, unknown field", "skips values of unknown fields"},
    skips_mark};

std::span<const known_difference> of_this_simdjson(std::span<const known_difference> accepts) {
  static const bool skips = validate_with_simdjson_dom("\xef\xbb\xbf{}");
  return accepts.first(accepts.size() - (skips ? 0 : 1));
}

constexpr known_difference nlohmann_accepts[] = {any_depth, skips_mark};
constexpr known_difference nlohmann_refuses[] = {only_doubles};

constexpr known_difference rapidjson_accepts[] = {
    ignores_card,
    ignores_duplicates,
    any_depth,
    {"half a surrogate pair", "takes a low surrogate that stands alone"}};
constexpr known_difference rapidjson_refuses[] = {only_doubles};

constexpr known_difference valijson_accepts[] = {ignores_card, ignores_duplicates};

const candidate all[] = {
    {"preflight", "Feishu Preflight", validate_with_preflight, true, {}, {}},
    {"boost_dom", "Boost.JSON values", validate_with_boost_dom, false, {}, {}},
    {"boost_sax", "Boost.JSON events", validate_with_boost_sax, false, {}, {}},
    {"simdjson_dom", "simdjson DOM", validate_with_simdjson_dom, false,
     of_this_simdjson(simdjson_dom_accepts), simdjson_dom_refuses},
    {"simdjson_ondemand",
     "simdjson On-Demand + rules",
     validate_with_simdjson_ondemand,
     true,
     of_this_simdjson(ondemand_accepts),
     {}},
    {"nlohmann", "nlohmann/json values", validate_with_nlohmann, false, nlohmann_accepts,
     nlohmann_refuses},
    {"rapidjson_schema", "RapidJSON events + schema", validate_with_rapidjson_schema, true,
     rapidjson_accepts, rapidjson_refuses},
    {"valijson",
     "Boost.JSON values + valijson",
     validate_with_valijson,
     true,
     valijson_accepts,
     {}},
};

}  // namespace

std::span<const candidate> all_candidates() { return all; }

}  // namespace bench
