// expect: include one or the other

#ifndef TWIN
#include <feishu/helpdesk/model/rules.hpp>
#endif
#include <feishu_helpdesk.hpp>

static_assert(feishu::helpdesk::preflight("[]").has("body-type"));
