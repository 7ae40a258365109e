#ifndef FEISHU_HELPDESK_FUZZ_VIOLATING_HPP
#define FEISHU_HELPDESK_FUZZ_VIOLATING_HPP

#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/broken_json.hpp>
#include <feishu/helpdesk/fuzz/detail/corrupt.hpp>
#include <feishu/helpdesk/fuzz/detail/faults.hpp>
#include <feishu/helpdesk/fuzz/detail/states.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

/// Bodies that break one rule.
namespace feishu::helpdesk::fuzz {
namespace detail {

// Makes something legal but for one fault.
class violation_maker {
 public:
  violation_maker(const rule& broken, choices& from) noexcept
      : broken_(broken),
        for_fault_(from.take(is_between_fields(broken) ? 0 : enough_for_a_fault)),
        for_style_(from.take(from.left() / 4)),
        from_(from),
        maker_(from, validity::legal) {}

  [[nodiscard]] std::optional<sample> make() {
    if (!is_between_fields(broken_)) {
      const std::optional<fault> chosen = any_fault(broken_, for_fault_);
      if (!chosen) return std::nullopt;
      fault_ = *chosen;
    }
    const auto state = state_where(from_, [&](const body_summary& each) {
      return (errors_in(each) & errors_beside(broken_)) == 0 &&
             (is_between_fields(broken_) ? broken_.violated_when.holds(each.all_facts())
                                         : has_room(each));
    });
    if (!state) return std::nullopt;

    sample made{.request = valid_request(from_)};
    made.value = maker_.make(*state);
    if (is_one_of(of_whole_text)) {
      corrupt_body(made);
    } else {
      if (fault_.fact != 0) corrupt(made);
      made.body = body_writer(for_style_, fault_.fact, place_).body(*made.value);
      if (is_one_of(beyond_structs)) made.value.reset();
    }
    return made;
  }

 private:
  [[nodiscard]] static bool is_between_fields(const rule& r) noexcept {
    return helpdesk::detail::is_about_the_body(r.violated_when);
  }
  [[nodiscard]] bool is_one_of(facts some) const noexcept { return (fault_.fact & some) != 0; }

  // Whether a body in this state has what is to be wrong.
  [[nodiscard]] bool has_room(const body_summary& state) const noexcept {
    const site& at = fault_.at;
    if (at.is_in_list()) {
      return (state.known & helpdesk::detail::facts_about(at.holder).holds_elements(true)) != 0;
    }
    if (!at.is_of_body() || helpdesk::detail::facts_about(at.field()).size == 0) return true;
    if (is_one_of(of_nothing)) return !state.has(at.field());
    if (is_one_of(helpdesk::detail::facts_of(observed::not_in_enum))) {
      return (state.invalid & body_summary::bit(at.field())) != 0;
    }
    return state.has(at.field());
  }

  // --- structs and requests ---

  void corrupt(sample& made) {
    const site& at = fault_.at;
    if (is_one_of(of_request)) return corrupt_request(made.request, fault_.fact, for_fault_);
    if (at.object == object_kind::notification) {
      if (at.index != npos) corrupt_field(*made.value, at.about_object(), {}, made.request);
      return;
    }
    visit_field(*made.value, static_cast<std::size_t>(at.holder), [&](auto& holder) {
      using held = typename std::remove_cvref_t<decltype(holder)>::value_type;
      place_ = at.holder;
      if constexpr (requires(held& list) { list.emplace_back(); }) {
        const std::size_t element = for_fault_.below(holder->size());
        place_ = place_.element(element);
        if (at.index != npos) {
          corrupt_field((*holder)[element], at.about_object(), place_, made.request);
        }
      } else if constexpr (std::is_same_v<held, user>) {
        if (!holder) holder.emplace();
        if (at.index != npos) corrupt_field(*holder, at.about_object(), place_, made.request);
      }
    });
  }

  template <class Object>
  void corrupt_field(Object& object, const object_info& about, const location& here,
                     request_context& request) {
    const field_info& row = about.fields[fault_.at.index];
    place_ = place_of(here, about, fault_.at.index);
    visit_field(object, fault_.at.index, [&](auto& held) {
      using value = typename std::remove_cvref_t<decltype(held)>::value_type;
      if (is_one_of(of_nothing)) return held.reset();
      if constexpr (std::is_same_v<value, std::string>) {
        if (is_one_of(of_text)) held = corrupt_string(row.kind, fault_.fact, request, for_fault_);
      }
      if (!held) maker_.fill(held.emplace(), row, true);
    });
  }

  // --- texts as a whole ---

  void corrupt_body(sample& made) {
    const bool is_ill_formed = is_one_of(helpdesk::detail::facts_of(observed::ill_formed));
    if (is_ill_formed && for_fault_.flag()) {
      corrupt_utf8(*made.value);
      made.body = write_body(*made.value, for_style_);
      return;
    }
    if (is_one_of(helpdesk::detail::facts_of(observed::empty_body))) {
      made.mode = mode::partial;
      made.value.emplace();
      made.body = write_body(*made.value, for_style_);
      return;
    }
    made.body = write_body(*made.value, for_style_);
    made.value.reset();
    if (is_one_of(helpdesk::detail::facts_of(observed::no_known_field))) {
      made.body = foreign_body(made.body, for_fault_);
    } else if (is_ill_formed) {
      made.body = broken_json(std::move(made.body), bad_utf8::included, for_fault_);
    } else if (for_fault_.flag()) {
      made.body = '[' + made.body + ']';
    } else {
      made.body.clear();
      write_wrong_type(made.body, json_type::object, true, for_fault_);
    }
  }

  // One of the notification's texts, of which there always are.
  void corrupt_utf8(notification& n) {
    std::size_t count = 0;
    for_each_text(n, [&](std::string&) { ++count; });
    for_each_text(n, [&, left = for_fault_.below(count)](std::string& text) mutable {
      if (left-- != 0) return;
      const std::size_t place = for_fault_.below(text.size() + 1);
      text.insert(place, for_fault_.pick(invalid_utf8));
    });
  }

  template <class Object, class Visitor>
  static void for_each_text(Object& object, Visitor&& visit) {
    helpdesk::detail::for_each_field(object, [&](auto, auto& held) {
      using value = typename std::remove_cvref_t<decltype(held)>::value_type;
      if (!held) return;
      if constexpr (std::is_same_v<value, std::string>) {
        visit(*held);
      } else if constexpr (requires { held->emplace_back(); }) {
        for (auto& each : *held) for_each_text(each, visit);
      } else if constexpr (std::is_class_v<value>) {
        for_each_text(*held, visit);
      }
    });
  }

  static constexpr std::size_t enough_for_a_fault = 32;

  const rule& broken_;
  choices for_fault_;
  choices for_style_;
  choices& from_;
  notification_maker maker_;
  fault fault_{};
  location place_{};
};

}  // namespace detail

/// A body, in a request, that breaks this rule and no other of the table by an error; there may be warnings
/// and notes beside it. Every rule of the table can be broken so. A rule of your own over `fact::…`
/// can too, unless what it forbids is an error by itself; then there is none.
///
///     choices from(bytes);
///     const std::optional<sample> wrong = violating(*find_rule("no-members-requires-chats"), from);
///     preflight(wrong->body, wrong->known());  // or validate(*wrong->value, …), where a struct can hold it
[[nodiscard]] inline std::optional<sample> violating(const rule& broken, choices& from) {
  return detail::violation_maker(broken, from).make();
}
/// The same from bytes.
[[nodiscard]] inline std::optional<sample> violating(const rule& broken,
                                                     std::span<const std::uint8_t> bytes) {
  choices from(bytes);
  return violating(broken, from);
}

}  // namespace feishu::helpdesk::fuzz

#endif
