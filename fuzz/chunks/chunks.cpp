// A body in pieces gets the report of the whole, diagnostic by diagnostic. The pieces end where a `|`
// stands, which is no part of the body.

#include "fuzz/harness.hpp"
#include "fuzz/situation.hpp"
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;

using pieces = std::vector<std::string_view>;

pieces split_at_bars(std::string_view text) {
  pieces all;
  for (std::size_t end = 0; end != text.npos;) {
    end = text.find('|');
    all.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? 0 : end + 1);
  }
  return all;
}

pieces split_evenly(std::string_view text, std::size_t size) {
  pieces all;
  for (std::size_t i = 0; i < text.size(); i += size) all.push_back(text.substr(i, size));
  return all;
}

// Everything that is found, in the order in which it is.
struct finding_list {
  std::vector<diagnostic> all{};
  sink_action operator()(const diagnostic& found) {
    all.push_back(found);
    return sink_action::proceed;
  }
};

void check(const pieces& all, std::string_view body, const context& known) {
  preflight_stream stream(known);
  detail::stream_validator<finding_list> validator(known, {});
  for (const std::string_view each : all) {
    stream.write(each);
    validator.write(each);
  }
  require(stream.finish() == preflight(body, known), "a stream gives the report of the whole");
  require(!stream.write(body), "more bytes change nothing then");
  require(stream.finish() == preflight(body, known), "and it gives it again");
  stream.reset();
  stream.write(body);
  require(stream.finish() == preflight(body, known), "a stream that is reset begins anew");

  report more = preflight(body, known);
  if (!more.empty()) more(*more.begin());
  require((more == preflight(body, known)) == more.empty(),
          "one more diagnostic is another report");

  validator.finish();
  finding_list whole;
  const body_summary seen = preflight_into(whole, body, known);
  require(validator.evaluator().sink().all == whole.all,
          "diagnostics come as those of the whole do");
  require(validator.evaluator().body() == seen, "and so does the summary");
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const situation given(input);
  const pieces all = split_at_bars(given.body);
  std::string body;
  for (const std::string_view each : all) body += each;
  check(all, body, given.known);
  check(split_evenly(body, 1), body, given.known);
  check(split_evenly(body, 17), body, given.known);
}
