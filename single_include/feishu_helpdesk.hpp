// Feishu Preflight: <feishu/helpdesk.hpp> in one file. Generated: its parts are edited, under include/.
//
// MIT License
//
// Copyright (c) 2026 The Feishu Preflight Authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#ifndef FEISHU_HELPDESK_HPP
#define FEISHU_HELPDESK_HPP

#if defined(FEISHU_HELPDESK_CONFIG_HPP) || \
    defined(FEISHU_HELPDESK_NOTIFICATION_HPP) || \
    defined(FEISHU_HELPDESK_UTF8_HPP) || \
    defined(FEISHU_HELPDESK_PROBE_HPP) || \
    defined(FEISHU_HELPDESK_TEXT_EDIT_HPP) || \
    defined(FEISHU_HELPDESK_WIRE_TEXT_HPP) || \
    defined(FEISHU_HELPDESK_VERSION_HPP)
#error "a header of <feishu/helpdesk/> came before feishu_helpdesk.hpp, which holds it: include one or the other"
#endif

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// The core in one include. It needs the standard library alone; `<feishu/helpdesk/json.hpp>` adds
/// what needs Boost.JSON.
// IWYU pragma: begin_exports
// IWYU pragma: end_exports

// <feishu/helpdesk/config.hpp>
#define FEISHU_HELPDESK_CONFIG_HPP

/// Everything that depends on the compiler, each with a portable fallback.
///
/// `FEISHU_HELPDESK_PORTABLE` selects the fallbacks, and words in place of vector instructions. Define
/// it for a whole program or not at all.

/// @def FEISHU_HELPDESK_ALWAYS_INLINE
/// Inlines a function whatever the compiler estimates.
/// @def FEISHU_HELPDESK_NOINLINE
/// Keeps a function that is rarely called out of its callers.
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_ALWAYS_INLINE [[gnu::always_inline]]
#define FEISHU_HELPDESK_NOINLINE [[gnu::noinline]]
#elif defined(_MSC_VER) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_ALWAYS_INLINE [[msvc::forceinline]]
#define FEISHU_HELPDESK_NOINLINE [[msvc::noinline]]
#else
#define FEISHU_HELPDESK_ALWAYS_INLINE
#define FEISHU_HELPDESK_NOINLINE
#endif

/// @def FEISHU_HELPDESK_SSE2
/// 1 where 16 bytes are compared at a time with SSE2, 0 elsewhere. MSVC does not have the vectors of GCC
/// and clang, and compares words.
/// @def FEISHU_HELPDESK_NEON
/// 1 where 16 bytes are compared at a time with NEON, 0 elsewhere.
#if defined(__GNUC__) && defined(__SSE2__) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_SSE2 1
#else
#define FEISHU_HELPDESK_SSE2 0
#endif
#if defined(__GNUC__) && defined(__ARM_NEON) && defined(__aarch64__) && \
    !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_NEON 1
#else
#define FEISHU_HELPDESK_NEON 0
#endif

namespace feishu::helpdesk::detail {

/// Requests the cache line at `p`. Does nothing where the compiler has no such built-in.
inline void prefetch([[maybe_unused]] const char* p) noexcept {
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
  __builtin_prefetch(p);
#endif
}

/// Returns the number of characters before the terminating null: in one step of constant evaluation
/// with GCC and clang, else in as many steps as there are characters.
constexpr std::size_t length_of(const char* text) noexcept {
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
  return __builtin_strlen(text);
#else
  std::size_t length = 0;
  while (text[length] != '\0') ++length;
  return length;
#endif
}

}  // namespace feishu::helpdesk::detail

// <feishu/helpdesk/language.hpp>
#define FEISHU_HELPDESK_LANGUAGE_HPP

/// Words in the two languages that the library speaks.
namespace feishu::helpdesk {

/// What the library speaks.
enum class language : std::uint8_t { en, zh };

/// One piece of text in both languages. Refers to text that outlives it: in the library, always literals.
struct wording {
  std::string_view en{};  ///< in English
  std::string_view zh{};  ///< in Chinese

  /// No words.
  constexpr wording() = default;
  /// One text in each.
  constexpr wording(std::string_view english, std::string_view chinese) noexcept
      : en(english), zh(chinese) {}
  /// Literals, whose lengths compilers know: to let them count takes long.
  constexpr wording(const char* english, const char* chinese) noexcept
      : en(english, detail::length_of(english)), zh(chinese, detail::length_of(chinese)) {}

  /// The words in this language.
  [[nodiscard]] constexpr std::string_view in(language chosen) const noexcept {
    return chosen == language::zh ? zh : en;
  }
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/fields.hpp>
#define FEISHU_HELPDESK_FIELDS_HPP

/// The field table: the document's parameter table, row by row.
namespace feishu::helpdesk {

/// The members of a notification, in the document's order.
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

/// The number of rows.
inline constexpr std::size_t field_count = 20;

/// What a JSON value is. `real` is a number written with a fraction or an exponent.
enum class json_type : std::uint8_t { null, boolean, integer, real, string, array, object };

/// What a member holds, as far as anything depends on it.
enum class member_kind : std::uint8_t {
  text,
  notification_id,  ///< decimal digits
  time_stamp,       ///< "" or decimal digits: milliseconds since 1970
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

/// Who gives a member its value.
enum class assigned_by : std::uint8_t { author, server };

/// A number that a member may hold, and what it stands for.
struct enumerator {
  std::int32_t value = 0;   ///< as the wire has it
  std::string_view name{};  ///< as the enumerator is called in C++
  wording meaning{};        ///< in the document's words, and in English
};

/// One row of the table.
struct member_info {
  std::string_view name{};               ///< as the wire has it
  member_kind kind{};                    ///< what it holds
  assigned_by by = assigned_by::author;  ///< who gives it its value
  bool required = false;                 ///< in a body that stands alone
  wording description{};                 ///< what it stands for
  std::span<const enumerator> values{};  ///< of an enumeration; else empty
  std::string_view also_written{};       ///< a name that is sent by mistake
};

/// The values of `push_type`.
inline constexpr enumerator push_types[] = {
    {0, "scheduled", {"scheduled push", "定时推送"}},
    {1, "new_staff", {"push to new staff as they join", "新人入职推送"}},
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

// clang-format off
/// The members of a notification: `fields[i]` describes the i-th enumerator of `field`.
inline constexpr member_info fields[] = {
    {.name = "id", .kind = member_kind::notification_id, .by = assigned_by::server,
     .description = {"id of the push, assigned when it is created", "创建成功后返回"}},
    {.name = "job_name", .kind = member_kind::text, .required = true,
     .description = {"name of the task", "任务名称"}, .also_written = "title"},
    {.name = "status", .kind = member_kind::integer, .by = assigned_by::server,
     .description = {"status of the push, assigned when it is created", "创建成功后返回"}},
    {.name = "create_user", .kind = member_kind::one_user, .by = assigned_by::server,
     .description = {"who created the push", "创建人"}},
    {.name = "created_at", .kind = member_kind::time_stamp, .by = assigned_by::server,
     .description = {"when the push was created (milliseconds since 1970)", "创建时间（毫秒时间戳）"}},
    {.name = "update_user", .kind = member_kind::one_user, .by = assigned_by::server,
     .description = {"who updated the push last", "更新用户"}},
    {.name = "updated_at", .kind = member_kind::time_stamp, .by = assigned_by::server,
     .description = {"when the push was updated last (milliseconds since 1970)", "更新时间（毫秒时间戳）"}},
    {.name = "target_user_count", .kind = member_kind::integer, .by = assigned_by::server,
     .description = {"number of users to be messaged", "目标推送用户总数"}},
    {.name = "sent_user_count", .kind = member_kind::integer, .by = assigned_by::server,
     .description = {"number of users messaged so far", "已推送用户总数"}},
    {.name = "read_user_count", .kind = member_kind::integer, .by = assigned_by::server,
     .description = {"number of users who have read the message", "已读用户总数"}},
    {.name = "send_at", .kind = member_kind::time_stamp,
     .description = {"when to send the push (milliseconds since 1970)", "推送任务触发时间（毫秒时间戳）"}},
    {.name = "push_content", .kind = member_kind::card, .required = true,
     .description = {"what to send: a message card, its JSON written as a string", "推送内容"},
     .also_written = "content"},
    {.name = "push_type", .kind = member_kind::enumeration, .required = true,
     .description = {"kind of push", "推送类型"}, .values = push_types},
    {.name = "push_scope_type", .kind = member_kind::enumeration, .required = true,
     .description = {"whom the service desk messages privately", "推送范围（服务台私信）"},
     .values = push_scopes},
    {.name = "new_staff_scope_type", .kind = member_kind::enumeration,
     .description = {"which new staff, when push_type is 1", "新人入职范围类型（push_type为1时生效）"},
     .values = new_staff_scopes},
    {.name = "new_staff_scope_department_list", .kind = member_kind::department_list,
     .description = {"the departments whose new staff are messaged", "新人入职生效部门列表"}},
    {.name = "user_list", .kind = member_kind::user_list,
     .description = {"the users to message", "push推送到成员列表"}},
    {.name = "department_list", .kind = member_kind::department_list,
     .description = {"the departments to message", "push推送到的部门信息列表"}},
    {.name = "chat_list", .kind = member_kind::chat_list,
     .description = {"the group chats to post to", "push推送到的会话列表(群)"}},
    {.name = "ext", .kind = member_kind::text,
     .description = {"reserved for extensions", "预留扩展字段"}},
};

/// The members of a user.
inline constexpr member_info user_members[] = {
    {.name = "user_id", .kind = member_kind::user_id, .description = {"id of the user", "用户 ID"}},
    {.name = "avatar_url", .kind = member_kind::text, .description = {"address of the portrait", "头像地址"}},
    {.name = "name", .kind = member_kind::text, .description = {"name of the user", "用户名称"}},
};

/// The members of a department.
inline constexpr member_info department_members[] = {
    {.name = "department_id", .kind = member_kind::department_id, .description = {"id of the department", "部门 ID"}},
    {.name = "name", .kind = member_kind::text, .description = {"name of the department", "部门名称"}},
};

/// The members of a chat.
inline constexpr member_info chat_members[] = {
    {.name = "chat_id", .kind = member_kind::chat_id, .description = {"id of the chat", "会话 ID"}},
    {.name = "name", .kind = member_kind::text, .description = {"name of the chat", "会话名称"}},
};
// clang-format on

static_assert(std::size(fields) == field_count);

/// The objects of the schema.
enum class object_kind : std::uint8_t { the_notification, a_user, a_department, a_chat };

/// An object of the schema: its name in the document, how one and many of it are called, and its
/// members. The first member of a user, department and chat is its id.
struct object_info {
  object_kind kind{};                      ///< which one it is
  std::string_view name{};                 ///< in the document
  wording one{};                           ///< of it
  wording many{};                          ///< of it
  std::span<const member_info> members{};  ///< its table
};

/// The body itself.
inline constexpr object_info notification_object{object_kind::the_notification,
                                                 "notification",
                                                 {"notification", "推送"},
                                                 {"notifications", "推送"},
                                                 fields};
/// An element of `user_list`, and who created and updated the push.
inline constexpr object_info user_object{
    object_kind::a_user, "notification_user", {"user", "用户"}, {"users", "用户"}, user_members};
/// An element of `department_list` and `new_staff_scope_department_list`.
inline constexpr object_info department_object{object_kind::a_department,
                                               "notification_department",
                                               {"department", "部门"},
                                               {"departments", "部门"},
                                               department_members};
/// An element of `chat_list`.
inline constexpr object_info chat_object{
    object_kind::a_chat, "notification_chat", {"chat", "群聊"}, {"chats", "群聊"}, chat_members};

/// The row of a member.
[[nodiscard]] constexpr const member_info& info(field f) noexcept {
  return fields[static_cast<std::size_t>(f)];
}

/// The object that a member of this kind is or lists; null for text and integers.
[[nodiscard]] constexpr const object_info* object_in(member_kind kind) noexcept {
  switch (kind) {
    case member_kind::one_user:
    case member_kind::user_list: return &user_object;
    case member_kind::department_list: return &department_object;
    case member_kind::chat_list: return &chat_object;
    default: return nullptr;
  }
}

/// The JSON type that a member of this kind has.
[[nodiscard]] constexpr json_type type_of(member_kind kind) noexcept {
  switch (kind) {
    case member_kind::integer:
    case member_kind::enumeration: return json_type::integer;
    case member_kind::one_user: return json_type::object;
    case member_kind::user_list:
    case member_kind::department_list:
    case member_kind::chat_list: return json_type::array;
    default: return json_type::string;
  }
}

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

/// Calls `visit(field, member)` for each member of a notification, in the order of the table.
template <class Notification, class Visitor>
  requires requires(Notification& n) { n.push_scope_type; }
constexpr void for_each_member(Notification& n, Visitor&& visit) {
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

/// Calls `visit(index, member)` for each member of a user, department or chat, the index being the
/// one in the object's table.
template <class Object, class Visitor>
  requires requires(Object& o) { o.name; }
constexpr void for_each_member(Object& object, Visitor&& visit) {
  constexpr object_kind kind = object_of<Object>().kind;
  if constexpr (kind == object_kind::a_user) {
    visit(std::size_t{0}, object.user_id);
    visit(std::size_t{1}, object.avatar_url);
    visit(std::size_t{2}, object.name);
  } else if constexpr (kind == object_kind::a_department) {
    visit(std::size_t{0}, object.department_id);
    visit(std::size_t{1}, object.name);
  } else {
    visit(std::size_t{0}, object.chat_id);
    visit(std::size_t{1}, object.name);
  }
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/notification.hpp>
#define FEISHU_HELPDESK_NOTIFICATION_HPP

/// The body of "update notification" (更新推送) as plain aggregates, with the wire's member names.
///
/// One definition serves two forms: `notification` owns its text and lists; `notification_view` refers
/// to somebody else's, is a literal type, and so can be judged while the program compiles.
namespace feishu::helpdesk {

/// 0：定时推送, 1：新人入职推送. Holds a number out of range as it came.
enum class push_type : std::int32_t { scheduled = 0, new_staff = 1 };

/// 推送范围（服务台私信）. Holds a number out of range as it came.
enum class push_scope : std::int32_t {
  all_members = 0,
  no_members = 1,
  some_members = 2,
  new_staff = 3
};

/// 新人入职范围类型. Holds a number out of range as it came.
enum class new_staff_scope : std::int32_t { all = 0, departments = 1 };

/// 用户 ID 类型: what the ids of users are, as the request's query parameter says.
enum class user_id_type : std::uint8_t { open_id, union_id, user_id };

/// The text and lists of a notification that owns them.
struct owning {
  /// What a text is.
  using text = std::string;
  /// What a list is.
  template <class Element>
  using list = std::vector<Element>;
};

/// The text and lists of a notification that refers to them.
struct viewing {
  /// What a text is.
  using text = std::string_view;
  /// What a list is.
  template <class Element>
  using list = std::span<const Element>;
};

/// A person, by an id of the type that the request says.
template <class Form>
struct basic_user {
  std::optional<typename Form::text>
      user_id{};  ///< `ou_…`, `on_…`, or of any shape: see `user_id_type`
  std::optional<typename Form::text> avatar_url{};  ///< not needed to push
  std::optional<typename Form::text> name{};        ///< not needed to push

  bool operator==(const basic_user&) const = default;
};

/// A department.
template <class Form>
struct basic_department {
  std::optional<typename Form::text> department_id{};  ///< of any shape
  std::optional<typename Form::text> name{};           ///< not needed to push

  bool operator==(const basic_department&) const = default;
};

/// A group chat.
template <class Form>
struct basic_chat {
  std::optional<typename Form::text> chat_id{};  ///< begins `oc_`
  std::optional<typename Form::text> name{};     ///< not needed to push

  bool operator==(const basic_chat&) const = default;
};

/// A push as the service desk stores it. Every member is optional, for absent and empty differ; what
/// each one means is said in the field table (fields.hpp).
template <class Form>
struct basic_notification {
  /// What a text is.
  using text = typename Form::text;
  /// Of the same form.
  using user = basic_user<Form>;
  /// Of the same form.
  using department = basic_department<Form>;
  /// Of the same form.
  using chat = basic_chat<Form>;
  /// What a list is.
  template <class Element>
  using list = typename Form::template list<Element>;

  std::optional<text> id{};                               ///< 创建成功后返回
  std::optional<text> job_name{};                         ///< 任务名称
  std::optional<std::int32_t> status{};                   ///< 创建成功后返回
  std::optional<user> create_user{};                      ///< 创建人
  std::optional<text> created_at{};                       ///< 创建时间（毫秒时间戳）
  std::optional<user> update_user{};                      ///< 更新用户
  std::optional<text> updated_at{};                       ///< 更新时间（毫秒时间戳）
  std::optional<std::int32_t> target_user_count{};        ///< 目标推送用户总数
  std::optional<std::int32_t> sent_user_count{};          ///< 已推送用户总数
  std::optional<std::int32_t> read_user_count{};          ///< 已读用户总数
  std::optional<text> send_at{};                          ///< 推送任务触发时间（毫秒时间戳）
  std::optional<text> push_content{};                     ///< 推送内容: the JSON of a card, as text
  std::optional<helpdesk::push_type> push_type{};         ///< 0：定时推送, 1：新人入职推送
  std::optional<push_scope> push_scope_type{};            ///< 推送范围（服务台私信）
  std::optional<new_staff_scope> new_staff_scope_type{};  ///< 新人入职范围类型
  std::optional<list<department>> new_staff_scope_department_list{};  ///< 新人入职生效部门列表
  std::optional<list<user>> user_list{};                              ///< push推送到成员列表
  std::optional<list<department>> department_list{};                  ///< push推送到的部门信息列表
  std::optional<list<chat>> chat_list{};                              ///< push推送到的会话列表(群)
  std::optional<text> ext{};                                          ///< 预留扩展字段

  bool operator==(const basic_notification&) const = default;
};

/// A user that owns its text.
using user = basic_user<owning>;
/// A department that owns its text.
using department = basic_department<owning>;
/// A chat that owns its text.
using chat = basic_chat<owning>;
/// A push that owns its text and lists.
using notification = basic_notification<owning>;

/// A user that refers to its text.
using user_view = basic_user<viewing>;
/// A department that refers to its text.
using department_view = basic_department<viewing>;
/// A chat that refers to its text.
using chat_view = basic_chat<viewing>;
/// A push that refers to its text and lists.
using notification_view = basic_notification<viewing>;

}  // namespace feishu::helpdesk

// <feishu/helpdesk/facts.hpp>
#define FEISHU_HELPDESK_FACTS_HPP

/// Facts about a notification, one bit each, and conditions over them.
///
/// A rule looks at a small finite abstraction of what it judges. For the rules between fields that is
/// the state of seven members (7,776 states, counting values out of range); for the other rules it is
/// what was observed of one value, of the text, or of the request. A fact that is not known has no
/// bit set, so a condition holds only if it holds whatever the unknown is.
namespace feishu::helpdesk {

/// A set of facts.
using facts = std::uint64_t;

/// A conjunction of clauses. A clause is a set of facts and holds if any of them is known.
struct condition {
  static constexpr std::size_t capacity = 4;  ///< the clauses that there can be
  facts clauses[capacity]{};                  ///< 0: no clause

  /// A condition without clauses never holds.
  [[nodiscard]] constexpr bool holds(facts known) const noexcept {
    for (const facts clause : clauses) {
      if (clause == 0) break;
      if ((clause & known) == 0) return false;
    }
    return clauses[0] != 0;
  }

  bool operator==(const condition&) const = default;
};

/// The facts of a condition of one clause.
[[nodiscard]] constexpr facts facts_of(const condition& single) noexcept {
  return single.clauses[0];
}

namespace detail {

// Called where a condition makes no sense: that does not compile, and the error names the reason.
void a_condition_has_at_most_four_clauses();
void only_single_clauses_can_be_alternatives();
void a_condition_is_over_the_body_or_over_one_value();
void the_member_has_no_such_value();

inline constexpr unsigned first_observation = 23;  // the facts about members of the body end below

constexpr bool is_about_the_body(const condition& c) {
  return c.clauses[0] < facts{1} << first_observation;
}

}  // namespace detail

/// Both: at most four clauses in all, or it does not compile.
consteval condition operator&&(condition left, const condition& right) {
  if (detail::is_about_the_body(left) != detail::is_about_the_body(right)) {
    detail::a_condition_is_over_the_body_or_over_one_value();
  }
  std::size_t size = 0;
  while (size < condition::capacity && left.clauses[size] != 0) ++size;
  for (const facts clause : right.clauses) {
    if (clause == 0) break;
    if (size == condition::capacity) detail::a_condition_has_at_most_four_clauses();
    left.clauses[size++] = clause;
  }
  return left;
}

/// Either: of single clauses only, or it does not compile.
consteval condition operator||(const condition& left, const condition& right) {
  if (left.clauses[1] != 0 || right.clauses[1] != 0) {
    detail::only_single_clauses_can_be_alternatives();
  }
  return {{left.clauses[0] | right.clauses[0]}};
}

/// The facts about one member of the body: bit `first` says that it is absent; the next ones say
/// which value an enumeration has, or whether a list is empty or not.
struct member_facts {
  field member{};      ///< that the facts are about
  unsigned first = 0;  ///< the bit that says it is absent
  unsigned size = 0;   ///< the number of facts

  /// All facts about the member.
  [[nodiscard]] constexpr facts mask() const noexcept { return ((facts{1} << size) - 1) << first; }
  /// The fact that it is absent.
  [[nodiscard]] constexpr facts absent() const noexcept { return facts{1} << first; }

  /// The fact that an enumeration has this value; no fact if the value is out of range.
  [[nodiscard]] constexpr facts holds_value(std::int32_t value) const noexcept {
    const bool in_range = value >= 0 && static_cast<unsigned>(value) + 1 < size;
    return in_range ? absent() << (static_cast<unsigned>(value) + 1) : 0;
  }

  /// The fact that a list holds elements, or is empty.
  [[nodiscard]] constexpr facts holds_elements(bool any) const noexcept {
    return absent() << (any ? 2 : 1);
  }
};

/// The members that the rules between fields look at.
inline constexpr member_facts facts_of_members[] = {
    {field::push_type, 0, 3},
    {field::push_scope_type, 3, 5},
    {field::new_staff_scope_type, 8, 3},
    {field::user_list, 11, 3},
    {field::department_list, 14, 3},
    {field::chat_list, 17, 3},
    {field::new_staff_scope_department_list, 20, 3},
};

namespace detail {

// Each member's facts begin where those of the one before end, and the last end where observations begin.
consteval bool facts_are_contiguous() {
  unsigned end = 0;
  for (const member_facts& each : facts_of_members) {
    if (each.first != end) return false;
    end += each.size;
  }
  return end == first_observation;
}
static_assert(facts_are_contiguous());

// By field; of size 0 for a member that no rule between fields looks at.
struct member_facts_by_field {
  member_facts of[field_count]{};

  consteval member_facts_by_field() {
    for (const member_facts& each : facts_of_members) {
      of[static_cast<std::size_t>(each.member)] = each;
    }
  }
};
inline constexpr member_facts_by_field indexed_facts{};

}  // namespace detail

/// The facts about a member; of size 0 if no rule between fields looks at it.
[[nodiscard]] constexpr const member_facts& facts_about(field member) noexcept {
  return detail::indexed_facts.of[static_cast<std::size_t>(member)];
}

/// The facts that there can be about a member; none if no rule between fields looks at it.
[[nodiscard]] constexpr facts mask_of(field member) noexcept { return facts_about(member).mask(); }

/// The atoms that conditions are made of: `fact::push_scope_type == push_scope::all_members &&
/// fact::user_list == fact::non_empty`.
namespace fact {

/// A type for the one word `absent`.
enum class absence : std::uint8_t { absent };
/// What a list that is there may be.
enum class extent : std::uint8_t { empty, non_empty };
inline constexpr absence absent = absence::absent;      ///< neither there nor null
inline constexpr extent empty = extent::empty;          ///< `[]`
inline constexpr extent non_empty = extent::non_empty;  ///< at least one element

/// A member that is compared with values of type `Value`.
template <class Value>
struct subject {
  field member{};  ///< that is compared

  /// The member has this value. Does not compile for a value that it cannot have.
  friend consteval condition operator==(subject s, Value value) {
    const member_facts& about = facts_about(s.member);
    facts clause = 0;
    if constexpr (std::is_same_v<Value, extent>) {
      clause = about.holds_elements(value == non_empty);
    } else {
      clause = about.holds_value(static_cast<std::int32_t>(value));
    }
    if (clause == 0) helpdesk::detail::the_member_has_no_such_value();
    return {{clause}};
  }
  /// The member is absent.
  friend consteval condition operator==(subject s, absence) {
    return {{facts_about(s.member).absent()}};
  }
  /// The member is there.
  friend consteval condition operator!=(subject s, absence) {
    return {{facts_about(s.member).mask() & ~facts_about(s.member).absent()}};
  }
};

/// 0：定时推送, 1：新人入职推送.
inline constexpr subject<helpdesk::push_type> push_type{field::push_type};
/// 推送范围（服务台私信）.
inline constexpr subject<push_scope> push_scope_type{field::push_scope_type};
/// 新人入职范围类型.
inline constexpr subject<new_staff_scope> new_staff_scope_type{field::new_staff_scope_type};
/// The users to message.
inline constexpr subject<extent> user_list{field::user_list};
/// The departments to message.
inline constexpr subject<extent> department_list{field::department_list};
/// The group chats to post to.
inline constexpr subject<extent> chat_list{field::chat_list};
/// The departments whose new staff are messaged.
inline constexpr subject<extent> new_staff_scope_department_list{
    field::new_staff_scope_department_list};

}  // namespace fact

/// What is observed of one value, of the text as a whole, or of the request. Each is a condition of
/// one fact, to be combined like the atoms above.
namespace observed {

namespace detail {
consteval condition bit(unsigned index) {
  return {{facts{1} << (helpdesk::detail::first_observation + index)}};
}
}  // namespace detail

// What kind of value it is.
inline constexpr condition required_member = detail::bit(0);  ///< of one that must be there
inline constexpr condition server_assigned = detail::bit(1);  ///< of one that the server fills in
inline constexpr condition element_id = detail::bit(2);       ///< of an element's own id

// What it is like.
inline constexpr condition absent = detail::bit(3);             ///< not there, or null
inline constexpr condition null = detail::bit(4);               ///< an explicit null
inline constexpr condition unknown_name = detail::bit(5);       ///< of no member of the schema
inline constexpr condition repeated = detail::bit(6);           ///< the name stood there before
inline constexpr condition mistyped = detail::bit(7);           ///< not the schema's JSON type
inline constexpr condition beyond_32_bits = detail::bit(8);     ///< an integer too large
inline constexpr condition well_typed = detail::bit(9);         ///< the JSON type of the schema
inline constexpr condition empty_text = detail::bit(10);        ///< `""`
inline constexpr condition not_enumerated = detail::bit(11);    ///< none of the values of the table
inline constexpr condition not_a_time_stamp = detail::bit(12);  ///< no decimal digits of 64 bits
inline constexpr condition not_milliseconds = detail::bit(13);  ///< seconds or microseconds
inline constexpr condition before_now = detail::bit(14);        ///< a time that has passed
inline constexpr condition foreign_prefix = detail::bit(15);    ///< an id of another type
inline constexpr condition other_than_requested = detail::bit(16);  ///< not the id of the path

// The card in push_content.
inline constexpr condition card_ill_formed = detail::bit(17);    ///< not one JSON object
inline constexpr condition card_undocumented = detail::bit(18);  ///< of version 2.0, or a template
inline constexpr condition card_oversized = detail::bit(19);     ///< over 30 KB

// The text.
inline constexpr condition ill_formed = detail::bit(20);     ///< not JSON, or not UTF-8
inline constexpr condition not_an_object = detail::bit(21);  ///< JSON, but no object

// The request.
inline constexpr condition not_an_id = detail::bit(22);           ///< not decimal digits
inline constexpr condition not_a_user_id_type = detail::bit(23);  ///< none of the three
inline constexpr condition not_a_draft = detail::bit(24);         ///< a status other than 0
inline constexpr condition not_a_user_token = detail::bit(25);  ///< a tenant's or an app's, or none
inline constexpr condition no_helpdesk = detail::bit(26);       ///< its id or token is missing

}  // namespace observed
}  // namespace feishu::helpdesk

// <feishu/helpdesk/outline.hpp>
#define FEISHU_HELPDESK_OUTLINE_HPP

/// What is known of a body as a whole: small enough to keep when the body is gone.
namespace feishu::helpdesk {

/// Enough to judge a patch of the body, and to say who will be messaged.
struct outline {
  facts known = 0;              ///< of the members that are there
  std::uint32_t present = 0;    ///< bit i: the i-th member of the field table is there and not null
  std::uint32_t unclear = 0;    ///< bit i: it is present, but of a wrong type or out of range
  std::size_t users = 0;        ///< in `user_list`
  std::size_t departments = 0;  ///< in `department_list`
  std::size_t chats = 0;        ///< in `chat_list`
  std::size_t new_staff_departments = 0;  ///< in `new_staff_scope_department_list`
  bool readable = false;                  ///< the body is an object, complete and well-formed
  bool stands_alone = true;               ///< false for a patch whose draft is not known

  /// The bit of `present` and `unclear` that is about a member.
  [[nodiscard]] static constexpr std::uint32_t bit(field member) noexcept {
    return std::uint32_t{1} << static_cast<unsigned>(member);
  }

  /// Whether a member is there and not null.
  [[nodiscard]] constexpr bool has(field member) const noexcept {
    return (present & bit(member)) != 0;
  }

  /// Where the number of elements of a list is kept; null for other members.
  [[nodiscard]] static constexpr std::size_t outline::* count_of(field list) noexcept {
    switch (list) {
      case field::user_list: return &outline::users;
      case field::department_list: return &outline::departments;
      case field::chat_list: return &outline::chats;
      case field::new_staff_scope_department_list: return &outline::new_staff_departments;
      default: return nullptr;
    }
  }

  /// Forgets a member, as if it were absent.
  constexpr void forget(field member) noexcept {
    present &= ~bit(member);
    unclear &= ~bit(member);
    known &= ~mask_of(member);
    if (const auto count = count_of(member)) this->*count = 0;
  }

  /// The facts, and for a body that stands alone also which members are absent.
  [[nodiscard]] constexpr facts all_facts() const noexcept {
    facts all = known;
    for (const member_facts& each : facts_of_members) {
      if (stands_alone && !has(each.member)) all |= each.absent();
    }
    return all;
  }

  bool operator==(const outline&) const = default;
};

/// The outline of a draft after a patch: a member that is present in the patch replaces the draft's,
/// `[]` included; a member that is null there does not.
[[nodiscard]] constexpr outline merge(const outline& draft, const outline& patch) noexcept {
  outline merged = draft;
  merged.readable = patch.readable;
  merged.stands_alone = true;
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto member = static_cast<field>(i);
    if (!patch.has(member)) continue;
    merged.forget(member);
    merged.present |= outline::bit(member);
    merged.unclear |= patch.unclear & outline::bit(member);
    merged.known |= patch.known & mask_of(member);
    if (const auto count = outline::count_of(member)) merged.*count = patch.*count;
  }
  return merged;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/phrase.hpp>
#define FEISHU_HELPDESK_PHRASE_HPP

/// Phrases that several texts are made of.
namespace feishu::helpdesk {

/// A value and what it stands for: "0 (all members)". In Chinese with a blank before the digit, as
/// after a word.
[[nodiscard]] inline std::string readable(const enumerator& value, language chosen) {
  const bool chinese = chosen == language::zh;
  std::string text = chinese ? " " : "";
  text += std::to_string(value.value);
  text += chinese ? "（" : " (";
  text += value.meaning.in(chosen);
  return text += chinese ? "）" : ")";
}

/// So many of an object: "1 user", "2 users".
[[nodiscard]] inline std::string counted(std::size_t count, const object_info& object,
                                         language chosen) {
  const wording& noun = count == 1 ? object.one : object.many;
  std::string text = std::to_string(count);
  text += chosen == language::zh ? " 个" : " ";
  return text += noun.in(chosen);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/syntax.hpp>
#define FEISHU_HELPDESK_SYNTAX_HPP

/// What a JSON text is made of, and why it may not be one.
namespace feishu::helpdesk {

/// A position that is not known, as where there is no text.
inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

/// The levels of arrays and objects that a text may nest.
inline constexpr unsigned max_depth = 32;

/// Why a text is not JSON.
enum class syntax_error : std::uint8_t {
  none,
  end_of_text,
  expected_value,
  expected_name,
  expected_colon,
  expected_comma_or_end,
  bad_literal,
  bad_number,
  bad_escape,
  control_character,
  bad_utf8,
  lone_surrogate,
  too_deep,
  trailing_text,
  number_beyond_double,
  not_an_object  ///< JSON, but not what a card must be
};

/// In the order of `syntax_error`.
inline constexpr wording syntax_error_wordings[] = {
    {"nothing is wrong", "没有错误"},
    {"the text ends too early", "文本提前结束"},
    {"a value is expected here", "此处应为一个值"},
    {"a member name in double quotes is expected here", "此处应为双引号括起的成员名"},
    {"':' is expected after a member name", "成员名之后应为“:”"},
    {"',' or the closing bracket is expected here", "此处应为“,”或右括号"},
    {"only true, false and null are written without quotes",
     "不加引号的只能是 true、false 和 null"},
    {"this is not a JSON number", "数字格式不正确"},
    {"this is not a JSON escape", "转义序列不正确"},
    {"a control character must be escaped in a string", "字符串中的控制字符必须转义"},
    {"this is not UTF-8", "不是合法的 UTF-8"},
    {"half of a surrogate pair stands alone", "代理对不完整"},
    {"it nests deeper than 32 levels", "嵌套超过 32 层"},
    {"more text follows after the value", "值之后还有多余的文本"},
    {"a number is beyond what a double can hold", "数字超出双精度浮点数的范围"},
    {"it is not an object", "不是一个对象"},
};
static_assert(std::size(syntax_error_wordings) ==
              static_cast<std::size_t>(syntax_error::not_an_object) + 1);

/// The reason in words.
[[nodiscard]] constexpr wording wording_of(syntax_error error) noexcept {
  return syntax_error_wordings[static_cast<std::size_t>(error)];
}

/// A number as it was written.
struct number_token {
  bool is_integer = true;       ///< neither fraction nor exponent
  bool is_negative = false;     ///< written with a minus
  std::uint64_t magnitude = 0;  ///< of the integer part; saturated

  /// Whether it is the API's: signed, of 32 bits.
  [[nodiscard]] constexpr bool fits_32_bits() const noexcept {
    return magnitude <= std::uint64_t{0x7fff'ffff} + (is_negative ? 1 : 0);
  }

  /// The value, saturated at 64 bits.
  [[nodiscard]] constexpr std::int64_t value() const noexcept {
    constexpr std::uint64_t highest = (std::numeric_limits<std::int64_t>::max)();
    if (!is_negative) return static_cast<std::int64_t>(magnitude < highest ? magnitude : highest);
    if (magnitude > highest) return (std::numeric_limits<std::int64_t>::min)();
    return -static_cast<std::int64_t>(magnitude);
  }
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/rules.hpp>
#define FEISHU_HELPDESK_RULES_HPP

/// The rule table: every constraint of the document, one entry each. All else reads it.
namespace feishu::helpdesk {

/// `error`: the document forbids it, or the push would not do what was written. `warning`: allowed,
/// but ineffective, ambiguous or undocumented. `note`: worth knowing.
enum class severity : std::uint8_t { error, warning, note };

/// What a rule looks at.
enum class rule_group : std::uint8_t { json, field, combination, request, custom };

/// Where a rule comes from. Only `document` claims to quote.
enum class source : std::uint8_t { document, platform, rfc, library };

/// The place in a text that a diagnostic points at.
enum class anchor : std::uint8_t { key, value };

/// The words that a rule comes from.
struct citation {
  source from = source::library;  ///< where they stand
  wording text{};                 ///< of `document`, verbatim in both languages
};

/// The members at fault, at most two: the first one whose state meets the condition is blamed. None:
/// the value that was looked at.
class blamed_members {
 public:
  /// The value that was looked at.
  constexpr blamed_members() = default;
  /// This one.
  constexpr blamed_members(field only) noexcept : members_{only}, size_(1) {}
  /// One of two.
  constexpr blamed_members(field first, field second) noexcept
      : members_{first, second}, size_(2) {}

  /// The first.
  [[nodiscard]] constexpr const field* begin() const noexcept { return members_; }
  /// Behind the last.
  [[nodiscard]] constexpr const field* end() const noexcept { return members_ + size_; }
  /// Whether it is the value that was looked at.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

 private:
  field members_[2]{};
  std::uint8_t size_ = 0;
};

/// One rule. A condition names first what is rarest: it is looked at first; of a rule between fields,
/// the member that demands what the others break. The messages hold placeholders, filled in from a
/// diagnostic when text is rendered: `{member}`, `{object}`, `{expected}`, `{actual}`, `{values}`,
/// `{prefix}`, `{number}`, `{reason}`, and for many diagnostics in one line `{count}` and `{members}`.
struct rule {
  std::string_view id{};                                    ///< stable, public and in kebab-case
  rule_group group = rule_group::custom;                    ///< what it looks at
  helpdesk::severity severity = helpdesk::severity::error;  ///< unless a policy changes it
  condition violated_when{};                                ///< over facts; without clauses, never
  blamed_members blames{};                                  ///< the members at fault
  anchor at = anchor::key;                                  ///< where a diagnostic points
  wording message{};                                        ///< with placeholders
  wording message_for_many{};                               ///< empty: each is told by itself
  citation cites{};                                         ///< where it comes from
};

namespace detail {

consteval citation document(std::string_view sentence) {
  return {source::document, {sentence, sentence}};
}
consteval citation platform(wording text) { return {source::platform, text}; }
consteval citation rfc(wording text) { return {source::rfc, text}; }
consteval citation library(wording text) { return {source::library, text}; }

}  // namespace detail

// clang-format off
/// The rules in the order of the catalogue.
inline constexpr rule rules[] = {
    // Shape of the JSON.
    {.id = "json-syntax", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::ill_formed, .at = anchor::value,
     .message = {"the text is not well-formed JSON: {reason}", "文本不是合法的 JSON：{reason}"},
     .cites = detail::rfc({"RFC 8259 (JSON) and RFC 3629 (UTF-8); 32 levels are this library's limit",
                           "RFC 8259（JSON）与 RFC 3629（UTF-8）；32 层嵌套是本库的上限"})},
    {.id = "body-type", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::not_an_object, .at = anchor::value,
     .message = {"the body must be an object, not {actual}", "请求体必须是对象，而不是{actual}"},
     .cites = detail::library({"the request's parameters are the members of one object", "请求参数是一个对象的成员"})},
    {.id = "duplicate-member", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::repeated,
     .message = {"{member} is given again; the last one counts", "{member} 重复出现，以最后一个为准"},
     .cites = detail::rfc({"RFC 8259, section 4: the names within an object should be unique",
                           "RFC 8259 第 4 节：对象内的成员名应当唯一"})},
    {.id = "unknown-member", .group = rule_group::json, .severity = severity::warning,
     .violated_when = observed::unknown_name,
     .message = {"{member} is not a member of {object}{reason}", "{object}没有成员 {member}{reason}"},
     .cites = detail::library({"the document's table does not list it", "文档的参数表中没有该成员"})},
    {.id = "member-type", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::mistyped, .at = anchor::value,
     .message = {"{member} must be {expected}, not {actual}", "{member} 必须是{expected}，而不是{actual}"},
     .cites = detail::platform({"the gateway answers 9499, \"Invalid parameter type in json\"",
                                "网关返回 9499 “Invalid parameter type in json”"})},
    {.id = "integer-range", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::beyond_32_bits, .at = anchor::value,
     .message = {"{member} does not fit in a signed 32-bit integer", "{member} 超出 32 位有符号整数的范围"},
     .cites = detail::platform({"the official SDKs hold every integer of this API in 32 bits",
                                "官方 SDK 中本接口的整数均为 32 位"})},
    {.id = "null-member", .group = rule_group::json, .severity = severity::note,
     .violated_when = observed::null,
     .message = {"{member} is null, which counts as absent", "{member} 为 null，视为未填"},
     .message_for_many = {"{count} members are null, which counts as absent: {members}", "{count} 个成员为 null，视为未填：{members}"},
     .cites = detail::platform({"a GET reply writes what is unset as null", "GET 返回中以 null 表示未设置"})},

    // Single fields.
    {.id = "required", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::absent && observed::required_member,
     .message = {"{member} is required", "{member} 必填"},
     .cites = detail::document("必填")},
    {.id = "empty-text", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::empty_text && observed::required_member, .at = anchor::value,
     .message = {"{member} must not be empty", "{member} 不能为空"},
     .cites = detail::library({"a required text that is empty says nothing", "必填的文本为空等于未填"})},
    {.id = "enum-value", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::not_enumerated, .at = anchor::value,
     .message = {"{member} must be {values}, not {number}", "{member} 只能是{values}，而不是 {number}"},
     .cites = detail::library({"the document lists the values and no others", "文档只列出了这些取值"})},
    {.id = "timestamp-format", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::not_a_time_stamp, .at = anchor::value,
     .message = {"{member} must be the decimal digits of a 64-bit number of milliseconds, or empty", "{member} 必须是十进制毫秒时间戳（64 位整数），或为空"},
     .cites = detail::document("毫秒时间戳")},
    {.id = "timestamp-unit", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::not_milliseconds, .at = anchor::value,
     .message = {"{member} is {number}: {reason}, not milliseconds", "{member} 为 {number}：{reason}，而不是毫秒"},
     .cites = detail::document("毫秒时间戳")},
    {.id = "element-id", .group = rule_group::field, .severity = severity::error,
     .violated_when = (observed::absent || observed::empty_text) && observed::element_id, .at = anchor::value,
     .message = {"{member} is required and must not be empty", "{member} 必填且不能为空"},
     .cites = detail::library({"an element without its id names nobody", "没有 ID 的元素不指向任何对象"})},
    {.id = "id-prefix", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::foreign_prefix, .at = anchor::value,
     .message = {"{member} does not begin with {prefix}, {reason}", "{member} 不以 {prefix} 开头：{reason}"},
     .cites = detail::platform({"an open_id begins with ou_, a union_id with on_, a chat_id with oc_",
                                "open_id 以 ou_ 开头，union_id 以 on_ 开头，chat_id 以 oc_ 开头"})},
    {.id = "server-assigned", .group = rule_group::field, .severity = severity::note,
     .violated_when = observed::server_assigned && observed::well_typed,
     .message = {"{member} is assigned by the server and ignored", "{member} 由服务端填写，请求中的值会被忽略"},
     .message_for_many = {"{count} members are assigned by the server and ignored: {members}", "{count} 个成员由服务端填写，请求中的值会被忽略：{members}"},
     .cites = detail::document("创建成功后返回")},
    {.id = "card-syntax", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::card_ill_formed, .at = anchor::value,
     .message = {"{member} must hold the text of one JSON object (a message card): {reason}", "{member} 必须是一个 JSON 对象（消息卡片）的文本：{reason}"},
     .cites = detail::document("推送内容，详见：https://open.feishu.cn/tool/cardbuilder?from=howtoguide")},
    {.id = "card-version", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::card_undocumented, .at = anchor::value,
     .message = {"{member} is a card of a kind that is not documented for this API: {reason}", "{member} 所用的卡片类型未见于本接口文档：{reason}"},
     .cites = detail::platform({"the card builder that the document links to writes cards of version 1.0",
                                "文档所链接的搭建工具生成 1.0 版卡片"})},
    {.id = "card-size", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::card_oversized, .at = anchor::value,
     .message = {"{member} is {number} bytes; for cards in messages the limit is 30 KB (30720 bytes)", "{member} 有 {number} 字节；消息卡片的上限为 30 KB（30720 字节）"},
     .cites = detail::platform({"message cards may have 30 KB; for this API no limit is stated",
                                "消息卡片不得超过 30 KB；本接口未说明上限"})},

    // Between fields.
    {.id = "scheduled-excludes-new-staff", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::scheduled && fact::push_scope_type == push_scope::new_staff,
     .blames = {field::push_scope_type},
     .message = {"push_scope_type must not be 3 (new staff) when push_type is 0 (scheduled push)", "push_type 为 0（定时推送）时，push_scope_type 不能为 3（入职新人）"},
     .cites = detail::document("0（定时推送：push_scope不能等于3）")},
    {.id = "new-staff-scope", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff &&
                      (fact::push_scope_type == push_scope::all_members || fact::push_scope_type == push_scope::some_members),
     .blames = {field::push_scope_type},
     .message = {"push_scope_type must be 1 (no members) or 3 (new staff) when push_type is 1 (push to new staff)", "push_type 为 1（新人入职推送）时，push_scope_type 必须为 1（不推送任何成员）或 3（入职新人）"},
     .cites = detail::document("1（新人入职推送：push_scope必须等于1或者3；new_staff_scope_type不能为空）")},
    {.id = "new-staff-type-required", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == fact::absent,
     .blames = {field::new_staff_scope_type},
     .message = {"new_staff_scope_type is required when push_type is 1 (push to new staff)", "push_type 为 1（新人入职推送）时，new_staff_scope_type 不能为空"},
     .cites = detail::document("1（新人入职推送：push_scope必须等于1或者3；new_staff_scope_type不能为空）")},
    {.id = "new-staff-departments-required", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == new_staff_scope::departments &&
                      (fact::new_staff_scope_department_list == fact::absent || fact::new_staff_scope_department_list == fact::empty),
     .blames = {field::new_staff_scope_department_list},
     .message = {"new_staff_scope_department_list must not be empty when new_staff_scope_type is 1 (certain departments)", "new_staff_scope_type 为 1（组织内特定的部门）时，new_staff_scope_department_list 不能为空"},
     .cites = detail::document("1：组织内特定的部门（new_staff_scope_department_list 字段不能为空）")},
    {.id = "all-members-excludes-users", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::all_members && fact::user_list == fact::non_empty,
     .blames = {field::user_list},
     .message = {"user_list must be empty when push_scope_type is 0 (all members)", "push_scope_type 为 0（组织内全部成员）时，user_list 必须为空"},
     .cites = detail::document("0：组织内全部成员（user_list和department_list必须为空）")},
    {.id = "all-members-excludes-departments", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::all_members && fact::department_list == fact::non_empty,
     .blames = {field::department_list},
     .message = {"department_list must be empty when push_scope_type is 0 (all members)", "push_scope_type 为 0（组织内全部成员）时，department_list 必须为空"},
     .cites = detail::document("0：组织内全部成员（user_list和department_list必须为空）")},
    {.id = "no-members-excludes-users", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && fact::user_list == fact::non_empty,
     .blames = {field::user_list},
     .message = {"user_list must be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，user_list 必须为空"},
     .cites = detail::document("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "no-members-excludes-departments", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && fact::department_list == fact::non_empty,
     .blames = {field::department_list},
     .message = {"department_list must be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，department_list 必须为空"},
     .cites = detail::document("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "no-members-requires-chats", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && (fact::chat_list == fact::absent || fact::chat_list == fact::empty),
     .blames = {field::chat_list},
     .message = {"chat_list must not be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，chat_list 不能为空"},
     .cites = detail::document("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "some-members-requires-targets", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::some_members &&
                      (fact::user_list == fact::absent || fact::user_list == fact::empty) &&
                      (fact::department_list == fact::absent || fact::department_list == fact::empty),
     .blames = {field::push_scope_type},
     .message = {"user_list or department_list must not be empty when push_scope_type is 2 (some members)", "push_scope_type 为 2（推送到部分成员）时，user_list 或 department_list 不能为空"},
     .cites = detail::document("2：推送到部分成员（user_list或department_list不能为空）")},
    {.id = "new-staff-fields-ignored", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::scheduled &&
                      (fact::new_staff_scope_type != fact::absent || fact::new_staff_scope_department_list == fact::non_empty),
     .blames = {field::new_staff_scope_type, field::new_staff_scope_department_list},
     .message = {"{member} has no effect when push_type is 0 (scheduled push)", "push_type 为 0（定时推送）时，{member} 不生效"},
     .cites = detail::document("新人入职范围类型（push_type为1时生效）")},
    {.id = "new-staff-departments-ignored", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == new_staff_scope::all &&
                      fact::new_staff_scope_department_list == fact::non_empty,
     .blames = {field::new_staff_scope_department_list},
     .message = {"new_staff_scope_department_list has no effect when new_staff_scope_type is 0 (all new staff)", "new_staff_scope_type 为 0（组织内所有新人）时，new_staff_scope_department_list 不生效"},
     .cites = detail::document("0：组织内所有新人")},
    {.id = "new-staff-lists-unspecified", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::new_staff && fact::push_scope_type == push_scope::new_staff &&
                      (fact::user_list == fact::non_empty || fact::department_list == fact::non_empty),
     .blames = {field::user_list, field::department_list},
     .message = {"the document does not say what {member} does when push_scope_type is 3 (new staff)", "push_scope_type 为 3（入职新人）时，文档未说明 {member} 的作用"},
     .cites = detail::document("3：入职新人")},

    // The request, as far as the caller tells of it.
    {.id = "notification-id", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_an_id,
     .message = {"the path parameter notification_id must be decimal digits", "路径参数 notification_id 必须是十进制数字"},
     .cites = detail::document("push任务唯一id")},
    {.id = "user-id-type", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_user_id_type,
     .message = {"the query parameter user_id_type must be open_id, union_id or user_id", "查询参数 user_id_type 只能是 open_id、union_id 或 user_id"},
     .cites = detail::platform({"user_id_type is open_id (the default), union_id or user_id",
                                "user_id_type 可为 open_id（默认）、union_id、user_id"})},
    {.id = "access-token", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_user_token,
     .message = {"the access token must be a user's, of printable characters: not empty, and not beginning with t- (a tenant's) or a- (an app's)", "访问令牌必须是用户访问令牌，由可打印字符组成：不能为空，也不能以 t-（租户）或 a-（应用）开头"},
     .cites = detail::document("user_access_token")},
    {.id = "helpdesk-authorization", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::no_helpdesk,
     .message = {"the header X-Lark-Helpdesk-Authorization needs the service desk's id and token", "请求头 X-Lark-Helpdesk-Authorization 需要服务台的 ID 和令牌"},
     .cites = detail::document("检查Authorization 和 X-Lark-Helpdesk-Authorization 是否正确，应用和服务台属于同一租户")},
    {.id = "not-draft", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_draft,
     .message = {"the push has status {number}; only a draft (status 0) can be updated", "推送的状态为 {number}，只有草稿（状态 0）才可以更新"},
     .cites = detail::document("只有在草稿状态下才可以调用此接口进行更新")},
    {.id = "id-mismatch", .group = rule_group::request, .severity = severity::warning,
     .violated_when = observed::other_than_requested, .at = anchor::value,
     .message = {"{member} is not the notification_id of the request's path", "{member} 与路径参数 notification_id 不一致"},
     .cites = detail::document("push任务唯一id")},
    {.id = "send-at-past", .group = rule_group::request, .severity = severity::warning,
     .violated_when = observed::before_now, .at = anchor::value,
     .message = {"{member} is {number}, which lies in the past", "{member} 为 {number}，早于当前时间"},
     .cites = detail::document("推送任务触发时间（毫秒时间戳）")},
};
// clang-format on

/// The number of rules in the table.
inline constexpr std::size_t rule_count = std::size(rules);
static_assert(rule_count <= 64, "sets of rules are kept in one word");

/// The rule's place in the table, or `npos`. Linear in the number of rules.
[[nodiscard]] constexpr std::size_t index_of_rule(std::string_view id) noexcept {
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules[i].id == id) return i;
  }
  return npos;
}

/// The rule with this id, or null.
[[nodiscard]] constexpr const rule* find_rule(std::string_view id) noexcept {
  const std::size_t index = index_of_rule(id);
  return index == npos ? nullptr : &rules[index];
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/rule_index.hpp>
#define FEISHU_HELPDESK_RULE_INDEX_HPP

/// All conditions of the rule table, evaluated at once.
namespace feishu::helpdesk {

/// The table turned around: for each fact, the rules that it makes worth a look. The plainest bodies have
/// no such fact, and others few, so that all rules are judged by looking at a few, however many there are.
class rule_index {
 public:
  consteval rule_index() {
    for (std::size_t i = 0; i < rule_count; ++i) {
      facts clause = telling_clause(rules[i].violated_when);
      telling_ |= clause;
      for (; clause != 0; clause &= clause - 1) {
        suspects_[std::countr_zero(clause)] |= std::uint64_t{1} << i;
      }
    }
  }

  /// The facts without one of which no rule is broken.
  [[nodiscard]] constexpr facts telling() const noexcept { return telling_; }

  /// The rules whose conditions may hold: bit i is the i-th rule of the table.
  [[nodiscard]] constexpr std::uint64_t suspected_by(facts seen) const noexcept {
    std::uint64_t suspected = 0;
    for (facts left = seen & telling_; left != 0; left &= left - 1) {
      suspected |= suspects_[std::countr_zero(left)];
    }
    return suspected;
  }

  /// The rules whose conditions hold.
  [[nodiscard]] constexpr std::uint64_t broken_by(facts seen) const noexcept {
    std::uint64_t broken = suspected_by(seen);
    for (std::uint64_t left = broken; left != 0; left &= left - 1) {
      const condition& when = rules[std::countr_zero(left)].violated_when;
      if (!when.holds(seen)) broken &= ~(left & (~left + 1));
    }
    return broken;
  }

 private:
  // Any clause of a condition would do, for all are met where it holds. A scheduled push to everybody
  // breaks no rule, so that each has a clause which is not met by that.
  static consteval facts telling_clause(const condition& when) {
    facts plain = facts_about(field::push_type).holds_value(0) |
                  facts_about(field::push_scope_type).holds_value(0);
    for (const member_facts& each : facts_of_members) {
      plain |= each.absent();
      if (type_of(info(each.member).kind) == json_type::array) plain |= each.holds_elements(false);
    }
    for (const facts clause : when.clauses) {
      if (clause != 0 && (clause & plain) == 0) return clause;
    }
    return when.clauses[0];
  }

  static constexpr std::size_t fact_count = 64;

  std::uint64_t suspects_[fact_count]{};  // by one fact: the rules in whose telling clause it is
  facts telling_ = 0;
};

/// The table's, made while the program compiles.
inline constexpr rule_index indexed_rules{};

/// The set of rules whose severity is error, as the table says.
inline constexpr std::uint64_t error_rules = [] {
  std::uint64_t set = 0;
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules[i].severity == severity::error) set |= std::uint64_t{1} << i;
  }
  return set;
}();

}  // namespace feishu::helpdesk

// <feishu/helpdesk/context.hpp>
#define FEISHU_HELPDESK_CONTEXT_HPP

/// What the caller knows and wants.
namespace feishu::helpdesk {

/// Whether a body stands alone, or changes part of a draft that is not at hand. In `partial` mode an
/// absent member is unknown, so a rule counts as broken only if no draft could make the result legal.
enum class mode : std::uint8_t { complete, partial };

/// The query parameter `user_id_type` as it will be sent, which may be none of the three.
class user_id_type_parameter {
 public:
  /// The three, by their number; the first is what the platform takes where there is none.
  static constexpr std::string_view names[] = {"open_id", "union_id", "user_id"};

  /// One of the three.
  constexpr user_id_type_parameter(user_id_type type) noexcept
      : text_(static_cast<std::size_t>(type) < 3 ? names[static_cast<std::size_t>(type)] : "") {}

  user_id_type_parameter(std::nullptr_t) = delete;
  user_id_type_parameter(std::string&&) = delete;  // it would be gone when it is asked for

  /// Refers to the text.
  template <class Text>
    requires std::is_convertible_v<const Text&, std::string_view>
  constexpr user_id_type_parameter(const Text& text) noexcept : text_(text) {}

  /// As it will be sent.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

  /// Whether it is one of the three.
  [[nodiscard]] constexpr bool is_known() const noexcept {
    for (const std::string_view name : names) {
      if (text_ == name) return true;
    }
    return false;
  }

  /// What ids of this type begin with; empty where that is not fixed.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    return text_ == names[0] ? "ou_" : text_ == names[1] ? "on_" : "";
  }

 private:
  std::string_view text_;
};

/// What a policy makes of a rule: a severity, by its own number, or nothing.
enum class level : std::uint8_t { error, warning, note, silent };

/// Severities changed and rules silenced, by id.
///
///     constexpr policy strict{{"unknown-member", level::error}, {"server-assigned", level::silent}};
class policy {
 public:
  /// What a rule counts as from now on.
  struct change {
    /// Does not compile for an id that is in no table.
    consteval change(std::string_view rule_id, level becomes)
        : index(index_of_rule(rule_id)), to(becomes) {
      if (index == npos) there_is_no_such_rule();
    }
    std::size_t index;  ///< of the rule, in the table
    level to;           ///< what it counts as

   private:
    static void there_is_no_such_rule();
  };

  /// Each rule counts as the table says.
  constexpr policy() = default;
  /// As the table says, but for these; of two changes of a rule, the last one counts.
  constexpr policy(std::initializer_list<change> changes) noexcept {
    for (const change& each : changes) set(each.index, each.to);
  }

  /// Changes a built-in rule. False, and nothing changed, if there is no such rule.
  [[nodiscard]] constexpr bool set(std::string_view rule_id, level becomes) noexcept {
    const std::size_t index = index_of_rule(rule_id);
    if (index == npos) return false;
    set(index, becomes);
    return true;
  }

  /// Changes a rule of the table. Of a custom rule, which says itself what it counts as, nothing is changed.
  constexpr void set(const rule& built_in, level becomes) noexcept {
    static_cast<void>(set(built_in.id, becomes));
  }

  /// What the rule at this place of the table counts as; a custom rule counts as it says itself.
  [[nodiscard]] constexpr level of(const rule& r, std::size_t rank) const noexcept {
    if (rank >= rule_count || (changed_ >> rank & 1) == 0) return static_cast<level>(r.severity);
    return static_cast<level>((high_ >> rank & 1) << 1 | (low_ >> rank & 1));
  }

  /// The rules of the table that count as errors: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t errors() const noexcept {
    static_assert(level::error == level{});
    return (error_rules & ~changed_) | (changed_ & ~(low_ | high_));
  }

 private:
  constexpr void set(std::size_t index, level becomes) noexcept {
    const std::uint64_t self = std::uint64_t{1} << index;
    const auto bits = static_cast<unsigned>(becomes);
    changed_ |= self;
    low_ = (bits & 1) != 0 ? low_ | self : low_ & ~self;
    high_ = (bits & 2) != 0 ? high_ | self : high_ & ~self;
  }

  // Bit i is of the table's i-th rule: whether its level was changed, and the two bits of what it became.
  std::uint64_t changed_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

/// What a request proves with that it may speak for a service desk.
struct helpdesk_credentials {
  std::string_view id{};     ///< of the service desk
  std::string_view token{};  ///< of the service desk
};

/// What the caller knows of the request, and wants of the verdict. Rules about what is not said here
/// are silent. A draft is an `outline`: `outline_of(notification)`, or `preflight(…).outline()`; one
/// that was not readable counts as not known, so that the body is judged as in `mode::partial`. Text
/// and rules are referred to, and must live as long as the judging (rules: as long as the report).
struct context {
  helpdesk::mode mode = helpdesk::mode::complete;        ///< whether the body stands alone
  std::optional<user_id_type_parameter> user_id_type{};  ///< of the request's query
  std::optional<std::string_view> notification_id{};     ///< of the request's path
  std::optional<std::string_view> access_token{};        ///< of `Authorization`, without "Bearer "
  std::optional<helpdesk_credentials> helpdesk{};        ///< of `X-Lark-Helpdesk-Authorization`
  std::optional<std::int32_t> current_status{};          ///< 0 is a draft
  std::optional<std::int64_t> now_ms{};                  ///< milliseconds since 1970
  helpdesk::policy policy{};                             ///< severities changed, rules silenced
  std::span<const rule> custom_rules{};  ///< conditions over facts; judged after the table's
  std::optional<outline> draft{};        ///< patch and draft are merged and judged as complete
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/cursor.hpp>
#define FEISHU_HELPDESK_CURSOR_HPP

/// Where a piece of text stands in its source.
namespace feishu::helpdesk {

/// A place in a chunk that is being read, and the chunk's place in the whole text.
struct cursor {
  const char* p;             ///< the next byte
  const char* end;           ///< of the chunk
  const char* begin;         ///< of the chunk
  std::size_t begin_offset;  ///< of the chunk, in the whole text

  /// At the beginning of a chunk, which stands at `offset` of the whole text.
  constexpr cursor(std::string_view chunk, std::size_t offset) noexcept
      : p(chunk.data()), end(p + chunk.size()), begin(p), begin_offset(offset) {}

  /// Whether the chunk is used up.
  [[nodiscard]] constexpr bool at_end() const noexcept { return p == end; }
  /// Where a place of the chunk stands in the whole text.
  [[nodiscard]] constexpr std::size_t offset_of(const char* place) const noexcept {
    return begin_offset + static_cast<std::size_t>(place - begin);
  }
  /// Where the next byte stands in the whole text.
  [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_of(p); }
};

/// Where a piece of unescaped text comes from.
struct origin {
  std::string_view source{};  ///< the piece as it was written, escapes and all
  std::size_t offset = 0;     ///< of its first byte
  bool has_escapes = false;   ///< whether the source is not the piece itself
  // Where a late byte of the piece stands in the source, so that what follows is found soon.
  std::size_t known_index = 0;  ///< of a late byte, in the piece
  std::size_t known_place = 0;  ///< of the same byte, in the source

  /// Stores the offsets in the source of the piece's bytes from `first` to before `last`; of an escape,
  /// that of its backslash. Linear where there are escapes.
  FEISHU_HELPDESK_NOINLINE constexpr void store_offsets(std::size_t first, std::size_t last,
                                                        std::size_t* to) const noexcept {
    if (!has_escapes) {
      for (std::size_t i = first; i < last; ++i) *to++ = offset + i;
      return;
    }
    const bool is_late = first >= known_index;
    std::size_t place = is_late ? known_place : 0;
    std::size_t index = is_late ? known_index : 0;
    while (index < last) {
      std::size_t written = 1;
      std::size_t yields = 1;
      if (place >= source.size()) {
        yields = last - index;  // the source is not at hand: all of it comes from one escape
      } else if (source[place] == '\\') {
        measure_escape(source.substr(place), written, yields);
      }
      for (std::size_t i = 0; i < yields && index < last; ++i, ++index) {
        if (index >= first) *to++ = offset + place;
      }
      place += written;
    }
  }

  /// The offset in the source of the piece's byte at `index`.
  [[nodiscard]] constexpr std::size_t offset_of(std::size_t index) const noexcept {
    if (!has_escapes) return offset + index;
    std::size_t found = offset;
    store_offsets(index, index + 1, &found);
    return found;
  }

 private:
  // How many bytes a whole, legal escape takes, and how many of UTF-8 it stands for.
  static constexpr void measure_escape(std::string_view escape, std::size_t& written,
                                       std::size_t& yields) noexcept {
    written = escape[1] == 'u' ? 6 : 2;
    if (written == 2) return;
    const auto is = [&](std::size_t i, std::string_view digits) {
      return digits.find(escape[i]) != std::string_view::npos;
    };
    if (is(2, "0") && is(3, "0") && is(4, "01234567")) return;
    yields = is(2, "0") && is(3, "01234567") ? 2 : 3;
    if (is(2, "dD") && is(3, "89abAB")) {
      written = 12;
      yields = 4;
    }
  }
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/block.hpp>
#define FEISHU_HELPDESK_BLOCK_HPP

#if FEISHU_HELPDESK_NEON
#include <arm_neon.h>
#endif

/// Questions about a block of bytes at once: all that depends on the processor.
///
/// The answers are marks, `marks_per_byte` bits for each byte that is meant, the first byte's lowest.
///
/// - `unplain_in`: quotes, backslashes, control characters, and bytes beyond ASCII.
/// - `blanks_in`: spaces and line feeds.
/// - `beyond_ascii_in`: 80…FF.
/// - `shapes_of`: what the bytes beyond ASCII are to UTF-8. `continuing`: 80…BF. `leading`: the others.
///   `leading_more`: those of them from E0 on. `doubtful`: of the leading ones those that are never
///   legal, or not before every byte, or lead four: C0, C1, E0, ED and F0…FF.
namespace feishu::helpdesk::detail {

using block_marks = std::uint64_t;

struct utf8_shapes {
  block_marks continuing;
  block_marks leading;
  block_marks leading_more;
  block_marks doubtful;
};

#if FEISHU_HELPDESK_SSE2

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned marks_per_byte = 1;

// The compilers' own vectors: <emmintrin.h> would cost users a tenth of what the standard headers do.
using block [[gnu::vector_size(16)]] = signed char;

inline block load(const char* p) noexcept {
  block bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  return bytes;
}
inline void store(char* to, block bytes) noexcept { std::memcpy(to, &bytes, sizeof bytes); }
inline block of_words(std::uint64_t first, std::uint64_t second) noexcept {
  using words [[gnu::vector_size(16)]] = std::uint64_t;
  return reinterpret_cast<block>(words{first, second});
}

inline block_marks beyond_ascii_in(block bytes) noexcept {
  using characters [[gnu::vector_size(16)]] = char;
  const int marks = __builtin_ia32_pmovmskb128(reinterpret_cast<characters>(bytes));
  return static_cast<unsigned>(marks);
}

inline block_marks unplain_in(block bytes) noexcept {
  // As signed numbers, bytes beyond ASCII are below 0x20 too.
  return beyond_ascii_in((bytes == '"') | (bytes == '\\') | (bytes < 0x20));
}

inline block_marks blanks_in(block bytes) noexcept {
  return beyond_ascii_in((bytes == ' ') | (bytes == '\n'));
}

inline utf8_shapes shapes_of(block bytes) noexcept {
  // Comparisons are of signed numbers: below or above others that are beyond ASCII.
  const auto number = [](int byte) { return static_cast<signed char>(byte); };
  const block is_e0_or_ed = (bytes == number(0xe0)) | (bytes == number(0xed));
  const block is_c0_or_c1_or_above_ef = (bytes < number(0xc2)) | (bytes > number(0xef));
  const block_marks continuing = beyond_ascii_in(bytes < number(0xc0));
  const block_marks leading = beyond_ascii_in(bytes) & ~continuing;
  return {continuing, leading, beyond_ascii_in(bytes > number(0xdf)) & leading,
          beyond_ascii_in(is_e0_or_ed | is_c0_or_c1_or_above_ef) & leading};
}

#elif FEISHU_HELPDESK_NEON

inline constexpr std::ptrdiff_t block_size = 16;
inline constexpr unsigned marks_per_byte = 4;

using block = uint8x16_t;

inline block load(const char* p) noexcept {
  return vld1q_u8(reinterpret_cast<const std::uint8_t*>(p));
}
inline void store(char* to, block bytes) noexcept {
  vst1q_u8(reinterpret_cast<std::uint8_t*>(to), bytes);
}
inline block of_words(std::uint64_t first, std::uint64_t second) noexcept {
  return vcombine_u8(vcreate_u8(first), vcreate_u8(second));
}

inline block_marks marks_of(block all_bits_set) noexcept {
  const uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(all_bits_set), 4);
  return vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
}

inline block_marks beyond_ascii_in(block bytes) noexcept {
  return marks_of(vcgeq_u8(bytes, vdupq_n_u8(0x80)));
}

inline block_marks unplain_in(block bytes) noexcept {
  const block quotes = vceqq_u8(bytes, vdupq_n_u8('"'));
  const block backslashes = vceqq_u8(bytes, vdupq_n_u8('\\'));
  const block controls = vcltq_u8(bytes, vdupq_n_u8(0x20));
  const block others = vorrq_u8(controls, vcgeq_u8(bytes, vdupq_n_u8(0x80)));
  return marks_of(vorrq_u8(vorrq_u8(quotes, backslashes), others));
}

inline block_marks blanks_in(block bytes) noexcept {
  return marks_of(vorrq_u8(vceqq_u8(bytes, vdupq_n_u8(' ')), vceqq_u8(bytes, vdupq_n_u8('\n'))));
}

inline utf8_shapes shapes_of(block bytes) noexcept {
  const auto is = [&](std::uint8_t byte) { return vceqq_u8(bytes, vdupq_n_u8(byte)); };
  const auto from = [&](std::uint8_t byte) { return vcgeq_u8(bytes, vdupq_n_u8(byte)); };
  const block overlong_two = vorrq_u8(is(0xc0), is(0xc1));
  const block particular_three = vorrq_u8(is(0xe0), is(0xed));
  return {marks_of(vbicq_u8(from(0x80), from(0xc0))), marks_of(from(0xc0)), marks_of(from(0xe0)),
          marks_of(vorrq_u8(vorrq_u8(overlong_two, particular_three), from(0xf0)))};
}

#else

inline constexpr std::ptrdiff_t block_size = 8;
inline constexpr unsigned marks_per_byte = 8;

using block = std::uint64_t;

inline constexpr block ones = 0x0101010101010101;

// The first byte is to be the lowest.
constexpr block in_order(block bytes) noexcept {
  if constexpr (std::endian::native == std::endian::little) return bytes;
  block reversed = 0;
  for (unsigned i = 0; i < 8; ++i) reversed = reversed << 8 | (bytes >> (8 * i) & 0xff);
  return reversed;
}

inline block load(const char* p) noexcept {
  block bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  return in_order(bytes);
}
inline void store(char* to, block bytes) noexcept {
  bytes = in_order(bytes);
  std::memcpy(to, &bytes, sizeof bytes);
}
constexpr block of_words(std::uint64_t first, std::uint64_t) noexcept { return first; }

// All bits of each byte whose highest is set.
constexpr block_marks marks_of(block highest) noexcept { return (highest >> 7 & ones) * 0xff; }

// Which bytes are `value` in those bits that `mask` has.
constexpr block_marks alike(block bytes, block mask, block value) noexcept {
  const block differences = (bytes ^ ones * value) & ones * mask;
  return marks_of(~(((differences & ones * 0x7f) + ones * 0x7f) | differences));
}

constexpr block_marks beyond_ascii_in(block bytes) noexcept { return marks_of(bytes); }

constexpr block_marks unplain_in(block bytes) noexcept {
  return alike(bytes, 0xff, '"') | alike(bytes, 0xff, '\\') | alike(bytes, 0xe0, 0) |
         marks_of(bytes);
}

constexpr block_marks blanks_in(block bytes) noexcept {
  return alike(bytes, 0xff, ' ') | alike(bytes, 0xff, '\n');
}

constexpr utf8_shapes shapes_of(block bytes) noexcept {
  return {alike(bytes, 0xc0, 0x80), alike(bytes, 0xc0, 0xc0), alike(bytes, 0xe0, 0xe0),
          alike(bytes, 0xfe, 0xc0) | alike(bytes, 0xff, 0xe0) | alike(bytes, 0xff, 0xed) |
              alike(bytes, 0xf0, 0xf0)};
}

#endif

template <class Word>
Word load_word(const char* p) noexcept {
  Word word = 0;
  std::memcpy(&word, p, sizeof word);
  return word;
}

/// Requests bytes that will be read soon, so that reading a large body does not wait for each page.
constexpr void fetch_ahead(const char* p, const char* end) noexcept {
  constexpr std::ptrdiff_t distance = 1024;
  if (!std::is_constant_evaluated() && end - p > distance) prefetch(p + distance);
}

/// Requests the first 4 KB of the bytes to read, before the processor can predict the accesses.
constexpr void fetch_beginning(const char* p, const char* end) noexcept {
  if (std::is_constant_evaluated()) return;
  constexpr std::ptrdiff_t cache_line = 64;
  constexpr std::ptrdiff_t most = 4096;
  const char* const last = end - p < most ? end : p + most;
  for (; p < last; p += cache_line) prefetch(p);
}

/// Four bytes, the first of them the lowest.
inline std::uint32_t load_in_order(const char* p) noexcept {
  if constexpr (std::endian::native == std::endian::little) return load_word<std::uint32_t>(p);
  std::uint32_t word = 0;
  for (unsigned i = 0; i < 4; ++i) {
    word |= std::uint32_t{static_cast<unsigned char>(p[i])} << (8 * i);
  }
  return word;
}

/// The `size` bytes at `p`, fewer than a block has, and zeros behind them.
inline block load_less(const char* p, std::size_t size) noexcept {
  if constexpr (std::endian::native != std::endian::little) {
    char bytes[static_cast<std::size_t>(block_size)]{};
    std::memcpy(bytes, p, size);
    return load(bytes);
  }
  // Words from both ends, which may overlap.
  if (size >= 8) {
    const unsigned missing = 8 * (16 - static_cast<unsigned>(size));
    const auto last = load_word<std::uint64_t>(p + size - 8);
    return of_words(load_word<std::uint64_t>(p), missing == 64 ? 0 : last >> missing);
  }
  if (size >= 4) {
    const std::uint64_t last = load_word<std::uint32_t>(p + size - 4);
    return of_words(load_word<std::uint32_t>(p) | last << (8 * (size - 4)), 0);
  }
  std::uint64_t word = 0;
  for (std::size_t i = size; i-- > 0;) word = word << 8 | static_cast<unsigned char>(p[i]);
  return of_words(word, 0);
}

// All bytes of a block, marked.
inline constexpr block_marks all_marks = ~block_marks{0} >>
                                         (64 - static_cast<unsigned>(block_size) * marks_per_byte);

/// As many bytes as one word has marks for.
inline constexpr std::ptrdiff_t stretch_size = 64 / marks_per_byte;

/// The marks of a stretch, for which `ask` is asked of each of its blocks.
template <class Question>
[[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE inline block_marks in_stretch(const char* p,
                                                                          Question&& ask) noexcept {
  block_marks marks = 0;
  for (std::ptrdiff_t i = 0; i < stretch_size; i += block_size) {
    marks |= ask(load(p + i)) << (static_cast<unsigned>(i) * marks_per_byte);
  }
  return marks;
}

/// Whether a stretch has bytes beyond ASCII.
[[nodiscard]] inline bool stretch_is_beyond_ascii(const char* p) noexcept {
  block all = load(p);
  for (std::ptrdiff_t i = block_size; i < stretch_size; i += block_size) all |= load(p + i);
  return beyond_ascii_in(all) != 0;
}

/// `shapes_of`, of a stretch.
[[nodiscard]] inline utf8_shapes shapes_of_stretch(const char* p) noexcept {
  utf8_shapes all{};
  for (std::ptrdiff_t i = 0; i < stretch_size; i += block_size) {
    const utf8_shapes some = shapes_of(load(p + i));
    const unsigned shift = static_cast<unsigned>(i) * marks_per_byte;
    all.continuing |= some.continuing << shift;
    all.leading |= some.leading << shift;
    all.leading_more |= some.leading_more << shift;
    all.doubtful |= some.doubtful << shift;
  }
  return all;
}

/// All bytes of a stretch, but for the first `count`, marked.
[[nodiscard]] constexpr block_marks marks_from(std::ptrdiff_t count) noexcept {
  return count < stretch_size ? ~block_marks{0} << (static_cast<unsigned>(count) * marks_per_byte)
                              : 0;
}

/// The lowest bit that is set; none, if none is.
[[nodiscard]] constexpr block_marks first_of(block_marks marks) noexcept {
  return marks & (~marks + 1);
}
/// The bits below the lowest that is set; all, if none is.
[[nodiscard]] constexpr block_marks before_first(block_marks marks) noexcept {
  return first_of(marks) - 1;
}

/// How many bytes stand before the first that is marked, of a block that has such.
[[nodiscard]] constexpr std::size_t before_marks(block_marks marks) noexcept {
  return static_cast<unsigned>(std::countr_zero(marks)) / marks_per_byte;
}

}  // namespace feishu::helpdesk::detail

// <feishu/helpdesk/utf8.hpp>
#define FEISHU_HELPDESK_UTF8_HPP

/// UTF-8 as RFC 3629 defines it: no surrogates, no overlong forms, nothing beyond U+10FFFF.
namespace feishu::helpdesk {
namespace detail {

// Whether a byte of a well-formed text is inside of a character.
constexpr bool is_continuing(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

}  // namespace detail

/// Follows a text byte by byte.
class utf8_checker {
 public:
  /// Whether the text can go on with this byte.
  constexpr bool accept(unsigned char byte) noexcept {
    if (left_ == 0) return byte < 0x80 || begin(byte);
    if (byte < low_ || byte > high_) return false;
    low_ = 0x80;
    high_ = 0xbf;
    --left_;
    return true;
  }

  /// Whether no character is left unfinished.
  [[nodiscard]] constexpr bool is_whole() const noexcept { return left_ == 0; }

 private:
  // The second byte's range depends on the first.
  constexpr bool begin(unsigned char byte) noexcept {
    low_ = 0x80;
    high_ = 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) {
      left_ = 1;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      left_ = 2;
      if (byte == 0xe0) low_ = 0xa0;
      if (byte == 0xed) high_ = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      left_ = 3;
      if (byte == 0xf0) low_ = 0x90;
      if (byte == 0xf4) high_ = 0x8f;
    } else {
      return false;
    }
    return true;
  }

  unsigned char left_ = 0;
  unsigned char low_ = 0;
  unsigned char high_ = 0;
};

/// Writes a code point's one to four bytes into `bytes` and returns them.
[[nodiscard]] constexpr std::string_view encode_utf8(unsigned code_point,
                                                     char (&bytes)[4]) noexcept {
  unsigned size = 0;
  const auto put = [&](unsigned byte) { bytes[size++] = static_cast<char>(byte); };
  const auto put_tail = [&](unsigned shift) { put(0x80 | (code_point >> shift & 0x3f)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | code_point >> 6);
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xe0 | code_point >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xf0 | code_point >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
  return {bytes, size};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/scan.hpp>
#define FEISHU_HELPDESK_SCAN_HPP

/// The text of JSON strings, and what stands between tokens, many bytes at a time. Everything here has
/// a plain form for constant expressions and a fast one for run time, which find the same.
namespace feishu::helpdesk {

/// Whether a byte is plain text in a JSON string: ASCII, and neither quote, backslash nor control.
[[nodiscard]] constexpr bool is_plain(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/// Whether a byte is one of the four that may stand between tokens.
[[nodiscard]] constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Skips what may stand between tokens: the first byte from `p` on that is none of it, or `end`.
[[nodiscard]] FEISHU_HELPDESK_NOINLINE constexpr const char* skip_blanks(const char* p,
                                                                         const char* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - p >= detail::block_size; p += detail::block_size) {
      const detail::block_marks others = ~detail::blanks_in(detail::load(p)) & detail::all_marks;
      if (others == 0) continue;
      p += detail::before_marks(others);
      if (static_cast<unsigned char>(*p) > ' ') return p;
      break;
    }
  }
  while (p != end && is_blank(*p)) ++p;
  return p;
}

/// Skips what stands between tokens, gap by gap. Who indents mostly does so as far as before: where that
/// is so, a processor that runs ahead of the branch need not wait for the blanks to be counted.
class gap_skipper {
 public:
  /// As `skip_blanks`.
  [[nodiscard]] FEISHU_HELPDESK_ALWAYS_INLINE constexpr const char* skip(const char* p,
                                                                         const char* end) noexcept {
    if (!std::is_constant_evaluated() && end - p >= detail::block_size) {
      const detail::block_marks others = ~detail::blanks_in(detail::load(p)) & detail::all_marks;
      const detail::block_marks first = detail::first_of(others);
      if (first == mark_) {
        p += size_;  // here and there: an addition behind both would wait
      } else {
        mark_ = first;
        size_ = others != 0 ? detail::before_marks(others) : 0;
        p += size_;
      }
      if (static_cast<unsigned char>(*p) > ' ') return p;
    }
    return skip_blanks(p, end);
  }

 private:
  detail::block_marks mark_ = 0;  // of the byte behind the last gap
  std::size_t size_ = 0;          // of that gap
};

namespace detail {

FEISHU_HELPDESK_NOINLINE constexpr const char* skip_plain_bytewise(const char* p,
                                                                   const char* end) noexcept {
  while (p != end && is_plain(*p)) ++p;
  return p;
}

}  // namespace detail

/// Skips plain text: the first byte from `p` on that is not, or `end`.
[[nodiscard]] constexpr const char* skip_plain(const char* p, const char* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - p >= detail::block_size; p += detail::block_size) {
      const detail::block_marks others = detail::unplain_in(detail::load(p));
      if (others != 0) return p + detail::before_marks(others);
    }
  }
  return detail::skip_plain_bytewise(p, end);
}

/// What is known of a text before it is read.
enum class encoding : std::uint8_t { unknown, utf8 };

namespace detail {

// Skips one character, unless it is ill-formed or cut off by `end`.
constexpr const char* skip_character(const char* p, const char* end) noexcept {
  // Most have three bytes; after E0 and ED not every second one is legal.
  const auto lead = static_cast<unsigned char>(*p);
  if ((lead & 0xf0) == 0xe0 && lead != 0xe0 && lead != 0xed && end - p >= 3 &&
      is_continuing(p[1]) && is_continuing(p[2])) {
    return p + 3;
  }
  utf8_checker checker;
  const char* q = p;
  do {
    if (q == end || !checker.accept(static_cast<unsigned char>(*q++))) return p;
  } while (!checker.is_whole());
  return q;
}

// Skips characters of three bytes that lead as those of Chinese do: each byte behind may be any that is
// legal there.
inline const char* skip_han(const char* first, const char* end) noexcept {
  const auto is_one = [](std::uint32_t bytes) {
    const std::uint32_t lead = bytes & 0xff;
    return lead - 0xe1 <= 0xef - 0xe1 && lead != 0xed && (bytes & 0xc0c000) == 0x808000;
  };
  const char* p = first;
  for (; end - p > 3; p += 3) {
    if (!is_one(load_in_order(p))) return p;
  }
  const bool is_last = end - p == 3 && p != first && is_one(load_in_order(p - 1) >> 8);
  return is_last ? end : p;
}

template <encoding Known>
FEISHU_HELPDESK_NOINLINE constexpr const char* skip_text_bytewise(const char* p,
                                                                  const char* end) noexcept {
  while (p != end) {
    if (is_plain(*p) || (Known == encoding::utf8 && static_cast<unsigned char>(*p) >= 0x80)) {
      ++p;
    } else if (static_cast<unsigned char>(*p) < 0x80) {
      return p;
    } else {
      const char* const next = skip_character(p, end);
      if (next == p) return p;
      p = next;
    }
  }
  return p;
}

// The start of the character whose byte stands before `p`.
inline const char* start_of_character(const char* p) noexcept {
  do {
    --p;
  } while (is_continuing(*p));
  return p;
}

// Follows UTF-8 through blocks of `Bytes` bytes, whose characters may reach from one into the next.
// Continuing bytes are to stand behind leads, as many as those say, and nowhere else.
template <std::ptrdiff_t Bytes>
struct utf8_follower {
  block_marks pending = 0;   // continuing bytes that are expected at the start of the next block
  block_marks expected = 0;  // and in this one

  // The next block's bytes that are wrong, or may be.
  block_marks faults_in(const utf8_shapes& shapes) noexcept {
    constexpr unsigned byte = marks_per_byte;
    constexpr unsigned size = byte * static_cast<unsigned>(Bytes);
    expected = (shapes.leading << byte | shapes.leading_more << 2 * byte | pending) &
               (~block_marks{0} >> (64 - size));
    pending = shapes.leading >> (size - byte) | shapes.leading_more >> (size - 2 * byte);
    return (expected ^ shapes.continuing) | shapes.doubtful;
  }
};

// Blocks of text.
FEISHU_HELPDESK_NOINLINE inline const char* skip_text_blocks(const char* p,
                                                             const char* end) noexcept {
  utf8_follower<block_size> utf8;
  for (;;) {
    // The zeros behind the last bytes are control characters, and so the end.
    const bool is_whole = end - p >= block_size;
    const block bytes = is_whole ? load(p) : load_less(p, static_cast<std::size_t>(end - p));
    const block_marks unplain = unplain_in(bytes);
    if ((unplain | utf8.pending) == 0) {
      p += block_size;
      continue;
    }
    const utf8_shapes shapes = shapes_of(bytes);
    const block_marks wrong = utf8.faults_in(shapes);
    const block_marks stops = (unplain & ~(shapes.leading | shapes.continuing)) | wrong;
    if (stops == 0) {
      p += block_size;
      continue;
    }
    const block_marks first = first_of(stops);
    p += before_marks(stops);
    if ((wrong & first) == 0) return p;
    if ((utf8.expected & first) != 0) p = start_of_character(p);
    const char* const next = skip_character(p, end);
    if (next == p) return p;
    p = next;
    utf8 = {};
  }
}

// The same where the characters are known to be well-formed.
inline const char* skip_utf8_blocks(const char* p, const char* end) noexcept {
  for (; end - p >= block_size; p += block_size) {
    const block bytes = load(p);
    const block_marks stops = unplain_in(bytes) & ~beyond_ascii_in(bytes);
    if (stops != 0) return p + before_marks(stops);
  }
  return skip_text_bytewise<encoding::utf8>(p, end);
}

}  // namespace detail

/// Skips text of a JSON string up to a quote, a backslash, a control character, `end`, or a character
/// that is ill-formed or, unless the text is known to be UTF-8, cut off by `end`.
template <encoding Known = encoding::unknown>
[[nodiscard]] constexpr const char* skip_text(const char* p, const char* end) noexcept {
  if (std::is_constant_evaluated()) return detail::skip_text_bytewise<Known>(p, end);
  if constexpr (Known == encoding::utf8) return detail::skip_utf8_blocks(p, end);
  p = skip_plain(p, end);
  const bool is_done = p == end || static_cast<unsigned char>(*p) < 0x80;
  return is_done ? p : detail::skip_text_blocks(p, end);
}

/// Whether a text is ASCII, of any kind.
[[nodiscard]] constexpr bool is_ascii(std::string_view text) noexcept {
  if (!std::is_constant_evaluated() && text.size() >= sizeof(std::uint64_t)) {
    const auto bits_at = [&](std::size_t place) {
      return detail::load_word<std::uint64_t>(text.data() + place);
    };
    std::uint64_t bits = bits_at(text.size() - sizeof bits);
    for (std::size_t i = 0; i + sizeof bits < text.size(); i += sizeof bits) bits |= bits_at(i);
    return (bits & 0x8080808080808080) == 0;
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// Whether a text is well-formed UTF-8, of any characters. Linear in the size of `text`.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
  if (is_ascii(text)) return true;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end; ++p) {
    if (std::is_constant_evaluated()) {
      p = skip_text(p, end);
    } else {
      // Names are short, and mostly of such characters alone: blocks would cost them more.
      p = detail::skip_han(p, end);
      if (p != end) p = detail::skip_text_blocks(p, end);
    }
    if (p == end) return true;
    if (static_cast<unsigned char>(*p) >= 0x80) return false;
  }
  return true;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/escape.hpp>
#define FEISHU_HELPDESK_ESCAPE_HPP

/// The escapes of JSON strings: one at a time, and those of a whole stretch of text.
namespace feishu::helpdesk::detail {

// By character: what it stands for after a backslash (0: nothing, or more than the character says),
// and its value as a hexadecimal digit (above 15: it is none).
struct character_table {
  char escape[256]{};
  unsigned char hex[256]{};

  consteval character_table() {
    for (unsigned char& each : hex) each = 16;
    for (unsigned char i = 0; i < 10; ++i) hex['0' + i] = i;
    for (unsigned char i = 0; i < 6; ++i) hex['a' + i] = hex['A' + i] = i + 10;
    for (const char c : {'"', '\\', '/'}) stands_for(c, c);
    stands_for('b', '\b');
    stands_for('f', '\f');
    stands_for('n', '\n');
    stands_for('r', '\r');
    stands_for('t', '\t');
  }

 private:
  consteval void stands_for(char after_backslash, char meant) {
    escape[static_cast<unsigned char>(after_backslash)] = meant;
  }
};
inline constexpr character_table characters{};

constexpr unsigned hex_value(char c) noexcept {
  return characters.hex[static_cast<unsigned char>(c)];
}
constexpr char simple_escape(char c) noexcept {
  return characters.escape[static_cast<unsigned char>(c)];
}

constexpr bool is_high_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xd800; }
constexpr bool is_low_surrogate(unsigned unit) noexcept { return (unit & 0xfc00) == 0xdc00; }
constexpr unsigned code_point_of_pair(unsigned high, unsigned low) noexcept {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

// Four hexadecimal digits; above 0xffff if they are not.
constexpr unsigned code_unit(const char* digits) noexcept {
  const unsigned a = hex_value(digits[0]);
  const unsigned b = hex_value(digits[1]);
  const unsigned c = hex_value(digits[2]);
  const unsigned d = hex_value(digits[3]);
  return (a | b | c | d) > 15 ? 0x10000 : a << 12 | b << 8 | c << 4 | d;
}

// An escape that is legal and whole; of length 0 if it is not.
struct escape {
  std::size_t length = 0;
  unsigned code_point = 0;
};

// `p` stands at a backslash.
constexpr escape read_escape(const char* p, const char* end) noexcept {
  const std::ptrdiff_t left = end - p;
  if (left < 2) return {};
  if (const char plain = simple_escape(p[1])) return {2, static_cast<unsigned char>(plain)};
  if (p[1] != 'u' || left < 6) return {};
  const unsigned unit = code_unit(p + 2);
  if (unit > 0xffff || is_low_surrogate(unit)) return {};
  if (!is_high_surrogate(unit)) return {6, unit};
  if (left < 12 || p[6] != '\\' || p[7] != 'u') return {};
  const unsigned low = code_unit(p + 8);
  if (low > 0xffff || !is_low_surrogate(low)) return {};
  return {12, code_point_of_pair(unit, low)};
}

// Skips stretches of text, and legal escapes: up to what needs a closer look, or near `end`.
template <encoding Known>
inline const char* skip_escaped_stretches(const char* p, const char* end) noexcept {
  const char* next = p;  // behind the last escape
  utf8_follower<stretch_size> utf8;
  for (; end - p > stretch_size; p += stretch_size) {
    block_marks specials = in_stretch(p, unplain_in);
    block_marks faults = 0;
    if (utf8.pending != 0 || stretch_is_beyond_ascii(p)) {
      const utf8_shapes shapes = shapes_of_stretch(p);
      if (Known != encoding::utf8) faults = utf8.faults_in(shapes);
      specials &= ~(shapes.leading | shapes.continuing) & before_first(faults);
    }
    if (next < p) next = p;
    for (specials &= marks_from(next - p); specials != 0; specials &= marks_from(next - p)) {
      const char* const special = p + before_marks(specials);
      const std::size_t length = *special == '\\' ? read_escape(special, end).length : 0;
      if (length == 0) return special;
      next = special + length;
    }
    if (faults != 0) {
      const char* const fault = p + before_marks(faults);
      return (utf8.expected & first_of(faults)) != 0 ? start_of_character(fault) : fault;
    }
  }
  if (utf8.pending != 0) return start_of_character(p);
  return next < p ? p : next;
}

// Skips text of a string, and legal escapes: up to a quote, `end`, or anything else.
template <encoding Known>
FEISHU_HELPDESK_NOINLINE constexpr const char* skip_escaped_text(const char* p,
                                                                 const char* end) noexcept {
  for (;;) {
    if (!std::is_constant_evaluated()) p = skip_escaped_stretches<Known>(p, end);
    p = skip_text<Known>(p, end);
    if (p == end || *p != '\\') return p;
    const std::size_t length = read_escape(p, end).length;
    if (length == 0) return p;
    p += length;
  }
}

// Stores a character as UTF-8, in four bytes of which those that are not needed do not matter. Returns
// how many are.
constexpr std::size_t store_character(unsigned code_point, char* to) noexcept {
  if (code_point < 0x80) {
    *to = static_cast<char>(code_point);
    return 1;
  }
  char bytes[4]{};
  const std::size_t size = encode_utf8(code_point, bytes).size();
  for (std::size_t i = 0; i < sizeof bytes; ++i) to[i] = bytes[i];
  return size;
}

// --- text and its escapes, decoded, a stretch at a time ---

// Stores text with escapes of two characters decoded. Where the next escape stands is known from the marks
// of a whole stretch, so that none waits for the one before it.
class stretch_decoder {
 public:
  static constexpr std::ptrdiff_t reach = stretch_size + block_size;      // that `take` may read
  static constexpr std::size_t excess = static_cast<std::size_t>(reach);  // that it may write

  stretch_decoder(const char* from, char* to) noexcept : place_(from), begin_(to), out_(to) {}

  // The stretch at `p`, which follows the one before it. Returns whether it is stored to its end: else
  // something needs a closer look.
  bool take(const char* p) noexcept {
    block_marks specials = in_stretch(p, unplain_in);
    block_marks faults = 0;
    if (utf8_.pending != 0 || stretch_is_beyond_ascii(p)) {
      const utf8_shapes shapes = shapes_of_stretch(p);
      faults = utf8_.faults_in(shapes);
      specials &= ~(shapes.leading | shapes.continuing) & before_first(faults);
    }
    if (!take_escapes(p, specials & marks_from(place_ - p))) return false;
    if (faults == 0) {
      if (place_ < p + stretch_size) take_run(p + stretch_size);
      return true;
    }
    take_run(p + before_marks(faults));
    if ((utf8_.expected & first_of(faults)) != 0) take_back_character();
    return false;
  }

  // After what was stored to its end: takes back a character of which only the beginning is there.
  void end() noexcept {
    if (utf8_.pending != 0) take_back_character();
  }

  // Of what is not stored yet.
  [[nodiscard]] const char* place() const noexcept { return place_; }
  [[nodiscard]] std::size_t stored() const noexcept {
    return static_cast<std::size_t>(out_ - begin_);
  }

 private:
  bool take_escapes(const char* p, block_marks specials) noexcept {
    constexpr block_marks two_bytes = (block_marks{1} << 2 * marks_per_byte) - 1;
    while (specials != 0) {
      const int mark = std::countr_zero(specials);
      take_run(p + static_cast<unsigned>(mark) / marks_per_byte);
      const char meant = *place_ == '\\' ? simple_escape(place_[1]) : '\0';
      if (meant == 0) return false;
      *out_++ = meant;
      place_ += 2;
      specials &= ~(two_bytes << mark);
    }
    return true;
  }

  // In whole blocks, the last of which mostly reads and writes beyond the end of the run.
  void take_run(const char* last) noexcept {
    const std::ptrdiff_t size = last - place_;
    std::ptrdiff_t stored = 0;
    do {
      store(out_ + stored, load(place_ + stored));
      stored += block_size;
    } while (stored < size);
    out_ += size;
    place_ = last;
  }

  void take_back_character() noexcept {
    const char* const start = start_of_character(place_);
    out_ -= place_ - start;
    place_ = start;
    utf8_ = {};
  }

  const char* place_;
  char* const begin_;
  char* out_;
  utf8_follower<stretch_size> utf8_{};
};

// Stores text, with escapes of two characters decoded, until `least` bytes are stored, which it may exceed
// by `stretch_decoder::excess`, or up to `end`, or to what needs a closer look. Moves `place` behind it;
// returns how many bytes are stored.
inline std::size_t store_unescaped(const char*& place, const char* end, char* to,
                                   std::size_t least) noexcept {
  constexpr std::ptrdiff_t reach = stretch_decoder::reach;
  stretch_decoder decoder(place, to);
  bool goes_on = true;
  for (const char* p = place; goes_on && decoder.stored() < least; p += stretch_size) {
    if (end - p < reach) break;
    goes_on = decoder.take(p);
  }
  if (goes_on) decoder.end();
  place = decoder.place();
  std::size_t stored = decoder.stored();
  while (goes_on && stored < least && place != end) {
    // The zeros behind the last bytes are control characters, and so need a closer look.
    char last_bytes[reach]{};
    std::memcpy(last_bytes, place,
                static_cast<std::size_t>(end - place < reach ? end - place : reach));
    stretch_decoder last(last_bytes, to + stored);
    goes_on = last.take(last_bytes);
    if (goes_on) last.end();
    place += last.place() - last_bytes;
    stored += last.stored();
  }
  return stored;
}

}  // namespace feishu::helpdesk::detail

// <feishu/helpdesk/number_reader.hpp>
#define FEISHU_HELPDESK_NUMBER_READER_HPP

/// A JSON number, character by character.
namespace feishu::helpdesk {

/// Reads a JSON number in chunks of any size.
class number_reader {
 public:
  /// `c` is the number's first character: a minus or a digit.
  constexpr void begin(char c) noexcept {
    token_ = {.is_negative = c == '-'};
    state_ = state::minus;
    if (c != '-') take_first_digit(c);
  }

  /// Takes the next character. False if it does not belong to the number; see then `is_whole()`.
  constexpr bool take(char c) noexcept {
    const bool is_digit = c >= '0' && c <= '9';
    switch (state_) {
      case state::minus:
        if (is_digit) take_first_digit(c);
        return is_digit;
      case state::digits:
        if (is_digit) {
          add_digit(c);
          return true;
        }
        [[fallthrough]];
      case state::zero:
        if (c == '.') return become_real(state::point);
        return (c == 'e' || c == 'E') && become_real(state::exponent_mark);
      case state::point: return is_digit && become_real(state::fraction);
      case state::fraction:
        return is_digit || ((c == 'e' || c == 'E') && become_real(state::exponent_mark));
      case state::exponent_mark:
        if (c == '+' || c == '-') return become_real(state::exponent_sign);
        [[fallthrough]];
      case state::exponent_sign: return is_digit && become_real(state::exponent);
      case state::exponent: return is_digit;
    }
    return false;
  }

  /// Whether what was taken so far is a number. A digit after a leading zero is no part of one, and
  /// cannot follow one either.
  [[nodiscard]] constexpr bool is_whole() const noexcept {
    return state_ == state::zero || state_ == state::digits || state_ == state::fraction ||
           state_ == state::exponent;
  }
  /// Whether it is a zero so far.
  [[nodiscard]] constexpr bool is_zero() const noexcept { return state_ == state::zero; }

  /// The number, once it is whole.
  [[nodiscard]] constexpr const number_token& token() const noexcept { return token_; }

 private:
  enum class state : std::uint8_t {
    minus,
    zero,
    digits,
    point,
    fraction,
    exponent_mark,
    exponent_sign,
    exponent
  };

  constexpr void take_first_digit(char c) noexcept {
    token_.magnitude = static_cast<std::uint64_t>(c - '0');
    state_ = c == '0' ? state::zero : state::digits;
  }

  constexpr bool become_real(state next) noexcept {
    token_.is_integer = false;
    state_ = next;
    return true;
  }

  constexpr void add_digit(char c) noexcept {
    constexpr std::uint64_t highest = (std::numeric_limits<std::uint64_t>::max)();
    const auto digit = static_cast<std::uint64_t>(c - '0');
    token_.magnitude =
        token_.magnitude > (highest - digit) / 10 ? highest : token_.magnitude * 10 + digit;
  }

  state state_ = state::minus;
  number_token token_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/same.hpp>
#define FEISHU_HELPDESK_SAME_HPP

/// Short texts compared without a call.
namespace feishu::helpdesk {
namespace detail {

// Whether two texts of the same size, at least that of a word, are equal: by loads of words, the last
// of which may overlap.
template <class Word>
bool are_same_by(const char* a, const char* b, std::size_t size) noexcept {
  const auto differ = [&](std::size_t at) {
    return load_word<Word>(a + at) != load_word<Word>(b + at);
  };
  for (std::size_t at = 0; at + sizeof(Word) < size; at += sizeof(Word)) {
    if (differ(at)) return false;
  }
  return !differ(size - sizeof(Word));
}

}  // namespace detail

/// Whether two texts of the same size are equal. For names, which are short.
[[nodiscard]] constexpr bool are_same(std::string_view a, std::string_view b) noexcept {
  if (std::is_constant_evaluated() || a.size() < sizeof(std::uint32_t)) return a == b;
  if (a.size() < sizeof(std::uint64_t)) {
    return detail::are_same_by<std::uint32_t>(a.data(), b.data(), a.size());
  }
  return detail::are_same_by<std::uint64_t>(a.data(), b.data(), a.size());
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/string_reader.hpp>
#define FEISHU_HELPDESK_STRING_READER_HPP

/// The inside of JSON strings: runs of text, escapes, surrogate pairs.
namespace feishu::helpdesk {

/// How far a read came: to the end of the chunk, to the end of what is read, to an error, or to where
/// the listener said stop.
enum class progress : std::uint8_t { needs_more, done, failed, stopped };

/// Whether text comes with its escapes decoded, or as it was written.
enum class escapes : std::uint8_t { decoded, kept };

/// Takes the text of a string, piece by piece, each with where it comes from. It is called seldom, and
/// its being virtual keeps one reader of strings from being compiled for each listener.
class text_sink {
 public:
  /// Answers whether to go on.
  constexpr virtual bool take(std::string_view piece, const origin& from) = 0;

 protected:
  text_sink() = default;
  ~text_sink() = default;
};

/// Reads the inside of a string, from after its opening quote to its closing one, in chunks of any
/// size.
class string_reader {
 public:
  /// A string begins: its opening quote was read.
  constexpr void begin() noexcept {
    state_ = state::text;
    utf8_ = {};
  }

  /// Reads on, and hands `sink` each piece of text. Escapes are decoded, or stay as they were written
  /// where they can, which is faster. Once `done`, `at` stands behind the closing quote.
  constexpr progress read(cursor& at, escapes treatment, encoding known, text_sink& sink) {
    while (!at.at_end()) {
      if (state_ != state::text) {
        const progress how = read_escape_bytewise(*at.p, at.offset(), sink);
        if (how != progress::done) return how;
        ++at.p;
        continue;
      }
      const char* const first = at.p;
      if (!utf8_.is_whole() && !finish_character(at)) return progress::failed;
      const char* const whole = at.p;  // of characters
      at.p = skip(at.p, at.end, treatment, known);
      if (!at.at_end() && static_cast<unsigned char>(*at.p) >= 0x80 && !finish_character(at)) {
        return progress::failed;
      }
      const bool is_escape = !at.at_end() && *at.p == '\\';
      // A short text goes with what follows, in one piece; but not an unchecked one: gathering would stop
      // at what is no UTF-8, and all begin again.
      if (is_escape && treatment == escapes::decoded && known == encoding::unknown &&
          at.p - whole <= short_text) {
        at.p = whole;
      }
      if (at.p != first && !sink.take(run(first, at.p), origin{.offset = at.offset_of(first)})) {
        return progress::stopped;
      }
      if (at.at_end()) return progress::needs_more;
      if (*at.p == '"') {
        ++at.p;
        return progress::done;
      }
      if (is_escape) {
        if (treatment == escapes::kept) {
          begin_escape(at);
        } else if (!read_escaped_text(at, sink)) {
          return progress::stopped;
        }
      } else if (static_cast<unsigned char>(*at.p) < 0x20) {
        return fail(syntax_error::control_character, at.offset());
      }
    }
    return progress::needs_more;
  }

  /// Whether an error that is yet to be found may blame text that was read already.
  [[nodiscard]] constexpr bool is_within_character() const noexcept {
    return state_ != state::text || !utf8_.is_whole();
  }

  /// Why it is no string.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }
  /// Where it stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return mark_; }

 private:
  enum class state : std::uint8_t { text, escape, hex, low_surrogate_backslash, low_surrogate_u };

  static constexpr std::ptrdiff_t short_text = 128;  // bytes that are soon read again

  FEISHU_HELPDESK_NOINLINE static constexpr const char* skip(const char* p, const char* end,
                                                             escapes treatment,
                                                             encoding known) noexcept {
    if (known == encoding::utf8) {
      return treatment == escapes::kept ? detail::skip_escaped_text<encoding::utf8>(p, end)
                                        : skip_text<encoding::utf8>(p, end);
    }
    return treatment == escapes::kept ? detail::skip_escaped_text<encoding::unknown>(p, end)
                                      : skip_text(p, end);
  }

  static constexpr std::string_view run(const char* first, const char* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
  }

  constexpr progress fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    mark_ = offset;
    return progress::failed;
  }

  // A character that the chunk's edge cuts, or that is ill-formed, byte by byte.
  FEISHU_HELPDESK_NOINLINE constexpr bool finish_character(cursor& at) noexcept {
    if (utf8_.is_whole()) character_mark_ = at.offset();
    do {
      if (!utf8_.accept(static_cast<unsigned char>(*at.p))) {
        fail(syntax_error::bad_utf8, character_mark_);
        return false;
      }
      ++at.p;
    } while (!utf8_.is_whole() && !at.at_end());
    return true;
  }

  // --- escapes, whole ones ---

  // Gathers escapes and the text about them, so that many short pieces cost little. Stops before
  // anything else: the closing quote, or an escape that is wrong or cut by the chunk's edge, which
  // then begins to be read bytewise.
  constexpr bool read_escaped_text(cursor& at, text_sink& sink) {
    constexpr std::size_t capacity = 1024;
    constexpr std::size_t known_every = 128;  // so far apart are two places that are known
    char gathered[capacity];
    const char* p = at.p;
    const char* first = p;
    std::size_t size = 0;
    std::size_t known_index = 0;
    std::size_t known_place = 0;
    const auto flush = [&] {
      const bool goes_on = size == 0 || sink.take(std::string_view(gathered, size),
                                                  origin{run(first, p), at.offset_of(first), true,
                                                         known_index, known_place});
      first = p;
      size = known_index = known_place = 0;
      return goes_on;
    };
    while (p != at.end) {
      if (capacity - size < known_every + detail::stretch_decoder::excess && !flush()) return false;
      if (size - known_index >= known_every) {
        known_index = size;
        known_place = static_cast<std::size_t>(p - first);
      }
      if (!std::is_constant_evaluated()) {
        size += detail::store_unescaped(p, at.end, gathered + size, known_every);
      }
      if (p != at.end && *p == '\\') {
        const detail::escape escape = detail::read_escape(p, at.end);
        if (escape.length == 0) {
          if (!flush()) return false;
          at.p = p;
          begin_escape(at);
          return true;
        }
        size += detail::store_character(escape.code_point, gathered + size);
        p += escape.length;
        continue;
      }
      const char* const last = skip_text(p, at.end);
      if (last == p) break;
      const std::string_view plain = run(p, last);
      if (plain.size() <= capacity - size) {
        size += plain.copy(gathered + size, plain.size());
      } else if (!flush() || !sink.take(plain, origin{.offset = at.offset_of(p)})) {
        return false;
      } else {
        first = last;
      }
      p = last;
    }
    at.p = p;
    return flush();
  }

  // --- escapes, byte by byte ---

  constexpr void begin_escape(cursor& at) noexcept {
    mark_ = at.offset();
    high_surrogate_ = 0;
    state_ = state::escape;
    ++at.p;
  }

  // `done` means that the byte was taken.
  constexpr progress read_escape_bytewise(char c, std::size_t offset, text_sink& sink) {
    switch (state_) {
      case state::escape: return read_escaped_character(c, sink);
      case state::hex: return read_hex(c, sink);
      case state::low_surrogate_backslash:
        if (c != '\\') return fail(syntax_error::lone_surrogate, mark_);
        low_mark_ = offset;
        state_ = state::low_surrogate_u;
        return progress::done;
      default:  // low_surrogate_u
        if (c == 'u') return begin_hex();
        // Wrong either way; an escape that is none at all is the greater fault.
        return detail::simple_escape(c) == 0 ? fail(syntax_error::bad_escape, low_mark_)
                                             : fail(syntax_error::lone_surrogate, mark_);
    }
  }

  constexpr progress deliver_escape(std::string_view piece, text_sink& sink) {
    state_ = state::text;
    return sink.take(piece, origin{{}, mark_, true}) ? progress::done : progress::stopped;
  }

  constexpr progress read_escaped_character(char c, text_sink& sink) {
    if (c == 'u') return begin_hex();
    const char plain = detail::simple_escape(c);
    if (plain == 0) return fail(syntax_error::bad_escape, mark_);
    return deliver_escape(std::string_view(&plain, 1), sink);
  }

  constexpr progress begin_hex() noexcept {
    state_ = state::hex;
    code_unit_ = 0;
    hex_left_ = 4;
    return progress::done;
  }

  constexpr progress read_hex(char c, text_sink& sink) {
    const unsigned digit = detail::hex_value(c);
    if (digit > 15) return fail(syntax_error::bad_escape, high_surrogate_ != 0 ? low_mark_ : mark_);
    code_unit_ = code_unit_ << 4 | digit;
    if (--hex_left_ != 0) return progress::done;

    const bool is_low = detail::is_low_surrogate(code_unit_);
    if (is_low != (high_surrogate_ != 0)) return fail(syntax_error::lone_surrogate, mark_);
    if (detail::is_high_surrogate(code_unit_)) {
      high_surrogate_ = code_unit_;
      state_ = state::low_surrogate_backslash;
      return progress::done;
    }
    char bytes[4]{};
    const unsigned code_point =
        is_low ? detail::code_point_of_pair(high_surrogate_, code_unit_) : code_unit_;
    return deliver_escape(encode_utf8(code_point, bytes), sink);
  }

  state state_ = state::text;
  syntax_error error_ = syntax_error::none;
  utf8_checker utf8_{};
  unsigned hex_left_ = 0;
  unsigned code_unit_ = 0;
  unsigned high_surrogate_ = 0;
  std::size_t mark_ = 0;      // where the escape or the error began
  std::size_t low_mark_ = 0;  // where the escape after a high surrogate began
  std::size_t character_mark_ = 0;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/reader.hpp>
#define FEISHU_HELPDESK_READER_HPP

/// An incremental JSON reader: bytes in, events with byte offsets out.
///
/// It is strict (RFC 8259: no comments, no trailing commas, no byte-order mark; UTF-8 and surrogate
/// pairs are checked), keeps one bit for each level of nesting, never recurses and never allocates.
namespace feishu::helpdesk {

/// Reads one JSON value, in chunks of any size, and tells a handler what it meets.
///
/// The handler is any object with these members; each returns whether to go on. Text comes unescaped,
/// in one piece or several, each with where it came from.
///
///     bool begin_object(std::size_t offset);   bool end_object(std::size_t offset);
///     bool begin_array(std::size_t offset);    bool end_array(std::size_t offset);
///     bool begin_name(std::size_t offset);     bool end_name();
///     bool name_text(std::string_view piece);
///     bool begin_string(std::size_t offset);   bool end_string(std::size_t offset);
///     bool string_text(std::string_view piece, const origin&);
///     bool number(std::size_t offset, const number_token&);
///     bool boolean(std::size_t offset);        bool null(std::size_t offset);
///
/// A handler may also have
///
///     std::string_view expected_name() const;
///     bool name_as_expected(std::size_t offset);
///     bool name(std::size_t offset, std::string_view whole);
///     bool string(std::size_t offset, std::string_view whole, std::size_t end);
///     bool wants_escapes_decoded() const;
///
/// The first is a guess of the next name, with its closing quote; where it is right, the second is
/// called in the place of what follows. `name` and `string` are called in the place of three for what
/// stands in one chunk without escapes. The last is asked before and within a string value, and always
/// answers the same for one: if not, its text comes as it was written, but for escapes that a chunk's
/// edge cuts. A handler of a text that is UTF-8 for certain saves the reader from checking that by
///
///     static constexpr encoding known_encoding = encoding::utf8;
class reader {
 public:
  /// Begins another text.
  constexpr void begin() noexcept {
    state_ = state::value;
    error_ = syntax_error::none;
    levels_ = 1;
  }

  /// Reads on: `chunk` begins at `offset` of the text. Returns whether to go on: false after an error
  /// (see `error()`), and when the handler said so; there is no writing on then. Linear in the size of
  /// `chunk`.
  template <class Handler>
  constexpr bool write(std::string_view chunk, Handler& handler, std::size_t offset) {
    if (error_ != syntax_error::none) return false;
    cursor at(chunk, offset);
    gap_skipper gap;
    progress how = progress::done;
    if (is_within_token()) {
      how = read_on(at, handler);
      if (how != progress::done) return how == progress::needs_more;
    }
    // Each state leads to the next one below it where that is what mostly follows.
    for (state now = state_;;) {
      switch (now) {
        case state::next_name:
        case state::first_name:
          if (!stands_at(at, '"') && !skip_gap(at, gap)) return pause(now);
          if (*at.p == '}' && now == state::first_name) {
            now = state::end;
            continue;
          }
          if (const state next = read_expected_name(at, handler); next != state::next_name) {
            now = next;
            continue;
          }
          how = read_name(at, handler);
          if (how != progress::done) return how == progress::needs_more;
          [[fallthrough]];
        case state::colon:
          if (!stands_at(at, ':') && !skip_gap(at, gap)) return pause(state::colon);
          if (*at.p != ':') return fail(syntax_error::expected_colon, at.offset());
          ++at.p;
          now = state::value;
          [[fallthrough]];
        case state::value:
        case state::first_element: {
          if (stands_at(at, ' ')) ++at.p;  // as most that indent write it
          if (!skip_gap(at, gap)) return pause(now);
          const char c = *at.p;
          if (c == '"') {
            how = read_string(at, handler);
          } else if (c == '{' || c == '[') {
            if (!open(at, handler)) return false;
            now = c == '{' ? state::first_name : state::first_element;
            continue;
          } else if (c == ']' && now == state::first_element) {
            now = state::end;
            continue;
          } else {
            how = read_other(at, handler);
          }
          if (how != progress::done) return how == progress::needs_more;
          if (is_outermost()) {
            now = state::done;
            continue;
          }
          now = state::comma_or_end;
          [[fallthrough]];
        }
        case state::comma_or_end:
          if (!stands_at(at, ',') && !skip_gap(at, gap)) return pause(now);
          if (*at.p == ',') {
            ++at.p;
            now = is_in_object() ? state::next_name : state::value;
            continue;
          }
          if (*at.p != (is_in_object() ? '}' : ']')) {
            return fail(syntax_error::expected_comma_or_end, at.offset());
          }
          [[fallthrough]];
        case state::end:
          detail::fetch_ahead(at.p, at.end);
          if (!close(at, handler)) return false;
          now = after_value();
          continue;
        case state::done:
          if (!skip_gap(at, gap)) return pause(now);
          return fail(syntax_error::trailing_text, at.offset());
        case state::stopped: return false;
        default: return true;
      }
    }
  }

  /// Says that the text ends here, at offset `end`. Returns whether it was one well-formed value.
  template <class Handler>
  constexpr bool finish(Handler& handler, std::size_t end) {
    if (error_ != syntax_error::none) return false;
    if (is_outermost() && state_ == state::number && number_.is_whole() &&
        end_number(handler) != progress::done) {
      return false;
    }
    return state_ == state::done || fail(syntax_error::end_of_text, end);
  }

  /// Why the text is not JSON; `none` as long as it may be.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// Where the text stopped making sense.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }

  /// Whether an error that is yet to be found may blame text that was read already.
  [[nodiscard]] constexpr bool is_within_character() const noexcept {
    return (state_ == state::string || state_ == state::name) && string_.is_within_character();
  }

  /// Whether the reader stands within a string value, a number or a literal.
  [[nodiscard]] constexpr bool is_within_scalar() const noexcept { return state_ >= state::string; }

 private:
  enum class state : std::uint8_t {
    value,
    first_element,  // or the end of the array
    first_name,     // or the end of the object
    next_name,
    colon,
    comma_or_end,
    end,  // of an array or object: its bracket stands here
    done,
    stopped,  // as the handler said
    // Within a token:
    name,
    string,
    number,
    literal
  };

  constexpr bool fail(syntax_error error, std::size_t offset) noexcept {
    error_ = error;
    error_offset_ = offset;
    return false;
  }

  constexpr progress fail_token(syntax_error error, const cursor& at) noexcept {
    fail(error, at.offset());
    return progress::failed;
  }

  // The chunk ends.
  constexpr bool pause(state where) noexcept {
    state_ = where;
    return true;
  }

  template <class Handler>
  [[nodiscard]] static consteval encoding known_encoding() {
    if constexpr (requires { Handler::known_encoding; }) return Handler::known_encoding;
    return encoding::unknown;
  }

  [[nodiscard]] constexpr bool is_within_token() const noexcept { return state_ >= state::name; }

  [[nodiscard]] constexpr bool is_in_object() const noexcept { return (levels_ & 1) != 0; }

  [[nodiscard]] constexpr bool is_outermost() const noexcept { return levels_ == 1; }

  [[nodiscard]] constexpr state after_value() const noexcept {
    return is_outermost() ? state::done : state::comma_or_end;
  }

  // What an event's handler answered.
  static constexpr progress done_if(bool goes_on) noexcept {
    return goes_on ? progress::done : progress::stopped;
  }

  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr bool stands_at(const cursor& at, char c) noexcept {
    return !at.at_end() && *at.p == c;
  }

  // Returns whether anything is left.
  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr bool skip_gap(cursor& at,
                                                               gap_skipper& gap) noexcept {
    if (!at.at_end() && static_cast<unsigned char>(*at.p) > ' ') return true;
    at.p = gap.skip(at.p, at.end);
    return !at.at_end();
  }

  // --- brackets ---

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool open(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    if (levels_ >> max_depth != 0) return fail(syntax_error::too_deep, offset);
    const bool is_object = *at.p++ == '{';
    levels_ = levels_ << 1 | std::uint64_t{is_object};
    return is_object ? handler.begin_object(offset) : handler.begin_array(offset);
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool close(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    levels_ >>= 1;
    return *at.p++ == '}' ? handler.end_object(offset) : handler.end_array(offset);
  }

  // --- tokens that mostly stand in one chunk: inlined, so that the cursor stays in registers ---

  // A name that the handler foresaw, and its colon if that stands next to it. Returns what is next:
  // still the name, if it is another one.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE static constexpr state read_expected_name(cursor& at,
                                                                          Handler& handler) {
    if constexpr (requires { handler.name_as_expected(at.offset()); }) {
      const std::string_view name = handler.expected_name();
      const bool is_there = *at.p == '"' && static_cast<std::size_t>(at.end - at.p) > name.size() &&
                            are_same({at.p + 1, name.size()}, name);
      if (is_there) {
        if (!handler.name_as_expected(at.offset())) return state::stopped;
        at.p += 1 + name.size();
        if (!stands_at(at, ':')) return state::colon;
        ++at.p;
        return state::value;
      }
    }
    return state::next_name;
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_name(cursor& at, Handler& handler) {
    if (*at.p != '"') return fail_token(syntax_error::expected_name, at);
    const std::size_t offset = at.offset();
    ++at.p;
    if constexpr (requires { handler.name(offset, std::string_view()); }) {
      const char* const last = skip_plain(at.p, at.end);
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        at.p = last + 1;
        return done_if(handler.name(offset, whole));
      }
    }
    state_ = state::name;
    string_.begin();
    return handler.begin_name(offset) ? read_on(at, handler) : progress::stopped;
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_other(cursor& at, Handler& handler) {
    const char c = *at.p;
    value_offset_ = at.offset();
    if (c == '-' || (c >= '0' && c <= '9')) return read_number(at, handler);
    if (c != 't' && c != 'f' && c != 'n') {
      return fail_token(syntax_error::expected_value, at);
    }
    literal_ = c == 't' ? "true" : c == 'f' ? "false" : "null";
    is_null_ = c == 'n';
    state_ = state::literal;
    return read_on(at, handler);
  }

  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_string(cursor& at, Handler& handler) {
    const std::size_t offset = at.offset();
    ++at.p;
    if constexpr (requires { handler.string(offset, std::string_view(), offset); }) {
      const char* last = skip_text<known_encoding<Handler>()>(at.p, at.end);
      if constexpr (requires { handler.wants_escapes_decoded(); }) {
        if (last != at.end && *last == '\\' && !handler.wants_escapes_decoded()) {
          last = detail::skip_escaped_text<known_encoding<Handler>()>(last, at.end);
        }
      }
      if (last != at.end && *last == '"') {
        const std::string_view whole(at.p, static_cast<std::size_t>(last - at.p));
        at.p = last + 1;
        return done_if(handler.string(offset, whole, at.offset_of(last)));
      }
    }
    state_ = state::string;
    string_.begin();
    return handler.begin_string(offset) ? read_on(at, handler) : progress::stopped;
  }

  // An integer of a few digits at once; anything else bytewise.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_number(cursor& at, Handler& handler) {
    constexpr std::ptrdiff_t few = 10;
    const char* p = at.p;
    std::uint64_t magnitude = 0;
    while (p != at.end && *p >= '0' && *p <= '9') {
      magnitude = magnitude * 10 + static_cast<std::uint64_t>(*p++ - '0');
      if (p - at.p == few) break;
    }
    const bool has_leading_zero = *at.p == '0' && p - at.p > 1;
    if (p != at.p && p != at.end && !has_leading_zero && (*p == ',' || *p == '}')) {
      at.p = p;
      return done_if(handler.number(value_offset_, {.magnitude = magnitude}));
    }
    number_.begin(*at.p);
    ++at.p;
    state_ = state::number;
    return read_on(at, handler);
  }

  // The rest of a token, in what is left of the chunk. The copy lets the cursor stay in registers.
  template <class Handler>
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr progress read_on(cursor& at, Handler& handler) {
    cursor within = at;
    const progress how = read_cut_token(within, handler);
    at.p = within.p;
    return how;
  }

  // --- tokens that a chunk's edge may have cut, or that hold escapes ---

  // Leaves the state behind the token, or where it is if the chunk ends first.
  template <class Handler>
  FEISHU_HELPDESK_NOINLINE constexpr progress read_cut_token(cursor& at, Handler& handler) {
    switch (state_) {
      case state::name:
      case state::string: return read_cut_text(at, handler);
      case state::number: return read_cut_number(at, handler);
      default: return read_cut_literal(at, handler);
    }
  }

  template <class Handler>
  class listener final : public text_sink {
   public:
    constexpr listener(Handler& handler, bool is_name) : handler_(handler), is_name_(is_name) {}
    constexpr bool take(std::string_view piece, const origin& from) override {
      return is_name_ ? handler_.name_text(piece) : handler_.string_text(piece, from);
    }

   private:
    Handler& handler_;
    bool is_name_;
  };

  // A name or a string.
  template <class Handler>
  constexpr progress read_cut_text(cursor& at, Handler& handler) {
    const bool is_name = state_ == state::name;
    escapes treatment = escapes::decoded;
    if constexpr (requires { handler.wants_escapes_decoded(); }) {
      if (!is_name && !handler.wants_escapes_decoded()) treatment = escapes::kept;
    }
    listener<Handler> sink(handler, is_name);
    const progress how = string_.read(at, treatment, known_encoding<Handler>(), sink);
    if (how == progress::failed) fail(string_.error(), string_.error_offset());
    if (how != progress::done) return how;
    state_ = is_name ? state::colon : after_value();
    return done_if(is_name ? handler.end_name() : handler.end_string(at.offset() - 1));
  }

  template <class Handler>
  constexpr progress read_cut_number(cursor& at, Handler& handler) {
    while (!at.at_end() && number_.take(*at.p)) ++at.p;
    if (at.at_end()) return progress::needs_more;
    const bool digit_after_zero = number_.is_zero() && *at.p >= '0' && *at.p <= '9';
    if (!number_.is_whole() || digit_after_zero) return fail_token(syntax_error::bad_number, at);
    return end_number(handler);
  }

  template <class Handler>
  constexpr progress end_number(Handler& handler) {
    state_ = after_value();
    return done_if(handler.number(value_offset_, number_.token()));
  }

  // `literal_` is what is left of it.
  template <class Handler>
  constexpr progress read_cut_literal(cursor& at, Handler& handler) {
    for (; *literal_ != '\0' && !at.at_end(); ++at.p, ++literal_) {
      if (*at.p != *literal_) return fail_token(syntax_error::bad_literal, at);
    }
    if (*literal_ != '\0') return progress::needs_more;
    state_ = after_value();
    return done_if(is_null_ ? handler.null(value_offset_) : handler.boolean(value_offset_));
  }

  state state_ = state::value;
  syntax_error error_ = syntax_error::none;
  bool is_null_ = false;
  std::uint64_t levels_ = 1;  // a bit for each, the innermost lowest: it is an object; above, a one
  std::size_t value_offset_ = 0;
  std::size_t error_offset_ = 0;
  const char* literal_ = "";
  number_reader number_{};
  string_reader string_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/card.hpp>
#define FEISHU_HELPDESK_CARD_HPP

/// What is judged of `push_content`: that it is the text of one JSON object, which kind of card it
/// declares, and its size.
namespace feishu::helpdesk {

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
    members_.begin();
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
    if (error_ != syntax_error::none) return;
    if (!has_begun_) find_beginning(piece, from);
    if (!reader_.write(piece, members_, before)) {
      error_ = reader_.error();
      error_offset_ = offset_of(reader_.error_offset(), before, from);
      return;
    }
    if (reader_.is_within_character()) remember_tail(before, from);
  }

  /// Says that the text ends at offset `end`.
  constexpr void finish(std::size_t end) noexcept {
    if (error_ != syntax_error::none) return;
    if (!reader_.finish(members_, size_)) {
      error_ = reader_.error();
      error_offset_ = end;
    } else if (!members_.root_is_object) {
      error_ = syntax_error::not_an_object;
      error_offset_ = beginning_;
    }
  }

  /// Why it is no card; `none` if it is one.
  [[nodiscard]] constexpr syntax_error error() const noexcept { return error_; }

  /// In the text that the pieces come from.
  [[nodiscard]] constexpr std::size_t error_offset() const noexcept { return error_offset_; }
  /// In bytes, unescaped.
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
      named = whole == "schema" ? member::schema : whole == "type" ? member::type : member::other;
      return true;
    }
    [[nodiscard]] constexpr bool wants_escapes_decoded() const noexcept { return depth == 1; }
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
      if (depth != 1) return true;
      if (named == member::schema) schema_is_2 = whole == "2.0";
      if (named == member::type) type_is_template = whole == "template";
      return true;
    }
    constexpr bool number(std::size_t, const number_token&) noexcept { return begin_value(false); }
    constexpr bool boolean(std::size_t) noexcept { return begin_value(false); }
    constexpr bool null(std::size_t) noexcept { return begin_value(false); }

    constexpr bool begin_value(bool is_object) noexcept {
      if (depth == 0) {
        root_is_object = is_object;
      } else if (depth == 1) {
        if (named == member::schema) schema_is_2 = false;
        if (named == member::type) type_is_template = false;
      }
      return true;
    }
    constexpr bool gather(std::string_view piece) noexcept {
      if (depth == 1) text_.append(piece);
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

    constexpr void begin() noexcept {
      named = member::other;
      depth = 0;
      root_is_object = false;
      schema_is_2 = false;
      type_is_template = false;
    }

    enum class member : std::uint8_t { other, schema, type };

    short_text text_{};  // of a name or a string that comes in pieces
    member named = member::other;
    unsigned depth = 0;
    bool root_is_object = false;
    bool schema_is_2 = false;
    bool type_is_template = false;
  };

  constexpr void find_beginning(std::string_view piece, const origin& from) noexcept {
    const char* const end = piece.data() + piece.size();
    const char* const first = skip_blanks(piece.data(), end);
    has_begun_ = first != end;
    if (has_begun_) beginning_ = from.offset_of(static_cast<std::size_t>(first - piece.data()));
  }

  // The source's offset of what stands at `place` of the card's text.
  [[nodiscard]] constexpr std::size_t offset_of(std::size_t place, std::size_t before,
                                                const origin& from) const noexcept {
    return place >= before ? from.offset_of(place - before) : tail_[place % tail_size];
  }

  // An error in a character that a piece's edge cuts blames its first byte: keeps where the last few
  // bytes came from.
  constexpr void remember_tail(std::size_t before, const origin& from) noexcept {
    const std::size_t first = size_ - before > tail_size ? size_ - tail_size : before;
    std::size_t offsets[tail_size]{};
    from.store_offsets(first - before, size_ - before, offsets);
    for (std::size_t i = first; i < size_; ++i) tail_[i % tail_size] = offsets[i - first];
  }

  static constexpr std::size_t tail_size = 16;  // an escaped surrogate pair is 12 bytes

  reader reader_{};
  root_members members_{};
  syntax_error error_ = syntax_error::none;
  std::size_t error_offset_ = 0;
  bool has_begun_ = false;
  std::size_t beginning_ = 0;  // where the value begins, in the source
  std::size_t size_ = 0;
  std::size_t tail_[tail_size];
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/members.hpp>
#define FEISHU_HELPDESK_MEMBERS_HPP

/// What a name tells of the value that follows it: the field table, ready for judging.
namespace feishu::helpdesk {

namespace detail {

// A member's name as a text has it, with its closing quote behind.
class quoted_name {
 public:
  constexpr quoted_name() = default;
  constexpr explicit quoted_name(std::string_view name) noexcept {
    for (const char c : name) text_[size_++] = c;
    text_[size_++] = '"';
  }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }

 private:
  char text_[32]{};  // the tables are constants: one with a longer name does not compile
  std::size_t size_ = 0;
};

}  // namespace detail

/// A member of an object, and what is known of any value of it before that is seen.
struct named_member {
  detail::quoted_name name{};          ///< as the wire has it, to its closing quote
  const named_member* next = nullptr;  ///< whose name mostly follows
  facts known = 0;   ///< of any value: it is required, assigned by the server, or an element's id
  facts sought = 0;  ///< what matters of a text that is not empty; of any other value, everything
  std::uint32_t bit = 0;   ///< of the i-th member: the i-th
  std::uint8_t index = 0;  ///< in the object's table
  member_kind kind{};      ///< what it holds
  json_type type{};        ///< that it has
};

namespace detail {

// The members of all objects, those of one next to each other.
class named_members {
 public:
  constexpr named_members() noexcept {
    std::size_t size = 0;
    for (const object_info* object :
         {&notification_object, &user_object, &department_object, &chat_object}) {
      first_[static_cast<std::size_t>(object->kind)] = rows_ + size;
      for (std::size_t i = 0; i < object->members.size(); ++i) {
        rows_[size + i] = row_of(*object, i);
        rows_[size + i].next = &rows_[size + after(*object, i)];
      }
      size += object->members.size();
    }
  }

  [[nodiscard]] constexpr const named_member* of(object_kind object) const noexcept {
    return first_[static_cast<std::size_t>(object)];
  }

 private:
  static constexpr named_member row_of(const object_info& object, std::size_t index) noexcept {
    const member_info& about = object.members[index];
    const facts known = known_of(object, index);
    return {.name = quoted_name(about.name),
            .known = known,
            .sought = sought_in(about.kind, known),
            .bit = std::uint32_t{1} << index,
            .index = static_cast<std::uint8_t>(index),
            .kind = about.kind,
            .type = type_of(about.kind)};
  }

  // Members tend to stand in the table's order; many bodies have no others than they need.
  static constexpr std::size_t after(const object_info& object, std::size_t index) noexcept {
    const std::size_t size = object.members.size();
    for (std::size_t i = index + 1; object.members[index].required && i < size; ++i) {
      if (object.members[i].required) return i;
    }
    return index + 1 < size ? index + 1 : 0;
  }

  static constexpr facts known_of(const object_info& object, std::size_t index) noexcept {
    if (object.kind != object_kind::the_notification) {
      return index == 0 ? facts_of(observed::element_id) : 0;
    }
    const member_info& about = object.members[index];
    return (about.required ? facts_of(observed::required_member) : 0) |
           (about.by == assigned_by::server ? facts_of(observed::server_assigned) : 0);
  }

  static constexpr facts sought_in(member_kind kind, facts known) noexcept {
    switch (kind) {
      case member_kind::text:
      case member_kind::department_id: return known | facts_of(observed::well_typed);
      case member_kind::user_id:
        return known | facts_of(observed::well_typed) | facts_of(observed::foreign_prefix);
      default: return ~facts{0};
    }
  }

  named_member rows_[std::size(fields) + std::size(user_members) + std::size(department_members) +
                     std::size(chat_members)]{};
  const named_member* first_[4]{};  // by `object_kind`
};
inline constexpr named_members all_members{};

}  // namespace detail

/// The members of an object: as many as it has, in the order of its table.
[[nodiscard]] constexpr const named_member* members_of(const object_info& object) noexcept {
  return detail::all_members.of(object.kind);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/probe.hpp>
#define FEISHU_HELPDESK_PROBE_HPP

/// What is observed of a text as it passes by in pieces.
namespace feishu::helpdesk {

/// Follows decimal digits.
class digits_probe {
 public:
  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    count_ += piece.size();
    if (count_ > safe_count) {
      for (const char c : piece) add(c);
      return;
    }
    std::int64_t value = value_;
    bool all_digits = true;
    for (const char c : piece) {
      const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
      all_digits = all_digits && digit <= 9;
      value = value * 10 + (digit & 0xf);
    }
    value_ = value;
    is_decimal_ = is_decimal_ && all_digits;
  }

  /// Whether there was nothing but digits.
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return is_decimal_; }

  /// Whether there was nothing but digits, and `value()` fits in 64 bits.
  [[nodiscard]] constexpr bool is_number() const noexcept { return is_decimal_ && !is_too_big_; }
  /// 0 if it is not a number.
  [[nodiscard]] constexpr std::int64_t value() const noexcept { return is_number() ? value_ : 0; }

 private:
  constexpr void add(char c) noexcept {
    constexpr std::int64_t highest = (std::numeric_limits<std::int64_t>::max)();
    const std::int64_t digit = c - '0';
    if (digit < 0 || digit > 9) {
      is_decimal_ = false;
    } else if (value_ > (highest - digit) / 10) {
      is_too_big_ = true;
    } else if (!is_too_big_) {
      value_ = value_ * 10 + digit;
    }
  }

  // So many digits make a number that fits.
  static constexpr std::size_t safe_count = std::numeric_limits<std::int64_t>::digits10;

  std::size_t count_ = 0;
  std::int64_t value_ = 0;
  bool is_decimal_ = true;
  bool is_too_big_ = false;
};

/// Compares a text with another, which must live as long.
class comparing_probe {
 public:
  /// Compares with nothing.
  constexpr comparing_probe() = default;
  /// Compares with `other`.
  constexpr explicit comparing_probe(std::string_view other) noexcept : rest_(other) {}

  /// More of the text.
  constexpr void add(std::string_view piece) noexcept {
    const std::size_t common = piece.size() < rest_.size() ? piece.size() : rest_.size();
    is_prefix_ = is_prefix_ && rest_.substr(0, common) == piece.substr(0, common);
    is_longer_ = is_longer_ || piece.size() > common;
    rest_.remove_prefix(common);
  }

  /// Whether the text is the other one.
  [[nodiscard]] constexpr bool is_same() const noexcept {
    return is_prefix_ && !is_longer_ && rest_.empty();
  }
  /// Whether the text begins with the other one.
  [[nodiscard]] constexpr bool begins_with() const noexcept { return is_prefix_ && rest_.empty(); }

 private:
  std::string_view rest_{};
  bool is_prefix_ = true;
  bool is_longer_ = false;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/text_observer.hpp>
#define FEISHU_HELPDESK_TEXT_OBSERVER_HPP

/// What is observed of a text of the body while it passes by in pieces; nothing of it is kept.
namespace feishu::helpdesk {

/// Time stamps below the one are taken for seconds, and from the other on for microseconds: as
/// milliseconds, the first is in 1973 and the second in 5138.
inline constexpr std::int64_t least_milliseconds = 100'000'000'000;
/// See `least_milliseconds`.
inline constexpr std::int64_t least_microseconds = 100'000'000'000'000;

/// What the id of a chat begins with.
inline constexpr std::string_view chat_id_prefix = "oc_";

/// The facts about a text of the right type of which only matters whether it is empty.
[[nodiscard]] constexpr facts facts_of_text(bool is_empty) noexcept {
  return facts_of(observed::well_typed) | (is_empty ? facts_of(observed::empty_text) : facts{0});
}

/// The facts about a time stamp; `now` is the present time, if it should not lie before that.
[[nodiscard]] constexpr facts facts_of_time_stamp(const digits_probe& digits,
                                                  std::optional<std::int64_t> now) noexcept {
  if (!digits.is_number()) return facts_of(observed::not_a_time_stamp);
  const std::int64_t value = digits.value();
  const bool is_plausible = value >= least_milliseconds && value < least_microseconds;
  facts found = is_plausible ? facts{0} : facts_of(observed::not_milliseconds);
  if (now && value < *now) found |= facts_of(observed::before_now);
  return found;
}

/// The facts about a card that was read to its end.
[[nodiscard]] constexpr facts facts_of_card(const card_checker& card) noexcept {
  facts found = 0;
  if (card.error() != syntax_error::none) {
    found |= facts_of(observed::card_ill_formed);
  } else if (card.kind() != card_kind::plain) {
    found |= facts_of(observed::card_undocumented);
  }
  if (card.size() > card_size_limit) found |= facts_of(observed::card_oversized);
  return found;
}

/// Watches one text at a time for what its member is judged by.
class text_observer {
 public:
  // --- what to watch for, said before the first piece ---

  /// Nothing: the text does not matter.
  constexpr void ignore() noexcept { watch(watched::nothing); }
  /// Whether the text is empty.
  constexpr void watch_size() noexcept { watch(watched::size); }
  /// Whether the text is a time stamp.
  constexpr void watch_digits() noexcept {
    watch(watched::digits);
    digits_ = {};
  }
  /// Whether the text is a card.
  constexpr void watch_card() noexcept {
    watch(watched::card);
    card_.begin();
  }
  /// Whether the text is `other`, which must live as long.
  constexpr void watch_whole(std::string_view other) noexcept {
    watch(watched::whole);
    comparison_ = comparing_probe(other);
  }
  /// Whether the text begins with `prefix`, which must live as long.
  constexpr void watch_beginning(std::string_view prefix) noexcept {
    watch(watched::beginning);
    comparison_ = comparing_probe(prefix);
    prefix_ = prefix;
  }

  /// Whether the text does not matter.
  [[nodiscard]] constexpr bool is_ignored() const noexcept { return watched_ == watched::nothing; }
  /// Whether the text is to be a card.
  [[nodiscard]] constexpr bool is_card() const noexcept { return watched_ == watched::card; }

  /// More of the text.
  constexpr void add(std::string_view piece, const origin& from) {
    size_ += piece.size();
    switch (watched_) {
      case watched::card: card_.write(piece, from); break;
      case watched::digits: digits_.add(piece); break;
      case watched::whole:
      case watched::beginning: comparison_.add(piece); break;
      default: break;
    }
  }

  // --- what was seen ---

  /// `now` is the present time, for a time stamp that should not lie before it. Of a card, only
  /// whether its text is empty; see `finished_card`.
  [[nodiscard]] constexpr facts seen(std::optional<std::int64_t> now) const noexcept {
    facts found = facts_of_text(size_ == 0);
    if (watched_ == watched::digits && size_ != 0) found |= facts_of_time_stamp(digits_, now);
    if (watched_ == watched::whole && !comparison_.is_same()) {
      found |= facts_of(observed::other_than_requested);
    }
    if (watched_ == watched::beginning && size_ != 0 && !comparison_.begins_with()) {
      found |= facts_of(observed::foreign_prefix);
    }
    return found;
  }

  /// The card, whose text ended at offset `end` of its source.
  [[nodiscard]] constexpr const card_checker& finished_card(std::size_t end) {
    card_.finish(end);
    return card_;
  }

  /// In bytes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Of a time stamp; else 0.
  [[nodiscard]] constexpr std::int64_t number() const noexcept {
    return watched_ == watched::digits ? digits_.value() : 0;
  }
  /// What the text was to begin with; empty if that does not matter.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    return watched_ == watched::beginning ? prefix_ : std::string_view();
  }

 private:
  enum class watched : std::uint8_t { nothing, size, whole, beginning, digits, card };

  constexpr void watch(watched what) noexcept {
    watched_ = what;
    size_ = 0;
  }

  watched watched_ = watched::nothing;
  std::size_t size_ = 0;
  std::string_view prefix_{};
  digits_probe digits_{};
  comparing_probe comparison_{};
  card_checker card_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/location.hpp>
#define FEISHU_HELPDESK_LOCATION_HPP

/// Where in a notification something is.
namespace feishu::helpdesk {

/// The name of a member that the schema does not know: its first 64 bytes, cut at a character's edge
/// and marked with an ellipsis if there were more.
class unknown_name {
 public:
  /// The bytes that are kept.
  static constexpr std::size_t capacity = 64;

  /// No name.
  constexpr unknown_name() noexcept {
    // Bytes beyond the size are never looked at; a constant needs them all.
    if (std::is_constant_evaluated()) {
      for (char& each : text_) each = 0;
    }
  }
  /// A name that is at hand as a whole.
  constexpr explicit unknown_name(std::string_view name) noexcept : unknown_name() { append(name); }

  /// More of a name that comes in pieces.
  constexpr void append(std::string_view piece) noexcept {
    for (const char c : piece) {
      if (is_cut_) return;
      if (size_ == capacity) return cut();
      text_[size_++] = c;
    }
  }

  /// What was kept.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }
  /// Whether there is no name.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  /// Whether it is but the beginning of the name.
  [[nodiscard]] constexpr bool is_cut() const noexcept { return is_cut_; }

  /// By what was kept.
  friend constexpr bool operator==(const unknown_name& a, const unknown_name& b) noexcept {
    return a.text() == b.text();
  }

 private:
  static constexpr std::string_view ellipsis = "\xe2\x80\xa6";

  // A character that does not end by byte 64 goes as a whole. The name is whole UTF-8 up to here, so
  // the last lead byte tells how long its character is to be.
  constexpr void cut() noexcept {
    std::size_t start = size_ - 1;
    while (start > 0 && detail::is_continuing(text_[start])) --start;
    const auto lead = static_cast<unsigned char>(text_[start]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (start + length > size_) size_ = static_cast<std::uint8_t>(start);
    for (const char c : ellipsis) text_[size_++] = c;
    is_cut_ = true;
  }

  char text_[capacity + ellipsis.size()];
  std::uint8_t size_ = 0;
  bool is_cut_ = false;
};

/// A place in a notification: the body itself, a member, an element of a list, or a member of that.
class location {
 public:
  /// The body.
  constexpr location() = default;
  /// A member of the body.
  constexpr location(field member) noexcept : member_(static_cast<std::uint8_t>(member)) {}

  /// The `index`-th element of the list that is here.
  [[nodiscard]] constexpr location element(std::size_t index) const noexcept {
    location inner = *this;
    inner.index_ = index;
    return inner;
  }

  /// The `index`-th member of the user, department or chat that is here.
  [[nodiscard]] constexpr location nested(std::size_t index) const noexcept {
    location inner = *this;
    inner.nested_ = static_cast<std::uint8_t>(index);
    return inner;
  }

  /// A member of the object that is here which the schema does not know.
  [[nodiscard]] constexpr location unknown(const unknown_name& name) const noexcept {
    location inner = *this;
    inner.name_ = name;
    inner.has_name_ = true;
    return inner;
  }

  /// Whether it is the body as a whole.
  [[nodiscard]] constexpr bool is_body() const noexcept { return member_ == nothing && !has_name_; }
  /// Whether it is a member of the body that the schema knows, or inside one.
  [[nodiscard]] constexpr bool in_member() const noexcept { return member_ != nothing; }

  /// The member of the notification; only where `in_member()`.
  [[nodiscard]] constexpr field member() const noexcept { return static_cast<field>(member_); }

  /// The table's row about the member that is here; null for the body, elements and unknown members.
  [[nodiscard]] constexpr const member_info* described() const noexcept {
    if (!in_member() || has_name_) return nullptr;
    const member_info& outer = info(member());
    if (nested_ != nothing) return &object_in(outer.kind)->members[nested_];
    return index_ == npos ? &outer : nullptr;
  }

  /// The object that an unknown member stands in.
  [[nodiscard]] constexpr const object_info& surroundings() const noexcept {
    const object_info* inner = in_member() ? object_in(info(member()).kind) : nullptr;
    return inner != nullptr ? *inner : notification_object;
  }

  /// The name of the unknown member that is here; empty if it is none.
  [[nodiscard]] constexpr std::string_view unknown() const noexcept { return name_.text(); }

  /// Whether no more than the beginning of that name was kept, so that the place is not to be found by it.
  [[nodiscard]] constexpr bool is_cut() const noexcept { return name_.is_cut(); }

  /// Calls `name(std::string_view)` and `index(std::size_t)` for each step from the body to here.
  template <class Name, class Index>
  constexpr void for_each_step(Name&& name, Index&& index) const {
    if (in_member()) name(info(member()).name);
    if (index_ != npos) index(index_);
    if (nested_ != nothing) name(object_in(info(member()).kind)->members[nested_].name);
    if (has_name_) name(name_.text());
  }

  /// Writes the JSON Pointer (RFC 6901), piece by piece.
  template <class Write>
  constexpr void write_pointer(Write&& write) const {
    for_each_step(
        [&](std::string_view name) {
          write(std::string_view("/"));
          for (const char& each : name) {
            write(each == '~'   ? std::string_view("~0")
                  : each == '/' ? std::string_view("~1")
                                : std::string_view(&each, 1));
          }
        },
        [&](std::size_t index) {
          write(std::string_view("/"));
          char digits[20]{};
          std::size_t first = sizeof digits;
          do {
            digits[--first] = static_cast<char>('0' + index % 10);
            index /= 10;
          } while (index != 0);
          write(std::string_view(digits + first, sizeof digits - first));
        });
  }

  /// The JSON Pointer: `/user_list/3/user_id`.
  [[nodiscard]] std::string pointer() const {
    std::string text;
    write_pointer([&](std::string_view piece) { text += piece; });
    return text;
  }

  /// Whether the JSON Pointer of this place is `pointer`, without building it.
  [[nodiscard]] constexpr bool is_at(std::string_view pointer) const noexcept {
    bool same = true;
    write_pointer([&](std::string_view piece) {
      same = same && pointer.substr(0, piece.size()) == piece;
      if (same) pointer.remove_prefix(piece.size());
    });
    return same && pointer.empty();
  }

  bool operator==(const location&) const = default;

 private:
  static constexpr std::uint8_t nothing = 0xff;

  std::size_t index_ = npos;
  std::uint8_t member_ = nothing;
  std::uint8_t nested_ = nothing;
  bool has_name_ = false;
  unknown_name name_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/report.hpp>
#define FEISHU_HELPDESK_REPORT_HPP

/// What was found: diagnostics as data. Text is made of them later (text.hpp).
namespace feishu::helpdesk {

/// What a message needs beside the rule and the place. Which of these are set depends on the rule.
struct parameters {
  std::int64_t number = 0;                   ///< a value, a count of elements, or a size in bytes
  json_type expected = json_type::null;      ///< the schema's
  json_type actual = json_type::null;        ///< the value's
  syntax_error reason = syntax_error::none;  ///< why a text is not JSON
  std::string_view detail{};  ///< a word of the wire: a prefix, a version; always a literal

  bool operator==(const parameters&) const = default;
};

/// One broken rule, and where.
class diagnostic {
 public:
  /// Refers to the rule.
  constexpr diagnostic(const helpdesk::rule& broken, helpdesk::severity effective, std::size_t rank,
                       const location& where, std::size_t offset, const parameters& more) noexcept
      : rule_(&broken),
        offset_(offset),
        where_(where),
        more_(more),
        rank_(rank),
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
  [[nodiscard]] constexpr const parameters& details() const noexcept { return more_; }

  /// By offset, then in the order of the catalogue, custom rules last.
  [[nodiscard]] constexpr bool comes_before(const diagnostic& other) const noexcept {
    return offset_ != other.offset_ ? offset_ < other.offset_ : rank_ < other.rank_;
  }

  /// The rule's index in the table; custom rules follow after `rule_count`.
  [[nodiscard]] constexpr std::size_t rank() const noexcept { return rank_; }

  bool operator==(const diagnostic&) const = default;

 private:
  const helpdesk::rule* rule_;
  std::size_t offset_;
  location where_;
  parameters more_;
  std::size_t rank_;
  helpdesk::severity severity_;
};

/// What a sink answers to a diagnostic.
enum class flow : std::uint8_t { proceed, stop };

/// The diagnostics of one body, in order of their place. Lives on the stack and keeps up to `capacity`
/// of them; of more, errors displace warnings and warnings notes, while `ok()`, `has()` and the
/// counts stay right. Usable in constant expressions. Diagnostics refer to their rules, so custom
/// rules must outlive the report.
class report {
 public:
  /// The diagnostics that are kept.
  static constexpr std::size_t capacity = 64;

  /// Goes through the diagnostics that were kept, in their order.
  class iterator {
   public:
    /// What it goes through.
    using value_type = diagnostic;
    /// As iterators have it.
    using difference_type = std::ptrdiff_t;

    /// Of no report.
    constexpr iterator() = default;
    /// At the `index`-th diagnostic.
    constexpr iterator(const report& of, std::size_t index) noexcept : of_(&of), index_(index) {}
    /// The diagnostic.
    constexpr const diagnostic& operator*() const noexcept { return (*of_)[index_]; }
    /// The diagnostic.
    constexpr const diagnostic* operator->() const noexcept { return &(*of_)[index_]; }
    /// Goes on.
    constexpr iterator& operator++() noexcept {
      ++index_;
      return *this;
    }
    /// Goes on, and returns where it was.
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      ++index_;
      return before;
    }
    bool operator==(const iterator&) const = default;

   private:
    const report* of_ = nullptr;
    std::size_t index_ = 0;
  };

  /// Nothing was found.
  constexpr report() noexcept {
    // An array left without values is no constant; at run time it need not be touched.
    if (std::is_constant_evaluated()) {
      for (std::uint8_t& each : order_) each = 0;
      for (const rule*& each : displaced_) each = nullptr;
    }
  }

  /// Whether there is no error.
  [[nodiscard]] constexpr bool ok() const noexcept { return error_count() == 0; }

  /// The errors, kept or dropped.
  [[nodiscard]] constexpr std::size_t error_count() const noexcept { return counts_[0]; }
  /// The warnings, kept or dropped.
  [[nodiscard]] constexpr std::size_t warning_count() const noexcept { return counts_[1]; }
  /// The notes, kept or dropped.
  [[nodiscard]] constexpr std::size_t note_count() const noexcept { return counts_[2]; }

  /// Whether the rule was broken, be its diagnostic kept or not (of custom rules whose diagnostics
  /// were dropped, the first 32 are remembered).
  [[nodiscard]] constexpr bool has(std::string_view rule_id) const noexcept {
    const std::size_t index = index_of_rule(rule_id);
    if (index != npos && (broken_ >> index & 1) != 0) return true;
    for (const diagnostic& each : *this) {
      if (each.rule().id == rule_id) return true;
    }
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i]->id == rule_id) return true;
    }
    return false;
  }

  /// Whether the rule was broken at this JSON Pointer, among the diagnostics kept.
  [[nodiscard]] constexpr bool has(std::string_view rule_id,
                                   std::string_view pointer) const noexcept {
    for (const diagnostic& each : *this) {
      if (each.rule().id == rule_id && each.is_at(pointer)) return true;
    }
    return false;
  }

  /// The first diagnostic that was kept.
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  /// Behind the last one.
  [[nodiscard]] constexpr iterator end() const noexcept { return {*this, size_}; }
  /// How many diagnostics were kept.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether nothing was found.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The `index`-th diagnostic that was kept.
  [[nodiscard]] constexpr const diagnostic& operator[](std::size_t index) const noexcept {
    return store_[order_[index]].value;
  }

  /// How many diagnostics were counted but not kept.
  [[nodiscard]] constexpr std::size_t dropped() const noexcept {
    return counts_[0] + counts_[1] + counts_[2] - size_;
  }

  /// The same counts, diagnostics and outline.
  friend constexpr bool operator==(const report& a, const report& b) noexcept {
    for (std::size_t i = 0; i < 3; ++i) {
      if (a.counts_[i] != b.counts_[i]) return false;
    }
    if (a.size_ != b.size_ || a.broken_ != b.broken_ || a.outline_ != b.outline_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }

  /// What the body looks like as a whole; with a draft, the body and the draft merged.
  [[nodiscard]] constexpr const helpdesk::outline& outline() const noexcept { return outline_; }
  /// The rules of the table that counted as errors, broken or not: bit i is the i-th.
  [[nodiscard]] constexpr std::uint64_t enforced() const noexcept { return enforced_; }
  /// For the engines: what the body looks like, and which rules counted as errors.
  constexpr void set_outline(const helpdesk::outline& seen, std::uint64_t enforced) noexcept {
    outline_ = seen;
    enforced_ = enforced;
  }

  /// Takes a diagnostic in: a report is a sink. At most `capacity` steps; a few, if it is not to be kept.
  constexpr flow operator()(const diagnostic& found) noexcept {
    emplace(found.rule(), found.severity(), found.rank(), found.where(), found.offset(),
            found.details());
    return flow::proceed;
  }

  /// For the engines: takes in the diagnostic that is made of this.
  constexpr void emplace(const rule& broken, severity effective, std::size_t rank,
                         const location& where, std::size_t offset,
                         const parameters& more) noexcept {
    const bool is_kept = size_ < capacity || effective < least_severity_kept();
    ++counts_[static_cast<std::size_t>(effective)];
    if (rank < rule_count) broken_ |= std::uint64_t{1} << rank;
    if (!is_kept) return remember(broken, rank);

    const std::size_t index = size_ < capacity ? size_ : vacate();
    slot& own = store_[index];
    // A constant must be told that `value` is the member now; at run time, it is made in its place.
    if (std::is_constant_evaluated()) {
      own = slot(diagnostic(broken, effective, rank, where, offset, more));
    } else {
      ::new (&own.value) diagnostic(broken, effective, rank, where, offset, more);
    }
    std::size_t place = size_++;
    for (; place > 0 && own.value.comes_before((*this)[place - 1]); --place) {
      order_[place] = order_[place - 1];
    }
    order_[place] = static_cast<std::uint8_t>(index);
  }

 private:
  union slot {
    constexpr slot() noexcept {
      if (std::is_constant_evaluated()) nothing = 0;
    }
    constexpr explicit slot(const diagnostic& found) noexcept : value(found) {}

    char nothing;
    diagnostic value;
  };

  // Of a report that is full: what displaces keeps the most severe of all that were counted.
  [[nodiscard]] constexpr severity least_severity_kept() const noexcept {
    if (counts_[0] >= capacity) return severity::error;
    return counts_[0] + counts_[1] >= capacity ? severity::warning : severity::note;
  }

  // The last of the least severe diagnostics.
  [[nodiscard]] constexpr std::size_t least_severe() const noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if ((*this)[i].severity() >= (*this)[found].severity()) found = i;
    }
    return found;
  }

  // Drops one of a full report's diagnostics. Returns the slot that is free now.
  constexpr std::size_t vacate() noexcept {
    const std::size_t victim = least_severe();
    const std::size_t index = order_[victim];
    remember((*this)[victim].rule(), (*this)[victim].rank());
    for (std::size_t i = victim; i + 1 < size_; ++i) order_[i] = order_[i + 1];
    --size_;
    return index;
  }

  // The built-in rules are remembered in a word; of the custom ones, the first few.
  constexpr void remember(const rule& dropped, std::size_t rank) noexcept {
    if (rank < rule_count) return;
    for (std::size_t i = 0; i < displaced_count_; ++i) {
      if (displaced_[i] == &dropped) return;
    }
    if (displaced_count_ < std::size(displaced_)) displaced_[displaced_count_++] = &dropped;
  }

  slot store_[capacity];
  std::uint8_t order_[capacity];
  std::size_t size_ = 0;
  std::size_t counts_[3]{};
  std::uint64_t broken_ = 0;
  std::uint64_t enforced_ = 0;
  const rule* displaced_[32];
  std::size_t displaced_count_ = 0;
  helpdesk::outline outline_{};
};

/// A value, or the report that says why there is none. Where there is a value, the report may still
/// hold warnings and notes.
template <class T>
class outcome {
 public:
  /// A value, or none and why.
  constexpr outcome(std::optional<T> value, const helpdesk::report& why)
      : value_(std::move(value)), report_(why) {}

  /// Whether there is a value.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }
  /// Whether there is a value.
  [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T& operator*() & noexcept { return *value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr const T& operator*() const& noexcept { return *value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T&& operator*() && noexcept { return *std::move(value_); }
  /// The value; only if there is one.
  [[nodiscard]] constexpr T* operator->() noexcept { return &*value_; }
  /// The value; only if there is one.
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &*value_; }

  /// Why there is none, or what there is to know beside.
  [[nodiscard]] constexpr const helpdesk::report& report() const& noexcept { return report_; }
  /// Why there is none, or what there is to know beside.
  [[nodiscard]] constexpr helpdesk::report report() && noexcept { return report_; }

 private:
  std::optional<T> value_;
  helpdesk::report report_;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/verdict.hpp>
#define FEISHU_HELPDESK_VERDICT_HPP

/// The rules applied: from facts to diagnostics.
namespace feishu::helpdesk {

/// The members that a body which stands alone needs: bit i is the i-th member of the field table.
inline constexpr std::uint32_t required_members = [] {
  std::uint32_t members = 0;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (fields[i].required) members |= outline::bit(static_cast<field>(i));
  }
  return members;
}();

/// Whether this may be a user's access token, and a header can carry it. What those of users begin with
/// differs; those of tenants and apps are known by it.
[[nodiscard]] constexpr bool is_user_token(std::string_view token) noexcept {
  for (const char c : token) {
    if (c <= ' ' || c > '~') return false;
  }
  return !token.empty() && !token.starts_with("t-") && !token.starts_with("a-");
}

/// The facts about the request that a body is sent with.
[[nodiscard]] constexpr facts facts_of_request(const context& known) noexcept {
  facts seen = 0;
  if (known.notification_id) {
    digits_probe id;
    id.add(*known.notification_id);
    if (known.notification_id->empty() || !id.is_decimal()) seen |= facts_of(observed::not_an_id);
  }
  if (known.user_id_type && !known.user_id_type->is_known()) {
    seen |= facts_of(observed::not_a_user_id_type);
  }
  if (known.access_token && !is_user_token(*known.access_token)) {
    seen |= facts_of(observed::not_a_user_token);
  }
  if (known.helpdesk && (known.helpdesk->id.empty() || known.helpdesk->token.empty())) {
    seen |= facts_of(observed::no_helpdesk);
  }
  if (known.current_status.value_or(0) != 0) seen |= facts_of(observed::not_a_draft);
  return seen;
}

/// Gathers what is known of one body, and tells a sink of each rule that it breaks.
///
/// `Sink` (a sink, or a reference to one) is called with every diagnostic as it is found and answers
/// `flow`; after `stop` nothing more is found. A `report` is a sink. The context, and what it
/// refers to, must outlive the verdict.
template <class Sink>
class verdict {
 public:
  /// Of one body.
  constexpr verdict(const context& known, Sink sink) noexcept
      : context_(&known), sink_(static_cast<Sink&&>(sink)) {
    for (const rule& each : context_->custom_rules) telling_ |= each.violated_when.clauses[0];
    // Keys are looked at only where they are set; a constant needs them all.
    if (std::is_constant_evaluated()) {
      for (std::size_t& each : keys_) each = npos;
    }
  }

  /// What the caller knows and wants.
  [[nodiscard]] constexpr const context& known() const noexcept { return *context_; }

  /// What the request says that ids of users begin with; empty where that is not known.
  [[nodiscard]] constexpr std::string_view user_id_prefix() const noexcept {
    return context_->user_id_type ? context_->user_id_type->prefix() : std::string_view();
  }

  /// What is known of the body; after `finish()`, of body and draft merged.
  [[nodiscard]] constexpr outline& body() noexcept { return body_; }
  /// What is known of the body.
  [[nodiscard]] constexpr const outline& body() const noexcept { return body_; }

  /// A member of the body has a value, and its key stands at `key`.
  constexpr void note_presence(const named_member& member, std::size_t key) noexcept {
    body_.present |= member.bit;
    keys_[member.index] = key;
  }
  /// Where the member's key stands; `npos` if it is not there.
  [[nodiscard]] constexpr std::size_t key_of(field member) const noexcept {
    return body_.has(member) ? keys_[static_cast<std::size_t>(member)] : npos;
  }

  /// Whether the sink said stop.
  [[nodiscard]] constexpr bool stopped() const noexcept { return stopped_; }
  /// Whom it tells.
  [[nodiscard]] constexpr Sink& sink() noexcept { return sink_; }

  /// The facts without one of which no rule is broken, custom ones included.
  [[nodiscard]] constexpr facts telling() const noexcept { return telling_; }

  /// Whether any rule can be broken by what was seen: a cheap question before an expensive one.
  [[nodiscard]] constexpr bool is_telling(facts seen) const noexcept {
    return (seen & telling_) != 0;
  }

  /// Applies every rule to what was seen of the value at `where`, whose key and first byte stand at
  /// `key` and `value`.
  constexpr void observe(facts seen, const location& where, std::size_t key, std::size_t value,
                         const parameters& more) {
    if (is_telling(seen)) judge(seen, where, key, value, more);
  }

  /// Hands a diagnostic to the sink, unless the policy silences the rule or the sink said stop.
  constexpr void add(const rule& r, std::size_t rank, const location& where, std::size_t offset,
                     const parameters& more) {
    const level becomes = context_->policy.of(r, rank);
    if (becomes == level::silent || stopped_) return;
    const auto effective = static_cast<severity>(becomes);
    if constexpr (std::is_same_v<std::remove_cvref_t<Sink>, report>) {
      sink_.emplace(r, effective, rank, where, offset, more);  // spares a copy
    } else {
      stopped_ = sink_(diagnostic(r, effective, rank, where, offset, more)) == flow::stop;
    }
  }

  /// Judges what only the whole body shows, unless it was not readable, and the request.
  constexpr void finish(std::size_t body_offset) {
    if (context_->draft && context_->draft->readable) {
      for (std::size_t i = 0; i < field_count; ++i) {
        if (!body_.has(static_cast<field>(i))) keys_[i] = npos;
      }
      body_ = merge(*context_->draft, body_);
    } else {
      body_.stands_alone = context_->mode == mode::complete && !context_->draft;
    }
    if (body_.readable && body_.stands_alone) judge_required(body_offset);
    if (body_.readable) judge_whole(body_offset);
    judge_request();
  }

 private:
  FEISHU_HELPDESK_NOINLINE constexpr void judge(facts seen, const location& where, std::size_t key,
                                                std::size_t value, const parameters& more) {
    for (std::uint64_t left = indexed_rules.suspected_by(seen); left != 0; left &= left - 1) {
      const auto rank = static_cast<std::size_t>(std::countr_zero(left));
      judge_by(rules[rank], rank, seen, where, key, value, more);
    }
    std::size_t rank = rule_count;
    for (const rule& each : context_->custom_rules) {
      judge_by(each, rank++, seen, where, key, value, more);
    }
  }

  constexpr void judge_by(const rule& r, std::size_t rank, facts seen, const location& where,
                          std::size_t key, std::size_t value, const parameters& more) {
    if (!r.violated_when.holds(seen)) return;
    if (r.blames.empty()) return add(r, rank, where, r.at == anchor::key ? key : value, more);
    blame(r, rank, seen);
  }

  constexpr void judge_required(std::size_t body_offset) {
    for (std::uint32_t missing = required_members & ~body_.present; missing != 0;
         missing &= missing - 1) {
      const auto member = static_cast<field>(std::countr_zero(missing));
      observe(facts_of(observed::required_member) | facts_of(observed::absent), member, body_offset,
              body_offset, {});
    }
  }

  // A body mostly has no telling facts, or no more than that.
  constexpr void judge_whole(std::size_t body_offset) {
    const facts seen = body_.all_facts();
    if (!is_telling(seen)) return;
    if (indexed_rules.broken_by(seen) == 0 && context_->custom_rules.empty()) return;
    observe(seen, {}, body_offset, body_offset, {});
  }

  constexpr void judge_request() {
    observe(facts_of_request(*context_), {}, npos, npos,
            {.number = context_->current_status.value_or(0)});
  }

  // Tells of a broken rule between members.
  FEISHU_HELPDESK_NOINLINE constexpr void blame(const rule& r, std::size_t rank, facts seen) {
    const field member = blamed(r, seen);
    parameters held{};
    if (const auto count = outline::count_of(member)) {
      held.number = static_cast<std::int64_t>(body_.*count);
    }
    const std::size_t own_key = key_of(member);
    add(r, rank, member, own_key != npos ? own_key : key_of(demanding(r)), held);
  }

  // The first of the members at fault whose state meets the condition.
  [[nodiscard]] static constexpr field blamed(const rule& r, facts seen) noexcept {
    for (const field member : r.blames) {
      for (const facts clause : r.violated_when.clauses) {
        if ((clause & mask_of(member) & seen) != 0) return member;
      }
    }
    return *r.blames.begin();
  }

  // The member that the condition names first: what is blamed is wrong because of it.
  [[nodiscard]] static constexpr field demanding(const rule& r) noexcept {
    for (const member_facts& each : facts_of_members) {
      if ((each.mask() & r.violated_when.clauses[0]) != 0) return each.member;
    }
    return *r.blames.begin();
  }

  const context* context_;
  Sink sink_;
  facts telling_ = indexed_rules.telling();  // a condition holds only where one of these is seen
  bool stopped_ = false;
  std::size_t keys_[field_count];  // of the members that are present
  outline body_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/glance.hpp>
#define FEISHU_HELPDESK_GLANCE_HPP

/// A quick look at a struct. Most notifications break no rule, and to see that is cheaper than to judge
/// each value where it stands.
namespace feishu::helpdesk {

/// Gathers the facts about all values in one word. Where none of them tells of a broken rule, and those
/// about the whole break none, there is nothing to report.
class glance {
 public:
  /// For one notification; the context must outlive it.
  constexpr explicit glance(const context& known) noexcept : known_(&known) {}

  /// Whether a notification surely breaks no rule. If not, it may, and is to be judged.
  template <class Notification>
  [[nodiscard]] constexpr bool sees_nothing_wrong(const Notification& n) {
    if (known_->draft || !known_->custom_rules.empty()) return false;
    for_each_member(n, [&](field at, const auto& member) {
      if (!member) return;
      body_.present |= outline::bit(at);
      seen_ |= members_of(notification_object)[static_cast<std::size_t>(at)].known;
      look_at(at, info(at).kind, *member);
    });
    body_.readable = true;
    body_.stands_alone = known_->mode == mode::complete;
    if ((seen_ & indexed_rules.telling()) != 0) return false;
    if (body_.stands_alone && (required_members & ~body_.present) != 0) return false;
    const facts all = body_.all_facts();
    return ((all & indexed_rules.telling()) == 0 || indexed_rules.broken_by(all) == 0) &&
           facts_of_request(*known_) == 0;
  }

  /// What the notification looks like as a whole, if nothing is wrong with it.
  [[nodiscard]] constexpr const outline& body() const noexcept { return body_; }

 private:
  template <class Value>
  constexpr void look_at(field at, member_kind kind, const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      look_at_text(at, kind, value);
    } else if constexpr (std::is_enum_v<Value>) {
      const facts known = facts_about(at).holds_value(static_cast<std::int32_t>(value));
      body_.known |= known;
      if (known == 0) seen_ |= facts_of(observed::not_enumerated);
    } else if constexpr (requires { value.begin(); }) {
      look_at_list(at, value);
    } else if constexpr (!std::is_integral_v<Value>) {
      look_at_members(at, value);
    }
  }

  template <class List>
  constexpr void look_at_list(field at, const List& list) {
    body_.*outline::count_of(at) = list.size();
    body_.known |= facts_about(at).holds_elements(list.begin() != list.end());
    for (const auto& each : list) look_at_members(at, each);
  }

  // The first member of users, departments and chats is their id.
  template <class Object>
  constexpr void look_at_members(field at, const Object& object) {
    const auto& table = object_in(info(at).kind)->members;
    for_each_member(object, [&](std::size_t index, const auto& member) {
      if (member) {
        look_at_text(at, table[index].kind, *member);
      } else if (index == 0) {
        seen_ |= facts_of(observed::absent);
      }
    });
  }

  constexpr void look_at_text(field at, member_kind kind, std::string_view text) {
    seen_ |= facts_of_text(text.empty());
    if (!is_utf8(text)) seen_ |= facts_of(observed::ill_formed);
    if (text.empty()) return;
    switch (kind) {
      case member_kind::time_stamp: return look_at_time_stamp(at, text);
      case member_kind::card: return look_at_card(text);
      case member_kind::chat_id: return expect_beginning(text, chat_id_prefix);
      case member_kind::user_id:
        if (known_->user_id_type) expect_beginning(text, known_->user_id_type->prefix());
        return;
      case member_kind::notification_id:
        if (known_->notification_id && *known_->notification_id != text) {
          seen_ |= facts_of(observed::other_than_requested);
        }
        return;
      default: return;
    }
  }

  constexpr void look_at_time_stamp(field at, std::string_view text) {
    digits_probe digits;
    digits.add(text);
    seen_ |= facts_of_time_stamp(digits, at == field::send_at ? known_->now_ms : std::nullopt);
  }

  constexpr void look_at_card(std::string_view text) {
    card_checker card;
    card.begin();
    card.write(text, {});
    card.finish(text.size());
    seen_ |= facts_of_card(card);
  }

  constexpr void expect_beginning(std::string_view text, std::string_view prefix) noexcept {
    if (!text.starts_with(prefix)) seen_ |= facts_of(observed::foreign_prefix);
  }

  const context* known_;
  facts seen_ = 0;
  outline body_{};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/lookup.hpp>
#define FEISHU_HELPDESK_LOOKUP_HPP

/// Members by name.
namespace feishu::helpdesk {
namespace detail {

// A perfect hash of the names of one object's members: at most one of them has any hash. Found while
// compiling, from the field table.
class name_index {
 public:
  consteval explicit name_index(std::span<const member_info> members) {
    do {
      factor_ = factor_ * 0x9e3779b1 + 2;  // stays odd
    } while (!spreads(members));
    for (std::size_t i = 0; i < members.size(); ++i) {
      places_[slot_of(members[i].name)] = static_cast<std::uint8_t>(i);
    }
  }

  // The place of the only member that may have this name.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    return places_[slot_of(name)];
  }

 private:
  static constexpr std::size_t slot_count = 64;  // the highest six bits of a product

  // Names differ in their length, or at their ends; a factor spreads that over the slots.
  [[nodiscard]] constexpr std::size_t slot_of(std::string_view name) const noexcept {
    if (name.empty()) return 0;
    const std::uint32_t first = static_cast<unsigned char>(name.front());
    const std::uint32_t last = static_cast<unsigned char>(name.back());
    const auto size = static_cast<std::uint32_t>(name.size());
    return ((size << 16 ^ first << 8 ^ last) * factor_) >> 26;
  }

  // Whether no two names meet in a slot.
  [[nodiscard]] consteval bool spreads(std::span<const member_info> members) const {
    std::uint64_t taken = 0;
    for (const member_info& each : members) {
      const std::uint64_t own = std::uint64_t{1} << slot_of(each.name);
      if ((taken & own) != 0) return false;
      taken |= own;
    }
    return true;
  }

  std::uint32_t factor_ = 1;
  std::uint8_t places_[slot_count]{};  // a slot without a member leads to the first one
};

// By `object_kind`.
inline constexpr name_index name_indexes[] = {name_index(fields), name_index(user_members),
                                              name_index(department_members),
                                              name_index(chat_members)};

}  // namespace detail

/// The place of the member of this name in the object's table, or `npos`. One comparison.
[[nodiscard]] constexpr std::size_t find_member(const object_info& object,
                                                std::string_view name) noexcept {
  const std::size_t place = detail::name_indexes[static_cast<std::size_t>(object.kind)].find(name);
  const std::string_view found = object.members[place].name;
  return found.size() == name.size() && are_same(found, name) ? place : npos;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/whereabouts.hpp>
#define FEISHU_HELPDESK_WHEREABOUTS_HPP

/// Where in a body its reading stands.
namespace feishu::helpdesk {

/// The container that is open, the member that was named, and which names were seen there.
struct whereabouts {
  /// `object` is a member of the body, `element` an element of a list of it.
  enum class inside : std::uint8_t { nothing, body, object, list, element };

  inside where = inside::nothing;  ///< which container is open
  bool name_is_known = false;      ///< whether the name that was read last is of the schema
  std::uint32_t seen = 0;          ///< bit i: the i-th member of the open object was named
  std::uint32_t seen_in_body = 0;  ///< likewise, while a member of the body is open
  std::size_t skipped = 0;         ///< levels open inside a value that is not judged
  std::size_t index = 0;           ///< elements of the open list that have begun

  const object_info* object = &notification_object;  ///< that names belong to
  const named_member* named = nullptr;               ///< if the name is known
  const named_member* holder = nullptr;              ///< of the body, if it is open
  unknown_name name{};                               ///< if the name is not known

  /// Whose name mostly comes next. A body that is yet to be sent has no id, and begins with its own name.
  const named_member* expected =
      &members_of(notification_object)[static_cast<std::size_t>(field::job_name)];

  // --- to go on ---

  /// A member was named. Returns whether it was before.
  constexpr bool enter(const named_member& member) noexcept {
    const bool is_repeated = (seen & member.bit) != 0;
    named = &member;
    expected = member.next;
    name_is_known = true;
    seen |= member.bit;
    return is_repeated;
  }

  /// The value of a member of the body begins: `inner`, or a list of such.
  constexpr void open(const object_info& inner, inside now) noexcept {
    where = now;
    object = &inner;
    holder = named;
    seen_in_body = seen;
    index = 0;
    name_is_known = now == inside::object;
    expect_first();
  }

  /// It ends.
  constexpr void close() noexcept {
    where = inside::body;
    object = &notification_object;
    named = holder;
    expected = holder->next;
    seen = seen_in_body;
  }

  /// An element of the open list begins: a user, department or chat.
  constexpr void enter_element() noexcept {
    where = inside::element;
    expect_first();
  }

  /// It ends.
  constexpr void leave_element() noexcept {
    where = inside::list;
    name_is_known = false;
  }

  // --- to ask ---

  /// The member of the body that was named last.
  [[nodiscard]] constexpr field member() const noexcept {
    return static_cast<field>((where == inside::body ? named : holder)->index);
  }

  /// Whether the id of the user, department or chat that is open was named: its first member.
  [[nodiscard]] constexpr bool has_seen_id() const noexcept { return (seen & 1) != 0; }

  /// Whether the member that was named is the id of an element.
  [[nodiscard]] constexpr bool is_element_id() const noexcept {
    return where == inside::element && named->index == 0;
  }

  /// What is known of any value of the member that was named.
  [[nodiscard]] constexpr facts known() const noexcept {
    return name_is_known && where != inside::object ? named->known : 0;
  }

  /// The container that is open.
  [[nodiscard]] constexpr location container() const noexcept {
    switch (where) {
      case inside::object:
      case inside::list: return member();
      case inside::element: return location(member()).element(index - 1);
      default: return {};
    }
  }

  /// The value that was announced by a name, or the element of a list that has begun.
  [[nodiscard]] constexpr location here() const noexcept { return value(true); }

  /// The innermost value of the schema that was not read to its end, while a scalar is read or not,
  /// which may have told that it `has_begun`.
  [[nodiscard]] constexpr location open_value(bool in_scalar, bool has_begun) const noexcept {
    return in_scalar || skipped != 0 ? value(has_begun || skipped != 0) : container();
  }

 private:
  constexpr void expect_first() noexcept {
    seen = 0;
    expected = members_of(*object);
  }

  // An element of a list counts from when it has begun.
  [[nodiscard]] constexpr location value(bool has_begun) const noexcept {
    switch (where) {
      case inside::nothing: return {};
      case inside::list: return location(member()).element(index - (has_begun ? 1 : 0));
      case inside::body: return name_is_known ? location(member()) : location().unknown(name);
      default: break;
    }
    return name_is_known ? container().nested(named->index) : container().unknown(name);
  }
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/judge.hpp>
#define FEISHU_HELPDESK_JUDGE_HPP

/// The engine: turns the events of one body into facts. Structs, bytes and JSON values are all judged
/// by replaying themselves to it.
namespace feishu::helpdesk {

/// Judges one body. It is a handler for `reader` (see there for the events), with shortcuts for
/// structs: `member()` names a member by its place in the table, `text()` is a string in one piece.
///
/// Each event returns whether to go on: false once the sink said stop.
template <class Sink>
class judge {
  using inside = whereabouts::inside;

 public:
  /// For one body. The context must outlive it.
  constexpr judge(const context& known, Sink sink) noexcept
      : verdict_(known, static_cast<Sink&&>(sink)), heeded_(verdict_.telling()) {
    if (verdict_.user_id_prefix().empty()) heeded_ &= ~facts_of(observed::foreign_prefix);
  }

  // --- containers ---

  /// An object begins.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool begin_object(std::size_t offset) {
    if (at_.where == inside::list && at_.skipped == 0) {
      count_element();
      at_.enter_element();
    } else if (!begin_other_object(offset)) {
      return go_on();
    }
    container_offset_ = offset;
    id_is_null_ = false;
    return go_on();
  }

  /// It ends.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool end_object(std::size_t) {
    if (at_.skipped != 0) return skip_shallower();
    if (at_.where == inside::element) {
      if (!at_.has_seen_id() || id_is_null_) judge_missing_id();
      at_.leave_element();
      any_text_will_do_ = false;
    } else if (at_.where == inside::object) {
      at_.close();
    } else {
      at_.where = inside::nothing;
    }
    return go_on();
  }

  /// A list begins.
  constexpr bool begin_array(std::size_t offset) {
    if (at_.skipped != 0) return skip_deeper();
    if (!take(json_type::array, offset)) return skip_deeper();
    observe_value(facts_of(observed::well_typed));
    at_.open(*object_in(at_.named->kind), inside::list);
    any_text_will_do_ = false;
    verdict_.body().known |= facts_about(at_.member()).holds_elements(false);
    return go_on();
  }

  /// It ends.
  constexpr bool end_array(std::size_t) {
    if (at_.skipped != 0) return skip_shallower();
    at_.close();
    verdict_.body().*outline::count_of(at_.member()) = at_.index;
    return go_on();
  }

  // --- names ---

  /// A name begins.
  constexpr bool begin_name(std::size_t offset) {
    if (at_.skipped != 0) return true;
    key_offset_ = offset;
    at_.name = {};
    return true;
  }

  /// More of the name, unescaped.
  constexpr bool name_text(std::string_view piece) {
    if (at_.skipped == 0) at_.name.append(piece);
    return true;
  }

  /// It ends.
  constexpr bool end_name() {
    if (at_.skipped != 0) return true;
    const std::size_t index = find_member(*at_.object, at_.name.text());
    return index != npos ? enter(members_of(*at_.object)[index]) : judge_unknown_name();
  }

  /// A name that comes whole, in one event instead of three.
  constexpr bool name(std::size_t offset, std::string_view whole) {
    if (at_.skipped != 0) return true;
    key_offset_ = offset;
    const std::size_t index = find_member(*at_.object, whole);
    if (index != npos) return enter(members_of(*at_.object)[index]);
    at_.name = unknown_name(whole);
    return judge_unknown_name();
  }

  /// The name that mostly comes next: members tend to stand in the document's order.
  [[nodiscard]] constexpr std::string_view expected_name() const noexcept {
    return at_.expected->name.text();
  }

  /// `expected_name()` was read.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool name_as_expected(std::size_t offset) {
    if (at_.skipped != 0) return true;
    key_offset_ = offset;
    return enter(*at_.expected);
  }

  /// The `index`-th member of the object that is open, from a form without names and offsets.
  constexpr bool member(std::size_t index) {
    key_offset_ = npos;
    return enter(members_of(*at_.object)[index]);
  }

  // --- values ---

  /// A null.
  constexpr bool null(std::size_t offset) {
    if (at_.skipped == 0) refuse(json_type::null, offset);
    return go_on();
  }

  /// A true or false: no member is one.
  constexpr bool boolean(std::size_t offset) {
    if (at_.skipped == 0) refuse(json_type::boolean, offset);
    return go_on();
  }

  /// A number.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool number(std::size_t offset,
                                                      const number_token& token) {
    const facts known = facts_of_enumerated(token);
    if (known == 0) return judge_number(offset, token);
    value_offset_ = offset;
    note_presence();
    verdict_.body().known |= known;
    observe_value(facts_of(observed::well_typed));
    return go_on();
  }

  /// A string begins.
  constexpr bool begin_string(std::size_t offset) {
    text_.ignore();
    if (at_.skipped != 0) return true;
    string_is_open_ = true;
    if (!take(json_type::string, offset)) return go_on();
    switch (at_.named->kind) {
      case member_kind::card: text_.watch_card(); break;
      case member_kind::time_stamp: text_.watch_digits(); break;
      case member_kind::notification_id: watch_notification_id(); break;
      case member_kind::user_id:
        text_.watch_beginning(at_.where == inside::element ? verdict_.user_id_prefix() : "");
        break;
      case member_kind::chat_id: text_.watch_beginning(chat_id_prefix); break;
      default: text_.watch_size(); break;
    }
    return go_on();
  }

  /// A string that comes whole, in one event instead of three.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool string(std::size_t offset, std::string_view whole,
                                                      std::size_t end) {
    if (any_text_will_do_ && !whole.empty()) {
      note_presence();
      return true;
    }
    return judge_whole_string(offset, whole, end);
  }

  /// Whether the unescaped text of a string that stands here matters.
  [[nodiscard]] constexpr bool wants_escapes_decoded() const noexcept { return !any_text_will_do_; }

  /// More of the string, and where it comes from.
  constexpr bool string_text(std::string_view piece, const origin& from) {
    text_.add(piece, from);
    return true;
  }

  /// It ends.
  constexpr bool end_string(std::size_t offset) {
    string_is_open_ = false;
    if (!text_.is_ignored()) judge_text(offset);
    text_.ignore();
    return go_on();
  }

  /// A string of a form without offsets. Its UTF-8 is checked here, since no reader did.
  constexpr bool text(std::string_view whole) {
    if (!begin_string(npos)) return false;
    if (!is_utf8(whole)) {
      text_.ignore();
      verdict_.observe(facts_of(observed::ill_formed), at_.here(), npos, npos,
                       {.reason = syntax_error::bad_utf8});
    }
    return string_text(whole, {}) && end_string(npos);
  }

  // --- the end ---

  /// The text stopped making sense, in a scalar or between values: what is known of the body so far
  /// is not all of it.
  constexpr void ill_formed(syntax_error why, std::size_t offset, bool in_scalar) {
    verdict_.body().readable = false;
    verdict_.observe(facts_of(observed::ill_formed), at_.open_value(in_scalar, string_is_open_),
                     offset, offset, {.reason = why});
  }

  /// There is no more of this body: judges it as a whole, and the request.
  constexpr void finish() { verdict_.finish(body_offset_); }

  /// What is known of the body so far.
  [[nodiscard]] constexpr helpdesk::verdict<Sink>& verdict() noexcept { return verdict_; }
  /// What is known of the body so far.
  [[nodiscard]] constexpr const helpdesk::verdict<Sink>& verdict() const noexcept {
    return verdict_;
  }

 private:
  [[nodiscard]] constexpr bool go_on() const noexcept { return !verdict_.stopped(); }

  constexpr bool skip_deeper() noexcept {
    ++at_.skipped;
    any_text_will_do_ = false;
    return go_on();
  }
  constexpr bool skip_shallower() noexcept {
    --at_.skipped;
    return go_on();
  }

  // --- containers ---

  // Any but an element of a list. Returns whether to look into it.
  constexpr bool begin_other_object(std::size_t offset) {
    if (at_.skipped != 0) {
      skip_deeper();
      return false;
    }
    if (at_.where == inside::nothing) {
      at_.where = inside::body;
      body_offset_ = offset;
      verdict_.body().readable = true;
      return true;
    }
    if (!take(json_type::object, offset)) {
      skip_deeper();
      return false;
    }
    observe_value(facts_of(observed::well_typed));
    at_.open(*object_in(at_.named->kind), inside::object);
    return true;
  }

  constexpr void count_element() noexcept {
    if (at_.index++ != 0) return;
    const member_facts& about = facts_about(at_.member());
    verdict_.body().known ^= about.holds_elements(false) | about.holds_elements(true);
  }

  constexpr bool judge_unknown_name() {
    at_.name_is_known = false;
    any_text_will_do_ = false;
    observe_name(facts_of(observed::unknown_name));
    return go_on();
  }

  // --- facts ---

  constexpr void become_unclear() noexcept {
    if (at_.where == inside::body) verdict_.body().unclear |= at_.named->bit;
  }

  // A name of the schema was read.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool enter(const named_member& member) {
    any_text_will_do_ = (member.sought & heeded_) == 0;
    return at_.enter(member) ? judge_repeated_name() : true;
  }

  FEISHU_HELPDESK_NOINLINE constexpr bool judge_repeated_name() {
    if (at_.where == inside::body) verdict_.body().forget(at_.member());
    if (at_.is_element_id()) id_is_null_ = false;
    observe_name(facts_of(observed::repeated));
    return go_on();
  }

  // The member that was named has a value.
  constexpr void note_presence() noexcept {
    if (at_.where == inside::body) verdict_.note_presence(*at_.named, key_offset_);
  }

  // What a number says that is one of an enumeration's; nothing for any other.
  [[nodiscard]] constexpr facts facts_of_enumerated(const number_token& token) const noexcept {
    if (at_.skipped != 0 || at_.where != inside::body || !at_.name_is_known) return 0;
    if (at_.named->kind != member_kind::enumeration || !token.is_integer) return 0;
    if (!token.fits_32_bits()) return 0;
    const member_facts& about = facts_about(static_cast<field>(at_.named->index));
    return about.holds_value(static_cast<std::int32_t>(token.value()));
  }

  constexpr bool judge_number(std::size_t offset, const number_token& token) {
    if (at_.skipped != 0) return true;
    if (!take(token.is_integer ? json_type::integer : json_type::real, offset)) return go_on();
    facts seen = facts_of(observed::well_typed);
    if (!token.fits_32_bits()) {
      seen = facts_of(observed::beyond_32_bits);
      become_unclear();
    } else if (at_.named->kind == member_kind::enumeration) {
      seen |= facts_of(observed::not_enumerated);
      become_unclear();
    }
    observe_value(seen, [&] { return parameters{.number = token.value()}; });
    return go_on();
  }

  constexpr bool judge_whole_string(std::size_t offset, std::string_view whole, std::size_t end) {
    return begin_string(offset) && string_text(whole, origin{.offset = offset + 1}) &&
           end_string(end);
  }

  // Judges the type of the value that begins here. Returns whether to look into it.
  FEISHU_HELPDESK_ALWAYS_INLINE constexpr bool take(json_type actual, std::size_t offset) {
    if (!at_.name_is_known || actual != at_.named->type) return refuse(actual, offset);
    value_offset_ = offset;
    note_presence();
    return true;
  }

  // A value that is not what belongs here. Returns that it is not looked into.
  FEISHU_HELPDESK_NOINLINE constexpr bool refuse(json_type actual, std::size_t offset) {
    value_offset_ = offset;
    json_type expected = json_type::object;
    switch (at_.where) {
      case inside::nothing:
        verdict_.observe(facts_of(observed::not_an_object), {}, offset, offset, {.actual = actual});
        return false;
      case inside::list: count_element(); break;
      default:
        if (!at_.name_is_known) return false;
        if (actual == json_type::null) {
          if (at_.is_element_id()) id_is_null_ = true;
          observe_value(facts_of(observed::null));
          return false;
        }
        expected = at_.named->type;
        note_presence();
        break;
    }
    become_unclear();
    observe_value(facts_of(observed::mistyped),
                  [&] { return parameters{.expected = expected, .actual = actual}; });
    return false;
  }

  constexpr void watch_notification_id() noexcept {
    const std::optional<std::string_view> requested = verdict_.known().notification_id;
    requested ? text_.watch_whole(*requested) : text_.watch_size();
  }

  // A text that was read to its end, at `end`.
  constexpr void judge_text(std::size_t end) {
    if (text_.is_card()) return judge_card(end);
    const bool is_send_at = at_.where == inside::body && at_.member() == field::send_at;
    observe_value(text_.seen(is_send_at ? verdict_.known().now_ms : std::nullopt),
                  [&] { return parameters{.number = text_.number(), .detail = text_.prefix()}; });
  }

  constexpr void judge_card(std::size_t end) {
    observe_value(text_.seen({}));
    if (text_.size() == 0) return;
    const card_checker& card = text_.finished_card(end == npos ? text_.size() : end);
    const facts seen = facts_of_card(card);
    if ((seen & facts_of(observed::card_ill_formed)) != 0) {
      const std::size_t place = end == npos ? npos : card.error_offset();
      verdict_.observe(facts_of(observed::card_ill_formed), at_.here(), key_offset_, place,
                       {.reason = card.error()});
    }
    if ((seen & facts_of(observed::card_undocumented)) != 0) {
      const bool is_version_2 = card.kind() == card_kind::version_2;
      observe_value(facts_of(observed::card_undocumented),
                    [&] { return parameters{.detail = is_version_2 ? "2.0" : "template"}; });
    }
    if ((seen & facts_of(observed::card_oversized)) != 0) {
      observe_value(facts_of(observed::card_oversized),
                    [&] { return parameters{.number = static_cast<std::int64_t>(text_.size())}; });
    }
  }

  constexpr void judge_missing_id() {
    verdict_.observe(facts_of(observed::element_id) | facts_of(observed::absent),
                     at_.container().nested(0), container_offset_, container_offset_, {});
  }

  // --- from facts to diagnostics ---

  // Judges what was seen of the value, or of the name, that is here. What a message needs beside that
  // is made only where there will be one.
  template <class More>
  constexpr void observe_value(facts seen, More&& more) {
    seen |= at_.known();
    if (verdict_.is_telling(seen)) {
      verdict_.observe(seen, at_.here(), key_offset_, value_offset_, more());
    }
  }
  constexpr void observe_value(facts seen) {
    observe_value(seen, [] { return parameters{}; });
  }

  // What was seen of a name stands at the name: its value is yet to come.
  constexpr void observe_name(facts seen) {
    value_offset_ = key_offset_;
    observe_value(seen);
  }

  helpdesk::verdict<Sink> verdict_;
  facts heeded_;  // what tells of a broken rule, and can be found in this request

  whereabouts at_{};
  bool any_text_will_do_ = false;  // a string here that is not empty needs no closer look
  bool id_is_null_ = false;
  bool string_is_open_ = false;

  std::size_t body_offset_ = npos;
  std::size_t container_offset_ = npos;
  std::size_t key_offset_ = npos;
  std::size_t value_offset_ = npos;

  text_observer text_;  // without `{}`, which would first set all of it to zero
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/validate.hpp>
#define FEISHU_HELPDESK_VALIDATE_HPP

/// Validation of the structs.
namespace feishu::helpdesk {

/// A rule that no condition over facts can say: any callable over the notification. `entry` tells its
/// id, severity, messages, and whom it blames; it must outlive the report.
template <class Predicate>
struct custom_rule {
  /// Refers to the rule.
  constexpr custom_rule(const rule& about, Predicate predicate)
      : entry(about), is_violated(std::move(predicate)) {}
  custom_rule(rule&&, Predicate) = delete;

  const rule& entry;      ///< its own condition is not looked at
  Predicate is_violated;  ///< bool(const notification&), or of whichever form is validated
};

namespace detail {

// Replays a struct as the events of a body.
template <class Sink>
class struct_walker {
 public:
  constexpr explicit struct_walker(judge<Sink>& j) noexcept : judge_(j) {}

  // Returns whether to go on, like all events.
  template <class Object>
  constexpr bool object(const Object& o) {
    bool goes_on = judge_.begin_object(npos);
    for_each_member(o, [&](auto index, const auto& member) {
      if (goes_on && member) {
        goes_on = judge_.member(static_cast<std::size_t>(index)) && value(*member);
      }
    });
    return goes_on && judge_.end_object(npos);
  }

 private:
  template <class Value>
  constexpr bool value(const Value& v) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      return judge_.text(v);
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      const auto number = static_cast<std::int64_t>(v);
      const auto magnitude = static_cast<std::uint64_t>(number < 0 ? -number : number);
      return judge_.number(npos, {.is_negative = number < 0, .magnitude = magnitude});
    } else if constexpr (requires { v.begin(); }) {
      bool goes_on = judge_.begin_array(npos);
      for (auto each = v.begin(); goes_on && each != v.end(); ++each) goes_on = object(*each);
      return goes_on && judge_.end_array(npos);
    } else {
      return object(v);
    }
  }

  judge<Sink>& judge_;
};

template <class Predicate, class Notification, class Sink>
constexpr void apply_custom(const custom_rule<Predicate>& own, const Notification& n,
                            std::size_t rank, verdict<Sink>& to) {
  if (to.stopped() || !own.is_violated(n)) return;
  const blamed_members& blames = own.entry.blames;
  to.add(own.entry, rank, blames.empty() ? location() : *blames.begin(), npos, {});
}

// What `judge` takes for `sink`: a reference, so that nothing is copied.
template <class Notification, class Sink, class... Predicates>
constexpr outline validate_into(const Notification& n, const context& known, Sink& sink,
                                const custom_rule<Predicates>&... own) {
  if constexpr (sizeof...(own) == 0) {
    glance first(known);
    if (first.sees_nothing_wrong(n)) return first.body();
  }
  judge<Sink&> judging(known, sink);
  if (struct_walker<Sink&>(judging).object(n)) judging.finish();
  [[maybe_unused]] std::size_t rank = rule_count + known.custom_rules.size();
  (apply_custom(own, n, rank++, judging.verdict()), ...);
  return judging.verdict().body();
}

template <class Notification, class... Predicates>
constexpr report validate(const Notification& n, const context& known,
                          const custom_rule<Predicates>&... own) {
  report found;
  found.set_outline(validate_into(n, known, found, own...), known.policy.errors());
  return found;
}

}  // namespace detail

/// Every rule that a notification breaks. Reads each member once, and once more if a rule may be broken;
/// linear in its size.
///
/// Custom rules are conditions in `context::custom_rules`, or follow as callables.
template <class... Predicates>
[[nodiscard]] constexpr report validate(const notification& n, const context& known = {},
                                        const custom_rule<Predicates>&... own) {
  return detail::validate(n, known, own...);
}
/// The same for a view, in constant expressions too.
template <std::same_as<notification_view> View, class... Predicates>
[[nodiscard]] constexpr report validate(const View& n, const context& known = {},
                                        const custom_rule<Predicates>&... own) {
  return detail::validate(n, known, own...);
}

/// The same, diagnostic by diagnostic as they are found: `sink` is called with each and answers
/// `flow::proceed` or `flow::stop`. Returns what the body looks like as a whole.
template <class Sink, class... Predicates>
constexpr outline validate_into(Sink&& sink, const notification& n, const context& known = {},
                                const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}
/// The same for a view.
template <class Sink, std::same_as<notification_view> View, class... Predicates>
constexpr outline validate_into(Sink&& sink, const View& n, const context& known = {},
                                const custom_rule<Predicates>&... own) {
  return detail::validate_into(n, known, sink, own...);
}

/// A notification after a patch: a member that the patch has replaces the draft's, `[]` included.
template <class Form>
[[nodiscard]] constexpr basic_notification<Form> merge(basic_notification<Form> draft,
                                                       const basic_notification<Form>& patch) {
  for_each_member(patch, [&](field from, const auto& replacement) {
    for_each_member(draft, [&](field to, auto& member) {
      if constexpr (std::is_same_v<decltype(member), std::remove_cvref_t<decltype(replacement)>&>) {
        if (to == from && replacement) member = replacement;
      }
    });
  });
  return draft;
}

/// The outline of a notification, as a draft for `context::draft`.
template <class Form>
[[nodiscard]] constexpr outline outline_of(const basic_notification<Form>& n) {
  const auto ignore = [](const diagnostic&) { return flow::proceed; };
  return detail::validate_into(n, {.mode = mode::partial}, ignore);
}

/// A notification that was validated and had no error. Only `validated` makes one, so a function that
/// takes it cannot be called with anything else. It is copied, never moved from, so that it stays what
/// it was; one of views is as good as what they refer to.
template <class Notification>
class valid {
 public:
  /// As valid as the other one.
  constexpr valid(const valid&) = default;
  /// As valid as the other one.
  constexpr valid& operator=(const valid&) = default;

  /// The notification.
  [[nodiscard]] constexpr const Notification& operator*() const noexcept { return value_; }
  /// The notification.
  [[nodiscard]] constexpr const Notification* operator->() const noexcept { return &value_; }

 private:
  constexpr explicit valid(Notification value) : value_(std::move(value)) {}

  template <class Form>
  friend constexpr outcome<valid<basic_notification<Form>>> validated(basic_notification<Form> n,
                                                                      const context& known);
  Notification value_;
};

/// The notification as a `valid` one, or the report that says why not.
template <class Form>
[[nodiscard]] constexpr outcome<valid<basic_notification<Form>>> validated(
    basic_notification<Form> n, const context& known = {}) {
  using result = valid<basic_notification<Form>>;
  const report found = validate(n, known);
  if (!found.ok()) return {std::nullopt, found};
  return {std::optional<result>(result(std::move(n))), found};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/audience.hpp>
#define FEISHU_HELPDESK_AUDIENCE_HPP

/// Who will get a push: the costliest mistake is a legal one.
namespace feishu::helpdesk {

/// Whom the service desk messages privately.
enum class reach : std::uint8_t {
  unknown,  ///< what says it is absent or wrong
  nobody,
  all_members,
  listed,  ///< users and departments
  new_staff,
  new_staff_of_departments
};

/// The audience of a push, as data and as a phrase.
struct recipients {
  helpdesk::reach reach = helpdesk::reach::unknown;  ///< whom, beside the chats
  std::size_t users = 0;                             ///< of `listed`
  std::size_t departments = 0;    ///< of `listed`, or of `new_staff_of_departments`
  std::size_t chats = 0;          ///< posted to whatever the reach is
  bool rest_is_in_draft = false;  ///< a patch without its draft: what it leaves out is not known

  /// "every member of the organisation, and 1 chat"
  [[nodiscard]] std::string in(language chosen) const;

  bool operator==(const recipients&) const = default;
};

namespace detail {

// Whether a body has every member that its audience depends on.
constexpr bool tells_all(const outline& body, reach whom) noexcept {
  if (!body.has(field::chat_list)) return false;
  switch (whom) {
    case reach::unknown: return false;
    case reach::listed:
    case reach::nobody: return body.has(field::user_list) && body.has(field::department_list);
    case reach::new_staff_of_departments: return body.has(field::new_staff_scope_department_list);
    default: return true;
  }
}

}  // namespace detail

/// Who will get a push of this outline.
[[nodiscard]] constexpr recipients audience(const outline& body) noexcept {
  const auto is = [&](const condition& c) { return c.holds(body.known); };
  recipients found{.chats = body.chats};
  const auto is_unclear = [&](field member) { return (body.unclear & outline::bit(member)) != 0; };
  if (is(fact::push_scope_type == push_scope::all_members)) {
    found.reach = reach::all_members;
  } else if (is(fact::push_scope_type == push_scope::no_members)) {
    found.reach = reach::nobody;
  } else if (is(fact::push_scope_type == push_scope::some_members)) {
    if (!is_unclear(field::user_list) && !is_unclear(field::department_list)) {
      found.users = body.users;
      found.departments = body.departments;
      found.reach = body.users + body.departments == 0 ? reach::nobody : reach::listed;
    }
  } else if (is(fact::push_scope_type == push_scope::new_staff)) {
    if (is(fact::new_staff_scope_type == new_staff_scope::all)) {
      found.reach = reach::new_staff;
    } else if (is(fact::new_staff_scope_type == new_staff_scope::departments) &&
               !is_unclear(field::new_staff_scope_department_list)) {
      found.reach = reach::new_staff_of_departments;
      found.departments = body.new_staff_departments;
    }
  }
  found.rest_is_in_draft = !body.stands_alone && !detail::tells_all(body, found.reach);
  return found;
}

/// Who will get this push, if it is sent as it is.
template <class Form>
[[nodiscard]] constexpr recipients audience(const basic_notification<Form>& n) {
  outline body = outline_of(n);
  body.stands_alone = true;
  return audience(body);
}

inline std::string recipients::in(language chosen) const {
  const auto say = [&](std::string_view en, std::string_view zh) {
    return std::string(wording{en, zh}.in(chosen));
  };
  std::string text;
  switch (reach) {
    case reach::unknown:
      if (rest_is_in_draft) {
        text = say("those the draft names", "草稿所指定的对象");
        break;
      }
      text = say("nobody can tell whom: what says it is missing or wrong",
                 "无法判断：相关字段缺失或有误");
      break;
    case reach::nobody: break;
    case reach::all_members:
      text = say("every member of the organisation", "组织内全部成员");
      break;
    case reach::listed:
      if (users != 0) text = counted(users, user_object, chosen);
      if (users != 0 && departments != 0) text += say(" and ", "和 ");
      if (departments != 0) text += counted(departments, department_object, chosen);
      break;
    case reach::new_staff:
      text = say("all new staff, as they join", "组织内所有新人（入职时）");
      break;
    case reach::new_staff_of_departments:
      text = say("new staff of ", "") + counted(departments, department_object, chosen) +
             say(", as they join", "的新人（入职时）");
      break;
  }
  if (chats != 0) {
    if (!text.empty()) text += say(", and ", "，以及 ");
    text += counted(chats, chat_object, chosen);
  }
  if (text.empty()) {
    return rest_is_in_draft ? say("those the draft lists", "草稿中所列的对象")
                            : say("nobody", "无人");
  }
  if (rest_is_in_draft && reach != reach::unknown) {
    text += say(", and whoever else the draft lists", "，其余以草稿为准");
  }
  return text;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/coverage.hpp>
#define FEISHU_HELPDESK_COVERAGE_HPP

/// Whether a change of a body messages people whom it did not message before.
namespace feishu::helpdesk {

/// What a change does to the audience, the costliest last.
enum class audience_change : std::uint8_t {
  none,
  fewer,     ///< some of those messaged before, and nobody else
  added,     ///< also whom the author adds, and nobody else who is new
  others,    ///< people who were not messaged before
  everyone,  ///< every member of the organisation, who were not all messaged before
};

/// Whether it messages anybody who was not messaged before.
[[nodiscard]] constexpr bool messages_others(audience_change change) noexcept {
  return change > audience_change::fewer;
}

/// The groups that a push surely reaches, as a set.
using coverage = std::uint8_t;

namespace detail::group {

inline constexpr coverage everyone = 1;
inline constexpr coverage users = 2;
inline constexpr coverage departments = 4;
inline constexpr coverage new_staff = 8;
inline constexpr coverage new_staff_of_departments = 16;
inline constexpr coverage chats = 32;

}  // namespace detail::group

/// Whom a push of this outline reaches by what it says; of a patch, what it leaves to the draft counts
/// as much as it can. Where kind and scope contradict each other, that is nobody but new staff in the
/// kind that is for them; where nothing says the scope, nobody.
[[nodiscard]] constexpr coverage covered_by(const outline& body) noexcept {
  namespace group = detail::group;
  const auto is = [&](const condition& c) { return c.holds(body.known); };
  const auto may_be = [&](const condition& c, field member) {
    return is(c) || (!body.stands_alone && !body.has(member));
  };
  const bool for_new_staff = is(fact::push_type == push_type::new_staff);
  const bool scheduled = is(fact::push_type == push_type::scheduled);
  const bool says_everyone = is(fact::push_scope_type == push_scope::all_members);
  const bool says_some = is(fact::push_scope_type == push_scope::some_members);
  const bool says_new_staff = is(fact::push_scope_type == push_scope::new_staff);

  coverage covered = 0;
  const auto cover = [&](coverage some, bool reached) {
    if (reached) covered |= some;
  };
  cover(group::chats, may_be(fact::chat_list == fact::non_empty, field::chat_list));
  if (says_some && !for_new_staff) {
    cover(group::users, may_be(fact::user_list == fact::non_empty, field::user_list));
    cover(group::departments,
          may_be(fact::department_list == fact::non_empty, field::department_list));
  }
  cover(group::everyone, says_everyone && !for_new_staff);
  if ((says_new_staff && !scheduled) || (says_everyone && for_new_staff)) {
    cover(group::new_staff,
          may_be(fact::new_staff_scope_type == new_staff_scope::all, field::new_staff_scope_type));
    cover(group::new_staff_of_departments,
          is(fact::new_staff_scope_type == new_staff_scope::departments) &&
              may_be(fact::new_staff_scope_department_list == fact::non_empty,
                     field::new_staff_scope_department_list));
  }
  return covered;
}

/// What becomes of an audience; `adds` says whether somebody is added to a list that was empty.
[[nodiscard]] constexpr audience_change change_between(coverage before, coverage after,
                                                       bool adds) noexcept {
  namespace group = detail::group;
  coverage reached = before;
  if ((before & group::everyone) != 0) {
    reached |= static_cast<coverage>(~group::chats);  // whoever joins is a member, too
  }
  if ((before & group::new_staff) != 0) reached |= group::new_staff_of_departments;
  const auto is_new = static_cast<coverage>(after & ~reached);
  if ((is_new & group::everyone) != 0) return audience_change::everyone;
  if (is_new != 0) return audience_change::others;
  if (adds) return audience_change::added;
  return after == before ? audience_change::none : audience_change::fewer;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/repair.hpp>
#define FEISHU_HELPDESK_REPAIR_HPP

/// The smallest edits that make a body legal, found over its facts.
///
/// What is repaired is what the rules between fields, `required` and `enum-value` demand of the seven
/// members that decide who is messaged. The rules are read from the table.
///
/// No repair takes a member out: in a patch, that would bring back the draft's. No error of the table
/// needs it. Where a policy makes an error of `new-staff-fields-ignored`, a body that is blamed for its
/// `new_staff_scope_type` is offered other kinds of push, and not what its author may like better.
namespace feishu::helpdesk {

/// One change of one member of the body.
struct edit {
  /// What is done to it.
  enum class action : std::uint8_t {
    set,    ///< to `value`
    clear,  ///< the list, to `[]`
    add     ///< at least one element, which only the author knows
  };

  field member{};             ///< that is changed
  action what = action::set;  ///< what is done to it
  std::int32_t value = 0;     ///< that it is set to

  bool operator==(const edit&) const = default;
};

/// A set of edits, in the order of the field table, that makes the body legal and of which none can be
/// left out.
class alternative {
 public:
  /// No member is edited twice.
  static constexpr std::size_t capacity = std::size(facts_of_members);

  /// In the order of the field table.
  [[nodiscard]] constexpr std::span<const edit> edits() const noexcept { return {edits_, size_}; }

  /// Whether only the author can carry it out: there is something to add.
  [[nodiscard]] constexpr bool needs_author() const noexcept {
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) return true;
    }
    return false;
  }

  /// Whether it decides what kind of push this is, or whom it is for.
  [[nodiscard]] constexpr bool decides_scope() const noexcept {
    for (const edit& each : edits()) {
      if (each.what == edit::action::set) return true;
    }
    return false;
  }

  /// What it does to the audience.
  [[nodiscard]] constexpr audience_change change() const noexcept { return change_; }

  /// The outline of a body after these edits. What is to be added is not counted.
  [[nodiscard]] constexpr outline applied_to(outline body) const noexcept {
    for (const edit& each : edits()) {
      body.forget(each.member);
      body.present |= outline::bit(each.member);
      body.known |= fact_after(each);
    }
    return body;
  }

  /// What it does to an audience that was `before`. Who is added is no surprise to the author, and so is
  /// not counted among the others.
  [[nodiscard]] constexpr audience_change change_from(coverage before,
                                                      const outline& body) const noexcept {
    outline after = applied_to(body);
    for (const edit& each : edits()) {
      if (each.what == edit::action::add) after.known &= ~mask_of(each.member);
    }
    return change_between(before, covered_by(after), needs_author());
  }

  bool operator==(const alternative&) const = default;

  /// The fact that an edit makes true.
  [[nodiscard]] static constexpr facts fact_after(const edit& made) noexcept {
    const member_facts& about = facts_about(made.member);
    return made.what == edit::action::set ? about.holds_value(made.value)
                                          : about.holds_elements(made.what == edit::action::add);
  }

 private:
  friend class repair_search;

  edit edits_[capacity]{};
  std::size_t size_ = 0;
  audience_change change_ = audience_change::none;
};

/// The alternatives that there are, the best first: those that leave the audience as it is, then those
/// that message fewer, then those that message others or more; among equals, those that need nothing
/// from the author, those that leave the scope alone, and the shorter ones first.
class repairs {
 public:
  static constexpr std::size_t capacity = 16;  ///< no state of the seven members has more

  /// The best one.
  [[nodiscard]] constexpr const alternative* begin() const noexcept { return found_; }
  /// Behind the last one.
  [[nodiscard]] constexpr const alternative* end() const noexcept { return found_ + size_; }
  /// The number of alternatives.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether there is nothing to repair, or it cannot be.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The `index`-th best.
  [[nodiscard]] constexpr const alternative& operator[](std::size_t index) const noexcept {
    return found_[index];
  }

  /// The first alternative that may be carried out unasked: it adds nothing, messages nobody new, and
  /// decides neither the kind of push nor its scope. Null if there is none.
  [[nodiscard]] constexpr const alternative* automatic() const noexcept {
    for (const alternative& each : *this) {
      if (!each.needs_author() && !each.decides_scope() && !messages_others(each.change())) {
        return &each;
      }
    }
    return nullptr;
  }

 private:
  friend class repair_search;

  alternative found_[capacity]{};
  std::size_t size_ = 0;
};

/// Follows the broken rules: as long as one is, each repair must make one of its clauses false.
class repair_search {
 public:
  /// Bit i of `enforced`: the i-th rule of the table must not be broken between members. `to_mend`: the
  /// members, as an outline's bits, that must not be wrong by themselves.
  constexpr repair_search(const outline& body, std::uint64_t enforced,
                          std::uint32_t to_mend) noexcept
      : enforced_(enforced), to_mend_(to_mend), body_(body), before_(covered_by(body)) {}

  /// The members that are missing or out of range, where that is an error.
  [[nodiscard]] static constexpr std::uint32_t wrong_in(const outline& body,
                                                        std::uint64_t enforced) noexcept {
    std::uint32_t wrong = 0;
    for (const member_facts& each : facts_of_members) {
      if ((broken_by_itself(body, each) & enforced) != 0) wrong |= outline::bit(each.member);
    }
    return wrong;
  }

  /// All of them.
  [[nodiscard]] constexpr repairs run() {
    if (body_.readable) extend({}, body_);
    return found_;
  }

 private:
  // Tries whatever may mend the first fault that is left after the edits of `made`.
  constexpr void extend(const alternative& made, const outline& now) {
    if (const member_facts* wrong = wrong_by_itself(now)) return branch(made, *wrong, 0);

    const std::uint64_t broken = broken_between_members(now);
    if (broken == 0) return keep(made);
    for (const facts clause : rules[std::countr_zero(broken)].violated_when.clauses) {
      const facts met = clause & now.all_facts();
      if (met == 0) continue;
      const member_facts& about = member_of(met);
      if (!edits(made, about.member)) branch(made, about, clause);
    }
  }

  // Tries every edit of a member that makes none of the facts in `not_these` true.
  constexpr void branch(const alternative& made, const member_facts& about, facts not_these) {
    for (unsigned state = 1; state < about.size; ++state) {
      if ((about.absent() << state & not_these) != 0) continue;
      const alternative more = with(made, edit_to(about, state));
      extend(more, more.applied_to(body_));
    }
  }

  static constexpr edit edit_to(const member_facts& about, unsigned state) noexcept {
    if (!info(about.member).values.empty()) {
      return {about.member, edit::action::set, static_cast<std::int32_t>(state) - 1};
    }
    return {about.member, state == 1 ? edit::action::clear : edit::action::add};
  }

  static constexpr alternative with(alternative made, const edit& more) noexcept {
    std::size_t place = made.size_++;
    for (; place > 0 && made.edits_[place - 1].member > more.member; --place) {
      made.edits_[place] = made.edits_[place - 1];
    }
    made.edits_[place] = more;
    return made;
  }

  static constexpr bool edits(const alternative& made, field member) noexcept {
    for (const edit& each : made.edits()) {
      if (each.member == member) return true;
    }
    return false;
  }

  // The member that the first of these facts is about.
  static constexpr const member_facts& member_of(facts some) noexcept {
    const facts first = some & (~some + 1);
    for (const member_facts& each : facts_of_members) {
      if ((each.mask() & first) != 0) return each;
    }
    return facts_of_members[0];
  }

  [[nodiscard]] constexpr std::uint64_t broken_between_members(const outline& now) const noexcept {
    return indexed_rules.broken_by(now.all_facts()) & enforced_;
  }

  // A member that is to be mended, and is not yet.
  [[nodiscard]] constexpr const member_facts* wrong_by_itself(const outline& now) const noexcept {
    for (const member_facts& each : facts_of_members) {
      if ((to_mend_ & outline::bit(each.member)) != 0 && broken_by_itself(now, each) != 0) {
        return &each;
      }
    }
    return nullptr;
  }

  // The rules about single fields that a member breaks.
  static constexpr std::uint64_t broken_by_itself(const outline& now,
                                                  const member_facts& about) noexcept {
    const member_info& member = info(about.member);
    if (member.values.empty()) return 0;
    facts seen = member.required ? facts_of(observed::required_member) : 0;
    if ((now.unclear & outline::bit(about.member)) != 0) {
      seen |= facts_of(observed::not_enumerated);
    } else if (now.stands_alone && !now.has(about.member)) {
      seen |= facts_of(observed::absent);
    }
    return indexed_rules.broken_by(seen);
  }

  [[nodiscard]] constexpr bool is_legal(const outline& body) const noexcept {
    return broken_between_members(body) == 0 && wrong_by_itself(body) == nullptr;
  }

  // Whether some of the edits would do without the others.
  [[nodiscard]] constexpr bool is_reducible(const alternative& made) const noexcept {
    const unsigned all = (1u << made.size_) - 1;
    for (unsigned some = 0; some < all; ++some) {
      alternative part;
      for (std::size_t i = 0; i < made.size_; ++i) {
        if ((some >> i & 1) != 0) part.edits_[part.size_++] = made.edits_[i];
      }
      if (is_legal(part.applied_to(body_))) return true;
    }
    return false;
  }

  constexpr void keep(alternative made) noexcept {
    if (made.size_ == 0 || is_reducible(made)) return;
    made.change_ = made.change_from(before_, body_);
    std::size_t place = 0;
    for (; place < found_.size_ && !comes_before(made, found_[place]); ++place) {
      if (found_[place] == made) return;  // found in another order
    }
    if (found_.size_ == repairs::capacity) return;
    for (std::size_t i = found_.size_++; i > place; --i) found_.found_[i] = found_.found_[i - 1];
    found_.found_[place] = made;
  }

  // A total order, so that what is found in another order is found at the same place.
  static constexpr bool comes_before(const alternative& a, const alternative& b) noexcept {
    if (a.change_ != b.change_) return a.change_ < b.change_;
    if (a.needs_author() != b.needs_author()) return b.needs_author();
    if (a.decides_scope() != b.decides_scope()) return b.decides_scope();
    if (a.size_ != b.size_) return a.size_ < b.size_;
    for (std::size_t i = 0; i < a.size_; ++i) {
      const edit& x = a.edits_[i];
      const edit& y = b.edits_[i];
      if (x.member != y.member) return x.member < y.member;
      if (x.what != y.what) return x.what < y.what;
      if (x.value != y.value) return x.value < y.value;
    }
    return false;
  }

  std::uint64_t enforced_;
  std::uint32_t to_mend_;
  outline body_;
  coverage before_;
  repairs found_{};
};

namespace detail {

// The members that a report tells an error of, as an outline's bits: what is wrong in the draft, and what is
// silenced, is not told.
constexpr std::uint32_t members_with_errors(const report& found) noexcept {
  if (found.dropped() != 0) return repair_search::wrong_in(found.outline(), found.enforced());
  std::uint32_t members = 0;
  for (const diagnostic& each : found) {
    if (each.severity() != severity::error || !each.where().in_member()) continue;
    members |= outline::bit(each.where().member());
  }
  return members;
}

}  // namespace detail

/// Every set of edits that makes a body of this outline legal and of which none can be left out; none
/// if it is legal, or was not readable. Allocates nothing; bounded, whatever the body's size.
[[nodiscard]] constexpr repairs repair(const outline& body) {
  return repair_search(body, error_rules, repair_search::wrong_in(body, error_rules)).run();
}

/// The same for the body of a report: legal is what the policy that it was judged by allows.
///
///     repair(preflight(body))
[[nodiscard]] constexpr repairs repair(const report& found) {
  return repair_search(found.outline(), found.enforced(), detail::members_with_errors(found)).run();
}

/// The same for a struct.
template <class Form>
[[nodiscard]] constexpr repairs repair(const basic_notification<Form>& n,
                                       const context& known = {}) {
  return repair(validate(n, known));
}

/// Whether a repair may mend this: an error of one of the members that decide who is messaged, not of what
/// is inside of it.
[[nodiscard]] constexpr bool is_repairable(const diagnostic& d) noexcept {
  if (d.severity() != severity::error || !d.where().in_member()) return false;
  const field member = d.where().member();
  return d.where().described() == &info(member) && facts_about(member).size != 0;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/advice.hpp>
#define FEISHU_HELPDESK_ADVICE_HPP

/// Repairs as sentences: who will be messaged, and what to change for that.
namespace feishu::helpdesk {

/// What to change, as an imperative: "set push_scope_type to 2 (some members)".
[[nodiscard]] inline std::string advice(const edit& change, language chosen) {
  const bool chinese = chosen == language::zh;
  const member_info& member = info(change.member);
  const std::string name(member.name);
  switch (change.what) {
    case edit::action::set: {
      const std::string value =
          readable(member.values[static_cast<std::size_t>(change.value)], chosen);
      return chinese ? "将 " + name + " 设为" + value : "set " + name + " to " + value;
    }
    case edit::action::clear: return (chinese ? "清空 " : "empty ") + name;
    case edit::action::add: break;
  }
  const std::string element(object_in(member.kind)->one.in(chosen));
  return chinese ? "在 " + name + " 中至少添加一个" + element
                 : "add at least one " + element + " to " + name;
}

namespace detail {

// Whom the lists that are to be filled will add.
inline wording whom_to_add(const recipients& after) {
  if (after.reach == reach::new_staff_of_departments && after.departments == 0) {
    return {"new staff of the departments you add", "您所添加部门的新人"};
  }
  return {"those you add", "您添加的对象"};
}

// Who will be messaged once this is done.
inline std::string audience_after(const alternative& made, const outline& body, language chosen) {
  recipients after = audience(made.applied_to(body));
  if (!made.needs_author()) return after.in(chosen);

  std::string added(whom_to_add(after).in(chosen));
  if (after.departments == 0 && after.users == 0) {
    if (after.reach != reach::all_members && after.reach != reach::new_staff) {
      after.reach = reach::nobody;
    }
    if (after.reach == reach::nobody && after.chats == 0) return added;
  }
  return after.in(chosen) + (chosen == language::zh ? "，以及" : ", and ") + added;
}

// What that is beside who would be messaged now.
inline std::string outcome_of(const alternative& made, const outline& body, language chosen) {
  const bool chinese = chosen == language::zh;
  std::string whom = audience_after(made, body, chosen);
  if (chinese && whom.front() >= '0' && whom.front() <= '9') whom.insert(0, 1, ' ');
  switch (made.change()) {
    case audience_change::none: return (chinese ? "仍推送给" : "keep messaging ") + whom;
    case audience_change::fewer:
    case audience_change::added: return (chinese ? "只推送给" : "message only ") + whom;
    case audience_change::others:
      if ((covered_by(body) & ~covered_by(made.applied_to(body))) == 0) break;
      return (chinese ? "推送给其他人，即" : "message other people, namely ") + whom;
    case audience_change::everyone: break;
  }
  return (chinese ? "推送给更多人，即" : "message more people, namely ") + whom;
}

// Lists that are emptied one after the other share the verb.
inline std::string edits_text(const alternative& made, language chosen) {
  const bool chinese = chosen == language::zh;
  const std::span<const edit> edits = made.edits();
  std::string text;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const bool is_last = i + 1 == edits.size();
    const bool clears_too =
        i != 0 && edits[i].what == edit::action::clear && edits[i - 1].what == edit::action::clear;
    if (clears_too) {
      text += chinese ? " 和 " : " and ";
      text += info(edits[i].member).name;
      continue;
    }
    if (i != 0 && chinese) text += is_last ? "，并" : "，";
    if (i != 0 && !chinese) text += is_last ? " and " : ", ";
    text += advice(edits[i], chosen);
  }
  return text;
}

}  // namespace detail

/// One sentence: "keep messaging every member of the organisation: empty user_list". `body` is the
/// outline that was repaired.
[[nodiscard]] inline std::string advice(const alternative& made, const outline& body,
                                        language chosen) {
  return detail::outcome_of(made, body, chosen) + (chosen == language::zh ? "：" : ": ") +
         detail::edits_text(made, chosen);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/checked.hpp>
#define FEISHU_HELPDESK_CHECKED_HPP

/// Validation while the program compiles.
namespace feishu::helpdesk {
namespace detail {

// A rule's id as a template argument: compilers print it where they name the function below.
struct rule_name {
  char text[48]{};

  consteval explicit rule_name(std::string_view id) {
    for (std::size_t i = 0; i < id.size(); ++i) text[i] = id[i];
  }
};

// Not constexpr: to call it while compiling is an error, and the error names it.
template <rule_name Rule>
void the_notification_breaks();

// A name of its own takes time to compile, so only what a struct can break by an error has one.
void the_notification_breaks_a_rule();

template <std::size_t Index>
consteval auto break_of() {
  constexpr const rule& broken = rules[Index];
  if constexpr (broken.severity == severity::error &&
                (broken.group == rule_group::field || broken.group == rule_group::combination)) {
    return &the_notification_breaks<rule_name(broken.id)>;
  } else {
    return &the_notification_breaks_a_rule;
  }
}

template <std::size_t... Index>
struct breaks {
  static constexpr void (*of[])() = {break_of<Index>()...};
};
template <std::size_t... Index>
constexpr void call_break_of(std::index_sequence<Index...>, std::size_t index) {
  breaks<Index...>::of[index]();
}

// A template for the same reason as `checked`.
template <class View>
constexpr void violates(std::size_t index, std::string_view) {
  call_break_of(std::make_index_sequence<rule_count>(), index);
}

}  // namespace detail

/// Its argument, if that breaks no rule by an error; else it does not compile, and the compiler's
/// message names the rule. Warnings and notes pass.
///
///     constexpr auto push = checked({.job_name = "Welcome", .push_content = "{}", …});
///
/// A template only so that who includes this and does not call it compiles no engine.
template <std::same_as<notification_view> View = notification_view>
consteval View checked(std::type_identity_t<View> n) {
  for (const diagnostic& each : validate(n)) {
    if (each.severity() == severity::error) detail::violates<View>(each.rank(), each.rule().id);
  }
  return n;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/describe.hpp>
#define FEISHU_HELPDESK_DESCRIBE_HPP

/// Conditions in words: "push_scope_type is 0 (all members) and user_list is not empty".
namespace feishu::helpdesk {
namespace detail {

class condition_writer {
 public:
  explicit condition_writer(language chosen) : chinese_(chosen == language::zh) {}

  std::string write(const condition& c) {
    for (const facts clause : c.clauses) {
      if (clause == 0) break;
      if (!text_.empty()) say(" and ", "，且 ");
      write_clause(clause);
    }
    return text_;
  }

 private:
  void say(std::string_view en, std::string_view zh) { text_ += chinese_ ? zh : en; }

  void write_clause(facts clause) {
    bool is_first = true;
    for (const member_facts& about : facts_of_members) {
      if ((clause & about.mask()) == 0) continue;
      if (!is_first) say(" or ", "，或 ");
      is_first = false;
      write_states(about, clause & about.mask());
    }
  }

  // What is said of one member: present, or in one of several states.
  void write_states(const member_facts& about, facts states) {
    const member_info& member = info(about.member);
    text_ += member.name;
    const bool is_list = member.values.empty();
    if (!is_list && states == (about.mask() & ~about.absent())) {
      return say(" is present", " 已填写");
    }
    say(" is ", " 为");
    bool is_first = true;
    for (unsigned i = 0; i < about.size; ++i) {
      if ((states >> (about.first + i) & 1) == 0) continue;
      if (!is_first) say(" or ", "或");
      is_first = false;
      if (i == 0) {
        say("absent", "未填");
      } else if (is_list) {
        i == 1 ? say("empty", "空") : say("not empty", "非空");
      } else {
        text_ += readable(member.values[i - 1], chinese_ ? language::zh : language::en);
      }
    }
  }

  std::string text_{};
  bool chinese_;
};

}  // namespace detail

/// A condition over the members of the body, in words. Empty for one over what is observed of single
/// values, which has no words of its own: there the rule's message says it.
[[nodiscard]] inline std::string describe(const condition& c, language chosen) {
  if (!detail::is_about_the_body(c)) return {};
  return detail::condition_writer(chosen).write(c);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/places.hpp>
#define FEISHU_HELPDESK_PLACES_HPP

/// Where the members of a body stand in its text, so that they can be changed there.
namespace feishu::helpdesk {

/// Bytes of a text, from `begin` to before `end`.
struct text_span {
  std::size_t begin = npos;  ///< of its first byte
  std::size_t end = npos;    ///< behind its last byte

  /// In bytes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  /// The bytes themselves.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const noexcept {
    return text.substr(begin, size());
  }
};

/// The value, or the name, that begins at `begin` of a well-formed text.
[[nodiscard]] constexpr text_span value_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t depth = 0;
  std::size_t at = begin;
  for (bool in_string = false; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      if (!in_string && depth == 0) return {begin, at + 1};
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) break;  // a number or a literal, the last of its container
      if (--depth == 0) return {begin, at + 1};
    } else if (depth == 0 && (c == ',' || is_blank(c))) {
      break;
    }
  }
  return {begin, at};
}

/// Where the members of a body stand. Of a member that is there twice, the last one counts. Refers to
/// the text, which is read once.
class places {
 public:
  /// Reads the text; linear in its size.
  constexpr explicit places(std::string_view body) : text_(body) {
    finder found{*this};
    reader reading;
    is_readable_ =
        reading.write(body, found, 0) && reading.finish(found, body.size()) && brace_ != npos;
  }

  /// Whether the text is one object, well-formed.
  [[nodiscard]] constexpr bool is_readable() const noexcept { return is_readable_; }

  /// Whether the member is there, be it null.
  [[nodiscard]] constexpr bool has(field member) const noexcept {
    return keys_[static_cast<std::size_t>(member)] != npos;
  }

  /// The member's value; only if it is there.
  [[nodiscard]] constexpr text_span value_of(field member) const noexcept {
    return value_at(text_, values_[static_cast<std::size_t>(member)]);
  }

  /// What was read.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

  /// Where the body begins; only if it is readable.
  [[nodiscard]] constexpr std::size_t brace() const noexcept { return brace_; }

  /// Where another member can be written: behind the last one, or behind the brace.
  [[nodiscard]] constexpr std::size_t end_of_members() const noexcept {
    return last_value_ == npos ? brace_ + 1 : value_at(text_, last_value_).end;
  }

  /// Whether the body has no members.
  [[nodiscard]] constexpr bool is_empty() const noexcept { return last_value_ == npos; }

  /// The value of the one member that there is; nowhere if there are more, or none.
  [[nodiscard]] constexpr text_span only_value() const noexcept {
    return first_value_ == last_value_ && !is_empty() ? value_at(text_, first_value_) : text_span();
  }

  /// What stands before the first name: a new line and an indentation, or nothing. Nothing also if it is
  /// longer than any style.
  [[nodiscard]] constexpr std::string_view blank_before_names() const noexcept {
    const text_span blank{brace_ + 1, first_key_};
    return is_empty() || blank.size() > widest_style ? std::string_view() : blank.of(text_);
  }

  /// What stands between a name and its value; a bare colon if it is longer than any style.
  [[nodiscard]] constexpr std::string_view colon() const noexcept {
    if (is_empty()) return ":";
    const text_span between{value_at(text_, first_key_).end, first_value_};
    return between.size() > widest_style ? ":" : between.of(text_);
  }

 private:
  static constexpr std::size_t widest_style = 256;

  // Hears what the reader reads, and keeps the places of what is directly in the body.
  struct finder {
    places& found;
    std::size_t depth = 0;
    std::size_t key = npos;
    unknown_name name{};

    constexpr bool begin_object(std::size_t offset) { return open(offset, true); }
    constexpr bool begin_array(std::size_t offset) { return open(offset, false); }
    constexpr bool end_object(std::size_t) { return close(); }
    constexpr bool end_array(std::size_t) { return close(); }

    constexpr bool begin_name(std::size_t offset) {
      if (depth == 1) {
        key = offset;
        name = unknown_name();
      }
      return true;
    }
    constexpr bool name_text(std::string_view piece) {
      if (depth == 1) name.append(piece);
      return true;
    }
    constexpr bool end_name() { return true; }

    constexpr bool begin_string(std::size_t offset) { return value(offset); }
    constexpr bool string_text(std::string_view, const origin&) { return true; }
    constexpr bool end_string(std::size_t) { return true; }
    constexpr bool number(std::size_t offset, const number_token&) { return value(offset); }
    constexpr bool boolean(std::size_t offset) { return value(offset); }
    constexpr bool null(std::size_t offset) { return value(offset); }

   private:
    constexpr bool open(std::size_t offset, bool is_object) {
      if (depth == 0 && is_object) found.brace_ = offset;
      value(offset);
      ++depth;
      return true;
    }
    constexpr bool close() {
      --depth;
      return true;
    }
    constexpr bool value(std::size_t offset) {
      if (depth == 1 && found.brace_ != npos) found.note(name.text(), key, offset);
      return true;
    }
  };

  constexpr void note(std::string_view name, std::size_t key, std::size_t value) noexcept {
    if (is_empty()) {
      first_key_ = key;
      first_value_ = value;
    }
    last_value_ = value;
    const std::size_t member = find_member(notification_object, name);
    if (member == npos) return;
    keys_[member] = key;
    values_[member] = value;
  }

  struct offsets {
    std::size_t of[field_count];
    constexpr offsets() noexcept {
      for (std::size_t& each : of) each = npos;
    }
    constexpr std::size_t& operator[](std::size_t i) noexcept { return of[i]; }
    constexpr std::size_t operator[](std::size_t i) const noexcept { return of[i]; }
  };

  std::string_view text_;
  offsets keys_{};
  offsets values_{};
  std::size_t brace_ = npos;
  std::size_t first_key_ = npos;
  std::size_t first_value_ = npos;
  std::size_t last_value_ = npos;
  bool is_readable_ = false;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/preflight.hpp>
#define FEISHU_HELPDESK_PREFLIGHT_HPP

/// Validation of the bytes of a body: no document is built and nothing is allocated.
namespace feishu::helpdesk {
namespace detail {

// A body that arrives in pieces.
template <class Sink>
class byte_judge {
 public:
  constexpr byte_judge(const context& known, Sink sink)
      : judge_(known, static_cast<Sink&&>(sink)) {}

  constexpr bool write(std::string_view chunk) {
    if (goes_on_ && !is_finished_) {
      fetch_beginning(chunk.data(), chunk.data() + chunk.size());
      goes_on_ = reader_.write(chunk, judge_, size_);
      if (!goes_on_) take_error();
    }
    size_ += chunk.size();
    return goes_on_ && !is_finished_;
  }

  constexpr void finish() {
    if (is_finished_) return;
    is_finished_ = true;
    if (goes_on_ && !reader_.finish(judge_, size_)) take_error();
    if (!verdict().stopped()) judge_.finish();
  }

  [[nodiscard]] constexpr helpdesk::verdict<Sink>& verdict() noexcept { return judge_.verdict(); }

 private:
  constexpr void take_error() {
    if (reader_.error() == syntax_error::none) return;  // the sink said stop
    judge_.ill_formed(reader_.error(), reader_.error_offset(), reader_.is_within_scalar());
  }

  reader reader_{};
  judge<Sink> judge_;
  std::size_t size_ = 0;
  bool goes_on_ = true;
  bool is_finished_ = false;
};

}  // namespace detail

/// Every rule that the bytes of a body break, with byte offsets. Linear in the size of `body`.
[[nodiscard]] constexpr report preflight(std::string_view body, const context& known = {}) {
  report found;
  detail::byte_judge<report&> judging(known, found);
  judging.write(body);
  judging.finish();
  found.set_outline(judging.verdict().body(), known.policy.errors());
  return found;
}

/// The same, diagnostic by diagnostic as they are found: `sink` is called with each and answers
/// `flow::proceed` or `flow::stop`. Returns what the body looks like as a whole.
template <class Sink>
constexpr outline preflight_into(Sink&& sink, std::string_view body, const context& known = {}) {
  detail::byte_judge<Sink&> judging(known, sink);
  judging.write(body);
  judging.finish();
  return judging.verdict().body();
}

/// `preflight` for a body that arrives in chunks of any size; the report is the same. Text and rules
/// that the context refers to must outlive the stream. Its size is constant, whatever the body's.
class preflight_stream {
 public:
  /// For one body.
  constexpr explicit preflight_stream(const context& known = {}) : known_(known) {}

  preflight_stream(const preflight_stream&) = delete;
  preflight_stream& operator=(const preflight_stream&) = delete;

  /// Takes the next bytes. Returns whether more of them can change what is known of the body.
  constexpr bool write(std::string_view chunk) { return judging_.write(chunk); }

  /// Says that the body ends here. What is written after that is not judged.
  [[nodiscard]] constexpr report finish() {
    judging_.finish();
    found_.set_outline(judging_.verdict().body(), known_.policy.errors());
    return found_;
  }

 private:
  context known_;
  report found_{};
  detail::byte_judge<report&> judging_{known_, found_};
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/suggest.hpp>
#define FEISHU_HELPDESK_SUGGEST_HPP

/// What somebody who wrote an unknown member probably meant.
namespace feishu::helpdesk {

/// What is known of an unknown member.
enum class hint : std::uint8_t {
  none,
  did_you_mean,     ///< another member of the same object
  query_parameter,  ///< it belongs into the request's URL
  wrapper,          ///< the fields are to be sent without it
  reply_only        ///< GET returns it, the update does not take it
};

/// A hint and, for `did_you_mean`, the member's right name.
struct suggestion {
  helpdesk::hint hint = helpdesk::hint::none;  ///< what kind of mistake it was
  std::string_view name{};                     ///< empty for other hints

  bool operator==(const suggestion&) const = default;
};

namespace detail {

struct stranger {
  std::string_view name;
  helpdesk::hint hint;
};

// Names that are seen in bodies of this request and belong elsewhere.
inline constexpr stranger strangers[] = {
    {"user_id_type", hint::query_parameter}, {"notification", hint::wrapper},
    {"helpdesk_id", hint::reply_only},       {"instance_code", hint::reply_only},
    {"tenant_id", hint::reply_only},
};

// A name as it is compared: without case and separators, so that `jobName` is `job_name`. Names
// longer than any of the schema's are not compared at all.
class plain_name {
 public:
  static constexpr std::size_t capacity = 40;

  constexpr explicit plain_name(std::string_view name) noexcept {
    for (const char c : name) {
      if (c == '_' || c == '-') continue;
      if (size_ == capacity) {
        size_ = 0;
        return;
      }
      text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }

  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }

 private:
  char text_[capacity]{};
  std::size_t size_ = 0;
};

// std::min would need <algorithm>, which costs users more to compile than the rest of this file.
constexpr std::size_t lesser(std::size_t a, std::size_t b) noexcept { return a < b ? a : b; }

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
// Both texts have at most `plain_name::capacity` bytes.
constexpr std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
  constexpr std::size_t width = plain_name::capacity + 1;
  std::size_t rows[3][width]{};  // the row before the last, the last, and the present one
  for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows[2][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = rows[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[2][j] = lesser(substituted, lesser(rows[1][j], rows[2][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[2][j] = lesser(rows[2][j], rows[0][j - 2] + 1);
      }
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
      rows[0][j] = rows[1][j];
      rows[1][j] = rows[2][j];
    }
  }
  return rows[1][b.size()];
}

// How far `written` is from `name`; both plain. A name that was cut short or grown at an end is near.
constexpr std::size_t farness(std::string_view written, std::string_view name) noexcept {
  constexpr std::size_t shortest_part = 4;
  const std::string_view part = written.size() < name.size() ? written : name;
  const std::string_view whole = written.size() < name.size() ? name : written;
  const std::size_t distance = edit_distance(written, name);
  if (part.size() >= shortest_part && (whole.starts_with(part) || whole.ends_with(part))) {
    return lesser(distance, 2);
  }
  return distance;
}

}  // namespace detail

/// The member of `object` that `written` was probably meant to be, if one is near, or where the name
/// belongs. Near: at most a third of the letters written differ, and at most three. Case, `_` and `-`
/// are not compared; a swap of neighbours counts as one letter; where a name of four letters or more is
/// how the other one begins or ends, the rest counts as two at most. Bounded: names beyond 40 letters
/// get no suggestion.
[[nodiscard]] constexpr suggestion suggest(std::string_view written,
                                           const object_info& object) noexcept {
  if (object.kind == object_kind::the_notification) {
    for (const detail::stranger& each : detail::strangers) {
      if (each.name == written) return {each.hint, {}};
    }
  }
  const detail::plain_name plain(written);
  if (plain.text().empty()) return {};

  suggestion nearest{};
  std::size_t least = detail::lesser(3, plain.text().size() / 3) + 1;
  for (const member_info& member : object.members) {
    if (!member.also_written.empty() && member.also_written == plain.text()) {
      return {hint::did_you_mean, member.name};
    }
    const std::size_t distance =
        detail::farness(plain.text(), detail::plain_name(member.name).text());
    if (distance < least) {
      least = distance;
      nearest = {hint::did_you_mean, member.name};
    }
  }
  return nearest;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/text_edit.hpp>
#define FEISHU_HELPDESK_TEXT_EDIT_HPP

/// Changes of a text that leave all else as it was, byte for byte.
namespace feishu::helpdesk {

/// `size` bytes at `offset` are replaced by `text`.
struct text_edit {
  std::size_t offset = 0;  ///< in bytes
  std::size_t size = 0;    ///< in bytes; 0: `text` is inserted
  std::string text{};      ///< that stands there afterwards

  bool operator==(const text_edit&) const = default;
};

/// The text after the edits, which are in order of their offsets and do not overlap.
[[nodiscard]] inline std::string applied(std::span<const text_edit> edits, std::string_view to) {
  std::string text;
  std::size_t copied = 0;
  for (const text_edit& each : edits) {
    text += to.substr(copied, each.offset - copied);
    text += each.text;
    copied = each.offset + each.size;
  }
  return text += to.substr(copied);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/remedy.hpp>
#define FEISHU_HELPDESK_REMEDY_HPP

/// What is obviously meant by a value or a name that is wrong.
namespace feishu::helpdesk {

/// The one obvious change that a single diagnostic calls for.
struct remedy {
  /// What there is to do.
  enum class action : std::uint8_t {
    rename,   ///< the member, to `text`
    rewrite,  ///< the value, as the JSON `text`
    unwrap    ///< the members of the object that is here stand for the body
  };

  action what = action::rewrite;   ///< what there is to do
  location where{};                ///< of the member or value
  std::string text{};              ///< the new name, or the new value
  std::vector<text_edit> edits{};  ///< the same as changes of the body's text

  /// An imperative: "write 0".
  [[nodiscard]] std::string in(language chosen) const {
    const bool chinese = chosen == language::zh;
    switch (what) {
      case action::rename: return (chinese ? "改名为 " : "rename it to ") + text;
      case action::unwrap:
        return chinese ? "去掉这一层，直接发送其中的成员" : "send its members without it";
      case action::rewrite: break;
    }
    return (chinese ? "改写为 " : "write ") + text;
  }
};

namespace detail {

// Decimal digits without ornament, of a number that fits in 32 bits.
inline bool is_count(std::string_view text) {
  digits_probe digits;
  digits.add(text);
  return !text.empty() && digits.is_number() &&
         digits.value() <= (std::numeric_limits<std::int32_t>::max)() &&
         std::to_string(digits.value()) == text;
}

// Whether a member can hold this number: else the next complaint would be about that.
inline bool is_value_of(const member_info& member, std::string_view count) {
  for (const enumerator& each : member.values) {
    if (std::to_string(each.value) == count) return true;
  }
  return member.values.empty();
}

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

inline bool is_id(member_kind kind) noexcept {
  return kind == member_kind::notification_id || kind == member_kind::user_id ||
         kind == member_kind::department_id || kind == member_kind::chat_id;
}

// A time stamp, in whatever unit, in milliseconds.
inline std::optional<std::string> in_milliseconds(std::int64_t number) {
  constexpr std::int64_t step = 1000;
  if (number < least_milliseconds) {
    number *= step;
  } else {
    while (number >= least_microseconds) number /= step;
  }
  if (number < least_milliseconds) return std::nullopt;
  return in_quotes(std::to_string(number));
}

// A number that should have been a text, at once in the unit that is wanted: else the next complaint
// would be about that.
inline std::optional<std::string> quoted(member_kind kind, std::string_view number) {
  if (is_id(kind)) return in_quotes(number);
  if (kind != member_kind::time_stamp) return std::nullopt;
  digits_probe digits;
  digits.add(number);
  return digits.is_number() ? in_milliseconds(digits.value()) : std::nullopt;
}

// `"0"` and `0.0` for 0; `1700000000000` for "1700000000000".
inline std::optional<std::string> retyped(const diagnostic& d, std::string_view written) {
  const member_info* member = d.where().described();
  if (member == nullptr) return std::nullopt;
  const parameters& more = d.details();
  if (more.expected == json_type::string && more.actual == json_type::integer) {
    return quoted(member->kind, written);
  }
  if (more.expected != json_type::integer) return std::nullopt;
  if (more.actual == json_type::string) {
    written = written.substr(1, written.size() - 2);
  } else if (more.actual == json_type::real) {
    const std::size_t point = written.find('.');
    if (point == npos || written.find_first_not_of('0', point + 1) != npos) return std::nullopt;
    written = written.substr(0, point);
  }
  const bool is_meant = is_count(written) && is_value_of(*member, written);
  return is_meant ? std::optional(std::string(written)) : std::nullopt;
}

inline std::optional<remedy> rewritten(const diagnostic& d, text_span value,
                                       std::optional<std::string> text) {
  if (!text) return std::nullopt;
  return remedy{remedy::action::rewrite, d.where(), *text, {{value.begin, value.size(), *text}}};
}

inline std::optional<remedy> renamed(const diagnostic& d, std::string_view name,
                                     const places& body) {
  if (!d.where().in_member()) {
    const auto meant = static_cast<field>(find_member(notification_object, name));
    if (body.has(meant)) return std::nullopt;  // the member is there as well
  }
  const text_span key = value_at(body.text(), d.offset());
  return remedy{remedy::action::rename,
                d.where(),
                std::string(name),
                {{key.begin, key.size(), in_quotes(name)}}};
}

// Where the wrapper is all there is, its braces can go.
inline std::optional<remedy> unwrapped(const diagnostic& d, const places& body) {
  const text_span inner = body.only_value();
  if (inner.begin == npos || body.text()[inner.begin] != '{') return std::nullopt;
  const text_span outer = value_at(body.text(), body.brace());
  return remedy{
      remedy::action::unwrap,
      d.where(),
      {},
      {{outer.begin, inner.begin - outer.begin, {}}, {inner.end, outer.end - inner.end, {}}}};
}

}  // namespace detail

/// What obviously mends this fault in this body, which is the one that was judged: a name of the schema
/// for one that is near it, a number for its digits in quotes and the reverse, milliseconds for seconds,
/// the body for its wrapper. Nothing if it is not obvious, or the body is not well-formed.
[[nodiscard]] inline std::optional<remedy> remedy_for(const diagnostic& d, const places& body) {
  if (!body.is_readable() || d.offset() >= body.text().size()) return std::nullopt;
  const condition& broken = d.rule().violated_when;
  if (broken == observed::unknown_name) {
    if (d.where().is_cut()) return std::nullopt;
    const suggestion meant = suggest(d.where().unknown(), d.where().surroundings());
    if (meant.hint == hint::did_you_mean) return detail::renamed(d, meant.name, body);
    if (meant.hint == hint::wrapper) return detail::unwrapped(d, body);
    return std::nullopt;
  }
  const text_span value = value_at(body.text(), d.offset());
  if (broken == observed::mistyped) {
    return detail::rewritten(d, value, detail::retyped(d, value.of(body.text())));
  }
  if (broken == observed::not_milliseconds) {
    return detail::rewritten(d, value, detail::in_milliseconds(d.details().number));
  }
  return std::nullopt;
}

/// Whether a remedy makes readable what was not, and what decides who is messaged: a scope say, or the
/// whole body.
[[nodiscard]] inline bool reveals_audience(const remedy& meant) {
  switch (meant.what) {
    case remedy::action::unwrap: return true;
    case remedy::action::rewrite: {
      const member_info* member = meant.where.described();
      return member != nullptr && member->kind == member_kind::enumeration;
    }
    case remedy::action::rename: break;
  }
  if (meant.where.in_member()) return false;
  const std::size_t member = find_member(notification_object, meant.text);
  return facts_about(static_cast<field>(member)).size != 0;
}

/// Whether repairs had better wait: what is obviously meant by some value or name would tell more of who
/// is messaged, and so what is left to repair.
[[nodiscard]] inline bool remedies_come_first(const report& found, const places& body) {
  for (const diagnostic& each : found) {
    const std::optional<remedy> meant = remedy_for(each, body);
    if (meant && reveals_audience(*meant)) return true;
  }
  return false;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/repair_edits.hpp>
#define FEISHU_HELPDESK_REPAIR_EDITS_HPP

/// Repairs as changes of a body's text.
namespace feishu::helpdesk {

/// The JSON that an edit writes. To a list it adds an element whose id is empty, which is an error until
/// the author fills it in.
[[nodiscard]] inline std::string json_of(const edit& change) {
  switch (change.what) {
    case edit::action::set: return std::to_string(change.value);
    case edit::action::clear: return "[]";
    case edit::action::add: break;
  }
  const object_info& element = *object_in(info(change.member).kind);
  return R"([{")" + std::string(element.members.front().name) + R"(": ""}])";
}

/// A repair as changes of the body's text; none if the text is not one object. A new member is written
/// behind the last one, in the style of the first.
[[nodiscard]] inline std::vector<text_edit> text_edits(const alternative& made,
                                                       const places& body) {
  if (!body.is_readable()) return {};
  std::vector<text_edit> replaced;
  std::string appended;
  for (const edit& each : made.edits()) {
    if (body.has(each.member)) {
      const text_span value = body.value_of(each.member);
      std::size_t place = replaced.size();  // in the order of the text
      while (place > 0 && replaced[place - 1].offset > value.begin) --place;
      replaced.insert(replaced.begin() + static_cast<std::ptrdiff_t>(place),
                      {value.begin, value.size(), json_of(each)});
      continue;
    }
    if (!body.is_empty() || !appended.empty()) appended += ',';
    appended += body.blank_before_names();
    appended += '"';
    appended += info(each.member).name;
    appended += '"';
    appended += body.colon();
    appended += json_of(each);
  }
  if (!appended.empty()) replaced.push_back({body.end_of_members(), 0, std::move(appended)});
  return replaced;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/fix.hpp>
#define FEISHU_HELPDESK_FIX_HPP

/// Mending a body unasked, as far as that is safe.
namespace feishu::helpdesk {
namespace detail {

// Whether a remedy may be carried out unasked. A name is changed where it counts as an error, or where
// that supplies what is missing; but who is messaged is never taken from a guess, so not to the name of
// a member that decides it, nor within a list.
inline bool is_called_for(const diagnostic& d, const remedy& meant, const report& found) {
  const bool is_error = d.severity() == severity::error;
  switch (meant.what) {
    case remedy::action::unwrap: return true;
    case remedy::action::rewrite: return is_error;
    case remedy::action::rename: break;
  }
  if (d.where().in_member()) return false;
  return !reveals_audience(meant) && (is_error || found.has("required", '/' + meant.text));
}

// The obvious changes that errors call for, in order of their places.
inline std::vector<text_edit> remedies_of_errors(const report& found, const places& body) {
  std::vector<text_edit> edits;
  for (const diagnostic& each : found) {
    const std::optional<remedy> meant = remedy_for(each, body);
    if (!meant || !is_called_for(each, *meant, found)) continue;
    if (meant->what == remedy::action::unwrap) return meant->edits;
    edits.insert(edits.end(), meant->edits.begin(), meant->edits.end());
  }
  return edits;
}

}  // namespace detail

/// The body without its errors, if they can be mended unasked; otherwise the report on what is left.
/// A body without errors comes back as it is. What has no error is not touched: order, blanks and
/// unknown members stay byte for byte. It never widens the audience, never invents a `push_type` or a
/// scope, and empties no list where that messages people who were not to be seen in the body as it
/// came. In a few passes, each linear in the size of the body; each mends what a report keeps, so that
/// a body with more than some thousand errors is left.
[[nodiscard]] inline outcome<std::string> fix(std::string_view body, const context& known = {}) {
  constexpr int most_passes = 16;
  std::string text(body);
  report found = preflight(text, known);
  const coverage reached = covered_by(found.outline());  // by what could be read of it
  for (int pass = 0; !found.ok(); ++pass) {
    const places now(text);
    std::vector<text_edit> edits = detail::remedies_of_errors(found, now);
    if (edits.empty()) {
      const repairs all = repair(found);
      const alternative* safe = all.automatic();
      if (safe != nullptr && !messages_others(safe->change_from(reached, found.outline()))) {
        edits = text_edits(*safe, now);
      }
    }
    if (edits.empty() || pass == most_passes) return {std::nullopt, found};
    text = applied(edits, text);
    found = preflight(text, known);
  }
  return {std::move(text), found};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/wire_text.hpp>
#define FEISHU_HELPDESK_WIRE_TEXT_HPP

/// Text made fit for URLs and headers.
namespace feishu::helpdesk {

/// Whether a character may stand as it is.
using character_class = bool (*)(char);

/// Letters, digits, and what RFC 3986 calls unreserved beside them: what a path or a query can hold.
[[nodiscard]] constexpr bool unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// What a file's name can hold within a URI.
[[nodiscard]] constexpr bool in_path(char c) noexcept { return unreserved(c) || c == '/'; }

/// What a host can hold, its port and the brackets of an IPv6 address among it.
[[nodiscard]] constexpr bool host_characters(char c) noexcept {
  return unreserved(c) || c == ':' || c == '[' || c == ']';
}

/// What a header can hold in one word.
[[nodiscard]] constexpr bool printable(char c) noexcept { return c > ' ' && c <= '~'; }

/// The text, with `%` and two digits for each byte that is not of the class. Linear in its size.
[[nodiscard]] inline std::string percent_encoded(std::string_view text, character_class as_it_is) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (as_it_is(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[byte >> 4];
    encoded += digits[byte & 0xf];
  }
  return encoded;
}

/// The Base64 of RFC 4648, section 4, padded. Linear in the size of the text.
[[nodiscard]] inline std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) {
      return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
    };
    const unsigned three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (unsigned digit = 0; digit < 4; ++digit) {
      const bool is_padding = i + digit > bytes.size();
      encoded += is_padding ? '=' : digits[three >> (18 - 6 * digit) & 0x3f];
    }
  }
  return encoded;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/request.hpp>
#define FEISHU_HELPDESK_REQUEST_HPP

/// The HTTP request as a value. No socket is opened: any HTTP client can send it.
namespace feishu::helpdesk {

/// The two platforms that the endpoint lives on.
inline constexpr std::string_view feishu_host = "open.feishu.cn";
/// Outside China.
inline constexpr std::string_view lark_host = "open.larksuite.com";

/// The path of the pushes: `POST` to it creates one; `PATCH` to what follows by its id updates that.
inline constexpr std::string_view notifications_path = "/open-apis/helpdesk/v1/notifications";

/// The header that says for which service desk a request speaks: the Base64 of `id:token`.
inline constexpr std::string_view helpdesk_header = "X-Lark-Helpdesk-Authorization";

/// What a request needs beside its body. Refers to its text, but only while the request is made.
struct request_parameters {
  std::string_view host = feishu_host;                   ///< with a port if need be
  std::optional<std::string_view> notification_id{};     ///< none: the push is created
  std::optional<user_id_type_parameter> user_id_type{};  ///< none: the platform takes open_id
  std::string_view access_token{};                       ///< a user's, without "Bearer "
  helpdesk_credentials helpdesk{};                       ///< both are needed
};

/// A header of a request.
struct header {
  std::string_view name{};  ///< printable ASCII
  std::string value{};      ///< printable ASCII

  bool operator==(const header&) const = default;
};

/// A request that was judged and had no error. Only `make_request` makes one. What stands in its target
/// and headers is printable ASCII, whatever it was made of: nothing can begin a header of its own.
class request {
 public:
  /// `PATCH` to update a push, `POST` to create one.
  [[nodiscard]] std::string_view method() const noexcept { return is_update_ ? "PATCH" : "POST"; }

  /// Where to connect, with the port that was given.
  [[nodiscard]] const std::string& host() const noexcept { return host_; }

  /// The path and the query, percent-encoded.
  [[nodiscard]] const std::string& target() const noexcept { return target_; }

  /// `https://`, host and target.
  [[nodiscard]] std::string url() const { return "https://" + host_ + target_; }

  /// `Authorization`, `X-Lark-Helpdesk-Authorization` and `Content-Type`. What depends on the
  /// connection, `Host` and `Content-Length` say, is the client's to add.
  [[nodiscard]] std::span<const header> headers() const noexcept { return headers_; }

  /// The bytes that were judged.
  [[nodiscard]] const std::string& body() const noexcept { return body_; }

 private:
  friend outcome<request> make_request(std::string body, const request_parameters& to,
                                       context known);

  request(std::string body, const request_parameters& to)
      : is_update_(to.notification_id.has_value()),
        host_(percent_encoded(to.host, host_characters)),
        target_(notifications_path),
        headers_{{{"Authorization", "Bearer " + percent_encoded(to.access_token, printable)},
                  {helpdesk_header,
                   base64(std::string(to.helpdesk.id) + ':' + std::string(to.helpdesk.token))},
                  {"Content-Type", "application/json; charset=utf-8"}}},
        body_(std::move(body)) {
    if (to.notification_id) target_ += '/' + percent_encoded(*to.notification_id, unreserved);
    if (to.user_id_type) {
      target_ += "?user_id_type=" + percent_encoded(to.user_id_type->text(), unreserved);
    }
  }

  bool is_update_;
  std::string host_;
  std::string target_;
  std::array<header, 3> headers_;
  std::string body_;
};

/// The request that sends this body, as it is, or the report that says why not: of the body as
/// `preflight` judges it, and of the parameters. `known` is what is known beside them: the mode, the
/// draft, a policy.
///
///     auto push = make_request(bytes, {.notification_id = "6981801914270744596", .access_token = token,
///                                      .helpdesk = {helpdesk_id, helpdesk_token}});
///     if (push) client.send(push->method(), push->url(), push->headers(), push->body());
[[nodiscard]] inline outcome<request> make_request(std::string body, const request_parameters& to,
                                                   context known = {}) {
  known.notification_id = to.notification_id;
  known.user_id_type = to.user_id_type;
  known.access_token = to.access_token;
  known.helpdesk = to.helpdesk;
  const report found = preflight(body, known);
  if (!found.ok()) return {std::nullopt, found};
  return {request(std::move(body), to), found};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/message.hpp>
#define FEISHU_HELPDESK_MESSAGE_HPP

/// Diagnostics as sentences: the placeholders of a rule's message, filled in.
namespace feishu::helpdesk {

/// In the order of `json_type`.
inline constexpr wording json_type_wordings[] = {
    {"null", " null"},      {"a boolean", "布尔值"},
    {"an integer", "整数"}, {"a number with a fraction or an exponent", "带小数或指数的数"},
    {"a string", "字符串"}, {"an array", "数组"},
    {"an object", "对象"},
};

/// A type with its article: "an integer".
[[nodiscard]] constexpr wording wording_of(json_type type) noexcept {
  return json_type_wordings[static_cast<std::size_t>(type)];
}

/// In the order of `severity`.
inline constexpr wording severity_wordings[] = {
    {"error", "错误"}, {"warning", "警告"}, {"note", "提示"}};

/// The severity in a word.
[[nodiscard]] constexpr wording wording_of(severity s) noexcept {
  return severity_wordings[static_cast<std::size_t>(s)];
}

/// In the order of `source`.
inline constexpr wording source_wordings[] = {
    {"document", "文档"}, {"platform", "平台"}, {"rfc", "RFC"}, {"library", "本库"}};

/// Which kind of source a citation is from.
[[nodiscard]] constexpr wording wording_of(source s) noexcept {
  return source_wordings[static_cast<std::size_t>(s)];
}

/// Where a rule comes from, and the words: "document: 必填".
[[nodiscard]] inline std::string readable(const citation& cites, language chosen) {
  std::string text(wording_of(cites.from).in(chosen));
  text += chosen == language::zh ? "：" : ": ";
  return text += cites.text.in(chosen);
}

/// In the order of `rule_group`.
inline constexpr wording rule_group_wordings[] = {{"Shape of the JSON", "JSON 的形式"},
                                                  {"Single fields", "单个字段"},
                                                  {"Between fields", "字段之间"},
                                                  {"The request", "请求"},
                                                  {"Custom rules", "自定义规则"}};

/// The title of a group of rules.
[[nodiscard]] constexpr wording wording_of(rule_group group) noexcept {
  return rule_group_wordings[static_cast<std::size_t>(group)];
}

/// A place as people write it: `user_list[3].user_id`.
[[nodiscard]] inline std::string readable(const location& where, language chosen) {
  if (where.is_body()) return std::string(wording{"the body", "请求体"}.in(chosen));
  std::string text;
  where.for_each_step(
      [&](std::string_view name) {
        if (!text.empty()) text += '.';
        text += name.empty() ? std::string_view("\"\"") : name;
      },
      [&](std::size_t index) { text += '[' + std::to_string(index) + ']'; });
  return text;
}

namespace detail {

inline std::string hint_text(const suggestion& s, language chosen) {
  const auto say = [&](std::string_view en, std::string_view zh) {
    return std::string(wording{en, zh}.in(chosen));
  };
  switch (s.hint) {
    case hint::none: return {};
    case hint::did_you_mean:
      return say(": did you mean ", "，是否应为 ") + std::string(s.name) + say("?", "？");
    case hint::query_parameter:
      return say(": it is a query parameter of the request", "：它是请求的查询参数");
    case hint::wrapper:
      return say(": send the fields unwrapped", "：请直接发送各字段，不要再包一层");
    case hint::reply_only:
      return say(": it is returned by GET, not accepted", "：它只在 GET 返回中出现，不能提交");
  }
  return {};
}

// Why: what was wrong with the text, the time stamp, the id or the card that is here.
inline std::string reason_text(const diagnostic& d, language chosen) {
  const parameters& more = d.details();
  if (more.reason != syntax_error::none) return std::string(wording_of(more.reason).in(chosen));
  const member_info* member = d.where().described();
  if (member == nullptr) {
    return hint_text(suggest(d.where().unknown(), d.where().surroundings()), chosen);
  }
  const auto say = [&](std::string_view en, std::string_view zh) {
    return std::string(wording{en, zh}.in(chosen));
  };
  switch (member->kind) {
    case member_kind::time_stamp:
      return more.number < least_milliseconds ? say("seconds, it seems", "看起来是秒")
                                              : say("microseconds, it seems", "看起来是微秒");
    case member_kind::user_id:
      return say("as ids of the request's user_id_type do", "与请求的 user_id_type 不符");
    case member_kind::chat_id: return say("as chat ids do", "会话 ID 都以此开头");
    case member_kind::card:
      return more.detail == "template" ? say("its type is \"template\"", "其 type 为 \"template\"")
                                       : say("its schema is \"2.0\"", "其 schema 为 \"2.0\"");
    default: return {};
  }
}

inline std::string values_text(const location& where, language chosen) {
  const member_info* member = where.described();
  if (member == nullptr) return {};
  const bool chinese = chosen == language::zh;
  std::string text;
  for (std::size_t i = 0; i < member->values.size(); ++i) {
    const enumerator& each = member->values[i];
    const bool is_last = i + 1 == member->values.size();
    if (i > 0 && is_last) text += chinese ? "或" : " or ";
    if (i > 0 && !is_last) text += chinese ? "、" : ", ";
    text += readable(each, chosen);
  }
  return text;
}

inline std::string object_text(const location& where, language chosen) {
  const std::string_view one = where.surroundings().one.in(chosen);
  return chosen == language::zh ? std::string(one) : "a " + std::string(one);
}

// What stands for a placeholder of one diagnostic's message; what is none stays as it is written.
inline std::string filled(std::string_view placeholder, const diagnostic& d, language chosen) {
  const parameters& more = d.details();
  if (placeholder == "member") return readable(d.where(), chosen);
  if (placeholder == "object") return object_text(d.where(), chosen);
  if (placeholder == "expected") return std::string(wording_of(more.expected).in(chosen));
  if (placeholder == "actual") return std::string(wording_of(more.actual).in(chosen));
  if (placeholder == "values") return values_text(d.where(), chosen);
  if (placeholder == "prefix") return std::string(more.detail);
  if (placeholder == "number") return std::to_string(more.number);
  if (placeholder == "reason") return reason_text(d, chosen);
  return '{' + std::string(placeholder) + '}';
}

// Copies `pattern`, putting `fill(name)` in the place of each `{name}`.
template <class Fill>
std::string fill_in(std::string_view pattern, Fill&& fill) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    text += pattern.substr(0, open);
    if (close == std::string_view::npos) {
      if (open != std::string_view::npos) text += pattern.substr(open);
      break;
    }
    text += fill(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace detail

/// The sentence that says what is wrong, without place and severity. It may hold the name of an
/// unknown member as it came; make it harmless before a terminal sees it.
[[nodiscard]] inline std::string message(const diagnostic& d, language chosen) {
  return detail::fill_in(d.rule().message.in(chosen), [&](std::string_view placeholder) {
    return detail::filled(placeholder, d, chosen);
  });
}

/// The sentence of a rule, its placeholders as people write them: "<member> is required".
[[nodiscard]] inline std::string message_pattern(const rule& r, language chosen) {
  return detail::fill_in(r.message.in(chosen), [](std::string_view placeholder) {
    return '<' + std::string(placeholder) + '>';
  });
}

/// One sentence for several diagnostics of one rule that has such a message.
[[nodiscard]] inline std::string message_for_many(std::span<const diagnostic* const> same_rule,
                                                  language chosen) {
  const rule& broken = same_rule.front()->rule();
  return detail::fill_in(broken.message_for_many.in(chosen), [&](std::string_view placeholder) {
    if (placeholder == "count") return std::to_string(same_rule.size());
    std::string members;
    for (const diagnostic* each : same_rule) {
      if (!members.empty()) members += chosen == language::zh ? "、" : ", ";
      members += readable(each->where(), chosen);
    }
    return members;
  });
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/render_options.hpp>
#define FEISHU_HELPDESK_RENDER_OPTIONS_HPP

/// What all renderers of a report are told.
namespace feishu::helpdesk {

/// How a report is to be rendered. Each renderer takes what concerns it.
struct render_options {
  std::string_view source = "body";  ///< how the body is called, a file's name say
  std::string_view body{};           ///< its text, for lines, columns and quotes; none by default
  std::size_t first_line = 1;        ///< the line of its source where the body begins
  helpdesk::language language = helpdesk::language::en;  ///< of the messages
  bool colour = false;                                   ///< ANSI escapes
  bool verbose = false;  ///< one line for each note, instead of one for all of a rule
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/source_view.hpp>
#define FEISHU_HELPDESK_SOURCE_VIEW_HPP

/// Places in a text, and excerpts that are fit for a terminal.
namespace feishu::helpdesk {

/// A place in a text: line and column count from 1, columns in bytes. 0 where unknown.
struct position {
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< from 1, in bytes

  bool operator==(const position&) const = default;
};

/// Turns offsets into positions. Linear in the text's size for offsets in ascending order, as they
/// stand in a report; an offset before the last one starts again from the beginning.
class line_counter {
 public:
  /// Refers to the text.
  constexpr explicit line_counter(std::string_view text) noexcept : text_(text) {}

  /// The position of a byte.
  constexpr position at(std::size_t offset) noexcept {
    if (offset == npos) return {};
    if (offset > text_.size()) offset = text_.size();
    if (offset < read_) *this = line_counter(text_);
    for (; read_ < offset; ++read_) {
      if (text_[read_] == '\n') {
        ++line_;
        line_start_ = read_ + 1;
      }
    }
    return {line_, offset - line_start_ + 1};
  }

 private:
  std::string_view text_;
  std::size_t read_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
};

namespace detail {

// The byte after the character that begins at `i`; anything that is not UTF-8 counts byte by byte.
constexpr std::size_t next_character(std::string_view text, std::size_t i) noexcept {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const std::string_view character = text.substr(i, length);
  return character.size() == length && is_utf8(character) ? i + length : i + 1;
}

constexpr unsigned code_point_of(std::string_view character) noexcept {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead;
  unsigned value = lead & (0xffu >> (character.size() + 1));
  for (const char c : character.substr(1)) {
    value = value << 6 | (static_cast<unsigned char>(c) & 0x3f);
  }
  return value;
}

// Two for the scripts and symbols that terminals show two columns wide.
constexpr std::size_t width_of(unsigned code_point) noexcept {
  constexpr struct {
    unsigned first, last;
  } wide[] = {{0x1100, 0x115f},   {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},  {0xf900, 0xfaff},
              {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},  {0x1f300, 0x1f64f},
              {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};
  for (const auto& range : wide) {
    if (code_point >= range.first && code_point <= range.last) return 2;
  }
  return 1;
}

// Whether a terminal would obey a character instead of showing it, or let it rearrange the line.
constexpr bool is_harmful(unsigned code_point) noexcept {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0x061c ||
         code_point == 0x200b || code_point == 0x2060 ||
         (code_point >= 0x200e && code_point <= 0x200f) ||
         (code_point >= 0x2028 && code_point <= 0x202e) ||
         (code_point >= 0xfff9 && code_point <= 0xfffb) ||
         (code_point >= 0xe0000 && code_point <= 0xe007f) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0xfeff;
}

// A piece of text as a terminal will show it, and how many columns it takes.
struct shown_text {
  std::string text{};
  std::size_t width = 0;

  // Harmful characters become a question mark; so does each byte that is not UTF-8.
  void add(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size();) {
      const std::size_t next = next_character(raw, i);
      const std::string_view character = raw.substr(i, next - i);
      const unsigned code_point = code_point_of(character);
      const bool is_stray_byte = character.size() == 1 && code_point >= 0x80;
      if (character == "\t") {
        text += ' ';
      } else if (is_harmful(code_point) || is_stray_byte) {
        text += '?';
      } else {
        text += character;
      }
      width += is_stray_byte ? 1 : width_of(code_point);
      i = next;
    }
  }
};

}  // namespace detail

/// `text` without characters that a terminal would obey: each becomes a question mark.
[[nodiscard]] inline std::string harmless(std::string_view text) {
  detail::shown_text shown;
  shown.add(text);
  return shown.text;
}

/// Where the name, string, number or character at `offset` ends, well-formed or not: at the latest with
/// `text`.
[[nodiscard]] constexpr std::size_t end_of_token(std::string_view text,
                                                 std::size_t offset) noexcept {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.' || c == '_';
  };
  if (offset >= text.size()) return text.size();
  std::size_t end = offset;
  if (text[offset] == '"') {
    ++end;
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    return end < text.size() ? end + 1 : text.size();
  }
  while (end < text.size() && is_word(text[end])) ++end;
  return end != offset ? end : detail::next_character(text, offset);
}

/// The part of a line that is shown under a diagnostic, and where its mark stands.
struct excerpt {
  std::string text{};          ///< fit for a terminal
  std::size_t mark_start = 0;  ///< in columns of a terminal
  std::size_t mark_width = 0;  ///< in columns of a terminal
};

/// The line around `offset`, at most about a hundred bytes of it, with the name, string, number or
/// bracket at `offset` marked. Looks at a bounded part of `text`.
[[nodiscard]] inline excerpt excerpt_at(std::string_view text, std::size_t offset) {
  constexpr std::size_t reach_back = 40;
  constexpr std::size_t reach_on = 60;
  if (offset > text.size()) offset = text.size();

  const auto is_inside_character = [&](std::size_t i) {
    return i < text.size() && detail::is_continuing(text[i]);
  };
  constexpr std::size_t longest_tail = 3;  // of a character, after its first byte

  std::size_t first = offset;
  while (first > 0 && offset - first < reach_back && text[first - 1] != '\n') --first;
  const bool is_cut_before = first > 0 && text[first - 1] != '\n';
  for (std::size_t i = 0; is_cut_before && i < longest_tail && is_inside_character(first); ++i) {
    if (first < offset) ++first;
  }
  std::size_t last = offset;
  while (last < text.size() && last - offset < reach_on && text[last] != '\n' &&
         text[last] != '\r') {
    ++last;
  }
  const bool is_cut_after = last < text.size() && text[last] != '\n' && text[last] != '\r';
  for (std::size_t i = 0; is_cut_after && i < longest_tail && is_inside_character(last); ++i) {
    if (last > offset + 1) --last;
  }

  const std::size_t token_end = end_of_token(text.substr(0, last), offset);

  detail::shown_text shown;
  if (is_cut_before) shown.add("…");
  shown.add(text.substr(first, offset - first));
  excerpt result;
  result.mark_start = shown.width;
  shown.add(text.substr(offset, token_end - offset));
  result.mark_width = shown.width > result.mark_start ? shown.width - result.mark_start : 1;
  shown.add(text.substr(token_end, last - token_end));
  if (is_cut_after) shown.add("…");
  result.text = std::move(shown.text);
  return result;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/text.hpp>
#define FEISHU_HELPDESK_TEXT_HPP

/// A report as people read it: in the style of a compiler, with the source line and a caret.
namespace feishu::helpdesk {

/// "2 errors, 1 warning, 9 notes"; what there is none of is left out.
[[nodiscard]] inline std::string summary(const report& found, language chosen) {
  const struct {
    std::size_t count;
    severity kind;
    std::string_view many;
  } totals[] = {{found.error_count(), severity::error, "errors"},
                {found.warning_count(), severity::warning, "warnings"},
                {found.note_count(), severity::note, "notes"}};
  std::string text;
  for (const auto& [count, kind, many] : totals) {
    if (count == 0) continue;
    if (!text.empty()) text += chosen == language::zh ? "，" : ", ";
    text += std::to_string(count);
    if (chosen == language::zh) {
      text += " 个";
      text += wording_of(kind).zh;
    } else {
      text += ' ';
      text += count == 1 ? wording_of(kind).en : many;
    }
  }
  return text.empty() ? std::string(wording{"nothing to report", "没有发现问题"}.in(chosen)) : text;
}

/// What is said of the diagnostics that were counted but not kept; empty if there are none.
[[nodiscard]] inline std::string left_out(const report& found, language chosen) {
  if (found.dropped() == 0) return {};
  const std::string count = std::to_string(found.dropped());
  return chosen == language::zh ? "……另有 " + count + " 条未列出"
                                : "… and " + count + " more, counted but not kept";
}

/// What to tell people, in order: calls `tell` with spans of diagnostics, each alone, and then those whose
/// rule has a `message_for_many` together, rule by rule.
template <class Tell>
void for_each_told(const report& found, Tell&& tell) {
  const auto folds = [](const diagnostic& d) { return !d.rule().message_for_many.en.empty(); };
  for (const diagnostic& each : found) {
    const diagnostic* const alone = &each;
    if (!folds(each)) tell(std::span(&alone, 1));
  }
  for (const diagnostic& first : found) {
    if (!folds(first)) continue;
    const diagnostic* alike[report::capacity]{};
    std::size_t count = 0;
    for (const diagnostic& each : found) {
      if (&each.rule() == &first.rule()) alike[count++] = &each;
    }
    if (alike[0] == &first) tell(std::span<const diagnostic* const>(alike, count));
  }
}

/// The sentence for what is told together.
[[nodiscard]] inline std::string message(std::span<const diagnostic* const> told, language chosen) {
  return told.size() > 1 ? message_for_many(told, chosen) : message(*told.front(), chosen);
}

namespace detail {

class text_renderer {
 public:
  text_renderer(const report& found, const render_options& options)
      : found_(found), options_(options), lines_(options.body) {}

  std::string render() {
    if (options_.verbose) {
      for (const diagnostic& each : found_) tell(std::array{&each});
    } else {
      for_each_told(found_, [&](std::span<const diagnostic* const> told) { tell(told); });
    }
    if (found_.dropped() != 0) text_ += left_out(found_, options_.language) + '\n';
    return std::move(text_);
  }

 private:
  void tell(std::span<const diagnostic* const> told) {
    const diagnostic& first = *told.front();
    tell_place(first);
    paint(severity_colour(first.severity()), wording_of(first.severity()).in(options_.language));
    text_ += options_.language == language::zh ? "：" : ": ";
    paint(bold, harmless(message(told, options_.language)));
    text_ += " [";
    text_ += harmless(first.rule().id);
    text_ += "]\n";
    if (told.size() == 1) quote(first);
    cite(first);
    if (told.size() == 1) help(first);
  }

  void tell_place(const diagnostic& d) {
    std::string place(harmless(options_.source));
    const position at = options_.body.data() == nullptr ? position{} : lines_.at(d.offset());
    if (at.line != 0) {
      place +=
          ':' + std::to_string(options_.first_line - 1 + at.line) + ':' + std::to_string(at.column);
    } else if (!d.where().is_body()) {
      place += ": " + harmless(d.path());
    }
    paint(bold, place);
    text_ += ": ";
  }

  // The source line, and a mark under what is meant.
  void quote(const diagnostic& d) {
    if (options_.body.empty() || d.offset() == npos) return;
    const excerpt line = excerpt_at(options_.body, d.offset());
    std::string number = std::to_string(options_.first_line - 1 + lines_.at(d.offset()).line);
    if (number.size() < 5) number.insert(0, 5 - number.size(), ' ');
    text_ += number + " | " + line.text + '\n';
    text_ += std::string(number.size(), ' ') + " | " + std::string(line.mark_start, ' ');
    std::string mark = '^' + std::string(line.mark_width - 1, '~');
    if (const std::string held = holds(d); !held.empty()) mark += ' ' + held;
    paint(green, mark);
    text_ += '\n';
  }

  // "holds 1 user", where a list is blamed for what is in it.
  [[nodiscard]] std::string holds(const diagnostic& d) const {
    if (d.rule().blames.empty() || d.details().number == 0) return {};
    const member_info* member = d.where().described();
    const object_info* object = member == nullptr ? nullptr : object_in(member->kind);
    if (object == nullptr) return {};
    const std::string content =
        counted(static_cast<std::size_t>(d.details().number), *object, options_.language);
    return (options_.language == language::zh ? "含 " : "holds ") + content;
  }

  void cite(const diagnostic& d) {
    const citation& cites = d.rule().cites;
    if (cites.text.en.empty()) return;
    text_ += "      = ";
    text_ += harmless(readable(cites, options_.language));
    text_ += '\n';
  }

  void help(const diagnostic& d) {
    if (options_.body.empty()) return;
    if (!places_) places_.emplace(options_.body);
    const std::optional<remedy> obvious = remedy_for(d, *places_);
    if (!obvious) return;
    text_ += options_.language == language::zh ? "      = 建议：" : "      = help: ";
    text_ += harmless(obvious->in(options_.language));
    text_ += '\n';
  }

  static constexpr std::string_view bold = "\033[1m";
  static constexpr std::string_view green = "\033[1;32m";

  static constexpr std::string_view severity_colour(severity s) noexcept {
    switch (s) {
      case severity::error: return "\033[1;31m";
      case severity::warning: return "\033[1;35m";
      default: return "\033[1;36m";
    }
  }

  void paint(std::string_view colour, std::string_view piece) {
    if (options_.colour) text_ += colour;
    text_ += piece;
    if (options_.colour) text_ += "\033[0m";
  }

  const report& found_;
  const render_options& options_;
  line_counter lines_;
  std::optional<places> places_{};
  std::string text_{};
};

}  // namespace detail

/// The report, line by line; empty if nothing was found. What comes from the body is made harmless to
/// a terminal. Linear in the size of the body.
[[nodiscard]] inline std::string to_text(const report& found, const render_options& options = {}) {
  return detail::text_renderer(found, options).render();
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/version.hpp>
#define FEISHU_HELPDESK_VERSION_HPP

/// The library's version, for the preprocessor and for people. Semantic versioning: what each of the
/// three promises, docs/compatibility.md says. Other files that say it are tested against this one.

/// The first of its numbers.
#define FEISHU_HELPDESK_VERSION_MAJOR 0
/// The second.
#define FEISHU_HELPDESK_VERSION_MINOR 1
/// The third.
#define FEISHU_HELPDESK_VERSION_PATCH 0

/// All three in one number, to compare: 10203 is 1.2.3.
#define FEISHU_HELPDESK_VERSION_NUMBER                                           \
  (FEISHU_HELPDESK_VERSION_MAJOR * 10000 + FEISHU_HELPDESK_VERSION_MINOR * 100 + \
   FEISHU_HELPDESK_VERSION_PATCH)

/// All three in a string literal: "1.2.3".
#define FEISHU_HELPDESK_VERSION                                                               \
  FEISHU_HELPDESK_DOTTED_VALUES(FEISHU_HELPDESK_VERSION_MAJOR, FEISHU_HELPDESK_VERSION_MINOR, \
                                FEISHU_HELPDESK_VERSION_PATCH)

/// Three words with dots between them, as a string literal: of names, not of their values.
#define FEISHU_HELPDESK_DOTTED(major, minor, patch) #major "." #minor "." #patch
/// The same of their values.
#define FEISHU_HELPDESK_DOTTED_VALUES(major, minor, patch) \
  FEISHU_HELPDESK_DOTTED(major, minor, patch)

#endif
