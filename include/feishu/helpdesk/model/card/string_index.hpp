#ifndef FEISHU_HELPDESK_MODEL_CARD_STRING_INDEX_HPP
#define FEISHU_HELPDESK_MODEL_CARD_STRING_INDEX_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Known strings as small integers.
namespace feishu::helpdesk::detail {

/// What is returned for a string that is not known.
inline constexpr std::uint8_t unknown_string = 0xff;

// FNV-1a of the size and of four bytes at each end. Strings that agree in these do not make an index.
[[nodiscard]] constexpr std::uint32_t hash_of_ends(std::string_view text) noexcept {
  std::uint32_t hash = 0x811c9dc5U ^ static_cast<std::uint32_t>(text.size());
  const std::size_t ends = text.size() < 4 ? text.size() : 4;
  for (std::size_t i = 0; i < ends; ++i) {
    hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x01000193U;
    hash = (hash ^ static_cast<unsigned char>(text[text.size() - 1 - i])) * 0x01000193U;
  }
  return hash ^ hash >> 15;
}

// Distinct strings in the order in which they were added. Only made while compiling.
class string_collection {
 public:
  static constexpr std::size_t capacity = 200;

  // Adds the string unless it is there, and returns its place.
  constexpr std::uint8_t add(std::string_view text) {
    const std::uint32_t hash = hash_of_ends(text);
    std::size_t slot = hash % slot_count;
    for (; places_[slot] != 0; slot = (slot + 1) % slot_count) {
      const std::size_t place = places_[slot] - 1U;
      if (hashes_[place] == hash && strings_[place] == text) {
        return static_cast<std::uint8_t>(place);
      }
    }
    strings_[size_] = text;
    hashes_[size_] = hash;
    places_[slot] = static_cast<std::uint8_t>(size_ + 1);
    return static_cast<std::uint8_t>(size_++);
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr std::string_view operator[](std::size_t place) const noexcept {
    return strings_[place];
  }
  [[nodiscard]] constexpr std::uint32_t hash(std::size_t place) const noexcept {
    return hashes_[place];
  }

 private:
  static constexpr std::size_t slot_count = 512;

  std::string_view strings_[capacity]{};
  std::uint32_t hashes_[capacity]{};
  std::uint8_t places_[slot_count]{};  // one more than the place; 0: free
  std::size_t size_ = 0;
};

/// A perfect hash of `Size` strings. A string's bucket says how far the strings of the bucket are displaced, so
/// that no two have one slot.
template <std::size_t Size>
class string_index {
 public:
  consteval explicit string_index(const string_collection& from) {
    for (std::uint8_t& each : slots_) each = unknown_string;
    std::uint8_t next[Size]{};  // of the same bucket, one more than its place
    std::uint8_t first[bucket_count]{};
    for (std::size_t i = 0; i < Size; ++i) {
      strings_[i] = from[i];
      next[i] = first[bucket_of(from.hash(i))];
      first[bucket_of(from.hash(i))] = static_cast<std::uint8_t>(i + 1);
    }
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
      // Does not compile if it never ends.
      while (!place(from, next, first[bucket], displacements_[bucket])) ++displacements_[bucket];
    }
  }

  /// Returns the place of the string, or `unknown_string`. One comparison.
  [[nodiscard]] constexpr std::uint8_t find(std::string_view text) const noexcept {
    const std::uint32_t hash = hash_of_ends(text);
    const std::uint8_t found = slots_[slot_of(hash, displacements_[bucket_of(hash)])];
    return found != unknown_string && strings_[found] == text ? found : unknown_string;
  }

  /// Returns the number of strings.
  [[nodiscard]] static constexpr std::size_t size() noexcept { return Size; }
  /// Returns the string of a place.
  [[nodiscard]] constexpr std::string_view operator[](std::size_t place) const noexcept {
    return strings_[place];
  }

 private:
  static constexpr std::size_t slot_count = 256;
  static constexpr std::size_t bucket_count = 64;
  static_assert(Size < slot_count);

  static constexpr std::size_t bucket_of(std::uint32_t hash) noexcept { return hash >> 26; }
  static constexpr std::size_t slot_of(std::uint32_t hash, std::uint8_t displacement) noexcept {
    return (hash + displacement * (hash >> 8 | 1U)) % slot_count;
  }

  // Puts a bucket's strings into slots of their own, or none of them.
  constexpr bool place(const string_collection& from, const std::uint8_t* next, std::uint8_t first,
                       std::uint8_t displacement) {
    for (std::uint8_t i = first; i != 0; i = next[i - 1]) {
      std::uint8_t& slot = slots_[slot_of(from.hash(i - 1U), displacement)];
      if (slot != unknown_string) {
        for (std::uint8_t k = first; k != i; k = next[k - 1]) {
          slots_[slot_of(from.hash(k - 1U), displacement)] = unknown_string;
        }
        return false;
      }
      slot = static_cast<std::uint8_t>(i - 1);
    }
    return true;
  }

  std::string_view strings_[Size]{};
  std::uint8_t slots_[slot_count]{};
  std::uint8_t displacements_[bucket_count]{};
};

}  // namespace feishu::helpdesk::detail

#endif
