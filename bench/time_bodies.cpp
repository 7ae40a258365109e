// Times every contestant on every workload.

#include "bodies.hpp"
#include "contestants.hpp"
#include "timings.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
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
  const auto tell_label = [](std::string_view name, std::string_view label) {
    benchmark::AddCustomContext(std::string(name), std::string(label));  // for the report
  };
  for (const contestant& who : all_contestants()) tell_label(who.name, who.label);
  for (const workload& what : workloads) {
    tell_label(what.name, what.label);
    for (const contestant& who : all_contestants()) {
      benchmark::RegisterBenchmark(("bodies/" + what.name + '/' + std::string(who.name)).c_str(),
                                   [&](benchmark::State& state) { judge_all(state, who, what); });
    }
  }
}

}  // namespace bench
