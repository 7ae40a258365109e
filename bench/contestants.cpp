#include "contestants.hpp"

namespace bench {
namespace {

constexpr contestant all[] = {
    {"preflight", "Feishu Preflight", judge_with_preflight, true, {}, {}},
    {"boost_dom", "Boost.JSON values", judge_with_boost_dom, false, {}, {}},
    {"boost_sax", "Boost.JSON events", judge_with_boost_sax, false, {}, {}},
    {"simdjson_dom", "simdjson DOM", judge_with_simdjson_dom, false, {}, {}},
    {"simdjson_ondemand", "simdjson On-Demand + rules", judge_with_simdjson_ondemand, true, {}, {}},
    {"nlohmann", "nlohmann/json values", judge_with_nlohmann, false, {}, {}},
    {"rapidjson_schema", "RapidJSON events + schema", judge_with_rapidjson_schema, true, {}, {}},
    {"valijson", "Boost.JSON values + valijson", judge_with_valijson, true, {}, {}},
};

}  // namespace

std::span<const contestant> all_contestants() { return all; }

}  // namespace bench
