// Prints docs/api.md: the public names, by header, with the first sentence of their documentation.
//
// Reads the headers under include/feishu/helpdesk as text. A public name is one that is declared at the
// level of a namespace other than `detail`, in a header that is not in a folder of that name.

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

struct declaration {
  std::string name{};      // with its namespace below feishu::helpdesk
  std::string sentence{};  // the first of its documentation
};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// A token of C++, or a line of documentation.
struct token {
  enum class kind { code, before, after };  // documentation stands before or after what it is about

  std::string text{};
  kind is = kind::code;
};

std::vector<token> tokens_of(std::string_view source) {
  std::vector<token> all;
  const auto until = [&](std::size_t from, std::string_view end) {
    const std::size_t at = source.find(end, from);
    return at == std::string::npos ? source.size() : at + end.size();
  };
  for (std::size_t i = 0; i < source.size();) {
    const std::string_view left = source.substr(i);
    const bool begins_line = i == 0 || source[i - 1] == '\n';
    std::size_t end = i + 1;
    if (std::isspace(static_cast<unsigned char>(left[0])) != 0) {
      // Nothing.
    } else if (left.starts_with("//")) {
      end = until(i, "\n");
      const std::string_view line = source.substr(i, end - i - 1);
      if (line.starts_with("///<")) {
        all.push_back({std::string(line.substr(5)), token::kind::after});
      } else if (line.starts_with("///") && begins_line) {
        all.push_back({std::string(line.substr(3)), token::kind::before});
      }
    } else if (begins_line && left[0] == '#') {
      end = until(i, "\n");
      while (end > 1 && source[end - 2] == '\\') end = until(end, "\n");
    } else if (left.starts_with("R\"(")) {
      end = until(i, ")\"");
    } else if (left[0] == '"' || left[0] == '\'') {
      while (end < source.size() && source[end] != left[0]) end += source[end] == '\\' ? 2 : 1;
      ++end;
      all.push_back({"\"\""});
    } else if (is_word(left[0])) {
      while (end < source.size() && (is_word(source[end]) || source[end] == '\'')) ++end;
      all.push_back({std::string(source.substr(i, end - i))});
    } else {
      if (left.starts_with("::") || left.starts_with("[[") || left.starts_with("]]")) ++end;
      all.push_back({std::string(source.substr(i, end - i))});
    }
    i = end;
  }
  return all;
}

// The name that a declaration at the level of a namespace introduces; empty if it is none of interest.
std::string name_in(const std::vector<std::string>& words) {
  std::size_t i = 0;
  const auto skip_balanced = [&](std::string_view open, std::string_view close) {
    int depth = 0;
    for (; i < words.size(); ++i) {
      if (words[i] == open) ++depth;
      if (words[i] == close && --depth == 0) return;
    }
  };
  std::string last;
  for (; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "template" || (word == "<" && !last.empty())) {
      if (word == "template") ++i;
      skip_balanced("<", ">");
    } else if (word == "requires") {
      // The condition ends before what begins the declaration proper.
      constexpr std::string_view beginnings[] = {"[[",     "constexpr", "inline", "class",
                                                 "struct", "Stream",    "Out",    "consteval"};
      while (i + 1 < words.size() &&
             std::ranges::find(beginnings, words[i + 1]) == std::end(beginnings)) {
        ++i;
      }
    } else if (word == "[[") {
      skip_balanced("[[", "]]");
    } else if (word == "static_assert" || word == "friend" || word == "operator") {
      return {};
    } else if (word == "struct" || word == "class" || word == "concept" || word == "using") {
      const bool is_scoped = i + 1 < words.size() && words[i + 1] == "class";
      return i + 1 < words.size() ? words[i + (is_scoped ? 2 : 1)] : std::string();
    } else if (word == "(" || word == "=" || word == "[" || word == ";") {
      return last;
    } else if (is_word(word[0])) {
      last = word;
    }
  }
  return last;
}

std::string first_sentence(const std::string& text) {
  const std::size_t end = std::min(text.find(". "), text.find(": see"));
  std::string sentence = text.substr(0, end);
  if (!sentence.empty() && sentence.back() == '.') sentence.pop_back();
  const std::size_t code = sentence.find("     ");
  return sentence.substr(0, code);
}

class header_reader {
 public:
  std::vector<declaration> read(const std::string& source) {
    tokens_ = tokens_of(source);
    for (at_ = 0; at_ < tokens_.size();) step();
    return std::move(found_);
  }

 private:
  void step() {
    const token& now = tokens_[at_];
    if (now.is == token::kind::before) {
      if (words_.empty() && !now.text.empty()) {
        documentation_ += documentation_.empty() ? now.text.substr(1) : now.text;
      }
      ++at_;
    } else if (now.is == token::kind::after) {
      if (!found_.empty() && found_.back().sentence.empty()) {
        found_.back().sentence = first_sentence(now.text);
      }
      ++at_;
    } else if (now.text == "namespace" && words_.empty()) {
      open_namespace();
    } else if (now.text == "}") {
      names_.pop_back();
      ++at_;
      forget();
    } else if (now.text == "{") {
      end_body();
    } else if (now.text == ";") {
      note();
      ++at_;
      forget();
    } else {
      if (now.text == "(") ++parentheses_;
      if (now.text == ")") --parentheses_;
      if (is_template() && now.text == "<") ++angles_;
      if (is_template() && now.text == ">") --angles_;
      if (now.text == "=" && parentheses_ == 0 && angles_ == 0) is_initialised_ = true;
      words_.push_back(now.text);
      ++at_;
    }
  }

  void open_namespace() {
    std::string name;
    for (++at_; tokens_[at_].text != "{"; ++at_) name += tokens_[at_].text;
    names_.push_back(name);
    ++at_;
    forget();
  }

  // Braces: an initialiser, after which the declaration goes on, or a body, which ends it.
  void end_body() {
    int depth = 0;
    do {
      if (tokens_[at_].text == "{") ++depth;
      if (tokens_[at_].text == "}") --depth;
      ++at_;
    } while (depth != 0 && at_ < tokens_.size());
    const bool is_type = std::ranges::any_of(words_, [](const std::string& word) {
      return word == "class" || word == "struct" || word == "enum";
    });
    const bool is_condition = ends_with_requires();
    const bool goes_on =
        at_ < tokens_.size() && (tokens_[at_].text == ";" || tokens_[at_].text == ",");
    if (parentheses_ > 0 || is_initialised_ || is_condition || (goes_on && !is_type)) return;
    note();
    if (goes_on) ++at_;
    forget();
  }

  // A requires-expression: `requires(T t) { … }`.
  [[nodiscard]] bool ends_with_requires() const {
    std::size_t i = words_.size();
    if (i == 0) return false;
    if (words_[i - 1] == ")") {
      int depth = 0;
      do {
        --i;
        if (words_[i] == ")") ++depth;
        if (words_[i] == "(") --depth;
      } while (depth != 0 && i > 0);
    }
    return i > 0 && words_[i - 1] == "requires";
  }

  [[nodiscard]] bool is_template() const { return !words_.empty() && words_[0] == "template"; }

  void note() {
    for (const std::string& each : names_) {
      if (each.find("detail") != std::string::npos) return;
    }
    if (words_.empty() || names_.empty() || !names_[0].starts_with("feishu")) return;
    std::string name = name_in(words_);
    if (name.empty()) return;
    std::string scope = names_[0].substr(std::string_view("feishu::helpdesk").size());
    for (std::size_t i = 1; i < names_.size(); ++i) scope += "::" + names_[i];
    if (!scope.empty()) name = scope.substr(2) + "::" + name;
    const auto is_same = [&](const declaration& each) { return each.name == name; };
    if (std::ranges::any_of(found_, is_same)) return;
    found_.push_back({name, first_sentence(documentation_)});
  }

  void forget() {
    words_.clear();
    documentation_.clear();
    parentheses_ = 0;
    angles_ = 0;
    is_initialised_ = false;
  }

  std::vector<token> tokens_{};
  std::size_t at_ = 0;
  std::vector<std::string> names_{};
  std::vector<std::string> words_{};
  std::string documentation_{};
  int parentheses_ = 0;
  int angles_ = 0;
  bool is_initialised_ = false;
  std::vector<declaration> found_{};
};

constexpr std::string_view introduction =
    R"(# Public names
What [compatibility](compatibility.md) promises: the names of the namespace `feishu::helpdesk`, by the header that declares
them. Include an umbrella: `<feishu/helpdesk.hpp>` has all but those of `fuzz/` and `json/`, which have `<feishu/helpdesk/fuzz.hpp>`
and `<feishu/helpdesk/json.hpp>`. Names of `detail` are private. This page is made from the headers; a test fails where a name
is missing from it, or gone.
)";

void print_page() {
  namespace fs = std::filesystem;
  const fs::path root = "include/feishu/helpdesk";
  std::vector<std::string> headers;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(root)) {
    const std::string path = each.path().lexically_relative(root).generic_string();
    if (path.ends_with(".hpp") && path.find("detail/") == std::string::npos) {
      headers.push_back(path);
    }
  }
  std::ranges::sort(headers, {}, [](const std::string& path) {
    return std::pair(path.find('/') != std::string::npos, path);
  });
  std::string page(introduction);
  for (const std::string& header : headers) {
    std::ifstream file(root / header);
    const std::string source(std::istreambuf_iterator<char>(file), {});
    const std::vector<declaration> names = header_reader().read(source);
    if (names.empty()) continue;
    page += "\n## " + header + "\n| Name | |\n|---|---|\n";
    for (const declaration& each : names) {
      std::string sentence = each.sentence;
      for (std::size_t i = 0; (i = sentence.find('|', i)) != std::string::npos; i += 2) {
        sentence.insert(i, 1, '\\');
      }
      page += "| `" + each.name + "` | " + sentence + " |\n";
    }
  }
  if (std::fwrite(page.data(), 1, page.size(), stdout) != page.size()) {
    throw std::runtime_error("cannot write");
  }
}

}  // namespace

int main() try {
  print_page();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "api_page: %s\n", error.what());
  return 2;
}
