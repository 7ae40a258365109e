#ifndef FEISHU_HELPDESK_BENCH_TURNS_HPP
#define FEISHU_HELPDESK_BENCH_TURNS_HPP

namespace bench {

/// Runs what was registered, as Google Benchmark has it; or, if the only argument of ours is
/// `--turns=N`, N times everything once, and prints a line of JSON for each measurement.
///
/// A machine has busy moments of seconds. In a turn, those who are compared follow one another within
/// a fraction of that, so that a ratio taken within a turn holds where the times do not.
///
/// Returns the exit code.
int run_benchmarks(int argc, char** argv);

}  // namespace bench

#endif
