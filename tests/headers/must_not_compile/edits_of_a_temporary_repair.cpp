// expect: deleted

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

const helpdesk::report found;
#ifdef TWIN
const helpdesk::repair first = helpdesk::find_repairs(found)[0];
const auto edits = first.edits();
#else
const auto edits = helpdesk::find_repairs(found)[0].edits();
#endif
