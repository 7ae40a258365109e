// Writes what foreign validators are asked of the schema of a card: cards made from the tables, fixtures, and what is
// not a card, one a line: "refused" or nothing, as the schema must say, a tab, and {"mode", "name", "body"}.

#include "tests/case_file.hpp"
#include "tests/schema/card_states.hpp"

#include <boost/json.hpp>

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;

void write(const std::string& name, const std::string& body, bool is_valid) {
  std::cout << (is_valid ? "" : "refused") << '\t'
            << json::object{{"mode", "complete"}, {"name", name}, {"body", body}} << '\n';
}

// The fixtures that are refused. A schema does not see the mistakes of the others: cards of version 2.0 (20, 21),
// and what is inside strings (24, 27, 28).
constexpr std::string_view refused_fixtures[] = {"23-bad-img-alt-string.json"};

void write_fixtures() {
  for (const auto& each : std::filesystem::directory_iterator("tests/fixtures/cards")) {
    const std::string name = each.path().filename().string();
    bool is_refused = false;
    for (const std::string_view refused : refused_fixtures) is_refused |= name == refused;
    write(name, golden::contents_of(each.path().string()), !is_refused);
  }
}

struct root_case {
  std::string_view card;
  bool is_valid;
};

constexpr root_case roots[] = {
    {"{}", true},
    {R"({"text":"hello"})", false},
    {R"({"msg_type":"interactive","card":{"elements":[]}})", false},
    {R"({"element":[]})", false},
    {R"({"elements":[],"no_such_field":1})", true},
    {R"({"schema":"2.0","body":5,"elements":5})", true},
    {R"({"schema":"1.0","elements":5})", false},
    {R"({"type":"template","data":{}})", true},
    {R"({"type":"card","data":{"card_id":"1"},"elements":5})", true},
    {R"({"type":"other","elements":5})", false},
    {"[]", false},
    {"null", false},
    {"\"{}\"", false},
};

}  // namespace

int main() try {
  schema_test::card_states([](const std::string& name, const json::value& card, bool is_valid) {
    write(name, json::serialize(card), is_valid);
  }).write();
  write_fixtures();
  for (const root_case& each : roots) write("root", std::string(each.card), each.is_valid);
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
