#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_NAME_REPORT_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_NAME_REPORT_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/detail/engine/unknown_names.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The unknown names of a body, reported once the body has ended.
namespace feishu::helpdesk::detail {

/// Reports the unknown names that were kept, and a body that has no other names.
template <class Sink>
class name_report {
 public:
  /// For a body that was concluded. `depth` counts the objects that the notification stands inside, at
  /// `objects`; the body itself begins at `body_offset`.
  constexpr name_report(rule_evaluator<Sink>& to, const unknown_names& names, std::uint8_t depth,
                        const wrapper_path& objects, std::size_t body_offset) noexcept
      : to_(to), names_(names), objects_(objects), body_offset_(body_offset), depth_(depth) {}

  /// Reports what there is. Returns the required fields whose absence needs no report of its own.
  FEISHU_HELPDESK_COMPACT constexpr std::uint32_t write(bool has_known_field) {
    std::uint32_t missing = to_.missing_fields();
    std::uint32_t misspelt = 0;
    for (std::size_t i = 0; i < names_.size(); ++i) misspelt |= meant_field(names_[i]) & missing;
    const bool has_none =
        !has_known_field && (misspelt == 0 || names_.seems_to_be() != mistaken_for::nothing);
    is_foreign_ = to_.body().well_formed && (depth_ != 0 || has_none);
    if (is_foreign_ && depth_ == 0) missing = 0;  // nothing is missing in what is something else
    to_.set_wrapper({});
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (depth_ != 0 && names_[i].level == 0) report_beside(i);
    }
    to_.set_wrapper(objects_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].level == depth_) report_inside(i, missing);
    }
    if (is_foreign_) report_foreign_body();
    to_.set_wrapper(objects_);
    return is_foreign_ ? ~std::uint32_t{0} : misspelt;
  }

 private:
  // The field of the notification that a name stands for, as a set.
  [[nodiscard]] constexpr std::uint32_t meant_field(const unknown_name& each) const noexcept {
    const std::size_t index = each.level == depth_ ? each.index_in(notification_object) : npos;
    return index == npos ? 0 : std::uint32_t{1} << index;
  }

  FEISHU_HELPDESK_COMPACT constexpr void observe(const unknown_name& each, const condition& what) {
    to_.observe(facts_of(what), location().unknown(each.name), each.offset, each.offset, {});
  }

  // A name next to a wrapper, or the wrapper's own.
  FEISHU_HELPDESK_COMPACT constexpr void report_beside(std::size_t i) {
    const unknown_name& each = names_[i];
    const bool is_wrapper = &each == &names_.last_at(0);
    if (is_wrapper ? !is_foreign_ : each.meant.hint == hint::did_you_mean) {
      observe(each, observed::unknown_field);
    }
  }

  // A name of the object whose fields are those of a notification, or should be.
  FEISHU_HELPDESK_COMPACT constexpr void report_inside(std::size_t i, std::uint32_t missing) {
    const unknown_name& each = names_[i];
    if ((meant_field(each) & missing) != 0) {
      observe(each, observed::misspelt);
    } else if (depth_ != 0 || !is_foreign_ || is_meant_here(each)) {
      observe(each, observed::unknown_field);
    }
  }

  // Whether a name of a body without the API's fields is probably one of them. What a card or a message
  // calls its own is not.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr bool is_meant_here(
      const unknown_name& each) const noexcept {
    if (each.meant.hint != hint::did_you_mean) return false;
    return names_.seems_to_be() == mistaken_for::nothing ||
           is_plainly(each.meant.name, plain_name(each.name.text()).text());
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_foreign_body() {
    constexpr std::string_view details[] = {"", "card", "message"};
    std::string_view what = details[static_cast<std::size_t>(names_.seems_to_be())];
    location where;
    std::size_t offset = body_offset_;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!names_[i].contains_body) continue;
      what = "string";
      where = location().unknown(names_[i].name);
      offset = names_[i].offset;
    }
    if (depth_ != 0) {
      what = objects_.is("data", "notification") ? "response" : "wrapper";
      where = location().within(objects_);
      offset = names_.last_at(static_cast<std::uint8_t>(depth_ - 1)).offset;
    }
    to_.set_wrapper({});  // this is certain
    to_.observe(facts_of(observed::no_known_field), where, offset, offset, {.detail = what});
  }

  rule_evaluator<Sink>& to_;
  const unknown_names& names_;
  const wrapper_path& objects_;
  std::size_t body_offset_;
  std::uint8_t depth_;
  bool is_foreign_ = false;
};

}  // namespace feishu::helpdesk::detail

#endif
