#ifndef FEISHU_HELPDESK_MODEL_DIAGNOSTIC_HPP
#define FEISHU_HELPDESK_MODEL_DIAGNOSTIC_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/syntax_cause.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// One violation of a rule, as data. Text is made of it later (text/render.hpp).
namespace feishu::helpdesk {

/// What a message needs beside the rule and the place. Which of these are set depends on the rule.
struct message_args {
  std::int64_t number = 0;                     ///< a value, a count of elements, or a size in bytes
  json_type expected = json_type::null;        ///< the schema's
  json_type actual = json_type::null;          ///< the value's
  syntax_error reason = syntax_error::none;    ///< why a text is not JSON
  syntax_cause cause = syntax_cause::unknown;  ///< the usual cause of that
  std::int32_t found = no_character;           ///< where it stopped being JSON
  std::string_view
      detail{};  ///< a word of the wire: a prefix, a version, what was found; always a literal

  bool operator==(const message_args&) const = default;
};

/// One broken rule, and where.
class diagnostic {
 public:
  /// Refers to the rule.
  constexpr diagnostic(const helpdesk::rule& broken, helpdesk::severity effective,
                       std::size_t rule_index, const location& where, std::size_t offset,
                       const message_args& more) noexcept
      : rule_(&broken),
        offset_(offset),
        where_(where),
        more_(more),
        rule_index_(rule_index),
        severity_(effective) {}

  /// The rule that is broken.
  [[nodiscard]] constexpr const helpdesk::rule& rule() const noexcept { return *rule_; }

  /// The rule's severity, or what the caller's policy made of it.
  [[nodiscard]] constexpr helpdesk::severity severity() const noexcept { return severity_; }

  /// The place as a JSON Pointer: `/user_list/3/user_id`; empty for the body as a whole.
  [[nodiscard]] std::string path() const { return where_.pointer(); }

  /// `path() == pointer`, in constant expressions too.
  [[nodiscard]] constexpr bool is_at(std::string_view pointer) const noexcept {
    return where_.is_at(pointer);
  }

  /// The place in the text, in bytes from 0; `npos` where there is none.
  [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_; }

  /// The place in the notification, as a value.
  [[nodiscard]] constexpr const location& where() const noexcept { return where_; }
  /// What a message needs beside.
  [[nodiscard]] constexpr const message_args& args() const noexcept { return more_; }

  /// By offset, then in the order of the catalogue, custom rules last.
  [[nodiscard]] constexpr bool comes_before(const diagnostic& other) const noexcept {
    return offset_ != other.offset_ ? offset_ < other.offset_ : rule_index_ < other.rule_index_;
  }

  /// The rule's index in the table; custom rules follow after `rule_count`.
  [[nodiscard]] constexpr std::size_t rule_index() const noexcept { return rule_index_; }

  bool operator==(const diagnostic&) const = default;

 private:
  const helpdesk::rule* rule_;
  std::size_t offset_;
  location where_;
  message_args more_;
  std::size_t rule_index_;
  helpdesk::severity severity_;
};

/// What a sink returns: whether to look for more diagnostics.
enum class sink_action : std::uint8_t { proceed, stop };

/// Receives diagnostics as they are found: callable with a `diagnostic`, and returns a `sink_action`, or
/// nothing to receive all of them.
template <class Sink>
concept diagnostic_sink = requires(Sink& sink, const diagnostic& found) {
  { sink(found) } -> std::same_as<sink_action>;
} || requires(Sink& sink, const diagnostic& found) {
  { sink(found) } -> std::same_as<void>;
};

}  // namespace feishu::helpdesk

#endif
