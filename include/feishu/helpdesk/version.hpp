#ifndef FEISHU_HELPDESK_VERSION_HPP
#define FEISHU_HELPDESK_VERSION_HPP

/// The library's version, for the preprocessor and for people. Semantic versioning: what each of the
/// three promises, docs/compatibility.md says. Other files that say it are tested against this one.

/// The first of its numbers.
#define FEISHU_HELPDESK_VERSION_MAJOR 0
/// The second.
#define FEISHU_HELPDESK_VERSION_MINOR 1
/// The third.
#define FEISHU_HELPDESK_VERSION_PATCH 0

/// All three in one number, to compare: 10203 is 1.2.3.
#define FEISHU_HELPDESK_VERSION_NUMBER                                           \
  (FEISHU_HELPDESK_VERSION_MAJOR * 10000 + FEISHU_HELPDESK_VERSION_MINOR * 100 + \
   FEISHU_HELPDESK_VERSION_PATCH)

/// All three in a string literal: "1.2.3".
#define FEISHU_HELPDESK_VERSION                                                               \
  FEISHU_HELPDESK_DOTTED_VALUES(FEISHU_HELPDESK_VERSION_MAJOR, FEISHU_HELPDESK_VERSION_MINOR, \
                                FEISHU_HELPDESK_VERSION_PATCH)

/// Three words with dots between them, as a string literal: of names, not of their values.
#define FEISHU_HELPDESK_DOTTED(major, minor, patch) #major "." #minor "." #patch
/// The same of their values.
#define FEISHU_HELPDESK_DOTTED_VALUES(major, minor, patch) \
  FEISHU_HELPDESK_DOTTED(major, minor, patch)

#endif
