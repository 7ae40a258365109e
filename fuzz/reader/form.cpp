// One form of the library, which the build names: FORM. What is of the library is renamed, so that the
// forms do not meet; and the plain one believes that it is evaluated by a compiler.

#include "fuzz/reader/form.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#ifdef FORM_IS_PLAIN
#define is_constant_evaluated() true_type::value
#endif

#include "tests/reading.hpp"
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/render.hpp>

namespace fuzz::FORM {
namespace {

class impatient_recorder : public reading::recorder {
 public:
  bool name_text(std::string_view piece) { return recorder::name_text(piece) && goes_on(); }
  bool string_text(std::string_view piece, const reading::origin& from) {
    return recorder::string_text(piece, from) && goes_on();
  }

 private:
  bool goes_on() const { return log().size() < 60; }
};

template <class Handler>
heard read_with(std::string_view text, std::size_t chunk) {
  Handler handler;
  const reading::result end = reading::read(text, chunk, handler);
  return {handler.log(), end == reading::result{}, static_cast<std::size_t>(end.error), end.offset};
}

}  // namespace

heard read(std::string_view text, std::size_t chunk, listening how) {
  switch (how) {
    case listening::whole: return read_with<reading::quick_recorder>(text, chunk);
    case listening::as_written: return read_with<reading::written_recorder>(text, chunk);
    case listening::for_a_while: return read_with<impatient_recorder>(text, chunk);
    case listening::piecemeal: break;
  }
  return read_with<reading::recorder>(text, chunk);
}

std::string validate(std::string_view body) {
  namespace helpdesk = feishu::helpdesk;
  const helpdesk::report found = helpdesk::preflight(body);
  const helpdesk::body_summary& seen = found.summary();
  std::string text = helpdesk::to_text(found, {.body = body, .verbose = true});
  for (const std::size_t each : {std::size_t{seen.present}, std::size_t{seen.invalid}, seen.users,
                                 seen.departments, seen.chats, seen.new_staff_departments}) {
    text += std::to_string(each) + ' ';
  }
  return text;
}

}  // namespace fuzz::FORM
