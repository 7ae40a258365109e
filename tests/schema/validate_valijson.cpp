// usage: validate_valijson COMPLETE PARTIAL <cases, one {"mode", "body"} a line
// Says of each body whether valijson finds it valid by the schema of its mode.

#include "tests/schema/valijson_validator.hpp"

#include <boost/json.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;
using schema_test::valijson_validator;

valijson_validator validate_by(const char* path) {
  std::ifstream file(path);
  return valijson_validator(json::parse(std::string{std::istreambuf_iterator<char>(file), {}}));
}

std::string_view verdict_of(valijson_validator& foreign, std::string_view body) {
  if (!valijson_validator::can_tell(body)) return "cannot tell";
  return foreign.accepts(body) ? "valid" : "invalid";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: validate_valijson COMPLETE PARTIAL");
  valijson_validator complete = validate_by(argv[1]);
  valijson_validator partial = validate_by(argv[2]);
  for (std::string line; std::getline(std::cin, line);) {
    const json::value parsed = json::parse(line);
    valijson_validator& chosen = parsed.at("mode") == "complete" ? complete : partial;
    std::cout << verdict_of(chosen, parsed.at("body").as_string()) << '\n';
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
