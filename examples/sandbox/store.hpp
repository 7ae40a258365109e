#ifndef FEISHU_SANDBOX_STORE_HPP
#define FEISHU_SANDBOX_STORE_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// A notification as it is kept. `fields` is a JSON object: what its author said.
struct stored_notification {
  std::int32_t status = 0;  // 0 is a draft
  std::int64_t created_at = 0;
  std::optional<std::int64_t> updated_at{};
  std::string fields{};
};

/// The notifications, in memory, within `limits`: the oldest ones go first.
class store {
 public:
  /// Holds two notifications, under both ids that the API reference's samples use.
  store(std::int32_t status, std::int64_t now);

  /// Null if there is none of this id; stays valid until the store is changed.
  [[nodiscard]] const stored_notification* find(std::string_view id) const;

  /// Keeps a new draft, and returns its id.
  std::string create(std::string fields, std::int64_t now);

  /// Only for an id that is there.
  void update(std::string_view id, std::string fields, std::int64_t now);

  [[nodiscard]] std::size_t size() const { return by_id_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  void keep_within_limits();

  std::map<std::string, stored_notification, std::less<>> by_id_{};  // in the order of creation
  std::size_t bytes_ = 0;
  std::uint64_t last_id_;
};

}  // namespace sandbox

#endif
