// expect: include one or the other

#include <feishu_helpdesk.hpp>
#ifndef TWIN
#include <feishu/helpdesk/json/serialize.hpp>
#endif
#include <feishu_helpdesk_json.hpp>

using feishu::helpdesk::serialize;
