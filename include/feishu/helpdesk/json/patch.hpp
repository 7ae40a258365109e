#ifndef FEISHU_HELPDESK_JSON_PATCH_HPP
#define FEISHU_HELPDESK_JSON_PATCH_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <string>

/// Repairs as JSON Patch (RFC 6902).
namespace feishu::helpdesk {

/// The operations that carry a repair out. `add` sets a field, be it there or not, so that the patch fits
/// every body of the summary. What only the author knows is an element with an empty id, which stays an
/// error until it is filled in.
[[nodiscard]] inline boost::json::array json_patch(const repair& made) {
  boost::json::array operations;
  for (const edit& each : made.edits()) {
    if (each.what == edit::action::remove) {
      operations.push_back({{"op", "remove"}, {"path", '/' + std::string(info(each.field).name)}});
      continue;
    }
    operations.push_back({{"op", "add"},
                          {"path", '/' + std::string(info(each.field).name)},
                          {"value", boost::json::parse(json_of(each))}});
  }
  return operations;
}

/// Returns the operation that carries a quick fix out; none for a text that is not JSON, which a patch cannot
/// change.
[[nodiscard]] inline boost::json::array json_patch(const quick_fix& meant) {
  const std::string path = meant.where.pointer();
  switch (meant.what) {
    case quick_fix::action::rename: {
      const std::string parent = path.substr(0, path.rfind('/') + 1);
      return {{{"op", "move"}, {"from", path}, {"path", parent + meant.text}}};
    }
    case quick_fix::action::unwrap:
      if (!meant.text.empty()) {
        return {{{"op", "replace"}, {"path", ""}, {"value", boost::json::parse(meant.text)}}};
      }
      return {{{"op", "move"}, {"from", path}, {"path", ""}}};
    case quick_fix::action::to_json: return {};
    case quick_fix::action::rewrite:
    case quick_fix::action::to_string:
    case quick_fix::action::to_list: break;
  }
  return {{{"op", "replace"}, {"path", path}, {"value", boost::json::parse(meant.text)}}};
}

}  // namespace feishu::helpdesk

#endif
