// The mixed bodies: what is sent in earnest, with one twist each, legal or not.

#include "bodies.hpp"
#include "dice.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {
namespace {

struct member {
  std::string name;   // as it is written between quotes
  std::string value;  // as it is written
};
using fields = std::vector<member>;

void set(fields& body, std::string_view name, std::string value) {
  const auto found = std::ranges::find(body, name, &member::name);
  if (found != body.end()) {
    found->value = std::move(value);
  } else {
    body.push_back({std::string(name), std::move(value)});
  }
}

std::string a_list(rng& chance, std::string (*element)(rng&), std::size_t size) {
  std::string list = "[";
  for (std::size_t i = 0; i < size; ++i) {
    if (i != 0) list += ',';
    list += element(chance);
  }
  return list + ']';
}

struct list_field {
  std::string_view name;
  std::string_view id;
  std::string (*element)(rng&);
};
constexpr list_field lists[] = {{"new_staff_scope_department_list", "department_id", department},
                                {"user_list", "user_id", user},
                                {"department_list", "department_id", department},
                                {"chat_list", "chat_id", chat}};
constexpr std::string_view integers[] = {
    "status",    "target_user_count", "sent_user_count",     "read_user_count",
    "push_type", "push_scope_type",   "new_staff_scope_type"};
constexpr std::string_view texts[] = {"id", "job_name", "push_content", "send_at", "ext"};
constexpr std::string_view times[] = {"send_at", "created_at", "updated_at"};

void add_list(fields& body, rng& chance, const list_field& list, std::size_t at_least = 1) {
  set(body, list.name, a_list(chance, list.element, at_least + chance.below(8)));
}

// What a GET response carries beside.
void add_what_servers_assign(fields& body, rng& chance) {
  set(body, "id", R"("6981801914270744596")");
  set(body, "status", "0");
  set(body, "create_user", user(chance));
  set(body, "created_at", R"("1626332244719")");
  set(body, "update_user", user(chance));
  set(body, "updated_at", R"("")");
  set(body, "target_user_count", "12");
  set(body, "sent_user_count", "0");
  set(body, "read_user_count", "0");
}

// One of the combinations that the API reference allows.
fields legal_body(rng& chance) {
  fields body;
  if (chance.one_in(3)) add_what_servers_assign(body, chance);
  set(body, "job_name", quoted(chance.one_in(2) ? "新员工培训通知" : "Welcome aboard"));
  if (chance.one_in(2)) set(body, "send_at", R"("1626332244719")");
  constexpr std::size_t card_sizes[] = {0, 300, 900, 2'500};
  const std::size_t size = chance.pick(card_sizes);
  set(body, "push_content", quoted(size == 0 ? "{}" : a_card(chance, size)));
  const std::size_t row = chance.below(5);
  set(body, "push_type", row < 3 ? "0" : "1");
  set(body, "push_scope_type", std::string(1, "01213"[row]));
  if (row >= 3) {
    const bool all = chance.one_in(2);
    set(body, "new_staff_scope_type", all ? "0" : "1");
    if (!all) add_list(body, chance, lists[0]);
  }
  if (row == 2) add_list(body, chance, lists[1 + chance.below(2)]);
  if (row == 1 || row == 3 || chance.one_in(3)) add_list(body, chance, lists[3]);
  if (chance.one_in(4)) set(body, "ext", R"("{}")");
  return body;
}

// --- twists of fields ---

void leave_alone(fields&, rng&) {}

void combine_anyhow(fields& body, rng& chance) {
  set(body, "push_type", std::string(chance.pick({"0", "1"})));
  set(body, "push_scope_type", std::string(chance.pick({"0", "1", "2", "3"})));
  if (chance.one_in(2)) {
    set(body, "new_staff_scope_type", std::string(chance.pick({"0", "1", "null"})));
  }
  for (const list_field& each : lists) {
    if (chance.one_in(2)) add_list(body, chance, each, 0);
  }
}

void mistype(fields& body, rng& chance) {
  member& which = chance.pick(body);
  which.value =
      chance.pick({"true", "12", "-7", R"("x")", "[]", "{}", R"(["ou_1"])", "[null]", "[[{}]]"});
}

void write_integer_oddly(fields& body, rng& chance) {
  const std::string_view name = chance.pick(integers);
  set(body, name, std::string(chance.pick({"1.0", "1e2", "0e0", "1E0", "-0", "0.0", "-1.5"})));
}

void exceed_32_bits(fields& body, rng& chance) {
  const std::string_view name = chance.pick(integers);
  set(body, name,
      std::string(chance.pick({"2147483647", "2147483648", "-2147483648", "-2147483649",
                               "9223372036854775808", "99999999999999999999"})));
}

void exceed_enumeration(fields& body, rng& chance) {
  constexpr std::string_view enumerations[] = {"push_type", "push_scope_type",
                                               "new_staff_scope_type"};
  const std::string_view name = chance.pick(enumerations);
  set(body, name, std::string(chance.pick({"2", "4", "-1", "7"})));
}

void repeat(fields& body, rng& chance) {
  member again = chance.pick(body);
  if (chance.one_in(3)) again.value = "null";
  body.insert(body.begin() + static_cast<std::ptrdiff_t>(chance.below(body.size() + 1)), again);
}

void repeat_in_element(fields& body, rng& chance) {
  const list_field& list = chance.pick(lists);
  const std::string id = '"' + std::string(list.id) + R"(":"x")";
  set(body, list.name, "[{" + id + R"(,"name":"a",)" + id + "}]");
}

void add_unknown(fields& body, rng& chance) {
  body.push_back({std::string(chance.pick({"push_scope", "jobName", "helpdesk_id", "user_id_type",
                                           "名称", "", "notification"})),
                  std::string(chance.pick({"1", "1.5e-3", "18446744073709551616", R"("\u4f60\n")",
                                           R"({"a":[{},null,true]})", "[[[]]]"}))});
}

void escape_a_name(fields& body, rng& chance) {
  std::string& name = chance.pick(body).name;
  const std::size_t at = chance.below(name.size());
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(name[at]);
  name.replace(at, 1, std::string("\\u00") + digits[code >> 4] + digits[code & 15]);
}

void nullify(fields& body, rng& chance) {
  if (chance.one_in(2)) {
    chance.pick(body).value = "null";
  } else {
    set(body, chance.pick(lists).name, "null");
  }
}

void remove_one(fields& body, rng& chance) {
  body.erase(body.begin() + static_cast<std::ptrdiff_t>(chance.below(body.size())));
}

void empty_a_text(fields& body, rng& chance) { set(body, chance.pick(texts), R"("")"); }

void change_card(fields& body, rng& chance) {
  set(body, "push_content",
      quoted(chance.pick({"plain text", "[]", R"({"a":1)", R"({"a":1}})", R"({"a":tru})",
                          R"({"a":"\x"})", "{a:1}", R"("{}")", " {} ", R"({"schema":"2.0"})",
                          R"({"type":"template","data":{}})", R"({"a":1,"a":2})", "null"})));
}

void change_time(fields& body, rng& chance) {
  const std::string_view name = chance.pick(times);
  set(body, name,
      quoted(chance.pick({"", "0", "1626332244", "9223372036854775807", "9223372036854775808",
                          "00000000001626332244719", "12a", "-1", "+1", " 1", "1e3", "１"})));
}

void corrupt_an_id(fields& body, rng& chance) {
  const list_field& list = chance.pick(lists);
  std::string value = '[' + list.element(chance);
  if (chance.one_in(3)) {
    value += R"(,{"name":"a"}])";
  } else {
    value += ",{\"" + std::string(list.id) + "\":";
    value += chance.pick({R"("")", "null", "7", R"("\u0041")"});
    value += "}]";
  }
  set(body, list.name, std::move(value));
}

void corrupt_a_value(fields& body, rng& chance) {
  member& which = chance.pick(body);
  which.value = chance.pick({"tru", "nul", "NaN", "+1", "01", ".5", "1.", "1e", "'a'", "-", "True",
                             "0x10", "Infinity", "[1,]", "{\"a\" 1}"});
}

void add_unknown_and_corrupt(fields& body, rng& chance) {
  body.push_back({"note", std::string(chance.pick({"tru", "01", "1.", R"("\x41")", "[1,]", "[1 2]",
                                                   R"({"a" 1})", R"({"a":1,})", "nulll"}))});
}

void nest(fields& body, rng& chance) {
  constexpr std::size_t levels[] = {31, 32, 40};
  const std::size_t depth = chance.pick(levels);
  body.push_back({"deep", std::string(depth, '[') + std::string(depth, ']')});
}

void exceed_double(fields& body, rng& chance) {
  body.push_back({"big", std::string(chance.pick({"1e400", "-1E+999", "1.5e309"}))});
}

// --- twists of the text ---

void put_into_string(std::string& text, rng& chance, std::string_view what) {
  std::vector<std::size_t> source_map;
  for (std::size_t i = 0; (i = text.find(":\"", i)) != text.npos; i += 2)
    source_map.push_back(i + 2);
  if (!source_map.empty()) text.insert(chance.pick(source_map), what);
}

void break_utf8(std::string& text, rng& chance) {
  put_into_string(text, chance,
                  chance.pick({"\x80", "\xc3", "\xe4\xb8", "\xed\xa0\x80", "\xc0\xaf", "\xff",
                               "\xf5\x80\x80\x80", "\xe4\xb8\xad\xbd"}));
}

void break_an_escape(std::string& text, rng& chance) {
  put_into_string(text, chance, chance.pick({"\\q", "\\x41", "\\u12g4", "\\U0041", "\\0"}));
}

void halve_a_surrogate_pair(std::string& text, rng& chance) {
  put_into_string(text, chance,
                  chance.pick({R"(\ud800)", R"(\udc00)", R"(\ud800\u0041)", R"(\ud800\ud800)"}));
}

void add_escapes(std::string& text, rng& chance) {
  put_into_string(text, chance, chance.pick({R"(\ud83d\ude00)", R"(\u4f60)", R"(\t\/\b)"}));
}

void add_control_character(std::string& text, rng& chance) {
  put_into_string(text, chance, chance.pick({"\n", "\t", "\x01", std::string_view("\0", 1)}));
}

void truncate(std::string& text, rng& chance) { text.resize(chance.below(text.size())); }

void append_text(std::string& text, rng& chance) {
  text += chance.pick({"x", "{}", ",", "]", "}", "null", "\n", " \r\n\t"});
}

void prepend_mark(std::string& text, rng&) { text.insert(0, "\xef\xbb\xbf"); }

void corrupt_punctuation(std::string& text, rng& chance) {
  std::vector<std::size_t> source_map;
  for (std::size_t i = 0; (i = text.find("\",\"", i)) != text.npos; ++i)
    source_map.push_back(i + 1);
  if (source_map.empty()) return;
  const std::size_t place = chance.pick(source_map);
  text.replace(place, 1, chance.pick({"", ",,", ":", ";", "/**/,"}));
}

void replace_by_no_object(std::string& text, rng& chance) {
  text = chance.pick({"[]", "null", R"("{}")", "1", "", " ", "[{}]", "true"});
}

struct twist {
  std::string_view name;
  void (*fields)(bench::fields&, rng&);
  void (*text)(std::string&, rng&);
};

// What one body in two gets one of, each as often as the others.
constexpr twist twists[] = {
    {"combined anyhow", combine_anyhow, nullptr},
    {"combined anyhow", combine_anyhow, nullptr},
    {"combined anyhow", combine_anyhow, nullptr},
    {"wrong type", mistype, nullptr},
    {"integer written oddly", write_integer_oddly, nullptr},
    {"beyond 32 bits", exceed_32_bits, nullptr},
    {"beyond the enumeration", exceed_enumeration, nullptr},
    {"field stands twice", repeat, nullptr},
    {"field stands twice", repeat_in_element, nullptr},
    {"unknown field", add_unknown, nullptr},
    {"escaped name", escape_a_name, nullptr},
    {"null field", nullify, nullptr},
    {"field left out", remove_one, nullptr},
    {"empty text", empty_a_text, nullptr},
    {"another card", change_card, nullptr},
    {"another time stamp", change_time, nullptr},
    {"bad id", corrupt_an_id, nullptr},
    {"corrupt value", corrupt_a_value, nullptr},
    {"corrupt value, unknown field", add_unknown_and_corrupt, nullptr},
    {"deep nesting", nest, nullptr},
    {"number beyond a double", exceed_double, nullptr},
    {"broken UTF-8", nullptr, break_utf8},
    {"bad escape", nullptr, break_an_escape},
    {"half a surrogate pair", nullptr, halve_a_surrogate_pair},
    {"escapes", nullptr, add_escapes},
    {"control character", nullptr, add_control_character},
    {"truncated", nullptr, truncate},
    {"text behind the end", nullptr, append_text},
    {"byte-order mark", nullptr, prepend_mark},
    {"corrupt punctuation", nullptr, corrupt_punctuation},
    {"no object", nullptr, replace_by_no_object},
};
constexpr twist no_twist{"as it should be", leave_alone, nullptr};

std::string write(const fields& body, bool pretty) {
  std::string text = "{";
  for (const member& each : body) {
    if (text.size() > 1) text += ',';
    if (pretty) text += "\n    ";
    text += '"' + each.name + (pretty ? "\": " : "\":") + each.value;
  }
  return text + (pretty ? "\n}" : "}");
}

void shuffle(fields& body, rng& chance) {
  for (std::size_t i = body.size(); i > 1; --i) std::swap(body[i - 1], body[chance.below(i)]);
}

}  // namespace

std::vector<mixed_body> mixed_bodies(std::size_t count) {
  rng chance(3);
  std::vector<mixed_body> all;
  all.reserve(count);
  while (all.size() < count) {
    const twist& how = chance.one_in(2) ? no_twist : chance.pick(twists);
    fields body = legal_body(chance);
    if (how.fields != nullptr) how.fields(body, chance);
    if (chance.one_in(4)) shuffle(body, chance);
    std::string text = write(body, chance.one_in(4));
    if (how.text != nullptr) how.text(text, chance);
    all.push_back({padded_text(std::move(text)), how.name});
  }
  return all;
}

}  // namespace bench
