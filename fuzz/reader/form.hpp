// The forms in which the library reads: by blocks of what the processor has, by words where it has none
// that we know of, and plainly, as in constant expressions. They live in one program, each in a
// namespace of its own.

#ifndef FEISHU_HELPDESK_FUZZ_READER_FORM_HPP
#define FEISHU_HELPDESK_FUZZ_READER_FORM_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace fuzz {

// What a handler heard of a text that came in chunks, and how the text ended.
struct heard {
  std::string log{};
  bool is_accepted = false;
  std::size_t error = 0;
  std::size_t error_offset = 0;

  bool operator==(const heard&) const = default;
};

// Handlers: one for every event, one that takes names and strings whole where they can be had, one that
// wants strings as they were written, and one that says stop within a text, after a while.
enum class listening { piecemeal, whole, as_written, for_a_while };

namespace by_blocks {
heard read(std::string_view text, std::size_t chunk, listening how);
std::string validate(std::string_view body);
}  // namespace by_blocks

namespace by_words {
heard read(std::string_view text, std::size_t chunk, listening how);
std::string validate(std::string_view body);
}  // namespace by_words

namespace plainly {
heard read(std::string_view text, std::size_t chunk, listening how);
std::string validate(std::string_view body);
}  // namespace plainly

}  // namespace fuzz

#endif
