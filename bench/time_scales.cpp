// Times a byte of bodies of all sizes: what it costs must not grow with the body.

#include "bodies.hpp"
#include "turns.hpp"
#include <feishu/helpdesk/preflight.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

namespace helpdesk = feishu::helpdesk;

constexpr std::size_t users_a_megabyte = 6'250;

void require_ok(bool ok) {
  if (!ok) throw std::runtime_error("a body with nothing but users has an error");
}

void count_bytes(benchmark::State& state, std::size_t bytes_an_iteration) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_an_iteration));
}

// `bodies` different bodies, one after the other: one that is repeated would be learnt by heart.
void time_whole(benchmark::State& state, std::size_t bodies, std::size_t users_in_each) {
  rng chance(4);
  std::vector<std::string> all;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < bodies; ++i) {
    all.push_back(users_head(0) + users(chance, users_in_each) + std::string(users_tail()));
    bytes += all.back().size();
  }
  for (auto _ : state) {
    for (const std::string& each : all) require_ok(helpdesk::preflight(each).ok());
  }
  count_bytes(state, bytes);
}

void write_in_chunks(helpdesk::preflight_stream& stream, std::string_view text) {
  constexpr std::size_t chunk = 64 * 1024;
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size()))) {
    stream.write(text.substr(0, chunk));
  }
}

// One body that is never in memory as a whole: the same megabyte of users again and again, in chunks
// as a socket or a file would give them.
void time_stream(benchmark::State& state, std::size_t megabytes) {
  rng chance(5);
  const std::string head = users_head(0);
  const std::string megabyte = users(chance, users_a_megabyte);
  for (auto _ : state) {
    helpdesk::preflight_stream stream;
    stream.write(head);
    for (std::size_t i = 0; i < megabytes; ++i) write_in_chunks(stream, megabyte);
    stream.write(users_tail());
    require_ok(stream.finish().ok());
  }
  count_bytes(state, head.size() + megabytes * megabyte.size() + users_tail().size());
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  using namespace bench;
  const auto add = [](const char* name, auto run) { benchmark::RegisterBenchmark(name, run); };
  add("scales/10 KB/preflight", [](auto& state) { time_whole(state, 100, 60); });
  add("scales/1 MB/preflight", [](auto& state) { time_whole(state, 1, users_a_megabyte); });
  add("scales/1 MB in chunks/preflight_stream", [](auto& state) { time_stream(state, 1); });
  add("scales/100 MB/preflight", [](auto& state) { time_whole(state, 1, 100 * users_a_megabyte); });
  add("scales/1 GB in chunks/preflight_stream", [](auto& state) { time_stream(state, 1'000); });
  return run_benchmarks(argc, argv);
}
