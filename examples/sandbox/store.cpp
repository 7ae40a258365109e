#include "store.hpp"

#include "limits.hpp"

#include <utility>

namespace sandbox {
namespace {

// Of the API reference's example body, and of the path in its samples. As many digits as all that follow,
// so that the order of the texts is that of the numbers.
constexpr std::uint64_t known_ids[] = {6981801914270744596, 6985032626234982420};

constexpr std::string_view first_fields =
    R"({"job_name":"测试推送任务","push_content":"{}","push_type":0,"push_scope_type":0})";

}  // namespace

store::store(std::int32_t status, std::int64_t now) : last_id_(known_ids[1]) {
  for (const std::uint64_t id : known_ids) {
    by_id_[std::to_string(id)] = {
        .status = status, .created_at = now, .fields = std::string(first_fields)};
    bytes_ += first_fields.size();
  }
}

const stored_notification* store::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second;
}

std::string store::create(std::string fields, std::int64_t now) {
  std::string id = std::to_string(++last_id_);
  bytes_ += fields.size();
  by_id_[id] = {.created_at = now, .fields = std::move(fields)};
  keep_within_limits();
  return id;
}

void store::update(std::string_view id, std::string fields, std::int64_t now) {
  stored_notification& changed = by_id_.find(id)->second;
  bytes_ += fields.size();
  bytes_ -= changed.fields.size();
  changed.fields = std::move(fields);
  changed.updated_at = now;
  keep_within_limits();
}

void store::keep_within_limits() {
  while (by_id_.size() > limits::drafts || bytes_ > limits::draft_bytes) {
    bytes_ -= by_id_.begin()->second.fields.size();
    by_id_.erase(by_id_.begin());
  }
}

}  // namespace sandbox
