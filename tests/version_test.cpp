#include <feishu/helpdesk/version.hpp>

#include <doctest/doctest.h>

#include <string>

TEST_CASE("the version's number and text are made of its three parts") {
  CHECK(FEISHU_HELPDESK_VERSION_NUMBER / 10000 == FEISHU_HELPDESK_VERSION_MAJOR);
  CHECK(FEISHU_HELPDESK_VERSION_NUMBER / 100 % 100 == FEISHU_HELPDESK_VERSION_MINOR);
  CHECK(FEISHU_HELPDESK_VERSION_NUMBER % 100 == FEISHU_HELPDESK_VERSION_PATCH);
  CHECK(FEISHU_HELPDESK_VERSION == std::to_string(FEISHU_HELPDESK_VERSION_MAJOR) + '.' +
                                       std::to_string(FEISHU_HELPDESK_VERSION_MINOR) + '.' +
                                       std::to_string(FEISHU_HELPDESK_VERSION_PATCH));
}
