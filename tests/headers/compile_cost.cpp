// What compile_cost compiles: the core, and one call of it.

#include <feishu/helpdesk.hpp>

bool is_legal(std::string_view body) { return feishu::helpdesk::preflight(body).ok(); }
