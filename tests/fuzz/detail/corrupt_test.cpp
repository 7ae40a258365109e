#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/corrupt.hpp>
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;
using fuzz::request_context;
using fuzz::sample;

TEST_CASE("a request is corrupt in one respect, in many ways") {
  for (const condition& each :
       {observed::not_an_id, observed::not_a_user_id_type, observed::not_a_user_token,
        observed::not_a_service_desk, observed::not_a_draft}) {
    std::set<std::string> ways;
    seeds::for_each(3'000, 30, [&](seeds::bytes bytes) {
      choices from(bytes);
      sample made;
      fuzz::corrupt_request(made.request, feishu::helpdesk::detail::facts_of(each), from);
      const context known = made.known();
      CHECK(detail::facts_of_request(known) == feishu::helpdesk::detail::facts_of(each));
      const auto add = [&](std::string_view said) { ways.insert(std::string(said)); };
      if (known.notification_id) add(*known.notification_id);
      if (known.user_id_type) add(known.user_id_type->text());
      if (known.access_token) add(*known.access_token);
      if (known.helpdesk)
        add(std::string(known.helpdesk->id) + ':' + std::string(known.helpdesk->token));
      if (known.current_status) add(std::to_string(*known.current_status));
    });
    CHECK(ways.size() >= (feishu::helpdesk::detail::facts_of(each) ==
                                  feishu::helpdesk::detail::facts_of(observed::not_a_service_desk)
                              ? 3
                              : 200));
  }
}

TEST_CASE("a text that depends on the request makes it fit") {
  std::size_t typed = 0;
  std::size_t untyped = 0;
  seeds::for_each(3'000, 40, [&](seeds::bytes bytes) {
    choices from(bytes);
    request_context request;
    const std::string past = fuzz::corrupt_string(
        field_kind::timestamp, feishu::helpdesk::detail::facts_of(observed::before_now), request,
        from);
    REQUIRE(request.now);
    CHECK(std::stoll(past) < *request.now);

    const std::string other = fuzz::corrupt_string(
        field_kind::notification_id, feishu::helpdesk::detail::facts_of(observed::id_mismatch),
        request, from);
    REQUIRE(request.notification_id);
    CHECK(other != *request.notification_id);

    const std::string user = fuzz::corrupt_string(
        field_kind::user_id, feishu::helpdesk::detail::facts_of(observed::unexpected_prefix),
        request, from);
    (request.user_id_type ? typed : untyped) += 1;
    if (request.user_id_type) {
      CHECK(!user.starts_with(*request.user_id_type == "open_id" ? "ou_" : "on_"));
      CHECK(*request.user_id_type != "user_id");  // of which nothing is known
    } else {
      const bool has_prefix = user.starts_with("oc_") || user.starts_with("od-");
      CHECK((has_prefix || user.find('@') != std::string::npos));
    }

    const std::string name =
        fuzz::corrupt_string(field_kind::job_name,
                             feishu::helpdesk::detail::facts_of(observed::unfilled), request, from);
    CHECK((name.find("${") != std::string::npos || name.find("{{") != std::string::npos));

    const std::string chat = fuzz::corrupt_string(
        field_kind::chat_id, feishu::helpdesk::detail::facts_of(observed::unexpected_prefix),
        request, from);
    CHECK(!chat.starts_with("oc_"));
  });
  CHECK(typed > 0);
  CHECK(untyped > 0);
}

}  // namespace
