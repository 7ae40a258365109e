#ifndef FEISHU_HELPDESK_JSON_SERIALIZE_HPP
#define FEISHU_HELPDESK_JSON_SERIALIZE_HPP

#include <feishu/helpdesk/json/convert.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/request.hpp>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>

/// Structs as the body of a request.
namespace feishu::helpdesk {

/// What of a notification is written.
struct serialize_options {
  bool server_assigned = true;  ///< `id`, `status` and what else the server ignores
};

/// The body of a request that says what `n` says: compact JSON, fields in the API reference's order.
/// Absent fields are left out, empty lists are `[]`. What it wrote, `parse` reads as an equal
/// notification, but for what was to be left out.
template <class Form>
[[nodiscard]] std::string serialize(const basic_notification<Form>& n,
                                    const serialize_options& options = {}) {
  boost::json::value body = boost::json::value_from(n);
  for (const field_info& each : fields) {
    if (each.by == assigned_by::server && !options.server_assigned) {
      body.as_object().stable_erase(each.name);
    }
  }
  return boost::json::serialize(body);
}

/// The request that sends a struct, or the report that says why not. Offsets are those of the body that
/// would be sent.
template <class Form>
[[nodiscard]] result<request> make_request(const basic_notification<Form>& n,
                                           const request_parameters& to, const context& known = {},
                                           const serialize_options& options = {}) {
  return make_request(serialize(n, options), to, known);
}

}  // namespace feishu::helpdesk

#endif
