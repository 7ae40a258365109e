#ifndef FEISHU_SANDBOX_ENVELOPE_HPP
#define FEISHU_SANDBOX_ENVELOPE_HPP

#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>

/// Responses in the platform's envelope: `{"code", "msg", "data", "error"}`.
namespace sandbox {

[[nodiscard]] std::string success(boost::json::object data = {});

/// What is added to a response that refuses.
struct refusal {
  std::string_view log_id{};
  feishu::helpdesk::language language = feishu::helpdesk::language::en;
  boost::json::array field_violations{};
};

/// The advice stands in `error.troubleshooter`.
[[nodiscard]] std::string refused(const feishu::helpdesk::api_error& why, const refusal& more);

/// One of `field_violations`; of an empty value none is shown.
[[nodiscard]] boost::json::object violation(std::string_view field, std::string_view value,
                                            std::string_view description);

/// The errors of a report on this body as `[{"field", "value", "description"}]`: a field is named as in
/// `user_list[3].user_id`, one of the request by its rule (`user_id_type`); a value is shown where it is
/// a short scalar; a description ends with the rule's id.
[[nodiscard]] boost::json::array violations(const feishu::helpdesk::report& found,
                                            std::string_view body,
                                            feishu::helpdesk::language chosen);

}  // namespace sandbox

#endif
