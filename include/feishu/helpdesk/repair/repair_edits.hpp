#ifndef FEISHU_HELPDESK_REPAIR_REPAIR_EDITS_HPP
#define FEISHU_HELPDESK_REPAIR_REPAIR_EDITS_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// Repairs as changes of a body's text.
namespace feishu::helpdesk {

/// The JSON that an edit writes; nothing if it removes the field. To a list it adds an element whose id is
/// empty, which is an error until the author fills it in.
[[nodiscard]] inline std::string json_of(const edit& change) {
  switch (change.what) {
    case edit::action::set: return std::to_string(change.value);
    case edit::action::clear: return "[]";
    case edit::action::remove: return {};
    case edit::action::add: break;
  }
  const object_info& element = *detail::object_in(info(change.field).kind);
  return R"([{")" + std::string(element.fields.front().name) + R"(": ""}])";
}

namespace detail {

// Removes a field wherever it stands: with the comma before it, or after it where nothing is left before.
// Returns whether any field is left.
inline bool remove_field(field which, const source_map& body, std::vector<text_edit>& edits) {
  std::size_t kept_end = npos;  // of the last field that stays
  std::size_t begin = npos;     // of those that go, after it
  std::size_t end = npos;
  const auto remove_up_to = [&](std::size_t next) {
    if (begin == npos) return;
    if (kept_end != npos) {
      edits.push_back({kept_end, end - kept_end, {}});
    } else {
      edits.push_back({begin, next - begin, {}});
    }
    begin = npos;
  };
  body.for_each_field(which, [&](bool is_removed, std::size_t key, std::size_t value) {
    const std::size_t value_end = value_at(body.text(), value).end;
    if (is_removed) {
      if (begin == npos) begin = key;
      end = value_end;
      return;
    }
    remove_up_to(key);
    kept_end = value_end;
  });
  remove_up_to(end);
  return kept_end != npos;
}

}  // namespace detail

/// A repair as changes of the body's text; none if the text is not one object. A new field is written
/// after the last one, in the style of the first.
[[nodiscard]] inline std::vector<text_edit> text_edits(const repair& made, const source_map& body) {
  if (!body.is_well_formed()) return {};
  std::vector<text_edit> replaced;
  std::string appended;
  bool follows_field = !body.is_empty();
  for (const edit& each : made.edits()) {  // at most one: a single field can be removed
    if (each.what != edit::action::remove) continue;
    follows_field = detail::remove_field(each.field, body, replaced);
  }
  for (const edit& each : made.edits()) {
    if (each.what == edit::action::remove) continue;
    if (body.has(each.field)) {
      const text_span value = body.value_of(each.field);
      replaced.push_back({value.begin, value.size(), json_of(each)});
      continue;
    }
    if (follows_field || !appended.empty()) appended += ',';
    appended += body.whitespace_before_names();
    appended += '"';
    appended += info(each.field).name;
    appended += '"';
    appended += body.colon();
    appended += json_of(each);
  }
  // There are a few: <algorithm> would cost users more to compile than this file.
  for (std::size_t i = 1; i < replaced.size(); ++i) {
    for (std::size_t j = i; j > 0 && replaced[j].offset < replaced[j - 1].offset; --j) {
      std::swap(replaced[j], replaced[j - 1]);
    }
  }
  if (!appended.empty()) replaced.push_back({body.end_of_fields(), 0, std::move(appended)});
  return replaced;
}

}  // namespace feishu::helpdesk

#endif
