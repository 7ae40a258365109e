#ifndef FEISHU_HELPDESK_MODEL_MERGE_HPP
#define FEISHU_HELPDESK_MODEL_MERGE_HPP

#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>

#include <type_traits>

/// A patch and the draft that it changes.
namespace feishu::helpdesk {

/// Returns a notification after a patch: a field that the patch has replaces the draft's, `[]` included.
template <class Form>
[[nodiscard]] constexpr basic_notification<Form> merge(basic_notification<Form> draft,
                                                       const basic_notification<Form>& patch) {
  detail::for_each_field(patch, [&](field from, const auto& replacement) {
    detail::for_each_field(draft, [&](field to, auto& value) {
      if constexpr (std::is_same_v<decltype(value), std::remove_cvref_t<decltype(replacement)>&>) {
        if (to == from && replacement) value = replacement;
      }
    });
  });
  return draft;
}

}  // namespace feishu::helpdesk

#endif
