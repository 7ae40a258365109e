// Results are handed in in the order of the items, by however many threads.

#include "tools/preflight/in_order.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <latch>
#include <new>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace {

using preflight_tool::in_order;

constexpr std::size_t job_counts[] = {1, 2, 3, 8};

// Takes 0, 1, 2, …, `count` items in all.
auto counting_to(std::size_t count, std::size_t& next) {
  return [count, &next](std::size_t& item) {
    item = next++;
    return item < count;
  };
}

// Takes time that differs from item to item, so that later items overtake earlier ones.
void dawdle(std::size_t item) {
  const std::atomic<std::size_t> rounds = item % 7 * 500;
  for (std::size_t i = 0; i < rounds; ++i) {
  }
}

TEST_CASE("what is handed in stands in the order of the items") {
  constexpr std::size_t count = 2000;
  std::vector<std::size_t> expected(count);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  for (const std::size_t jobs : job_counts) {
    std::size_t next = 0;
    std::atomic<std::size_t> in_the_works = 0;
    std::atomic<bool> are_too_many = false;
    std::vector<std::size_t> handed_in;
    in_order::run<std::size_t>(jobs, counting_to(count, next),
                               [&](std::size_t item, const in_order::turn& turn) {
                                 if (++in_the_works > jobs) are_too_many = true;
                                 dawdle(item);
                                 const bool goes_on = turn.wait();
                                 handed_in.push_back(item);
                                 --in_the_works;
                                 return goes_on;
                               });
    CHECK(handed_in == expected);
    CHECK_FALSE(are_too_many);
    CHECK(next == count + 1);
  }
}

TEST_CASE("an item that has nothing to hand in need not wait for its turn") {
  for (const std::size_t jobs : job_counts) {
    std::size_t next = 0;
    std::atomic<std::size_t> worked = 0;
    in_order::run<std::size_t>(jobs, counting_to(100, next), [&](std::size_t, const auto&) {
      ++worked;
      return true;
    });
    CHECK(worked == 100);
  }
}

TEST_CASE("jobs work at the same time") {
  std::latch all_are_here(3);
  std::size_t next = 0;
  in_order::run<std::size_t>(3, counting_to(3, next), [&](std::size_t, const auto&) {
    all_are_here.arrive_and_wait();
    return true;
  });
  CHECK(next >= 4);
}

TEST_CASE("where work is false, nothing later is handed in") {
  for (const std::size_t jobs : job_counts) {
    std::size_t next = 0;
    std::vector<std::size_t> handed_in;
    in_order::run<std::size_t>(jobs, counting_to(1000, next),
                               [&](std::size_t item, const in_order::turn& turn) {
                                 if (!turn.wait()) return false;
                                 handed_in.push_back(item);
                                 return item < 20;
                               });
    CHECK(handed_in.size() == 21);
    CHECK(next < 100);
  }
}

TEST_CASE("what work throws arrives, and ends all") {
  for (const std::size_t jobs : job_counts) {
    std::size_t next = 0;
    const auto work = [](std::size_t item, const in_order::turn&) {
      if (item == 20) throw std::bad_alloc();
      return true;
    };
    CHECK_THROWS_AS(in_order::run<std::size_t>(jobs, counting_to(1000, next), work),
                    std::bad_alloc);
    CHECK(next < 1000);
  }
}

TEST_CASE("what taking throws arrives") {
  for (const std::size_t jobs : job_counts) {
    const auto take = [](std::size_t&) -> bool { throw std::runtime_error("no more"); };
    CHECK_THROWS_AS(
        in_order::run<std::size_t>(jobs, take, [](std::size_t, const auto&) { return true; }),
        std::runtime_error);
  }
}

}  // namespace
