// RapidJSON's events straight into its validator of JSON Schema (draft 4). Not checked, for a schema
// cannot say it: the card's text, and fields that stand twice. The schema, the reader and the
// validator are kept. Stops at the first fault, and tells no place in the text.

#include "candidate.hpp"

#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>

#include <stdexcept>

namespace bench {
namespace {

class schema {
 public:
  schema() {
    document_.Parse(schema_text().data(), schema_text().size());
    if (document_.HasParseError()) throw std::runtime_error("the schema is not JSON");
  }
  [[nodiscard]] const rapidjson::Document& document() const { return document_; }

 private:
  rapidjson::Document document_;
};

}  // namespace

bool validate_with_rapidjson_schema(std::string_view body) {
  static const schema text;
  static const rapidjson::SchemaDocument rules(text.document());
  static rapidjson::SchemaValidator validator(rules);
  static rapidjson::Reader reader;

  validator.Reset();
  rapidjson::MemoryStream stream(body.data(), body.size());
  const bool is_json = reader.Parse<rapidjson::kParseValidateEncodingFlag>(stream, validator);
  return is_json && validator.IsValid();
}

}  // namespace bench
