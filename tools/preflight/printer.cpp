#include "printer.hpp"

#include "files.hpp"
#include <feishu/helpdesk/json/sarif.hpp>

namespace preflight_tool {

using namespace feishu::helpdesk;

std::string_view separator(const options& chosen) {
  return chosen.format == format::sarif ? ",\n" : "";
}

bool printer::begin() {
  return chosen_.format != format::sarif || write(sarif_beginning(chosen_.language, custom_rules_));
}

bool printer::print(std::string_view text) {
  if (text.empty()) return !is_gone_;
  if (!is_first_ && !write(separator(chosen_))) return false;
  is_first_ = false;
  is_gone_ = is_gone_ || !write(text) || !flush_output();
  return !is_gone_;
}

bool printer::end() { return chosen_.format != format::sarif || (write(sarif_end) && write("\n")); }

bool printer::write(std::string_view text) {
  is_gone_ = is_gone_ || !write_output(text);
  return !is_gone_;
}

}  // namespace preflight_tool
