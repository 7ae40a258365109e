#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_EDITS_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_EDITS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// Repairs as changes of a body's text.
namespace feishu::helpdesk {

/// The JSON that an edit writes. To a list it adds an element whose id is empty, which is an error until
/// the author fills it in.
[[nodiscard]] inline std::string json_of(const edit& change) {
  switch (change.what) {
    case edit::action::set: return std::to_string(change.value);
    case edit::action::clear: return "[]";
    case edit::action::add: break;
  }
  const object_info& element = *detail::object_in(info(change.field).kind);
  return R"([{")" + std::string(element.fields.front().name) + R"(": ""}])";
}

/// A repair as changes of the body's text; none if the text is not one object. A new member is written
/// behind the last one, in the style of the first.
[[nodiscard]] inline std::vector<text_edit> text_edits(const repair& made, const source_map& body) {
  if (!body.is_well_formed()) return {};
  std::vector<text_edit> replaced;
  std::string appended;
  for (const edit& each : made.edits()) {
    if (body.has(each.field)) {
      const text_span value = body.value_of(each.field);
      std::size_t place = replaced.size();  // in the order of the text
      while (place > 0 && replaced[place - 1].offset > value.begin) --place;
      replaced.insert(replaced.begin() + static_cast<std::ptrdiff_t>(place),
                      {value.begin, value.size(), json_of(each)});
      continue;
    }
    if (!body.is_empty() || !appended.empty()) appended += ',';
    appended += body.whitespace_before_names();
    appended += '"';
    appended += info(each.field).name;
    appended += '"';
    appended += body.colon();
    appended += json_of(each);
  }
  if (!appended.empty()) replaced.push_back({body.end_of_fields(), 0, std::move(appended)});
  return replaced;
}

}  // namespace feishu::helpdesk

#endif
