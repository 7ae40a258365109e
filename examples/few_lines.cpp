// The API in a few lines, as README.md has them.

#include <feishu/helpdesk/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace feishu::helpdesk;

namespace {

void log(std::string_view rule_id, const std::string& path, std::size_t offset,
         const std::string& text) {
  std::cout << rule_id << ' ' << path << ' ' << offset << ' ' << text << '\n';
}
void log(const std::string& text) { std::cout << text << '\n'; }
void send(const valid<notification>& push) { std::cout << *push->job_name << '\n'; }

}  // namespace

int main() {
  std::string bytes = R"({"job_name": "Hi", "push_content": "{}", "push_type": 0,
                          "push_scope_type": 1})";
  const std::string_view chunk = bytes;
  const std::int64_t now = 1626332244719;

  // clang-format off
  // [api]
  report r = preflight(bytes);                         // the bytes of a body: every diagnostic has its offset
  if (!r.ok()) std::cerr << to_text(r, {.source = "body.json", .body = bytes});
  for (const diagnostic& d : r) log(d.rule().id, d.path(), d.offset(), message(d, language::en));
  preflight_stream stream; stream.write(chunk); report s = stream.finish();  // chunks of any size
  context known{.mode = mode::partial, .user_id_type = user_id_type::open_id, .now = now};
  notification push{.job_name = "Hi", .push_content = "{}", .user_list = std::vector<user>{{.user_id = "ou_1"}}};
  report t = validate(push, known);                    // a struct; a notification_view in constant expressions
  if (auto proof = validated(push)) send(*proof);      // void send(const valid<notification>&)
  std::string who = describe(recipients_of(push), language::zh);   // who will be messaged
  for (const repair& a : find_repairs(r)) log(describe(a, language::en));  // every smallest repair
  if (auto n = parse(bytes)) bytes = serialize(*n);    // <feishu/helpdesk/json.hpp>
  // [/api]
  // clang-format on

  return r == s && r.has("no-members-requires-chats") && t.ok() && !who.empty() ? 0 : 1;
}
