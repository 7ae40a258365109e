// The exported schemas, to a validator that shares no code with us, say what `validate` says, but for what
// the export admits not to say.

#include "fuzz/harness.hpp"
#include "tests/schema/expectation.hpp"
#include "tests/schema/valijson_validator.hpp"
#include <feishu/helpdesk/model/context.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace schema_test;
using fuzz::require;

struct comparison {
  expectation expected;
  valijson_validator foreign;

  explicit comparison(mode m) : expected(m), foreign(expected.schema()) {}

  void check(const std::string& body) {
    const expected_refusal refusal = expected.of(body);
    if (!refusal.incomparable.empty()) return;
    require(foreign.accepts(body) == refusal.for_rules.empty(),
            "a foreign validator says the same");
  }
};

}  // namespace

void fuzz::try_out(std::string_view input) {
  // A pattern is matched recursively there, letter by letter.
  constexpr std::size_t longest = 4096;
  if (input.size() > longest || !valijson_validator::can_tell(input)) return;
  static comparison complete(mode::complete);
  static comparison partial(mode::partial);
  const std::string body(input);
  complete.check(body);
  partial.check(body);
}
