#ifndef FEISHU_HELPDESK_CURSOR_HPP
#define FEISHU_HELPDESK_CURSOR_HPP

#include <cstddef>
#include <string_view>

/// Where a piece of text stands in its source.
namespace feishu::helpdesk {

/// A place in a chunk that is being read, and the chunk's place in the whole text.
struct cursor {
  const char* p;
  const char* end;
  const char* begin;
  std::size_t begin_offset;

  constexpr cursor(std::string_view chunk, std::size_t offset) noexcept
      : p(chunk.data()), end(p + chunk.size()), begin(p), begin_offset(offset) {}

  [[nodiscard]] constexpr bool at_end() const noexcept { return p == end; }
  [[nodiscard]] constexpr std::size_t offset_of(const char* place) const noexcept {
    return begin_offset + static_cast<std::size_t>(place - begin);
  }
  [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_of(p); }
};

/// Where a piece of unescaped text comes from.
struct origin {
  std::string_view source{};  // the piece as it was written, escapes and all
  std::size_t offset = 0;     // of its first byte
  bool has_escapes = false;

  /// The offset in the source of the piece's byte at `index`: for an escape, of its backslash. Linear
  /// where there are escapes.
  [[nodiscard]] constexpr std::size_t offset_of(std::size_t index) const noexcept {
    if (!has_escapes) return offset + index;
    std::size_t at = 0;
    for (std::size_t made = 0; at < source.size();) {
      std::size_t written = 1;
      std::size_t yields = 1;
      if (source[at] == '\\') measure_escape(source.substr(at), written, yields);
      made += yields;
      if (made > index) break;
      at += written;
    }
    return offset + at;
  }

 private:
  // How many bytes a whole, legal escape takes, and how many of UTF-8 it stands for.
  static constexpr void measure_escape(std::string_view escape, std::size_t& written,
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

}  // namespace feishu::helpdesk

#endif
