#ifndef FEISHU_HELPDESK_MODEL_NOTIFICATION_HPP
#define FEISHU_HELPDESK_MODEL_NOTIFICATION_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The body of "update notification" (更新推送) as plain aggregates, with the wire's field names.
///
/// One definition serves two forms: `notification` owns its text and lists; `notification_view` refers
/// to somebody else's, is a literal type, and so can be validated while the program compiles.
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

/// The objects of the API. Declared before the structs, whose names its enumerators repeat.
enum class object_kind : std::uint8_t { notification, user, department, chat };

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

/// A push as the service desk stores it. Every field is optional, for absent and empty differ; what
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

#endif
