#ifndef FEISHU_HELPDESK_JSON_VALIDATE_HPP
#define FEISHU_HELPDESK_JSON_VALIDATE_HPP

#include <feishu/helpdesk/detail/engine/body_validator.hpp>
#include <feishu/helpdesk/detail/engine/custom_rules.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json/array.hpp>
#include <boost/json/kind.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>

/// Validation of Boost.JSON's values.
namespace feishu::helpdesk {
namespace detail {

// Replays a value as the events of a body, without recursion.
template <class Sink>
class value_walker {
 public:
  explicit value_walker(body_validator<Sink>& j) : validator_(j) {}

  // Returns whether the whole value was replayed.
  bool walk(const boost::json::value& root) {
    if (!visit(root)) return false;
    while (depth_ != 0) {
      if (!advance(open_[depth_ - 1])) return false;
    }
    return true;
  }

 private:
  // A container, and how much of it was visited.
  struct frame {
    const boost::json::value* container;
    std::size_t next;
  };

  bool advance(frame& top) {
    if (const boost::json::array* list = top.container->if_array()) {
      if (top.next < list->size()) return visit((*list)[top.next++]);
      --depth_;
      return validator_.end_array(npos);
    }
    const boost::json::object& fields = top.container->get_object();
    if (top.next < fields.size()) {
      const boost::json::key_value_pair& pair = fields.begin()[top.next++];
      if (!is_utf8(pair.key())) return stop(syntax_error::bad_utf8);
      return validator_.name(npos, pair.key()) && visit(pair.value());
    }
    --depth_;
    return validator_.end_object(npos);
  }

  bool visit(const boost::json::value& v) {
    switch (v.kind()) {
      case boost::json::kind::null: return validator_.null(npos);
      case boost::json::kind::bool_: return validator_.boolean(npos);
      case boost::json::kind::int64: {
        const std::int64_t number = v.get_int64();
        const auto bits = static_cast<std::uint64_t>(number);
        return validator_.number(
            npos, {.is_negative = number < 0, .magnitude = number < 0 ? 0 - bits : bits});
      }
      case boost::json::kind::uint64: return validator_.number(npos, {.magnitude = v.get_uint64()});
      case boost::json::kind::double_: return validator_.number(npos, {.is_integer = false});
      case boost::json::kind::string: return validator_.string(v.get_string());
      case boost::json::kind::array: return open(v) && validator_.begin_array(npos);
      case boost::json::kind::object: return open(v) && validator_.begin_object(npos);
    }
    return true;
  }

  bool open(const boost::json::value& container) {
    if (depth_ == max_depth) return stop(syntax_error::too_deep);
    open_[depth_++] = {&container, 0};
    return true;
  }

  bool stop(syntax_error why) {
    validator_.ill_formed({.reason = why}, npos, false);
    return false;
  }

  body_validator<Sink>& validator_;
  frame open_[max_depth];
  std::size_t depth_ = 0;
};

}  // namespace detail

/// Returns the report of every rule that a parsed body violates. Positions are unknown, and what a value
/// cannot contain is not found: duplicate fields, and integers beyond 64 bits, which Boost.JSON makes
/// doubles. Custom rules that follow are decided by functions over the summary of the body.
template <
    std::same_as<boost::json::value> Value,  // nothing that converts to one: text is not a body
    summary_predicate... Predicates>
[[nodiscard]] report validate(const Value& body, const context& known = {},
                              const custom_rule<Predicates>&... own) {
  report found;
  detail::body_validator<report&> validator(known, found);
  detail::value_walker<report&>(validator).walk(body);
  if (!validator.evaluator().stopped()) validator.finish();
  if constexpr (sizeof...(own) != 0) detail::evaluate_custom(validator.evaluator(), own...);
  detail::report_access::conclude(found, validator.evaluator().body(), known);
  return found;
}

}  // namespace feishu::helpdesk

#endif
