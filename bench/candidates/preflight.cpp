// This library: every rule, the card included, with the place of each fault.

#include "candidate.hpp"
#include <feishu/helpdesk/preflight.hpp>

namespace bench {

bool validate_with_preflight(std::string_view body) {
  return feishu::helpdesk::preflight(body).ok();
}

}  // namespace bench
