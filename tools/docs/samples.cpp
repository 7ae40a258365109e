// Prints what `violating` makes of a few bytes, for each rule about bodies, and a sum over much more: from the
// same bytes, the same comes on every machine.

#include <feishu/helpdesk/fuzz.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace feishu::helpdesk;
using fuzz::bytes_of;
using fuzz::choices;

// FNV-1a, of 64 bits.
class checksum {
 public:
  void add(std::string_view text) {
    for (const char c : text) sum_ = (sum_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  [[nodiscard]] std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0xcbf29ce484222325;
};

std::string body_that_breaks(const rule& broken, std::uint64_t seed) {
  return fuzz::violating(broken, bytes_of<64>(seed))->body;
}

// Of a few bodies the shortest, which shows best what is wrong.
void print(const rule& broken) {
  std::string shortest = body_that_breaks(broken, 0);
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    if (std::string body = body_that_breaks(broken, seed); body.size() < shortest.size()) {
      shortest = std::move(body);
    }
  }
  constexpr std::size_t enough = 240;
  std::cout << '\n' << broken.id << "\n    " << sanitize_for_terminal(shortest.substr(0, enough));
  if (shortest.size() > enough) std::cout << " … " << shortest.size() << " bytes";
  std::cout << '\n';
}

std::uint64_t sum_of_many() {
  checksum sum;
  std::string body;
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    const auto bytes = bytes_of<200>(seed);
    choices from(bytes);
    const std::string other = fuzz::valid_sample(from).body;
    body = fuzz::crossed(body, other, 1024, from);
    body = fuzz::mutated(body, 1024, from);
    sum.add(body);
    sum.add(fuzz::violating(rules[seed % detail::rule_count], bytes)->body);
    choices again(bytes);
    const notification any = fuzz::arbitrary_notification(again);
    sum.add(fuzz::write_body(any, again));
  }
  return sum.value();
}

}  // namespace

int main() {
  std::cout << "What violating() makes of a few bytes. Generated: see docs/BUILD.\n";
  for (const rule& each : rules) {
    if (each.group != rule_group::request) print(each);
  }
  std::cout << "\nThe sum of many more: " << sum_of_many() << '\n';
}
