#ifndef FEISHU_HELPDESK_TEXT_DESCRIBE_HPP
#define FEISHU_HELPDESK_TEXT_DESCRIBE_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <string>
#include <string_view>

/// Conditions in words: "push_scope_type is 0 (all members) and user_list is not empty".
namespace feishu::helpdesk {
namespace detail {

class condition_writer {
 public:
  explicit condition_writer(language chosen) : chinese_(chosen == language::zh) {}

  std::string write(const condition& c) {
    for (const facts clause : c.clauses) {
      if (clause == 0) break;
      if (!text_.empty()) say(" and ", "，且 ");
      write_clause(clause);
    }
    return text_;
  }

 private:
  void say(std::string_view en, std::string_view zh) { text_ += chinese_ ? zh : en; }

  void write_clause(facts clause) {
    bool is_first = true;
    for (const member_facts& about : facts_of_members) {
      if ((clause & about.mask()) == 0) continue;
      if (!is_first) say(" or ", "，或 ");
      is_first = false;
      write_states(about, clause & about.mask());
    }
  }

  // What is said of one member: present, or in one of several states.
  void write_states(const member_facts& about, facts states) {
    const member_info& member = info(about.member);
    text_ += member.name;
    const bool is_list = member.values.empty();
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
        text_ += readable(member.values[i - 1], chinese_ ? language::zh : language::en);
      }
    }
  }

  std::string text_{};
  bool chinese_;
};

}  // namespace detail

/// A condition over the members of the body, in words. Empty for one over what is observed of single
/// values, which has no words of its own: there the rule's message says it.
[[nodiscard]] inline std::string describe(const condition& c, language chosen) {
  if (!detail::is_about_the_body(c)) return {};
  return detail::condition_writer(chosen).write(c);
}

}  // namespace feishu::helpdesk

#endif
