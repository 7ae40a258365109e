#include "policy_reader.hpp"

#include "key_offsets.hpp"
#include "nearest.hpp"
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/rule_id.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/phrase.hpp>

#include <boost/json/array.hpp>
#include <boost/json/kind.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace preflight_tool {
namespace {

using namespace feishu::helpdesk;
namespace json = boost::json;

json_type type_of_value(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null: return json_type::null;
    case json::kind::bool_: return json_type::boolean;
    case json::kind::int64:
    case json::kind::uint64: return json_type::integer;
    case json::kind::double_: return json_type::number;
    case json::kind::string: return json_type::string;
    case json::kind::array: return json_type::array;
    case json::kind::object: return json_type::object;
  }
  return json_type::null;
}

// The names of levels; the index is the level.
std::vector<std::string_view> level_names() {
  std::vector<std::string_view> names;
  for (const severity each : {severity::error, severity::warning, severity::note}) {
    names.push_back(localized(each).en);
  }
  names.emplace_back("off");
  return names;
}

std::vector<std::string_view> scope_names() {
  std::vector<std::string_view> names;
  for (const enumerator& each : info(field::push_scope_type).values) names.push_back(each.name);
  return names;
}

// Reads a well-formed policy, and gathers its mistakes.
class policy_reader {
 public:
  policy_reader(std::string_view text, language chosen, policy_settings& to)
      : offsets_(text), say_{chosen}, to_(to) {
    for (const auto& [path, offset] : offsets_.duplicates()) {
      faults_.push_back({offset, path, say_("duplicate key", "重复的键")});
    }
  }

  // Returns the mistakes, in the order of the text.
  std::vector<policy_fault> read(const json::value& whole) {
    read_object(whole, "",
                {{"severities", &policy_reader::read_severities},
                 {"recipients", &policy_reader::read_recipients},
                 {"require_now", &policy_reader::read_require_now}});
    std::ranges::sort(faults_, {}, [](const policy_fault& each) {
      return std::tie(each.offset, each.path, each.message);
    });
    return std::move(faults_);
  }

 private:
  struct key {
    std::string_view name;
    void (policy_reader::*read)(const json::value&, const std::string& path);
  };

  void read_object(const json::value& value, const std::string& path,
                   const std::vector<key>& keys) {
    for_each_key(value, path, [&](std::string_view name, const json::value& inner, auto& at) {
      for (const key& each : keys) {
        if (each.name == name) return (this->*each.read)(inner, at);
      }
      std::vector<std::string_view> names;
      names.reserve(keys.size());
      for (const key& each : keys) names.push_back(each.name);
      refuse_key(name, names, at);
    });
  }

  void read_severities(const json::value& value, const std::string& path) {
    for_each_key(value, path, [&](std::string_view name, const json::value& inner, auto& at) {
      const rule* const known = find_rule(name);
      const company_rule* const own = find_company_rule(name);
      if (known == nullptr && own == nullptr) return refuse_rule(name, at);
      const std::size_t chosen = read_name(inner, at, level_names());
      if (chosen == npos) return;
      const auto becomes = static_cast<level>(chosen);
      if (known != nullptr) {
        to_.severities.set(*known, becomes);
      } else {
        to_.levels[own] = becomes;
      }
    });
  }

  void read_recipients(const json::value& value, const std::string& path) {
    for_each_key(value, path, [&](std::string_view name, const json::value& inner, auto& at) {
      const auto* const rule = std::ranges::find(company_rules, name, &company_rule::key);
      if (rule == std::end(company_rules)) {
        std::vector<std::string_view> names;
        for (const company_rule& each : company_rules) names.push_back(each.key);
        return refuse_key(name, names, at);
      }
      if (body_summary::count_of(rule->on) == nullptr) return read_scopes(inner, at);
      if (const std::optional<std::size_t> most = read_count(inner, at)) to_.limits[rule] = *most;
    });
  }

  void read_scopes(const json::value& value, const std::string& path) {
    if (!has_type(value, json_type::array, path)) return;
    const std::vector<std::string_view> names = scope_names();
    std::size_t index = 0;
    for (const json::value& each : value.get_array()) {
      const std::size_t scope = read_name(each, pointer_to(path, std::to_string(index++)), names);
      if (scope != npos) to_.forbidden_scopes |= 1U << scope;
    }
    if (to_.forbidden_scopes + 1 == 1U << names.size()) {
      refuse(path, say_("every scope is forbidden, so no push is allowed",
                        "禁止了所有推送范围，任何推送都不被允许"));
    }
  }

  void read_require_now(const json::value& value, const std::string& path) {
    if (has_type(value, json_type::boolean, path)) to_.requires_now = value.get_bool();
  }

  // Calls `visit(name, value, pointer)` for each field of what must be an object.
  template <class Visit>
  void for_each_key(const json::value& value, const std::string& path, const Visit& visit) {
    if (!has_type(value, json_type::object, path)) return;
    for (const json::key_value_pair& each : value.get_object()) {
      const std::string_view name = each.key();
      const std::string at = pointer_to(path, name);
      visit(name, each.value(), at);
    }
  }

  // The index of the name that a string is; `npos` if it is none of them.
  std::size_t read_name(const json::value& value, const std::string& path,
                        const std::vector<std::string_view>& names) {
    if (!has_type(value, json_type::string, path)) return npos;
    const std::string_view written = value.get_string();
    const auto found = std::ranges::find(names, written);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    refuse(path,
           say_("invalid value ", "无效的值 ") + quoted(written) + what_is_known(written, names));
    return npos;
  }

  std::optional<std::size_t> read_count(const json::value& value, const std::string& path) {
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    // What 64 bits cannot hold is parsed as a double.
    if (!value.is_double() && !has_type(value, json_type::integer, path)) return std::nullopt;
    const std::int64_t* const number = value.if_int64();
    if (number != nullptr && *number >= 0 && *number <= most) {
      return static_cast<std::size_t>(*number);
    }
    refuse(path, say_("must be an integer from 0 to ", "必须是 0 到 ") + std::to_string(most) +
                     say_("", " 的整数"));
    return std::nullopt;
  }

  bool has_type(const json::value& value, json_type expected, const std::string& path) {
    const json_type actual = type_of_value(value);
    if (actual == expected) return true;
    refuse(path, say_("must be ", "必须是") + std::string(localized(expected).in(say_.chosen)) +
                     say_(", not ", "，而不是") + std::string(localized(actual).in(say_.chosen)));
    return false;
  }

  void refuse_key(std::string_view name, const std::vector<std::string_view>& names,
                  const std::string& path) {
    refuse(path, say_("unknown key ", "未知的键 ") + quoted(name) + what_is_known(name, names));
  }

  void refuse_rule(std::string_view name, const std::string& path) {
    const std::string_view meant = nearest(name, all_rule_ids());
    refuse(path, say_("unknown rule ", "未知规则 ") + quoted(name) +
                     (meant.empty() ? say_(" (--rules lists all rules)", "（--rules 列出全部规则）")
                                    : did_you_mean(meant)));
  }

  void refuse(const std::string& path, const std::string& message) {
    faults_.push_back({offsets_.at(path), path, message});
  }

  static std::string quoted(std::string_view name) {
    return '"' + std::string(detail::truncated_name(name).text()) + '"';
  }

  [[nodiscard]] std::string what_is_known(std::string_view written,
                                          const std::vector<std::string_view>& names) const {
    const std::string_view meant = nearest(written, names);
    return meant.empty() ? one_of(names) : did_you_mean(meant);
  }

  [[nodiscard]] std::string did_you_mean(std::string_view name) const {
    return say_(": did you mean ", "，是否应为 ") + std::string(name) + say_("?", "？");
  }

  [[nodiscard]] std::string one_of(const std::vector<std::string_view>& names) const {
    std::string text;
    for (const std::string_view each : names) {
      text += (text.empty() ? say_(" (choose from ", "（可选：") : say_(", ", "、"));
      text += each;
    }
    return text + say_(")", "）");
  }

  key_offsets offsets_;
  detail::in_language say_;
  policy_settings& to_;
  std::vector<policy_fault> faults_{};
};

}  // namespace

std::vector<policy_fault> read_settings(std::string_view text, const json::value& whole,
                                        language chosen, policy_settings& to) {
  return policy_reader(text, chosen, to).read(whole);
}

}  // namespace preflight_tool
