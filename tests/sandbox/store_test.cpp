// That the sandbox's memory is bounded.

#include "examples/sandbox/store.hpp"

#include "examples/sandbox/limits.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sandbox;

TEST_CASE("the oldest notifications go first") {
  store kept(0, 1);
  CHECK(kept.size() == 2);
  std::string first = kept.create("{}", 1);
  for (std::size_t i = 1; i < limits::drafts; ++i) kept.create("{}", 1);
  CHECK(kept.size() == limits::drafts);
  CHECK(kept.find("6981801914270744596") == nullptr);
  CHECK(kept.find(first) != nullptr);
  const std::string last = kept.create("{}", 1);
  CHECK(kept.find(first) == nullptr);
  CHECK(kept.find(last) != nullptr);
  CHECK(kept.bytes() == 2 * limits::drafts);
}

TEST_CASE("many large notifications are fewer") {
  store kept(0, 1);
  const std::string large(limits::body_bytes, ' ');
  std::string last;
  for (int i = 0; i < 40; ++i) last = kept.create(large, 1);
  CHECK(kept.size() == limits::draft_bytes / limits::body_bytes);
  CHECK(kept.bytes() == limits::draft_bytes);

  kept.update(last, large + ' ', 2);
  CHECK(kept.bytes() <= limits::draft_bytes);
  REQUIRE(kept.find(last) != nullptr);
  CHECK(kept.find(last)->fields.size() == limits::body_bytes + 1);
  kept.update(last, "{}", 3);
  CHECK(kept.bytes() == (kept.size() - 1) * limits::body_bytes + 2);
}

}  // namespace
