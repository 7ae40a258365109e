// What --fix fixes has no error left, messages nobody who was not to be messaged, and stays byte for byte
// where nothing was blamed.

#include "fuzz/harness.hpp"
#include "fuzz/oracle_state.hpp"
#include "fuzz/situation.hpp"
#include "fuzz/statements.hpp"
#include "tests/findings.hpp"
#include "tests/forms.hpp"
#include "tests/oracle.hpp"
#include "tests/people.hpp"
#include <feishu/helpdesk/json/patch.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/repair/detail/syntax_fixes.hpp>
#include <feishu/helpdesk/repair/fix.hpp>
#include <feishu/helpdesk/repair/quick_fix.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>
#include <feishu/helpdesk/repair/text_edit.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;
using fuzz::require;
namespace json = boost::json;

// --- who is messaged ---

// Whether `text`, without case and separators, is `word`.
bool is_written_as(std::string_view text, std::string_view word) {
  std::string letters;
  for (const char c : text) {
    if (c != '_' && c != '-')
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return letters == word;
}

// Without the whitespace around it.
std::string_view core_of(std::string_view text) {
  constexpr std::string_view spaces[] = {
      " ",  "\t",       "\n",           "\r",           "\v",
      "\f", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x8b", "\xef\xbb\xbf"};
  for (std::size_t size = text.npos; size != text.size();) {
    size = text.size();
    for (const std::string_view space : spaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size());
      if (text.ends_with(space)) text.remove_suffix(space.size());
    }
  }
  return text;
}

// The number that somebody meant who wrote it as a string, by name or with a fraction.
json::value meant_by(const json::value& v, const std::vector<std::string_view>& names) {
  if (const json::string* text = v.if_string()) {
    const std::string_view core = core_of(*text);
    std::int64_t value = 0;
    for (const std::string_view name : names) {
      if (is_written_as(core, name)) return value;
      ++value;
    }
    if (const auto number = fuzz::detail::number_in<std::int64_t>(core)) return *number;
  }
  if (const double* number = v.if_double(); number != nullptr && std::abs(*number) < 1e9) {
    if (std::floor(*number) == *number) return static_cast<std::int64_t>(*number);
  }
  return v;
}

// The list that somebody meant who wrote an object or an id.
json::value list_meant_by(const json::value& v) {
  if (const json::object* fields = v.if_object(); fields != nullptr && fields->empty()) {
    return json::array();
  }
  const bool is_other = v.is_object() || v.is_string() || v.is_int64() || v.is_uint64();
  return is_other ? json::value(json::array{v}) : v;
}

std::string without_separators(std::string_view name) {
  std::string plain(name);
  std::erase(plain, '_');
  return plain;
}

bool has_known_field(const json::object& body) {
  return std::ranges::any_of(fields,
                             [&](const field_info& row) { return body.contains(row.name); });
}

// The object, or the text of one, that is all that a body without the API's fields contains.
json::object without_wrapper(json::object body) {
  while (!has_known_field(body)) {
    json::object rest = body;
    rest.erase("code");
    rest.erase("msg");
    if (rest.size() != 1) break;
    json::value inner = rest.begin()->value();
    if (const json::string* text = inner.if_string()) {
      inner = forms::value_of(std::string_view(*text)).value_or(nullptr);
    }
    if (!inner.is_object()) break;
    body = inner.as_object();
  }
  return body;
}

// What the author may have wanted to say of who is messaged.
json::object meant_by(json::object body) {
  body = without_wrapper(std::move(body));
  for (const field_info& row : fields) {
    if (body.contains(row.name)) continue;
    for (const auto& [name, value] : body) {
      if (!is_written_as(name, without_separators(row.name))) continue;
      body[row.name] = json::value(value);
      break;
    }
  }
  static const std::vector<std::string_view> names[] = {
      {"scheduled", "newstaff"},
      {"allmembers", "nomembers", "somemembers", "newstaff"},
      {"all", "departments"}};
  for (std::size_t i = 0; i < fuzz::recipient_fields.size(); ++i) {
    json::value* const written = body.if_contains(fuzz::recipient_fields[i]);
    if (written == nullptr) continue;
    *written = i < fuzz::deciding_numbers ? meant_by(*written, names[i]) : list_meant_by(*written);
  }
  return body;
}

oracle::state state_of(const json::value& body, const json::object& draft, bool is_patch) {
  json::object whole = draft;
  for (const auto& [name, member] : meant_by(body.as_object())) {
    if (!member.is_null()) whole[name] = member;
  }
  oracle::state s = fuzz::state_of(whole).of;
  if (!is_patch) return s;
  // The draft may have whatever the patch leaves out.
  if (s.new_staff_scope_type == oracle::absent) s.new_staff_scope_type = 0;
  for (std::size_t i = fuzz::deciding_numbers; i < oracle::fields.size(); ++i) {
    int& list = s.*oracle::fields[i].value;
    if (list == oracle::absent) list = 1;
  }
  return s;
}

void check_recipients(std::string_view body, std::string_view fixed, const fuzz::situation& given) {
  const std::optional<json::value> came = forms::value_of(body);
  const std::optional<json::value> left = forms::value_of(fixed);
  if (!came || !left) return;  // an exponent beyond 32 bits
  json::object draft;
  const bool has_draft = given.known.draft && given.known.draft.summary().well_formed;
  if (has_draft) {
    const std::optional<json::value> value = forms::value_of(given.draft);
    if (!value) return;  // an exponent beyond 32 bits
    draft = value->as_object();
  }
  const bool is_patch = !has_draft && (given.known.draft || given.known.mode == mode::partial);
  const oracle::state before = state_of(*came, draft, is_patch);
  const oracle::state after = state_of(*left, draft, is_patch);
  require(after.push_type == before.push_type, "the kind of push is its author's to decide");
  require(after.push_scope_type == before.push_scope_type, "and so is its scope");
  require(after.push_type == 0 || after.new_staff_scope_type == before.new_staff_scope_type,
          "and that of new staff, where it has an effect");
  const people::push came_as = push_of(before, people::origin::body);
  const people::set reached = reached_by(came_as).value_or(came_as.members(people::list::chats));
  const people::set then = reached_by(push_of(after, people::origin::body)).value_or(0);
  require((then & ~reached & people::all_members) == 0, "nobody is messaged unasked");
  require((then & ~reached) == 0, "nor is a chat");
}

// --- what the author wrote ---

bool is_empty_list(const json::value& v) { return v.is_array() && v.get_array().empty(); }

void check_statements(std::string_view body, std::string_view fixed) {
  const std::optional<json::value> came = forms::value_of(body);
  const std::optional<json::value> left = forms::value_of(fixed);
  if (!came || !left) return;  // an exponent beyond 32 bits
  const json::object before = meant_by(came->as_object());
  const json::object& after = left->as_object();
  bool empties_lists = false;
  bool keeps_fields = false;
  for (const field_info& row : notification_object.fields) {
    const json::value* written = before.if_contains(row.name);
    const json::value* now = after.if_contains(row.name);
    if (now == nullptr || now->is_null() || row.by == assigned_by::server) continue;
    const bool was_emptied = written != nullptr && !is_empty_list(*written) && is_empty_list(*now);
    if (was_emptied) empties_lists = true;
    const bool was_added = written == nullptr || written->is_null();
    if (!was_emptied && !(was_added && is_empty_list(*now))) keeps_fields = true;
  }
  require(!empties_lists || keeps_fields, "a list is not emptied where nothing else was written");
}

// --- byte for byte ---

using spans = std::vector<text_span>;

// The field that a repair may remove, wherever it stands, from the field before it to the one after it.
void touch_removed(const source_map& where, spans& touched) {
  std::size_t end = npos;  // of the field before
  bool was_removed = false;
  where.for_each_field(
      field::new_staff_scope_type, [&](bool is_removed, std::size_t key, std::size_t value) {
        if (was_removed) touched.push_back({end, key});
        const std::size_t value_end = feishu::helpdesk::detail::value_at(where.text(), value).end;
        if (is_removed) touched.push_back({end == npos ? key : end, value_end});
        was_removed = is_removed;
        end = value_end;
      });
}

// The value of a name that ends at `end`.
text_span value_after(std::string_view body, std::size_t end) {
  const std::size_t begin = body.find_first_not_of(": \t\r\n", end);
  return begin == body.npos ? text_span{end, end} : feishu::helpdesk::detail::value_at(body, begin);
}

// The tokens that are blamed, and what a repair may touch.
spans touched_in(std::string_view body, const fuzz::situation& given) {
  spans touched;
  const source_map where(body);
  preflight_into(
      [&](const diagnostic& d) {
        if (d.offset() >= body.size()) return sink_action::proceed;
        const text_span blamed = feishu::helpdesk::detail::value_at(body, d.offset());
        touched.push_back(blamed);
        // What stands below a name that is changed is looked at after that.
        const bool is_name = d.rule().id == "unknown-field" || d.rule().id == "misspelt-field";
        if (is_name) touched.push_back(value_after(body, blamed.end));
        const bool is_in_card = d.rule().id == "card-syntax" && where.has(d.where().field());
        if (is_in_card) touched.push_back(where.value_of(d.where().field()));
        return sink_action::proceed;
      },
      body, given.known);
  for (const feishu::helpdesk::detail::field_facts& each :
       feishu::helpdesk::detail::facts_of_fields) {
    const bool is_list = info(each.field).values.empty();
    if (is_list && where.has(each.field)) touched.push_back(where.value_of(each.field));
  }
  if (given.known.draft) touched.push_back({where.end_of_fields(), where.end_of_fields()});
  touch_removed(where, touched);
  return touched;
}

// Takes wrappers off, as long as there are any, and checks that what stands around them stays.
std::string unwrapped(std::string body, std::string_view& fixed) {
  for (;;) {
    const source_map where(body);
    const report found = preflight(body, {.mode = mode::partial});
    const auto foreign = found.find("no-known-field");
    if (foreign == found.end()) return body;
    const std::optional<quick_fix> meant = find_quick_fix(*foreign, where);
    if (!meant) return body;
    const std::string_view before = std::string_view(body).substr(0, where.brace());
    const std::string_view after =
        std::string_view(body).substr(feishu::helpdesk::detail::value_at(body, where.brace()).end);
    require(fixed.starts_with(before) && fixed.ends_with(after), "what is around a wrapper stays");
    fixed = fixed.substr(before.size(), fixed.size() - before.size() - after.size());
    const std::string left = apply_edits(meant->edits, body);
    body = left.substr(before.size(), left.size() - before.size() - after.size());
  }
}

void check_rest(std::string_view came, std::string_view fixed, const fuzz::situation& given) {
  const std::string inner = unwrapped(std::string(came), fixed);
  const std::string_view body = inner;
  spans touched = touched_in(body, given);
  std::ranges::sort(touched, {}, &text_span::begin);
  std::size_t kept = 0;  // up to here
  const auto check_up_to = [&](std::size_t end) {
    if (end <= kept) return;
    const std::string_view rest = body.substr(kept, end - kept);
    const std::size_t place = fixed.find(rest);
    require(place != fixed.npos, "what was not blamed stays, byte for byte");
    fixed.remove_prefix(place + rest.size());
  };
  for (const text_span& each : touched) {
    check_up_to(each.begin);
    kept = std::max(kept, each.end);
  }
  check_up_to(body.size());
}

// --- what is obviously meant ---

// The name of a field of the body that a JSON Pointer leads to.
std::string name_at(std::string_view pointer) {
  std::string name;
  for (std::size_t i = 1; i < pointer.size(); ++i) {
    const bool is_escape = pointer[i] == '~';
    name += is_escape ? (pointer[++i] == '1' ? '/' : '~') : pointer[i];
  }
  return name;
}

// Whether what it holds can be compared: Boost.JSON makes a number that is none of 0e999.
bool is_itself(const json::value& v) { return v == v; }

// Carried out as a JSON Patch, of a field of the body or of its wrapper.
json::value patched(json::value body, const json::array& patch) {
  const json::object& only = patch.at(0).as_object();
  json::object& fields = body.as_object();
  if (only.at("op") == "replace") {
    body.at_pointer(only.at("path").as_string()) = only.at("value");
    return body;
  }
  if (only.at("path") == "") return body.at_pointer(only.at("from").as_string());
  const std::string from = name_at(only.at("from").as_string());
  json::value moved = fields.at(from);
  fields.erase(from);
  fields[name_at(only.at("path").as_string())] = std::move(moved);
  return body;
}

void check_remedies(const fuzz::situation& given) {
  const report found = preflight(given.body, given.known);
  const std::optional<json::value> came = forms::value_of(given.body);
  const bool repeats =
      forms::has_duplicate_field(golden::without_offsets(golden::findings_of(found)));
  if (!came || !came->is_object() || !is_itself(*came) || repeats || found.dropped() != 0) return;
  const source_map where(given.body);
  for (const diagnostic& each : found) {
    const std::optional<quick_fix> meant = find_quick_fix(each, where);
    const bool renames_within =
        meant && meant->what == quick_fix::action::rename && meant->where.in_field();
    if (!meant || renames_within) continue;
    const std::string text = apply_edits(meant->edits, given.body);
    require(!preflight(text).has("json-syntax"), "what is written into a body leaves it JSON");
    const std::optional<json::value> left = forms::value_of(text);
    require(left && *left == patched(*came, json_patch(*meant)), "and does what its patch does");
    if (feishu::helpdesk::detail::reveals_recipients(*meant)) continue;
    const oracle::state before = fuzz::state_of(came->get_object()).of;
    const oracle::state after = fuzz::state_of(left->as_object()).of;
    for (const oracle::field& member : oracle::fields) {
      require(before.*member.value == after.*member.value, "what decides who is messaged stays");
    }
  }
}

// A body that is not JSON, without the byte-order mark and the commas that may surely go from it.
std::string without_slips(const fuzz::situation& given) {
  const std::vector<text_edit> edits =
      feishu::helpdesk::detail::syntax_fixes(preflight(given.body, given.known), given.body);
  for (const text_edit& each : edits) {
    const std::string_view gone = std::string_view(given.body).substr(each.offset, each.size);
    require(each.text.empty(), "nothing is written there");
    require(gone == "," || (gone == "\xef\xbb\xbf" && each.offset == 0), "nothing else goes");
  }
  return apply_edits(edits, given.body);
}

// A body that was written as a string, as the object that the string contains.
std::string decoded(std::string body) {
  for (;;) {
    const std::optional<json::value> value = forms::value_of(body);
    if (!value || !value->is_string()) return body;
    const std::size_t begin = body.find('"');
    const std::size_t end = body.rfind('"') + 1;
    body.replace(begin, end - begin, std::string_view(value->get_string()));
  }
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const situation given(input);
  check_remedies(given);
  const fix_result fixed = fix(given.body, given.known);
  if (!fixed) {
    require(fixed.edits().empty(), "what is left alone is not changed");
    return require(!fixed.report().ok(), "and has an error");
  }

  require(!fixed.reached_limit(), "no limit was in the way of what is fixed");
  require(apply_edits(fixed.edits(), given.body) == *fixed,
          "its edits are all that was done to it");
  require(fixed.report().ok(), "what is fixed has none");
  require(preflight(*fixed, given.known) == fixed.report(), "nor has it for others");
  if (preflight(given.body, given.known).ok()) {
    return require(*fixed == given.body, "what has no error is not touched");
  }
  const std::string body = decoded(without_slips(given));
  check_recipients(body, *fixed, given);
  check_statements(body, *fixed);
  if (const std::optional<json::value> left = forms::value_of(*fixed)) {
    fuzz::check_sentence(fixed.report(), left->get_object(), fuzz::drafts(given));
  }
  check_rest(body, *fixed, given);
}
