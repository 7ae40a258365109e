#ifndef FEISHU_SANDBOX_ENDPOINT_HPP
#define FEISHU_SANDBOX_ENDPOINT_HPP

#include "store.hpp"
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>

#include <boost/json/array.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sandbox {

/// A request, as far as the endpoint looks at it; a header that is absent is empty.
struct incoming {
  std::string_view method{};
  std::string_view target{};
  std::string_view authorization{};
  std::string_view helpdesk{};
  std::string_view content_type{};
  std::string_view body{};
  std::int64_t now = 0;  // milliseconds since 1970
};

struct outgoing {
  int http_status = 200;
  int code = 0;
  std::string body{};
  std::string log_id{};        // of a refusal: the same in the body and in the header X-Tt-Logid
  std::string found{};         // for the log: what was wrong, in short
  std::string_view allowed{};  // the methods that this target knows, if this one is not among them
};

struct endpoint_options {
  std::int32_t status = 0;                                  // of what is there from the start
  const feishu::helpdesk::api_error* refuse_all = nullptr;  // what every request is answered with
  feishu::helpdesk::language language = feishu::helpdesk::language::en;
};

/// The service desk's notifications: what they answer to a request, without any sockets.
class endpoint {
 public:
  endpoint(const endpoint_options& chosen, std::int64_t now)
      : chosen_(chosen), kept_(chosen.status, now) {}

  [[nodiscard]] outgoing answer(const incoming& request);

  /// To what never became a request, or cannot be answered: with the code that goes with this HTTP
  /// status, or else the one for bad requests.
  [[nodiscard]] outgoing refuse(int http_status, std::string_view why);

 private:
  struct request_facts;

  outgoing show(const request_facts& about);
  outgoing create(const request_facts& about);
  outgoing update(const request_facts& about);

  // Validates the body; what is wrong with it, or with its Content-Type, is a refusal.
  bool accepts(const request_facts& about, const feishu::helpdesk::context& known,
               outgoing& answer);
  outgoing refuse(const feishu::helpdesk::report& found, const request_facts& about);
  outgoing refuse(const feishu::helpdesk::api_error& why, const std::string& found,
                  boost::json::array all);

  endpoint_options chosen_;
  store kept_;
  std::uint64_t refused_ = 0;
};

}  // namespace sandbox

#endif
