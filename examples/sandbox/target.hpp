#ifndef FEISHU_SANDBOX_TARGET_HPP
#define FEISHU_SANDBOX_TARGET_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// What a request's target names, percent-encoding undone.
struct target {
  enum class kind : std::uint8_t { nothing, all_notifications, one_notification };

  kind what = kind::nothing;
  std::string notification_id{};
  std::optional<std::string> user_id_type{};
};

[[nodiscard]] target read_target(std::string_view text);

}  // namespace sandbox

#endif
