#ifndef FEISHU_HELPDESK_TEXT_HPP
#define FEISHU_HELPDESK_TEXT_HPP

/// Reports, repairs and recipients in words, English or Chinese.
// IWYU pragma: begin_exports
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/output.hpp>
#include <feishu/helpdesk/text/recipients.hpp>
#include <feishu/helpdesk/text/render.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/to_string.hpp>
// IWYU pragma: end_exports

#endif
