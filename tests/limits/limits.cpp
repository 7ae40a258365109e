// usage: limits bodies|responses
// Prints the rows of a table of docs/limits.md: what a byte of an input that is built to hurt costs, beside
// a byte of an ordinary one, and whether eight times the input costs more than eight times. Fails where it
// does.

#include "tests/limits/inputs.hpp"
#include <feishu/helpdesk/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::size_t allocated = 0;
std::size_t most_allocated = 0;

constexpr std::size_t header = alignof(std::max_align_t);  // holds a block's size

}  // namespace

void* operator new(std::size_t size) {
  auto* const block = static_cast<std::size_t*>(std::malloc(header + size));
  if (block == nullptr) throw std::bad_alloc();
  *block = size;
  allocated += size;
  most_allocated = std::max(most_allocated, allocated);
  return reinterpret_cast<char*>(block) + header;
}

// Not inline, since compilers warn where they see memory of `new` freed.
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  auto* const block = reinterpret_cast<std::size_t*>(static_cast<char*>(memory) - header);
  allocated -= *block;
  std::free(block);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

using namespace feishu::helpdesk;

std::size_t validate_whole(std::string_view body) { return preflight(body).size(); }

std::size_t validate_bytewise(std::string_view body) {
  preflight_stream stream;
  for (const char& each : body) stream.write({&each, 1});
  return stream.finish().size();
}

std::size_t tell_as_text(std::string_view body) {
  return to_text(preflight(body), {.body = body, .verbose = true}).size();
}

std::size_t tell_as_sarif(std::string_view body) {
  return sarif_results(preflight(body), {.body = body}).size();
}

std::size_t fix_body(std::string_view body) { return feishu::helpdesk::fix(body).report().size(); }

std::size_t read_response(std::string_view body) {
  return describe(parse_response(400, body), language::en).size();
}

using operation = std::size_t (*)(std::string_view);

constexpr operation of_bodies[] = {validate_whole, validate_bytewise, tell_as_text, tell_as_sarif,
                                   fix_body};
constexpr operation of_replies[] = {read_response};

struct cost {
  double seconds = 0;
  double memory = 0;  // the most that was allocated at once
};

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

volatile std::size_t result = 0;  // for which the work is done

// The least of several runs: what else the machine does, only adds.
cost cost_of(std::size_t (*work)(std::string_view), std::string_view body) {
  constexpr int runs = 5;
  cost least{.seconds = 1e9};
  for (int i = 0; i < runs; ++i) {
    const std::size_t before = most_allocated = allocated;
    const double begin = processor_time();
    result = work(body);
    least.seconds = std::min(least.seconds, processor_time() - begin);
    least.memory = static_cast<double>(most_allocated - before);
  }
  return least;
}

struct measured {
  std::vector<double> seconds_a_byte{};  // of each operation
  double growth = 0;                     // what eight times the input costs, in eighths
  double memory_a_byte = 0;              // the most of all operations
};

measured measure(const limits::input& input, std::span<const operation> operations) {
  constexpr std::size_t small = std::size_t{128} << 10;
  const std::string body = input.of_size(small);
  const std::string larger = input.of_size(8 * small);
  const auto size = static_cast<double>(larger.size());
  measured m;
  for (const operation each : operations) {
    const cost one = cost_of(each, body);
    const cost eight = cost_of(each, larger);
    m.seconds_a_byte.push_back(eight.seconds / size);
    m.growth = std::max(m.growth, eight.seconds / one.seconds / 8);
    m.memory_a_byte = std::max(m.memory_a_byte, eight.memory / size);
  }
  return m;
}

// Prints a row for each input. Returns whether all of them cost what is linear in their size.
bool print(std::span<const limits::input> inputs, std::span<const operation> operations) {
  constexpr double linear = 3;  // what is quadratic grows by 8; caches that are too small make 2
  bool all_linear = true;
  const measured ordinary = measure(inputs.front(), operations);
  for (const limits::input& each : inputs) {
    const std::string name(each.name);
    const measured m = measure(each, operations);
    std::printf("| %s |", name.c_str());
    for (std::size_t i = 0; i < operations.size(); ++i) {
      std::printf(" %.1f |", m.seconds_a_byte[i] / ordinary.seconds_a_byte[i]);
    }
    std::printf(" %.1f | %.1f |\n", m.growth, m.memory_a_byte);
    if (m.growth < linear) continue;
    std::fprintf(stderr, "%s: not linear\n", name.c_str());
    all_linear = false;
  }
  return all_linear;
}

}  // namespace

// Which of the two tables.
int main(int argc, char** argv) {
  const std::string_view table = argc == 2 ? argv[1] : "";
  if (table == "bodies") return print(limits::bodies, of_bodies) ? 0 : 1;
  if (table == "responses") return print(limits::responses, of_replies) ? 0 : 1;
  std::fputs("usage: limits bodies|responses\n", stderr);
  return 2;
}
