// valijson over Boost.JSON's values. Not checked, for a schema cannot say it: the card's text, and
// fields that stand twice. The schema, the parser and the buffer of the values are kept. Stops at
// the first fault, and tells no place in the text.

#include "candidate.hpp"

#include <boost/json.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace bench {
namespace {

class rules {
 public:
  rules() {
    const boost::json::value text = boost::json::parse(schema_text());
    valijson::SchemaParser(valijson::SchemaParser::kDraft4)
        .populateSchema(valijson::adapters::BoostJsonAdapter(text), schema_);
  }

  bool hold_for(const boost::json::value& document) {
    return validator_.validate(schema_, valijson::adapters::BoostJsonAdapter(document), nullptr);
  }

 private:
  valijson::Schema schema_;
  valijson::Validator validator_{valijson::Validator::kStrongTypes};
};

}  // namespace

bool validate_with_valijson(std::string_view body) {
  static rules all;
  static unsigned char buffer[16 << 20];
  static boost::json::parser parser;
  boost::json::monotonic_resource memory(buffer, sizeof buffer);
  boost::json::error_code problem;
  parser.reset(&memory);
  parser.write(body, problem);
  return !problem && all.hold_for(parser.release());
}

}  // namespace bench
