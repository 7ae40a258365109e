// Validation allocates nothing. Every allocation of this program is counted; text, which people read, is
// what allocates, and is made outside the validation.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::size_t allocation_count = 0;

void* allocate(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) {
  ++allocation_count;
  // aligned_alloc wants a multiple of the alignment.
  const std::size_t rounded = (std::max(size, alignment) + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, rounded);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

// Not inline, since compilers warn where they see memory of `new` freed.
[[gnu::noinline]] void release(void* memory) noexcept { std::free(memory); }

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }

namespace {

using namespace feishu::helpdesk;

static_assert(sizeof(preflight_stream) <= 16 * 1024);  // small enough for any stack

template <class Work>
std::size_t allocations_in(Work&& work) {
  const std::size_t before = allocation_count;
  work();
  return allocation_count - before;
}

std::string official_example() {
  std::ifstream file("docs/samples/official-example.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr rule own_rules[] = {
    {.id = "acme-chats",
     .violated_when = fact::chat_list == fact::non_empty,
     .reported_on = {field::chat_list}},
};
constexpr context known{.user_id_type = user_id_type::union_id,
                        .notification_id = "x",
                        .current_status = 1,
                        .now = 1800000000000,
                        .policy = {{"server-assigned", level::warning}},
                        .custom_rules = own_rules};

// Validates a body whole, and in chunks, and asks the reports all that does not make text. Returns how
// many diagnostics there were, so that a test can tell that something was validated.
std::size_t validate_in_every_way(std::string_view body) {
  context with_draft = known;
  with_draft.draft = preflight(body, known).summary();
  std::size_t found = 0;
  for (const context& each : {context(), known, with_draft}) {
    const report whole = preflight(body, each);
    for (const diagnostic& one : whole) found += one.is_at("/user_list/0/user_id") ? 0 : 1;
    found += whole.has(rule_id::custom("acme-chats"), "/chat_list") ? 1 : 0;
    preflight_into([&](const diagnostic&) { return ++found, sink_action::proceed; }, body, each);
    for (const std::size_t size : {std::size_t{7}, std::size_t{4096}}) {
      preflight_stream stream(each);
      for (std::size_t i = 0; i < body.size(); i += size) stream.write(body.substr(i, size));
      found += stream.finish() == whole ? 0 : 1'000'000;
    }
  }
  return found;
}

TEST_CASE("the counter counts") {
  std::string text;
  CHECK(allocations_in([&] { text = std::string(100, 'x'); }) > 0);
  CHECK(allocations_in([] {}) == 0);
  std::vector<int> numbers;
  CHECK(allocations_in([&] { numbers.resize(10); }) == 1);
  const location place = location(field::new_staff_scope_department_list).element(10);
  CHECK(allocations_in([&] { text += place.pointer(); }) > 0);
  struct alignas(128) wide {};
  std::vector<wide> aligned;
  CHECK(allocations_in([&] { aligned.resize(1); }) == 1);
  int* array = nullptr;
  CHECK(allocations_in([&] { array = new int[numbers.size()]{}; }) == 1);
  delete[] array;
}

TEST_CASE("validating the official example allocates nothing, whole or in chunks") {
  const std::string body = official_example();
  REQUIRE(body.size() > 1000);
  std::size_t found = 0;
  CHECK(allocations_in([&] { found = validate_in_every_way(body); }) == 0);
  CHECK(found > 60);
  CHECK(found < 1'000'000);
}

TEST_CASE("damaged bodies allocate nothing") {
  const std::string body = official_example();
  std::string damaged = body;
  std::size_t found = 0;
  for (std::size_t i = 0; i < body.size(); i += 3) {
    const std::string_view cut = std::string_view(body).substr(0, i);
    CHECK(allocations_in([&] { found += validate_in_every_way(cut); }) == 0);
    for (const char wrong : {'\0', '"', '\\', '[', '}', '\xff', 'e'}) {
      damaged[i] = wrong;
      CHECK(allocations_in([&] { found += preflight(damaged, known).size(); }) == 0);
    }
    damaged[i] = body[i];
  }
  CHECK(found > 1000);
  CHECK(found < 1'000'000);
}

TEST_CASE("a body of a megabyte allocates nothing") {
  std::string body = R"({"push_scope_type":0,")" + std::string(200'000, 'n') + R"(":1,"ext":")";
  for (int i = 0; i < 20'000; ++i) body += "\\u98de\\n";
  body += R"(","push_content":"{\"a\":\")" + std::string(300'000, 'c') + R"(\"}","user_list":[)";
  for (int i = 0; i < 20'000; ++i) body += R"({"user_id":"","na\u006de":1},)";
  body += R"({"user_id":"ou_1"}],"x":)" + std::string(32, '[');
  REQUIRE(body.size() > 1'000'000);
  std::size_t found = 0;
  CHECK(allocations_in([&] { found = validate_in_every_way(body); }) == 0);
  CHECK(found > 3 * 40'000);
  CHECK(found < 1'000'000);
}

constexpr user_view users[] = {{.user_id = "ou_1"},
                               {.name = "a name that is too long for a small string"}};
constexpr chat_view chats[] = {{.chat_id = "oc_1"}};
constexpr department_view departments[] = {{.department_id = ""}};

TEST_CASE("validating structs allocates nothing") {
  const notification_view view{.id = "an id that is too long to be kept in a small string",
                               .job_name = "\xff",
                               .create_user = users[1],
                               .send_at = "1626332244719",
                               .push_content = "{\"schema\":\"2.0\"}",
                               .push_scope_type = push_scope::all_members,
                               .new_staff_scope_department_list = departments,
                               .user_list = users,
                               .chat_list = chats};
  const notification owned{.job_name = std::string(1000, 'x'), .user_list = std::vector<user>(100)};
  std::size_t found = 0;
  CHECK(allocations_in([&] {
          context with_draft = known;
          with_draft.draft = summarize(owned);
          for (const context& each : {context(), known, with_draft}) {
            found += validate(view, each).size();
            found += validate(owned, each).size();
            validate_into([&](const diagnostic&) { return ++found, sink_action::stop; }, view,
                          each);
          }
          found += validated(view).report().size();
        }) == 0);
  CHECK(found > 200);
}

}  // namespace
