// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

const helpdesk::report found;
#ifdef TWIN
const auto at = found.find("required");
#else
const auto at = found.find("requird");
#endif
