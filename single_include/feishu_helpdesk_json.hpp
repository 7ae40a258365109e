// Feishu Preflight: <feishu/helpdesk/json.hpp> in one file, beside feishu_helpdesk.hpp. Generated: its parts are edited, under include/.
//
// MIT License
//
// Copyright (c) 2026 The Feishu Preflight Authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#ifndef FEISHU_HELPDESK_JSON_HPP
#define FEISHU_HELPDESK_JSON_HPP

#include "feishu_helpdesk.hpp"

#if defined(FEISHU_HELPDESK_JSON_CONVERT_HPP) || \
    defined(FEISHU_HELPDESK_JSON_FIELD_PATH_HPP) || \
    defined(FEISHU_HELPDESK_ERROR_CODES_HPP) || \
    defined(FEISHU_HELPDESK_JSON_ENVELOPE_HPP) || \
    defined(FEISHU_HELPDESK_JSON_SCHEMA_OF_FACTS_HPP) || \
    defined(FEISHU_HELPDESK_JSON_PATCH_HPP) || \
    defined(FEISHU_HELPDESK_JSON_PRETTY_HPP) || \
    defined(FEISHU_HELPDESK_JSON_RENDER_HPP) || \
    defined(FEISHU_HELPDESK_JSON_CLIP_HPP) || \
    defined(FEISHU_HELPDESK_JSON_SARIF_HPP) || \
    defined(FEISHU_HELPDESK_JSON_VALIDATE_HPP)
#error "a header of <feishu/helpdesk/> came before feishu_helpdesk_json.hpp, which holds it: include one or the other"
#endif

#include <boost/json/array.hpp>
#include <boost/json/conversion.hpp>
#include <boost/json/error.hpp>
#include <boost/json/kind.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

/// The Boost.JSON adapter in one include: values and text to structs and back, validation of values,
/// reports as JSON, the rules as a JSON Schema and an OpenAPI document, replies of the platform.
// IWYU pragma: begin_exports
// IWYU pragma: end_exports

// <feishu/helpdesk/json/convert.hpp>
#define FEISHU_HELPDESK_JSON_CONVERT_HPP

/// Boost.JSON's `value_from` and `value_to` for the structs.
///
/// To a value: a member that is absent is left out, an empty list is written as `[]`. From a value:
/// null counts as absent, members that the schema does not know are passed over, and a value of a
/// wrong type, or beyond 32 bits, is an error. Nothing else is judged.
namespace feishu::helpdesk {
namespace detail {

// The name of what `for_each_member` visits: a field, or a place in the object's table.
template <class Object, class Index>
constexpr std::string_view name_of_member(Index at) {
  return object_of<Object>().members[static_cast<std::size_t>(at)].name;
}

template <class Object>
void write_object(boost::json::value& to, const Object& object);

template <class Value>
void write_value(boost::json::value& to, const Value& from) {
  if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
    to = boost::json::string(std::string_view(from), to.storage());
  } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
    to = static_cast<std::int64_t>(from);
  } else if constexpr (requires { from.begin(); }) {
    boost::json::array& list = to.emplace_array();
    for (const auto& each : from) write_object(list.emplace_back(nullptr), each);
  } else {
    write_object(to, from);
  }
}

template <class Object>
void write_object(boost::json::value& to, const Object& object) {
  boost::json::object& written = to.emplace_object();
  for_each_member(object, [&](auto index, const auto& member) {
    if (member) write_value(written[name_of_member<Object>(index)], *member);
  });
}

// Each returns whether the value had the type, and range, that is wanted.
template <class Element>
bool read_value(const boost::json::value& from, std::vector<Element>& to);

inline bool read_value(const boost::json::value& from, std::string& to) {
  const boost::json::string* text = from.if_string();
  if (text != nullptr) to.assign(text->data(), text->size());
  return text != nullptr;
}

template <class Integer>
  requires(std::is_enum_v<Integer> || std::is_integral_v<Integer>)
bool read_value(const boost::json::value& from, Integer& to) {
  if (from.is_double()) return false;  // 1.0 is no integer
  boost::json::error_code failure;
  const auto number = from.to_number<std::int32_t>(failure);
  if (failure) return false;
  to = static_cast<Integer>(number);
  return true;
}

template <class Object>
  requires requires(Object& o) { for_each_member(o, [](auto, auto&) {}); }
bool read_value(const boost::json::value& from, Object& to) {
  const boost::json::object* source = from.if_object();
  if (source == nullptr) return false;
  bool all_read = true;
  for_each_member(to, [&](auto index, auto& member) {
    const boost::json::value* found = source->if_contains(name_of_member<Object>(index));
    if (found == nullptr || found->is_null()) return;
    all_read = read_value(*found, member.emplace()) && all_read;
  });
  return all_read;
}

template <class Element>
bool read_value(const boost::json::value& from, std::vector<Element>& to) {
  const boost::json::array* list = from.if_array();
  if (list == nullptr) return false;
  to.reserve(list->size());
  for (const boost::json::value& each : *list) {
    if (!read_value(each, to.emplace_back())) return false;
  }
  return true;
}

template <class Object>
boost::json::result<Object> read_object(const boost::json::value& from) {
  Object object;
  if (!read_value(from, object)) {
    return boost::json::make_error_code(boost::json::error::incomplete);
  }
  return object;
}

}  // namespace detail

/// A notification as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_notification<Form>& n) {
  detail::write_object(to, n);
}
/// A user as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_user<Form>& u) {
  detail::write_object(to, u);
}
/// A department as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_department<Form>& d) {
  detail::write_object(to, d);
}
/// A chat as a value.
template <class Form>
void tag_invoke(const boost::json::value_from_tag&, boost::json::value& to,
                const basic_chat<Form>& c) {
  detail::write_object(to, c);
}

/// A notification out of a value.
inline boost::json::result<notification> tag_invoke(
    const boost::json::try_value_to_tag<notification>&, const boost::json::value& from) {
  return detail::read_object<notification>(from);
}
/// A user out of a value.
inline boost::json::result<user> tag_invoke(const boost::json::try_value_to_tag<user>&,
                                            const boost::json::value& from) {
  return detail::read_object<user>(from);
}
/// A department out of a value.
inline boost::json::result<department> tag_invoke(const boost::json::try_value_to_tag<department>&,
                                                  const boost::json::value& from) {
  return detail::read_object<department>(from);
}
/// A chat out of a value.
inline boost::json::result<chat> tag_invoke(const boost::json::try_value_to_tag<chat>&,
                                            const boost::json::value& from) {
  return detail::read_object<chat>(from);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/field_path.hpp>
#define FEISHU_HELPDESK_JSON_FIELD_PATH_HPP

/// Places as the gateway names them.
namespace feishu::helpdesk {

/// `push_type`, `create_user.name`, `user_list[3].user_id`, and `user_list[*].user_id`: in some element,
/// no one knows which. Refers to no text.
class field_path {
 public:
  /// Reads a place; see `is_known`.
  explicit field_path(std::string_view text) noexcept { is_known_ = read(text); }

  /// Whether it leads to a member of the schema, or an element of one.
  [[nodiscard]] bool is_known() const noexcept { return is_known_; }

  /// The narrowest place that is certain: of a star, the list. Nothing if it is not known.
  [[nodiscard]] std::optional<location> where() const noexcept {
    if (!is_known_) return std::nullopt;
    return is_starred_ ? location(member_) : place_in(index_);
  }

  /// Whether this place may be meant: with a star, in any element.
  [[nodiscard]] bool may_mean(const location& place) const noexcept {
    std::size_t index = npos;
    place.for_each_step([](std::string_view) {}, [&](std::size_t step) { index = step; });
    if (!is_known_ || (is_starred_ && index == npos)) return false;
    return place_in(is_starred_ ? index : index_) == place;
  }

 private:
  bool read(std::string_view text) noexcept {
    const std::size_t name_end = text.find_first_of("[.");
    const std::size_t member = find_member(notification_object, text.substr(0, name_end));
    if (member == npos) return false;
    member_ = static_cast<field>(member);
    if (name_end == npos) return true;
    text.remove_prefix(name_end);

    const member_info& outer = info(member_);
    const object_info* inner = object_in(outer.kind);
    if (inner == nullptr) return false;
    if (type_of(outer.kind) == json_type::array) {
      if (!read_index(text)) return false;
      if (text.empty()) return true;
    }
    if (text.front() != '.') return false;
    nested_ = find_member(*inner, text.substr(1));
    return nested_ != npos;
  }

  // "[3]" or "[*]", which is taken off.
  bool read_index(std::string_view& text) noexcept {
    const std::size_t close = text.find(']');
    if (text.front() != '[' || close == npos) return false;
    const std::string_view inside = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    is_starred_ = inside == "*";
    if (is_starred_) return true;
    const char* const end = inside.data() + inside.size();
    const auto [stop, failure] = std::from_chars(inside.data(), end, index_);
    return failure == std::errc() && stop == end && index_ != npos;
  }

  [[nodiscard]] location place_in(std::size_t index) const noexcept {
    location place = member_;
    if (index != npos) place = place.element(index);
    return nested_ == npos ? place : place.nested(nested_);
  }

  field member_{};
  std::size_t index_ = npos;
  std::size_t nested_ = npos;
  bool is_starred_ = false;
  bool is_known_ = false;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/error_codes.hpp>
#define FEISHU_HELPDESK_ERROR_CODES_HPP

/// What a request that is refused is answered, and what to do about it: the document's table of error
/// codes (错误码), row by row, and beside it what the gateway before the service desk answers.
namespace feishu::helpdesk {

/// Whether the same request may succeed later, without anything being changed; `after_reset`: once
/// the seconds have passed that the reply's header `ratelimit_reset_header` names.
enum class retry : std::uint8_t { is_useless, may_help, after_reset };

/// Where a code is stated: in the document, elsewhere in the platform's documentation, or in replies
/// that people have published.
enum class stated_in : std::uint8_t { the_document, the_platforms_documentation, public_replies };

/// One row. Branch on the code: the platform may change the words that come with it.
struct error_code {
  int http_status = 0;                                  ///< that it comes with
  int code = 0;                                         ///< the reply's `code`
  std::string_view description{};                       ///< the reply's `msg`
  wording advice{};                                     ///< what to do about it (排查建议)
  helpdesk::retry retry = helpdesk::retry::is_useless;  ///< whether to send the same again
  helpdesk::stated_in stated_in = helpdesk::stated_in::the_document;  ///< where the code is stated

  /// Whether the gateway before the service desk answers it.
  [[nodiscard]] constexpr bool is_of_the_gateway() const noexcept {
    return stated_in != helpdesk::stated_in::the_document;
  }
};

/// Says in how many seconds a limit on requests is reset.
inline constexpr std::string_view ratelimit_reset_header = "x-ogw-ratelimit-reset";

// clang-format off
/// The document's table.
inline constexpr error_code error_codes[] = {
    {400, 154000, "Bad request, please check your request body",
     {"the request is not legal: check its parameters", "请求不合法，请检查参数"}},
    {401, 154001, "Unauthorized, please check you have the correct access",
     {"check that Authorization and X-Lark-Helpdesk-Authorization are right, and that the app and the service desk belong to the same tenant",
      "检查Authorization 和 X-Lark-Helpdesk-Authorization 是否正确，应用和服务台属于同一租户"}},
    {403, 154003, "Please check you have the correct access",
     {"check that the right permissions were applied for", "检查是否申请正确权限"}},
    {404, 154004, "Resource not found",
     {"there is no such resource: check the id", "资源不存在，请检查ID值"}},
    {405, 154005, "Method Forbidden",
     {"check that you are permitted to create pushes", "检查是否有权限创建推送"}},
    {500, 155000, "Internal error",
     {"internal error: contact the platform", "内部错误，请联系我们"}, retry::may_help},
};

/// The gateway's, as far as they are known. A limit on requests is HTTP 400 on some older endpoints.
inline constexpr error_code gateway_codes[] = {
    {400, 9499, "Invalid parameter type in json",
     {"a member of the body has the wrong JSON type", "请求体中有字段的 JSON 类型不正确"},
     retry::is_useless, stated_in::public_replies},
    {400, 99992402, "field validation failed",
     {"parameters of the request, or members of its body, are not as they must be",
      "请求的参数或请求体的字段未通过校验"},
     retry::is_useless, stated_in::public_replies},
    {429, 99991400, "request trigger frequency limit",
     {"too many requests were sent: wait until the limit is reset", "请求过于频繁，请等待限制重置后再试"},
     retry::after_reset, stated_in::the_platforms_documentation},
};
// clang-format on

/// The row of a reply's `code`, of the service desk or the gateway; null if it is not known.
[[nodiscard]] constexpr const error_code* find_error_code(std::int64_t code) noexcept {
  for (const error_code& each : error_codes) {
    if (each.code == code) return &each;
  }
  for (const error_code& each : gateway_codes) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/envelope.hpp>
#define FEISHU_HELPDESK_JSON_ENVELOPE_HPP

/// What every reply of the platform is wrapped in: `{code, msg, data, error}`.
namespace feishu::helpdesk {

/// Why what was received is no envelope.
enum class envelope_error : std::uint8_t {
  none,
  empty,
  markup,  ///< a page, as proxies make them
  too_large,
  truncated,
  too_deep,
  not_json,
  not_an_object,
  no_code,
  code_not_an_integer,  ///< of 64 bits, or written with a fraction or an exponent
  contradicts_status    ///< the code says success, the HTTP status does not
};

/// In the order of `envelope_error`.
inline constexpr wording envelope_error_wordings[] = {
    {"nothing is wrong", "没有错误"},
    {"it is empty", "内容为空"},
    {"it is a page of markup", "这是一个网页"},
    {"it is over 16 MiB", "超过 16 MiB"},
    {"it ends too early", "内容提前结束"},
    {"it nests deeper than 32 levels", "嵌套超过 32 层"},
    {"it is not JSON", "不是 JSON"},
    {"it is not an object", "不是一个对象"},
    {"it has no code", "没有 code"},
    {"its code is not an integer of 64 bits", "code 不是 64 位整数"},
    {"its code says success, and the HTTP status does not", "code 表示成功，HTTP 状态码却不然"},
};
static_assert(std::size(envelope_error_wordings) ==
              static_cast<std::size_t>(envelope_error::contradicts_status) + 1);

/// The reason in words.
[[nodiscard]] constexpr wording wording_of(envelope_error error) noexcept {
  return envelope_error_wordings[static_cast<std::size_t>(error)];
}

/// The size of a reply that is looked into, in bytes.
inline constexpr std::size_t largest_envelope = std::size_t{16} << 20;

namespace detail {

// The envelope's members, and its code; or why it is none.
struct envelope {
  envelope_error error = envelope_error::none;
  std::int64_t code = 0;
  boost::json::object members{};
};

inline envelope_error reason_of(const boost::json::error_code& failure) {
  if (failure == boost::json::error::incomplete) return envelope_error::truncated;
  if (failure == boost::json::error::too_deep) return envelope_error::too_deep;
  return envelope_error::not_json;
}

inline envelope no_envelope(envelope_error why) { return {.error = why}; }

inline envelope open_envelope(int http_status, std::string_view body) {
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  if (first == npos) return no_envelope(envelope_error::empty);
  if (body[first] == '<') return no_envelope(envelope_error::markup);
  if (body.size() > largest_envelope) return no_envelope(envelope_error::too_large);

  boost::json::error_code failure;
  boost::json::parse_options options;
  options.max_depth = max_depth;
  boost::json::value whole = boost::json::parse(body, failure, {}, options);
  if (failure) return no_envelope(reason_of(failure));
  boost::json::object* members = whole.if_object();
  if (members == nullptr) return no_envelope(envelope_error::not_an_object);
  const boost::json::value* code = members->if_contains("code");
  if (code == nullptr) return no_envelope(envelope_error::no_code);
  if (!code->is_int64()) return no_envelope(envelope_error::code_not_an_integer);

  const bool says_success = http_status == 0 || (http_status >= 200 && http_status < 300);
  if (code->get_int64() == 0 && !says_success) {
    return no_envelope(envelope_error::contradicts_status);
  }
  return {.code = code->get_int64(), .members = std::move(*members)};
}

}  // namespace detail
}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/reply_value.hpp>
#define FEISHU_HELPDESK_JSON_REPLY_VALUE_HPP

/// A reply as a value.
namespace feishu::helpdesk {

/// What a reply is: a success, a refusal with a code, or none of the platform's.
enum class reply_kind : std::uint8_t { success, refused, not_an_envelope };

/// One of a refusal's `field_violations`, in the gateway's words.
struct field_violation {
  std::string field{};              ///< as the gateway names places: "user_list[*].user_id"
  std::string value{};              ///< that was sent, as the gateway quotes it
  std::string description{};        ///< what is wrong with it
  std::optional<location> where{};  ///< the narrowest place of the body that is certain, if any
};

/// A reply. Its text is what came, of each text the first kilobyte: make it harmless before a terminal
/// sees it. `advice` is.
struct reply {
  static constexpr std::size_t longest_text = 1024;                     ///< in bytes
  static constexpr std::size_t longest_value = std::size_t{16} * 1024;  ///< in bytes
  static constexpr std::size_t most_violations = 64;                    ///< that are kept

  reply_kind kind = reply_kind::not_an_envelope;  ///< what it is
  envelope_error reason = envelope_error::none;   ///< why it is none
  int http_status = 0;                            ///< 0: not known

  std::int64_t code = 0;  ///< 0 for a success; branch on it
  std::string msg{};      ///< may change at any time
  /// Of a success, all that came: `{"notification_id", "status"}` of create, `{"notification"}` of get.
  boost::json::value data{};

  // What a refusal may come with. Values are null if absent; more than `longest_value` is left out.
  std::string log_id{};                             ///< as it came
  std::string troubleshooter{};                     ///< as it came
  std::vector<field_violation> field_violations{};  ///< in their order
  std::size_t dropped_violations = 0;               ///< beyond `most_violations`
  boost::json::value permission_violations{};       ///< as it came
  boost::json::value details{};                     ///< as it came
  boost::json::value helps{};                       ///< as it came

  std::optional<std::chrono::seconds> reset_after{};  ///< of a limit on requests, if known
  std::string beginning{};                            ///< of what is no envelope

  /// Whether it tells of a success.
  [[nodiscard]] bool ok() const noexcept { return kind == reply_kind::success; }

  /// The row of the table about the code, or null.
  [[nodiscard]] const error_code* known() const noexcept {
    return kind == reply_kind::refused ? find_error_code(code) : nullptr;
  }

  /// Whether the same request may succeed later: after `reset_after`, if that is known. False for what
  /// is no envelope, since no one knows whether the request took effect.
  [[nodiscard]] bool can_retry() const noexcept {
    return known() != nullptr && known()->retry != retry::is_useless;
  }

  /// A member of `data`, or null.
  [[nodiscard]] const boost::json::value* find(std::string_view member) const noexcept {
    const boost::json::object* members = data.if_object();
    return members == nullptr ? nullptr : members->if_contains(member);
  }

  /// What happened and what to do, in one line that is fit for a terminal.
  [[nodiscard]] std::string advice(language chosen) const;
};

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/match_violations.hpp>
#define FEISHU_HELPDESK_JSON_MATCH_VIOLATIONS_HPP

/// What the platform found, beside what we did.
namespace feishu::helpdesk {

/// A violation that a reply names, and a diagnostic about the same place. Refers to both.
struct matched_violation {
  const field_violation* violation;  ///< what the platform says
  const diagnostic* found;           ///< what was found here
};

namespace detail {

// Rules about the request have no place in the body; one about a parameter bears its name.
inline bool is_named_after(const rule& r, std::string_view parameter) noexcept {
  const auto same = [](char a, char b) { return b == '_' ? a == '-' : a == b && b != '-'; };
  return r.group == rule_group::request &&
         std::equal(r.id.begin(), r.id.end(), parameter.begin(), parameter.end(), same);
}

}  // namespace detail

/// Each violation with each diagnostic of the report on the body that was sent which is at its place,
/// or at any that it may mean: `user_list[*].user_id` meets `/user_list/3/user_id`. In the order of the
/// reply, then of the report; both must outlive the pairs. A violation that we did not find is in none.
[[nodiscard]] inline std::vector<matched_violation> match_violations(const reply& refusal,
                                                                     const report& found) {
  std::vector<matched_violation> pairs;
  for (const field_violation& violation : refusal.field_violations) {
    const field_path path(violation.field);
    for (const diagnostic& each : found) {
      if (path.may_mean(each.where()) || detail::is_named_after(each.rule(), violation.field)) {
        pairs.push_back({&violation, &each});
      }
    }
  }
  return pairs;
}

std::vector<matched_violation> match_violations(reply&&, const report&) = delete;
std::vector<matched_violation> match_violations(const reply&, report&&) = delete;
std::vector<matched_violation> match_violations(reply&&, report&&) = delete;

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/schema_of_facts.hpp>
#define FEISHU_HELPDESK_JSON_SCHEMA_OF_FACTS_HPP

/// Conditions over the members of the body as JSON Schemas of the body.
///
/// They take for granted what the rest of the schema demands, that each member has its type and an
/// enumeration one of its values: where that does not hold, the body is refused anyway.
namespace feishu::helpdesk {
namespace detail {

/// What a condition can know in a mode: in `partial` mode, not that something is absent which the
/// draft may hold. A clause of which nothing is left makes a condition that never holds: none.
[[nodiscard]] constexpr condition as_known_in(mode m, condition c) noexcept {
  if (m == mode::complete) return c;
  facts absence = 0;
  if (is_about_the_body(c)) {
    for (const member_facts& each : facts_of_members) absence |= each.absent();
  } else {
    for (const facts clause : c.clauses) {
      if (clause == facts_of(observed::required_member)) absence = facts_of(observed::absent);
    }
  }
  for (facts& clause : c.clauses) {
    if (clause != 0 && (clause & ~absence) == 0) return {};
    clause &= ~absence;
  }
  return c;
}

// What of one member is allowed, as a schema of its value; whether it must be present is said elsewhere.
inline boost::json::object schema_of_states(const member_facts& about, facts allowed) {
  const member_info& member = info(about.member);
  const bool may_be_absent = (allowed & about.absent()) != 0;
  boost::json::object schema;
  if (member.values.empty()) {
    if (allowed == about.absent()) return {{"type", "null"}};
    if (!may_be_absent) schema["type"] = "array";
    if ((allowed & about.holds_elements(false)) == 0) schema["minItems"] = 1;
    if ((allowed & about.holds_elements(true)) == 0) schema["maxItems"] = 0;
    return schema;
  }
  // Where it may be absent, null is fine, so what is not allowed is told instead.
  boost::json::array values;
  for (const enumerator& each : member.values) {
    const bool is_allowed = (allowed & about.holds_value(each.value)) != 0;
    if (is_allowed != may_be_absent) values.push_back(each.value);
  }
  if (values.size() == 1) {
    schema["const"] = values[0];
  } else {
    schema["enum"] = std::move(values);
  }
  if (!may_be_absent) return schema;
  return {{"not", std::move(schema)}};
}

// A body whose members are in states that are allowed; facts about other things do not matter.
inline boost::json::object schema_of_body(facts allowed) {
  boost::json::array required;
  boost::json::object properties;
  for (const member_facts& each : facts_of_members) {
    const facts states = allowed & each.mask();
    if (states == each.mask()) continue;
    const std::string_view name = info(each.member).name;
    if ((states & each.absent()) == 0) required.emplace_back(name);
    properties[name] = schema_of_states(each, states);
  }
  boost::json::object schema;
  if (!required.empty()) schema["required"] = std::move(required);
  if (!properties.empty()) schema["properties"] = std::move(properties);
  return schema;
}

// One of several; a single one needs nothing around it.
inline boost::json::object any_of(boost::json::array schemas) {
  if (schemas.size() == 1) return std::move(schemas[0].get_object());
  return {{"anyOf", std::move(schemas)}};
}

// A body in which a clause holds, of one member or another.
inline boost::json::object schema_for(facts clause) {
  boost::json::array alternatives;
  for (const member_facts& each : facts_of_members) {
    const facts states = clause & each.mask();
    if (states != 0) alternatives.emplace_back(schema_of_body(states | ~each.mask()));
  }
  return any_of(std::move(alternatives));
}

// The facts about members other than the first that a clause is about.
constexpr facts facts_about_others(facts clause) {
  for (const member_facts& each : facts_of_members) {
    if ((clause & each.mask()) != 0) return ~each.mask();
  }
  return ~facts{};
}

constexpr bool is_about_lists(facts clause) {
  for (const member_facts& each : facts_of_members) {
    if ((clause & each.mask()) != 0 && info(each.member).values.empty()) return true;
  }
  return false;
}

}  // namespace detail

/// A body for which a condition does not hold, as `if` and `then`: if enumerations have the values
/// that the condition names, one of its other clauses must not hold. The last clause, which is about
/// the member at fault, always stands in `then`.
[[nodiscard]] inline boost::json::object schema_against(const condition& c) {
  facts when = ~facts{};
  boost::json::array also_when;
  boost::json::array then;
  for (std::size_t i = 0; i < condition::capacity && c.clauses[i] != 0; ++i) {
    const facts clause = c.clauses[i];
    const bool is_last = i + 1 == condition::capacity || c.clauses[i + 1] == 0;
    if (is_last || detail::is_about_lists(clause)) {
      then.emplace_back(detail::schema_of_body(~clause));
    } else if (const facts others = detail::facts_about_others(clause); (clause & others) == 0) {
      when &= clause | others;
    } else {
      also_when.emplace_back(detail::schema_for(clause));
    }
  }
  boost::json::object demand = detail::any_of(std::move(then));
  boost::json::object trigger = detail::schema_of_body(when);
  if (!also_when.empty()) trigger["allOf"] = std::move(also_when);
  if (trigger.empty()) return demand;
  return {{"if", std::move(trigger)}, {"then", std::move(demand)}};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/schema_limits.hpp>
#define FEISHU_HELPDESK_JSON_SCHEMA_LIMITS_HPP

/// Which of the error rules a JSON Schema of the body says, and why not the others.
namespace feishu::helpdesk {

/// Why a schema of the body does not say a rule. `judged_on` is what the rule looks at: the `text`
/// before anybody made values of it, the inside of a `value`, the `request` around the body, or the
/// `draft` under it.
struct schema_limit {
  facts observed = 0;            ///< what the rule asks for
  std::string_view judged_on{};  ///< `text`, `value`, `request` or `draft`
  wording reason{};              ///< why a schema cannot say it
};

namespace detail {

// clang-format off
/// What is observed that no schema can tell.
inline constexpr schema_limit schema_limits[] = {
    {facts_of(observed::ill_formed), "text",
     {"a schema judges values, and of this text there are none", "Schema 判断的是值，而这样的文本没有值"}},
    {facts_of(observed::repeated), "text",
     {"whoever parses the text keeps one of the members and drops the others", "解析文本时只会保留同名成员之一"}},
    {facts_of(observed::card_ill_formed), "value",
     {"the card is JSON inside a string", "卡片是字符串中的 JSON"}},
    {facts_of(observed::not_an_id), "request",
     {"it is about the request's path", "与请求路径有关"}},
    {facts_of(observed::not_a_user_id_type), "request",
     {"it is about the request's query", "与查询参数有关"}},
    {facts_of(observed::not_a_user_token), "request",
     {"it is about a header of the request", "与请求头有关"}},
    {facts_of(observed::no_helpdesk), "request",
     {"it is about a header of the request", "与请求头有关"}},
    {facts_of(observed::not_a_draft), "request",
     {"it is about what the push is now", "与推送的当前状态有关"}},
};

/// What is observed that a schema tells but for a few values.
inline constexpr schema_limit schema_exceptions[] = {
    {facts_of(observed::mistyped), "value",
     {"1.0 and 1e0 are integers to a JSON Schema", "对 JSON Schema 而言 1.0 与 1e0 是整数"}},
    {facts_of(observed::not_a_time_stamp), "value",
     {"digits may make a number beyond 64 bits", "数字可能超出 64 位整数"}},
};
// clang-format on

inline constexpr schema_limit patch_leaves_out{
    0, "draft", {"what a patch leaves out may be in the draft", "补丁未包含的成员可能已在草稿中"}};

/// What the keywords of a schema say of one value.
inline constexpr facts schema_keywords =
    facts_of(observed::required_member) | facts_of(observed::element_id) |
    facts_of(observed::absent) | facts_of(observed::mistyped) | facts_of(observed::beyond_32_bits) |
    facts_of(observed::well_typed) | facts_of(observed::empty_text) |
    facts_of(observed::not_enumerated) | facts_of(observed::not_a_time_stamp) |
    facts_of(observed::not_an_object);

constexpr facts facts_named_by(const condition& c) noexcept {
  facts all = 0;
  for (const facts clause : c.clauses) all |= clause;
  return all;
}

}  // namespace detail

/// Whether the schema for a mode refuses what breaks a rule, but for its exceptions.
[[nodiscard]] constexpr bool schema_says(const rule& r, mode m) noexcept {
  const condition known = detail::as_known_in(m, r.violated_when);
  if (known == condition{}) return false;
  if (detail::is_about_the_body(known)) return true;
  return (detail::facts_named_by(known) & ~detail::schema_keywords) == 0;
}

/// Why the schema for a mode does not say a rule; null if it does, or nobody knows why not.
[[nodiscard]] constexpr const schema_limit* schema_limit_of(const rule& r, mode m) noexcept {
  for (const schema_limit& each : detail::schema_limits) {
    if (detail::facts_named_by(r.violated_when) == each.observed) return &each;
  }
  const bool is_ever_broken = detail::as_known_in(m, r.violated_when) != condition{};
  return is_ever_broken ? nullptr : &detail::patch_leaves_out;
}

/// For which values the schema does not say a rule that it says; null if there are none.
[[nodiscard]] constexpr const schema_limit* schema_exception_of(const rule& r) noexcept {
  for (const schema_limit& each : detail::schema_exceptions) {
    if ((detail::facts_named_by(r.violated_when) & each.observed) != 0) return &each;
  }
  return nullptr;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/schema.hpp>
#define FEISHU_HELPDESK_JSON_SCHEMA_HPP

/// The two tables as a JSON Schema.
namespace feishu::helpdesk {
namespace detail {

/// How JSON Schema calls a type.
[[nodiscard]] constexpr std::string_view schema_name_of(json_type type) noexcept {
  constexpr std::string_view names[] = {"null",   "boolean", "integer", "number",
                                        "string", "array",   "object"};
  return names[static_cast<std::size_t>(type)];
}

/// Adds words in both languages, the Chinese ones as an extension: "description" and
/// "x-description-zh".
inline void add_wording(boost::json::object& to, std::string_view name, const wording& words) {
  to[name] = words.en;
  to["x-" + std::string(name) + "-zh"] = words.zh;
}

// No character but digits: `$` would let a line's end by in some dialects of regular expressions.
inline boost::json::object anything_but_digits() {
  return {{"type", "string"}, {"pattern", "[^0-9]"}};
}

// Who writes schemas for members of one kind of object.
class schema_writer {
 public:
  explicit schema_writer(mode m) : mode_(m) {}

  // An object; `first_is_id` if it is an element of a list, which needs its id.
  [[nodiscard]] boost::json::object object(const object_info& kind, bool first_is_id) const {
    boost::json::array required;
    boost::json::object properties;
    for (const member_info& each : kind.members) {
      const bool is_id = first_is_id && &each == kind.members.data();
      const bool is_demanded = is_id || (each.required && mode_ == mode::complete);
      if (is_demanded) required.emplace_back(each.name);
      properties[each.name] = member(each, is_id || each.required, !is_demanded);
    }
    boost::json::object schema{{"title", kind.name}, {"type", "object"}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["properties"] = std::move(properties);
    return schema;
  }

 private:
  [[nodiscard]] boost::json::object member(const member_info& m, bool must_not_be_empty,
                                           bool may_be_null) const {
    boost::json::object schema;
    const json_type type = type_of(m.kind);
    if (const object_info* inner = object_in(m.kind); inner && type == json_type::object) {
      schema = object(*inner, false);
    } else if (inner) {
      schema["items"] = object(*inner, true);
    } else if (m.kind == member_kind::enumeration) {
      schema["oneOf"] = values(m.values, may_be_null);
    } else if (type == json_type::integer) {
      schema["minimum"] = (std::numeric_limits<std::int32_t>::min)();
      schema["maximum"] = (std::numeric_limits<std::int32_t>::max)();
    } else if (m.kind == member_kind::time_stamp) {
      schema["not"] = anything_but_digits();
    } else if (must_not_be_empty) {
      schema["minLength"] = 1;
    }
    if (m.kind == member_kind::card) schema["contentMediaType"] = "application/json";
    if (m.by == assigned_by::server) schema["readOnly"] = true;
    return described(m, type, may_be_null, std::move(schema));
  }

  static boost::json::object described(const member_info& m, json_type type, bool may_be_null,
                                       boost::json::object rest) {
    boost::json::object schema;
    add_wording(schema, "description", m.description);
    const boost::json::string name(schema_name_of(type));
    schema["type"] = may_be_null ? boost::json::value(boost::json::array{name, "null"}) : name;
    for (auto& each : rest) schema.emplace(each.key(), std::move(each.value()));
    return schema;
  }

  static boost::json::array values(std::span<const enumerator> all, bool may_be_null) {
    boost::json::array schemas;
    for (const enumerator& each : all) {
      boost::json::object value{{"const", each.value}, {"title", each.name}};
      add_wording(value, "description", each.meaning);
      schemas.emplace_back(std::move(value));
    }
    if (may_be_null) schemas.emplace_back(boost::json::object{{"type", "null"}});
    return schemas;
  }

  mode mode_;
};

inline boost::json::object citation_of(const rule& r) {
  const wording& text = r.cites.text;
  boost::json::object citation{{"source", wording_of(r.cites.from).en}, {"text", text.en}};
  if (text.zh != text.en) citation["x-text-zh"] = text.zh;
  return citation;
}

// The rules between fields, each with its own `if` and `then`.
inline boost::json::array schemas_of_rules(mode m) {
  boost::json::array all;
  for (const rule& each : rules) {
    if (each.severity != severity::error || !is_about_the_body(each.violated_when)) continue;
    if (!schema_says(each, m)) continue;
    boost::json::object schema{{"x-rule", each.id}};
    add_wording(schema, "description", each.message);
    schema["x-citation"] = citation_of(each);
    boost::json::object demand = schema_against(as_known_in(m, each.violated_when));
    for (auto& part : demand) schema.emplace(part.key(), std::move(part.value()));
    all.emplace_back(std::move(schema));
  }
  return all;
}

inline boost::json::object to_object(const rule& r, const schema_limit& limit) {
  boost::json::object told{{"rule", r.id}, {"judged-on", limit.judged_on}};
  add_wording(told, "reason", limit.reason);
  return told;
}

inline void add_limits(boost::json::object& schema, mode m) {
  boost::json::array whole;
  boost::json::array partly;
  for (const rule& each : rules) {
    if (each.severity != severity::error) continue;
    if (const schema_limit* limit = schema_limit_of(each, m)) {
      whole.emplace_back(to_object(each, *limit));
    } else if (const schema_limit* exception = schema_exception_of(each)) {
      partly.emplace_back(to_object(each, *exception));
    }
  }
  schema["x-not-expressed"] = std::move(whole);
  schema["x-partly-expressed"] = std::move(partly);
}

inline constexpr wording titles_of_bodies[] = {
    {"The body of \"update notification\", standing alone", "“更新推送”的请求体，单独成立"},
    {"The body of \"update notification\", changing part of a draft",
     "“更新推送”的请求体，只修改草稿的一部分"},
};

}  // namespace detail

/// The error rules as a JSON Schema (2020-12, in keywords that draft 7 has too): what the members are,
/// in both languages, and in `allOf` each rule between fields, with its id, message and citation
/// beside it. Null is allowed where it counts as absent.
///
/// `x-not-expressed` lists the error rules that a schema cannot say, and why; `x-partly-expressed`
/// those that it says but for a few values.
[[nodiscard]] inline boost::json::value json_schema(mode m) {
  boost::json::object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  detail::add_wording(schema, "description", detail::titles_of_bodies[static_cast<std::size_t>(m)]);
  boost::json::object members = detail::schema_writer(m).object(notification_object, false);
  for (auto& each : members) schema.emplace(each.key(), std::move(each.value()));
  schema["allOf"] = detail::schemas_of_rules(m);
  detail::add_limits(schema, m);
  return schema;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/openapi.hpp>
#define FEISHU_HELPDESK_JSON_OPENAPI_HPP

/// The endpoint as an OpenAPI document.
namespace feishu::helpdesk {
namespace detail {

inline boost::json::object reference_to(std::string_view schema) {
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

inline boost::json::object as_json(boost::json::object schema) {
  return {{"application/json", boost::json::object{{"schema", std::move(schema)}}}};
}

// What a rule about the request demands of the parameter that it looks at.
inline boost::json::object parameter(std::string_view name, std::string_view in, bool required,
                                     const wording& words, facts broken_if,
                                     boost::json::object schema) {
  boost::json::object all{{"name", name}, {"in", in}, {"required", required}};
  add_wording(all, "description", words);
  for (const rule& each : rules) {
    if (broken_if == 0 || facts_named_by(each.violated_when) != broken_if) continue;
    all["x-rule"] = each.id;
    all["x-citation"] = citation_of(each);
  }
  all["schema"] = std::move(schema);
  return all;
}

inline boost::json::array parameters_of_request() {
  boost::json::array types;
  for (const std::string_view name : user_id_type_parameter::names) types.emplace_back(name);
  const boost::json::value usual = types[0];
  return {
      parameter("notification_id", "path", true, {"the id of the push", "push任务唯一id"},
                facts_of(observed::not_an_id),
                {{"type", "string"}, {"minLength", 1}, {"not", anything_but_digits()}}),
      parameter("user_id_type", "query", false, {"what the ids of users are", "用户 ID 类型"},
                facts_of(observed::not_a_user_id_type),
                {{"type", "string"}, {"enum", std::move(types)}, {"default", usual}}),
      parameter(helpdesk_header, "header", true,
                {"base64(helpdesk_id:helpdesk_token)", "base64(服务台 ID:服务台 token)"},
                facts_of(observed::no_helpdesk), {{"type", "string"}, {"minLength", 1}}),
  };
}

// The reply with one of several codes.
inline boost::json::object response(const wording& words, boost::json::array codes) {
  boost::json::object code{{"properties", {{"code", any_of(std::move(codes))}}}};
  boost::json::array parts{reference_to("reply"), std::move(code)};
  boost::json::object all;
  add_wording(all, "description", words);
  all["content"] = as_json({{"allOf", std::move(parts)}});
  return all;
}

// By status, for several codes may share one.
inline boost::json::object responses() {
  boost::json::object all;
  all["200"] = response({"success", "成功"}, {boost::json::object{{"const", 0}}});
  for (const error_code& first : error_codes) {
    const std::string status = std::to_string(first.http_status);
    if (all.contains(status)) continue;
    boost::json::array codes;
    for (const error_code& each : error_codes) {
      if (each.http_status != first.http_status) continue;
      codes.emplace_back(boost::json::object{{"const", each.code},
                                             {"title", each.description},
                                             {"x-retry-may-help", each.retry == retry::may_help}});
    }
    all[status] = response(first.advice, std::move(codes));
  }
  return all;
}

inline boost::json::object reply_schema() {
  return {{"type", "object"},
          {"required", {"code", "msg"}},
          {"properties",
           {{"code", {{"type", "integer"}}},
            {"msg", {{"type", "string"}}},
            {"data", {{"type", "object"}}}}}};
}

// A body's schema as a part of a document that says itself which JSON Schema it means.
inline boost::json::value component(mode m) {
  boost::json::value schema = json_schema(m);
  schema.get_object().erase("$schema");
  return schema;
}

inline boost::json::object update_operation() {
  boost::json::object operation{{"operationId", "update_notification"}};
  add_wording(operation, "summary", {"Update notification", "更新推送"});
  add_wording(operation, "description",
              {"Updates a push. Only a draft can be updated.",
               "更新推送信息，只有在草稿状态下才可以调用此接口进行更新。"});
  boost::json::array bodies{reference_to("notification"), reference_to("notification_patch")};
  operation["parameters"] = parameters_of_request();
  operation["requestBody"] =
      boost::json::object{{"required", true}, {"content", as_json({{"anyOf", std::move(bodies)}})}};
  operation["responses"] = responses();
  return operation;
}

}  // namespace detail

/// The endpoint "update notification" as an OpenAPI 3.1 document: path, parameters, header, security,
/// the body (which stands alone or changes part of a draft) as `json_schema` has it, and every reply
/// that the table of error codes lists.
[[nodiscard]] inline boost::json::value openapi() {
  return boost::json::object{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Feishu service desk: update notification"},
        {"x-title-zh", "飞书服务台：更新推送"},
        {"version", "1"},
        {"license", {{"name", "MIT"}, {"identifier", "MIT"}}}}},
      {"servers",
       boost::json::array{boost::json::object{{"url", "https://" + std::string(feishu_host)}},
                          boost::json::object{{"url", "https://" + std::string(lark_host)}}}},
      {"security",
       boost::json::array{boost::json::object{{"user_access_token", boost::json::array()}}}},
      {"paths",
       {{std::string(notifications_path) + "/{notification_id}",
         {{"patch", detail::update_operation()}}}}},
      {"components",
       {{"securitySchemes", {{"user_access_token", {{"type", "http"}, {"scheme", "bearer"}}}}},
        {"schemas",
         {{"notification", detail::component(mode::complete)},
          {"notification_patch", detail::component(mode::partial)},
          {"reply", detail::reply_schema()}}}}},
  };
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/parse.hpp>
#define FEISHU_HELPDESK_JSON_PARSE_HPP

/// Structs out of the body of a request.
namespace feishu::helpdesk {
namespace detail {

// Whether the report holds an error of the group `json`, kept or dropped.
inline bool has_json_error(const report& found, const policy& severities) {
  for (std::size_t i = 0; i < rule_count; ++i) {
    const rule& each = rules[i];
    if (each.group == rule_group::json && found.has(each.id) &&
        severities.of(each, i) == level::error) {
      return true;
    }
  }
  return false;
}

}  // namespace detail

/// The notification that a body holds, or the report that says why there is none: an error in the
/// shape of its JSON (group `json`: syntax, types, ranges, duplicates). Other errors leave a value,
/// and stand in the report beside it.
///
/// Throws nothing but what memory that runs out throws. Linear in the size of `body`.
[[nodiscard]] inline outcome<notification> parse(std::string_view body, const context& known = {}) {
  report found = preflight(body, known);
  if (detail::has_json_error(found, known.policy)) return {std::nullopt, found};

  boost::json::error_code failure;
  boost::json::parse_options options;
  options.max_depth = max_depth;
  const boost::json::value value = boost::json::parse(body, failure, {}, options);
  if (!failure) {
    if (boost::json::result<notification> n = boost::json::try_value_to<notification>(value)) {
      return {std::move(*n), found};
    }
  }
  // The policy made less than an error of the reason.
  const report strict = preflight(body, {.mode = known.mode});
  if (detail::has_json_error(strict, {})) return {std::nullopt, strict};
  // An exponent beyond 32 bits: legal JSON, which Boost.JSON refuses.
  const std::size_t rank = index_of_rule("json-syntax");
  found({rules[rank],
         severity::error,
         rank,
         {},
         npos,
         {.reason = syntax_error::number_beyond_double}});
  return {std::nullopt, found};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/patch.hpp>
#define FEISHU_HELPDESK_JSON_PATCH_HPP

/// Repairs as JSON Patch (RFC 6902).
namespace feishu::helpdesk {

/// The operations that carry a repair out. `add` sets a member, be it there or not, so that the patch fits
/// every body of the outline. What only the author knows is an element with an empty id, which stays an
/// error until it is filled in.
[[nodiscard]] inline boost::json::array json_patch(const alternative& made) {
  boost::json::array operations;
  for (const edit& each : made.edits()) {
    operations.push_back({{"op", "add"},
                          {"path", '/' + std::string(info(each.member).name)},
                          {"value", boost::json::parse(json_of(each))}});
  }
  return operations;
}

/// The operation that carries a remedy out.
[[nodiscard]] inline boost::json::array json_patch(const remedy& meant) {
  const std::string path = meant.where.pointer();
  switch (meant.what) {
    case remedy::action::rename: {
      const std::string parent = path.substr(0, path.rfind('/') + 1);
      return {{{"op", "move"}, {"from", path}, {"path", parent + meant.text}}};
    }
    case remedy::action::unwrap: return {{{"op", "move"}, {"from", path}, {"path", ""}}};
    case remedy::action::rewrite: break;
  }
  return {{{"op", "replace"}, {"path", path}, {"value", boost::json::parse(meant.text)}}};
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/pretty.hpp>
#define FEISHU_HELPDESK_JSON_PRETTY_HPP

/// JSON that people read: what fits on a line stands on one.
namespace feishu::helpdesk {
namespace detail {

class pretty_printer {
 public:
  explicit pretty_printer(std::size_t width) : width_(width) {}

  // `before` and `after`: how much stands on the line beside the value.
  void print(const boost::json::value& v, std::size_t before, std::size_t after) {
    const std::string line = on_one_line(v);
    if (!has_parts(v) || before + line.size() + after <= width_) {
      text_ += line;
    } else if (const boost::json::object* members = v.if_object()) {
      print_parts(*members, '{', '}', [&](const auto& each, std::size_t comma) {
        const std::string key = quoted(each.key()) + ": ";
        text_ += key;
        print(each.value(), indent_ + key.size(), comma);
      });
    } else {
      print_parts(v.get_array(), '[', ']',
                  [&](const auto& each, std::size_t comma) { print(each, indent_, comma); });
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string(text));
  }

  static bool has_parts(const boost::json::value& v) {
    if (const boost::json::object* members = v.if_object()) return !members->empty();
    return v.is_array() && !v.get_array().empty();
  }

  static std::string on_one_line(const boost::json::value& v) {
    if (!has_parts(v)) return boost::json::serialize(v);
    std::string line;
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : ", ") + part; };
    if (const boost::json::object* members = v.if_object()) {
      for (const auto& each : *members) add(quoted(each.key()) + ": " + on_one_line(each.value()));
      return '{' + line + '}';
    }
    for (const auto& each : v.get_array()) add(on_one_line(each));
    return '[' + line + ']';
  }

  template <class Container, class PrintOne>
  void print_parts(const Container& all, char open, char close, PrintOne&& print_one) {
    constexpr std::size_t step = 2;
    text_ += open;
    indent_ += step;
    std::size_t left = all.size();
    for (const auto& each : all) {
      const bool is_last = --left == 0;
      text_ += '\n' + std::string(indent_, ' ');
      print_one(each, is_last ? 0 : 1);
      if (!is_last) text_ += ',';
    }
    indent_ -= step;
    text_ += '\n' + std::string(indent_, ' ') + close;
  }

  std::string text_{};
  std::size_t indent_ = 0;
  std::size_t width_;
};

}  // namespace detail

/// A value as text to be read by people and compared by tools: members in their order, two blanks a
/// level, and on one line what fits there (in bytes). Ends with a line's end. The cost is the value's
/// size times its depth.
[[nodiscard]] inline std::string pretty(const boost::json::value& v, std::size_t width = 120) {
  detail::pretty_printer printer(width);
  printer.print(v, 0, 0);
  return printer.take() + '\n';
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/render.hpp>
#define FEISHU_HELPDESK_JSON_RENDER_HPP

/// A report as JSON, for programs.
namespace feishu::helpdesk {
namespace detail {

// A number that counts, or null where it is unknown.
inline boost::json::value known_or_null(std::size_t number, std::size_t unknown) {
  return number == unknown ? boost::json::value(nullptr) : boost::json::value(number);
}

inline boost::json::object to_object(const diagnostic& d, position at, language chosen) {
  const citation& cites = d.rule().cites;
  return {
      {"rule", d.rule().id},
      {"severity", wording_of(d.severity()).en},
      {"path", d.path()},
      {"line", known_or_null(at.line, 0)},
      {"column", known_or_null(at.column, 0)},
      {"offset", known_or_null(d.offset(), npos)},
      {"message", message(d, chosen)},
      {"citation", {{"source", wording_of(cites.from).en}, {"text", cites.text.in(chosen)}}},
  };
}

inline boost::json::array diagnostics_of(const report& found, const render_options& options) {
  line_counter lines(options.body);
  boost::json::array all;
  for (const diagnostic& each : found) {
    position at = options.body.data() == nullptr ? position{} : lines.at(each.offset());
    if (at.line != 0) at.line += options.first_line - 1;
    all.push_back(to_object(each, at, options.language));
  }
  return all;
}

// Null for a body that is not readable.
inline boost::json::value audience_of(const report& found, language chosen) {
  const helpdesk::outline& body = found.outline();
  if (!body.readable) return nullptr;
  return boost::json::value(audience(body).in(chosen));
}

inline std::string source_of(const render_options& options) {
  return is_utf8(options.source) ? std::string(options.source) : harmless(options.source);
}

}  // namespace detail

/// One object on one line, without a line's end:
/// `{"source", "ok", "errors", "warnings", "notes", "audience", "diagnostics": [{"rule", "severity",
/// "path", "line", "column", "offset", "message", "citation": {"source", "text"}}]}`. Lines and columns
/// count from 1, columns in bytes, offsets from 0; null is unknown. `audience` is null for a body that
/// is not readable.
[[nodiscard]] inline std::string to_json(const report& found, const render_options& options = {}) {
  return boost::json::serialize(boost::json::object{
      {"source", detail::source_of(options)},
      {"ok", found.ok()},
      {"errors", found.error_count()},
      {"warnings", found.warning_count()},
      {"notes", found.note_count()},
      {"audience", detail::audience_of(found, options.language)},
      {"diagnostics", detail::diagnostics_of(found, options)},
  });
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/problem.hpp>
#define FEISHU_HELPDESK_JSON_PROBLEM_HPP

/// A report as a problem (RFC 9457), for APIs that pass it on.
namespace feishu::helpdesk {
namespace detail {

// What would make the body legal: in a sentence, and as a patch.
inline boost::json::array repairs_of(const report& found, language chosen) {
  boost::json::array all;
  const outline& body = found.outline();
  for (const alternative& each : repair(found)) {
    all.push_back({{"title", advice(each, body, chosen)},
                   {"needs_author", each.needs_author()},
                   {"messages_others", messages_others(each.change())},
                   {"patch", json_patch(each)}});
  }
  return all;
}

}  // namespace detail

/// The media type of `to_problem_json`.
inline constexpr std::string_view problem_media_type = "application/problem+json";

/// The report as the answer of a gateway to who sent the body: problem details (RFC 9457) of type
/// `about:blank`, on one line. Beside the standard's members: `audience` and `diagnostics`, as `to_json`
/// writes them, and `repairs`: `[{"title", "needs_author", "messages_others", "patch"}]`, each a JSON
/// Patch. The status is 400, as the service desk's own, or 200 if there is no error.
[[nodiscard]] inline std::string to_problem_json(const report& found,
                                                 const render_options& options = {}) {
  return boost::json::serialize(boost::json::object{
      {"type", "about:blank"},
      {"title", found.ok() ? "OK" : "Bad Request"},
      {"status", found.ok() ? 200 : 400},
      {"detail", summary(found, options.language)},
      {"audience", detail::audience_of(found, options.language)},
      {"diagnostics", detail::diagnostics_of(found, options)},
      {"repairs", detail::repairs_of(found, options.language)},
  });
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/clip.hpp>
#define FEISHU_HELPDESK_JSON_CLIP_HPP

/// Text and values from outside, of which no more is kept than a limit.
namespace feishu::helpdesk::detail {

// The beginning of a text, cut at a character's edge and marked if there was more.
inline std::string clipped(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = limit;
  constexpr std::size_t longest_tail = 3;  // of a character, after its first byte
  while (end > 0 && limit - end < longest_tail && is_continuing(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

// Copies values until their texts and members amount to so many bytes; the rest is left out.
class clipper {
 public:
  static constexpr std::size_t cost_of_a_value = 16;  // beside its text or its members

  explicit clipper(std::size_t limit) noexcept : left_(limit) {}

  boost::json::value copy(const boost::json::value& from) {
    if (const boost::json::string* text = from.if_string()) return copy(*text);
    if (const boost::json::array* list = from.if_array()) return copy(*list);
    if (const boost::json::object* members = from.if_object()) return copy(*members);
    return from;
  }

 private:
  boost::json::value copy(const boost::json::string& text) {
    const std::string kept = clipped(text, left_);
    spend(kept.size());
    return boost::json::value(kept);
  }

  boost::json::value copy(const boost::json::array& list) {
    boost::json::array kept;
    for (const boost::json::value& each : list) {
      if (!spend(cost_of_a_value)) break;
      kept.push_back(copy(each));
    }
    return kept;
  }

  boost::json::value copy(const boost::json::object& members) {
    boost::json::object kept;
    for (const boost::json::key_value_pair& each : members) {
      if (!spend(cost_of_a_value + each.key().size())) break;
      kept[each.key()] = copy(each.value());
    }
    return kept;
  }

  // Whether it could be afforded.
  bool spend(std::size_t bytes) noexcept {
    const bool is_affordable = bytes <= left_;
    left_ -= is_affordable ? bytes : left_;
    return is_affordable;
  }

  std::size_t left_;
};

inline boost::json::value clipped_value(const boost::json::value& from, std::size_t limit) {
  return clipper(limit).copy(from);
}

// A text as it is, nothing for null and for what is absent; anything else as JSON.
inline std::string text_of(const boost::json::value* from, std::size_t limit) {
  if (from == nullptr || from->is_null()) return {};
  if (const boost::json::string* text = from->if_string()) return clipped(*text, limit);
  // A value costs more bytes than its text may take, so that one which is left out is marked as such.
  const boost::json::value kept = clipped_value(*from, clipper::cost_of_a_value * limit);
  return clipped(boost::json::serialize(kept), limit);
}

}  // namespace feishu::helpdesk::detail

// <feishu/helpdesk/json/reply_advice.hpp>
#define FEISHU_HELPDESK_JSON_REPLY_ADVICE_HPP

/// Replies as sentences.
namespace feishu::helpdesk {
namespace detail {

// Makes the sentence, clause by clause. Text from outside is made harmless as it is taken in.
class reply_sentence {
 public:
  reply_sentence(const reply& r, language chosen) : reply_(r), chosen_(chosen) {}

  std::string make() {
    switch (reply_.kind) {
      case reply_kind::success: say("the request succeeded", "请求成功"); break;
      case reply_kind::refused: tell_refusal(); break;
      case reply_kind::not_an_envelope: tell_what_came(); break;
    }
    return text_;
  }

 private:
  void tell_refusal() {
    const error_code* const row = reply_.known();
    if (row == nullptr) {
      say("the platform answered ", "平台返回 ");
    } else if (row->is_of_the_gateway()) {
      say("the gateway answered ", "网关返回 ");
    } else {
      say("the service desk answered ", "服务台返回 ");
    }
    text_ += std::to_string(reply_.code);
    tell_status();
    if (row != nullptr) {
      say(": ", "：");
      text_ += row->advice.in(chosen_);
      tell_retry(*row);
    }
    if (!reply_.msg.empty() && (row == nullptr || reply_.msg != row->description)) {
      say("; it says ", "；其说明为");
      quote(reply_.msg);
    }
    tell_violations();
    if (!reply_.log_id.empty()) {
      say("; log id ", "；日志 ID：");
      add(reply_.log_id);
    }
  }

  void tell_retry(const error_code& row) {
    if (row.retry == retry::may_help) {
      say("; the same request may succeed later", "；稍后重试可能成功");
    } else if (row.retry == retry::after_reset && reply_.reset_after) {
      const std::string count = std::to_string(reply_.reset_after->count());
      say("; that is in " + count + (count == "1" ? " second" : " seconds"),
          "；" + count + " 秒后重置");
    } else if (row.retry == retry::after_reset) {
      say("; the reply's header ", "；时长见应答头 ");
      text_ += ratelimit_reset_header;
      say(" says when", "");
    }
  }

  void tell_violations() {
    constexpr std::size_t most = 3;
    const std::size_t count = reply_.field_violations.size() + reply_.dropped_violations;
    std::size_t told = 0;
    for (const field_violation& each : reply_.field_violations) {
      if (told == most) break;
      ++told;
      const std::string& what = each.description.empty() ? each.value : each.description;
      say("; ", "；");
      add(each.field);
      if (!each.field.empty() && !what.empty()) say(": ", "：");
      add(what);
    }
    if (told != count) {
      const std::string left = std::to_string(count - told);
      say("; and " + left + " more", "；另有 " + left + " 处");
    }
  }

  void tell_what_came() {
    say("what came is no reply of the platform", "收到的不是平台的应答");
    tell_status();
    say(": ", "：");
    text_ += wording_of(reply_.reason).in(chosen_);
    if (reply_.reason != envelope_error::empty) {
      say("; it begins ", "；开头为");
      quote(reply_.beginning);
    }
    say("; whether the request took effect is not known", "；请求是否生效不得而知");
  }

  void tell_status() {
    if (reply_.http_status == 0) return;
    const std::string status = std::to_string(reply_.http_status);
    say(" (HTTP " + status + ')', "（HTTP " + status + "）");
  }

  void say(std::string_view en, std::string_view zh) { text_ += wording{en, zh}.in(chosen_); }

  void quote(std::string_view text) {
    say("\"", "“");
    add(text);
    say("\"", "”");
  }

  // A line that wraps is a blank.
  void add(std::string_view text) {
    constexpr std::size_t longest = 200;
    std::string line = clipped(text, longest);
    for (char& each : line) {
      if (each == '\n' || each == '\r') each = ' ';
    }
    text_ += harmless(line);
  }

  const reply& reply_;
  language chosen_;
  std::string text_{};
};

}  // namespace detail

inline std::string reply::advice(language chosen) const {
  return detail::reply_sentence(*this, chosen).make();
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/reply.hpp>
#define FEISHU_HELPDESK_JSON_REPLY_HPP

/// What the platform answers.
namespace feishu::helpdesk {
namespace detail {

inline field_violation violation_of(const boost::json::value& from) {
  field_violation one;
  if (const boost::json::object* members = from.if_object()) {
    const auto text = [&](std::string_view name) {
      return text_of(members->if_contains(name), reply::longest_text);
    };
    one.field = text("field");
    one.value = text("value");
    one.description = text("description");
    one.where = field_path(one.field).where();
  } else {
    one.description = text_of(&from, reply::longest_text);
  }
  return one;
}

// One that says nothing is none.
inline void keep_violation(const boost::json::value& from, reply& r) {
  field_violation one = violation_of(from);
  if (one.field.empty() && one.value.empty() && one.description.empty()) return;
  if (r.field_violations.size() == reply::most_violations) {
    ++r.dropped_violations;
  } else {
    r.field_violations.push_back(std::move(one));
  }
}

// `error`, which should be an object whose every member is optional; anything else is a detail.
inline void read_error(const boost::json::value& from, reply& r) {
  const boost::json::object* members = from.if_object();
  if (members == nullptr) {
    r.details = clipped_value(from, reply::longest_value);
    return;
  }
  const auto text = [&](std::string_view name) {
    return text_of(members->if_contains(name), reply::longest_text);
  };
  const auto value = [&](std::string_view name) {
    const boost::json::value* found = members->if_contains(name);
    return found == nullptr ? boost::json::value() : clipped_value(*found, reply::longest_value);
  };
  r.log_id = text("log_id");
  r.troubleshooter = text("troubleshooter");
  r.permission_violations = value("permission_violations");
  r.details = value("details");
  r.helps = value("helps");

  const boost::json::value* violations = members->if_contains("field_violations");
  if (violations == nullptr || violations->is_null()) return;
  if (const boost::json::array* list = violations->if_array()) {
    for (const boost::json::value& each : *list) keep_violation(each, r);
  } else {
    keep_violation(*violations, r);
  }
}

// Digits and nothing else.
inline std::optional<std::chrono::seconds> seconds_in(std::string_view text) noexcept {
  std::uint32_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, count);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return std::chrono::seconds(count);
}

}  // namespace detail

/// What a reply says, from its HTTP status (0: not known), its body, and its header
/// `ratelimit_reset_header` (empty: absent). Whatever came, there is a value: what is no envelope of
/// the platform says so and why, and an unknown code keeps its number and text.
///
/// Throws nothing but what memory that runs out throws. Linear in the size of `body`.
[[nodiscard]] inline reply parse_reply(int http_status, std::string_view body,
                                       std::string_view ratelimit_reset = {}) {
  reply r;
  r.http_status = http_status;
  r.reset_after = detail::seconds_in(ratelimit_reset);
  detail::envelope opened = detail::open_envelope(http_status, body);
  r.reason = opened.error;
  if (opened.error != envelope_error::none) {
    r.beginning = detail::clipped(body, reply::longest_text);
    return r;
  }

  r.kind = opened.code == 0 ? reply_kind::success : reply_kind::refused;
  r.code = opened.code;
  r.msg = detail::text_of(opened.members.if_contains("msg"), reply::longest_text);
  if (boost::json::value* data = opened.members.if_contains("data")) {
    r.data = r.ok() ? std::move(*data) : detail::clipped_value(*data, reply::longest_value);
  }
  if (const boost::json::value* error = opened.members.if_contains("error")) {
    detail::read_error(*error, r);
  }
  return r;
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/serialize.hpp>
#define FEISHU_HELPDESK_JSON_SERIALIZE_HPP

/// Structs as the body of a request.
namespace feishu::helpdesk {

/// What of a notification is written.
struct serialize_options {
  bool server_assigned = true;  ///< `id`, `status` and what else the server ignores
};

/// The body of a request that says what `n` says: compact JSON, members in the document's order.
/// Absent members are left out, empty lists are `[]`. What it wrote, `parse` reads as an equal
/// notification, but for what was to be left out.
template <class Form>
[[nodiscard]] std::string serialize(const basic_notification<Form>& n,
                                    const serialize_options& options = {}) {
  boost::json::value body = boost::json::value_from(n);
  for (const member_info& each : fields) {
    if (each.by == assigned_by::server && !options.server_assigned) {
      body.as_object().stable_erase(each.name);
    }
  }
  return boost::json::serialize(body);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/request.hpp>
#define FEISHU_HELPDESK_JSON_REQUEST_HPP

/// A request out of a struct.
namespace feishu::helpdesk {

/// The request that sends a struct, or the report that says why not. Offsets are those of the body that
/// would be sent.
template <class Form>
[[nodiscard]] outcome<request> make_request(const basic_notification<Form>& n,
                                            const request_parameters& to, const context& known = {},
                                            const serialize_options& options = {}) {
  return make_request(serialize(n, options), to, known);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/sarif.hpp>
#define FEISHU_HELPDESK_JSON_SARIF_HPP

/// SARIF 2.1.0: what editors and code hosts show beside the text.
namespace feishu::helpdesk {
namespace detail {

// A file's name as a URI; one that does not begin at the root stays relative.
inline std::string uri_of(std::string_view source) {
  return (source.starts_with('/') ? "file://" : "") + percent_encoded(source, in_path);
}

inline boost::json::object sarif_text(std::string_view text) { return {{"text", text}}; }

inline boost::json::object sarif_rule(const rule& r, language chosen) {
  return {{"id", r.id},
          {"shortDescription", sarif_text(message_pattern(r, chosen))},
          {"help", sarif_text(readable(r.cites, chosen))},
          {"defaultConfiguration", {{"level", wording_of(r.severity).en}}}};
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
    } else if (!is_continuing(passed)) {
      ++at_.column;
    }
  }

  void retreat() noexcept {
    const char passed = text_[--offset_];
    if (passed == '\n') {
      at_ = {at_.line - 1, column_of_offset()};
    } else if (!is_continuing(passed)) {
      --at_.column;
    }
  }

  [[nodiscard]] std::size_t column_of_offset() const noexcept {
    std::size_t column = 1;
    for (std::size_t i = offset_; i > 0 && text_[i - 1] != '\n'; --i) {
      if (!is_continuing(text_[i - 1])) ++column;
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
      : found_(found), options_(options), cursor_(options.body), places_(options.body) {}

  boost::json::array results() {
    boost::json::array all;
    for (const diagnostic& each : found_) all.push_back(result_of(each));
    return all;
  }

 private:
  boost::json::object result_of(const diagnostic& d) {
    boost::json::object result = {{"ruleId", d.rule().id},
                                  {"level", wording_of(d.severity()).en},
                                  {"message", sarif_text(harmless(message(d, options_.language)))}};
    if (d.rank() < rule_count) result["ruleIndex"] = d.rank();
    boost::json::object physical = {{"artifactLocation", artifact()}};
    if (has_text() && d.offset() != npos) physical["region"] = region(span_of(d));
    result["locations"] = {
        {{"physicalLocation", std::move(physical)},
         {"logicalLocations", {{{"fullyQualifiedName", d.path()}, {"kind", "member"}}}}}};
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
    const bool is_token = places_.is_readable() && first != '{' && first != '[';
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

  // What is obviously meant; else, of a fault between members, what would make the body legal and
  // needs nothing that only its author knows.
  boost::json::array fixes_for(const diagnostic& d) {
    boost::json::array fixes;
    if (!places_.is_readable()) return fixes;
    if (const std::optional<remedy> meant = remedy_for(d, places_)) {
      fixes.push_back(fix_of(meant->in(options_.language), meant->edits));
      return fixes;
    }
    if (!is_repairable(d)) return fixes;
    for (const boost::json::value& each : repairs_as_fixes()) fixes.push_back(each);
    return fixes;
  }

  // The same for every fault between members, and made once: a list that is emptied may be long.
  const boost::json::array& repairs_as_fixes() {
    if (!repairs_as_fixes_) {
      repairs_as_fixes_.emplace();
      for (const alternative& each : repair(found_)) {
        if (each.needs_author()) continue;
        repairs_as_fixes_->push_back(
            fix_of(advice(each, found_.outline(), options_.language), text_edits(each, places_)));
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
  places places_;
  std::optional<boost::json::array> repairs_as_fixes_{};
};

}  // namespace detail

/// What stands before the results in a log of one run: the tool, and its rules.
[[nodiscard]] inline std::string sarif_beginning(language chosen) {
  boost::json::array catalogue;
  for (const rule& each : rules) catalogue.push_back(detail::sarif_rule(each, chosen));
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
  return sarif_beginning(options.language) + sarif_results(found, options) + std::string(sarif_end);
}

}  // namespace feishu::helpdesk

// <feishu/helpdesk/json/validate.hpp>
#define FEISHU_HELPDESK_JSON_VALIDATE_HPP

/// Validation of Boost.JSON's values.
namespace feishu::helpdesk {
namespace detail {

// Replays a value as the events of a body, without recursion.
template <class Sink>
class value_walker {
 public:
  explicit value_walker(judge<Sink>& j) : judge_(j) {}

  // Returns whether the whole value was replayed.
  bool walk(const boost::json::value& root) {
    if (!visit(root)) return false;
    while (depth_ != 0) {
      if (!advance(open_[depth_ - 1])) return false;
    }
    return true;
  }

 private:
  // A container, and how much of it was visited.
  struct frame {
    const boost::json::value* container;
    std::size_t next;
  };

  bool advance(frame& top) {
    if (const boost::json::array* list = top.container->if_array()) {
      if (top.next < list->size()) return visit((*list)[top.next++]);
      --depth_;
      return judge_.end_array(npos);
    }
    const boost::json::object& members = top.container->get_object();
    if (top.next < members.size()) {
      const boost::json::key_value_pair& member = members.begin()[top.next++];
      if (!is_utf8(member.key())) return stop(syntax_error::bad_utf8);
      return judge_.name(npos, member.key()) && visit(member.value());
    }
    --depth_;
    return judge_.end_object(npos);
  }

  bool visit(const boost::json::value& v) {
    switch (v.kind()) {
      case boost::json::kind::null: return judge_.null(npos);
      case boost::json::kind::bool_: return judge_.boolean(npos);
      case boost::json::kind::int64: {
        const std::int64_t number = v.get_int64();
        const auto bits = static_cast<std::uint64_t>(number);
        return judge_.number(
            npos, {.is_negative = number < 0, .magnitude = number < 0 ? 0 - bits : bits});
      }
      case boost::json::kind::uint64: return judge_.number(npos, {.magnitude = v.get_uint64()});
      case boost::json::kind::double_: return judge_.number(npos, {.is_integer = false});
      case boost::json::kind::string: return judge_.text(v.get_string());
      case boost::json::kind::array: return open(v) && judge_.begin_array(npos);
      case boost::json::kind::object: return open(v) && judge_.begin_object(npos);
    }
    return true;
  }

  bool open(const boost::json::value& container) {
    if (depth_ == max_depth) return stop(syntax_error::too_deep);
    open_[depth_++] = {&container, 0};
    return true;
  }

  bool stop(syntax_error why) {
    judge_.ill_formed(why, npos, false);
    return false;
  }

  judge<Sink>& judge_;
  frame open_[max_depth];
  std::size_t depth_ = 0;
};

}  // namespace detail

/// Every rule that a body breaks which was parsed already. Positions are unknown, and what a value
/// cannot hold is not found: members that stand twice, and integers beyond 64 bits, which Boost.JSON
/// makes doubles.
template <std::same_as<boost::json::value> Value>  // nothing that converts to one: text is no body
[[nodiscard]] report validate(const Value& body, const context& known = {}) {
  report found;
  judge<report&> judging(known, found);
  detail::value_walker<report&>(judging).walk(body);
  if (!judging.verdict().stopped()) judging.finish();
  found.set_outline(judging.verdict().body(), known.policy.errors());
  return found;
}

}  // namespace feishu::helpdesk

#endif
