#include "target.hpp"

#include <feishu/helpdesk/request.hpp>

#include <boost/url.hpp>

namespace sandbox {

target read_target(std::string_view text) {
  using feishu::helpdesk::notifications_path;
  target named;
  const auto url = boost::urls::parse_origin_form(text);
  if (!url) return named;

  const std::string_view path = url->encoded_path();
  if (!path.starts_with(notifications_path)) return named;
  const std::string_view rest = path.substr(notifications_path.size());
  if (rest.empty()) {
    named.what = target::kind::all_notifications;
  } else if (rest.rfind('/') == 0) {
    named.what = target::kind::one_notification;
    named.notification_id = url->segments().back();
  }

  const auto message_args = url->params();
  if (const auto found = message_args.find("user_id_type"); found != message_args.end()) {
    named.user_id_type = (*found).value;
  }
  return named;
}

}  // namespace sandbox
