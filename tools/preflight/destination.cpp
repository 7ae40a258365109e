#include "destination.hpp"

#include "replace_file.hpp"
#include "system.hpp"
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstdio>
#include <optional>
#include <string>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;
using identity = std::optional<system::file_identity>;

// Devices and pipes may be one file and two streams all the same.
bool is_same_file(const identity& a, const identity& b) {
  return a && b && a->is_regular && *a == *b;
}

// Redirections are the shell's: it has emptied the file before this program began.
std::string reason_for_output(const options& chosen, const input& source) {
  const detail::in_language say{chosen.language};
  std::string reason = say("this file is also standard output", "该文件同时也是标准输出");
  if (source.size() == 0) {
    reason += say(": the shell emptied it for the redirection before it was read",
                  "：读取之前，shell 的重定向已将它清空");
  }
  return reason + (chosen.fix
                       ? say("; use --in-place to fix a file in place",
                             "；如需就地改正文件，请使用 --in-place")
                       : say("; write the report to another file", "；请将报告写入其他文件"));
}

// Why nothing can be written; empty if it can.
std::string reason_against(const options& chosen, const input& source) {
  const detail::in_language say{chosen.language};
  const identity read = source.identity();
  if (is_same_file(read, system::identify(system::standard_output))) {
    return reason_for_output(chosen, source);
  }
  if (chosen.in_place && read && !read->is_regular) {
    return say("--in-place changes regular files only", "--in-place 只能修改普通文件");
  }
  if (!chosen.output || *chosen.output == "-") return {};
  const identity written = system::identify(*chosen.output);
  if (is_same_file(read, written)) {
    return say("--output is this file itself; use --in-place to replace it",
               "--output 就是该文件本身；如需替换它，请使用 --in-place");
  }
  const auto is_written = [&](const std::optional<std::string>& also_read) {
    return also_read && *also_read != "-" && is_same_file(system::identify(*also_read), written);
  };
  if (is_written(chosen.draft)) {
    return say("--output would replace the draft", "--output 会覆盖草稿");
  }
  if (is_written(chosen.policy)) {
    return say("--output would replace the policy", "--output 会覆盖策略文件");
  }
  return {};
}

}  // namespace

bool may_write(const options& chosen, const std::string& file, const input& source) {
  if (source.failed()) return true;  // which is explained elsewhere
  const std::string reason = reason_against(chosen, source);
  if (reason.empty()) return true;
  std::fprintf(stderr, "preflight: %s: %s\n", sanitize_for_terminal(display_name(file)).c_str(),
               reason.c_str());
  return false;
}

bool writes_file(const options& chosen) {
  return chosen.in_place || (chosen.output && *chosen.output != "-");
}

bool write_fixed(const options& chosen, const std::string& file, const fix_result& fixed) {
  if (!chosen.in_place) return replace_file(*chosen.output, *fixed);
  return fixed.edits().empty() || replace_file(file, *fixed);
}

}  // namespace preflight_tool
