// What is written down is read back as it was: parse ∘ serialize is the identity.

#include "fuzz/harness.hpp"
#include "tests/findings.hpp"
#include "tests/forms.hpp"
#include "tools/preflight/pretty.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;

notification without_what_the_server_assigns(notification n) {
  n.id = n.created_at = n.updated_at = std::nullopt;
  n.create_user = n.update_user = std::nullopt;
  n.status = n.target_user_count = n.sent_user_count = n.read_user_count = std::nullopt;
  return n;
}

template <class Element>
void check_elements(const std::optional<std::vector<Element>>& list) {
  if (!list || list->empty()) return;
  const Element& first = list->front();
  require(boost::json::value_to<Element>(boost::json::value_from(first)) == first,
          "so does what stands in its lists");
}

void check(const notification& n) {
  const std::string text = serialize(n);
  const boost::json::value value = boost::json::value_from(n);
  const result<notification> again = parse(text);
  require(again && *again == n, "a notification survives being written down");
  require(serialize(*again) == text, "and is written alike");
  require(boost::json::value_to<notification>(value) == n, "it survives being a value");
  for (const std::size_t width : {std::size_t{1}, text.size() % 100}) {
    require(boost::json::parse(preflight_tool::pretty(value, width)) == value,
            "and being laid out");
  }
  require(serialize(forms::viewed(n).view) == text, "a view of it is written alike");
  check_elements(n.user_list);
  check_elements(n.department_list);
  check_elements(n.chat_list);

  const result<notification> sent = parse(serialize(n, {.server_assigned = false}));
  require(sent && *sent == without_what_the_server_assigns(n),
          "what the server assigns can be left out, and nothing else is");
}

// A struct may hold any bytes. Those that are no UTF-8 are no JSON either, however they are written.
void check_bytes(const std::string& bytes) {
  const notification n{.job_name = bytes,
                       .push_content = bytes,
                       .user_list = std::vector<user>{{.user_id = bytes}},
                       .ext = bytes};
  const report validated = validate(n);
  const report written = preflight(serialize(n));
  require(validated.has("json-syntax") == written.has("json-syntax"), "what is no text is told");
  if (validated.has("json-syntax")) return;
  require(golden::without_offsets(golden::findings_of(validated)) ==
              golden::without_offsets(golden::findings_of(written)),
          "any text is validated as it will be sent");
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  check_bytes(std::string(input));
  const result<notification> parsed = parse(input);
  require(parsed || !parsed.report().ok(), "what is not parsed has an error");
  if (parsed) check(*parsed);
}
