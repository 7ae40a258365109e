#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/timestamp.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <ratio>
#include <type_traits>

namespace {

using namespace feishu::helpdesk;
using std::chrono::system_clock;

template <class Rep, class Period>
constexpr std::int64_t milliseconds_of(std::chrono::duration<Rep, Period> since_1970) {
  return timestamp(std::chrono::time_point<system_clock, decltype(since_1970)>(since_1970))
      .milliseconds();
}

static_assert(timestamp(1626332244719).milliseconds() == 1626332244719);
static_assert(milliseconds_of(std::chrono::nanoseconds(1'626'332'244'719'999'999)) ==
              1626332244719);
static_assert(milliseconds_of(std::chrono::milliseconds(-1)) == -1);
static_assert(milliseconds_of(std::chrono::seconds(1626332244)) == 1626332244000);
static_assert(milliseconds_of(std::chrono::hours(24)) == 86'400'000);
static_assert(milliseconds_of(std::chrono::duration<std::int64_t, std::ratio<1, 3>>(2)) == 666);

// A steady clock does not count from 1970, and a duration is not a point in time.
static_assert(!std::is_constructible_v<timestamp, std::chrono::steady_clock::time_point>);
static_assert(!std::is_constructible_v<timestamp, std::chrono::seconds>);

TEST_CASE("timestamp: a time point of the system clock is the present time of a context") {
  constexpr auto now = system_clock::time_point(std::chrono::milliseconds(1626332244720));
  const context known{.mode = mode::partial, .now = now};
  CHECK(preflight(R"({"send_at":"1626332244719"})", known).has("send-at-past"));
  CHECK(preflight(R"({"send_at":"1626332244720"})", known).empty());
}

}  // namespace
