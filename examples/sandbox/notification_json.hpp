#ifndef FEISHU_SANDBOX_NOTIFICATION_JSON_HPP
#define FEISHU_SANDBOX_NOTIFICATION_JSON_HPP

#include "store.hpp"
#include <feishu/helpdesk/model/context.hpp>

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

/// Notifications between the forms in which they are sent, kept and shown.
namespace sandbox {

/// What a notification's author says in a body without errors, put over what was said before; what the
/// server assigns, and null, changes nothing. An object's text, like `before`.
[[nodiscard]] std::string merged(std::string_view before, std::string_view body);

/// Who is asking for a notification.
struct reader {
  std::string_view helpdesk_id{};
  feishu::helpdesk::user_id_type_parameter user_id_type;
};

/// The notification as GET shows it: every field, unset ones as null or "".
[[nodiscard]] boost::json::object shown(std::string_view id, const stored_notification& kept,
                                        const reader& to);

}  // namespace sandbox

#endif
