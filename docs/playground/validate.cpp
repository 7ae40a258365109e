// What the page calls: the library, as a module of WebAssembly.

#include "shown.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>

#include <cstddef>
#include <string>

namespace {

std::string texts[2];  // the body, the draft
std::string answer;

}  // namespace

extern "C" {

/// Room for the bytes of the body (0) or of its draft (1), which are written there before `validate` is called.
/// Without room, a text is empty.
[[clang::export_name("room")]] char* room(int which, std::size_t size) {
  std::string& text = texts[which == 0 ? 0 : 1];
  text.resize(size);
  return text.data();
}

/// What is shown of the body and the draft, as JSON that ends with a NUL and stands until the next call. The numbers are
/// the enumerators'; a negative `user_id_type` is none.
[[clang::export_name("validate")]] const char* validate(int mode, int user_id_type, int language) {
  namespace helpdesk = feishu::helpdesk;
  helpdesk::context known{.mode = static_cast<helpdesk::mode>(mode)};
  if (user_id_type >= 0) known.user_id_type = static_cast<helpdesk::user_id_type>(user_id_type);
  answer = playground::shown(texts[0], texts[1], known, static_cast<helpdesk::language>(language));
  return answer.c_str();
}
}
