#ifndef FEISHU_HELPDESK_HPP
#define FEISHU_HELPDESK_HPP

/// The core in one include. It needs the standard library alone; `<feishu/helpdesk/json.hpp>` adds
/// what needs Boost.JSON.
// IWYU pragma: begin_exports
#include <feishu/helpdesk/checked.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair.hpp>
#include <feishu/helpdesk/request.hpp>
#include <feishu/helpdesk/text.hpp>
#include <feishu/helpdesk/validate.hpp>
#include <feishu/helpdesk/version.hpp>
// IWYU pragma: end_exports

#endif
