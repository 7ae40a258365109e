#ifndef FEISHU_PREFLIGHT_TOOL_POLICY_READER_HPP
#define FEISHU_PREFLIGHT_TOOL_POLICY_READER_HPP

#include "company_rules.hpp"
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/policy.hpp>

#include <boost/json/value.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace preflight_tool {

/// What a policy file says.
struct policy_settings {
  feishu::helpdesk::policy severities{};                            ///< of the library's rules
  std::map<const company_rule*, feishu::helpdesk::level> levels{};  ///< of the company's
  std::map<const company_rule*, std::size_t> limits{};              ///< of the lists of recipients
  unsigned forbidden_scopes = 0;                                    ///< bit i: the value i
  bool requires_now = false;  ///< bodies are validated only with --now
};

/// A mistake in a policy file.
struct policy_fault {
  std::size_t offset;
  std::string path;
  std::string message;
};

/// Reads a well-formed policy, given as text and as the value of it. Returns its mistakes, in the order of the
/// text.
[[nodiscard]] std::vector<policy_fault> read_settings(std::string_view text,
                                                      const boost::json::value& whole,
                                                      feishu::helpdesk::language chosen,
                                                      policy_settings& to);

}  // namespace preflight_tool

#endif
