// Prints the tool's manual page. What it says of options comes from what the tool tells its parser.

#include "tools/docs/offered_options.hpp"
#include "tools/preflight/command_line.hpp"
#include <feishu/helpdesk/version.hpp>

#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using preflight_docs::offered_command;
using preflight_docs::offered_option;

struct example {
  std::string_view does;
  std::string_view command;
};
constexpr example examples[] = {
    {"Validate a body before it is sent, with what its request will say:",
     "preflight --user-id-type open_id --now $(date +%s000) body.json"},
    {"Validate a change of a draft together with the draft:",
     "preflight --draft draft.json patch.json"},
    {"Validate a million bodies, one a line, on four cores:",
     "preflight --lines --jobs 4 --format json bodies.ndjson"},
    {"Fix what is obvious, and show it:", "preflight --fix --diff --in-place body.json"},
    {"Ask what a rule demands, and where that is written:",
     "preflight --explain all-members-excludes-users"},
};

// As troff takes it: a hyphen that is to be typed is no hyphen of a word's.
std::string typed(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// Running text, in lines of less than 80 bytes. Hyphens within words stay; those of options are typed,
// and no line begins as a request to troff does.
std::string prose(const std::string& text) {
  std::string result;
  std::string line;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t letters = word.find_first_not_of("-'(");
    if (word.find('-') < letters) word = typed(word);
    if (line.size() + 1 + word.size() >= 80) {
      result += line + '\n';
      line.clear();
    }
    if (line.empty() && (word.front() == '.' || word.front() == '\'')) word.insert(0, "\\&");
    line += (line.empty() ? "" : " ") + word;
  }
  return result + line + '\n';
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& each : names) {
    text += (text.empty() ? "\\fB" : ", \\fB") + typed(each) + "\\fR";
  }
  return text;
}

// "text|json" in bold with the bars between, or a name that stands for something.
std::string value(const offered_option& option) {
  if (option.takes.find('|') == std::string::npos) return "\\fI" + typed(option.takes) + "\\fR";
  std::string text;
  for (const std::string& each : option.words) {
    text += (text.empty() ? "\\fB" : "|\\fB") + typed(each) + "\\fR";
  }
  return text;
}

std::string entry(const offered_option& option) {
  std::string text = ".TP\n" + listed(option.names);
  if (!option.takes.empty()) text += " " + value(option);
  std::string description = option.description;
  for (const std::string& each : option.needs) description += "; needs " + each;
  for (const std::string& each : option.excludes) description += "; not together with " + each;
  return text + '\n' + prose(description);
}

// It bears the version and no date, so as to be the same whenever it is made.
std::string page(const offered_command& command) {
  std::string text =
      ".\\\" Generated from the tool's options: ./bazelw run //docs:write\n"
      ".TH PREFLIGHT 1 \"\" \"Feishu Preflight " FEISHU_HELPDESK_VERSION "\" \"User Commands\"\n";
  text +=
      ".SH NAME\npreflight \\- validate bodies of the Feishu service desk's \"update "
      "notification\"\n";
  text += ".SH SYNOPSIS\n.B preflight\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n";
  text += ".SH DESCRIPTION\n" + prose(command.description);
  text += ".TP\n\\fIFILE\\fR\n" + prose(command.files);
  text += ".SH OPTIONS\n";
  for (const offered_option& each : command.options) text += entry(each);
  text += ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : preflight_tool::exit_statuses) {
    text += ".TP\n.B " + std::to_string(code) + '\n' + prose(std::string(meaning));
  }
  text +=
      ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\n"
      "Where it is set and not empty, no colors are written, not to a terminal either.\n";
  text += ".SH EXAMPLES\n";
  bool first = true;
  for (const auto& [does, command_line] : examples) {
    text += (first ? "" : ".PP\n") + std::string(does) + "\n.PP\n.EX\n.RS 4\n" +
            typed(command_line) + "\n.RE\n.EE\n";
    first = false;
  }
  return text;
}

}  // namespace

int main() { return std::fputs(page(preflight_docs::offered()).c_str(), stdout) < 0 ? 1 : 0; }
