#include "turns.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace bench {
namespace {

class line_printer : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& each : runs) {
      std::printf(R"({"timed": "%s", "label": "%s", "nanoseconds": %g)",
                  each.benchmark_name().c_str(), each.report_label.c_str(),
                  each.GetAdjustedCPUTime());
      if (const auto bytes = each.counters.find("bytes_per_second"); bytes != each.counters.end()) {
        std::printf(R"(, "bytes_per_second": %g)", bytes->second.value);
      }
      std::puts("}");
    }
  }
};

}  // namespace

int run_benchmarks(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  constexpr std::string_view turns = "--turns=";
  if (argc == 2 && std::string_view(argv[1]).starts_with(turns)) {
    line_printer printer;
    for (int left = std::atoi(argv[1] + turns.size()); left > 0; --left) {
      benchmark::RunSpecifiedBenchmarks(&printer);
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
  }
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace bench
