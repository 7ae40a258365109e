// expect: diagnostic_sink

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
const auto seen = helpdesk::preflight_into([](const helpdesk::diagnostic&) {}, "{}");
#else
const auto seen = helpdesk::preflight_into([](const helpdesk::diagnostic&) { return 0; }, "{}");
#endif
