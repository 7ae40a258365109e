#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/fuzz.hpp>
#include <feishu/helpdesk/json.hpp>

// A definition in a header that is not inline would meet its twin in linked_twice_test.cpp.
const void* a_field_table() { return feishu::helpdesk::fields; }
