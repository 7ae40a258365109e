#ifndef FEISHU_HELPDESK_PREFLIGHT_HPP
#define FEISHU_HELPDESK_PREFLIGHT_HPP

#include <feishu/helpdesk/detail/engine/body_validator.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/simd.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <string_view>

/// Validation of the bytes of a body: no document is built and nothing is allocated.
namespace feishu::helpdesk {
namespace detail {

// A body that arrives in pieces.
template <class Sink>
class byte_judge {
 public:
  constexpr byte_judge(const context& known, Sink sink)
      : judge_(known, static_cast<Sink&&>(sink)) {}

  constexpr bool write(std::string_view chunk) {
    if (goes_on_ && !is_finished_) {
      fetch_beginning(chunk.data(), chunk.data() + chunk.size());
      goes_on_ = reader_.write(chunk, judge_, size_);
      if (!goes_on_) take_error();
    }
    size_ += chunk.size();
    return goes_on_ && !is_finished_;
  }

  constexpr void finish() {
    if (is_finished_) return;
    is_finished_ = true;
    if (goes_on_ && !reader_.finish(judge_, size_)) take_error();
    if (!verdict().stopped()) judge_.finish();
  }

  [[nodiscard]] constexpr helpdesk::verdict<Sink>& verdict() noexcept { return judge_.verdict(); }

 private:
  constexpr void take_error() {
    if (reader_.error() == syntax_error::none) return;  // the sink said stop
    judge_.ill_formed(reader_.error(), reader_.error_offset(), reader_.is_within_scalar());
  }

  reader reader_{};
  judge<Sink> judge_;
  std::size_t size_ = 0;
  bool goes_on_ = true;
  bool is_finished_ = false;
};

}  // namespace detail

/// Every rule that the bytes of a body break, with byte offsets. Linear in the size of `body`.
[[nodiscard]] constexpr report preflight(std::string_view body, const context& known = {}) {
  report found;
  detail::byte_judge<report&> judging(known, found);
  judging.write(body);
  judging.finish();
  found.set_outline(judging.verdict().body(), known.policy.errors());
  return found;
}

/// The same, diagnostic by diagnostic as they are found: `sink` is called with each and answers
/// `flow::proceed` or `flow::stop`. Returns what the body looks like as a whole.
template <class Sink>
constexpr outline preflight_into(Sink&& sink, std::string_view body, const context& known = {}) {
  detail::byte_judge<Sink&> judging(known, sink);
  judging.write(body);
  judging.finish();
  return judging.verdict().body();
}

/// `preflight` for a body that arrives in chunks of any size; the report is the same. Text and rules
/// that the context refers to must outlive the stream. Its size is constant, whatever the body's.
class preflight_stream {
 public:
  /// For one body.
  constexpr explicit preflight_stream(const context& known = {}) : known_(known) {}

  preflight_stream(const preflight_stream&) = delete;
  preflight_stream& operator=(const preflight_stream&) = delete;

  /// Takes the next bytes. Returns whether more of them can change what is known of the body.
  constexpr bool write(std::string_view chunk) { return judging_.write(chunk); }

  /// Says that the body ends here. What is written after that is not judged.
  [[nodiscard]] constexpr report finish() {
    judging_.finish();
    found_.set_outline(judging_.verdict().body(), known_.policy.errors());
    return found_;
  }

 private:
  context known_;
  report found_{};
  detail::byte_judge<report&> judging_{known_, found_};
};

}  // namespace feishu::helpdesk

#endif
