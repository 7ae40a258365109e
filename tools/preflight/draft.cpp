#include "draft.hpp"

#include "body.hpp"
#include "draft_context.hpp"
#include "files.hpp"
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstdio>
#include <string>

namespace preflight_tool {

using namespace feishu::helpdesk;

std::optional<body_summary> read_draft(const options& chosen) {
  input file(*chosen.draft);
  const std::optional<std::string> text = file.read_all();
  if (!text) {
    file.explain_failure();
    return std::nullopt;
  }
  const report found = validate_body(*text, draft_context());
  const std::string name = display_name(*chosen.draft);
  const std::string told =
      to_text(found, {.source = name, .body = *text, .language = chosen.language});
  if (!told.empty()) {
    std::fprintf(stderr,
                 chosen.language == language::zh ? "preflight：草稿 %s 中的问题：\n"
                                                 : "preflight: problems in the draft %s:\n",
                 sanitize_for_terminal(name).c_str());
  }
  std::fputs(told.c_str(), stderr);
  if (has_draft(found)) return found.summary();
  std::fprintf(stderr,
               chosen.language == language::zh
                   ? "preflight：%s 中没有可合并的推送\n"
                   : "preflight: %s contains no notification to merge with\n",
               sanitize_for_terminal(name).c_str());
  return std::nullopt;
}

}  // namespace preflight_tool
