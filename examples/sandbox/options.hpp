#ifndef FEISHU_SANDBOX_OPTIONS_HPP
#define FEISHU_SANDBOX_OPTIONS_HPP

#include "endpoint.hpp"

#include <cstdint>
#include <optional>

namespace sandbox {

struct options {
  std::uint16_t port = 8154;  // 0: any that is free
  endpoint_options answers{};
};

/// Reads the command line. Where there is nothing more to do (help was asked for, or the usage is
/// wrong) there are no options, and `exit_code` is set; what there is to say was said.
[[nodiscard]] std::optional<options> read_options(int argc, char** argv, int& exit_code);

}  // namespace sandbox

#endif
