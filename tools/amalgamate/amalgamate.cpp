// Prints a header and all of ours that it includes as one file: `amalgamate HEADER [BASE]`.
//
// HEADER and BASE are named as an #include names them, and read from include/. What BASE holds is left
// out: the file includes BASE's own file instead. Headers come in the order in which a compiler sees
// them, comments and all; the includes of others come once, at the top, but for those under a
// condition. The result depends on nothing but the headers and the licence.

#include <cctype>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// "feishu/helpdesk.hpp" as one file, and as its guard: the guard is the header's own, so that whoever
// includes both includes the second for nothing.
std::string file_name(std::string header) {
  for (char& c : header) c = c == '/' ? '_' : c;
  return header;
}
std::string guard_of(std::string header) {
  for (char& c : header) {
    const auto byte = static_cast<unsigned char>(c);
    c = std::isalnum(byte) != 0 ? static_cast<char>(std::toupper(byte)) : '_';
  }
  return header;
}

// What stands between the directives of a header's guard.
std::vector<std::string> guarded_lines(const std::string& header) {
  const std::vector<std::string> lines = lines_of("include/" + header);
  const std::string guard = guard_of(header);
  if (lines.size() < 3 || lines[0] != "#ifndef " + guard || lines[1] != "#define " + guard ||
      lines.back() != "#endif") {
    throw std::runtime_error(header + " is not guarded by " + guard);
  }
  return {lines.begin() + 2, lines.end() - 1};
}

// The name between the angle brackets of an #include, or nothing.
std::string_view included_by(std::string_view line) {
  constexpr std::string_view directive = "#include <";
  if (!line.starts_with(directive)) return {};
  return line.substr(directive.size(), line.find('>') - directive.size());
}

// A header without its guard, and without the includes that are not under a condition.
struct part {
  std::string header{};
  std::vector<std::string> text{};
  bool includes_parts = false;  // that are not left out
};

class amalgam {
 public:
  // Reads a header after those it includes; once.
  void add(const std::string& header) {
    if (!seen_.insert(header).second) return;
    part read{.header = header};
    int conditions = 0;
    for (const std::string& line : guarded_lines(header)) {
      if (line.starts_with("#if")) ++conditions;
      if (line.starts_with("#endif")) --conditions;
      const std::string included(included_by(line));
      if (included.starts_with("feishu/")) {
        if (conditions != 0) {
          throw std::runtime_error(std::string(header).append(" has a condition for ") += included);
        }
        add(included);
        if (!left_out_.contains(included)) read.includes_parts = true;
      } else if (!included.empty() && conditions == 0) {
        (included.find('/') == std::string::npos ? standard_ : foreign_).insert(included);
      } else if (!line.empty() || (!read.text.empty() && !read.text.back().empty())) {
        read.text.push_back(line);
      }
    }
    while (!read.text.empty() && read.text.back().empty()) read.text.pop_back();
    parts_.push_back(read);
  }

  // Forgets what was read so far, but for its having been.
  void leave_out() {
    left_out_ = seen_;
    parts_.clear();
    standard_.clear();
    foreign_.clear();
  }

  [[nodiscard]] std::string print(const std::string& header, const std::string& base) const {
    std::string text = "// Feishu Preflight: <" + header + "> in one file";
    text += base.empty() ? "." : ", beside " + file_name(base) + ".";
    text += " Generated: its parts are edited, under include/.\n//\n";
    for (const std::string& line : lines_of("LICENSE")) {
      text += line.empty() ? "//\n" : "// " + line + '\n';
    }
    text += "\n#ifndef " + guard_of(header) + "\n#define " + guard_of(header) + "\n";
    if (!base.empty()) text += "\n#include \"" + file_name(base) + "\"\n";
    text += refusal(header) + includes(foreign_) + includes(standard_);
    // The header itself is an introduction to the others.
    text += '\n' + joined(parts_.back().text);
    for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
      text += "\n// <" + parts_[i].header + ">\n#define " + guard_of(parts_[i].header) + "\n\n";
      text += joined(parts_[i].text);
    }
    return text + "\n#endif\n";
  }

 private:
  // Each part says that it was included, so that <feishu/…> adds nothing to what is here. What came
  // before would be defined again; it cannot have come without one that includes none of the others.
  [[nodiscard]] std::string refusal(const std::string& header) const {
    std::string condition;
    for (const part& each : parts_) {
      if (each.includes_parts) continue;
      condition += (condition.empty() ? "#if defined(" : " || \\\n    defined(") +
                   guard_of(each.header) + ')';
    }
    return "\n" + condition + "\n#error \"a header of <feishu/helpdesk/> came before " +
           file_name(header) + ", which holds it: include one or the other\"\n#endif\n";
  }

  [[nodiscard]] static std::string includes(const std::set<std::string>& headers) {
    std::string text = headers.empty() ? "" : "\n";
    for (const std::string& each : headers) text += "#include <" + each + ">\n";
    return text;
  }

  [[nodiscard]] static std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& each : lines) text += each + '\n';
    return text;
  }

  std::set<std::string> seen_{};
  std::set<std::string> left_out_{};
  std::set<std::string> standard_{};
  std::set<std::string> foreign_{};
  std::vector<part> parts_{};
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2 && argc != 3) throw std::runtime_error("usage: amalgamate HEADER [BASE]");
  const std::string header = argv[1];
  const std::string base = argc == 3 ? argv[2] : "";
  amalgam all;
  if (!base.empty()) {
    all.add(base);
    all.leave_out();
  }
  all.add(header);
  const std::string text = all.print(header, base);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "amalgamate: %s\n", error.what());
  return 2;
}
