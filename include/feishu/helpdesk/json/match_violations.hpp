#ifndef FEISHU_HELPDESK_JSON_MATCH_VIOLATIONS_HPP
#define FEISHU_HELPDESK_JSON_MATCH_VIOLATIONS_HPP

#include <feishu/helpdesk/json/detail/field_path.hpp>
#include <feishu/helpdesk/json/response.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

/// What the platform found, beside what we did.
namespace feishu::helpdesk {

/// A violation that a response names, and a diagnostic about the same place. Refers to both.
struct matched_violation {
  const field_violation* violation;  ///< what the platform says
  const diagnostic* found;           ///< what was found here
};

namespace detail {

// Rules about the request have no place in the body; one about a parameter bears its name.
inline bool is_named_after(const rule& r, std::string_view parameter) noexcept {
  const auto same = [](char a, char b) { return b == '_' ? a == '-' : a == b && b != '-'; };
  return r.group == rule_group::request &&
         std::equal(r.id.begin(), r.id.end(), parameter.begin(), parameter.end(), same);
}

}  // namespace detail

/// Each violation with each diagnostic of the report on the body that was sent which is at its place,
/// or at any that it may mean: `user_list[*].user_id` meets `/user_list/3/user_id`. In the order of the
/// response, then of the report; both must outlive the pairs. A violation that we did not find is in none.
[[nodiscard]] inline std::vector<matched_violation> match_violations(const response& refusal,
                                                                     const report& found) {
  std::vector<matched_violation> pairs;
  for (const field_violation& violation : refusal.field_violations) {
    const field_path path(violation.field);
    for (const diagnostic& each : found) {
      if (path.may_mean(each.where()) || detail::is_named_after(each.rule(), violation.field)) {
        pairs.push_back({&violation, &each});
      }
    }
  }
  return pairs;
}

std::vector<matched_violation> match_violations(response&&, const report&) = delete;
std::vector<matched_violation> match_violations(const response&, report&&) = delete;
std::vector<matched_violation> match_violations(response&&, report&&) = delete;

}  // namespace feishu::helpdesk

#endif
