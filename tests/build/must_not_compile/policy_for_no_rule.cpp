// expect: there_is_no_such_rule

#include <feishu/helpdesk.hpp>

using namespace feishu::helpdesk;

#ifdef TWIN
constexpr policy lenient{{"unknown-field", level::off}};
#else
constexpr policy lenient{{"unknown-fields", level::off}};
#endif
