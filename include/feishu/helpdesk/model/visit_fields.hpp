#ifndef FEISHU_HELPDESK_MODEL_VISIT_FIELDS_HPP
#define FEISHU_HELPDESK_MODEL_VISIT_FIELDS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstddef>

/// The fields of structs, in the order of the field table.
namespace feishu::helpdesk::detail {

/// The object that a struct is: a notification, a user, a department or a chat.
template <class Struct>
[[nodiscard]] constexpr const object_info& object_of() noexcept {
  if constexpr (requires(Struct& s) { s.push_scope_type; }) {
    return notification_object;
  } else if constexpr (requires(Struct& s) { s.user_id; }) {
    return user_object;
  } else if constexpr (requires(Struct& s) { s.department_id; }) {
    return department_object;
  } else {
    return chat_object;
  }
}

/// Calls `visit(field, field)` for each field of a notification, in the order of the table.
template <class Notification, class Visitor>
  requires requires(Notification& n) { n.push_scope_type; }
constexpr void for_each_field(Notification& n, Visitor&& visit) {
  visit(field::id, n.id);
  visit(field::job_name, n.job_name);
  visit(field::status, n.status);
  visit(field::create_user, n.create_user);
  visit(field::created_at, n.created_at);
  visit(field::update_user, n.update_user);
  visit(field::updated_at, n.updated_at);
  visit(field::target_user_count, n.target_user_count);
  visit(field::sent_user_count, n.sent_user_count);
  visit(field::read_user_count, n.read_user_count);
  visit(field::send_at, n.send_at);
  visit(field::push_content, n.push_content);
  visit(field::push_type, n.push_type);
  visit(field::push_scope_type, n.push_scope_type);
  visit(field::new_staff_scope_type, n.new_staff_scope_type);
  visit(field::new_staff_scope_department_list, n.new_staff_scope_department_list);
  visit(field::user_list, n.user_list);
  visit(field::department_list, n.department_list);
  visit(field::chat_list, n.chat_list);
  visit(field::ext, n.ext);
}

/// Calls `visit(index, field)` for each field of a user, department or chat, the index being the
/// one in the object's table.
template <class Object, class Visitor>
  requires requires(Object& o) { o.name; }
constexpr void for_each_field(Object& object, Visitor&& visit) {
  constexpr object_kind kind = object_of<Object>().kind;
  if constexpr (kind == object_kind::user) {
    visit(std::size_t{0}, object.user_id);
    visit(std::size_t{1}, object.avatar_url);
    visit(std::size_t{2}, object.name);
  } else if constexpr (kind == object_kind::department) {
    visit(std::size_t{0}, object.department_id);
    visit(std::size_t{1}, object.name);
  } else {
    visit(std::size_t{0}, object.chat_id);
    visit(std::size_t{1}, object.name);
  }
}

}  // namespace feishu::helpdesk::detail

#endif
