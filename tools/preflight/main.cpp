// preflight: judges bodies of "update notification" before they are sent.

#include "catalogue.hpp"
#include "draft.hpp"
#include "files.hpp"
#include "options.hpp"
#include <feishu/helpdesk/json.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <unistd.h>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;

enum exit_code : int { all_ok = 0, some_error = 1, could_not_work = 2 };

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

// Judges bodies and prints what is found; keeps count for the exit code.
class session {
 public:
  session(const options& chosen, const context& known) : chosen_(chosen), known_(known) {}

  int run() {
    if (chosen_.files.empty()) judge_file("-");
    for (const std::string& file : chosen_.files) judge_file(file);
    if (!flush_output()) return could_not_work;
    if (chosen_.lines) tell_totals();
    return failed_ ? could_not_work : bodies_with_errors_ != 0 ? some_error : all_ok;
  }

 private:
  void judge_file(const std::string& file) {
    if (output_is_gone_) return;
    input source(file);
    const std::string name = display_name(file);
    if (chosen_.lines) {
      judge_lines(source, name);
    } else if (const std::optional<std::string> body = source.read_all()) {
      judge(*body, name, 1);
    }
    failed_ = failed_ || source.failed();
  }

  void judge_lines(input& source, const std::string& name) {
    constexpr std::size_t lines_between_signs = 1 << 16;
    for (std::size_t number = 1; !output_is_gone_; ++number) {
      const std::optional<std::string_view> line = source.read_line();
      if (!line) break;
      if (!line->empty()) judge(*line, name, number);
      if (shows_progress_ && number % lines_between_signs == 0) {
        std::fprintf(stderr, "\r%zu", number);
      }
    }
    if (shows_progress_) std::fputs("\r", stderr);
  }

  void judge(std::string_view body, const std::string& name, std::size_t line) {
    const report found = preflight(body, known_);
    ++bodies_;
    bodies_with_errors_ += found.ok() ? 0 : 1;
    const render_options how{.source = name,
                             .body = body,
                             .first_line = line,
                             .language = chosen_.language,
                             .colour = colour_,
                             .verbose = chosen_.verbose};
    print(chosen_.format == format::json ? to_json(found, how) + '\n' : as_text(found, how));
  }

  std::string as_text(const report& found, const render_options& how) const {
    std::string text = to_text(found, how);
    if (chosen_.lines) return text;
    const bool chinese = chosen_.language == language::zh;
    text += harmless(how.source) + (chinese ? "：" : ": ") + summary(found, how.language) + '\n';
    if (found.outline().readable) {
      text += chinese ? "将推送给：" : "would message: ";
      text += audience(found.outline()).in(how.language) + '\n';
    }
    return text;
  }

  void print(std::string_view text) {
    if (write_output(text)) return;
    output_is_gone_ = true;
    failed_ = true;
  }

  void tell_totals() const {
    std::fprintf(stderr,
                 chosen_.language == language::zh ? "共 %zu 个请求体，其中 %zu 个有错误\n"
                                                  : "%zu bodies, %zu with errors\n",
                 bodies_, bodies_with_errors_);
  }

  const options& chosen_;
  const context& known_;
  bool colour_ = wants_colour();
  bool shows_progress_ = isatty(STDERR_FILENO) != 0;
  bool failed_ = false;
  bool output_is_gone_ = false;
  std::size_t bodies_ = 0;
  std::size_t bodies_with_errors_ = 0;
};

// `bazel run` starts programs in a directory of its own, and says where the user stands.
bool go_where_the_user_is() {
  const char* directory = std::getenv("BUILD_WORKING_DIRECTORY");
  if (directory == nullptr || *directory == '\0' || chdir(directory) == 0) return true;
  std::fprintf(stderr, "preflight: cannot work in %s\n", harmless(directory).c_str());
  return false;
}

int print_and_exit(std::string_view text) {
  return write_output(text) && flush_output() ? all_ok : could_not_work;
}

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failure to write, and told as one
  int exit_code = all_ok;
  const std::optional<options> chosen = read_options(argc, argv, exit_code);
  if (!chosen) return exit_code;
  if (chosen->list_rules) return print_and_exit(list_rules(chosen->language));
  if (chosen->explain) {
    return print_and_exit(explain_rule(*find_rule(*chosen->explain), chosen->language));
  }
  if (!go_where_the_user_is()) return could_not_work;

  context known = chosen->context();
  if (chosen->draft) {
    known.draft = read_draft(*chosen);
    if (!known.draft) return could_not_work;
  }
  return session(*chosen, known).run();
}

}  // namespace
}  // namespace preflight_tool

int main(int argc, char** argv) {
  try {
    return preflight_tool::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("preflight: out of memory\n", stderr);
    return 2;
  }
}
