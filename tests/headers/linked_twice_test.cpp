#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/fuzz.hpp>
#include <feishu/helpdesk/json.hpp>

const void* a_field_table();

// Both translation units see one and the same table.
int main() { return a_field_table() == feishu::helpdesk::fields ? 0 : 1; }
