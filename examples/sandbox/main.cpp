// sandbox: answers as the service desk's notifications do, on loopback, so that code that pushes can be
// tried without messaging anybody.

#include "endpoint.hpp"
#include "log.hpp"
#include "options.hpp"
#include "server.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/result.hpp>
#include <feishu/helpdesk/request.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <string>

namespace sandbox {
namespace {

namespace helpdesk = feishu::helpdesk;

// A command that updates the draft that is there from the start.
std::string command_to_try(const std::string& host) {
  const helpdesk::result<helpdesk::request> sample = helpdesk::make_request(
      R"({"job_name": "Welcome", "push_scope_type": 2, "user_list": [{"user_id": "ou_1"}]})",
      {.host = host,
       .notification_id = "6981801914270744596",
       .user_id_type = helpdesk::user_id_type::open_id,
       .access_token = "u-sandbox",
       .helpdesk = {"helpdesk-id", "helpdesk-token"}},
      {.mode = helpdesk::mode::partial});
  std::string text = "curl -i -X " + std::string(sample->method()) + " 'http://" + sample->host() +
                     sample->target() + '\'';
  for (const helpdesk::header& each : sample->headers()) {
    text += " -H '" + std::string(each.name) + ": " + each.value + '\'';
  }
  return text + " -d '" + sample->body() + '\'';
}

int run(const options& chosen) {
  using namespace std::chrono;
  const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  endpoint answers(chosen.answers, now);
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([&context](auto, int) { context.stop(); });

  const auto listening = std::make_shared<server>(context, chosen.port, answers);
  const std::string host = "127.0.0.1:" + std::to_string(listening->port());
  log("listening on http://" + host);
  log("try: " + command_to_try(host));
  listening->accept();
  context.run();
  return 0;
}

}  // namespace
}  // namespace sandbox

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a log that nobody reads is no reason to end
  try {
    int exit_code = 0;
    const std::optional<sandbox::options> chosen = sandbox::read_options(argc, argv, exit_code);
    if (!chosen) return exit_code;
    return sandbox::run(*chosen);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "sandbox: %s\n", failure.what());
    return 2;
  }
}
