#ifndef FEISHU_HELPDESK_MODEL_FIELDS_HPP
#define FEISHU_HELPDESK_MODEL_FIELDS_HPP

#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The field table: the API reference's parameter table, row by row.
namespace feishu::helpdesk {

/// The fields of a notification, in the API reference's order.
enum class field : std::uint8_t {
  id,
  job_name,
  status,
  create_user,
  created_at,
  update_user,
  updated_at,
  target_user_count,
  sent_user_count,
  read_user_count,
  send_at,
  push_content,
  push_type,
  push_scope_type,
  new_staff_scope_type,
  new_staff_scope_department_list,
  user_list,
  department_list,
  chat_list,
  ext
};

namespace detail {

/// The number of rows.
inline constexpr std::size_t field_count = 20;

}  // namespace detail

/// What a JSON value is. `number` is one written with a fraction or an exponent.
enum class json_type : std::uint8_t { null, boolean, integer, number, string, array, object };

/// What a field holds, as far as anything depends on it.
enum class field_kind : std::uint8_t {
  string,
  job_name,         ///< what recipients and administrators see the push under
  notification_id,  ///< decimal digits
  timestamp,        ///< "" or decimal digits: milliseconds since 1970
  card,             ///< a JSON object, written as text
  user_id,
  department_id,
  chat_id,
  integer,  ///< 32 bits, like every integer of the API
  enumeration,
  one_user,
  user_list,
  department_list,
  chat_list
};

/// Who gives a field its value.
enum class assigned_by : std::uint8_t { author, server };

/// A number that a field may hold, and what it stands for.
struct enumerator {
  std::int32_t value = 0;    ///< as the wire has it
  std::string_view name{};   ///< as the enumerator is called in C++
  localized_text meaning{};  ///< in the API reference's words, and in English
};

/// One row of the table.
struct field_info {
  std::string_view name{};                           ///< as the wire has it
  field_kind kind{};                                 ///< what it holds
  assigned_by by = assigned_by::author;              ///< the author of the body or the server
  bool required = false;                             ///< in a body that stands alone
  localized_text description{};                      ///< what it stands for
  std::span<const enumerator> values{};              ///< of an enumeration; else empty
  std::span<const std::string_view> also_written{};  ///< other names that are sent by mistake
};

namespace detail {

/// The values of `push_type`.
inline constexpr enumerator push_types[] = {
    {0, "scheduled", {"scheduled push", "定时推送"}},
    {1, "new_staff", {"push to new staff", "新人入职推送"}},
};

/// The values of `push_scope_type`.
inline constexpr enumerator push_scopes[] = {
    {0, "all_members", {"all members", "组织内全部成员"}},
    {1, "no_members", {"no members", "不推送任何成员"}},
    {2, "some_members", {"some members", "推送到部分成员"}},
    {3, "new_staff", {"new staff", "入职新人"}},
};

/// The values of `new_staff_scope_type`.
inline constexpr enumerator new_staff_scopes[] = {
    {0, "all", {"all new staff", "组织内所有新人"}},
    {1, "departments", {"new staff of certain departments", "组织内特定的部门"}},
};

}  // namespace detail

namespace detail {

// Names that other APIs of the platform, and the API reference's own samples, have for the same thing.
inline constexpr std::string_view other_job_names[] = {"title"};
inline constexpr std::string_view other_push_contents[] = {"content"};
inline constexpr std::string_view other_user_ids[] = {"open_id", "union_id", "id"};
inline constexpr std::string_view other_department_ids[] = {"open_department_id", "id"};
inline constexpr std::string_view other_chat_ids[] = {"open_chat_id", "id"};

}  // namespace detail

// clang-format off
/// The fields of a notification: `fields[i]` describes the i-th enumerator of `field`.
inline constexpr field_info fields[] = {
    {.name = "id", .kind = field_kind::notification_id, .by = assigned_by::server,
     .description = {"id of the push, assigned when it is created", "创建成功后返回"}},
    {.name = "job_name", .kind = field_kind::job_name, .required = true,
     .description = {"name of the task", "任务名称"}, .also_written = detail::other_job_names},
    {.name = "status", .kind = field_kind::integer, .by = assigned_by::server,
     .description = {"status of the push, assigned when it is created", "创建成功后返回"}},
    {.name = "create_user", .kind = field_kind::one_user, .by = assigned_by::server,
     .description = {"who created the push", "创建人"}},
    {.name = "created_at", .kind = field_kind::timestamp, .by = assigned_by::server,
     .description = {"when the push was created (milliseconds since 1970)", "创建时间（毫秒时间戳）"}},
    {.name = "update_user", .kind = field_kind::one_user, .by = assigned_by::server,
     .description = {"who updated the push last", "更新用户"}},
    {.name = "updated_at", .kind = field_kind::timestamp, .by = assigned_by::server,
     .description = {"when the push was updated last (milliseconds since 1970)", "更新时间（毫秒时间戳）"}},
    {.name = "target_user_count", .kind = field_kind::integer, .by = assigned_by::server,
     .description = {"number of users to be messaged", "目标推送用户总数"}},
    {.name = "sent_user_count", .kind = field_kind::integer, .by = assigned_by::server,
     .description = {"number of users messaged so far", "已推送用户总数"}},
    {.name = "read_user_count", .kind = field_kind::integer, .by = assigned_by::server,
     .description = {"number of users who have read the message", "已读用户总数"}},
    {.name = "send_at", .kind = field_kind::timestamp,
     .description = {"when to send the push (milliseconds since 1970)", "推送任务触发时间（毫秒时间戳）"}},
    {.name = "push_content", .kind = field_kind::card, .required = true,
     .description = {"what to send: a message card, its JSON written as a string", "推送内容"},
     .also_written = detail::other_push_contents},
    {.name = "push_type", .kind = field_kind::enumeration, .required = true,
     .description = {"kind of push", "推送类型"}, .values = detail::push_types},
    {.name = "push_scope_type", .kind = field_kind::enumeration, .required = true,
     .description = {"whom the service desk messages privately", "推送范围（服务台私信）"},
     .values = detail::push_scopes},
    {.name = "new_staff_scope_type", .kind = field_kind::enumeration,
     .description = {"which new staff, when push_type is 1", "新人入职范围类型（push_type为1时生效）"},
     .values = detail::new_staff_scopes},
    {.name = "new_staff_scope_department_list", .kind = field_kind::department_list,
     .description = {"the departments whose new staff are messaged", "新人入职生效部门列表"}},
    {.name = "user_list", .kind = field_kind::user_list,
     .description = {"the users to message", "push推送到成员列表"}},
    {.name = "department_list", .kind = field_kind::department_list,
     .description = {"the departments to message", "push推送到的部门信息列表"}},
    {.name = "chat_list", .kind = field_kind::chat_list,
     .description = {"the group chats to post to", "push推送到的会话列表(群)"}},
    {.name = "ext", .kind = field_kind::string,
     .description = {"reserved for extensions", "预留扩展字段"}},
};

namespace detail {

/// The fields of a user.
inline constexpr field_info user_fields[] = {
    {.name = "user_id", .kind = field_kind::user_id, .description = {"id of the user", "用户 ID"},
     .also_written = other_user_ids},
    {.name = "avatar_url", .kind = field_kind::string, .description = {"address of the portrait", "头像地址"}},
    {.name = "name", .kind = field_kind::string, .description = {"name of the user", "用户名称"}},
};


/// The fields of a department.
inline constexpr field_info department_fields[] = {
    {.name = "department_id", .kind = field_kind::department_id, .description = {"id of the department", "部门 ID"},
     .also_written = other_department_ids},
    {.name = "name", .kind = field_kind::string, .description = {"name of the department", "部门名称"}},
};


/// The fields of a chat.
inline constexpr field_info chat_fields[] = {
    {.name = "chat_id", .kind = field_kind::chat_id, .description = {"id of the chat", "会话 ID"},
     .also_written = other_chat_ids},
    {.name = "name", .kind = field_kind::string, .description = {"name of the chat", "会话名称"}},
};

}  // namespace detail
// clang-format on

static_assert(std::size(fields) == detail::field_count);

/// An object of the schema: its name in the API reference, how one and many of it are called, and its
/// fields. The first field of a user, department and chat is its id.
struct object_info {
  object_kind kind{};                    ///< which one it is
  std::string_view name{};               ///< in the API reference
  localized_text one{};                  ///< of it
  localized_text many{};                 ///< of it
  std::span<const field_info> fields{};  ///< its table
};

/// The body itself.
inline constexpr object_info notification_object{object_kind::notification,
                                                 "notification",
                                                 {"notification", "推送"},
                                                 {"notifications", "推送"},
                                                 fields};
/// An element of `user_list`, and who created and updated the push.
inline constexpr object_info user_object{object_kind::user,
                                         "notification_user",
                                         {"user", "用户"},
                                         {"users", "用户"},
                                         detail::user_fields};
/// An element of `department_list` and `new_staff_scope_department_list`.
inline constexpr object_info department_object{object_kind::department,
                                               "notification_department",
                                               {"department", "部门"},
                                               {"departments", "部门"},
                                               detail::department_fields};
/// An element of `chat_list`.
inline constexpr object_info chat_object{object_kind::chat,
                                         "notification_chat",
                                         {"chat", "群聊"},
                                         {"chats", "群聊"},
                                         detail::chat_fields};

/// The row of a field.
[[nodiscard]] constexpr const field_info& info(field f) noexcept {
  return fields[static_cast<std::size_t>(f)];
}

namespace detail {

/// The object that a field of this kind is or lists; null for text and integers.
[[nodiscard]] constexpr const object_info* object_in(field_kind kind) noexcept {
  switch (kind) {
    case field_kind::one_user:
    case field_kind::user_list: return &user_object;
    case field_kind::department_list: return &department_object;
    case field_kind::chat_list: return &chat_object;
    default: return nullptr;
  }
}

/// The JSON type that a field of this kind has.
[[nodiscard]] constexpr json_type type_of(field_kind kind) noexcept {
  switch (kind) {
    case field_kind::integer:
    case field_kind::enumeration: return json_type::integer;
    case field_kind::one_user: return json_type::object;
    case field_kind::user_list:
    case field_kind::department_list:
    case field_kind::chat_list: return json_type::array;
    default: return json_type::string;
  }
}

}  // namespace detail

}  // namespace feishu::helpdesk

#endif
