// What is said of recipients, checked against the people of tests/people.hpp.

#ifndef FEISHU_HELPDESK_FUZZ_STATEMENTS_HPP
#define FEISHU_HELPDESK_FUZZ_STATEMENTS_HPP

#include "fuzz/harness.hpp"
#include "fuzz/oracle_state.hpp"
#include "fuzz/situation.hpp"
#include "tests/edited_push.hpp"
#include "tests/forms.hpp"
#include "tests/oracle.hpp"
#include "tests/people.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/recipients.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/recipients.hpp>

#include <boost/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

// The push that a body or a draft is; nothing if a list of it cannot be read, for then nothing is certain.
inline std::optional<people::push> push_in(const boost::json::object& body, people::origin from) {
  static constexpr std::array<std::string_view, 4> ids = {"user_id", "department_id", "chat_id",
                                                          "department_id"};
  const seen_state seen = state_of(body);
  people::push found = push_of(seen.of, from);
  for (std::size_t i = 0; i < people::lists.size(); ++i) {
    const std::size_t index = deciding_numbers + i;
    if (seen.is_unknown[index]) return std::nullopt;
    if (seen.of.*people::lists[i] == oracle::absent) continue;
    found.size[i] = 0;
    for (const boost::json::value& each : body.at(recipient_fields[index]).get_array()) {
      const boost::json::object* element = each.if_object();
      if (element == nullptr) return std::nullopt;
      const boost::json::value* id = element->if_contains(ids[i]);
      if (id == nullptr || id->is_null()) continue;
      if (!id->is_string()) return std::nullopt;
      if (!id->get_string().empty()) ++found.size[i];
    }
  }
  return found;
}

// The drafts that a body is merged with: none, the one that is known, or some of those that it may have.
class drafts {
 public:
  explicit drafts(const situation& given)
      : has_draft_(given.known.draft && given.known.draft.summary().well_formed),
        is_patch_(!has_draft_ &&
                  (given.known.draft || given.known.mode == helpdesk::mode::partial)) {
    if (is_patch_) {
      add_some(given.body.size());
    } else if (has_draft_) {
      add_given(given.draft);
    } else {
      all_.emplace_back();
    }
  }

  bool is_patch() const { return is_patch_; }
  const std::vector<people::push>& all() const { return all_; }

 private:
  void add_given(std::string_view text) {
    const std::optional<boost::json::value> value = forms::value_of(text);
    if (!value) return;
    const bool repeats = helpdesk::preflight(text).has("duplicate-field");
    const std::optional<people::push> draft = push_in(value->get_object(), people::origin::draft);
    if (draft && !repeats) all_.push_back(*draft);
  }

  void add_some(std::size_t seed) {
    auto state = static_cast<std::uint32_t>(seed);
    for (int i = 0; i < 16; ++i) {
      oracle::state draft;
      for (const oracle::field& each : oracle::fields) {
        state = state * 1664525 + 1013904223;
        draft.*each.value =
            static_cast<int>((state >> 16) % static_cast<std::uint32_t>(each.highest + 2)) - 1;
      }
      all_.push_back(push_of(draft, people::origin::draft));
    }
  }

  bool has_draft_;
  bool is_patch_;
  std::vector<people::push> all_{};
};

// Requires that the sentence about the recipients of a body is true.
inline void check_sentence(const helpdesk::report& found, const boost::json::object& body,
                           const drafts& with) {
  if (found.has("duplicate-field")) return;
  const std::optional<people::push> push = push_in(body, people::origin::body);
  if (!push) return;
  const std::string sentence = describe(recipients_of(found.summary()));
  for (const people::push& draft : with.all()) {
    const people::push whole = updated(draft, *push);
    const oracle::state& said = with.is_patch() ? push->of : whole.of;
    require(fault_of(sentence, whole, said).empty(), "what is said of recipients is true");
    if (!with.is_patch()) {
      require(people::says_unknown(sentence) == !reached_by(whole),
              "they are known if they can be");
    }
  }
}

// Requires that the title of a repair is true.
inline void check_title(const helpdesk::repair& way, const helpdesk::report& found,
                        const boost::json::object& body, const drafts& with) {
  if (found.has("duplicate-field")) return;
  const std::optional<people::push> push = push_in(body, people::origin::body);
  if (!push) return;
  const std::string title = describe(way);
  for (const people::push& draft : with.all()) {
    const people::push whole = updated(draft, *push);
    const people::push after =
        with.is_patch() ? updated(draft, edited(*push, way)) : edited(whole, way);
    if (with.is_patch() && !people::is_legal(after.of)) continue;
    const oracle::state said = with.is_patch() ? edited(*push, way).of : whole.of;
    require(fault_of_title(title, whole, after, said).empty(), "the title of a repair is true");
  }
}

}  // namespace fuzz

#endif
