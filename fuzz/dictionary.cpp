// Prints the words that inputs are made of, as a dictionary for fuzzers: those of bodies, and beside them
// the ids of the rules, what a context is called in an input, and what is hard to read.

#include <feishu/helpdesk/fuzz/dictionary.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <cstdio>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

constexpr std::string_view words[] = {
    "mode: partial\n",
    "user_id_type: open_id\n",
    "user_id_type: union_id\n",
    "notification_id: 7\n",
    "access_token: u-1\n",
    "helpdesk_id: 1\n",
    "helpdesk_token: 2\n",
    "current_status: 0\n",
    "now_ms: 1626332244719\n",
    "own_rules: \n",
    ": error\n",
    ": warning\n",
    ": note\n",
    ": off\n",
    "\n---\n",
    "{\"",
    "\":",
    ",\"",
    "[{\"",
    "\"}]",
    "1.0",
    "1e9",
    "18446744073709551616",
    "\"od-",
    "\"1626332244719\"",
    "\\/",
    "\\n",
    "\\u0041",
    "\\u00e9",
    "\\\\u",
    "\xc3\xa9",
    "\xe4\xb8\xad",
    "\xf0\x9f\x98\x80",
    "\xed\xa0",
    "\xef\xbb\xbf",
};

void print(std::string_view word) {
  std::putchar('"');
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || byte < 0x20 || byte >= 0x7f) {
      std::printf("\\x%02x", byte);
    } else {
      std::putchar(c);
    }
  }
  std::puts("\"");
}

}  // namespace

int main() {
  std::fputs(fuzz::dictionary().c_str(), stdout);
  for (const std::string_view each : words) print(each);
  for (const rule& each : rules) print(each.id);
}
