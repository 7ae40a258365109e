#ifndef FEISHU_HELPDESK_DETAIL_READER_SYNTAX_EVIDENCE_HPP
#define FEISHU_HELPDESK_DETAIL_READER_SYNTAX_EVIDENCE_HPP

#include <feishu/helpdesk/detail/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

/// What is known about the place where a text stopped being JSON.
namespace feishu::helpdesk::detail {

/// Where in the structure a reader was when it failed. Only at the end of the text do the last two matter.
struct syntax_state {
  bool is_outermost = true;   ///< in no object or array
  bool is_in_object = false;  ///< directly, rather than in an array
  bool is_in_string = false;  ///< or in a name
  bool is_empty = false;      ///< nothing but whitespace was read
};

/// The bytes around an error, in chunks of any size: always the same ones, however the text is cut.
class syntax_evidence {
 public:
  /// So many bytes are kept from the error on: the longest field name, and what follows it.
  static constexpr std::size_t after_capacity = 40;
  /// So many bytes are kept before an error.
  static constexpr std::size_t before_capacity = 8;

  constexpr syntax_evidence() noexcept {
    if (std::is_constant_evaluated()) {
      for (char& each : tail_) each = 0;
      for (char& each : after_) each = 0;
    }
  }

  /// Another text begins.
  constexpr void clear() noexcept { tail_size_ = after_size_ = 0; }

  /// Keeps the end of a chunk that was read without an error.
  constexpr void remember(std::string_view chunk) noexcept {
    if (chunk.size() < tail_capacity) return remember_short(chunk);
    std::char_traits<char>::copy(tail_, chunk.data() + (chunk.size() - tail_capacity),
                                 tail_capacity);
    tail_size_ = tail_capacity;
  }

  /// An error was found in `chunk`, which begins at `chunk_offset`, and blames the byte at `offset`, which may
  /// be in an earlier chunk.
  FEISHU_HELPDESK_COMPACT constexpr void begin(std::string_view chunk, std::size_t chunk_offset,
                                               std::size_t offset) noexcept {
    after_size_ = 0;
    if (offset < chunk_offset) {
      const std::size_t missing = chunk_offset - offset;
      const std::size_t kept = missing < tail_size_ ? missing : tail_size_;
      tail_size_ = static_cast<std::uint8_t>(tail_size_ - kept);
      add({tail_ + tail_size_, kept});
      add(chunk);
      return;
    }
    remember(chunk.substr(0, offset - chunk_offset));
    add(chunk.substr(offset - chunk_offset));
  }

  /// Keeps what follows the error, as far as it matters.
  FEISHU_HELPDESK_COMPACT constexpr void add(std::string_view chunk) noexcept {
    for (const char c : chunk) {
      if (is_full()) return;
      after_[after_size_++] = c;
    }
  }

  /// Whether more of the text would not be kept.
  [[nodiscard]] constexpr bool is_full() const noexcept { return after_size_ == after_capacity; }

  /// The last bytes before the error.
  [[nodiscard]] constexpr std::string_view before() const noexcept {
    const std::size_t size = tail_size_ < before_capacity ? tail_size_ : before_capacity;
    return {tail_ + (tail_size_ - size), size};
  }
  /// The bytes from the error on.
  [[nodiscard]] constexpr std::string_view after() const noexcept { return {after_, after_size_}; }

 private:
  // An error blames at most the beginning of an escaped surrogate pair that is being read.
  static constexpr std::size_t tail_capacity = before_capacity + 12;

  FEISHU_HELPDESK_COMPACT constexpr void remember_short(std::string_view chunk) noexcept {
    const std::size_t room = tail_capacity - chunk.size();
    const std::size_t kept = tail_size_ < room ? tail_size_ : room;
    for (std::size_t i = 0; i < kept; ++i) tail_[i] = tail_[tail_size_ - kept + i];
    for (std::size_t i = 0; i < chunk.size(); ++i) tail_[kept + i] = chunk[i];
    tail_size_ = static_cast<std::uint8_t>(kept + chunk.size());
  }

  std::uint8_t tail_size_ = 0;
  std::uint8_t after_size_ = 0;
  char tail_[tail_capacity];
  char after_[after_capacity];
};

}  // namespace feishu::helpdesk::detail

#endif
