#ifndef FEISHU_SANDBOX_LOG_HPP
#define FEISHU_SANDBOX_LOG_HPP

#include "endpoint.hpp"

#include <chrono>
#include <string_view>

namespace sandbox {

/// One line on standard output: method, target, status, code, what was found, and how long it took to
/// find. What clients sent is shown without what a terminal would obey, and cut if it is long.
void log(std::string_view method, std::string_view target, const outgoing& answer,
         std::chrono::steady_clock::duration took);

/// One line of our own.
void log(std::string_view what);

}  // namespace sandbox

#endif
