#ifndef FEISHU_HELPDESK_REPAIR_DETAIL_SYNTAX_FIXES_HPP
#define FEISHU_HELPDESK_REPAIR_DETAIL_SYNTAX_FIXES_HPP

#include <feishu/helpdesk/detail/reader/escape.hpp>
#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What can surely go from a text that is not JSON: a byte-order mark, and trailing commas.
namespace feishu::helpdesk::detail {

/// Reads the characters of a JSON text, which may stand escaped in a string.
class escaped_characters {
 public:
  /// Of a text, or of the inside of a well-formed string.
  constexpr escaped_characters(std::string_view text, bool is_escaped) noexcept
      : text_(text), is_escaped_(is_escaped) {}

  /// Takes the next character; false at the end.
  constexpr bool next() noexcept {
    begin_ = end_;
    if (begin_ == text_.size()) return false;
    const char* const p = text_.data() + begin_;
    if (is_escaped_ && *p == '\\') {
      const escape found = read_escape(p, text_.data() + text_.size());
      code_ = found.code_point;
      end_ += found.length;
      return found.length != 0;
    }
    constexpr std::string_view mark = "\xef\xbb\xbf";
    const bool is_mark = text_.substr(begin_).starts_with(mark);
    code_ = is_mark ? byte_order_mark : static_cast<unsigned char>(*p);
    end_ += is_mark ? mark.size() : 1;
    return true;
  }

  /// Its code point; of what is not ASCII, nothing but whether it is `byte_order_mark`.
  [[nodiscard]] constexpr unsigned code() const noexcept { return code_; }
  /// Where it begins.
  [[nodiscard]] constexpr std::size_t begin() const noexcept { return begin_; }
  /// How many bytes it takes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return end_ - begin_; }

  static constexpr unsigned byte_order_mark = 0xfeff;  ///< as a code point

 private:
  std::string_view text_;
  bool is_escaped_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  unsigned code_ = 0;
};

/// Returns the edits that remove a byte-order mark at the beginning, and each comma between a value and a
/// closing bracket. Linear.
[[nodiscard]] inline std::vector<text_edit> removals_in(std::string_view text, bool is_escaped) {
  std::vector<text_edit> edits;
  escaped_characters each(text, is_escaped);
  text_edit comma{};
  bool has_comma = false;  // one that may be a trailing one
  bool follows_value = false;
  bool is_in_string = false;
  while (each.next()) {
    const unsigned c = each.code();
    if (is_in_string) {
      if (c == '"') is_in_string = false;
      if (c == '\\') each.next();
      continue;
    }
    if (c < 0x80 && is_whitespace(static_cast<char>(c))) continue;
    if (c == escaped_characters::byte_order_mark && each.begin() == 0) {
      edits.push_back({0, each.size(), {}});
      continue;
    }
    const bool closes = c == '}' || c == ']';
    if (closes && has_comma) edits.push_back(comma);
    has_comma = c == ',' && follows_value;
    if (has_comma) comma = {each.begin(), each.size(), {}};
    is_in_string = c == '"';
    follows_value = closes || (c != '{' && c != '[' && c != ',' && c != ':');
  }
  return edits;
}

/// Returns whether a cause is one that `removals_in` removes.
[[nodiscard]] constexpr bool is_removable(syntax_cause cause) noexcept {
  return cause == syntax_cause::byte_order_mark || cause == syntax_cause::trailing_comma;
}

/// Returns whether a text is JSON.
[[nodiscard]] inline bool is_json(std::string_view text) {
  ignore_events nothing;
  reader reading;
  return reading.write(text, nothing, 0) && reading.finish(nothing, text.size());
}

/// Returns the edits that make JSON of a body, if a byte-order mark and trailing commas are all that is
/// wrong with its syntax; else none. Of what else is wrong with it, there are none either.
[[nodiscard]] inline std::vector<text_edit> syntax_fixes(const diagnostic& d,
                                                         std::string_view body) {
  const bool is_in_question =
      d.rule().violated_when == observed::ill_formed && is_removable(d.args().cause);
  if (!is_in_question) return {};
  std::vector<text_edit> edits = removals_in(body, false);
  return is_json(apply_edits(edits, body)) ? edits : std::vector<text_edit>();
}

/// Returns the same for the fault among these that is one of syntax.
[[nodiscard]] inline std::vector<text_edit> syntax_fixes(const report& found,
                                                         std::string_view body) {
  for (const diagnostic& each : found) {
    std::vector<text_edit> edits = syntax_fixes(each, body);
    if (!edits.empty()) return edits;
  }
  return {};
}

/// Returns the same for the string of a card, whose quotes are at both ends of `written`.
[[nodiscard]] inline std::vector<text_edit> card_syntax_fixes(const diagnostic& d,
                                                              std::string_view written) {
  if (!is_removable(d.args().cause)) return {};
  const std::string_view inside = written.substr(1, written.size() - 2);
  std::vector<text_edit> edits = removals_in(inside, true);
  if (!is_json(unescaped('"' + apply_edits(edits, inside) + '"'))) return {};
  for (text_edit& each : edits) ++each.offset;
  return edits;
}

}  // namespace feishu::helpdesk::detail

#endif
