#ifndef FEISHU_HELPDESK_NOTIFICATION_HPP
#define FEISHU_HELPDESK_NOTIFICATION_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  using text = std::string;
  template <class Element>
  using list = std::vector<Element>;
};

/// The text and lists of a notification that refers to them.
struct viewing {
  using text = std::string_view;
  template <class Element>
  using list = std::span<const Element>;
};

template <class Form>
struct basic_user {
  std::optional<typename Form::text> user_id{};
  std::optional<typename Form::text> avatar_url{};
  std::optional<typename Form::text> name{};

  bool operator==(const basic_user&) const = default;
};

template <class Form>
struct basic_department {
  std::optional<typename Form::text> department_id{};
  std::optional<typename Form::text> name{};

  bool operator==(const basic_department&) const = default;
};

template <class Form>
struct basic_chat {
  std::optional<typename Form::text> chat_id{};
  std::optional<typename Form::text> name{};

  bool operator==(const basic_chat&) const = default;
};

/// A push as the service desk stores it. Every member is optional, for absent and empty differ; what
/// each one means is said in the field table (fields.hpp).
template <class Form>
struct basic_notification {
  using text = typename Form::text;
  using user = basic_user<Form>;
  using department = basic_department<Form>;
  using chat = basic_chat<Form>;
  template <class Element>
  using list = typename Form::template list<Element>;

  std::optional<text> id{};
  std::optional<text> job_name{};
  std::optional<std::int32_t> status{};
  std::optional<user> create_user{};
  std::optional<text> created_at{};
  std::optional<user> update_user{};
  std::optional<text> updated_at{};
  std::optional<std::int32_t> target_user_count{};
  std::optional<std::int32_t> sent_user_count{};
  std::optional<std::int32_t> read_user_count{};
  std::optional<text> send_at{};
  std::optional<text> push_content{};
  std::optional<helpdesk::push_type> push_type{};
  std::optional<push_scope> push_scope_type{};
  std::optional<new_staff_scope> new_staff_scope_type{};
  std::optional<list<department>> new_staff_scope_department_list{};
  std::optional<list<user>> user_list{};
  std::optional<list<department>> department_list{};
  std::optional<list<chat>> chat_list{};
  std::optional<text> ext{};

  bool operator==(const basic_notification&) const = default;
};

using user = basic_user<owning>;
using department = basic_department<owning>;
using chat = basic_chat<owning>;
using notification = basic_notification<owning>;

using user_view = basic_user<viewing>;
using department_view = basic_department<viewing>;
using chat_view = basic_chat<viewing>;
using notification_view = basic_notification<viewing>;

}  // namespace feishu::helpdesk

#endif
