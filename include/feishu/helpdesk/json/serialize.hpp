#ifndef FEISHU_HELPDESK_JSON_SERIALIZE_HPP
#define FEISHU_HELPDESK_JSON_SERIALIZE_HPP

#include <feishu/helpdesk/json/convert.hpp>

#include <boost/json/serialize.hpp>

#include <string>

namespace feishu::helpdesk {

/// The body of a request that says what `n` says: compact JSON, members in the document's order.
/// Absent members are left out, empty lists are `[]`. What it wrote, `parse` reads as an equal
/// notification.
template <class Form>
[[nodiscard]] std::string serialize(const basic_notification<Form>& n) {
  return boost::json::serialize(boost::json::value_from(n));
}

}  // namespace feishu::helpdesk

#endif
