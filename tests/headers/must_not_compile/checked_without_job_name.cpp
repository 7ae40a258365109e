// expect: required

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

constexpr notification_view push = checked({
#ifdef TWIN
    .job_name = "Welcome",
#endif
    .push_content = "{}",
    .push_type = push_type::scheduled,
    .push_scope_type = push_scope::all_members,
});
