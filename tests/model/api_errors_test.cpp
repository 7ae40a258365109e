// The table of error codes is the API reference's, row by row; the gateway's codes stand beside it.

#include "tests/case_file.hpp"
#include <feishu/helpdesk/model/api_errors.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace feishu::helpdesk;

// The rows of the API reference's table of error codes, without head and rule.
std::vector<std::string> rows_of_document() {
  const std::string document = golden::contents_of("tests/fixtures/update-notification.zh.md");
  const std::string head = "| HTTP状态码 | 错误码 | 描述 | 排查建议 |\n";
  std::size_t at = document.find(head);
  REQUIRE(at != document.npos);
  at = document.find('\n', at + head.size()) + 1;
  std::vector<std::string> rows;
  while (document[at] == '|') {
    const std::size_t end = document.find('\n', at);
    rows.push_back(document.substr(at, end - at));
    at = end + 1;
  }
  return rows;
}

TEST_CASE("the codes are the API reference's, word for word") {
  const std::vector<std::string> rows = rows_of_document();
  REQUIRE(rows.size() == std::size(api_errors));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const api_error& each = api_errors[i];
    CHECK(rows[i] == "| " + std::to_string(each.http_status) + " | " + std::to_string(each.code) +
                         " | " + std::string(each.description) + " | " +
                         std::string(each.advice.zh) + " |");
    CHECK_FALSE(each.advice.en.empty());
  }
}

TEST_CASE("a code is found, and an unknown one is not") {
  for (const api_error& each : api_errors) CHECK(find_api_error(each.code) == &each);
  for (const api_error& each : gateway_errors) CHECK(find_api_error(each.code) == &each);
  CHECK(find_api_error(0) == nullptr);
  CHECK(find_api_error(99991401) == nullptr);
  CHECK(find_api_error((std::int64_t{1} << 32) + 154004) == nullptr);
  static_assert(find_api_error(154004)->http_status == 404);
}

TEST_CASE("a retry may help where the fault is the platform's, and nowhere else") {
  for (const api_error& each : api_errors) {
    CAPTURE(each.code);
    CHECK(each.retry == (each.http_status >= 500 ? retry::may_help : retry::is_useless));
  }
}

TEST_CASE("the gateway's codes are told from the API reference's") {
  for (const api_error& each : api_errors) CHECK_FALSE(each.is_of_the_gateway());
  for (const api_error& each : gateway_errors) {
    CAPTURE(each.code);
    CHECK(each.is_of_the_gateway());
    CHECK_FALSE(each.description.empty());
    CHECK_FALSE(each.advice.en.empty());
    CHECK_FALSE(each.advice.zh.empty());
    CHECK(each.retry == (each.http_status == 429 ? retry::after_reset : retry::is_useless));
  }
}

}  // namespace
