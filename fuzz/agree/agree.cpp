// Bytes, values and structs are validated alike, but for what a form cannot hold (docs/forms.md), and as
// the oracle validates, which is written from the API reference's prose and knows no table.

#include "fuzz/harness.hpp"
#include "fuzz/oracle_state.hpp"
#include "fuzz/situation.hpp"
#include "tests/findings.hpp"
#include "tests/forms.hpp"
#include "tests/oracle.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>
#include <boost/system/result.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using forms::findings;
using fuzz::require;
using golden::finding;
namespace json = boost::json;

// All that is found, be it more than a report keeps.
struct verdict_of_form {
  findings found{};
  body_summary seen{};
};

template <class Validate>
verdict_of_form all_of(Validate&& validate_into_report) {
  verdict_of_form all;
  all.seen = validate_into_report([&](const diagnostic& d) {
    all.found.push_back(golden::finding_of(d));
    return sink_action::proceed;
  });
  all.found = golden::without_offsets(std::move(all.found));
  return all;
}

verdict_of_form of_bytes(std::string_view body, const context& known) {
  return all_of([&](auto sink) { return preflight_into(sink, body, known); });
}

template <class Form>
verdict_of_form of(const Form& form, const context& known) {
  return all_of([&](auto sink) { return validate_into(sink, form, known); });
}

verdict_of_form of(const json::value& value, const context& known) {
  return all_of([&](auto sink) {
    detail::body_validator<decltype(sink)&> validator(known, sink);
    detail::value_walker<decltype(sink)&>(validator).walk(value);
    validator.finish();
    return validator.evaluator().body();
  });
}

// A sink that wants no more hears the first, whatever the form.
template <class Form>
void check_stopping(const Form& form, const context& known) {
  std::size_t heard = 0;
  const auto stop = [&](const diagnostic&) { return ++heard, sink_action::stop; };
  if constexpr (std::is_same_v<Form, json::value>) {
    detail::body_validator<decltype(stop)&> validator(known, stop);
    detail::value_walker<decltype(stop)&>(validator).walk(form);
    if (!validator.evaluator().stopped()) validator.finish();
  } else {
    validate_into(stop, form, known);
  }
  require(heard == (validate(form, known).empty() ? 0u : 1u), "a sink that says stop hears one");
}

void check_value(const json::value& value, const verdict_of_form& bytes, const context& known) {
  const verdict_of_form validated = of(value, known);
  check_stopping(value, known);
  const auto converted = json::try_value_to<notification>(value);
  require(converted.has_value() == std::ranges::none_of(validated.found,
                                                        [](const finding& each) {
                                                          return forms::is_json_error(each) &&
                                                                 !forms::is_about_a_name(each);
                                                        }),
          "a value without error in its shape converts");
  if (forms::has_duplicate_field(bytes.found)) {
    const std::string text = json::serialize(value);
    if (!forms::value_of(text))
      return;  // Boost.JSON reads 1e999 as an infinity, and writes it as no JSON
    const verdict_of_form left = of_bytes(text, known);
    require(validated.found == left.found, "a value is validated like what is left of its text");
    require(validated.seen == left.seen, "and looks like that");
    return;
  }
  require(validated.found == forms::seen_in(value, bytes.found),
          "a value is validated like its text");
  require(validated.seen == bytes.seen, "and looks like that");
}

// What no parser makes, but a program may.
void check_made_by_hand(json::value value) {
  for (unsigned i = 0; i <= feishu::helpdesk::detail::max_depth; ++i)
    value = json::array({std::move(value)});
  require(validate(value).has("json-syntax"), "a value that nests too deep is told");
  value = json::object({{"\xff", nullptr}});
  require(validate(value).has("json-syntax"), "and so is a name that is no text");
}

void check_struct(const notification& n, const verdict_of_form& bytes, const context& known) {
  const forms::viewed viewing(n);
  for (const verdict_of_form& validated : {of(n, known), of(viewing.view, known)}) {
    const bool is_empty_patch = n == notification{} && known.mode == mode::partial && !known.draft;
    require(validated.found == forms::seen_in_structs(bytes.found, is_empty_patch),
            "a struct is validated like its text");
    require(validated.seen == bytes.seen, "and looks like that");
  }
  check_stopping(n, known);
  check_stopping(viewing.view, known);
}

// What the oracle speaks about.
bool is_for_the_oracle(const finding& found) {
  if (found.rule == "required" || found.rule == "enum-value") {
    return std::ranges::find(fuzz::recipient_fields, found.path.substr(1)) !=
           fuzz::recipient_fields.end();
  }
  const rule* broken = find_rule(found.rule);
  return broken != nullptr && broken->group == rule_group::combination;
}

bool is_known(std::string_view name) {
  return std::ranges::any_of(fields, [&](const field_info& each) { return each.name == name; });
}

// A body without the API's fields gets one error instead of what the oracle says of missing fields. Returns
// whether that was so.
bool check_foreign(const json::object& body, const findings& found) {
  const bool is_foreign = !body.empty() && std::ranges::none_of(body, [](const auto& each) {
    return is_known(each.key());
  });
  const bool has_misspelt = std::ranges::any_of(found, [](const finding& each) {
    return each.rule == "misspelt-field" && each.path.find('/', 1) == each.path.npos;
  });
  require(is_foreign ? has_misspelt != forms::has(found, "no-known-field")
                     : !forms::has(found, "no-known-field"),
          "a body has one of the API's fields, or is refused for that");
  return is_foreign || has_misspelt;
}

void check_oracle(const json::object& body, findings in_bytes, mode m) {
  std::erase_if(in_bytes, [](const finding& each) { return !is_for_the_oracle(each); });
  findings expected;
  for (const oracle::finding& each :
       fuzz::validate(fuzz::state_of(body),
                      m == mode::complete ? oracle::mode::complete : oracle::mode::partial)) {
    expected.push_back(
        {std::string(each.rule), std::string(each.severity), std::string(each.path)});
  }
  require(golden::without_offsets(expected) == in_bytes, "the API reference's prose says the same");
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const situation given(input);
  context known = given.known;
  known.policy = {};

  const verdict_of_form bytes = of_bytes(given.body, known);
  const std::optional<json::value> value = forms::value_of(given.body);
  const bool is_sound = std::ranges::none_of(bytes.found, forms::is_json_error);
  const result<notification> parsed = parse(given.body, known);
  require(parsed.has_value() == (is_sound && value), "a body without error in its JSON is parsed");
  const result<notification> as_wished = parse(given.body, given.known);
  require(as_wished || !as_wished.report().ok(), "under a policy, too, there is a reason not to");
  require(!parsed || !as_wished || *parsed == *as_wished, "which changes no value");
  if (parsed) check_struct(*parsed, bytes, known);
  if (!value) return;
  check_made_by_hand(*value);
  check_value(*value, bytes, known);
  if (const json::object* body = value->if_object(); body != nullptr && !known.draft) {
    // What stands twice in the text is told twice; the oracle sees the last.
    const findings found = of(*value, known).found;
    if (!check_foreign(*body, found)) check_oracle(*body, found, known.mode);
  }
}
