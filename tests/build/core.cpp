#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk.hpp>
