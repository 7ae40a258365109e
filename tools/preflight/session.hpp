#ifndef FEISHU_PREFLIGHT_TOOL_SESSION_HPP
#define FEISHU_PREFLIGHT_TOOL_SESSION_HPP

#include "lines.hpp"
#include "options.hpp"
#include "printer.hpp"
#include "report_text.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>

#include <string>

namespace preflight_tool {

enum exit_code : int { all_ok = 0, some_error = 1, could_not_work = 2 };

/// Validates the files that the user named, prints what is found, and keeps count for the exit code.
class session {
 public:
  session(const options& chosen, const feishu::helpdesk::context& known)
      : chosen_(chosen), known_(known), output_(chosen, known.custom_rules) {}

  [[nodiscard]] int run();

 private:
  void validate_file(const std::string& file);
  void tell(const feishu::helpdesk::report& found, const std::string& text);
  void fix_body(const std::string& file, const std::string& body,
                const feishu::helpdesk::report& found, const report_text& text);
  void tell_totals() const;

  const options& chosen_;
  const feishu::helpdesk::context& known_;
  printer output_;
  bool failed_ = false;
  totals sum_{};
};

}  // namespace preflight_tool

#endif
