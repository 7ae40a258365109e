#include "bodies.hpp"

#include "dice.hpp"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {
namespace {

std::string read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (text.empty()) throw std::runtime_error("cannot read " + name);
  return text;
}

// A card written with an ASCII-only serializer: its quotes are escaped for the body, and in its texts
// escapes are themselves escaped.
std::string body_with_escapes() {
  std::string card = R"({"elements":[)";
  while (quoted(card).size() < 30'000) {
    card += R"({"tag":"div","text":{"tag":"lark_md","content":)";
    card += R"("\u4f60\u597d, please read the \"guide\" before Friday.\nThank you!"}},)";
  }
  card += R"({"tag":"hr"}]})";
  return R"({"job_name":"a","push_content":)" + quoted(card) +
         R"(,"push_type":0,"push_scope_type":0})";
}

workload single(std::string name, std::string label, std::string body) {
  workload only{std::move(name), std::move(label), {}};
  only.bodies.emplace_back(std::move(body));
  return only;
}

std::string body_with_users(std::size_t count) {
  rng chance(1);
  return users_head(2048) + users(chance, count - 1) + std::string(users_tail());
}

}  // namespace

std::string_view schema_text() {
  static const std::string text = read_file("bench/schema.json");
  return text;
}

std::string users_head(std::size_t card_size) {
  rng chance(2);
  return R"({"job_name":"新员工培训","push_content":)" + quoted(a_card(chance, card_size)) +
         R"(,"push_type":0,"push_scope_type":2,"user_list":[)";
}

std::string users(rng& chance, std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) list += user(chance) + ',';
  return list;
}

std::string_view users_tail() { return R"({"user_id":"ou_1"}],"chat_list":[]})"; }

std::vector<workload> all_workloads() {
  std::vector<workload> all;
  all.push_back(single("example", "the example", read_file("docs/samples/official-example.json")));
  all.push_back(
      single("minimal", "70 bytes",
             R"({"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0})"));
  all.push_back(single("users", "50 users", body_with_users(50)));
  all.push_back(single("many_users", "10,000 users", body_with_users(10'000)));
  all.push_back(single("escapes", "escapes", body_with_escapes()));
  workload mixed{"mixed", "mixed", {}};
  for (mixed_body& each : mixed_bodies()) mixed.bodies.push_back(std::move(each.text));
  all.push_back(std::move(mixed));
  return all;
}

}  // namespace bench
