// The API in a few lines, as README.md has them.

#include <feishu/helpdesk/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace helpdesk = feishu::helpdesk;

namespace {

void log(std::string_view rule, const std::string& path, std::size_t offset,
         const std::string& text) {
  std::cout << rule << ' ' << path << ' ' << offset << ' ' << text << '\n';
}
void log(const std::string& text) { std::cout << text << '\n'; }
void send(const helpdesk::valid<helpdesk::notification>& push) {
  std::cout << *push->job_name << '\n';
}

}  // namespace

int main() {
  std::string bytes = R"({"job_name": "Hi", "push_content": "{}", "push_type": 0,
                          "push_scope_type": 1})";
  const std::string_view chunk = bytes;
  const std::int64_t now = 1626332244719;

  // clang-format off
  // [api]
  auto r = helpdesk::preflight(bytes);                      // the bytes of a body: every diagnostic has its offset
  if (!r.ok()) std::cerr << to_text(r, {.source = "body.json", .body = bytes});
  for (const auto& d : r) log(d.rule().id, d.path(), d.offset(), message(d));
  helpdesk::preflight_stream stream; stream.write(chunk); auto s = stream.finish();   // chunks of any size
  helpdesk::context known{.mode = helpdesk::mode::partial, .user_id_type = "open_id", .now = now};
  helpdesk::notification push{.job_name = "Hi", .push_content = "{}", .user_list = {{{.user_id = "ou_1"}}}};
  auto t = validate(push, known);                           // a struct; a notification_view in constant expressions
  if (auto proof = validated(push)) send(*proof);           // void send(const helpdesk::valid<helpdesk::notification>&)
  std::string who = describe(recipients_of(push), helpdesk::language::zh);            // the recipients, in words
  for (const auto& way : find_repairs(r)) log(describe(way));                         // every smallest repair
  if (auto n = helpdesk::parse(bytes)) bytes = serialize(*n);                         // <feishu/helpdesk/json.hpp>
  // [/api]
  // clang-format on

  return r == s && r.has("no-members-requires-chats") && t.ok() && !who.empty() ? 0 : 1;
}
