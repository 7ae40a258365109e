#ifndef FEISHU_HELPDESK_EXAMPLES_FUZZING_GATEWAY_HPP
#define FEISHU_HELPDESK_EXAMPLES_FUZZING_GATEWAY_HPP

#include <feishu/helpdesk.hpp>

#include <cstddef>

// What the fuzzers look into: the part of a company's gateway that paces pushes. It has a bug of the kind
// that reviews miss, in a state that is legal and that nobody thought of; -DFIXED builds it without.

/// How many messages a push means, of which so many go out in a second. None where there is an error.
inline std::size_t messages_of(const feishu::helpdesk::report& found) {
  namespace helpdesk = feishu::helpdesk;
  if (!found.ok()) return 0;
  const helpdesk::body_summary& push = found.summary();
  const auto says = [&](const helpdesk::condition& what) { return what.holds(push.known); };
  std::size_t messages = push.chats;
  if (says(helpdesk::fact::push_scope_type == helpdesk::push_scope::some_members)) {
    messages += push.users;
#ifdef FIXED
    messages += push.departments;  // "user_list或department_list不能为空": either is enough
#endif
  } else if (!says(helpdesk::fact::push_scope_type == helpdesk::push_scope::no_members)) {
    messages += 1;  // all members, or new staff: the platform counts them
  }
  return messages;
}

#endif
