// Times every contestant on every workload.

#include "bodies.hpp"
#include "contestants.hpp"
#include "timings.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace bench {
namespace {

void judge_all(benchmark::State& state, const contestant& who, const workload& what) {
  for (auto _ : state) {
    for (const padded_text& each : what.bodies) {
      benchmark::DoNotOptimize(who.judge(each.view()));
    }
  }
}

}  // namespace

void register_bodies() {
  static const std::vector<workload> workloads = all_workloads();
  for (const workload& what : workloads) {
    for (const contestant& who : all_contestants()) {
      benchmark::RegisterBenchmark(("bodies/" + what.name + '/' + std::string(who.name)).c_str(),
                                   [&](benchmark::State& state) { judge_all(state, who, what); });
    }
  }
}

}  // namespace bench
