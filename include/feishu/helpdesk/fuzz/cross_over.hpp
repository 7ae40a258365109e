#ifndef FEISHU_HELPDESK_FUZZ_CROSS_OVER_HPP
#define FEISHU_HELPDESK_FUZZ_CROSS_OVER_HPP

#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_nodes.hpp>
#include <feishu/helpdesk/fuzz/mutate.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A body made of two.
namespace feishu::helpdesk::fuzz {
namespace detail {

inline bool is_element(const json_node& each) {
  return !each.is_named() && !each.is_whole() && each.within != nullptr;
}

// Gives a body a part of another: an element to a list of its like, a field in the place of its namesake,
// or as a new one.
inline void give(mutation& taker, std::string_view giver, choices& from) {
  const auto any = [&](std::string_view text, auto&& accept) {
    return any_node(text, dialect::body, from, accept);
  };
  const auto gift =
      any(giver, [](const json_node& each) { return each.around != nullptr || is_element(each); });
  if (!gift || (gift->is_card() && !may_be_card(*gift, giver))) return;
  const std::string item(gift->item(giver).of(giver));

  if (is_element(*gift)) {
    const auto list = any(taker.text(), [&](const json_node& each) {
      return each.type == json_type::array && each.within == gift->within;
    });
    if (list) taker.insert_into(*list, item);
    return;
  }
  const auto namesake = any(taker.text(), [&](const json_node& each) {
    return each.about() != nullptr && each.about() == gift->about();
  });
  if (namesake) {
    const std::string_view value = gift->value(giver).of(giver);
    if (namesake->depth + height_of(value) > helpdesk::detail::max_depth) return;
    return taker.replace(namesake->value(taker.text()), value);
  }
  const auto body = any(taker.text(), [&](const json_node& each) {
    return each.is_whole() && each.within == gift->around;
  });
  if (body) taker.insert_into(*body, item);
}

}  // namespace detail

/// A body with some of what another has: fields of the other come in the place of their namesakes, or
/// as new ones, and elements into lists of their like. It is well-formed as `mutated` says; of what is
/// no JSON nothing is taken.
[[nodiscard]] inline std::string crossed(std::string_view body, std::string_view other,
                                         std::size_t limit, choices& from) {
  if (!is_well_formed(body) || !is_well_formed(other)) return mutated(body, limit, from);
  detail::mutation changing{std::string(body), dialect::body, limit, from};
  constexpr int most = 4;
  int gifts = 0;
  do {
    detail::give(changing, other, from);
  } while (++gifts < most && from.flag());
  return changing.take();
}

/// The same, as libFuzzer wants it. Returns the size of what was written to `to`, which has room for
/// `max_size` bytes, two at least.
///
///     extern "C" std::size_t LLVMFuzzerCustomCrossOver(
///         const std::uint8_t* a, std::size_t a_size, const std::uint8_t* b, std::size_t b_size,
///         std::uint8_t* to, std::size_t max_size, unsigned seed) {
///       return feishu::helpdesk::fuzz::cross_over(a, a_size, b, b_size, to, max_size, seed);
///     }
inline std::size_t cross_over(const std::uint8_t* body, std::size_t size, const std::uint8_t* other,
                              std::size_t other_size, std::uint8_t* to, std::size_t max_size,
                              unsigned seed) {
  const auto bytes = bytes_of<64>(seed);
  choices from(bytes);
  return crossed({reinterpret_cast<const char*>(body), size},
                 {reinterpret_cast<const char*>(other), other_size}, max_size, from)
      .copy(reinterpret_cast<char*>(to), max_size);
}

}  // namespace feishu::helpdesk::fuzz

#endif
