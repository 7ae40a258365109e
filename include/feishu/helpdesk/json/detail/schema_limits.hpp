#ifndef FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_LIMITS_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_SCHEMA_LIMITS_HPP

#include <feishu/helpdesk/json/detail/schema_of_facts.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/rules.hpp>

#include <string_view>

/// Which of the error rules a JSON Schema of the body says, and why not the others.
namespace feishu::helpdesk {

/// Why a schema of the body does not say a rule. `checked_on` is what the rule looks at: the `text`
/// before anybody made values of it, the inside of a `value`, the `request` around the body, or the
/// `draft` under it.
struct schema_limit {
  facts observed = 0;             ///< what the rule asks for
  std::string_view checked_on{};  ///< `text`, `value`, `request` or `draft`
  localized_text reason{};        ///< why a schema cannot say it
};

namespace detail {

// clang-format off
/// What is observed that no schema can tell.
inline constexpr schema_limit schema_limits[] = {
    {facts_of(observed::ill_formed), "text",
     {"a schema validates values, and of this text there are none", "Schema 判断的是值，而这样的文本没有值"}},
    {facts_of(observed::duplicate), "text",
     {"whoever parses the text keeps one of the fields and drops the others", "解析文本时只会保留同名字段之一"}},
    {facts_of(observed::card_ill_formed), "value",
     {"the card is JSON inside a string", "卡片是字符串中的 JSON"}},
    {facts_of(observed::card_oversized), "value",
     {"a schema limits the characters of a string, not its bytes", "Schema 只能限制字符串的字符数，不能限制字节数"}},
    {facts_of(observed::not_an_id), "request",
     {"it is about the request's path", "与请求路径有关"}},
    {facts_of(observed::not_a_user_id_type), "request",
     {"it is about the request's query", "与查询参数有关"}},
    {facts_of(observed::not_a_user_token), "request",
     {"it is about a header of the request", "与请求头有关"}},
    {facts_of(observed::not_a_service_desk), "request",
     {"it is about a header of the request", "与请求头有关"}},
    {facts_of(observed::not_a_host), "request",
     {"it is about where the request goes", "与请求发往的主机有关"}},
    {facts_of(observed::not_a_draft), "request",
     {"it is about what the push is now", "与推送的当前状态有关"}},
};

/// What is observed that a schema tells but for a few values.
inline constexpr schema_limit schema_exceptions[] = {
    {facts_of(observed::wrong_type), "value",
     {"1.0 and 1e0 are integers to a JSON Schema", "对 JSON Schema 而言 1.0 与 1e0 是整数"}},
    {facts_of(observed::not_a_timestamp), "value",
     {"digits may make a number beyond 64 bits", "数字可能超出 64 位整数"}},
};
// clang-format on

inline constexpr schema_limit patch_leaves_out{
    0, "draft", {"what a patch leaves out may be in the draft", "补丁未包含的字段可能已在草稿中"}};

/// What the keywords of a schema say of one value.
inline constexpr facts schema_keywords =
    facts_of(observed::required_field) | facts_of(observed::element_id) |
    facts_of(observed::absent) | facts_of(observed::wrong_type) | facts_of(observed::out_of_int32) |
    facts_of(observed::well_typed) | facts_of(observed::empty_string) |
    facts_of(observed::not_in_enum) | facts_of(observed::not_a_timestamp) |
    facts_of(observed::not_an_object) | facts_of(observed::no_known_field) |
    facts_of(observed::misspelt);

constexpr facts facts_named_by(const condition& c) noexcept {
  facts all = 0;
  for (const facts clause : c.clauses) all |= clause;
  return all;
}

}  // namespace detail

/// Whether the schema for a mode refuses what breaks a rule, but for its exceptions.
[[nodiscard]] constexpr bool schema_says(const rule& r, mode m) noexcept {
  const condition known = detail::as_known_in(m, r.violated_when);
  if (known == condition::never()) return false;
  if (detail::is_about_the_body(known)) return true;
  return (detail::facts_named_by(known) & ~detail::schema_keywords) == 0;
}

/// Why the schema for a mode does not say a rule; null if it does, or nobody knows why not.
[[nodiscard]] constexpr const schema_limit* schema_limit_of(const rule& r, mode m) noexcept {
  for (const schema_limit& each : detail::schema_limits) {
    if (detail::facts_named_by(r.violated_when) == each.observed) return &each;
  }
  const bool is_ever_broken = detail::as_known_in(m, r.violated_when) != condition::never();
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

#endif
