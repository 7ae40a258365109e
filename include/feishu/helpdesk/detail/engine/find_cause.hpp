#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_FIND_CAUSE_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_FIND_CAUSE_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/bare_word.hpp>
#include <feishu/helpdesk/detail/reader/escape.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/detail/reader/syntax_evidence.hpp>
#include <feishu/helpdesk/detail/unicode.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The usual causes of syntax errors, recognised from the bytes around them. Runs only after an error.
namespace feishu::helpdesk::detail {

/// Recognises the cause of one error.
class cause_finder {
 public:
  /// Of the error of a reader, from what surrounds it.
  constexpr cause_finder(const reader& failed, const syntax_evidence& around) noexcept
      : error_(failed.error()),
        offset_(failed.error_offset()),
        state_(failed.error_state()),
        before_(around.before()),
        after_(around.after()) {}

  /// Returns what a message needs: what was found, and the usual cause of that if it is nearly certain.
  [[nodiscard]] constexpr message_args find() const noexcept {
    message_args result{.reason = error_};
    if (error_ == syntax_error::end_of_text) {
      result.cause = cause_of_end();
      return result;
    }
    if (after_.empty() || error_ == syntax_error::too_deep) return result;
    result.found = character_at(after_);
    switch (error_) {
      case syntax_error::bad_utf8: result.cause = syntax_cause::not_utf8; break;
      case syntax_error::bad_escape: find_escape(result); break;
      case syntax_error::control_character:
        result.cause = encoding_at_beginning();
        if (result.cause == syntax_cause::unknown) result.cause = cause_of_control_character();
        break;
      case syntax_error::lone_surrogate:
        if (after_.size() >= 6) result.found = static_cast<std::int32_t>(code_unit(&after_[2]));
        break;
      default: find_token(result); break;
    }
    return result;
  }

 private:
  // --- characters ---

  FEISHU_HELPDESK_COMPACT static constexpr std::int32_t character_at(
      std::string_view text) noexcept {
    const auto lead = static_cast<unsigned char>(text[0]);
    utf8_checker checker;
    std::int32_t value = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (!checker.accept(byte)) break;
      value = value << 6 | (byte & 0x3f);
      if (!checker.is_whole()) continue;
      const std::size_t length = character_length(text[0]);
      // The first byte has fewer bits of the code point, the more follow.
      return length == 1 ? lead : value & ((1 << (5 * length + 1)) - 1);
    }
    return first_stray_byte + lead;
  }

  [[nodiscard]] constexpr bool follows(char c) const noexcept { return before_.ends_with(c); }

  [[nodiscard]] constexpr bool is_after_value() const noexcept {
    return error_ == syntax_error::expected_comma_or_end;
  }

  // Whether the text does not even begin as JSON does.
  [[nodiscard]] constexpr bool is_at_beginning() const noexcept {
    return state_.is_outermost &&
           (error_ == syntax_error::expected_value || error_ == syntax_error::bad_literal);
  }

  // The last byte before the error and before `skipped` bytes that is not whitespace; 0 if none is known.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr char last_before(
      std::size_t skipped) const noexcept {
    std::size_t i = before_.size() - skipped;
    while (i > 0 && is_whitespace(before_[i - 1])) --i;
    return i > 0 ? before_[i - 1] : '\0';
  }

  // --- whole texts ---

  [[nodiscard]] constexpr syntax_cause cause_of_end() const noexcept {
    if (state_.is_empty) return syntax_cause::empty;
    if (state_.is_in_string) return syntax_cause::unclosed_string;
    if (state_.is_outermost) return syntax_cause::unknown;
    return state_.is_in_object ? syntax_cause::unclosed_object : syntax_cause::unclosed_array;
  }

  // UTF-16 and UTF-32 are known by where the zeros are in the first four bytes, or by their byte-order mark.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause encoding_at_beginning()
      const noexcept {
    constexpr std::size_t enough = 4;
    if (offset_ >= enough || error_ == syntax_error::trailing_text) return syntax_cause::unknown;
    unsigned char first[enough]{1, 1, 1, 1};
    for (std::size_t i = 0; i < enough; ++i) {
      const std::size_t place = i - offset_;
      if (i < offset_) first[i] = static_cast<unsigned char>(before_[i]);
      if (i >= offset_ && place < after_.size()) {
        first[i] = static_cast<unsigned char>(after_[place]);
      }
    }
    const auto [a, b, c, d] = first;
    const bool is_marked = (a == 0xff && b == 0xfe) || (a == 0xfe && b == 0xff);
    if ((a == 0 && b == 0) || (!is_marked && a != 0 && b == 0 && c == 0 && d == 0) ||
        (a == 0xff && b == 0xfe && c == 0 && d == 0)) {
      return syntax_cause::utf32;
    }
    if (is_marked || a == 0 || b == 0) return syntax_cause::utf16;
    return a == 0xef && b == 0xbb && c == 0xbf ? syntax_cause::byte_order_mark
                                               : syntax_cause::unknown;
  }

  // --- within strings ---

  // A line break after a comma: most likely the quote before the comma was forgotten.
  [[nodiscard]] constexpr syntax_cause cause_of_control_character() const noexcept {
    const bool is_line_break = after_[0] == '\n' || after_[0] == '\r';
    return is_line_break && follows(',') ? syntax_cause::missing_end_quote
                                         : syntax_cause::control_character;
  }

  constexpr void find_escape(message_args& result) const noexcept {
    if (after_.size() < 2) return;
    result.found = character_at(after_.substr(1));
    result.cause = after_[1] == 'u'    ? syntax_cause::unicode_escape
                   : after_[1] == '\'' ? syntax_cause::escaped_apostrophe
                                       : syntax_cause::backslash;
  }

  // --- between tokens ---

  FEISHU_HELPDESK_COMPACT constexpr void find_token(message_args& result) const noexcept {
    result.cause = encoding_at_beginning();
    if (result.cause != syntax_cause::unknown) return;
    constexpr std::string_view gzip = "\x1f\x8b";
    if (is_at_beginning() && after_.starts_with(gzip)) {
      result.cause = syntax_cause::compressed;
      return;
    }
    const bool follows_string = is_after_value() && follows('"') && after_[0] != '/';
    const bool is_number = error_ == syntax_error::bad_number;  // its minus is not a comment's
    for (const syntax_pattern& each : syntax_prefixes) {
      if (!follows_string && !is_number && after_.starts_with(each.text)) {
        result.cause = each.cause;
        if (each.text.size() > 1) result.detail = each.text;
        return;
      }
    }
    if (is_letter(after_[0])) {
      find_word(result);
    } else if (static_cast<unsigned char>(after_[0]) >= 0x80 || after_[0] < 0x20) {
      result.cause = cause_of_character(result.found);
      if (result.cause == syntax_cause::unknown) result.cause = cause_of_unquoted();
    } else {
      result.cause = cause_of_punctuation();
    }
    if (result.cause == syntax_cause::unknown) result.cause = cause_of_neighbours();
  }

  FEISHU_HELPDESK_COMPACT static constexpr syntax_cause cause_of_character(
      std::int32_t found) noexcept {
    if (found >= first_stray_byte) return syntax_cause::not_utf8;
    if (found == '\v' || found == '\f' || found == 0x85) return syntax_cause::foreign_space;
    const auto code_point = static_cast<unsigned>(found);
    if (is_foreign_space(code_point)) return syntax_cause::foreign_space;
    if (is_invisible(code_point)) return syntax_cause::invisible_character;
    const char meant = similar_ascii(found);
    if (meant == '\0') return syntax_cause::unknown;
    return meant == '"' ? syntax_cause::curly_quote : syntax_cause::full_width;
  }

  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_punctuation()
      const noexcept {
    const char c = after_[0];
    const bool wants_value = error_ == syntax_error::expected_value;
    const bool wants_name = error_ == syntax_error::expected_name;
    const bool wants_first_value = wants_value && state_.is_outermost;
    if (error_ == syntax_error::bad_number) return cause_of_number();
    if (error_ == syntax_error::trailing_text) return cause_of_trailing(c);
    if (c == '}' || c == ']') return cause_of_closing(c);
    if (error_ == syntax_error::expected_colon && c == ',') return syntax_cause::missing_value;
    if (is_after_value() && c == ';') return syntax_cause::semicolon;
    if (is_after_value() && c == '+') return syntax_cause::expression;
    if (!wants_value && !wants_name) return syntax_cause::unknown;
    if (wants_name && is_digit(c)) return syntax_cause::unquoted_name;
    switch (c) {
      case '\'':
        if (wants_first_value && after_.size() > 1 && begins_json(after_[1])) {
          return syntax_cause::quoted_text;
        }
        return follows('{') || follows('[') ? syntax_cause::python_dict
                                            : syntax_cause::single_quote;
      case '<': return state_.is_outermost ? syntax_cause::markup : syntax_cause::placeholder;
      case '(': return wants_value ? syntax_cause::expression : syntax_cause::unknown;
      case '*': return wants_first_value ? syntax_cause::plain_text : syntax_cause::unknown;
      case '@': return wants_first_value ? syntax_cause::file_name : syntax_cause::unknown;
      case '%':
      case '{': return follows('{') ? syntax_cause::placeholder : syntax_cause::unknown;
      case ',':
        if (wants_first_value) return syntax_cause::unknown;
        return wants_value && state_.is_in_object ? syntax_cause::missing_value
                                                  : syntax_cause::extra_comma;
      case '+':
      case '.': return wants_value ? syntax_cause::number_form : syntax_cause::unknown;
      default: return syntax_cause::unknown;
    }
  }

  // What may follow an opening quotation mark that does not belong to the JSON after it.
  static constexpr bool begins_json(char c) noexcept {
    return c == '{' || c == '[' || is_whitespace(c);
  }

  // A minus without a number, at the beginning: of YAML, or of an option of a command.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_number() const noexcept {
    if (!state_.is_outermost || !follows('-')) return syntax_cause::number_form;
    if (after_.starts_with("--") || after_[0] == ' ') return syntax_cause::yaml;
    if (after_.starts_with("d ") || after_.starts_with("-data")) return syntax_cause::command;
    return syntax_cause::number_form;
  }

  // More after the whole value.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_trailing(
      char c) const noexcept {
    if (c == '}' || c == ']') return syntax_cause::extra_bracket;
    if (c == '{' || c == '[' || c == ',') return syntax_cause::second_value;
    const char last = last_before(0);
    if (last == '"' && c == ':') return syntax_cause::missing_brace;
    return is_word(last) ? syntax_cause::plain_text : syntax_cause::trailing_content;
  }

  // A letter of any language where a name or a string in quotes is expected.
  [[nodiscard]] constexpr syntax_cause cause_of_unquoted() const noexcept {
    if (error_ == syntax_error::expected_name) return syntax_cause::unquoted_name;
    if (error_ != syntax_error::expected_value && error_ != syntax_error::bad_literal) {
      return syntax_cause::unknown;
    }
    return state_.is_outermost ? syntax_cause::plain_text : syntax_cause::unquoted_value;
  }

  // A closing bracket where none belongs, while something is open or not.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_closing(
      char c) const noexcept {
    if (state_.is_outermost) return syntax_cause::extra_bracket;
    if ((c == '}') != state_.is_in_object) return syntax_cause::mismatched_bracket;
    if (error_ == syntax_error::expected_name) return syntax_cause::trailing_comma;
    if (error_ == syntax_error::expected_colon) return syntax_cause::missing_value;
    if (error_ != syntax_error::expected_value) return syntax_cause::unknown;
    return state_.is_in_object ? syntax_cause::missing_value : syntax_cause::trailing_comma;
  }

  // What stands next to the end of a value, without a comma.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr syntax_cause cause_of_neighbours()
      const noexcept {
    const char c = after_[0];
    if (error_ == syntax_error::trailing_text) return cause_of_trailing(c);
    if (error_ == syntax_error::expected_colon) {
      // In `"job_name: "x"` the second quote closes the name.
      return follows('"') && last_before(1) == ':' ? syntax_cause::missing_name_quote
                                                   : syntax_cause::missing_colon;
    }
    if (!is_after_value()) return syntax_cause::unknown;
    constexpr std::string_view after_string = ":;=,}]";
    if (follows('"') && after_string.find(c) == std::string_view::npos) {
      const char last = last_before(1);
      return last == '{' || last == '[' ? syntax_cause::unescaped_json
                                        : syntax_cause::unescaped_quote;
    }
    if (!before_.empty() && is_word(before_.back()) && (is_word(c) || c == '-' || c == ':')) {
      return follows('0') && (c == 'x' || c == 'X') ? syntax_cause::number_form
                                                    : syntax_cause::unquoted_value;
    }
    const bool begins_value = c == '"' || c == '{' || c == '[' || is_digit(c);
    return begins_value ? syntax_cause::missing_comma : syntax_cause::unknown;
  }

  // --- words ---

  // A letter, where none belongs. Of a literal the reader may have taken the beginning.
  FEISHU_HELPDESK_COMPACT constexpr void find_word(message_args& result) const noexcept {
    if (error_ == syntax_error::expected_value && follows('[') &&
        after_.starts_with(javascript_object_text.substr(1))) {
      result.cause = syntax_cause::javascript_object;
      result.detail = javascript_object_text;
      return;
    }
    // The word, up to more bytes than the longest has.
    char word[sizeof "undefined"]{};
    std::size_t size = 0;
    std::size_t taken = 0;
    if (error_ == syntax_error::bad_literal) {
      while (taken < before_.size() && is_word(before_[before_.size() - 1 - taken])) ++taken;
    }
    const auto add = [&](char c) {
      if (size < sizeof word) word[size++] = c;
    };
    for (std::size_t i = taken; i > 0; --i) add(before_[before_.size() - i]);
    std::size_t left = 0;
    for (; left < after_.size() && (is_word(after_[left]) || after_[left] == '.'); ++left) {
      add(after_[left]);
    }
    for (const syntax_pattern& each : syntax_words) {
      if (each.text == std::string_view(word, size)) {
        result.cause = each.cause;
        result.detail = each.text;
        return;
      }
    }
    const std::string_view rest = after_.substr(left);
    if (is_at_beginning()) {
      result.cause = cause_of_first_word({word, size}, after_.substr(0, left), rest);
    } else if (error_ == syntax_error::bad_number) {
      result.cause = cause_of_number();
    } else if (error_ == syntax_error::expected_name) {
      result.cause = cause_of_bare_name(rest);
    } else {
      result.cause = cause_of_unquoted();
      const bool is_call = rest.starts_with('(') || std::string_view(word, size) == "new";
      if (result.cause != syntax_cause::unknown && is_call) result.cause = syntax_cause::expression;
    }
  }

  syntax_error error_;
  std::size_t offset_;
  syntax_state state_;
  std::string_view before_;
  std::string_view after_;
};

/// Returns what a message about the error of a reader needs.
[[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr message_args args_of_error(
    const reader& failed, const syntax_evidence& around) noexcept {
  return cause_finder(failed, around).find();
}

}  // namespace feishu::helpdesk::detail

#endif
