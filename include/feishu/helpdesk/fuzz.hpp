#ifndef FEISHU_HELPDESK_FUZZ_HPP
#define FEISHU_HELPDESK_FUZZ_HPP

/// What those need who fuzz, or test for properties, code that takes notifications: generators of legal
/// ones, of any, and of such that break one rule. It needs the standard library alone, and is no part of
/// `<feishu/helpdesk.hpp>`.
#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/fuzz/specimen.hpp>
#include <feishu/helpdesk/fuzz/violating.hpp>

#endif
