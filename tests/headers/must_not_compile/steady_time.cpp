// expect: timestamp

#include <feishu/helpdesk.hpp>

#include <chrono>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
const helpdesk::context known{.now = std::chrono::system_clock::now()};
#else
const helpdesk::context known{.now = std::chrono::steady_clock::now()};
#endif
