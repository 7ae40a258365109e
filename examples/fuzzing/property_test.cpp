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

using namespace feishu::helpdesk;

namespace {

// [valid]
// Whatever is legal is sent to somebody.
bool legal_pushes_are_sent() {
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const notification push = fuzz::valid_notification(fuzz::bytes_of<128>(seed));
    if (messages_of(validate(push)) != 0) continue;
    std::cerr << "accepted, but nobody gets it: seed " << seed << ", " << *push.job_name << '\n';
    return false;
  }
  return true;
}
// [/valid]

// [violating]
// A body that breaks even one rule is sent to nobody.
bool faulty_pushes_are_not() {
  for (const rule& each : rules) {
    if (each.severity != severity::error) continue;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const std::optional<fuzz::sample> wrong = fuzz::violating(each, fuzz::bytes_of<128>(seed));
      if (messages_of(preflight(wrong->body, wrong->known())) == 0) continue;
      std::cerr << "sent in spite of " << each.id << ": " << wrong->body << '\n';
      return false;
    }
  }
  return true;
}
// [/violating]

// [arbitrary]
// Whatever a struct can hold, nothing goes wrong with it, and it is validated like its bytes.
bool anything_can_be_validated() {
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const auto bytes = fuzz::bytes_of<256>(seed);
    fuzz::choices from(bytes);
    const notification any = fuzz::arbitrary_notification(from);
    const report validated = validate(any);
    if (preflight(fuzz::write_body(any, from)).ok() != validated.ok()) return false;
    messages_of(validated);
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
