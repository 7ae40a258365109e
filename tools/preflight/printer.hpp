#ifndef FEISHU_PREFLIGHT_TOOL_PRINTER_HPP
#define FEISHU_PREFLIGHT_TOOL_PRINTER_HPP

#include "options.hpp"
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <string_view>

namespace preflight_tool {

/// Standard output, in the form that the user wants: a SARIF log has a beginning, commas and an end,
/// whatever the number of bodies.
class printer {
 public:
  printer(const options& chosen,
          feishu::helpdesk::borrowed_list<feishu::helpdesk::rule> custom_rules)
      : chosen_(chosen), custom_rules_(custom_rules) {}

  [[nodiscard]] bool begin();

  /// Of some bodies; nothing at all for an empty text. Can be seen at once.
  [[nodiscard]] bool print(std::string_view text);

  [[nodiscard]] bool end();

  /// Whether nothing can be printed any more, which was explained then.
  [[nodiscard]] bool is_gone() const { return is_gone_; }

 private:
  bool write(std::string_view text);

  const options& chosen_;
  feishu::helpdesk::borrowed_list<feishu::helpdesk::rule> custom_rules_;
  bool is_first_ = true;
  bool is_gone_ = false;
};

/// What stands between the texts of two bodies.
[[nodiscard]] std::string_view separator(const options& chosen);

}  // namespace preflight_tool

#endif
