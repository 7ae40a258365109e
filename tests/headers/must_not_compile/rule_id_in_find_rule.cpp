// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
constexpr const helpdesk::rule* rule = helpdesk::find_rule("required");
#else
constexpr const helpdesk::rule* rule = helpdesk::find_rule("requird");
#endif
