#include <feishu/helpdesk/version.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

TEST_CASE("the version as text is its three numbers") {
  CHECK(std::string(FEISHU_HELPDESK_VERSION) ==
        std::to_string(FEISHU_HELPDESK_VERSION_MAJOR) + '.' +
            std::to_string(FEISHU_HELPDESK_VERSION_MINOR) + '.' +
            std::to_string(FEISHU_HELPDESK_VERSION_PATCH));
}

}  // namespace
