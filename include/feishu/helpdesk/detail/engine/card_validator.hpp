#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_CARD_VALIDATOR_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_CARD_VALIDATOR_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/find_cause.hpp>
#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/reader/syntax_evidence.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// What is validated of `push_content`: that it is the text of one JSON object, which kind of card it
/// declares, and its size.
namespace feishu::helpdesk::detail {

/// The size that is stated for cards in messages, in bytes of UTF-8.
inline constexpr std::size_t card_size_limit = std::size_t{30} * 1024;

/// What a card says of itself.
enum class card_kind : std::uint8_t { plain, version_2, template_card };

/// Reads a card's text, which is UTF-8, in pieces, and keeps none of it.
class card_checker {
 public:
  /// Begins another card.
  constexpr void begin() noexcept {
    reader_.begin();
    fields_.begin();
    evidence_.clear();
    error_ = syntax_error::none;
    size_ = 0;
    has_begun_ = false;
  }

  constexpr card_checker() noexcept {
    if (std::is_constant_evaluated()) {
      for (std::size_t& each : tail_) each = 0;
    }
  }

  /// Takes the next piece of the card's text. Whatever is wrong is kept.
  constexpr void write(std::string_view piece, const origin& from) noexcept {
    const std::size_t before = size_;
    size_ += piece.size();
    if (error_ != syntax_error::none) return evidence_.add(piece);
    if (!has_begun_) find_beginning(piece, from);
    if (!reader_.write(piece, fields_, before)) {
      error_ = reader_.error();
      error_offset_ = offset_of(reader_.error_offset(), before, from);
      evidence_.begin(piece, before, reader_.error_offset());
      return;
    }
    // What is wrong after an object has nothing to do with its last bytes.
    if (reader_.is_complete() && fields_.root_is_object) {
      evidence_.clear();
    } else {
      evidence_.remember(piece);
    }
    if (reader_.is_within_character()) remember_tail(before, from);
  }

  /// Says that the text ends at offset `end`.
  constexpr void finish(std::size_t end) noexcept {
    if (error_ != syntax_error::none) return;
    if (!reader_.finish(fields_, size_)) {
      error_ = reader_.error();
      error_offset_ = end;
    } else if (!fields_.root_is_object) {
      error_ = syntax_error::not_an_object;
      error_offset_ = beginning_;
    }
  }

  /// Why it is no card; `none` if it is one.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// What a message about that needs.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr message_args error_args() const noexcept {
    if (error_ != syntax_error::not_an_object) return args_of_error(reader_, evidence_);
    const bool is_encoded_twice = first_ == '"' && fields_.root_begins_object();
    return {.reason = error_,
            .cause = is_encoded_twice ? syntax_cause::encoded_twice : syntax_cause::unknown,
            .found = first_};
  }

  /// In the text that the pieces come from.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }
  /// In bytes, unescaped.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

  /// The kind of a well-formed card. Where a field stands twice, the last one counts.
  [[nodiscard]] constexpr card_kind kind() const noexcept {
    if (fields_.schema_is_2) return card_kind::version_2;
    return fields_.type_is_template ? card_kind::template_card : card_kind::plain;
  }

  /// Whether the text is that of a notification: one JSON object, with a field that other objects do not have.
  [[nodiscard]] constexpr bool contains_notification() const noexcept {
    return error_ == syntax_error::none && fields_.has_notification_field;
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
    char bytes_
        [sizeof "new_staff_scope_department_list"]{};  // the longest word that is looked for, and one more
    std::size_t size_ = 0;
  };

  // Listens for `schema` and `type` of the outermost object.
  struct root_fields {
    static constexpr encoding known_encoding = encoding::utf8;  // or the body would not be read on

    constexpr bool begin_object(std::size_t) noexcept { return open(true); }
    constexpr bool begin_array(std::size_t) noexcept { return open(false); }
    constexpr bool end_object(std::size_t) noexcept { return close(); }
    constexpr bool end_array(std::size_t) noexcept { return close(); }
    constexpr bool begin_name(std::size_t) noexcept {
      text_.clear();
      return true;
    }
    constexpr bool name_text(std::string_view piece) noexcept { return gather(piece); }
    constexpr bool end_name() noexcept { return name(0, text_.text()); }
    constexpr bool name(std::size_t, std::string_view whole) noexcept {
      if (depth != 1) return true;
      named = whole == "schema" ? root_field::schema
              : whole == "type" ? root_field::type
                                : root_field::other;
      if (named == root_field::other && is_distinctive(whole)) has_notification_field = true;
      return true;
    }
    [[nodiscard]] constexpr bool wants_escapes_decoded() const noexcept { return depth <= 1; }
    constexpr bool begin_string(std::size_t) noexcept {
      text_.clear();
      return begin_value(false);
    }
    constexpr bool string_text(std::string_view piece, const origin&) noexcept {
      return gather(piece);
    }
    constexpr bool end_string(std::size_t) noexcept { return string(0, text_.text(), 0); }
    constexpr bool string(std::size_t, std::string_view whole, std::size_t) noexcept {
      begin_value(false);
      if (depth != 1) return depth != 0 || keep_root(whole);
      if (named == root_field::schema) schema_is_2 = whole == "2.0";
      if (named == root_field::type) type_is_template = whole == "template";
      return true;
    }
    constexpr bool number(std::size_t, const number_token&) noexcept { return begin_value(false); }
    constexpr bool boolean(std::size_t) noexcept { return begin_value(false); }
    constexpr bool null(std::size_t) noexcept { return begin_value(false); }

    FEISHU_HELPDESK_COMPACT constexpr bool keep_root(std::string_view whole) noexcept {
      text_.append(whole);
      return true;
    }
    constexpr bool begin_value(bool is_object) noexcept {
      if (depth == 0) {
        root_is_object = is_object;
      } else if (depth == 1) {
        if (named == root_field::schema) schema_is_2 = false;
        if (named == root_field::type) type_is_template = false;
      }
      return true;
    }
    constexpr bool gather(std::string_view piece) noexcept {
      if (depth <= 1) text_.append(piece);
      return true;
    }
    constexpr bool open(bool is_object) noexcept {
      begin_value(is_object);
      ++depth;
      return true;
    }
    constexpr bool close() noexcept {
      --depth;
      return true;
    }

    // Whether the root, which is a string, looks like an object inside.
    [[nodiscard]] constexpr bool root_begins_object() const noexcept {
      const std::string_view text = text_.text();
      for (const char c : text) {
        if (!is_whitespace(c)) return c == '{';
      }
      return false;
    }

    constexpr void begin() noexcept {
      text_.clear();
      named = root_field::other;
      depth = 0;
      root_is_object = false;
      schema_is_2 = false;
      type_is_template = false;
      has_notification_field = false;
    }

    enum class root_field : std::uint8_t { other, schema, type };

    short_text text_{};  // of a name or a string that comes in pieces
    root_field named = root_field::other;
    unsigned depth = 0;
    bool root_is_object = false;
    bool schema_is_2 = false;
    bool type_is_template = false;
    bool has_notification_field = false;
  };

  FEISHU_HELPDESK_COMPACT constexpr void find_beginning(std::string_view piece,
                                                        const origin& from) noexcept {
    const char* const end = piece.data() + piece.size();
    const char* const first = skip_whitespace(piece.data(), end);
    has_begun_ = first != end;
    if (!has_begun_) return;
    beginning_ = from.offset_of(static_cast<std::size_t>(first - piece.data()));
    first_ = *first;
  }

  // The source's offset of what stands at `place` of the card's text.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr std::size_t offset_of(
      std::size_t place, std::size_t before, const origin& from) const noexcept {
    return place >= before ? from.offset_of(place - before) : tail_[place % tail_size];
  }

  // An error in a character that the edge of a chunk cuts is reported at its first byte: keeps where the last few
  // bytes came from.
  FEISHU_HELPDESK_COMPACT constexpr void remember_tail(std::size_t before,
                                                       const origin& from) noexcept {
    const std::size_t first = size_ - before > tail_size ? size_ - tail_size : before;
    std::size_t offsets[tail_size]{};
    from.store_offsets(first - before, size_ - before, offsets);
    for (std::size_t i = first; i < size_; ++i) tail_[i % tail_size] = offsets[i - first];
  }

  static constexpr std::size_t tail_size = 16;  // an escaped surrogate pair is 12 bytes

  reader reader_{};
  root_fields fields_{};
  syntax_error error_ = syntax_error::none;
  std::size_t error_offset_ = 0;
  bool has_begun_ = false;
  char first_ = '\0';          // of the value
  std::size_t beginning_ = 0;  // where the value begins, in the source
  std::size_t size_ = 0;
  std::size_t tail_[tail_size];
  syntax_evidence evidence_{};
};

}  // namespace feishu::helpdesk::detail

#endif
