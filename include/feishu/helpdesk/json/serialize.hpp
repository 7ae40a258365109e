#ifndef FEISHU_HELPDESK_JSON_SERIALIZE_HPP
#define FEISHU_HELPDESK_JSON_SERIALIZE_HPP

#include <feishu/helpdesk/json/convert.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>

/// Structs as the body of a request.
namespace feishu::helpdesk {

/// What of a notification is written.
struct serialize_options {
  bool server_assigned = true;  ///< `id`, `status` and what else the server ignores
};

/// The body of a request that says what `n` says: compact JSON, members in the document's order.
/// Absent members are left out, empty lists are `[]`. What it wrote, `parse` reads as an equal
/// notification, but for what was to be left out.
template <class Form>
[[nodiscard]] std::string serialize(const basic_notification<Form>& n,
                                    const serialize_options& options = {}) {
  boost::json::value body = boost::json::value_from(n);
  for (const member_info& each : fields) {
    if (each.by == assigned_by::server && !options.server_assigned) {
      body.as_object().stable_erase(each.name);
    }
  }
  return boost::json::serialize(body);
}

}  // namespace feishu::helpdesk

#endif
