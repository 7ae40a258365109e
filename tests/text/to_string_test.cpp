#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/location.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/formatter.hpp>  // IWYU pragma: keep
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/to_string.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <sstream>
#include <string>

namespace {

using namespace feishu::helpdesk;

const report found = preflight(R"({"ext":"","jobName":1})", {.mode = mode::partial});

template <class T>
std::string streamed(const T& value) {
  std::ostringstream to;
  to << value << '.';
  return to.str();
}

TEST_CASE("to_string: severities, locations, diagnostics and reports are text") {
  CHECK(to_string(severity::warning) == "warning");
  CHECK(to_string(location()) == "the body");
  CHECK(to_string(location(field::user_list).element(3).nested(0)) == "user_list[3].user_id");
  CHECK(to_string(found[0]) ==
        "jobName: warning: unknown field jobName: did you mean job_name? [unknown-field]");
  CHECK(to_string(found) == "1 warning\n" + to_string(found[0]));
  CHECK(to_string(report()) == "nothing to report");
  CHECK(to_string(location().unknown(detail::truncated_name("\x1b[31m"))) == "<U+001B>[31m");
}

TEST_CASE("operator<<: a stream gets the same") {
  CHECK(streamed(severity::note) == "note.");
  CHECK(streamed(found[0].where()) == "jobName.");
  CHECK(streamed(found[0]) == to_string(found[0]) + '.');
  CHECK(streamed(found) == to_string(found) + '.');
  // So does the message of a failed check.
  CHECK(std::string(doctest::toString(found[0]).c_str()) == to_string(found[0]));
}

#if defined(__cpp_lib_format) && __cpp_lib_format >= 201907L
TEST_CASE("formatter: std::format takes them, with the specifications of strings") {
  CHECK(std::format("{:>8}|{}", severity::error, found[0]) == "   error|" + to_string(found[0]));
}
#endif

TEST_CASE("to_text: an output iterator gets the same") {
  const render_options options{.body = R"({"jobName":1})"};
  std::string text = "> ";
  to_text(std::back_inserter(text), found, options);
  CHECK(text == "> " + to_text(found, options));
  std::ostringstream stream;
  to_text(std::ostreambuf_iterator<char>(stream), found);
  CHECK(stream.str() == to_text(found));
}

}  // namespace
