#ifndef FEISHU_HELPDESK_TEXT_ADVICE_HPP
#define FEISHU_HELPDESK_TEXT_ADVICE_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/recipients.hpp>

#include <cstddef>
#include <span>
#include <string>

/// Repairs as sentences: who will be messaged, and what to change for that.
namespace feishu::helpdesk {

/// What to change, as an imperative: "set push_scope_type to 2 (some members)".
[[nodiscard]] inline std::string advice(const edit& change, language chosen) {
  const bool chinese = chosen == language::zh;
  const member_info& member = info(change.member);
  const std::string name(member.name);
  switch (change.what) {
    case edit::action::set: {
      const std::string value =
          readable(member.values[static_cast<std::size_t>(change.value)], chosen);
      return chinese ? "将 " + name + " 设为" + value : "set " + name + " to " + value;
    }
    case edit::action::clear: return (chinese ? "清空 " : "empty ") + name;
    case edit::action::add: break;
  }
  const std::string element(object_in(member.kind)->one.in(chosen));
  return chinese ? "在 " + name + " 中至少添加一个" + element
                 : "add at least one " + element + " to " + name;
}

namespace detail {

// Whom the lists that are to be filled will add.
inline wording whom_to_add(const recipients& after) {
  if (after.reach == reach::new_staff_of_departments && after.departments == 0) {
    return {"new staff of the departments you add", "您所添加部门的新人"};
  }
  return {"those you add", "您添加的对象"};
}

// Who will be messaged once this is done.
inline std::string audience_after(const alternative& made, const outline& body, language chosen) {
  recipients after = audience(made.applied_to(body));
  if (!made.needs_author()) return after.in(chosen);

  std::string added(whom_to_add(after).in(chosen));
  if (after.departments == 0 && after.users == 0) {
    if (after.reach != reach::all_members && after.reach != reach::new_staff) {
      after.reach = reach::nobody;
    }
    if (after.reach == reach::nobody && after.chats == 0) return added;
  }
  return after.in(chosen) + (chosen == language::zh ? "，以及" : ", and ") + added;
}

// What that is beside who would be messaged now.
inline std::string outcome_of(const alternative& made, const outline& body, language chosen) {
  const bool chinese = chosen == language::zh;
  std::string whom = audience_after(made, body, chosen);
  if (chinese && whom.front() >= '0' && whom.front() <= '9') whom.insert(0, 1, ' ');
  switch (made.change()) {
    case audience_change::none: return (chinese ? "仍推送给" : "keep messaging ") + whom;
    case audience_change::fewer:
    case audience_change::added: return (chinese ? "只推送给" : "message only ") + whom;
    case audience_change::others:
      if ((covered_by(body) & ~covered_by(made.applied_to(body))) == 0) break;
      return (chinese ? "推送给其他人，即" : "message other people, namely ") + whom;
    case audience_change::everyone: break;
  }
  return (chinese ? "推送给更多人，即" : "message more people, namely ") + whom;
}

// Lists that are emptied one after the other share the verb.
inline std::string edits_text(const alternative& made, language chosen) {
  const bool chinese = chosen == language::zh;
  const std::span<const edit> edits = made.edits();
  std::string text;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const bool is_last = i + 1 == edits.size();
    const bool clears_too =
        i != 0 && edits[i].what == edit::action::clear && edits[i - 1].what == edit::action::clear;
    if (clears_too) {
      text += chinese ? " 和 " : " and ";
      text += info(edits[i].member).name;
      continue;
    }
    if (i != 0 && chinese) text += is_last ? "，并" : "，";
    if (i != 0 && !chinese) text += is_last ? " and " : ", ";
    text += advice(edits[i], chosen);
  }
  return text;
}

}  // namespace detail

/// One sentence: "keep messaging every member of the organisation: empty user_list". `body` is the
/// outline that was repaired.
[[nodiscard]] inline std::string advice(const alternative& made, const outline& body,
                                        language chosen) {
  return detail::outcome_of(made, body, chosen) + (chosen == language::zh ? "：" : ": ") +
         detail::edits_text(made, chosen);
}

}  // namespace feishu::helpdesk

#endif
