#ifndef FEISHU_HELPDESK_REPAIR_TEXT_EDIT_HPP
#define FEISHU_HELPDESK_REPAIR_TEXT_EDIT_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

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

}  // namespace feishu::helpdesk

#endif
