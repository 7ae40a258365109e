// expect: private

#include <feishu/helpdesk.hpp>

#include <optional>

using namespace feishu::helpdesk;

#ifdef TWIN
const auto push = validated(notification{});
#else
const std::optional<valid<notification>> push = valid<notification>(notification{});
#endif
