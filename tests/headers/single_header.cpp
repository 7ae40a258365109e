#include <feishu_helpdesk.hpp>

// What is in the file is not there again: whoever includes both includes the second for nothing.
#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/model/rules.hpp>

static_assert(feishu::helpdesk::preflight("[]").has("body-type"));

// A definition that is not inline would meet its twin in single_header_linked_twice_test.cpp.
const void* a_field_table() { return feishu::helpdesk::fields; }
