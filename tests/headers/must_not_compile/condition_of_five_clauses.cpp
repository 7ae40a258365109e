// expect: a_condition_has_at_most_four_clauses

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

constexpr condition too_much = fact::user_list == fact::empty &&
                               fact::department_list == fact::empty &&
                               fact::chat_list == fact::empty &&
#ifndef TWIN
                               fact::new_staff_scope_type == fact::absent &&
#endif
                               fact::push_type == push_type::scheduled;
