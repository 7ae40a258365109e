// What is written down is read back as it was: parse ∘ serialize is the identity.

#include "fuzz/harness.hpp"
#include "tests/forms.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;

notification without_what_the_server_assigns(notification n) {
  n.id = n.created_at = n.updated_at = std::nullopt;
  n.create_user = n.update_user = std::nullopt;
  n.status = n.target_user_count = n.sent_user_count = n.read_user_count = std::nullopt;
  return n;
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const outcome<notification> parsed = parse(input);
  if (!parsed) {
    require(!parsed.report().ok(), "what is not parsed has an error");
    return;
  }
  const std::string text = serialize(*parsed);
  const outcome<notification> again = parse(text);
  require(again && *again == *parsed, "a notification survives being written down");
  require(serialize(*again) == text, "and is written alike");
  require(again.report().ok() == parsed.report().ok(), "and is judged alike");
  require(boost::json::value_to<notification>(boost::json::value_from(*parsed)) == *parsed,
          "it survives being a value");
  require(serialize(forms::viewed(*parsed).view) == text, "a view of it is written alike");

  const outcome<notification> sent = parse(serialize(*parsed, {.server_assigned = false}));
  require(sent && *sent == without_what_the_server_assigns(*parsed),
          "what the server assigns can be left out, and nothing else is");
}
