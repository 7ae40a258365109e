#ifndef FEISHU_PREFLIGHT_TOOL_OPTIONS_HPP
#define FEISHU_PREFLIGHT_TOOL_OPTIONS_HPP

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  std::optional<std::string> policy{};
  std::vector<std::string> disabled{};
  std::optional<std::string> explain{};
  bool lines = false;
  std::size_t jobs = 1;
  bool verbose = false;
  bool warnings_as_errors = false;
  bool list_rules = false;
  bool fix = false;
  bool diff = false;
  bool in_place = false;
  std::optional<std::string> output{};
  bool print_schema = false;
  bool print_card_schema = false;
  bool print_openapi = false;

  /// Returns what a rule counts as that would otherwise count as `base`.
  [[nodiscard]] feishu::helpdesk::level level_of(std::string_view rule,
                                                 feishu::helpdesk::level base) const;

  /// What the engine is told of all this, but for the draft; the options override `severities`. Refers to the
  /// options.
  [[nodiscard]] feishu::helpdesk::context context(
      const feishu::helpdesk::policy& severities = {}) const;
};

/// Reads the command line, the program's name first. Where there is nothing more to do (help was asked for, or the usage is
/// wrong) there are no options, and `exit_code` is set; what there is to say was said.
[[nodiscard]] std::optional<options> read_options(std::vector<std::string> arguments,
                                                  int& exit_code);

}  // namespace preflight_tool

#endif
