// expect: card-syntax

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

constexpr notification_view push = checked({
    .job_name = "Welcome",
#ifdef TWIN
    .push_content = R"({"elements": []})",
#else
    .push_content = "Welcome aboard!",
#endif
    .push_type = push_type::scheduled,
    .push_scope_type = push_scope::all_members,
});
