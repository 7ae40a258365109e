// preflight: validates bodies of "update notification" before they are sent.

#include "catalogue.hpp"
#include "company_policy.hpp"
#include "draft.hpp"
#include "files.hpp"
#include "options.hpp"
#include "policy_file.hpp"
#include "pretty.hpp"
#include "session.hpp"
#include "system.hpp"
#include <feishu/helpdesk/json/card_schema.hpp>
#include <feishu/helpdesk/json/openapi.hpp>
#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

// `bazel run` starts programs in a directory of its own, and says where the user stands.
bool go_where_the_user_is() {
  const char* directory = std::getenv("BUILD_WORKING_DIRECTORY");
  const bool is_there = directory == nullptr || *directory == '\0';
  if (is_there || system::change_directory(directory)) return true;
  std::fprintf(stderr, "preflight: cannot change to directory %s\n",
               sanitize_for_terminal(directory).c_str());
  return false;
}

int print_and_exit(std::string_view text) {
  return (write_output(text) && flush_output()) || is_output_closed() ? all_ok : could_not_work;
}

int run(std::vector<std::string> arguments) {
  int exit_code = all_ok;
  const std::optional<options> chosen = read_options(std::move(arguments), exit_code);
  if (!chosen) return exit_code;
  if (chosen->print_schema) return print_and_exit(pretty(json_schema(chosen->mode)));
  if (chosen->print_card_schema) return print_and_exit(pretty(json_schema_card()));
  if (chosen->print_openapi) return print_and_exit(pretty(openapi()));
  if (!go_where_the_user_is()) return could_not_work;

  std::optional<company_policy> company(std::in_place);
  if (chosen->policy) {
    company = read_policy(*chosen);
    if (!company) return could_not_work;
  }
  context known = chosen->context(company->severities);
  known.custom_rules = company->rules;
  const bool has_policy = chosen->policy.has_value();
  if (chosen->list_rules) return print_and_exit(list_rules(known, has_policy, chosen->language));
  if (chosen->explain) {
    return print_and_exit(explain_rule(*chosen->explain, known, has_policy, chosen->language));
  }
  if (!may_validate(*company, *chosen)) return could_not_work;
  if (chosen->draft) {
    const std::optional<body_summary> base = read_draft(*chosen);
    if (!base) return could_not_work;
    known.draft = *base;
  }
  return session(*chosen, known).run();
}

}  // namespace
}  // namespace preflight_tool

int main(int argc, char** argv) {
  try {
    return preflight_tool::run(preflight_tool::system::prepare(argc, argv));
  } catch (const std::bad_alloc&) {
    std::fputs("preflight: out of memory\n", stderr);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "preflight: %s\n", failure.what());
  }
  return preflight_tool::could_not_work;
}
