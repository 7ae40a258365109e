// Tests for properties need no fuzzer, nor a library: a loop over seeds.

#include "examples/fuzzing/gateway.hpp"
#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/fuzz.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <cstdint>
#include <iostream>
#include <optional>

namespace helpdesk = feishu::helpdesk;

namespace {

// [valid]
// Whatever is legal is sent to somebody.
bool legal_pushes_are_sent() {
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const helpdesk::notification push =
        helpdesk::fuzz::valid_notification(helpdesk::fuzz::bytes_of<128>(seed));
    if (messages_of(helpdesk::validate(push)) != 0) continue;
    std::cerr << "accepted, but nobody gets it: seed " << seed << ", " << *push.job_name << '\n';
    return false;
  }
  return true;
}
// [/valid]

// [violating]
// A body that breaks even one rule is sent to nobody.
bool faulty_pushes_are_not() {
  for (const helpdesk::rule& each : helpdesk::rules) {
    if (each.severity != helpdesk::severity::error) continue;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const std::optional<helpdesk::fuzz::sample> wrong =
          helpdesk::fuzz::violating(each, helpdesk::fuzz::bytes_of<128>(seed));
      if (messages_of(helpdesk::preflight(wrong->body, wrong->known())) == 0) continue;
      std::cerr << "sent in spite of " << each.id << ": " << wrong->body << '\n';
      return false;
    }
  }
  return true;
}
// [/violating]

// [arbitrary]
// Whatever a struct can hold, nothing goes wrong with it, and it is found like its bytes.
bool anything_can_be_validated() {
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const auto bytes = helpdesk::fuzz::bytes_of<256>(seed);
    helpdesk::fuzz::choices from(bytes);
    const helpdesk::notification any = helpdesk::fuzz::arbitrary_notification(from);
    const helpdesk::report found = helpdesk::validate(any);
    if (helpdesk::preflight(helpdesk::fuzz::write_body(any, from)).ok() != found.ok()) return false;
    messages_of(found);
  }
  return true;
}
// [/arbitrary]

}  // namespace

int main() {
  const bool all_hold =
      legal_pushes_are_sent() && faulty_pushes_are_not() && anything_can_be_validated();
  return all_hold ? 0 : 1;
}
