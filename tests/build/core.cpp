#include <feishu/helpdesk.hpp>
