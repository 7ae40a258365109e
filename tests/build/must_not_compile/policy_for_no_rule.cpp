// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

#ifdef TWIN
constexpr policy lenient{{"unknown-member", level::silent}};
#else
constexpr policy lenient{{"unknown-members", level::silent}};
#endif
