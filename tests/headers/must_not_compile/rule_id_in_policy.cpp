// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
constexpr helpdesk::policy lenient{{"unknown-field", helpdesk::level::off}};
#else
constexpr helpdesk::policy lenient{{"unknown-fields", helpdesk::level::off}};
#endif
