// Times every candidate on every workload. Nothing here includes the library: it is compiled as its
// candidate's file has it, and not as the linker finds it in another one.

#include "bodies.hpp"
#include "candidates.hpp"
#include "turns.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace bench {
namespace {

void validate_all(benchmark::State& state, const candidate& who, const workload& what) {
  state.SetLabel(what.label + '/' + std::string(who.label));
  for (auto _ : state) {
    for (const padded_text& each : what.bodies) {
      benchmark::DoNotOptimize(who.validate(each.view()));
    }
  }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  using namespace bench;
  const std::vector<workload> workloads = all_workloads();
  for (const workload& what : workloads) {
    for (const candidate& who : all_candidates()) {
      benchmark::RegisterBenchmark(
          ("bodies/" + what.name + '/' + std::string(who.name)).c_str(),
          [&](benchmark::State& state) { validate_all(state, who, what); });
    }
  }
  return run_benchmarks(argc, argv);
}
