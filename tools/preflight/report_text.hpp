#ifndef FEISHU_PREFLIGHT_TOOL_REPORT_TEXT_HPP
#define FEISHU_PREFLIGHT_TOOL_REPORT_TEXT_HPP

#include "options.hpp"
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/repair/fix.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace preflight_tool {

/// Makes of reports what the tool prints, in the form that the user wants.
class report_text {
 public:
  /// `source` is how the file is called.
  report_text(const options& chosen, std::string source);

  [[nodiscard]] const std::string& source() const { return source_; }

  /// Of a file that is one body: what was found, what would fix it, the totals, and who would be messaged.
  [[nodiscard]] std::string of_file(const feishu::helpdesk::report& found,
                                    std::string_view body) const;

  /// Of a body that is to be fixed: the same without the recipients, which a fix may change, and without
  /// what would fix it if `is_fixed`.
  [[nodiscard]] std::string before_fix(const feishu::helpdesk::report& found, std::string_view body,
                                       bool is_fixed) const;

  /// Of what `fix` made of it: the errors and warnings that it left, each by rule and place, and the
  /// recipients of the body that it wrote.
  [[nodiscard]] std::string after_fix(const feishu::helpdesk::fix_result& fixed) const;

  /// Of a body on a line: what was found.
  [[nodiscard]] std::string of_line(const feishu::helpdesk::report& found, std::string_view body,
                                    std::size_t line) const;

  /// Of a line too long to be held: the same without quotes, as its text is gone. A column is known
  /// all the same, for within a line it is the offset; only SARIF does without.
  [[nodiscard]] std::string of_long_line(const feishu::helpdesk::report& found,
                                         std::size_t line) const;

 private:
  [[nodiscard]] std::string start_of_line() const;
  [[nodiscard]] std::string recipients_line(const feishu::helpdesk::report& found) const;
  [[nodiscard]] std::string names_of(const feishu::helpdesk::report& found,
                                     feishu::helpdesk::severity kind) const;
  [[nodiscard]] std::string help(const feishu::helpdesk::report& found,
                                 std::string_view body) const;
  [[nodiscard]] std::string long_line_as_text(const feishu::helpdesk::report& found,
                                              std::size_t line) const;

  const options& chosen_;
  std::string source_;
  bool color_;
};

}  // namespace preflight_tool

#endif
