// expect: borrowed_string

#include <feishu/helpdesk.hpp>

#include <string>

namespace helpdesk = feishu::helpdesk;

const std::string token = "ht-1";
#ifdef TWIN
const helpdesk::helpdesk_credentials desk{.id = "1", .token = token};
#else
const helpdesk::helpdesk_credentials desk{.id = "1", .token = std::string("ht-1")};
#endif
