// One input of a fuzzer: the bytes of a body, which a gateway takes or refuses. What it takes, it sends.

#include "examples/fuzzing/gateway.hpp"
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace helpdesk = feishu::helpdesk;

// [harness]
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const helpdesk::report found = helpdesk::preflight(body);
  if (found.ok() && messages_of(found) == 0) {
    std::cerr << "accepted, but nobody gets it: " << body << '\n';
    std::abort();
  }
  return 0;
}
// [/harness]
