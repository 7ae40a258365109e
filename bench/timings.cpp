// Everything that is timed, in one process, so that the contestants take turns.

#include "timings.hpp"

#include <benchmark/benchmark.h>

int main(int argc, char** argv) {
  bench::register_bodies();
  bench::register_structs();
  bench::register_scales();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
