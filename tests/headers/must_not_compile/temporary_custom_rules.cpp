// expect: borrowed_list

#include <feishu/helpdesk.hpp>

#include <vector>

namespace helpdesk = feishu::helpdesk;

constexpr helpdesk::rule never{.id = "acme-never",
                               .violated_when = helpdesk::fact::chat_list == helpdesk::fact::empty};
const std::vector<helpdesk::rule> own{never};
#ifdef TWIN
const helpdesk::context known{.custom_rules = own};
#else
const helpdesk::context known{.custom_rules = std::vector<helpdesk::rule>{never}};
#endif
