// valijson's opinion of bodies. It knows draft 7, whose keywords are all that the schemas use.

#ifndef FEISHU_HELPDESK_TESTS_SCHEMA_VALIJSON_JUDGE_HPP
#define FEISHU_HELPDESK_TESTS_SCHEMA_VALIJSON_JUDGE_HPP

#include <boost/json.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <string_view>

namespace schema_test {

class valijson_validator {
 public:
  explicit valijson_validator(const boost::json::value& schema) {
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(adapter(schema), schema_);
  }

  // It takes a text to end where it holds a NUL.
  [[nodiscard]] static bool can_tell(std::string_view body) {
    return body.find("\\u0000") == body.npos;
  }

  [[nodiscard]] bool accepts(std::string_view body) {
    return validator_.validate(schema_, adapter(boost::json::parse(body)), nullptr);
  }

 private:
  using adapter = valijson::adapters::BoostJsonAdapter;

  valijson::Schema schema_;
  valijson::Validator validator_{valijson::Validator::kStrongTypes};
};

}  // namespace schema_test

#endif
