// Sends a push by libcurl: `with_curl HOST PORT`, without TLS, as the sandbox wants it.

#include "examples/send/push.hpp"
#include <feishu/helpdesk/json.hpp>

#include <curl/curl.h>

#include <cstddef>
#include <memory>
#include <string>

namespace {

namespace helpdesk = feishu::helpdesk;

std::size_t append(char* bytes, std::size_t, std::size_t count, void* to) {
  static_cast<std::string*>(to)->append(bytes, count);
  return count;
}

// [send]
helpdesk::response send(const helpdesk::request& push, const char*, const char*) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(),
                                                                   curl_easy_cleanup);
  curl_slist* headers = nullptr;
  for (const helpdesk::header& each : push.headers()) {
    headers = curl_slist_append(headers, (std::string(each.name) + ": " + each.value).c_str());
  }
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> owner(headers,
                                                                          curl_slist_free_all);
  const std::string url = "http://" + push.host() + push.target();
  const std::string method(push.method());
  std::string answer;
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(push.body().size()));
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, push.body().c_str());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
  long status = 0;
  if (curl_easy_perform(handle.get()) == CURLE_OK) {
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  }
  return helpdesk::parse_response(static_cast<int>(status), answer);
}
// [/send]

}  // namespace

int main(int argc, char** argv) { return example::run(argc, argv, send); }
