// What a consumer of the adapter does: it reads a file into a struct, fixes it, and writes it again.

#if __has_include(<feishu/helpdesk/json.hpp>)
#include <feishu/helpdesk/json.hpp>
#else
#include "feishu_helpdesk_json.hpp"
#endif

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

using namespace feishu::helpdesk;

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "");
  const std::string body(std::istreambuf_iterator<char>(file), {});
  result<notification> read = parse(body);
  if (!read) return 1;
  read->user_list->clear();
  read->department_list->clear();
  const std::string fixed = serialize(*read);
  std::cout << "fixed by " << FEISHU_HELPDESK_VERSION << ": "
            << format_totals(preflight(fixed), language::en) << '\n';
  return preflight(fixed).ok() && fixed.find(R"("user_list":[])") != std::string::npos ? 0 : 1;
}
