#ifndef FEISHU_HELPDESK_JSON_DESCRIBE_RESPONSE_HPP
#define FEISHU_HELPDESK_JSON_DESCRIBE_RESPONSE_HPP

#include <feishu/helpdesk/json/detail/envelope.hpp>
#include <feishu/helpdesk/json/response.hpp>
#include <feishu/helpdesk/model/api_errors.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/text/phrase.hpp>
#include <feishu/helpdesk/text/sanitize.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// Responses as sentences.
namespace feishu::helpdesk {
namespace detail {

// Makes the sentence, clause by clause. Text from outside is made harmless as it is taken in.
class response_sentence {
 public:
  response_sentence(const response& r, language chosen) : response_(r), chosen_(chosen) {}

  std::string make() {
    switch (response_.kind) {
      case response_kind::success: say("the request succeeded", "请求成功"); break;
      case response_kind::refused: tell_refusal(); break;
      case response_kind::not_an_envelope: tell_what_came(); break;
    }
    return text_;
  }

 private:
  void tell_refusal() {
    const api_error* const row = response_.known();
    if (row == nullptr) {
      say("the platform answered ", "平台返回 ");
    } else if (row->is_of_the_gateway()) {
      say("the gateway answered ", "网关返回 ");
    } else {
      say("the service desk answered ", "服务台返回 ");
    }
    text_ += std::to_string(response_.code);
    tell_status();
    if (row != nullptr) {
      say(": ", "：");
      text_ += row->advice.in(chosen_);
      tell_retry(*row);
    }
    if (!response_.msg.empty() && (row == nullptr || response_.msg != row->description)) {
      say("; it says ", "；其说明为");
      quote(response_.msg);
    }
    tell_violations();
    if (!response_.log_id.empty()) {
      say("; log id ", "；日志 ID：");
      add(response_.log_id);
    }
  }

  void tell_retry(const api_error& row) {
    if (row.retry == retry::may_help) {
      say("; the same request may succeed later", "；稍后重试可能成功");
    } else if (row.retry == retry::after_reset && response_.reset_after) {
      const std::string count = std::to_string(response_.reset_after->count());
      say("; that is in " + count + (count == "1" ? " second" : " seconds"),
          "；" + count + " 秒后重置");
    } else if (row.retry == retry::after_reset) {
      say("; the response's header ", "；时长见应答头 ");
      text_ += ratelimit_reset_header;
      say(" says when", "");
    }
  }

  void tell_violations() {
    constexpr std::size_t most = 3;
    const std::size_t count = response_.field_violations.size() + response_.dropped_violations;
    std::size_t told = 0;
    for (const field_violation& each : response_.field_violations) {
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
    say("what came is no response of the platform", "收到的不是平台的应答");
    tell_status();
    say(": ", "：");
    text_ += localized(response_.reason).in(chosen_);
    if (response_.reason != envelope_error::empty) {
      say("; it begins ", "；开头为");
      quote(response_.beginning);
    }
    say("; whether the request took effect is not known", "；请求是否生效不得而知");
  }

  void tell_status() {
    if (response_.http_status == 0) return;
    const std::string status = std::to_string(response_.http_status);
    say(" (HTTP " + status + ')', "（HTTP " + status + "）");
  }

  void say(std::string_view en, std::string_view zh) { text_ += in_language{chosen_}(en, zh); }

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
    text_ += sanitize_for_terminal(line);
  }

  const response& response_;
  language chosen_;
  std::string text_{};
};

}  // namespace detail

/// What happened and what to do, in one line that is fit for a terminal.
[[nodiscard]] inline std::string describe(const response& r, language chosen = language::en) {
  return detail::response_sentence(r, chosen).make();
}

}  // namespace feishu::helpdesk

#endif
