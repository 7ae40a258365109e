#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/json.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
using fuzz::sample;

TEST_CASE("a valid sample has no error, in either form") {
  seeds::for_each(10'000, 300, [](seeds::bytes bytes) {
    const sample made = fuzz::valid_sample(bytes);
    CAPTURE(made.body);
    CHECK(preflight(made.body, made.known()).ok());
    REQUIRE(made.value);
    CHECK(validate(*made.value, made.known()).ok());
  });
}

TEST_CASE("of a request, anything may be known or not") {
  std::set<int> known;
  std::set<std::string> types;
  seeds::for_each(5'000, 100, [&](seeds::bytes bytes) {
    choices from(bytes);
    const sample made{.request = fuzz::valid_request(from)};
    const context c = made.known();
    known.insert((c.notification_id ? 1 : 0) | (c.user_id_type ? 2 : 0) | (c.access_token ? 4 : 0) |
                 (c.helpdesk ? 8 : 0) | (c.current_status ? 16 : 0) | (c.now ? 32 : 0));
    if (c.user_id_type) types.insert(std::string(c.user_id_type->text()));
  });
  CHECK(known.size() == 64);
  CHECK(types == std::set<std::string>{"open_id", "union_id", "user_id"});
}

TEST_CASE("what is known refers to the sample") {
  const sample made{
      .request = {.notification_id = "17", .helpdesk = fuzz::owned_credentials{"1", "ht"}}};
  const context known = made.known();
  CHECK(known.notification_id->view().data() == made.request.notification_id->data());
  CHECK(known.helpdesk->token.view().data() == made.request.helpdesk->token.data());
  CHECK(!known.user_id_type);
}

}  // namespace
