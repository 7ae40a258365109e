// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
constexpr bool found = helpdesk::preflight("{}").has("required");
#else
constexpr bool found = helpdesk::preflight("{}").has("requird");
#endif
