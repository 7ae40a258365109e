// Times the validation of structs, beside merely reading their fields.

#include "turns.hpp"
#include <feishu/helpdesk/validate.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace bench {
namespace {

namespace helpdesk = feishu::helpdesk;

// Whether each field is there, numbers, and every byte of the texts: all that a validation can depend
// on. Texts are checked for UTF-8, so their bytes have to be read.
template <class Value>
std::uint64_t touch(const Value& value) {
  std::uint64_t sum = 0;
  if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
    sum = static_cast<std::uint64_t>(value);
  } else if constexpr (std::is_same_v<Value, std::string>) {
    sum = value.size();
    for (const char c : value) sum += static_cast<unsigned char>(c);
  } else if constexpr (requires { value.begin(); }) {
    for (const auto& each : value) sum += touch(each);
  } else {
    helpdesk::detail::for_each_field(value, [&](auto, const auto& member) {
      sum += member.has_value() ? 1 + touch(*member) : 0;
    });
  }
  return sum;
}

void time_touch(benchmark::State& state, const helpdesk::notification& push) {
  for (auto _ : state) {
    benchmark::ClobberMemory();
    benchmark::DoNotOptimize(touch(push));
  }
}

void time_validate(benchmark::State& state, const helpdesk::notification& push,
                   const helpdesk::context& known) {
  for (auto _ : state) {
    benchmark::ClobberMemory();
    benchmark::DoNotOptimize(helpdesk::validate(push, known).ok());
  }
}

std::vector<helpdesk::user> some_users(std::size_t count) {
  return {count, helpdesk::user{.user_id = "ou_7277fd1262bfafc363d5b2a1f9c2ac90",
                                .avatar_url = "https://cdn.example.cn/7277fd1262bf.png",
                                .name = "张伟"}};
}

helpdesk::notification with_users(std::size_t count) {
  return {.job_name = "新员工培训",
          .push_content = "{}",
          .push_type = helpdesk::push_type::scheduled,
          .push_scope_type = helpdesk::push_scope::some_members,
          .user_list = some_users(count)};
}

struct subject {
  std::string name;
  helpdesk::notification push;
  helpdesk::context known{};
};

std::vector<subject> all_subjects() {
  helpdesk::notification empty_lists = with_users(0);
  empty_lists.push_scope_type = helpdesk::push_scope::all_members;
  empty_lists.department_list.emplace();
  empty_lists.chat_list.emplace();

  helpdesk::notification short_lists = with_users(2);
  short_lists.department_list.emplace(1, helpdesk::department{"od-1", "研发中心"});
  short_lists.chat_list.emplace(1, helpdesk::chat{"oc_1", "全员群"});

  helpdesk::notification ignores_card = empty_lists;
  ignores_card.push_content.reset();

  std::vector<subject> all = {
      {"empty_lists", std::move(empty_lists)},
      {"short_lists", std::move(short_lists)},
      {"ignores_card", std::move(ignores_card), {.mode = helpdesk::mode::partial}},
  };
  for (const std::size_t count : {10U, 100U, 1'000U, 10'000U}) {
    all.push_back({std::to_string(count) + "_users", with_users(count)});
  }
  return all;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  using namespace bench;
  const std::vector<subject> subjects = all_subjects();
  for (const subject& each : subjects) {
    benchmark::RegisterBenchmark(("structs/" + each.name + "/touch").c_str(),
                                 [&](benchmark::State& state) { time_touch(state, each.push); });
    benchmark::RegisterBenchmark(
        ("structs/" + each.name + "/validate").c_str(),
        [&](benchmark::State& state) { time_validate(state, each.push, each.known); });
  }
  return run_benchmarks(argc, argv);
}
