#include "notification_json.hpp"

#include <feishu/helpdesk/json/parse.hpp>
#include <feishu/helpdesk/json/serialize.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/result.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstddef>

namespace sandbox {
namespace {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

json::value unset(helpdesk::field_kind kind) {
  switch (kind) {
    case helpdesk::field_kind::string:
    case helpdesk::field_kind::job_name:
    case helpdesk::field_kind::timestamp:
    case helpdesk::field_kind::card: return "";
    default: return nullptr;
  }
}

// Where the server says nothing of its own, all is empty: nobody was messaged yet.
json::value assigned(helpdesk::field member, std::string_view id, const stored_notification& kept,
                     const reader& to) {
  switch (member) {
    case helpdesk::field::id: return json::value(id);
    case helpdesk::field::status: return kept.status;
    case helpdesk::field::created_at: return json::value(std::to_string(kept.created_at));
    case helpdesk::field::updated_at:
      return json::value(kept.updated_at ? std::to_string(*kept.updated_at) : "");
    case helpdesk::field::create_user:
    case helpdesk::field::update_user:
      return {{"user_id", std::string(to.user_id_type.prefix()) + "sandbox"},
              {"avatar_url", ""},
              {"name", "sandbox"}};
    default: return 0;
  }
}

}  // namespace

std::string merged(std::string_view before, std::string_view body) {
  json::value all = json::parse(before);
  const helpdesk::result<helpdesk::notification> said =
      helpdesk::parse(body, {.mode = helpdesk::mode::partial});
  const json::value changes = json::parse(helpdesk::serialize(*said, {.server_assigned = false}));
  for (const auto& [name, value] : changes.get_object()) {
    all.get_object().insert_or_assign(name, value);
  }
  return json::serialize(all);
}

json::object shown(std::string_view id, const stored_notification& kept, const reader& to) {
  const json::value said = json::parse(kept.fields);
  json::object all;
  for (std::size_t i = 0; i < helpdesk::detail::field_count; ++i) {
    const helpdesk::field_info& about = helpdesk::fields[i];
    const json::value* found = said.get_object().if_contains(about.name);
    all[about.name] = about.by == helpdesk::assigned_by::server
                          ? assigned(static_cast<helpdesk::field>(i), id, kept, to)
                      : found != nullptr ? *found
                                         : unset(about.kind);
  }
  all["helpdesk_id"] = to.helpdesk_id;
  all["instance_code"] = "";
  all["tenant_id"] = "";
  return all;
}

}  // namespace sandbox
