#ifndef FEISHU_HELPDESK_BENCH_TIMINGS_HPP
#define FEISHU_HELPDESK_BENCH_TIMINGS_HPP

/// What is timed, to be registered before Google Benchmark runs. Names are group/case/subject.
namespace bench {

void register_bodies();
void register_structs();
void register_scales();

}  // namespace bench

#endif
