// Diagnostics as plain values, which tests compare and print.

#ifndef FEISHU_HELPDESK_TESTS_FINDINGS_HPP
#define FEISHU_HELPDESK_TESTS_FINDINGS_HPP

#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/text/message.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace golden {

namespace helpdesk = feishu::helpdesk;

struct finding {
  std::string rule{};
  std::string severity{};
  std::string path{};
  std::size_t offset = helpdesk::npos;

  auto operator<=>(const finding&) const = default;
};

using findings = std::vector<finding>;

inline std::ostream& operator<<(std::ostream& out, const findings& list) {
  for (const finding& each : list) {
    out << "\n    " << each.severity << ' ' << each.rule << " \"" << each.path << '"';
    if (each.offset != helpdesk::npos) out << " at " << each.offset;
  }
  return out << (list.empty() ? "nothing" : "");
}

inline finding finding_of(const helpdesk::diagnostic& d) {
  return {std::string(d.rule().id), std::string(localized(d.severity()).en), d.path(), d.offset()};
}

inline findings findings_of(const helpdesk::report& report) {
  findings list;
  for (const helpdesk::diagnostic& each : report) list.push_back(finding_of(each));
  return list;
}

// Findings as a multiset, to compare forms that know no offsets and so no order.
inline findings without_offsets(findings list) {
  for (finding& each : list) each.offset = helpdesk::npos;
  std::ranges::sort(list);
  return list;
}

}  // namespace golden

#endif  // FEISHU_HELPDESK_TESTS_FINDINGS_HPP
