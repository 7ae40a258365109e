#ifndef FEISHU_PREFLIGHT_EXAMPLES_SEND_PUSH_HPP
#define FEISHU_PREFLIGHT_EXAMPLES_SEND_PUSH_HPP

#include <feishu/helpdesk/json.hpp>

#include <iostream>
#include <string>
#include <vector>

/// What both examples send, and how they tell of it.
namespace example {

namespace helpdesk = feishu::helpdesk;

// [made]
inline helpdesk::result<helpdesk::request> make_push(const std::string& host) {
  const helpdesk::notification push{.job_name = "Welcome",
                                    .push_content = R"({"elements": []})",
                                    .push_type = feishu::helpdesk::push_type::scheduled,
                                    .push_scope_type = helpdesk::push_scope::no_members,
                                    .chat_list = std::vector<helpdesk::chat>{{.chat_id = "oc_1"}}};
  return helpdesk::make_request(push, {.host = host,
                                       .notification_id = "6981801914270744596",
                                       .access_token = "u-sandbox",
                                       .helpdesk = {"6650798215", "ht-sandbox"}});
}
// [/made]

// Exit code 0 for a success.
// [told]
inline int tell(const helpdesk::response& answer) {
  std::cout << answer.http_status << ' ' << answer.code << ' '
            << helpdesk::sanitize_for_terminal(answer.msg) << '\n';
  if (!answer.ok()) std::cerr << helpdesk::describe(answer, helpdesk::language::en) << '\n';
  return answer.ok() ? 0 : 1;
}
// [/told]

/// The program: `NAME HOST PORT`. `send` is what the examples differ in.
inline int run(int argc, char** argv,
               helpdesk::response (*send)(const helpdesk::request&, const char* host,
                                          const char* port)) {
  if (argc != 3) return 2;
  // [validated]
  const helpdesk::result<helpdesk::request> push = make_push(std::string(argv[1]) + ':' + argv[2]);
  if (push) return tell(send(*push, argv[1], argv[2]));
  std::cerr << helpdesk::to_text(push.report());
  return 1;
  // [/validated]
}

}  // namespace example

#endif
