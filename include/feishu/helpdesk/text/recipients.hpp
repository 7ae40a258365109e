#ifndef FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP
#define FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Who will get a push: the costliest mistake is a legal one.
namespace feishu::helpdesk {

/// Whom the service desk messages privately.
enum class reach : std::uint8_t {
  unknown,  ///< what says it is absent or wrong
  nobody,
  all_members,
  listed,  ///< users and departments
  new_staff,
  new_staff_of_departments
};

/// The recipients of a push, as data and as a phrase.
struct recipients {
  helpdesk::reach reach = helpdesk::reach::unknown;  ///< whom, beside the chats
  std::size_t users = 0;                             ///< of `listed`
  std::size_t departments = 0;    ///< of `listed`, or of `new_staff_of_departments`
  std::size_t chats = 0;          ///< posted to whatever the reach is
  bool rest_is_in_draft = false;  ///< a patch without its draft: what it leaves out is not known

  /// "every member of the organisation, and 1 chat"
  [[nodiscard]] std::string in(language chosen) const;

  bool operator==(const recipients&) const = default;
};

namespace detail {

// Whether a body has every field that its recipients depend on.
constexpr bool tells_all(const body_summary& body, reach whom) noexcept {
  if (!body.has(field::chat_list)) return false;
  switch (whom) {
    case reach::unknown: return false;
    case reach::listed:
    case reach::nobody: return body.has(field::user_list) && body.has(field::department_list);
    case reach::new_staff_of_departments: return body.has(field::new_staff_scope_department_list);
    default: return true;
  }
}

}  // namespace detail

/// Who will get a push of this summary.
[[nodiscard]] constexpr recipients recipients_of(const body_summary& body) noexcept {
  const auto is = [&](const condition& c) { return c.holds(body.known); };
  recipients found{.chats = body.chats};
  const auto is_invalid = [&](field which) {
    return (body.invalid & body_summary::bit(which)) != 0;
  };
  if (is(fact::push_scope_type == push_scope::all_members)) {
    found.reach = reach::all_members;
  } else if (is(fact::push_scope_type == push_scope::no_members)) {
    found.reach = reach::nobody;
  } else if (is(fact::push_scope_type == push_scope::some_members)) {
    if (!is_invalid(field::user_list) && !is_invalid(field::department_list)) {
      found.users = body.users;
      found.departments = body.departments;
      found.reach = body.users + body.departments == 0 ? reach::nobody : reach::listed;
    }
  } else if (is(fact::push_scope_type == push_scope::new_staff)) {
    if (is(fact::new_staff_scope_type == new_staff_scope::all)) {
      found.reach = reach::new_staff;
    } else if (is(fact::new_staff_scope_type == new_staff_scope::departments) &&
               !is_invalid(field::new_staff_scope_department_list)) {
      found.reach = reach::new_staff_of_departments;
      found.departments = body.new_staff_departments;
    }
  }
  found.rest_is_in_draft = !body.complete && !detail::tells_all(body, found.reach);
  return found;
}

/// Who will get this push, if it is sent as it is.
template <class Form>
[[nodiscard]] constexpr recipients recipients_of(const basic_notification<Form>& n) {
  body_summary body = summarize(n);
  body.complete = true;
  return recipients_of(body);
}

inline std::string recipients::in(language chosen) const {
  const auto say = [&](std::string_view en, std::string_view zh) {
    return std::string(localized_text{en, zh}.in(chosen));
  };
  std::string text;
  switch (reach) {
    case reach::unknown:
      if (rest_is_in_draft) {
        text = say("those the draft names", "草稿所指定的对象");
        break;
      }
      text = say("nobody can tell whom: what says it is missing or wrong",
                 "无法判断：相关字段缺失或有误");
      break;
    case reach::nobody: break;
    case reach::all_members:
      text = say("every member of the organisation", "组织内全部成员");
      break;
    case reach::listed:
      if (users != 0) text = format_count(users, user_object, chosen);
      if (users != 0 && departments != 0) text += say(" and ", "和 ");
      if (departments != 0) text += format_count(departments, department_object, chosen);
      break;
    case reach::new_staff:
      text = say("all new staff, as they join", "组织内所有新人（入职时）");
      break;
    case reach::new_staff_of_departments:
      text = say("new staff of ", "") + format_count(departments, department_object, chosen) +
             say(", as they join", "的新人（入职时）");
      break;
  }
  if (chats != 0) {
    if (!text.empty()) text += say(", and ", "，以及 ");
    text += format_count(chats, chat_object, chosen);
  }
  if (text.empty()) {
    return rest_is_in_draft ? say("those the draft lists", "草稿中所列的对象")
                            : say("nobody", "无人");
  }
  if (rest_is_in_draft && reach != reach::unknown) {
    text += say(", and whoever else the draft lists", "，其余以草稿为准");
  }
  return text;
}

}  // namespace feishu::helpdesk

#endif
