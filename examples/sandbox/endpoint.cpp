#include "endpoint.hpp"

#include "envelope.hpp"
#include "headers.hpp"
#include "notification_json.hpp"
#include "target.hpp"
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/render.hpp>

#include <boost/json/array.hpp>

#include <utility>

namespace sandbox {

namespace helpdesk = feishu::helpdesk;

namespace {

// The row of the table for a status, or null.
constexpr const helpdesk::api_error* find_status(int http_status) {
  for (const helpdesk::api_error& each : helpdesk::api_errors) {
    if (each.http_status == http_status) return &each;
  }
  return nullptr;
}

// Does not compile for a status that is in no row.
consteval const helpdesk::api_error& row_of(int http_status) { return *find_status(http_status); }

constexpr const helpdesk::api_error& bad_request = row_of(400);
constexpr const helpdesk::api_error& unauthorized = row_of(401);
constexpr const helpdesk::api_error& not_found = row_of(404);
constexpr const helpdesk::api_error& wrong_method = row_of(405);

// The rules that are answered with a code of their own; the first one broken tells.
constexpr struct {
  helpdesk::rule_id rule;
  const helpdesk::api_error* code;
} special[] = {{"access-token", &unauthorized},
               {"helpdesk-authorization", &unauthorized},
               {"notification-id", &not_found}};

const helpdesk::api_error& code_for(const helpdesk::report& found) {
  for (const auto& each : special) {
    if (found.has(each.rule)) return *each.code;
  }
  return bad_request;
}

// "2 errors, 1 warning: all-members-excludes-users, …": each rule once.
std::string in_short(const helpdesk::report& found) {
  std::string text = helpdesk::format_totals(found, helpdesk::language::en);
  std::string_view before = ": ";
  for (const helpdesk::rule& each : helpdesk::rules) {
    bool is_error = false;
    for (const helpdesk::diagnostic& d : found) {
      is_error = is_error || (&d.rule() == &each && d.severity() == helpdesk::severity::error);
    }
    if (!is_error) continue;
    text += before;
    text += each.id;
    before = ", ";
  }
  return text;
}

}  // namespace

// A request taken apart. The context refers to the rest.
struct endpoint::request_facts {
  const incoming& request;
  sandbox::target to;
  helpdesk_account account;
  helpdesk::context known;

  explicit request_facts(const incoming& from)
      : request(from), to(read_target(from.target)), account(read_helpdesk(from.helpdesk)) {
    known.access_token = bearer_token(from.authorization);
    known.helpdesk = helpdesk::helpdesk_credentials{account.id, account.token};
    known.user_id_type =
        helpdesk::user_id_type::open_id;  // what the platform takes where there is none
    if (to.user_id_type) known.user_id_type = std::string_view(*to.user_id_type);
    if (to.what == target::kind::one_notification) known.notification_id = to.notification_id;
  }
  request_facts(const request_facts&) = delete;

  // What can be said before the body is looked at.
  [[nodiscard]] helpdesk::report validate() const {
    helpdesk::context without_body = known;
    without_body.mode = helpdesk::mode::partial;
    return helpdesk::preflight("{}", without_body);
  }
};

outgoing endpoint::answer(const incoming& request) {
  if (chosen_.refuse_all != nullptr) return refuse(*chosen_.refuse_all, "as told", {});

  const request_facts about(request);
  const bool is_one = about.to.what == target::kind::one_notification;
  if (about.to.what == target::kind::nothing) return refuse(not_found, "no such path", {});
  const bool is_known =
      is_one ? request.method == "GET" || request.method == "PATCH" : request.method == "POST";
  if (!is_known) {
    outgoing answer = refuse(wrong_method, "wrong method", {});
    answer.allowed = is_one ? "GET, PATCH" : "POST";
    return answer;
  }

  const helpdesk::report found = about.validate();
  if (&code_for(found) != &bad_request) return refuse(found, about);
  if (!is_one) return create(about);
  if (kept_.find(about.to.notification_id) == nullptr) {
    return refuse(
        not_found, "unknown id",
        {violation("notification_id", about.to.notification_id,
                   helpdesk::localized_text{"no notification has this id", "没有此 ID 的推送"}.in(
                       chosen_.language))});
  }
  if (request.method == "PATCH") return update(about);
  return found.ok() ? show(about) : refuse(found, about);
}

outgoing endpoint::show(const request_facts& about) {
  const reader to{.helpdesk_id = about.account.id, .user_id_type = *about.known.user_id_type};
  const std::string& id = about.to.notification_id;
  return {.body = success({{"notification", shown(id, *kept_.find(id), to)}})};
}

outgoing endpoint::create(const request_facts& about) {
  outgoing answer;
  if (!accepts(about, about.known, answer)) return answer;
  const std::string id = kept_.create(merged("{}", about.request.body), about.request.now);
  answer.body = success({{"notification_id", id}, {"status", kept_.find(id)->status}});
  return answer;
}

outgoing endpoint::update(const request_facts& about) {
  const std::string& id = about.to.notification_id;
  const stored_notification& draft = *kept_.find(id);
  helpdesk::context known = about.known;
  known.current_status = draft.status;
  known.draft = helpdesk::preflight(draft.fields, {.mode = helpdesk::mode::partial}).summary();

  outgoing answer;
  if (!accepts(about, known, answer)) return answer;
  kept_.update(id, merged(draft.fields, about.request.body), about.request.now);
  answer.body = success();
  return answer;
}

bool endpoint::accepts(const request_facts& about, const helpdesk::context& known,
                       outgoing& answer) {
  const helpdesk::report found = helpdesk::preflight(about.request.body, known);
  const bool has_json = is_json(about.request.content_type);
  if (has_json && found.ok()) {
    answer.found = in_short(found);
    return true;
  }
  if (has_json) {
    answer = refuse(found, about);
    return false;
  }
  // Named first: some clients send another one unless they are told (curl -d says that of a form).
  constexpr helpdesk::localized_text wanted = {"must be application/json; charset=utf-8",
                                               "必须为 application/json; charset=utf-8"};
  boost::json::array all = violations(found, about.request.body, chosen_.language);
  all.insert(all.begin(),
             violation("Content-Type", about.request.content_type, wanted.in(chosen_.language)));
  answer = refuse(bad_request, "Content-Type; " + in_short(found), std::move(all));
  return false;
}

outgoing endpoint::refuse(const helpdesk::report& found, const request_facts& about) {
  return refuse(code_for(found), in_short(found),
                violations(found, about.request.body, chosen_.language));
}

outgoing endpoint::refuse(int http_status, std::string_view why) {
  const helpdesk::api_error* code = find_status(http_status);
  outgoing answer = refuse(code == nullptr ? bad_request : *code, std::string(why),
                           {violation("request", {}, why)});
  answer.http_status = http_status;
  return answer;
}

outgoing endpoint::refuse(const helpdesk::api_error& why, const std::string& found,
                          boost::json::array all) {
  std::string log_id = "sandbox-" + std::to_string(++refused_);
  std::string body = refused(
      why, {.log_id = log_id, .language = chosen_.language, .field_violations = std::move(all)});
  std::string logged = log_id + ": " + found;
  return {.http_status = why.http_status,
          .code = why.code,
          .body = std::move(body),
          .log_id = std::move(log_id),
          .found = std::move(logged)};
}

}  // namespace sandbox
