#ifndef FEISHU_HELPDESK_BENCH_BODIES_HPP
#define FEISHU_HELPDESK_BENCH_BODIES_HPP

#include "contestant.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What the contestants judge.
namespace bench {

/// A text with `padding` bytes behind it.
class padded_text {
 public:
  explicit padded_text(std::string text) : bytes_(std::move(text)) { bytes_.append(padding, '\0'); }

  [[nodiscard]] std::string_view view() const {
    return std::string_view(bytes_).substr(0, bytes_.size() - padding);
  }

 private:
  std::string bytes_;
};

/// One body, or many that are judged one after the other.
struct workload {
  std::string name;
  std::string label;
  std::vector<padded_text> bodies;
};

/// A body with that many users, and a card of some 2 KB that is mostly Chinese text.
std::string body_with_users(std::size_t count);

/// The same in parts, for bodies that are not to be kept in memory: any number of `users_chunk()`,
/// of about a megabyte each, may stand between the two.
std::string_view users_head();
std::string users_chunk();
std::string_view users_tail();

/// The bodies that are timed; the last workload is the mixed one. The official example is read from
/// docs/samples, so the working directory must be the repository's root.
std::vector<workload> all_workloads();

/// A body of the mixed set, and what was done to it.
struct mixed_body {
  padded_text text;
  std::string_view twist;
};

/// Valid and invalid bodies, the same ones at every call.
std::vector<mixed_body> mixed_bodies(std::size_t count = 10'000);

}  // namespace bench

#endif
