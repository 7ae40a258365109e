#ifndef FEISHU_HELPDESK_BENCH_CONTESTANT_HPP
#define FEISHU_HELPDESK_BENCH_CONTESTANT_HPP

#include <cstddef>
#include <string_view>

/// The candidates: each validates whether a body may be sent, in a file of its own that includes only
/// this header and its library, so that the same files tell run time, compile time and size.
namespace bench {

/// Every body is followed by this many readable bytes, which simdjson asks for.
inline constexpr std::size_t padding = 64;

/// The rules as a JSON Schema; for those who read one, once.
std::string_view schema_text();

// Whether the body is fine, or for those who know no rules, whether it is JSON. Each keeps between
// calls what its library lets it keep, and throws if it cannot do its job.
bool validate_with_preflight(std::string_view body);
bool validate_with_boost_dom(std::string_view body);
bool validate_with_boost_sax(std::string_view body);
bool validate_with_simdjson_dom(std::string_view body);
bool validate_with_simdjson_ondemand(std::string_view body);
bool validate_with_nlohmann(std::string_view body);
bool validate_with_rapidjson_schema(std::string_view body);
bool validate_with_valijson(std::string_view body);

}  // namespace bench

#endif
