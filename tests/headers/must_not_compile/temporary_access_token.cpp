// expect: borrowed_string

#include <feishu/helpdesk.hpp>

#include <string>

namespace helpdesk = feishu::helpdesk;

const std::string token = "u-1";
#ifdef TWIN
const helpdesk::context known{.access_token = token};
#else
const helpdesk::context known{.access_token = token + "0"};
#endif
