#ifndef FEISHU_PREFLIGHT_TOOL_OPTIONS_HPP
#define FEISHU_PREFLIGHT_TOOL_OPTIONS_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preflight_tool {

enum class format { text, json, problem, sarif };

/// What the command line says.
struct options {
  std::vector<std::string> files{};
  preflight_tool::format format = preflight_tool::format::text;
  feishu::helpdesk::mode mode = feishu::helpdesk::mode::complete;
  feishu::helpdesk::language language = feishu::helpdesk::language::en;
  std::optional<std::string> draft{};
  std::optional<std::string> user_id_type{};
  std::optional<std::string> notification_id{};
  std::optional<std::int32_t> status{};
  std::optional<std::int64_t> now_ms{};
  std::vector<std::string> disabled{};
  std::optional<std::string> explain{};
  bool lines = false;
  std::size_t jobs = 1;
  bool verbose = false;
  bool warnings_as_errors = false;
  bool list_rules = false;
  bool fix = false;
  bool print_schema = false;
  bool print_openapi = false;

  /// What the engine is told of all this, but for the draft. Refers to the options.
  [[nodiscard]] feishu::helpdesk::context context() const;
};

/// Reads the command line, the program's name first. Where there is nothing more to do (help was asked for, or the usage is
/// wrong) there are no options, and `exit_code` is set; what there is to say was said.
[[nodiscard]] std::optional<options> read_options(std::vector<std::string> arguments,
                                                  int& exit_code);

}  // namespace preflight_tool

#endif
