#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_STATES_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_STATES_HPP

#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

/// The states of the seven fields that the rules between fields look at, as summaries of bodies.
namespace feishu::helpdesk::fuzz {
namespace detail {

// A field is absent, or has one of the facts that follow; an enumeration can also be out of range.
constexpr std::size_t states_of(const helpdesk::detail::field_facts& about) noexcept {
  return about.size + (info(about.field).values.empty() ? 0 : 1);
}

}  // namespace detail

/// How many there are: one of each of the fields' own.
inline constexpr std::size_t state_count = [] {
  std::size_t count = 1;
  for (const helpdesk::detail::field_facts& each : helpdesk::detail::facts_of_fields) {
    count *= detail::states_of(each);
  }
  return count;
}();
static_assert(state_count == std::size_t{4} * 6 * 4 * 3 * 3 * 3 * 3);

/// The summary of a body that is in the `number`-th state and otherwise without fault: in partial mode, of
/// a patch.
[[nodiscard]] constexpr body_summary state_at(std::size_t number,
                                              mode m = mode::complete) noexcept {
  body_summary state{.well_formed = true, .complete = m == mode::complete};
  for (const helpdesk::detail::field_facts& each : helpdesk::detail::facts_of_fields) {
    const std::size_t own = number % detail::states_of(each);
    number /= detail::states_of(each);
    if (own == 0) continue;
    state.present |= body_summary::bit(each.field);
    if (own < each.size) {
      state.known |= each.absent() << own;
    } else {
      state.invalid |= body_summary::bit(each.field);
    }
  }
  return state;
}

/// The rules that a body in this state breaks by an error: bit i is the i-th of the table.
[[nodiscard]] constexpr std::uint64_t errors_in(const body_summary& state) noexcept {
  std::uint64_t broken = helpdesk::detail::indexed_rules.broken_by(state.all_facts());
  for (const helpdesk::detail::field_facts& each : helpdesk::detail::facts_of_fields) {
    facts seen =
        helpdesk::detail::fields_of(notification_object)[static_cast<std::size_t>(each.field)]
            .known;
    if ((state.invalid & body_summary::bit(each.field)) != 0) {
      seen |= helpdesk::detail::facts_of(observed::not_in_enum);
    } else if (state.complete && !state.has(each.field)) {
      seen |= helpdesk::detail::facts_of(observed::absent);
    }
    broken |= helpdesk::detail::indexed_rules.broken_by(seen);
  }
  return broken & helpdesk::detail::error_rules;
}

/// A state that `accept` accepts; none if there is none. Any of them may come. Asks `accept` once for each
/// state at most.
template <class Accept>
[[nodiscard]] constexpr std::optional<body_summary> state_where(choices& from, Accept&& accept,
                                                                mode m = mode::complete) {
  const std::size_t first = from.below(state_count);
  for (std::size_t i = 0; i < state_count; ++i) {
    const body_summary state = state_at((first + i) % state_count, m);
    if (accept(state)) return state;
  }
  return std::nullopt;
}

}  // namespace feishu::helpdesk::fuzz

#endif
