// expect: handles_names
// expect: end_name

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

struct handler : helpdesk::detail::ignore_events {
#ifndef TWIN
  void end_name();
#endif
};

bool read(handler& events) { return helpdesk::detail::reader().write("{}", events, 0); }
