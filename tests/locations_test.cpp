// Each rule points where locations.hpp says.

#include "tests/locations.hpp"

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using position::all_places;
using position::pointed;
using position::points_nowhere;

// Whether the rule is broken there, and nowhere before.
bool points_there(const pointed& each, std::string_view body, std::size_t place) {
  const report found = preflight(body, each.known());
  const auto first = std::find_if(found.begin(), found.end(),
                                  [&](const diagnostic& d) { return d.rule().id == each.rule_id; });
  return first != found.end() && first->offset() == place;
}

TEST_CASE("every rule that looks at the text points where the catalogue says") {
  for (const pointed& each : all_places()) {
    CAPTURE(each.rule_id);
    CAPTURE(each.marked.substr(0, 100));
    const std::size_t place = each.place();
    const std::string body = each.body();
    CHECK(points_there(each, body, place));
    // And wherever the text begins, after a mark of its end or two.
    CHECK(points_there(each, "\r\n\t " + body, place + 4));
  }
}

TEST_CASE("no rule is forgotten here") {
  const std::vector<pointed> all = all_places();
  for (const rule& each : rules) {
    CAPTURE(each.id);
    const bool has_place = std::ranges::count(all, each.id, &pointed::rule_id) != 0;
    const bool has_none = std::ranges::count(points_nowhere, each.id) != 0;
    CHECK(has_place != has_none);
  }
}

TEST_CASE("rules of the request alone point nowhere") {
  const report found = preflight("{}", {.user_id_type = "email",
                                        .notification_id = "abc",
                                        .access_token = "t-1",
                                        .helpdesk = helpdesk_credentials{},
                                        .host = "https://a",
                                        .current_status = 1});
  for (const std::string_view id : points_nowhere) {
    CAPTURE(id);
    const auto broken = std::find_if(found.begin(), found.end(),
                                     [&](const diagnostic& d) { return d.rule().id == id; });
    REQUIRE(broken != found.end());
    CHECK(broken->offset() == npos);
  }
}

}  // namespace
