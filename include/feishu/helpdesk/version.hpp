#ifndef FEISHU_HELPDESK_VERSION_HPP
#define FEISHU_HELPDESK_VERSION_HPP

/// The library's version, for the preprocessor and for people.

/// The first of its numbers.
#define FEISHU_HELPDESK_VERSION_MAJOR 0
/// The second.
#define FEISHU_HELPDESK_VERSION_MINOR 1
/// The third.
#define FEISHU_HELPDESK_VERSION_PATCH 0
/// All three.
#define FEISHU_HELPDESK_VERSION "0.1.0"

#endif
