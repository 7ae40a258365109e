#ifndef FEISHU_HELPDESK_MODEL_RULES_HPP
#define FEISHU_HELPDESK_MODEL_RULES_HPP

#include <feishu/helpdesk/model/facts.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The rule table: every constraint of the API reference, one entry each. All else reads it.
namespace feishu::helpdesk {

/// `error`: the API reference forbids it, or the push would not do what was written. `warning`: allowed,
/// but ineffective, ambiguous or undocumented. `note`: worth knowing.
enum class severity : std::uint8_t { error, warning, note };

/// What a rule looks at.
enum class rule_group : std::uint8_t { json, field, card, combination, request, custom };

/// Where a rule comes from. Only `document` claims to quote.
enum class source : std::uint8_t { api_reference, platform, rfc, library };

/// The place in a text that a diagnostic points at.
enum class anchor : std::uint8_t { key, value };

/// The words that a rule comes from.
struct citation {
  source from = source::library;  ///< where they stand
  localized_text text{};          ///< of `document`, verbatim in both languages
};

/// The fields at fault, at most two: the first one whose state meets the condition is blamed. None:
/// the value that was looked at.
class reported_fields {
 public:
  /// The value that was looked at.
  constexpr reported_fields() = default;
  /// This one.
  constexpr reported_fields(field only) noexcept : fields_{only}, size_(1) {}
  /// One of two.
  constexpr reported_fields(field first, field second) noexcept
      : fields_{first, second}, size_(2) {}

  /// The first.
  [[nodiscard]] constexpr const field* begin() const noexcept { return fields_; }
  /// Behind the last.
  [[nodiscard]] constexpr const field* end() const noexcept { return fields_ + size_; }
  /// Whether it is the value that was looked at.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

 private:
  field fields_[2]{};
  std::uint8_t size_ = 0;
};

/// One rule. A condition names first what is rarest: it is looked at first; of a rule between fields,
/// the field that demands what the others break. The messages hold placeholders, filled in from a
/// diagnostic when text is rendered: `{field}`, `{expected}`, `{actual}`, `{values}`,
/// `{prefix}`, `{number}`, `{reason}`, and for many diagnostics in one line `{count}` and `{fields}`.
/// Of a list that is reported on, `{number}` is how many elements it has.
struct rule {
  std::string_view id{};                                    ///< stable, public and in kebab-case
  rule_group group = rule_group::custom;                    ///< what it looks at
  helpdesk::severity severity = helpdesk::severity::error;  ///< unless a policy changes it
  condition violated_when;                                  ///< over facts; must be given
  reported_fields reported_on{};                            ///< the fields at fault
  anchor at = anchor::key;                                  ///< where a diagnostic points
  localized_text message{};                                 ///< with placeholders
  localized_text grouped_message{};                         ///< empty: each is told by itself
  helpdesk::citation citation{};                            ///< where it comes from
  std::size_t max_elements = 0;  ///< not 0: violated only by a list that has more of them
};

namespace detail {

consteval citation api_reference(std::string_view sentence) {
  return {source::api_reference, {sentence, sentence}};
}
consteval citation platform(localized_text text) { return {source::platform, text}; }
consteval citation rfc(localized_text text) { return {source::rfc, text}; }
consteval citation library(localized_text text) { return {source::library, text}; }

}  // namespace detail

// clang-format off
/// The rules in the order of the catalogue.
inline constexpr rule rules[] = {
    // Shape of the JSON.
    {.id = "json-syntax", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::ill_formed, .at = anchor::value,
     .message = {"invalid JSON: {reason}", "JSON 格式错误：{reason}"},
     .citation = detail::rfc({"RFC 8259 (JSON) and RFC 3629 (UTF-8); this library limits nesting to 32 levels",
                           "RFC 8259（JSON）与 RFC 3629（UTF-8）；本库最多支持 32 层嵌套"})},
    {.id = "body-type", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::not_an_object, .at = anchor::value,
     .message = {"the body must be an object, not {actual}{reason}", "请求体必须是对象，而不是{actual}{reason}"},
     .citation = detail::library({"the request's parameters are the fields of one object", "请求参数是一个对象的字段"})},
    {.id = "no-known-field", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::no_known_field,
     .message = {"the body contains no notification fields{reason}", "请求体不含任何推送字段{reason}"},
     .citation = detail::library({"a body without these fields changes nothing", "不含这些字段的请求体不会修改任何内容"})},
    {.id = "empty-body", .group = rule_group::json, .severity = severity::warning,
     .violated_when = observed::empty_body, .at = anchor::value,
     .message = {"the body has no fields, so it changes nothing", "请求体没有字段，不会修改任何内容"},
     .citation = detail::library({"a patch changes only the fields that it contains", "补丁只修改其中包含的字段"})},
    {.id = "duplicate-field", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::duplicate,
     .message = {"duplicate field {field}; the last value is used", "字段 {field} 重复，以最后一个值为准"},
     .citation = detail::rfc({"RFC 8259, section 4: the names within an object should be unique",
                           "RFC 8259 第 4 节：对象内的名称应当唯一"})},
    {.id = "misspelt-field", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::misspelt,
     .message = {"unknown field {field}: use {reason}, which is missing", "未知字段 {field}：应为缺少的字段 {reason}"},
     .citation = detail::library({"the API reference does not list this name, and the field with a similar name is missing", "API 文档未列出该名称，且缺少名称相近的字段"})},
    {.id = "unknown-field", .group = rule_group::json, .severity = severity::warning,
     .violated_when = observed::unknown_field,
     .message = {"unknown field {field}{reason}", "未知字段 {field}{reason}"},
     .citation = detail::library({"the API reference does not list this field", "API 文档未列出该字段"})},
    {.id = "field-type", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::wrong_type, .at = anchor::value,
     .message = {"{field} must be {expected}, not {actual}", "{field} 必须是{expected}，而不是{actual}"},
     .citation = detail::platform({"the gateway returns code 9499, \"Invalid parameter type in json\"",
                                "网关返回错误码 9499，“Invalid parameter type in json”"})},
    {.id = "integer-range", .group = rule_group::json, .severity = severity::error,
     .violated_when = observed::out_of_int32, .at = anchor::value,
     .message = {"{field} does not fit in a signed 32-bit integer", "{field} 超出 32 位有符号整数的范围"},
     .citation = detail::platform({"the official SDKs use 32-bit integers for this API",
                                "官方 SDK 以 32 位整数表示本接口的所有整数"})},
    {.id = "null-field", .group = rule_group::json, .severity = severity::note,
     .violated_when = observed::null,
     .message = {"{field} is null and is treated as absent", "{field} 为 null，视为未填"},
     .grouped_message = {"{count} fields are null and are treated as absent: {fields}", "{count} 个字段为 null，视为未填：{fields}"},
     .citation = detail::platform({"GET responses use null for fields that are not set", "GET 响应以 null 表示未设置的字段"})},

    // Single fields.
    {.id = "required", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::absent && observed::required_field,
     .message = {"{field} is required", "{field} 必填"},
     .citation = detail::api_reference("必填")},
    {.id = "empty-string", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::empty_string && observed::required_field, .at = anchor::value,
     .message = {"{field} must not be empty", "{field} 不能为空"},
     .citation = detail::library({"an empty string does not set a required field", "必填字段为空字符串等同于未填"})},
    {.id = "placeholder", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::unfilled, .at = anchor::value,
     .message = {"{field} contains {reason}, a template expression that was not replaced", "{field} 含有未替换的模板表达式 {reason}"},
     .citation = detail::library({"the platform does not replace template expressions", "平台不会替换模板表达式"})},
    {.id = "enum-value", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::not_in_enum, .at = anchor::value,
     .message = {"{field} must be {values}, not {number}", "{field} 只能是{values}，而不是 {number}"},
     .citation = detail::library({"the API reference lists only these values", "API 文档只列出了这些取值"})},
    {.id = "timestamp-format", .group = rule_group::field, .severity = severity::error,
     .violated_when = observed::not_a_timestamp, .at = anchor::value,
     .message = {"{field} must be a timestamp in milliseconds (decimal digits of a 64-bit integer), or empty", "{field} 必须是十进制毫秒时间戳（64 位整数），或为空"},
     .citation = detail::api_reference("毫秒时间戳")},
    {.id = "timestamp-unit", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::not_milliseconds, .at = anchor::value,
     .message = {"{field} is {number}, which {reason}; expected milliseconds", "{field} 为 {number}，{reason}；应为毫秒"},
     .citation = detail::api_reference("毫秒时间戳")},
    {.id = "element-id", .group = rule_group::field, .severity = severity::error,
     .violated_when = (observed::absent || observed::empty_string) && observed::element_id, .at = anchor::value,
     .message = {"{field} is required and must not be empty", "{field} 必填且不能为空"},
     .citation = detail::library({"an element without an id identifies nobody", "缺少 ID 的元素不标识任何对象"})},
    {.id = "id-prefix", .group = rule_group::field, .severity = severity::warning,
     .violated_when = observed::unexpected_prefix, .at = anchor::value,
     .message = {"{field} does not start with {prefix}, {reason}", "{field} 不以 {prefix} 开头：{reason}"},
     .citation = detail::platform({"an open_id starts with ou_, a union_id with on_, a chat_id with oc_",
                                "open_id 以 ou_ 开头，union_id 以 on_ 开头，chat_id 以 oc_ 开头"})},
    {.id = "server-assigned", .group = rule_group::field, .severity = severity::note,
     .violated_when = observed::server_assigned && observed::well_typed,
     .message = {"{field} is assigned by the server and ignored", "{field} 由服务端填写，请求中的值会被忽略"},
     .grouped_message = {"{count} fields are assigned by the server and ignored: {fields}", "{count} 个字段由服务端填写，请求中的值会被忽略：{fields}"},
     .citation = detail::api_reference("创建成功后返回")},

    // The card in push_content.
    {.id = "card-syntax", .group = rule_group::card, .severity = severity::error,
     .violated_when = observed::card_ill_formed, .at = anchor::value,
     .message = {"{field} must contain one JSON object (a message card): {reason}", "{field} 必须包含一个 JSON 对象（消息卡片）：{reason}"},
     .citation = detail::api_reference("推送内容，详见：https://open.feishu.cn/tool/cardbuilder?from=howtoguide")},
    {.id = "card-version", .group = rule_group::card, .severity = severity::warning,
     .violated_when = observed::card_undocumented, .at = anchor::value,
     .message = {"{field} contains a card type that is not documented for this API: {reason}", "本接口的文档未提及 {field} 的卡片类型：{reason}"},
     .citation = detail::platform({"the card builder linked from the API reference creates version 1.0 cards",
                                "API 文档链接的搭建工具生成 1.0 版卡片"})},
    {.id = "card-size", .group = rule_group::card, .severity = severity::error,
     .violated_when = observed::card_oversized, .at = anchor::value,
     .message = {"{field} is {number} bytes; the limit for a card is 30 KB (30720 bytes)", "{field} 有 {number} 字节；卡片不得超过 30 KB（30720 字节）"},
     .citation = detail::platform({"the card documentation limits each card to 30 KB",
                                "卡片文档规定每张卡片不得超过 30 KB"})},

    // Between fields.
    {.id = "scheduled-excludes-new-staff", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::scheduled && fact::push_scope_type == push_scope::new_staff,
     .reported_on = {field::push_scope_type},
     .message = {"push_scope_type must not be 3 (new staff) when push_type is 0 (scheduled push)", "push_type 为 0（定时推送）时，push_scope_type 不能为 3（入职新人）"},
     .citation = detail::api_reference("0（定时推送：push_scope不能等于3）")},
    {.id = "new-staff-scope", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff &&
                      (fact::push_scope_type == push_scope::all_members || fact::push_scope_type == push_scope::some_members),
     .reported_on = {field::push_scope_type},
     .message = {"push_scope_type must be 1 (no members) or 3 (new staff) when push_type is 1 (push to new staff)", "push_type 为 1（新人入职推送）时，push_scope_type 必须为 1（不推送任何成员）或 3（入职新人）"},
     .citation = detail::api_reference("1（新人入职推送：push_scope必须等于1或者3；new_staff_scope_type不能为空）")},
    {.id = "new-staff-type-required", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == fact::absent,
     .reported_on = {field::new_staff_scope_type},
     .message = {"new_staff_scope_type is required when push_type is 1 (push to new staff)", "push_type 为 1（新人入职推送）时，new_staff_scope_type 不能为空"},
     .citation = detail::api_reference("1（新人入职推送：push_scope必须等于1或者3；new_staff_scope_type不能为空）")},
    {.id = "new-staff-departments-required", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == new_staff_scope::departments &&
                      (fact::new_staff_scope_department_list == fact::absent || fact::new_staff_scope_department_list == fact::empty),
     .reported_on = {field::new_staff_scope_department_list},
     .message = {"new_staff_scope_department_list must not be empty when new_staff_scope_type is 1 (new staff of certain departments)", "new_staff_scope_type 为 1（组织内特定的部门）时，new_staff_scope_department_list 不能为空"},
     .citation = detail::api_reference("1：组织内特定的部门（new_staff_scope_department_list 字段不能为空）")},
    {.id = "all-members-excludes-users", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::all_members && fact::user_list == fact::non_empty,
     .reported_on = {field::user_list},
     .message = {"user_list must be empty when push_scope_type is 0 (all members)", "push_scope_type 为 0（组织内全部成员）时，user_list 必须为空"},
     .citation = detail::api_reference("0：组织内全部成员（user_list和department_list必须为空）")},
    {.id = "all-members-excludes-departments", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::all_members && fact::department_list == fact::non_empty,
     .reported_on = {field::department_list},
     .message = {"department_list must be empty when push_scope_type is 0 (all members)", "push_scope_type 为 0（组织内全部成员）时，department_list 必须为空"},
     .citation = detail::api_reference("0：组织内全部成员（user_list和department_list必须为空）")},
    {.id = "no-members-excludes-users", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && fact::user_list == fact::non_empty,
     .reported_on = {field::user_list},
     .message = {"user_list must be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，user_list 必须为空"},
     .citation = detail::api_reference("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "no-members-excludes-departments", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && fact::department_list == fact::non_empty,
     .reported_on = {field::department_list},
     .message = {"department_list must be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，department_list 必须为空"},
     .citation = detail::api_reference("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "no-members-requires-chats", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::no_members && (fact::chat_list == fact::absent || fact::chat_list == fact::empty),
     .reported_on = {field::chat_list},
     .message = {"chat_list must not be empty when push_scope_type is 1 (no members)", "push_scope_type 为 1（不推送任何成员）时，chat_list 不能为空"},
     .citation = detail::api_reference("1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）")},
    {.id = "some-members-requires-targets", .group = rule_group::combination, .severity = severity::error,
     .violated_when = fact::push_scope_type == push_scope::some_members &&
                      (fact::user_list == fact::absent || fact::user_list == fact::empty) &&
                      (fact::department_list == fact::absent || fact::department_list == fact::empty),
     .reported_on = {field::push_scope_type},
     .message = {"user_list or department_list must not be empty when push_scope_type is 2 (some members)", "push_scope_type 为 2（推送到部分成员）时，user_list 或 department_list 不能为空"},
     .citation = detail::api_reference("2：推送到部分成员（user_list或department_list不能为空）")},
    {.id = "new-staff-fields-ignored", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::scheduled &&
                      (fact::new_staff_scope_type != fact::absent || fact::new_staff_scope_department_list == fact::non_empty),
     .reported_on = {field::new_staff_scope_type, field::new_staff_scope_department_list},
     .message = {"{field} has no effect when push_type is 0 (scheduled push)", "push_type 为 0（定时推送）时，{field} 不生效"},
     .citation = detail::api_reference("新人入职范围类型（push_type为1时生效）")},
    {.id = "new-staff-departments-ignored", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::new_staff && fact::new_staff_scope_type == new_staff_scope::all &&
                      fact::new_staff_scope_department_list == fact::non_empty,
     .reported_on = {field::new_staff_scope_department_list},
     .message = {"new_staff_scope_department_list has no effect when new_staff_scope_type is 0 (all new staff)", "new_staff_scope_type 为 0（组织内所有新人）时，new_staff_scope_department_list 不生效"},
     .citation = detail::api_reference("0：组织内所有新人")},
    {.id = "new-staff-lists-unspecified", .group = rule_group::combination, .severity = severity::warning,
     .violated_when = fact::push_type == push_type::new_staff && fact::push_scope_type == push_scope::new_staff &&
                      (fact::user_list == fact::non_empty || fact::department_list == fact::non_empty),
     .reported_on = {field::user_list, field::department_list},
     .message = {"the API reference does not define the effect of {field} when push_scope_type is 3 (new staff)", "push_scope_type 为 3（入职新人）时，API 文档未说明 {field} 的作用"},
     .citation = detail::api_reference("3：入职新人")},

    // The request, as far as the caller tells of it.
    {.id = "notification-id", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_an_id,
     .message = {"the path parameter notification_id must be decimal digits", "路径参数 notification_id 必须是十进制数字"},
     .citation = detail::api_reference("push任务唯一id")},
    {.id = "user-id-type", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_user_id_type,
     .message = {"the query parameter user_id_type must be open_id, union_id or user_id", "查询参数 user_id_type 只能是 open_id、union_id 或 user_id"},
     .citation = detail::platform({"user_id_type is open_id (the default), union_id or user_id",
                                "user_id_type 可为 open_id（默认）、union_id、user_id"})},
    {.id = "access-token", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_user_token,
     .message = {"the access token must be a user access token: printable, not empty, not a word such as None or null, and not starting with t- (tenant) or a- (app)", "访问令牌必须是用户访问令牌，由可打印字符组成：不能为空，不能是 None、null 等词，也不能以 t-（租户）或 a-（应用）开头"},
     .citation = detail::api_reference("user_access_token")},
    {.id = "helpdesk-authorization", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_service_desk,
     .message = {"the header X-Lark-Helpdesk-Authorization must contain the service desk's id and token: printable, without whitespace, and without a colon in the id", "请求头 X-Lark-Helpdesk-Authorization 必须包含服务台的 ID 和令牌：由可打印字符组成，不含空白，ID 中不含冒号"},
     .citation = detail::api_reference("检查Authorization 和 X-Lark-Helpdesk-Authorization 是否正确，应用和服务台属于同一租户")},
    {.id = "request-host", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_host,
     .message = {"the host must be a host name or an IP address, with an optional port: no scheme, path or whitespace", "主机必须是主机名或 IP 地址，可带端口：不含协议、路径或空白"},
     .citation = detail::rfc({"RFC 3986, section 3.2.2: a host is a name or an address", "RFC 3986 第 3.2.2 节：主机是名称或地址"})},
    {.id = "not-draft", .group = rule_group::request, .severity = severity::error,
     .violated_when = observed::not_a_draft,
     .message = {"the push has status {number}; only a draft (status 0) can be updated", "推送的状态为 {number}，只有草稿（状态 0）才可以更新"},
     .citation = detail::api_reference("只有在草稿状态下才可以调用此接口进行更新")},
    {.id = "id-mismatch", .group = rule_group::request, .severity = severity::warning,
     .violated_when = observed::id_mismatch, .at = anchor::value,
     .message = {"{field} is not the notification_id of the request's path", "{field} 与路径参数 notification_id 不一致"},
     .citation = detail::api_reference("push任务唯一id")},
    {.id = "send-at-past", .group = rule_group::request, .severity = severity::warning,
     .violated_when = observed::before_now, .at = anchor::value,
     .message = {"{field} is {number}, which is in the past", "{field} 为 {number}，早于当前时间"},
     .citation = detail::api_reference("推送任务触发时间（毫秒时间戳）")},
};
// clang-format on

namespace detail {

/// The number of rules in the table.
inline constexpr std::size_t rule_count = std::size(rules);
static_assert(rule_count <= 64, "sets of rules are kept in one word");

/// The set of rules whose severity is error, as the table says.
inline constexpr std::uint64_t error_rules = [] {
  std::uint64_t set = 0;
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules[i].severity == severity::error) set |= std::uint64_t{1} << i;
  }
  return set;
}();

/// The rule's place in the table, or `npos`. Linear in the number of rules.
[[nodiscard]] constexpr std::size_t index_of_rule(std::string_view id) noexcept {
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules[i].id == id) return i;
  }
  return npos;
}

}  // namespace detail
}  // namespace feishu::helpdesk

#endif
