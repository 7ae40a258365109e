#ifndef FEISHU_HELPDESK_JSON_REQUEST_HPP
#define FEISHU_HELPDESK_JSON_REQUEST_HPP

#include <feishu/helpdesk/json/serialize.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/request.hpp>

/// A request out of a struct.
namespace feishu::helpdesk {

/// The request that sends a struct, or the report that says why not. Offsets are those of the body that
/// would be sent.
template <class Form>
[[nodiscard]] outcome<request> make_request(const basic_notification<Form>& n,
                                            const request_parameters& to, const context& known = {},
                                            const serialize_options& options = {}) {
  return make_request(serialize(n, options), to, known);
}

}  // namespace feishu::helpdesk

#endif
