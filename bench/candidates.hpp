#ifndef FEISHU_HELPDESK_BENCH_CONTESTANTS_HPP
#define FEISHU_HELPDESK_BENCH_CONTESTANTS_HPP

#include "candidate.hpp"

#include <span>
#include <string_view>

namespace bench {

/// Why a candidate's result may be another than ours.
struct known_difference {
  std::string_view of;   // a rule's id, or a twist of the mixed bodies that this candidate refuses
  std::string_view why;  // or takes for JSON though it is none
};

struct candidate {
  std::string_view name;
  std::string_view label;
  bool (*validate)(std::string_view body);
  bool knows_rules;
  std::span<const known_difference> accepts;  // what we refuse
  std::span<const known_difference> refuses;  // what we accept
};

/// Ours first, then the yardstick.
std::span<const candidate> all_candidates();

}  // namespace bench

#endif
