// Reads texts, one a line, each as a JSON string. Says of each, in a line, what becomes of it as a body
// and as the card inside of one, a tab between: "accepted", or why it is not JSON.

#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

// Why the text that a rule is about is no JSON. That it is no object is no matter here.
std::string_view result(const report& found, std::string_view rule_id) {
  for (const diagnostic& each : found) {
    const syntax_error reason = each.args().reason;
    if (each.rule().id != rule_id || reason == syntax_error::not_an_object) continue;
    return localized(reason).en;
  }
  return "accepted";
}

std::string_view as_body(std::string_view text) {
  const report whole = preflight(text);
  preflight_stream stream;
  for (const char& each : text) stream.write({&each, 1});
  if (stream.finish() != whole) throw std::runtime_error("byte by byte it is validated otherwise");
  return result(whole, "json-syntax");
}

// No card is empty: that is another rule's to say.
std::string_view as_card(std::string_view text) {
  if (text.empty()) return localized(syntax_error::end_of_text).en;
  const std::string body = json::serialize(json::object{{"push_content", text}});
  return result(preflight(body), "card-syntax");
}

}  // namespace

int main() try {
  for (std::string line; std::getline(std::cin, line);) {
    const json::value text = json::parse(line);
    std::cout << as_body(text.as_string()) << '\t' << as_card(text.as_string()) << '\n';
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 2;
}
