// expect: all-members-excludes-users

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

constexpr user_view users[] = {{.user_id = "ou_1"}};

constexpr notification_view push = checked({
    .job_name = "Welcome",
    .push_content = "{}",
    .push_type = push_type::scheduled,
#ifdef TWIN
    .push_scope_type = push_scope::some_members,
#else
    .push_scope_type = push_scope::all_members,
#endif
    .user_list = users,
});
