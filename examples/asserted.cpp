// A body that is validated while the program compiles: were it validated otherwise, this would be no program.

// [whole]
#include <feishu/helpdesk.hpp>
namespace helpdesk = feishu::helpdesk;

static_assert(helpdesk::preflight(R"({"job_name": "Hi", "push_content": "{}", "push_type": 0,
                            "push_scope_type": 0, "user_list": [{"user_id": "ou_1"}]})")
                  .has("all-members-excludes-users"));
// [/whole]

int main() {}
