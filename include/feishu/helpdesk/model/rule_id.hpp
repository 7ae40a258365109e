#ifndef FEISHU_HELPDESK_MODEL_RULE_ID_HPP
#define FEISHU_HELPDESK_MODEL_RULE_ID_HPP

#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

/// Ids of rules that are checked when the program compiles.
namespace feishu::helpdesk {

/// The id of a rule. A string literal converts to it, and does not compile if no rule of the table has
/// this id: `found.has("requird")` is an error of the compiler. Other ids take an explicit form.
class rule_id {
 public:
  /// The id of a rule of the table.
  template <std::size_t Size>
  consteval rule_id(const char (&id)[Size])
      : text_(id, Size - 1), index_(detail::index_of_rule({id, Size - 1})) {
    if (index_ == npos) there_is_no_such_rule();
  }
  /// The id of this rule, be it of the table or custom.
  constexpr rule_id(const rule& r) noexcept : text_(r.id), index_(detail::index_of_rule(r.id)) {
    if (index_ != npos && &rules[index_] != &r) index_ = npos;
  }

  /// Returns the id of a custom rule. Refers to the text.
  [[nodiscard]] static constexpr rule_id custom(borrowed_string id) noexcept {
    return rule_id(id, npos);
  }
  /// Returns the id as text.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  /// Returns the rule's index in the table; `npos` for a custom rule.
  [[nodiscard]] constexpr std::size_t index() const noexcept { return index_; }

 private:
  constexpr rule_id(std::string_view text, std::size_t index) noexcept
      : text_(text), index_(index) {}
  static void there_is_no_such_rule();

  std::string_view text_;
  std::size_t index_;
};

/// Returns the rule of the table that has this id; null for the id of a custom rule.
[[nodiscard]] constexpr const rule* find_rule(rule_id id) noexcept {
  return id.index() == npos ? nullptr : &rules[id.index()];
}
/// Returns the rule of the table that has an id which is known at run time; null if there is none. Linear
/// in the number of rules.
template <class Text>
  requires std::is_same_v<Text, std::string_view> || std::is_same_v<Text, std::string>
[[nodiscard]] constexpr const rule* find_rule(const Text& id) noexcept {
  const std::size_t index = detail::index_of_rule(id);
  return index == npos ? nullptr : &rules[index];
}

}  // namespace feishu::helpdesk

#endif
