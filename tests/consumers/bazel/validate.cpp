// What a consumer of the core does: it validates a constant while it is compiled, and a file when it runs.

#if __has_include(<feishu/helpdesk.hpp>)
#include <feishu/helpdesk.hpp>
#else
#include "feishu_helpdesk.hpp"
#endif

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

using namespace feishu::helpdesk;

static_assert(preflight(R"({"job_name": "Hi", "push_content": "{}", "push_type": 0,
                            "push_scope_type": 0, "user_list": [{"user_id": "ou_1"}]})")
                  .has("all-members-excludes-users"));

#ifdef PACKAGE_VERSION
static_assert(std::string_view(PACKAGE_VERSION) == FEISHU_HELPDESK_VERSION);
#endif

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "");
  const std::string body(std::istreambuf_iterator<char>(file), {});
  const report found = preflight(body);
  std::cout << "validated by " << FEISHU_HELPDESK_VERSION << ": "
            << format_totals(found, language::en) << '\n';
  return found.error_count() == 2 && found.has("all-members-excludes-users") ? 0 : 1;
}
