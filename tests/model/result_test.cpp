#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using namespace feishu::helpdesk;
using text = result<std::string>;

const report failed = preflight("{");

text made() { return {std::string("made"), report()}; }

// What a temporary returns outlives it.
static_assert(std::is_same_v<decltype(*std::declval<text>()), std::string>);
static_assert(std::is_same_v<decltype(std::declval<text>().value()), std::string>);
static_assert(std::is_same_v<decltype(std::declval<text>().error()), report>);

TEST_CASE("result: a value, or the report that says why there is none") {
  const text none(std::nullopt, failed);
  CHECK((!none && !none.has_value()));
  CHECK(none.error() == failed);
  CHECK(none.value_or("other") == "other");
  CHECK_THROWS_AS(static_cast<void>(none.value()), std::bad_optional_access);

  text some = made();
  REQUIRE(some);
  CHECK((*some == "made" && some->size() == 4 && some.value() == "made"));
  CHECK(some.value_or("other") == "made");
  some.value() += '!';
  CHECK(*std::as_const(some) == "made!");
  CHECK(some.error().empty());
  const std::string& kept = *made();
  CHECK(kept == "made");
}

#if defined(__cpp_lib_expected) && __cpp_lib_expected >= 202202L
TEST_CASE("result: it converts to std::expected") {
  const std::expected<std::string, report> value = made();
  CHECK((value.has_value() && *value == "made"));
  const std::expected<std::string, report> error = text(std::nullopt, failed);
  CHECK((!error.has_value() && error.error() == failed));
}
#endif

}  // namespace
