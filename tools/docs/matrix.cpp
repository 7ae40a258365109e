// Prints the decision matrix as SVG: `matrix en|zh`. For each kind of push and each scope, who is messaged
// and what the lists must be. All of it is found by validating every state.

#include <feishu/helpdesk/detail/engine/rule_index.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

constexpr std::array lists = {field::user_list, field::department_list, field::chat_list,
                              field::new_staff_scope_department_list};

// A body of one kind and scope; bit i of `filled`: the i-th list is not empty.
struct state {
  std::int32_t type, scope, new_staff;  // -1: absent
  unsigned filled;

  [[nodiscard]] body_summary body() const {
    body_summary of{.well_formed = true};
    const auto set = [&](field member, facts known) {
      of.present |= body_summary::bit(member);
      of.known |= known;
    };
    set(field::push_type, detail::facts_about(field::push_type).holds_value(type));
    set(field::push_scope_type, detail::facts_about(field::push_scope_type).holds_value(scope));
    if (new_staff >= 0) {
      set(field::new_staff_scope_type,
          detail::facts_about(field::new_staff_scope_type).holds_value(new_staff));
    }
    for (std::size_t i = 0; i < lists.size(); ++i) {
      set(lists[i], detail::facts_about(lists[i]).holds_elements((filled >> i & 1) != 0));
    }
    return of;
  }

  [[nodiscard]] std::uint64_t broken() const {
    return detail::indexed_rules.broken_by(body().all_facts());
  }

  // Whether a warning is due to what this field holds.
  [[nodiscard]] bool warns_of(field member) const {
    const facts held = body().known & detail::mask_of(member);
    for (std::uint64_t left = broken(); left != 0; left &= left - 1) {
      const rule& each = rules[std::countr_zero(left)];
      if (each.severity != severity::warning) continue;
      for (const facts clause : each.violated_when.clauses) {
        if ((clause & held) != 0) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_legal() const { return (broken() & detail::error_rules) == 0; }
};

// What a list must be, among the states that are legal.
enum class demand { needed, one_of_these, free, pointless, forbidden };

struct cell {
  std::vector<state> legal{};
  std::string_view never{};  // the rule that every state breaks, if none is legal

  explicit cell(std::int32_t type, std::int32_t scope) {
    std::uint64_t always = ~std::uint64_t{0};
    for (std::int32_t new_staff = -1; new_staff < 2; ++new_staff) {
      for (unsigned filled = 0; filled < 16; ++filled) {
        const state each{type, scope, new_staff, filled};
        if (each.is_legal()) legal.push_back(each);
        always &= each.broken();
      }
    }
    if (legal.empty() && always != 0) never = rules[std::countr_zero(always)].id;
  }

  // Of the list, where `new_staff_scope_type` is this.
  [[nodiscard]] demand of(std::size_t list, std::int32_t new_staff) const {
    bool may_be_full = false;
    bool may_be_empty = false;
    bool always_warns = true;
    bool leans_on_other = true;  // empty only where the other of the two lists is full
    for (const state& each : legal) {
      if (each.new_staff != new_staff) continue;
      if ((each.filled >> list & 1) != 0) {
        may_be_full = true;
        always_warns = always_warns && each.warns_of(lists[list]);
      } else {
        may_be_empty = true;
        leans_on_other = leans_on_other && list < 2 && (each.filled >> (1 - list) & 1) != 0;
      }
    }
    if (!may_be_full) return demand::forbidden;
    if (!may_be_empty) return demand::needed;
    if (leans_on_other) return demand::one_of_these;
    return always_warns ? demand::pointless : demand::free;
  }

  // The values of `new_staff_scope_type` that occur, -1 for none.
  [[nodiscard]] std::set<std::int32_t> new_staff_values() const {
    std::set<std::int32_t> values;
    for (const state& each : legal) values.insert(each.new_staff);
    return values;
  }

  // Whether naming new staff has a warning wherever it is done.
  [[nodiscard]] bool new_staff_is_pointless() const {
    for (const state& each : legal) {
      if (each.new_staff >= 0 && !each.warns_of(field::new_staff_scope_type)) return false;
    }
    return true;
  }
};

struct look {
  std::string_view color;
  std::string_view sign;
  localized_text words;
};

constexpr look look_of(demand what) {
  switch (what) {
    case demand::needed: return {"#1a7f37", "●", {"at least one", "至少一个"}};
    case demand::one_of_these:
      return {"#1a7f37", "◐", {"at least one in either of the two lists", "两个列表至少填一个"}};
    case demand::free: return {"#57606a", "○", {"as you like", "可填可不填"}};
    case demand::pointless:
      return {"#9a6700", "△", {"allowed, but to no known effect", "可填，但不生效或作用未说明"}};
    case demand::forbidden: return {"#cf222e", "×", {"must be empty", "必须为空"}};
  }
  return {};
}

class picture {
 public:
  explicit picture(language chosen) : language_(chosen) {}

  std::string draw() {
    const int columns = static_cast<int>(std::size(detail::push_scopes));
    const int rows = static_cast<int>(std::size(detail::push_types));
    const int width = left + columns * cell_width + gap;
    const int height = top + rows * cell_height + gap;
    text_ = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + std::to_string(width) +
            ' ' + std::to_string(height) + R"(" font-family="sans-serif" role="img">)" +
            "\n<title>" +
            say({"Who is messaged, and what the lists must be, by push_type and push_scope_type",
                 "推送对象与各列表的要求（按 push_type 与 push_scope_type）"}) +
            "</title>\n" + R"(<rect width="100%" height="100%" fill="#ffffff"/>)" + '\n';
    for (int scope = 0; scope < columns; ++scope) {
      heading(left + scope * cell_width + pad, 28, "push_scope_type " + std::to_string(scope),
              detail::push_scopes[scope].meaning);
    }
    for (int type = 0; type < rows; ++type) {
      const int y = top + type * cell_height;
      heading(gap, y + 28, "push_type " + std::to_string(type), detail::push_types[type].meaning);
      for (int scope = 0; scope < columns; ++scope) draw_cell(type, scope);
    }
    return text_ + "</svg>\n";
  }

 private:
  static constexpr int left = 220, top = 64, gap = 12, pad = 12, line = 16;
  static constexpr int cell_width = 306, cell_height = 268;

  [[nodiscard]] std::string say(const localized_text& words) const {
    return std::string(words.in(language_));
  }

  void write(int x, int y, std::string_view style, std::string_view words) {
    text_ += R"(<text x=")" + std::to_string(x) + R"(" y=")" + std::to_string(y) + R"(" )" +
             std::string(style) + '>' + std::string(words) + "</text>\n";
  }

  void heading(int x, int y, const std::string& name, const localized_text& meaning) {
    write(x, y, R"(font-size="15" font-weight="bold" fill="#1f2328")", name);
    write(x, y + 20, R"(font-size="13" fill="#57606a")", say(meaning));
  }

  void draw_cell(int type, int scope) {
    const cell what(type, scope);
    const int x = left + scope * cell_width;
    const int y = top + type * cell_height;
    const bool is_legal = !what.legal.empty();
    text_ +=
        R"(<rect x=")" + std::to_string(x) + R"(" y=")" + std::to_string(y) + R"(" width=")" +
        std::to_string(cell_width - gap) + R"(" height=")" + std::to_string(cell_height - gap) +
        R"(" rx="6" )" +
        (is_legal ? R"(fill="#f6f8fa" stroke="#d0d7de")" : R"(fill="#ffebe9" stroke="#ff8182")") +
        "/>\n";
    if (!is_legal) {
      write(x + pad, y + 28, R"(font-size="14" font-weight="bold" fill="#cf222e")",
            say({"not allowed", "不允许"}));
      write(x + pad, y + 50, R"(font-size="12" fill="#57606a")", what.never);
      return;
    }
    write(x + pad, y + 28, R"(font-size="14" font-weight="bold" fill="#1f2328")", whom(what));
    int row = y + 56;
    tell_new_staff(x + pad, row, what);
    for (std::size_t i = 0; i < lists.size(); ++i) tell_list(x + pad, row, i, what);
  }

  void tell_new_staff(int x, int& y, const cell& what) {
    const bool is_needed = !what.new_staff_values().contains(-1);
    const look as = look_of(is_needed                       ? demand::needed
                            : what.new_staff_is_pointless() ? demand::pointless
                                                            : demand::free);
    write(x, y, R"(font-size="12" fill="#1f2328")", info(field::new_staff_scope_type).name);
    y += line;
    write(x, y, R"(font-size="12" fill=")" + std::string(as.color) + '"',
          std::string(as.sign) + ' ' +
              (is_needed ? say({"0 (all) or 1 (departments)", "0（全部）或 1（特定部门）"})
                         : say(as.words)));
    y += line + 4;
  }

  // A field, and below it what it must be: a line for each demand, and when that is.
  void tell_list(int x, int& y, std::size_t list, const cell& what) {
    std::map<demand, std::string> when;
    for (const std::int32_t each : what.new_staff_values()) {
      std::string& values = when[what.of(list, each)];
      if (each >= 0) values += (values.empty() ? "" : say({" or ", " 或 "})) + std::to_string(each);
    }
    write(x, y, R"(font-size="12" fill="#1f2328")", info(lists[list]).name);
    for (const auto& [demanded, values] : when) {
      const look as = look_of(demanded);
      const std::string condition =
          when.size() == 1 ? "" : say({", if type is ", "（类型为 "}) + values + say({"", " 时）"});
      y += line;
      write(x, y, R"(font-size="12" fill=")" + std::string(as.color) + '"',
            std::string(as.sign) + ' ' + say(as.words) + condition);
    }
    y += line + 4;
  }

  // Whom all legal states reach beside chats.
  [[nodiscard]] std::string whom(const cell& what) const {
    std::set<reach> reached;
    for (const state& each : what.legal) {
      body_summary body = each.body();
      body.well_formed = true;
      body.users = each.filled & 1;
      body.departments = each.filled >> 1 & 1;
      body.new_staff_departments = each.filled >> 3 & 1;
      reached.insert(recipients_of(body).reach);
    }
    constexpr localized_text words[] = {{"", ""},
                                        {"nobody but the chats", "仅群聊"},
                                        {"every member of the organisation", "组织内全部成员"},
                                        {"whom the lists name", "列表中的对象"},
                                        {"new staff, as they join", "入职新人（入职时）"},
                                        {"new staff, as they join", "入职新人（入职时）"}};
    return say(words[static_cast<std::size_t>(*reached.rbegin())]);
  }

  language language_;
  std::string text_{};
};

}  // namespace

int main(int argc, char** argv) {
  const bool chinese = argc > 1 && std::string_view(argv[1]) == "zh";
  std::fputs(picture(chinese ? language::zh : language::en).draw().c_str(), stdout);
}
