#include "session.hpp"

#include "body.hpp"
#include "destination.hpp"
#include "files.hpp"
#include "line_diff.hpp"
#include "line_layout.hpp"
#include "system.hpp"
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/repair/fix.hpp>

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace preflight_tool {

using namespace feishu::helpdesk;

int session::run() {
  const bool has_begun = output_.begin();
  if (chosen_.files.empty()) validate_file("-");
  for (const std::string& file : chosen_.files) validate_file(file);
  const bool is_written = has_begun && !output_.is_gone() && output_.end() && flush_output();
  failed_ = failed_ || (!is_written && !is_output_closed());
  if (chosen_.lines && is_written) tell_totals();
  return failed_ ? could_not_work : sum_.with_errors != 0 ? some_error : all_ok;
}

void session::validate_file(const std::string& file) {
  // Where nobody reads on, files are still validated for the exit code; lines may never end.
  if (output_.is_gone() && (chosen_.lines || !is_output_closed())) return;
  input source(file);
  if (!may_write(chosen_, file, source)) {
    failed_ = true;
    return;
  }
  const report_text text(chosen_, display_name(file));
  if (chosen_.lines) {
    const line_layout found = validate_lines(source, text, chosen_, known_, output_, sum_);
    if (found != line_layout::bodies) {
      explain_layout(found, file, chosen_.language);
      failed_ = true;
    }
  } else if (const std::optional<std::string> body = source.read_all()) {
    source.close();
    const report found = validate_body(*body, known_);
    if (chosen_.fix) {
      fix_body(file, *body, found, text);
    } else {
      tell(found, text.of_file(found, *body));
    }
  }
  if (source.failed()) source.explain_failure();
  failed_ = failed_ || source.failed();
}

void session::tell(const report& found, const std::string& text) {
  sum_.with_errors += found.ok() ? 0 : 1;
  static_cast<void>(output_.print(text));  // run() sees whether it failed
}

namespace {

void write_diff(std::string_view body, const fix_result& fixed, std::string_view name) {
  const diff_reader reader =
      system::is_terminal(system::standard_error) ? diff_reader::terminal : diff_reader::program;
  const std::string diff = unified_diff(body, fixed.edits(), name, reader);
  std::fwrite(diff.data(), 1, diff.size(), stderr);
}

}  // namespace

// The report goes to standard error; the fixed body is the only output.
void session::fix_body(const std::string& file, const std::string& body, const report& found,
                       const report_text& text) {
  const fix_result fixed = fix(body, known_);
  std::fputs(text.before_fix(found, body, fixed.has_value()).c_str(), stderr);
  if (fixed && writes_file(chosen_) && !write_fixed(chosen_, file, fixed)) {
    failed_ = true;
    return;
  }
  if (chosen_.diff) write_diff(body, fixed, text.source());
  std::fputs(text.after_fix(fixed).c_str(), stderr);
  tell(fixed.report(), fixed && !writes_file(chosen_) ? *fixed : std::string());
}

void session::tell_totals() const {
  if (chosen_.language == language::zh) {
    std::fprintf(stderr, "共 %zu 个请求体，其中 %zu 个有错误\n", sum_.bodies, sum_.with_errors);
  } else {
    std::fprintf(stderr, "%zu %s, %zu with errors\n", sum_.bodies,
                 sum_.bodies == 1 ? "body" : "bodies", sum_.with_errors);
  }
}

}  // namespace preflight_tool
