// usage: judge_valijson COMPLETE PARTIAL <cases, one {"mode", "body"} a line
// Says of each body whether valijson, which knows draft 7, finds it valid by the schema of its mode.
// It cannot tell where a text holds a NUL, for it takes the text to end there.

#include <boost/json.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;
using adapter = valijson::adapters::BoostJsonAdapter;

class judge {
 public:
  explicit judge(const char* path) {
    std::ifstream file(path);
    const json::value parsed = json::parse(std::string{std::istreambuf_iterator<char>(file), {}});
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(adapter(parsed), schema_);
  }

  std::string_view operator()(std::string_view body) {
    if (body.find("\\u0000") != body.npos) return "cannot tell";
    const json::value parsed = json::parse(body);
    return validator_.validate(schema_, adapter(parsed), nullptr) ? "valid" : "invalid";
  }

 private:
  valijson::Schema schema_;
  valijson::Validator validator_{valijson::Validator::kStrongTypes};
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: judge_valijson COMPLETE PARTIAL");
  judge complete(argv[1]);
  judge partial(argv[2]);
  for (std::string line; std::getline(std::cin, line);) {
    const json::value parsed = json::parse(line);
    judge& chosen = parsed.at("mode") == "complete" ? complete : partial;
    std::cout << chosen(parsed.at("body").as_string()) << '\n';
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
