#ifndef FEISHU_HELPDESK_FUZZ_DETAIL_FITTING_HPP
#define FEISHU_HELPDESK_FUZZ_DETAIL_FITTING_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/fuzz/detail/strings.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Values that have the type of their field.
namespace feishu::helpdesk::fuzz {
namespace detail {

template <class Value>
[[nodiscard]] std::string made_of(const field_info& about, choices& from) {
  Value value{};
  notification_maker(from, validity::legal).fill(value, about, true);
  return body_writer(from).value_of(value, about);
}

}  // namespace detail

/// The JSON of a list's elements, one or more, with commas between them.
[[nodiscard]] inline std::string fitting_elements(const object_info& element, choices& from) {
  std::string list;
  switch (element.kind) {
    case object_kind::user:
      list = detail::made_of<std::vector<user>>(info(field::user_list), from);
      break;
    case object_kind::chat:
      list = detail::made_of<std::vector<chat>>(info(field::chat_list), from);
      break;
    default:
      list = detail::made_of<std::vector<department>>(info(field::department_list), from);
      break;
  }
  return list.substr(1, list.size() - 2);
}

/// The JSON of a value that a field might have: of its type, mostly legal by itself. A card is
/// well-formed.
[[nodiscard]] inline std::string fitting_value(const field_info& about, choices& from) {
  const bool is_usual = from.byte() % 4 != 1;
  switch (about.kind) {
    case field_kind::enumeration:
      if (is_usual) return std::to_string(from.pick(about.values).value);
      [[fallthrough]];
    case field_kind::integer: return detail::made_of<std::int32_t>(about, from);
    case field_kind::one_user: return detail::made_of<user>(about, from);
    case field_kind::user_list:
    case field_kind::department_list:
    case field_kind::chat_list:
      return is_usual ? '[' + fitting_elements(*helpdesk::detail::object_in(about.kind), from) + ']'
                      : "[]";
    default: break;
  }
  const bool holds_card = about.kind == field_kind::card;
  std::string text = legal_text(about.kind, !holds_card, from);
  if (!is_usual && !holds_card) {
    if (std::string any = any_text(about.kind, from); helpdesk::detail::is_utf8(any)) {
      text = std::move(any);
    }
  }
  std::string written;
  write_string(written, text, from);
  return written;
}

}  // namespace feishu::helpdesk::fuzz

#endif
