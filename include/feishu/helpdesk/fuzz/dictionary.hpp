#ifndef FEISHU_HELPDESK_FUZZ_DICTIONARY_HPP
#define FEISHU_HELPDESK_FUZZ_DICTIONARY_HPP

#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The words that bodies are made of, for fuzzers that put bytes together.
namespace feishu::helpdesk::fuzz {
namespace detail {

class word_list {
 public:
  std::vector<std::string> make() {
    for (const object_info* object :
         {&notification_object, &user_object, &department_object, &chat_object}) {
      for (const field_info& each : object->fields) add_field(each);
    }
    for (const helpdesk::detail::stranger& each : helpdesk::detail::strangers) add_name(each.name);
    for (const std::string_view each : user_id_type_parameter::names) {
      add_beginning(user_id_type_parameter(each).prefix());
    }
    add_beginning(helpdesk::detail::chat_id_prefix);
    for (const std::int64_t least :
         {helpdesk::detail::least_milliseconds, helpdesk::detail::least_microseconds}) {
      add('"' + std::to_string(least) + '"');
      add('"' + std::to_string(least - 1) + '"');
    }
    for (const std::string_view each : of_json) add(std::string(each));
    for (const std::string_view each : of_cards) add(std::string(each));
    return std::move(words_);
  }

 private:
  // Integers at the ends of 32 bits, and what else JSON has.
  static constexpr std::string_view of_json[] = {
      "2147483647",     "2147483648", "-2147483648", "-2147483649", "-0", "1e0",  "null", "true",
      "false",          "{}",         "[]",          "[{",          "}]", "\\\"", "\\\\", "\\u0000",
      "\\ud83d\\ude00", "\\ud800"};

  // What cards say, as it is escaped in a body.
  static constexpr std::string_view of_cards[] = {R"({\"elements\":[]})", R"({\"tag\":\"hr\"})",
                                                  R"(\"schema\":\"2.0\")",
                                                  R"(\"type\":\"template\")"};

  void add(std::string word) {
    for (const std::string& each : words_) {
      if (each == word) return;
    }
    words_.push_back(std::move(word));
  }

  static std::string named(std::string_view name) { return '"' + std::string(name) + "\":"; }

  void add_name(std::string_view name) { add(named(name)); }

  void add_beginning(std::string_view text) {
    if (!text.empty()) add('"' + std::string(text));
  }

  void add_field(const field_info& row) {
    const std::string name = named(row.name);
    add(name);
    for (const enumerator& each : row.values) add(name + std::to_string(each.value));
    if (helpdesk::detail::type_of(row.kind) == json_type::array) {
      add(name + "[]");
      add("[{" + named(helpdesk::detail::object_in(row.kind)->fields.front().name));
    }
    for (const std::string_view other : row.also_written) add_name(other);
  }

  std::vector<std::string> words_{};
};

}  // namespace detail

/// The words: names of fields, with the values that they may have, what ids begin with, where ranges end,
/// and what JSON and cards are made of.
[[nodiscard]] inline std::vector<std::string> dictionary_words() {
  return detail::word_list().make();
}

/// The same as a dictionary for libFuzzer and AFL++: a word in quotes on each line.
[[nodiscard]] inline std::string dictionary() {
  std::string text;
  for (const std::string& word : dictionary_words()) {
    text += '"';
    for (const char c : word) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += "\"\n";
  }
  return text;
}

}  // namespace feishu::helpdesk::fuzz

#endif
