#ifndef FEISHU_HELPDESK_TEXT_RENDER_OPTIONS_HPP
#define FEISHU_HELPDESK_TEXT_RENDER_OPTIONS_HPP

#include <feishu/helpdesk/model/language.hpp>

#include <cstddef>
#include <string_view>

/// What all renderers of a report are told.
namespace feishu::helpdesk {

/// How a report is to be rendered. Each renderer takes what concerns it.
struct render_options {
  std::string_view source = "body";  ///< how the body is called, a file's name say
  std::string_view body{};           ///< its text, for lines, columns and quotes; none by default
  std::size_t first_line = 1;        ///< the line of its source where the body begins
  helpdesk::language language = helpdesk::language::en;  ///< of the messages
  bool color = false;                                    ///< ANSI escapes
  bool verbose = false;  ///< one line for each note, instead of one for all of a rule
};

}  // namespace feishu::helpdesk

#endif
