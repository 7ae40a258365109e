#ifndef FEISHU_HELPDESK_FUZZ_CHOICES_HPP
#define FEISHU_HELPDESK_FUZZ_CHOICES_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

/// Where what is generated gets its variety from.
namespace feishu::helpdesk::fuzz {

/// Decisions read off bytes, so that whoever makes the bytes makes the decisions: a fuzzer that learns
/// which byte did what, or a property test with a seed. The same bytes always decide alike. Once they
/// are used up every decision is the first of those there are, which is the smallest: what is made of
/// them is no larger than they allow.
class choices {
 public:
  /// Refers to the bytes.
  constexpr explicit choices(std::span<const std::uint8_t> bytes) noexcept : left_(bytes) {}

  /// How many bytes are left.
  [[nodiscard]] constexpr std::size_t left() const noexcept { return left_.size(); }

  /// The next byte; 0 once there is none.
  constexpr std::uint8_t byte() noexcept {
    if (left_.empty()) return 0;
    const std::uint8_t next = left_.front();
    left_ = left_.subspan(1);
    return next;
  }

  /// A number of so many bytes, at most eight.
  constexpr std::uint64_t number(unsigned bytes) noexcept {
    std::uint64_t all = 0;
    for (unsigned i = 0; i < bytes; ++i) all = all << 8 | byte();
    return all;
  }

  /// A number below `limit`, which is not 0. Uses as many bytes as `limit` needs.
  constexpr std::size_t below(std::size_t limit) noexcept {
    unsigned bytes = 0;
    for (std::size_t highest = limit - 1; highest != 0; highest >>= 8) ++bytes;
    return static_cast<std::size_t>(number(bytes) % limit);
  }

  /// One of two, by a byte.
  [[nodiscard]] constexpr bool flag() noexcept { return (byte() & 1) != 0; }

  /// Whether to go on with one more: mostly so, and never without bytes.
  [[nodiscard]] constexpr bool more() noexcept { return byte() % 4 != 0; }

  /// An element of an array, which is not empty.
  template <class List>
  [[nodiscard]] constexpr const auto& pick(const List& list) noexcept {
    return std::data(list)[below(std::size(list))];
  }

  /// The next `size` bytes as choices of their own, or all that are left: whatever is decided by them, what
  /// comes after stays as it is, and does not use up what they are for.
  [[nodiscard]] constexpr choices take(std::size_t size) noexcept {
    const auto taken = left_.first(size < left_.size() ? size : left_.size());
    left_ = left_.subspan(taken.size());
    return choices(taken);
  }

  /// Bytes as they are: `size` of them, or all that are left.
  [[nodiscard]] std::string_view bytes(std::size_t size) noexcept {
    const auto taken = take(size).left_;
    return {reinterpret_cast<const char*>(taken.data()), taken.size()};
  }

 private:
  std::span<const std::uint8_t> left_;
};

/// `Size` bytes that look random, for tests that have a number: the same for one seed on every machine
/// (SplitMix64).
template <std::size_t Size>
[[nodiscard]] constexpr std::array<std::uint8_t, Size> bytes_of(std::uint64_t seed) noexcept {
  std::array<std::uint8_t, Size> bytes{};
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    if (i % sizeof word == 0) {
      word = seed += 0x9e3779b97f4a7c15;
      word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9;
      word = (word ^ word >> 27) * 0x94d049bb133111eb;
      word ^= word >> 31;
    }
    bytes[i] = static_cast<std::uint8_t>(word >> i % sizeof word * 8);
  }
  return bytes;
}

}  // namespace feishu::helpdesk::fuzz

#endif
