#include <feishu/helpdesk/fuzz/dictionary.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

TEST_CASE("each field is in it, with each of its values, and its empty list") {
  const std::vector<std::string> words = fuzz::dictionary_words();
  for (const object_info* object :
       {&notification_object, &user_object, &department_object, &chat_object}) {
    for (const field_info& each : object->fields) {
      const std::string name = '"' + std::string(each.name) + "\":";
      CAPTURE(name);
      CHECK(has(words, name));
      for (const enumerator& one : each.values) CHECK(has(words, name + std::to_string(one.value)));
      CHECK(has(words, name + "[]") ==
            (feishu::helpdesk::detail::type_of(each.kind) == json_type::array));
    }
  }
  for (const char* word :
       {"\"title\":", "\"notification\":", "\"ou_", "\"oc_", "\"99999999999\"", "2147483648"}) {
    CHECK(has(words, word));
  }
}

TEST_CASE("no word is there twice, empty, or too long for AFL++") {
  const std::vector<std::string> words = fuzz::dictionary_words();
  CHECK(std::set<std::string>(words.begin(), words.end()).size() == words.size());
  for (const std::string& each : words) {
    CHECK(!each.empty());
    CHECK(each.size() <= 128);
  }
}

// The words as both fuzzers read them: between the outermost quotes, a backslash stands before a quote or
// another.
std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t end; !text.empty(); text.remove_prefix(end + 1)) {
    end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    REQUIRE(line.size() > 2);
    REQUIRE(line.front() == '"');
    REQUIRE(line.back() == '"');
    std::string& word = words.emplace_back();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      REQUIRE(line[i] != '"');
      if (line[i] == '\\') ++i;
      word += line[i];
    }
  }
  return words;
}

TEST_CASE("the file says these words") {
  CHECK(read(fuzz::dictionary()) == fuzz::dictionary_words());
}

}  // namespace
