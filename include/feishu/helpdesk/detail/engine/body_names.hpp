#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_BODY_NAMES_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_BODY_NAMES_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/body_state.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/name_report.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/engine/unknown_names.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Names that are not the schema's: misspelt ones, and those of objects around the body.
namespace feishu::helpdesk::detail {

/// Keeps unknown names until it is certain what they mean, and finds a body inside other objects.
///
/// An object that may contain the body is skipped until a name in it shows that it does.
template <class Sink>
class body_names : protected body_state<Sink> {
  using state = body_state<Sink>;

 protected:
  using inside = typename state::inside;
  using state::at_;
  using state::body_offset_;
  using state::container_offset_;
  using state::enter;
  using state::evaluator_;
  using state::everything;
  using state::go_on;
  using state::held_card_;
  using state::key_offset_;
  using state::observe_name;
  using state::report_held_card;
  using state::sought_;
  using state::without_id_;

 public:
  // --- names ---

  /// A name begins.
  constexpr bool begin_name(std::size_t offset) {
    if (at_.skipped != 0) {
      inner_key_offset_ = offset;
      inner_name_.clear();
      return true;
    }
    key_offset_ = offset;
    at_.name.clear();
    return true;
  }

  /// More of the name, unescaped.
  constexpr bool name_text(std::string_view piece) {
    if (at_.skipped == 0) {
      at_.name.append(piece);
    } else if (at_.skipped == watched_level_) {
      inner_name_.append(piece);
    }
    return true;
  }

  /// It ends.
  constexpr bool end_name() {
    if (at_.skipped != 0) {
      return at_.skipped != watched_level_ || watch_name(inner_key_offset_, inner_name_);
    }
    const std::size_t index = find_field(*at_.object, at_.name.text());
    return index != npos ? enter(fields_of(*at_.object)[index]) : observe_unknown_name();
  }

  /// A name that comes whole, in one event instead of three.
  constexpr bool name(std::size_t offset, std::string_view whole) {
    if (at_.skipped != 0) {
      return at_.skipped != watched_level_ || watch_name(offset, truncated_name(whole));
    }
    key_offset_ = offset;
    const std::size_t index = find_field(*at_.object, whole);
    if (index != npos) return enter(fields_of(*at_.object)[index]);
    at_.name = truncated_name(whole);
    return observe_unknown_name();
  }

  /// The name that mostly comes next: fields tend to stand in the API reference's order.
  [[nodiscard]] constexpr std::string_view expected_name() const noexcept {
    return at_.expected->name.text();
  }

  /// `expected_name()` was read.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool name_as_expected(std::size_t offset) {
    if (at_.skipped != 0) {
      if (at_.skipped != watched_level_) return true;
      const std::string_view quoted = expected_name();
      return watch_name(offset, truncated_name(quoted.substr(0, quoted.size() - 1)));
    }
    key_offset_ = offset;
    return enter(*at_.expected);
  }

  /// The `index`-th field of the object that is open, from a form without names and offsets.
  constexpr bool field_at(std::size_t index) {
    key_offset_ = npos;
    return enter(fields_of(*at_.object)[index]);
  }

 protected:
  using state::state;

  // Begins another body, of the same context and sink.
  constexpr void reset() noexcept {
    state::reset();
    names_.clear();
    watched_level_ = wrapper_depth_ = 0;
  }

  // --- objects and lists that are not validated ---

  constexpr bool skip_deeper() noexcept {
    ++at_.skipped;
    sought_ = everything;
    return go_on();
  }
  constexpr bool skip_shallower() noexcept {
    if (--at_.skipped < watched_level_) close_watched_object();
    return go_on();
  }

  // An object that is not validated begins. Its names are looked at if it may contain the body.
  FEISHU_HELPDESK_COMPACT constexpr void skip_object(std::size_t offset) noexcept {
    const bool may_contain_body = at_.skipped == watched_level_ && is_at_kept_name() &&
                                  wrapper_depth_ == 0 && watched_level_ < most_wrappers &&
                                  names_.path_to(watched_level_).append(names_.last().name);
    skip_deeper();
    if (!may_contain_body) return;
    names_.last().value_offset = offset;
    watched_level_ = static_cast<std::uint8_t>(at_.skipped);
  }

  // Whether the value that begins here is of an unknown name which may contain the body.
  [[nodiscard]] constexpr bool is_at_kept_name() const noexcept {
    return at_.where == inside::body && !at_.name_is_known && at_.seen == 0 && name_is_kept_;
  }

  // The string that is the value of an unknown name contains the body, or does not.
  constexpr void note_contents(bool is_body) noexcept { names_.last().contains_body = is_body; }

  // --- ends ---

  // The element ends, and its id is missing, empty, null, or perhaps misspelt.
  FEISHU_HELPDESK_COMPACT constexpr void settle_id() {
    const facts instead = evaluator_.missing_id();
    const bool is_absent = !at_.has_seen_id() || (instead & facts_of(observed::null)) != 0;
    const bool is_empty = (instead & facts_of(observed::empty_string)) != 0;  // observed there
    if (is_absent || is_empty) ++without_id_;
    if ((instead & facts_of(observed::misspelt)) != 0) {
      report_misspelt_id(is_absent ? observed::misspelt : observed::unknown_field);
    } else if (is_absent) {
      evaluator_.observe(facts_of(observed::element_id) | facts_of(observed::absent),
                         at_.container().nested(0), container_offset_, container_offset_, {});
    }
  }

  // The outermost object ends, or the one that contains the body: of those around it, only the outermost
  // may still have names that count.
  constexpr void end_notification() {
    if (held_card_ != nullptr) report_held_card();
    at_.where = inside::nothing;
    if (wrapper_depth_ == 0) return;
    at_.skipped = wrapper_depth_;
    watched_level_ = 1;
    sought_ = everything;
  }

  // The text stopped making sense: what an unknown name is meant for stays open.
  constexpr void leave_names_open() {
    const bool has_misspelt_id = (evaluator_.missing_id() & facts_of(observed::misspelt)) != 0;
    if (has_misspelt_id) report_misspelt_id(observed::unknown_field);
    if (wrapper_depth_ != 0 && at_.where == inside::nothing) evaluator_.set_wrapper({});
  }

  // The body has ended: reports the names that waited. Returns the required fields that they are meant for.
  constexpr std::uint32_t report_names() {
    if (!names_.any()) {
      if (at_.seen == 0) observe_empty_body();
      return 0;
    }
    const wrapper_path objects = names_.path_to(wrapper_depth_);
    name_report<Sink> report(evaluator_, names_, wrapper_depth_, objects, body_offset_);
    return report.write(at_.seen != 0);
  }

 private:
  FEISHU_HELPDESK_NOINLINE constexpr bool observe_unknown_name() {
    if (held_card_ != nullptr) report_held_card();
    at_.name_is_known = false;
    sought_ = everything;
    name_is_kept_ = keep_unknown_name();
    if (!name_is_kept_) observe_name(facts_of(observed::unknown_field));
    return go_on();
  }

  // Whether what the name means depends on what follows: a name of the body while no name was of the API,
  // or one that resembles a field which is still missing.
  FEISHU_HELPDESK_COMPACT constexpr bool keep_unknown_name() noexcept {
    if (at_.where == inside::object) return false;
    const bool is_in_element = at_.where == inside::element;
    if (is_in_element) {
      const facts instead = evaluator_.missing_id();
      const bool has_id = at_.has_seen_id() && (instead & facts_of(observed::null)) == 0;
      if (has_id || (instead & facts_of(observed::misspelt)) != 0) return false;
    } else {
      names_.note(at_.name.text());
      if (at_.seen != 0 && !evaluator_.expects_complete()) return false;
    }
    const std::uint8_t level = is_in_element ? unknown_names::in_element : wrapper_depth_;
    const unknown_name found = names_.interpret(at_.name, key_offset_, level, *at_.object);
    const std::size_t index = found.index_in(*at_.object);
    if (is_in_element) {
      if (index != 0 || !names_.keep(found)) return false;
      evaluator_.note_misspelt_id();
      return true;
    }
    const bool may_be_missing = index != npos && ((required_fields & ~at_.seen) >> index & 1) != 0;
    return (at_.seen == 0 || may_be_missing) && names_.keep(found);
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_misspelt_id(const condition& as) {
    const unknown_name& id = names_.last();
    evaluator_.observe(facts_of(as), at_.container().unknown(id.name), id.offset, id.offset, {});
    names_.forget_from(unknown_names::in_element);
    evaluator_.expect_id();
  }

  // A name of an object that is not validated, or not yet.
  FEISHU_HELPDESK_COMPACT constexpr bool watch_name(std::size_t offset,
                                                    const truncated_name& name) {
    const std::size_t index = find_field(notification_object, name.text());
    if (wrapper_depth_ != 0) {
      if (index == npos) return true;
      leave_wrapper();
    } else if (index == npos) {
      names_.note_nested(name.text());
      name_is_kept_ =
          names_.keep(names_.interpret(name, offset, watched_level_, notification_object));
      return true;
    } else if (!shows_notification(static_cast<field>(index))) {
      name_is_kept_ = false;
      return true;
    } else {
      enter_wrapper();
    }
    key_offset_ = offset;
    return enter(fields_of(notification_object)[index]);
  }

  // Whether an object with this field is a notification, by its own name or by the field's.
  [[nodiscard]] constexpr bool shows_notification(field which) const noexcept {
    const auto outer = static_cast<std::uint8_t>(watched_level_ - 1);
    return is_distinctive(which) || names_.last_at(outer).name.text() == notification_object.name;
  }

  // The object whose names are looked at contains the body: validates it from here.
  FEISHU_HELPDESK_COMPACT constexpr void enter_wrapper() noexcept {
    wrapper_depth_ = watched_level_;
    watched_level_ = 0;
    at_.skipped = 0;
    outer_offset_ = body_offset_;
    body_offset_ = names_.last_at(static_cast<std::uint8_t>(wrapper_depth_ - 1)).value_offset;
    evaluator_.body().wrapped = true;
    evaluator_.set_wrapper(names_.path_to(wrapper_depth_));
  }

  // The body has fields of the API itself: what was taken for its wrapper is not one.
  FEISHU_HELPDESK_COMPACT constexpr void leave_wrapper() noexcept {
    wrapper_depth_ = watched_level_ = 0;
    names_.forget_from(1);
    at_ = {};
    at_.where = inside::body;
    body_offset_ = outer_offset_;
    evaluator_.leave_wrapper();
  }

  FEISHU_HELPDESK_COMPACT constexpr void close_watched_object() noexcept {
    if (wrapper_depth_ == 0) names_.forget_from(watched_level_);
    watched_level_ = wrapper_depth_ == 0 ? static_cast<std::uint8_t>(at_.skipped) : 0;
  }

  FEISHU_HELPDESK_COMPACT constexpr void observe_empty_body() {
    const context& known = evaluator_.known();
    if (!evaluator_.body().well_formed || known.draft || known.mode != mode::partial) return;
    evaluator_.observe(facts_of(observed::empty_body), {}, body_offset_, body_offset_, {});
  }

  static constexpr std::uint8_t most_wrappers = 4;

  std::uint8_t watched_level_ = 0;  // whose names are looked at, of skipped objects; 0: none
  std::uint8_t wrapper_depth_ = 0;  // the objects that the notification stands inside
  bool name_is_kept_ = false;       // the unknown name that was read last

  unknown_names names_;  // without `{}`, like the strings
  truncated_name inner_name_;
  std::size_t inner_key_offset_ = npos;
  std::size_t outer_offset_ =
      npos;  // of the body, where the notification stands inside other objects
};

}  // namespace feishu::helpdesk::detail

#endif
