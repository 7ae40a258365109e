// Structs, bytes and values are validated alike, over every golden case, but for what a form cannot hold:
//
//     fault                    bytes   Boost.JSON value              struct
//     json-syntax              yes     no: it would not parse        no
//     body-type                yes     yes                           no
//     duplicate-field,        yes     no: the last occurrence is    no
//       and what an earlier              all there is
//       occurrence breaks
//     no-known-field           yes     yes                           no
//     empty-body               yes     yes                           yes; also of nulls
//     misspelt-field           yes     yes; of equal names, once     no
//     unknown-field           yes     yes; of equal names, once     no
//     field-type              yes     yes                           no
//     integer-range            yes     up to 64 bits; beyond, it     no
//                                        is a double: field-type
//     null-field              yes     yes                           no: null is absent
//     all other rules          yes     yes                           yes
//
// Values and structs know no offsets, so findings are compared as multisets.

#include "tests/forms.hpp"

#include "tests/case_file.hpp"
#include "tests/findings.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace {

using namespace feishu::helpdesk;
using namespace forms;
using golden::all_cases;
using golden::findings_of;
using golden::test_case;

TEST_CASE("values are validated like bytes") {
  std::size_t equal = 0;
  std::size_t with_duplicate_fields = 0;
  std::size_t without_value = 0;
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const context known = each.context();
    const report of_bytes = preflight(each.body, known);
    const findings in_bytes = without_offsets(findings_of(of_bytes));
    const std::optional<boost::json::value> value = value_of(each.body);
    if (!value) {
      ++without_value;
      CHECK(of_bytes.has("json-syntax"));
      continue;
    }
    const report found = validate(*value, known);
    const findings in_value = without_offsets(findings_of(found));
    if (has_duplicate_field(in_bytes)) {
      ++with_duplicate_fields;
      const report left = preflight(boost::json::serialize(*value), known);
      CHECK(in_value == without_offsets(findings_of(left)));
      CHECK(std::ranges::includes(in_bytes, in_value));
      CHECK(found.summary() == left.summary());
    } else {
      ++equal;
      CHECK(in_value == seen_in(*value, in_bytes));
      CHECK(found.summary() == of_bytes.summary());
    }
  }
  CHECK(equal > 1100);
  CHECK(with_duplicate_fields > 45);
  CHECK(equal + with_duplicate_fields + without_value == all_cases().size());
}

TEST_CASE("an unsigned integer is an integer, as far as it fits") {
  const boost::json::value fitting{{"push_type", 0u}, {"status", 2147483647u}};
  CHECK(fitting.at("push_type").is_uint64());
  CHECK(boost::json::value_to<notification>(fitting) ==
        notification{.status = 2147483647, .push_type = push_type::scheduled});
  CHECK_FALSE(validate(fitting).has("field-type"));
  CHECK_FALSE(validate(fitting).has("integer-range"));

  const boost::json::value beyond{{"status", 2147483648u}};
  CHECK_FALSE(boost::json::try_value_to<notification>(beyond).has_value());
  CHECK(validate(beyond).has("integer-range"));
}

TEST_CASE("structs are validated like bytes") {
  std::size_t equal = 0;
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const context known = each.context();
    const report of_bytes = preflight(each.body, known);
    const findings in_bytes = without_offsets(findings_of(of_bytes));
    const result<notification> parsed = parse(each.body, known);
    CHECK(parsed.has_value() == std::ranges::none_of(in_bytes, is_json_error));
    if (!parsed) continue;
    ++equal;
    const viewed viewing(*parsed);
    const bool is_empty_patch =
        *parsed == notification{} && known.mode == mode::partial && !known.draft;
    for (const report& found : {validate(*parsed, known), validate(viewing.view, known)}) {
      CHECK(without_offsets(findings_of(found)) == seen_in_structs(in_bytes, is_empty_patch));
      CHECK(found.summary() == of_bytes.summary());
    }
    CHECK(findings_of(parsed.report()) == findings_of(of_bytes));
  }
  CHECK(equal > 900);
}

TEST_CASE("a notification survives being written down") {
  for (const test_case& each : all_cases()) {
    CAPTURE(each);
    const result<notification> parsed = parse(each.body);
    if (!parsed) continue;  // as it must be: see above
    const result<notification> again = parse(serialize(*parsed));
    CHECK((again && *again == *parsed));
    CHECK(boost::json::value_to<notification>(boost::json::value_from(*parsed)) == *parsed);
    CHECK(serialize(viewed(*parsed).view) == serialize(*parsed));
  }
}

}  // namespace
