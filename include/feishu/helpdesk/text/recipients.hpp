#ifndef FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP
#define FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <string>

/// Recipients in words.
namespace feishu::helpdesk {

/// The recipients as a phrase: "every member of the organisation, and 1 chat".
[[nodiscard]] inline std::string describe(const recipients& who, language chosen = language::en) {
  const detail::in_language say{chosen};
  std::string text;
  switch (who.reach) {
    case reach::unknown:
      if (who.rest_is_in_draft) {
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
      if (who.users != 0) text = format_count(who.users, user_object, chosen);
      if (who.users != 0 && who.departments != 0) text += say(" and ", "和 ");
      if (who.departments != 0) text += format_count(who.departments, department_object, chosen);
      break;
    case reach::new_staff:
      text = say("all new staff, as they join", "组织内所有新人（入职时）");
      break;
    case reach::new_staff_of_departments:
      text = say("new staff of ", "") + format_count(who.departments, department_object, chosen) +
             say(", as they join", "的新人（入职时）");
      break;
  }
  if (who.chats != 0) {
    if (!text.empty()) text += say(", and ", "，以及 ");
    text += format_count(who.chats, chat_object, chosen);
  }
  if (text.empty()) {
    return who.rest_is_in_draft ? say("those the draft lists", "草稿中所列的对象")
                                : say("nobody", "无人");
  }
  if (who.rest_is_in_draft && who.reach != reach::unknown) {
    text += say(", and whoever else the draft lists", "，其余以草稿为准");
  }
  return text;
}

}  // namespace feishu::helpdesk

#endif
