#ifndef FEISHU_HELPDESK_BENCH_DICE_HPP
#define FEISHU_HELPDESK_BENCH_DICE_HPP

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace bench {

/// Chance that is the same on every machine: the standard's distributions are not, its engines are.
class rng {
 public:
  explicit rng(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <class List>
  decltype(auto) pick(List&& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
  }
  std::string_view pick(std::initializer_list<std::string_view> list) {
    return pick<std::initializer_list<std::string_view>&>(list);
  }

 private:
  std::mt19937 engine_;
};

// --- values as JSON text ---

/// A string with the escapes that it needs.
inline std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + '"';
}

/// An id of the platform, behind its prefix: 32 hexadecimal digits.
inline std::string an_id(rng& chance, std::string_view prefix) {
  std::string id(prefix);
  for (int i = 0; i < 32; ++i) id += "0123456789abcdef"[chance.below(16)];
  return id;
}

inline std::string a_name(rng& chance) {
  constexpr std::string_view family[] = {"王", "李",   "张",     "刘",
                                         "陈", "欧阳", "Zhang ", "O'Neill "};
  constexpr std::string_view given[] = {"伟", "芳", "秀英", "敏", "静", "志强", "Wei", "Min"};
  std::string name(chance.pick(family));
  return name += chance.pick(given);
}

inline std::string user(rng& chance) {
  const std::string id = an_id(chance, "ou_");
  const std::string picture = an_id(chance, "");
  return R"({"user_id":")" + id + R"(","avatar_url":"https://cdn.example.cn/)" + picture +
         R"(","name":)" + quoted(a_name(chance)) + '}';
}

inline std::string department(rng& chance) {
  return R"({"department_id":")" + an_id(chance, "od-") + R"(","name":"研发中心"})";
}

inline std::string chat(rng& chance) {
  return R"({"chat_id":")" + an_id(chance, "oc_") + R"(","name":"全员群"})";
}

/// A card's text (not yet quoted) of about this many bytes, mostly Chinese.
inline std::string a_card(rng& chance, std::size_t size) {
  constexpr std::string_view sentences[] = {
      "欢迎加入我们的团队，希望你在这里工作愉快。",
      "请于本周五之前完成新员工安全培训与账号设置。",
      "如有任何问题，请随时在服务台向我们提问，我们会尽快回复。",
      "**提醒**：年度体检预约已经开放，名额有限，先到先得。",
  };
  std::string card = R"({"config":{"wide_screen_mode":true},"elements":[)";
  do {
    card += R"({"tag":"div","text":{"tag":"lark_md","content":")";
    for (int i = 0; i < 4; ++i) card += chance.pick(sentences);
    card += R"--(\n[查看](https://www.feishu.cn)"}},)--";
  } while (card.size() + 32 < size);
  return card + R"({"tag":"hr"}]})";
}

}  // namespace bench

#endif
