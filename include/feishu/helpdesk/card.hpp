#ifndef FEISHU_HELPDESK_CARD_HPP
#define FEISHU_HELPDESK_CARD_HPP

#include <feishu/helpdesk/reader.hpp>
#include <feishu/helpdesk/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What is judged of `push_content`: that it is the text of one JSON object, which kind of card it
/// declares, and its size.
namespace feishu::helpdesk {

/// The size that is stated for cards in messages, in bytes of UTF-8.
inline constexpr std::size_t card_size_limit = 30 * 1024;

/// What a card says of itself.
enum class card_kind : std::uint8_t { plain, version_2, template_card };

/// Reads a card's text in pieces, and keeps none of it.
class card_checker {
 public:
  /// Takes the next piece: `offset` and `step` as for `reader::write`. Whatever is wrong is kept.
  constexpr void write(std::string_view piece, std::size_t offset, std::size_t step) noexcept {
    size_ += piece.size();
    if (error_ == syntax_error::none && !reader_.write(piece, members_, offset, step)) take_error();
  }

  /// Says that the text ends at offset `end`.
  constexpr void finish(std::size_t end) noexcept {
    if (error_ != syntax_error::none) return;
    if (!reader_.finish(members_, end)) {
      take_error();
    } else if (!members_.root_is_object) {
      error_ = syntax_error::not_an_object;
      error_offset_ = members_.root;
    }
  }

  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

  /// The kind of a well-formed card. Where a member stands twice, the last one counts.
  [[nodiscard]] constexpr card_kind kind() const noexcept {
    if (members_.schema_is_2) return card_kind::version_2;
    return members_.type_is_template ? card_kind::template_card : card_kind::plain;
  }

 private:
  // A text of which only the first bytes matter.
  class short_text {
   public:
    constexpr void clear() noexcept { size_ = 0; }
    constexpr void append(std::string_view piece) noexcept {
      for (const char c : piece) {
        if (size_ == sizeof bytes_) return;
        bytes_[size_++] = c;
      }
    }
    [[nodiscard]] constexpr std::string_view text() const noexcept { return {bytes_, size_}; }

   private:
    char bytes_[sizeof "template"]{};  // one more than the longest word that is looked for
    std::size_t size_ = 0;
  };

  // Listens for `schema` and `type` of the outermost object.
  struct root_members {
    constexpr bool begin_object(std::size_t offset) noexcept { return open(offset, true); }
    constexpr bool begin_array(std::size_t offset) noexcept { return open(offset, false); }
    constexpr bool end_object(std::size_t) noexcept { return close(); }
    constexpr bool end_array(std::size_t) noexcept { return close(); }
    constexpr bool begin_name(std::size_t) noexcept {
      if (depth == 1) name.clear();
      return true;
    }
    constexpr bool name_text(std::string_view piece) noexcept {
      if (depth == 1) name.append(piece);
      return true;
    }
    constexpr bool end_name() noexcept { return true; }
    constexpr bool begin_string(std::size_t offset) noexcept {
      value.clear();
      return begin_value(offset, false);
    }
    constexpr bool string_text(std::string_view piece, std::size_t, std::size_t) noexcept {
      if (depth == 1) value.append(piece);
      return true;
    }
    constexpr bool end_string(std::size_t) noexcept {
      if (depth == 1 && root_is_object) {
        if (name.text() == "schema") schema_is_2 = value.text() == "2.0";
        if (name.text() == "type") type_is_template = value.text() == "template";
      }
      return true;
    }
    constexpr bool number(std::size_t offset, const number_token&) noexcept {
      return begin_value(offset, false);
    }
    constexpr bool boolean(std::size_t offset) noexcept { return begin_value(offset, false); }
    constexpr bool null(std::size_t offset) noexcept { return begin_value(offset, false); }

    constexpr bool begin_value(std::size_t offset, bool is_object) noexcept {
      if (depth == 0) {
        root = offset;
        root_is_object = is_object;
      } else if (depth == 1) {
        if (name.text() == "schema") schema_is_2 = false;
        if (name.text() == "type") type_is_template = false;
      }
      return true;
    }
    constexpr bool open(std::size_t offset, bool is_object) noexcept {
      begin_value(offset, is_object);
      ++depth;
      return true;
    }
    constexpr bool close() noexcept {
      --depth;
      return true;
    }

    short_text name{};
    short_text value{};
    unsigned depth = 0;
    std::size_t root = 0;
    bool root_is_object = false;
    bool schema_is_2 = false;
    bool type_is_template = false;
  };

  constexpr void take_error() noexcept {
    error_ = reader_.error();
    error_offset_ = reader_.error_offset();
  }

  reader reader_{};
  root_members members_{};
  syntax_error error_ = syntax_error::none;
  std::size_t error_offset_ = 0;
  std::size_t size_ = 0;
};

}  // namespace feishu::helpdesk

#endif
