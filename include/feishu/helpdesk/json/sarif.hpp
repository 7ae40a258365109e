#ifndef FEISHU_HELPDESK_JSON_SARIF_HPP
#define FEISHU_HELPDESK_JSON_SARIF_HPP

#include <feishu/helpdesk/detail/encoding.hpp>
#include <feishu/helpdesk/detail/utf8.hpp>
#include <feishu/helpdesk/model/borrowed.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/find_repairs.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/repair.hpp>
#include <feishu/helpdesk/repair/repair_edits.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>
#include <feishu/helpdesk/text/describe.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/output.hpp>
#include <feishu/helpdesk/text/position.hpp>
#include <feishu/helpdesk/text/render_options.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>
#include <feishu/helpdesk/version.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// SARIF 2.1.0: what editors and code hosts show beside the text.
namespace feishu::helpdesk {
namespace detail {

// A file's name as a URI; one that does not begin at the root stays relative.
inline std::string uri_of(std::string_view source) {
  return (source.starts_with('/') ? "file://" : "") + percent_encoded(source, in_path);
}

inline boost::json::object sarif_text(std::string_view text) { return {{"text", text}}; }

inline boost::json::object sarif_rule(const rule& r, language chosen) {
  boost::json::object told = {{"id", r.id},
                              {"shortDescription", sarif_text(message_pattern(r, chosen))}};
  if (!r.citation.text.en.empty()) {
    told["help"] = sarif_text(format_citation(r.citation, chosen));
  }
  told["defaultConfiguration"] = {{"level", localized(r.severity).en}};
  return told;
}

// Where a byte stands, in lines and in columns of characters, from 1. Goes to and fro, since fixes point
// back; what is near costs little, however long the line is.
class character_cursor {
 public:
  explicit character_cursor(std::string_view text) noexcept : text_(text) {}

  position at(std::size_t offset) noexcept {
    while (offset_ < offset) advance();
    while (offset_ > offset) retreat();
    return at_;
  }

 private:
  void advance() noexcept {
    const char passed = text_[offset_++];
    if (passed == '\n') {
      at_ = {at_.line + 1, 1};
    } else if (!is_continuation(passed)) {
      ++at_.column;
    }
  }

  void retreat() noexcept {
    const char passed = text_[--offset_];
    if (passed == '\n') {
      at_ = {at_.line - 1, column_of_offset()};
    } else if (!is_continuation(passed)) {
      --at_.column;
    }
  }

  [[nodiscard]] std::size_t column_of_offset() const noexcept {
    std::size_t column = 1;
    for (std::size_t i = offset_; i > 0 && text_[i - 1] != '\n'; --i) {
      if (!is_continuation(text_[i - 1])) ++column;
    }
    return column;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  position at_{1, 1};
};

// Makes the results of one body.
class sarif_writer {
 public:
  sarif_writer(const report& found, const render_options& options)
      : found_(found), options_(options), cursor_(options.body), source_map_(options.body) {}

  boost::json::array results() {
    boost::json::array all;
    for (const diagnostic& each : found_) all.push_back(result_of(each));
    return all;
  }

 private:
  // A text may have a trailing comma every few bytes, and each would be far longer in the log.
  static constexpr std::size_t most_replacements = 1'000;

  boost::json::object result_of(const diagnostic& d) {
    boost::json::object result = {
        {"ruleId", d.rule().id},
        {"level", localized(d.severity()).en},
        {"message", sarif_text(sanitize_for_terminal(message(d, options_.language)))}};
    const std::size_t listed = rule_count + found_.custom_rules().size();
    if (d.rule_index() < listed) result["ruleIndex"] = d.rule_index();
    boost::json::object physical = {{"artifactLocation", artifact()}};
    if (has_text() && d.offset() != npos) physical["region"] = region(span_of(d));
    result["locations"] = {
        {{"physicalLocation", std::move(physical)},
         {"logicalLocations", {{{"fullyQualifiedName", d.path()}, {"kind", "field"}}}}}};
    if (boost::json::array fixes = fixes_for(d); !fixes.empty()) {
      result["fixes"] = std::move(fixes);
    }
    return result;
  }

  [[nodiscard]] bool has_text() const { return options_.body.data() != nullptr; }

  [[nodiscard]] boost::json::object artifact() const { return {{"uri", uri_of(options_.source)}}; }

  // The name or the scalar that is blamed; of a list or an object, the bracket.
  [[nodiscard]] text_span span_of(const diagnostic& d) const {
    const std::size_t begin = d.offset() < options_.body.size() ? d.offset() : options_.body.size();
    if (begin == options_.body.size()) return {begin, begin};
    const char first = options_.body[begin];
    const bool is_token = source_map_.is_well_formed() && first != '{' && first != '[';
    return is_token ? value_at(options_.body, begin) : text_span{begin, begin + 1};
  }

  void set_place(boost::json::object& in, std::string_view line, std::string_view column,
                 std::size_t offset) {
    const position at = cursor_.at(offset);
    in[line] = at.line + options_.first_line - 1;
    in[column] = at.column;
  }

  boost::json::object region(text_span of) {
    boost::json::object place;
    set_place(place, "startLine", "startColumn", of.begin);
    set_place(place, "endLine", "endColumn", of.end);
    return place;
  }

  // What is obviously meant; else, of a fault between fields, what would make the body legal and
  // needs nothing that only its author knows.
  boost::json::array fixes_for(const diagnostic& d) {
    boost::json::array fixes;
    if (const std::optional<quick_fix> meant = find_quick_fix(d, source_map_)) {
      if (meant->edits.size() > most_replacements) return fixes;
      fixes.push_back(fix_of(describe(*meant, options_.language), meant->edits));
      return fixes;
    }
    if (!source_map_.is_well_formed() || !is_repairable(d)) return fixes;
    for (const boost::json::value& each : repairs_as_fixes()) fixes.push_back(each);
    return fixes;
  }

  // The same for every fault between fields, and made once: a list that is emptied may be long.
  const boost::json::array& repairs_as_fixes() {
    if (!repairs_as_fixes_) {
      repairs_as_fixes_.emplace();
      for (const repair& each : find_repairs(found_)) {
        if (each.needs_input()) continue;
        repairs_as_fixes_->push_back(
            fix_of(describe(each, options_.language), text_edits(each, source_map_)));
      }
    }
    return *repairs_as_fixes_;
  }

  boost::json::object fix_of(const std::string& description, const std::vector<text_edit>& edits) {
    boost::json::array replacements;
    for (const text_edit& each : edits) {
      replacements.push_back({{"deletedRegion", region({each.offset, each.offset + each.size})},
                              {"insertedContent", sarif_text(each.text)}});
    }
    return {{"description", sarif_text(description)},
            {"artifactChanges",
             {{{"artifactLocation", artifact()}, {"replacements", std::move(replacements)}}}}};
  }

  const report& found_;
  const render_options& options_;
  character_cursor cursor_;
  source_map source_map_;
  std::optional<boost::json::array> repairs_as_fixes_{};
};

}  // namespace detail

/// Returns what precedes the results in a log of one run: the tool and its rules. Results refer to rules by
/// their index, so `custom_rules` must be those of the context that the bodies are validated with.
[[nodiscard]] inline std::string sarif_beginning(language chosen = language::en,
                                                 borrowed_list<rule> custom_rules = {}) {
  boost::json::array catalogue;
  for (const rule& each : rules) catalogue.push_back(detail::sarif_rule(each, chosen));
  for (const rule& each : custom_rules) catalogue.push_back(detail::sarif_rule(each, chosen));
  const boost::json::object driver = {{"name", "Feishu Preflight"},
                                      {"version", FEISHU_HELPDESK_VERSION},
                                      {"rules", std::move(catalogue)}};
  return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",)"
         R"("runs":[{"tool":{"driver":)" +
         boost::json::serialize(driver) + R"(},"columnKind":"unicodeCodePoints","results":[)" +
         '\n';
}

/// The results of one body, a line each, with commas between: what stands in the log.
[[nodiscard]] inline std::string sarif_results(const report& found,
                                               const render_options& options = {}) {
  std::string text;
  for (const boost::json::value& each : detail::sarif_writer(found, options).results()) {
    if (!text.empty()) text += ",\n";
    text += boost::json::serialize(each);
  }
  return text;
}

/// What stands behind the results.
inline constexpr std::string_view sarif_end = "\n]}]}";

/// The report as a SARIF 2.1.0 log: its rules, and a result for each diagnostic with its region and
/// fixes. Columns count characters.
[[nodiscard]] inline std::string to_sarif(const report& found, const render_options& options = {}) {
  return sarif_beginning(options.language, found.custom_rules()) + sarif_results(found, options) +
         std::string(sarif_end);
}
/// Writes the same to an output iterator. Returns the iterator behind the text.
template <text_output Out>
Out to_sarif(Out to, const report& found, const render_options& options = {}) {
  return detail::write_text(to_sarif(found, options), to);
}

}  // namespace feishu::helpdesk

#endif
