#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_STRINGS_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_STRINGS_HPP

#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/cards.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

/// The texts that fields hold: good ones, bad ones, and any.
namespace feishu::helpdesk::fuzz {

// --- time stamps ---

/// A time stamp in milliseconds, within what is plausible.
[[nodiscard]] inline std::string timestamp(choices& from) {
  constexpr std::uint64_t span =
      helpdesk::detail::least_microseconds - helpdesk::detail::least_milliseconds;
  return std::to_string(helpdesk::detail::least_milliseconds +
                        static_cast<std::int64_t>(from.number(6) % span));
}

/// One in seconds or less, or in microseconds or more; maybe with zeros in front.
[[nodiscard]] inline std::string timestamp_in_other_units(choices& from) {
  constexpr std::uint64_t least = helpdesk::detail::least_microseconds;
  constexpr std::uint64_t highest = std::numeric_limits<std::int64_t>::max();
  std::string text(from.flag() ? from.below(20) : 0, '0');
  const std::uint64_t number = from.flag() ? least + from.number(8) % (highest - least + 1)
                                           : from.number(5) % helpdesk::detail::least_milliseconds;
  return text += std::to_string(number);
}

/// What is neither empty nor a number of 64 bits in decimal digits.
[[nodiscard]] inline std::string invalid_timestamp(choices& from) {
  constexpr std::string_view samples[] = {
      "2021-07-15",         " 1626332244719", "1626332244719 ",
      "-1626332244719",     "+1626332244719", "1626332244.719",
      "0x17aa8b8fcef",      "1626332244719L", "１６２６３３２２４４７１９",
      "9223372036854775808"};
  switch (from.below(3)) {
    case 0: return std::string(from.pick(samples));
    case 1: {
      std::string digits(20 + from.below(20), '1');
      digits.back() = static_cast<char>('0' + from.below(10));
      return digits;
    }
    default: {
      std::string text;
      write_characters(text, from);
      return text += "-";
    }
  }
}

// --- ids ---

/// Text that is not empty and does not begin with `prefix`.
[[nodiscard]] inline std::string id_without(std::string_view prefix, choices& from) {
  constexpr std::string_view samples[] = {"ou_1", "on_1", "oc_1", "od-1", "OU_1", "o", "7"};
  std::string id(from.pick(samples));
  if (from.flag()) {
    id.clear();
    write_characters(id, from);
  }
  return id.starts_with(prefix) ? '.' + id : id;
}

/// Decimal digits, at least one.
[[nodiscard]] inline std::string digits(choices& from) {
  return from.flag() ? "6981801914270744596" : std::to_string(from.number(8));
}

// --- any kind ---

/// Returns a text with a template expression.
[[nodiscard]] inline std::string unfilled_template(choices& from) {
  constexpr std::string_view samples[] = {"${name}", "{{name}}", "{{ .Name }}", "${{name}}",
                                          "{${x}"};
  std::string text;
  if (from.flag()) text += "$} {";
  text += from.pick(samples);
  if (from.flag()) text += "}{{";
  return text;
}

/// A text that a field of this kind may have: of a card, that is well-formed, of a time stamp, a number
/// or nothing. It is UTF-8, and empty only where `may_be_empty`.
[[nodiscard]] inline std::string legal_text(field_kind kind, bool may_be_empty, choices& from) {
  constexpr std::string_view samples[] = {
      "Welcome", "新员工培训 🎉", "\"quoted\"\\\n\t/",
      "ou_1",    "null",          "\u202edrawkcab"};  // NOLINT(misc-misleading-bidirectional)
  const auto id = [&](std::string_view prefix) {
    return from.byte() % 8 == 1 ? id_without(prefix, from)
                                : std::string(prefix) + std::to_string(from.number(4));
  };
  if (may_be_empty && from.byte() % 8 == 1) return {};
  switch (kind) {
    case field_kind::card: return card(from);
    case field_kind::timestamp:
      return from.byte() % 8 == 1 ? timestamp_in_other_units(from) : timestamp(from);
    case field_kind::notification_id: return digits(from);
    case field_kind::job_name:
      if (from.byte() % 8 == 1) return unfilled_template(from);
      break;
    case field_kind::user_id: return id(from.flag() ? "on_" : "ou_");
    case field_kind::department_id: return id("od-");
    case field_kind::chat_id: return id(helpdesk::detail::chat_id_prefix);
    default: break;
  }
  if (!from.flag()) return std::string(from.pick(samples));
  std::string text;
  write_characters(text, from);
  return text;
}

/// Any text at all, among it what a field of this kind should hold, and what it must not; it may be no
/// UTF-8. Of arbitrary bytes there are at most as many as `from` has.
[[nodiscard]] inline std::string any_text(field_kind kind, choices& from) {
  switch (from.below(8)) {
    case 0: return {};
    case 1: return std::string(from.bytes(from.below(from.left() + 1)));
    case 2: return invalid_timestamp(from);
    case 3: return ill_formed_card(from);
    case 4: return id_without(helpdesk::detail::chat_id_prefix, from);
    case 5: return legal_text(field_kind::string, true, from);
    default: return legal_text(kind, true, from);
  }
}

}  // namespace feishu::helpdesk::fuzz

#endif
