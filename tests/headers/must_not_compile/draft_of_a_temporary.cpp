// expect: deleted

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

const helpdesk::notification push;
#ifdef TWIN
const helpdesk::draft base = helpdesk::draft_of(push);
#else
const helpdesk::draft base = helpdesk::draft_of(helpdesk::notification{});
#endif
