#ifndef FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP
#define FEISHU_HELPDESK_TEXT_RECIPIENTS_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <cstdint>
#include <string>

/// Recipients in words.
namespace feishu::helpdesk {
namespace detail {

// Writes recipients as a phrase.
class recipients_writer {
 public:
  explicit recipients_writer(language chosen) : say_{chosen} {}

  std::string write(const recipients& who) {
    if (who.reach == reach::unknown) {
      write_unknown(who);
    } else {
      write_members(who);
    }
    if (who.chats != 0) {
      if (!text_.empty()) text_ += say_(", and ", "，以及 ");
      text_ += format_count(who.chats, chat_object, say_.chosen);
    }
    if (who.reach != reach::unknown) write_lists_in_draft(who);
    return text_.empty() ? say_("nobody", "无人") : text_;
  }

 private:
  static bool holds(std::uint32_t fields, field which) {
    return (fields & body_summary::bit(which)) != 0;
  }

  // The names of fields that decide the recipients, as a list.
  [[nodiscard]] std::string names(std::uint32_t fields) const {
    std::string text;
    for (const field_facts& each : facts_of_fields) {
      if (!holds(fields, each.field)) continue;
      fields &= ~body_summary::bit(each.field);
      if (!text.empty()) text += fields == 0 ? say_(" and ", " 和 ") : say_(", ", "、");
      text += info(each.field).name;
    }
    return text;
  }

  void write_unknown(const recipients& who) {
    if (who.at_fault != 0) return write_fault(who.at_fault);
    if (who.is_wrapped) {
      text_ = say_("unknown (the fields are inside another object, where they have no effect)",
                   "未知（字段位于另一个对象内，不起作用）");
      return;
    }
    if (who.in_draft == 0) {
      text_ = say_("unknown (the body is not well-formed)", "未知（请求体格式不正确）");
      return;
    }
    text_ = say_("as set in the draft", "以草稿为准");
    const std::uint32_t chats_said = who.chats != 0 ? body_summary::bit(field::chat_list) : 0;
    const std::uint32_t others = who.in_patch & ~chats_said;
    if (others == 0) return;
    text_ += say_(", except ", "（") + names(others) + say_("", " 除外）");
  }

  void write_fault(std::uint32_t fields) {
    const bool is_one = (fields & (fields - 1)) == 0;
    const bool is_list = is_one && !holds(fields, field::push_scope_type) &&
                         !holds(fields, field::push_type) &&
                         !holds(fields, field::new_staff_scope_type);
    text_ = say_("unknown (", "未知（") + names(fields);
    if (!is_one) {
      text_ += say_(" contradict each other)", " 相互矛盾）");
    } else if (is_list) {
      text_ += say_(" is invalid)", " 无效）");
    } else {
      text_ += say_(" is missing or invalid)", " 缺失或无效）");
    }
  }

  void write_members(const recipients& who) {
    switch (who.reach) {
      case reach::unknown:
      case reach::nobody: return;
      case reach::all_members:
        text_ = say_("every member of the organisation", "组织内全部成员");
        return;
      case reach::listed:
        if (who.users != 0) text_ = format_count(who.users, user_object, say_.chosen);
        if (who.users != 0 && who.departments != 0) text_ += say_(" and ", "和 ");
        if (who.departments != 0) {
          text_ += format_count(who.departments, department_object, say_.chosen);
        }
        return;
      case reach::new_staff:
        text_ = holds(who.in_draft, field::new_staff_scope_type)
                    ? say_("new staff, as they join (new_staff_scope_type is in the draft)",
                           "新人（入职时；new_staff_scope_type 以草稿为准）")
                    : say_("all new staff, as they join", "组织内所有新人（入职时）");
        return;
      case reach::new_staff_of_departments:
        text_ = holds(who.in_draft, field::new_staff_scope_department_list)
                    ? say_("new staff of the departments in the draft", "草稿中所列部门的新人")
                    : say_("new staff of ", "") +
                          format_count(who.departments, department_object, say_.chosen) +
                          say_("", "的新人");
        text_ += say_(", as they join", "（入职时）");
        return;
    }
  }

  // "and any users and chats in the draft".
  void write_lists_in_draft(const recipients& who) {
    constexpr struct {
      helpdesk::field field;
      const object_info& element;
    } lists[] = {{field::user_list, user_object},
                 {field::department_list, department_object},
                 {field::chat_list, chat_object}};
    std::uint32_t left = 0;
    for (const auto& each : lists) left |= who.in_draft & body_summary::bit(each.field);
    if (left == 0) return;
    if (!text_.empty()) text_ += say_(", and ", "，以及");
    text_ += say_("any ", "草稿中的");
    bool is_first = true;
    for (const auto& each : lists) {
      if (!holds(left, each.field)) continue;
      left &= ~body_summary::bit(each.field);
      if (!is_first) text_ += left == 0 ? say_(" and ", "和") : say_(", ", "、");
      is_first = false;
      text_ += each.element.many.in(say_.chosen);
    }
    text_ += say_(" in the draft", "（如有）");
  }

  std::string text_{};
  in_language say_;
};

}  // namespace detail

/// Returns the recipients as a phrase: "every member of the organisation, and 1 chat". Where they are not
/// known, it begins with "unknown" and gives the reason.
[[nodiscard]] inline std::string describe(const recipients& who, language chosen = language::en) {
  return detail::recipients_writer(chosen).write(who);
}

}  // namespace feishu::helpdesk

#endif
