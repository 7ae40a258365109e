// Whom a push reaches, person by person, from the prose of the upstream document. It shares nothing with
// the library, and reads the English sentences that the library writes: what they say of the recipients, and
// of what a repair does to them, must be true.

#ifndef FEISHU_HELPDESK_TESTS_PEOPLE_HPP
#define FEISHU_HELPDESK_TESTS_PEOPLE_HPP

#include "tests/oracle.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace people {

// People and chats, one bit each. Each list of the body and of the draft has its own, and so has each list
// that an author fills.
using set = unsigned;

enum class list { users, departments, chats, new_staff_departments };
enum class origin { body, draft, author };

constexpr set members_of(list of, origin from) {
  return 1u << (static_cast<unsigned>(of) * 3 + static_cast<unsigned>(from));
}
constexpr set written(list of) {
  return members_of(of, origin::body) | members_of(of, origin::draft);
}
inline constexpr set other_new_staff = 1u << 12;
inline constexpr set other_members = 1u << 13;
inline constexpr set all_new_staff = written(list::new_staff_departments) | other_new_staff;
inline constexpr set all_members =
    written(list::users) | written(list::departments) | all_new_staff | other_members;
// Those that an author adds count apart.
inline constexpr set by_author = members_of(list::users, origin::author) |
                                 members_of(list::departments, origin::author) |
                                 members_of(list::chats, origin::author) |
                                 members_of(list::new_staff_departments, origin::author);

// A push with its lists in people: the state, and where each list that holds somebody comes from.
struct push {
  oracle::state of{};
  std::array<origin, 4> from{};  // by list
  std::array<int, 4> size{};     // by list: elements that have an id

  constexpr set members(list which) const {
    const auto index = static_cast<std::size_t>(which);
    return size[index] > 0 ? members_of(which, from[index]) : 0;
  }
};

constexpr std::array<int oracle::state::*, 4> lists{
    &oracle::state::user_list, &oracle::state::department_list, &oracle::state::chat_list,
    &oracle::state::new_staff_scope_department_list};

// A push of a state whose elements all have an id.
constexpr push push_of(const oracle::state& s, origin from) {
  push made{.of = s};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    made.from[i] = from;
    made.size[i] = s.*lists[i] > 0 ? s.*lists[i] : 0;
  }
  return made;
}

// "更新推送": what the body leaves out stays as the draft has it.
constexpr push updated(const push& draft, const push& body) {
  push merged = body;
  for (const oracle::field& each : oracle::fields) {
    if (body.of.*each.value == oracle::absent) merged.of.*each.value = draft.of.*each.value;
  }
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (body.of.*lists[i] != oracle::absent) continue;
    merged.from[i] = draft.from[i];
    merged.size[i] = draft.size[i];
  }
  return merged;
}

// Whom the push reaches; nothing where the document leaves it open or forbids what the push says, but for a
// push to all members with lists: nobody in them is not a member.
constexpr std::optional<set> reached_by(const push& p) {
  const oracle::state& s = p.of;
  const set chats = p.members(list::chats);  // "以上四种状态，chat_list都相对独立"
  switch (s.push_scope_type) {
    case 0:  // "组织内全部成员"; "新人入职推送：push_scope必须等于1或者3"
      if (s.push_type == 1) return std::nullopt;
      return all_members | chats;
    case 1:  // "不推送任何成员（user_list和department_list必须为空"
      if (s.user_list > 0 || s.department_list > 0) return std::nullopt;
      return chats;
    case 2:  // "推送到部分成员"
      if (s.push_type == 1) return std::nullopt;
      return p.members(list::users) | p.members(list::departments) | chats;
    case 3:  // "入职新人"; "定时推送：push_scope不能等于3"
      if (s.push_type == 0) return std::nullopt;
      // "0：组织内所有新人 1：组织内特定的部门"
      if (s.new_staff_scope_type == 0) return all_new_staff | chats;
      if (s.new_staff_scope_type == 1) return p.members(list::new_staff_departments) | chats;
      return std::nullopt;
    default: return std::nullopt;
  }
}

// Whether the API reference forbids nothing of it.
constexpr bool is_legal(const oracle::state& s) {
  for (const oracle::finding& found : oracle::validate_complete(s)) {
    if (found.severity == "error") return false;
  }
  return true;
}

// A phrase of the library about recipients, read against a push and the body that it was made by.
class phrase {
 public:
  phrase(std::string_view text, const push& merged, const oracle::state& body)
      : rest_(text), merged_(merged), body_(body) {
    is_understood_ = read();
  }

  // Whether each word of it was read, and its counts are true.
  bool is_understood() const { return is_understood_; }
  set named() const { return named_; }

 private:
  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }

  bool take_count(std::string_view one, list which) {
    const int size = merged_.size[static_cast<std::size_t>(which)];
    const std::string words =
        std::to_string(size) + ' ' + std::string(one) + (size == 1 ? "" : "s");
    if (size == 0 || !take(words)) return false;
    return name(merged_.members(which));
  }

  bool name(set more) {
    named_ |= more;
    return true;
  }

  bool is_in_draft(list which) const {
    return body_.*lists[static_cast<std::size_t>(which)] == oracle::absent;
  }

  // "any users, departments and chats in the draft"
  bool read_lists_in_draft() {
    do {
      const list which = take("users")         ? list::users
                         : take("departments") ? list::departments
                         : take("chats")       ? list::chats
                                               : list::new_staff_departments;
      if (which == list::new_staff_departments || !is_in_draft(which)) return false;
      name(merged_.members(which));
    } while (take(", ") || take(" and "));
    return take(" in the draft");
  }

  bool read_part() {
    if (take("every member of the organisation")) return name(all_members);
    if (take("all new staff, as they join")) return name(all_new_staff);
    if (take("new staff, as they join (new_staff_scope_type is in the draft)")) {
      const bool is_all = merged_.of.new_staff_scope_type == 0;
      return body_.new_staff_scope_type == oracle::absent &&
             name(is_all ? all_new_staff : merged_.members(list::new_staff_departments));
    }
    if (take("new staff of the departments in the draft, as they join")) {
      return is_in_draft(list::new_staff_departments) &&
             name(merged_.members(list::new_staff_departments));
    }
    if (take("new staff of the departments you add")) {
      return name(members_of(list::new_staff_departments, origin::author));
    }
    if (take("new staff of ")) {
      return take_count("department", list::new_staff_departments) && take(", as they join");
    }
    if (take("any ")) return read_lists_in_draft();
    if (take("those you add")) {
      return name(by_author & ~members_of(list::new_staff_departments, origin::author));
    }
    return take_count("user", list::users) || take_count("department", list::departments) ||
           take_count("chat", list::chats);
  }

  bool read() {
    if (take("nobody")) return rest_.empty();
    do {
      if (!read_part()) return false;
    } while (take(", and ") || take(" and "));
    return rest_.empty();
  }

  std::string_view rest_;
  const push& merged_;
  const oracle::state& body_;
  set named_ = 0;
  bool is_understood_ = false;
};

constexpr bool says_unknown(std::string_view sentence) { return sentence.starts_with("unknown"); }
constexpr bool leaves_to_draft(std::string_view sentence) {
  return sentence.starts_with("as set in the draft");
}

// What is wrong with a sentence about the recipients of a push; empty if it is true.
inline std::string_view fault_of(std::string_view sentence, const push& merged,
                                 const oracle::state& body) {
  const std::optional<set> reached = reached_by(merged);
  if (says_unknown(sentence) || leaves_to_draft(sentence) || !reached) return {};
  const phrase said(sentence, merged, body);
  if (!said.is_understood()) return "the sentence is not understood, or counts wrongly";
  return said.named() == *reached ? "" : "the sentence names others than the push reaches";
}

// What is wrong with the title of a repair that makes `after` of `before`; empty if it is true. What an
// author adds is in `after`.
inline std::string_view fault_of_title(std::string_view title, const push& before,
                                       const push& after, const oracle::state& body) {
  const auto take = [&](std::string_view words) {
    if (!title.starts_with(words)) return false;
    title.remove_prefix(words.size());
    return true;
  };
  const std::optional<set> reached = reached_by(before);
  const std::optional<set> then = reached_by(after);
  if (take("recipients ")) {
    if (leaves_to_draft(title)) return {};
    if (!says_unknown(title)) return "recipients are known, or not";
    return then ? "recipients are called unknown" : "";
  }
  if (!then) return "the recipients are not known after it";
  const bool keeps = take("keep messaging ");
  const bool is_only = take("message only ");
  const bool is_more = take("message more people, namely ");
  const bool is_other = take("message other people, namely ");
  const bool compares = keeps || is_only || is_more || is_other;
  if (!compares && !take("message ")) return "the title is not understood";
  const phrase said(title.substr(0, title.rfind(": ")), after, body);
  if (!said.is_understood()) return "the title's recipients are not understood, or counted wrongly";
  const bool adds = (*then & by_author) != 0;
  if ((said.named() & ~by_author) != (*then & ~by_author)) {
    return "the title names others than the push reaches";
  }
  if (((said.named() & by_author) != 0) != adds) return "the title is wrong about those added";
  if (!compares) return {};
  if (!reached) return "the title compares with recipients that are not known";
  const bool loses = (*reached & ~*then) != 0;
  const bool gains = (*then & ~*reached & ~by_author) != 0;
  if (keeps && (loses || gains || adds)) return "the title says keep, and the recipients change";
  if (is_only && (gains || !(loses || adds))) return "the title says only, and they are not fewer";
  if (is_more && (loses || !gains)) return "the title says more, and they are not more";
  if (is_other && (!loses || !gains)) return "the title says other, and they are not others";
  return {};
}

}  // namespace people

#endif
