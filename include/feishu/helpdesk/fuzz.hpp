#ifndef FEISHU_HELPDESK_FUZZ_HPP
#define FEISHU_HELPDESK_FUZZ_HPP

/// What those need who fuzz, or test for properties, code that takes notifications: generators of legal
/// ones, of any, and of such that break one rule; a mutator and a cross-over for fuzzers, and their
/// dictionary. It needs the standard library alone, and is no part of `<feishu/helpdesk.hpp>`.
// IWYU pragma: begin_exports
#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/cross_over.hpp>
#include <feishu/helpdesk/fuzz/dictionary.hpp>
#include <feishu/helpdesk/fuzz/mutate.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/fuzz/violating.hpp>
// IWYU pragma: end_exports

#endif
