// Any bytes get a report that is consistent in itself, and that can be told in every form.

#include "fuzz/harness.hpp"
#include "fuzz/situation.hpp"
#include <feishu/helpdesk/json.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;

using counts = std::array<std::size_t, 3>;

counts counted_in(const report& found) {
  return {found.error_count(), found.warning_count(), found.note_count()};
}

counts kept_in(const report& found) {
  counts kept{};
  for (const diagnostic& each : found) ++kept[static_cast<std::size_t>(each.severity())];
  return kept;
}

// Errors displace warnings, and warnings notes.
void check_counts(const report& found) {
  const counts all = counted_in(found);
  const counts kept = kept_in(found);
  std::size_t room = report::capacity;
  for (std::size_t i = 0; i < all.size(); ++i) {
    require(kept[i] == std::min(all[i], room), "what is kept is the gravest of what is counted");
    room -= kept[i];
  }
  require(found.dropped() == all[0] + all[1] + all[2] - found.size(), "the rest was dropped");
  require(found.ok() == (all[0] == 0), "a report is ok if it counts no error");
}

void check_rules(const report& found, const borrowed_list<rule>& own) {
  for (const rule& each : own) {
    const bool is_kept =
        std::ranges::any_of(found, [&](const auto& d) { return &d.rule() == &each; });
    require(is_kept ? found.has(each) : !found.has(each) || found.dropped() != 0,
            "a report has rules of others, too");
  }
  for (const rule& each : rules) {
    const bool is_kept =
        std::ranges::any_of(found, [&](const diagnostic& d) { return d.rule().id == each.id; });
    require(!is_kept || found.has(each), "a report has what it keeps");
    require(is_kept || found.dropped() != 0 || !found.has(each), "and has nothing else");
  }
  require(!found.has(rule_id::custom("no-such-rule")), "nor what is no rule");
  require(found.empty() == (found.begin() == found.end()), "it is empty if it keeps nothing");
}

void check_places(const report& found, std::string_view body) {
  constexpr std::size_t longest_path = 2 * feishu::helpdesk::detail::truncated_name::capacity + 80;
  const diagnostic* before = nullptr;
  for (auto place = found.begin(); place != found.end(); place++) {
    require(place->offset() == (*place).offset(), "iterators point to diagnostics");
    const diagnostic& each = *place;
    require(before == nullptr || !each.comes_before(*before), "diagnostics are in their order");
    before = &each;
    require(each.offset() == npos || each.offset() <= body.size(), "offsets lie within the body");
    const std::string path = each.path();
    require(path.size() <= longest_path, "paths are short");
    require(each.is_at(path), "a diagnostic is at its path");
    require(found.has(each.rule(), path), "and so is its rule");
  }
}

// Fewer diagnostics are wanted: those are the first ones.
void check_stopping(const report& found, std::string_view body, const context& known) {
  const counts all = counted_in(found);
  const std::size_t total = all[0] + all[1] + all[2];
  std::size_t heard = 0;
  const auto hear = [&](std::size_t wanted) {
    heard = 0;
    preflight_into(
        [&](const diagnostic&) {
          return ++heard < wanted ? sink_action::proceed : sink_action::stop;
        },
        body, known);
    return heard;
  };
  require(hear(npos) == total, "a sink hears every diagnostic");
  require(hear(1) == std::min<std::size_t>(total, 1), "a sink that says stop hears no more");
  require(hear(3) == std::min<std::size_t>(total, 3), "nor later");
}

// Rendered for a terminal without colors, a line's end is all that may act on it.
void check_text(const std::string& text) {
  constexpr std::size_t longest_text = (report::capacity + 1) * 4096;
  require(text.size() <= longest_text, "a report's text is bounded");
  std::string shown;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    require(sanitize_for_terminal(line) == line, "a report's text does nothing to a terminal");
    begin = end + 1;
  }
}

void check_told(const report& found, const render_options& options) {
  check_text(to_text(found, options));
  const boost::json::value told = boost::json::parse(to_json(found, options));
  require(told.at("diagnostics").as_array().size() == found.size(), "JSON tells all that is kept");
  require(told.at("ok").as_bool() == found.ok(), "JSON says whether it is ok");
  const boost::json::value problem = boost::json::parse(to_problem_json(found, options));
  require(problem.at("diagnostics") == told.at("diagnostics"), "a problem tells the same");
  const boost::json::value results = boost::json::parse('[' + sarif_results(found, options) + ']');
  require(results.as_array().size() == found.size(), "so does SARIF");
}

void check_renderings(const report& found, std::string_view body) {
  static const boost::json::value nothing = boost::json::parse(to_sarif(report()));
  require(nothing.at_pointer("/runs/0/results").as_array().empty(), "a log may tell of nothing");
  check_told(found, {.body = body});
  check_told(found, {.source = "/\xff\n", .first_line = 7, .language = language::zh});
  const render_options all{.body = body,
                           .first_line = 1'000'000,
                           .language = language::zh,
                           .color = true,
                           .verbose = true};
  require(to_text(found, all).size() >= found.size(), "every diagnostic has its line");
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const situation given(input);
  const report found = preflight(given.body, given.known);
  check_counts(found);
  check_rules(found, given.known.custom_rules);
  check_places(found, given.body);
  check_stopping(found, given.body, given.known);
  check_renderings(found, given.body);
  require(preflight(given.body, given.known) == found, "a body is validated alike every time");
}
