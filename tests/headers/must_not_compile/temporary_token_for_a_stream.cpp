// expect: preflight_stream

#include <feishu/helpdesk.hpp>

#include <string>

namespace helpdesk = feishu::helpdesk;

const std::string token = "u-1";
#ifdef TWIN
helpdesk::preflight_stream body({.access_token = token});
#else
helpdesk::preflight_stream body({.access_token = std::string("u-1")});
#endif
