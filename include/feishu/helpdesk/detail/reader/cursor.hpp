#ifndef FEISHU_HELPDESK_DETAIL_READER_CURSOR_HPP
#define FEISHU_HELPDESK_DETAIL_READER_CURSOR_HPP

#include <feishu/helpdesk/detail/config.hpp>

#include <cstddef>
#include <string_view>

/// Where a piece of text stands in its source.
namespace feishu::helpdesk::detail {

/// A place in a chunk that is being read, and the chunk's place in the whole text.
struct cursor {
  const char* p;             ///< the next byte
  const char* end;           ///< of the chunk
  const char* begin;         ///< of the chunk
  std::size_t begin_offset;  ///< of the chunk, in the whole text

  /// At the beginning of a chunk, which stands at `offset` of the whole text.
  constexpr cursor(std::string_view chunk, std::size_t offset) noexcept
      : p(chunk.data()), end(p + chunk.size()), begin(p), begin_offset(offset) {}

  /// Whether the chunk is used up.
  [[nodiscard]] constexpr bool at_end() const noexcept { return p == end; }
  /// Where a place of the chunk stands in the whole text.
  [[nodiscard]] constexpr std::size_t offset_of(const char* place) const noexcept {
    return begin_offset + static_cast<std::size_t>(place - begin);
  }
  /// Where the next byte stands in the whole text.
  [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_of(p); }
};

/// Where a piece of unescaped text comes from.
struct origin {
  std::string_view source{};  ///< the piece as it was written, escapes and all
  std::size_t offset = 0;     ///< of its first byte
  bool has_escapes = false;   ///< whether the source is not the piece itself
  // Where a late byte of the piece stands in the source, so that what follows is found soon.
  std::size_t known_index = 0;  ///< of a late byte, in the piece
  std::size_t known_place = 0;  ///< of the same byte, in the source

  /// Stores the offsets in the source of the piece's bytes from `first` to before `last`; of an escape,
  /// that of its backslash. Linear where there are escapes.
  FEISHU_HELPDESK_COMPACT constexpr void store_offsets(std::size_t first, std::size_t last,
                                                       std::size_t* to) const noexcept {
    if (!has_escapes) {
      for (std::size_t i = first; i < last; ++i) *to++ = offset + i;
      return;
    }
    const bool is_late = first >= known_index;
    std::size_t place = is_late ? known_place : 0;
    std::size_t index = is_late ? known_index : 0;
    while (index < last) {
      std::size_t written = 1;
      std::size_t yields = 1;
      if (place >= source.size()) {
        yields = last - index;  // the source is not at hand: all of it comes from one escape
      } else if (source[place] == '\\') {
        measure_escape(source.substr(place), written, yields);
      }
      for (std::size_t i = 0; i < yields && index < last; ++i, ++index) {
        if (index >= first) *to++ = offset + place;
      }
      place += written;
    }
  }

  /// The offset in the source of the piece's byte at `index`.
  [[nodiscard]] constexpr std::size_t offset_of(std::size_t index) const noexcept {
    if (!has_escapes) return offset + index;
    std::size_t found = offset;
    store_offsets(index, index + 1, &found);
    return found;
  }

 private:
  // How many bytes a whole, legal escape takes, and how many of UTF-8 it stands for.
  FEISHU_HELPDESK_COMPACT static constexpr void measure_escape(std::string_view escape,
                                                               std::size_t& written,
                                                               std::size_t& yields) noexcept {
    written = escape[1] == 'u' ? 6 : 2;
    if (written == 2) return;
    const auto is = [&](std::size_t i, std::string_view digits) {
      return digits.find(escape[i]) != std::string_view::npos;
    };
    if (is(2, "0") && is(3, "0") && is(4, "01234567")) return;
    yields = is(2, "0") && is(3, "01234567") ? 2 : 3;
    if (is(2, "dD") && is(3, "89abAB")) {
      written = 12;
      yields = 4;
    }
  }
};

}  // namespace feishu::helpdesk::detail

#endif
