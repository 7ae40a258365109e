// expect: deleted

#include <feishu/helpdesk.hpp>

namespace helpdesk = feishu::helpdesk;

#ifdef TWIN
constexpr helpdesk::rule own{.id = "acme-own",
                             .violated_when = helpdesk::fact::chat_list == helpdesk::fact::empty};
#else
constexpr helpdesk::rule own{.id = "acme-own"};
#endif
