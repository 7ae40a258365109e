#ifndef FEISHU_HELPDESK_BENCH_BODIES_HPP
#define FEISHU_HELPDESK_BENCH_BODIES_HPP

#include "candidate.hpp"
#include "dice.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the candidates validate.
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

/// One body, or many that are validated one after the other.
struct workload {
  std::string name;
  std::string label;
  std::vector<padded_text> bodies;
};

/// A body in three parts: between the two others, users, each followed by a comma, may stand in any
/// number. The card is mostly Chinese text.
std::string users_head(std::size_t card_size);
std::string users(rng& chance, std::size_t count);
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
