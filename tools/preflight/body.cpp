#include "body.hpp"

#include <feishu/helpdesk/preflight.hpp>

namespace preflight_tool {

feishu::helpdesk::report validate_body(std::string_view body,
                                       const feishu::helpdesk::context& known) {
  return feishu::helpdesk::preflight(body, known);
}

}  // namespace preflight_tool
