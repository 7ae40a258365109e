// Every repair makes a body legal between the fields that decide who is messaged, none can do with less,
// and none of one or two edits is missing. What is said of recipients is true, before and after it.

#include "fuzz/harness.hpp"
#include "fuzz/oracle_state.hpp"
#include "fuzz/situation.hpp"
#include "fuzz/statements.hpp"
#include "tests/forms.hpp"
#include <feishu/helpdesk/json.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/policy.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;
namespace json = boost::json;

using edits = std::vector<edit>;

// What a repair may fix: a rule between the fields, or one that a number among them breaks by itself.
bool is_to_mend(const diagnostic& d) {
  if (d.severity() != severity::error) return false;
  if (d.rule().group == rule_group::combination) return true;
  const auto last = fuzz::recipient_fields.begin() + fuzz::deciding_numbers;
  const std::string path = d.path();
  return std::any_of(fuzz::recipient_fields.begin(), last,
                     [&](std::string_view name) { return path == '/' + std::string(name); }) &&
         d.rule().id != "duplicate-field";
}

bool is_legal(const report& found) {
  // Without one of the API's fields, required fields that are missing are not reported.
  const bool hides_required = found.summary().complete && found.has("no-known-field");
  return !hides_required && std::ranges::none_of(found, is_to_mend);
}

// A body, and what becomes of it.
class patient {
 public:
  patient(const json::value& body, const context& known) : body_(body), known_(known) {}

  [[nodiscard]] bool is_legal_after(const edits& made) const {
    json::value changed = body_;
    for (const edit& each : made) {
      if (each.what == edit::action::remove) {
        changed.as_object().erase(info(each.field).name);
      } else {
        changed.as_object()[info(each.field).name] = json::parse(json_of(each));
      }
    }
    return is_legal(validate(changed, known_));
  }

  // Whether some of the edits would do without the others.
  [[nodiscard]] bool is_reducible(const edits& made) const {
    for (unsigned some = 0; some + 1 < 1u << made.size(); ++some) {
      edits part;
      for (std::size_t i = 0; i < made.size(); ++i) {
        if ((some >> i & 1) != 0) part.push_back(made[i]);
      }
      if (is_legal_after(part)) return true;
    }
    return false;
  }

  // Whether the edits set a field to no effect that they could remove, or remove one that may have an effect:
  // the scope of new staff, which counts in a push to new staff.
  [[nodiscard]] bool is_pointless(const edits& made) const {
    const report found = validate(body_, known_);
    const bool is_in_draft = known_.draft && known_.draft.summary().well_formed &&
                             known_.draft.summary().has(field::new_staff_scope_type);
    const bool can_go = found.summary().has(field::new_staff_scope_type) && !is_in_draft;
    body_summary after = found.summary();
    const edit* change = nullptr;
    for (const edit& each : made) {
      if (each.field == field::new_staff_scope_type) change = &each;
      if (each.field == field::push_type) {
        after.known = after.known & ~feishu::helpdesk::detail::mask_of(field::push_type);
        after.known |= repair::fact_after(each);
      }
    }
    if (change == nullptr) return false;
    const bool is_scheduled = (fact::push_type == push_type::scheduled).holds(after.known);
    if (change->what == edit::action::remove) return !can_go || !is_scheduled;
    return can_go && is_scheduled;
  }

 private:
  json::value body_;
  context known_;
};

// Every change of one field, in the order of the fields.
edits all_edits() {
  edits all;
  for (const feishu::helpdesk::detail::field_facts& each :
       feishu::helpdesk::detail::facts_of_fields) {
    const std::size_t values = info(each.field).values.size();
    for (std::size_t i = 0; i < values; ++i) {
      all.push_back({each.field, edit::action::set, static_cast<std::int32_t>(i)});
    }
    if (!info(each.field).required && values != 0) {
      all.push_back({each.field, edit::action::remove});
    }
    if (values != 0) continue;
    all.push_back({each.field, edit::action::clear});
    all.push_back({each.field, edit::action::add});
  }
  std::ranges::sort(all, {}, &edit::field);
  return all;
}

bool is_among(const repair_list& ways, const edits& made) {
  return std::ranges::any_of(
      ways, [&](const repair& each) { return std::ranges::equal(each.edits(), made); });
}

void check_none_is_missing(const repair_list& ways, const patient& body) {
  static const edits all = all_edits();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (body.is_legal_after({all[i]}) && !body.is_pointless({all[i]}))
      require(is_among(ways, {all[i]}), "no repair of one edit is missing");
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const edits two{all[i], all[k]};
      if (all[i].field == all[k].field || !body.is_legal_after(two)) continue;
      if (body.is_pointless(two)) continue;
      require(is_among(ways, two) || body.is_reducible(two), "nor one of two");
    }
  }
}

// Carried out as a JSON Patch, whose every operation adds or removes a field.
json::value patched(json::value body, const json::array& patch) {
  for (const json::value& each : patch) {
    if (each.at("op") == "remove") {
      const std::string_view name = std::string_view(each.at("path").as_string()).substr(1);
      body.as_object().stable_erase(body.as_object().find(name));
      continue;
    }
    require(each.at("op") == "add", "a repair's patch sets and removes fields");
    body.as_object()[std::string_view(each.at("path").as_string()).substr(1)] = each.at("value");
  }
  return body;
}

// How Boost.JSON rounds a fraction depends on what follows it.
void level_fractions(json::value& value) {
  if (value.is_double()) value = 0.0;
  if (auto* const fields = value.if_object()) {
    for (auto& each : *fields) level_fractions(each.value());
  }
  if (auto* const elements = value.if_array()) {
    for (json::value& each : *elements) level_fractions(each);
  }
}

void check_text(const repair& way, const fuzz::situation& given, const report& found) {
  const std::string text = apply_edits(text_edits(way, source_map(given.body)), given.body);
  std::optional<json::value> value = forms::value_of(text);  // of what stands twice, the last
  require(value && is_legal(validate(*value, given.known)),
          "written into the text it does so, too");
  json::value also = patched(*forms::value_of(given.body), json_patch(way));
  level_fractions(*value);
  level_fractions(also);
  require(json::serialize(*value) == json::serialize(also), "as its patch does");
  const report after = preflight(text, given.known);
  require(after.summary().all_facts() == way.apply_to(found.summary()).all_facts(),
          "and is what the repair says");
  if (value->is_object()) fuzz::check_sentence(after, value->get_object(), fuzz::drafts(given));
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  situation given(input);
  given.known.policy = {};
  given.known.custom_rules = {};
  const report found = preflight(given.body, given.known);
  const repair_list ways = find_repairs(found);
  // A name that is wrong takes the place of a field that is missing.
  const bool has_wrong_names = found.has("misspelt-field") || found.has("no-known-field");
  if (!given.known.draft && !has_wrong_names) {
    require(std::ranges::equal(ways, find_repairs(found.summary())), "a summary tells as much");
  }
  const std::optional<json::value> value = forms::value_of(given.body);
  if (!found.summary().well_formed)
    return require(ways.empty(), "what is not readable has no repairs");
  if (!value) return;  // an exponent beyond 32 bits

  const drafts with(given);
  check_sentence(found, value->get_object(), with);
  if (found.summary().wrapped) {
    return require(ways.empty(), "what has no effect where it stands has no repairs");
  }
  // The oracle takes a field with a wrong name for missing; its name is to be fixed first.
  if (has_wrong_names) return;
  const patient body(*value, given.known);
  if (body.is_legal_after({})) return require(ways.empty(), "what is legal needs no repair");
  require(ways.size() <= repair_list::capacity, "there are few repairs");
  for (const repair& each : ways) {
    const edits made(each.edits().begin(), each.edits().end());
    require(body.is_legal_after(made), "a repair makes the body legal");
    require(!body.is_reducible(made), "none of its edits can be left out");
    require(std::ranges::count(ways, each) == 1, "it is offered once");
    check_text(each, given, found);
    check_title(each, found, value->get_object(), with);
  }
  check_none_is_missing(ways, body);
}
