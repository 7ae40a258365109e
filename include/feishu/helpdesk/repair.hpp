#ifndef FEISHU_HELPDESK_REPAIR_HPP
#define FEISHU_HELPDESK_REPAIR_HPP

/// Repairs of a body: edits that make it legal, and quick fixes of single diagnostics.
// IWYU pragma: begin_exports
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
// IWYU pragma: end_exports

#endif
