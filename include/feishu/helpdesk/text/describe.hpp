#ifndef FEISHU_HELPDESK_TEXT_DESCRIBE_HPP
#define FEISHU_HELPDESK_TEXT_DESCRIBE_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/reached_groups.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/recipients.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Conditions in words: "push_scope_type is 0 (all members) and user_list is not empty".
namespace feishu::helpdesk {
namespace detail {

class condition_writer {
 public:
  explicit condition_writer(language chosen) : words_{chosen} {}

  std::string write(const condition& c) {
    for (const facts clause : c.clauses) {
      if (clause == 0) break;
      if (!text_.empty()) say(" and ", "，且 ");
      write_clause(clause);
    }
    return text_;
  }

 private:
  void say(std::string_view en, std::string_view zh) { text_ += words_(en, zh); }

  void write_clause(facts clause) {
    bool is_first = true;
    for (const field_facts& about : facts_of_fields) {
      if ((clause & about.mask()) == 0) continue;
      if (!is_first) say(" or ", "，或 ");
      is_first = false;
      write_states(about, clause & about.mask());
    }
  }

  // What is said of one field: present, or in one of several states.
  void write_states(const field_facts& about, facts states) {
    const field_info& row = info(about.field);
    text_ += row.name;
    const bool is_list = row.values.empty();
    if (!is_list && states == (about.mask() & ~about.absent())) {
      return say(" is present", " 已填写");
    }
    say(" is ", " 为");
    bool is_first = true;
    for (unsigned i = 0; i < about.size; ++i) {
      if ((states >> (about.first + i) & 1) == 0) continue;
      if (!is_first) say(" or ", "或");
      is_first = false;
      if (i == 0) {
        say("absent", "未填");
      } else if (is_list) {
        i == 1 ? say("empty", "空") : say("not empty", "非空");
      } else {
        text_ += format_value(row.values[i - 1], words_.chosen);
      }
    }
  }

  std::string text_{};
  in_language words_;
};

}  // namespace detail

/// A condition over the fields of the body, in words. Empty for one over what is observed of single
/// values, which has no words of its own: there the rule's message says it.
[[nodiscard]] inline std::string describe(const condition& c, language chosen = language::en) {
  if (!detail::is_about_the_body(c)) return {};
  return detail::condition_writer(chosen).write(c);
}

/// What to change, as an imperative: "set push_scope_type to 2 (some members)".
[[nodiscard]] inline std::string describe(const edit& change, language chosen = language::en) {
  const bool chinese = chosen == language::zh;
  const field_info& row = info(change.field);
  const std::string name(row.name);
  switch (change.what) {
    case edit::action::set: {
      const std::string value =
          format_value(row.values[static_cast<std::size_t>(change.value)], chosen);
      return chinese ? "将 " + name + " 设为" + value : "set " + name + " to " + value;
    }
    case edit::action::clear: return (chinese ? "清空 " : "empty ") + name;
    case edit::action::remove: return (chinese ? "删除 " : "remove ") + name;
    case edit::action::add: break;
  }
  const std::string element(detail::object_in(row.kind)->one.in(chosen));
  return chinese ? "在 " + name + " 中至少添加一个" + element
                 : "add at least one " + element + " to " + name;
}

namespace detail {

// Whom the lists that are to be filled will add.
inline localized_text whom_to_add(const repair& made) {
  if ((made.added() & group::new_staff_of_departments) != 0) {
    return {"new staff of the departments you add", "您所添加部门的新人"};
  }
  return {"those you add", "您添加的对象"};
}

// The recipients once this is done.
inline std::string recipients_after(const repair& made, language chosen) {
  const body_summary after = made.after();
  if (made.added() == 0) return describe(recipients_of(after), chosen);
  std::string added(whom_to_add(made).in(chosen));
  const bool reaches_others =
      covered_by(after) != 0 || recipients_of(after).reach == reach::unknown;
  if (!reaches_others) return added;
  return describe(recipients_of(after), chosen) + (chosen == language::zh ? "，以及" : ", and ") +
         added;
}

// The same, with what is certain of them compared with those before.
inline std::string effect_of(const repair& made, language chosen) {
  const in_language say{chosen};
  std::string whom = recipients_after(made, chosen);
  if (chosen == language::zh && whom.front() >= '0' && whom.front() <= '9') whom.insert(0, 1, ' ');
  if (recipients_of(made.after()).reach == reach::unknown) {
    return say("recipients ", "推送对象") + whom;
  }
  const bool adds = made.added() != 0;
  const bool reaches_nobody = !adds && covered_by(made.after()) == 0;
  switch (made.relation()) {
    case recipients_relation::same:
      if (!adds) return say("keep messaging ", "仍推送给") + whom;
      [[fallthrough]];
    case recipients_relation::fewer:
      if (reaches_nobody) break;
      return say("message only ", "只推送给") + whom;
    case recipients_relation::more:
      return say("message more people, namely ", "推送给更多人，即") + whom;
    case recipients_relation::other:
      return say("message other people, namely ", "推送给其他人，即") + whom;
    case recipients_relation::unknown: break;
  }
  return say("message ", "推送给") + whom;
}

// Lists that are emptied one after the other share the verb.
inline std::string edits_text(const repair& made, language chosen) {
  const bool chinese = chosen == language::zh;
  const std::span<const edit> edits = made.edits();
  std::string text;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const bool is_last = i + 1 == edits.size();
    const bool clears_too =
        i != 0 && edits[i].what == edit::action::clear && edits[i - 1].what == edit::action::clear;
    if (clears_too) {
      text += chinese ? " 和 " : " and ";
      text += info(edits[i].field).name;
      continue;
    }
    if (i != 0 && chinese) text += is_last ? "，并" : "，";
    if (i != 0 && !chinese) text += is_last ? " and " : ", ";
    text += describe(edits[i], chosen);
  }
  return text;
}

}  // namespace detail

/// Returns a repair as a sentence: "keep messaging every member of the organisation: empty user_list".
[[nodiscard]] inline std::string describe(const repair& made, language chosen = language::en) {
  return detail::effect_of(made, chosen) + (chosen == language::zh ? "：" : ": ") +
         detail::edits_text(made, chosen);
}

/// Returns why a field that has no effect stays in spite of all repairs; empty if there is none.
[[nodiscard]] inline std::string describe_kept(const repair_list& found,
                                               language chosen = language::en) {
  if (!found.kept_by_draft()) return {};
  const std::string name(info(*found.kept_by_draft()).name);
  return chosen == language::zh
             ? "草稿中已有 " + name + "，更新请求无法删除它：未填或为 null 的字段保留草稿中的值"
             : name +
                   " is in the draft and cannot be removed by a patch: a field that a patch omits "
                   "or sets to null keeps the draft's value";
}

namespace detail {

// What goes from a text that is not JSON: a byte-order mark at its beginning, and trailing commas.
inline std::string removals_text(std::span<const text_edit> edits, language chosen) {
  const in_language say{chosen};
  const bool has_mark = edits.front().offset == 0;
  const std::size_t commas = edits.size() - (has_mark ? 1 : 0);
  std::string text = say("remove ", "删除");
  if (has_mark) text += say("the byte-order mark", "字节序标记");
  if (has_mark && commas != 0) text += say(" and ", "和");
  if (commas == 1) text += say("the trailing comma", "末尾多余的逗号");
  if (commas > 1) {
    const std::string count = std::to_string(commas);
    text += say("the " + count + " trailing commas", " " + count + " 个末尾多余的逗号");
  }
  return text;
}

}  // namespace detail

/// Returns a quick fix as an imperative: "replace with 0". A long value is clipped.
[[nodiscard]] inline std::string describe(const quick_fix& meant, language chosen = language::en) {
  constexpr std::size_t longest_value = 80;
  const bool chinese = chosen == language::zh;
  switch (meant.what) {
    case quick_fix::action::rename: return (chinese ? "重命名为 " : "rename it to ") + meant.text;
    case quick_fix::action::unwrap:
      if (!meant.text.empty()) {
        return chinese ? "以该字符串中的对象作为请求体"
                       : "replace the body with the object in this string";
      }
      return chinese ? "去掉这一层，直接发送其中的字段" : "remove this wrapper object";
    case quick_fix::action::to_string:
      return chinese ? "将该对象转换为字符串" : "convert this object to a string";
    case quick_fix::action::to_list:
      return chinese ? "将该对象转换为列表" : "convert this object to a list";
    case quick_fix::action::to_json: return detail::removals_text(meant.edits, chosen);
    case quick_fix::action::rewrite: break;
  }
  return (chinese ? "替换为 " : "replace with ") + detail::clipped(meant.text, longest_value);
}

}  // namespace feishu::helpdesk

#endif
