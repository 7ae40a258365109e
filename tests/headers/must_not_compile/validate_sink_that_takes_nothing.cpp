// expect: diagnostic_sink

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
const auto seen =
    helpdesk::validate_into([](const helpdesk::diagnostic&) {}, helpdesk::notification{});
#else
const auto seen = helpdesk::validate_into([] {}, helpdesk::notification{});
#endif
