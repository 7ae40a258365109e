#ifndef FEISHU_HELPDESK_REPAIR_TEXT_EDIT_HPP
#define FEISHU_HELPDESK_REPAIR_TEXT_EDIT_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Changes of a text that leave all else as it was, byte for byte.
namespace feishu::helpdesk {

/// `size` bytes at `offset` are replaced by `text`.
struct text_edit {
  std::size_t offset = 0;  ///< in bytes
  std::size_t size = 0;    ///< in bytes; 0: `text` is inserted
  std::string text{};      ///< that stands there afterwards

  bool operator==(const text_edit&) const = default;
};

/// The text after the edits, which are in order of their offsets and do not overlap.
[[nodiscard]] inline std::string apply_edits(std::span<const text_edit> edits,
                                             std::string_view to) {
  std::string text;
  std::size_t copied = 0;
  for (const text_edit& each : edits) {
    text += to.substr(copied, each.offset - copied);
    text += each.text;
    copied = each.offset + each.size;
  }
  return text += to.substr(copied);
}

/// Returns the edits that do at once what `first` and then `second` do. `second` edits the text after
/// `first`, and `result` is the text after both. Edits that touch become one. Linear.
[[nodiscard]] inline std::vector<text_edit> combine_edits(std::span<const text_edit> first,
                                                          std::span<const text_edit> second,
                                                          std::string_view result) {
  // What was added before, modulo 2^n, by either: offsets are those in the text between the two.
  std::size_t added_by_first = 0;
  std::size_t added_by_second = 0;
  const auto first_begin = [&] { return first.front().offset + added_by_first; };
  std::vector<text_edit> combined;
  while (!first.empty() || !second.empty()) {
    const bool first_is_next =
        second.empty() || (!first.empty() && first_begin() < second.front().offset);
    const std::size_t begin = first_is_next ? first_begin() : second.front().offset;
    std::size_t end = begin;
    const std::size_t offset = begin - added_by_first;
    const std::size_t place = begin + added_by_second;
    const auto extend_to = [&end](std::size_t least) { end = end < least ? least : end; };
    for (;;) {
      if (!first.empty() && first_begin() <= end) {
        const text_edit& each = first.front();
        extend_to(first_begin() + each.text.size());
        added_by_first += each.text.size() - each.size;
        first = first.subspan(1);
      } else if (!second.empty() && second.front().offset <= end) {
        const text_edit& each = second.front();
        extend_to(each.offset + each.size);
        added_by_second += each.text.size() - each.size;
        second = second.subspan(1);
      } else {
        break;
      }
    }
    combined.push_back({offset, end - added_by_first - offset,
                        std::string(result.substr(place, end + added_by_second - place))});
  }
  return combined;
}

}  // namespace feishu::helpdesk

#endif
