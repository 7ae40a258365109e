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
class stream_validator {
 public:
  constexpr stream_validator(const context& known, Sink sink)
      : validator_(known, static_cast<Sink&&>(sink)) {}

  constexpr bool write(std::string_view chunk) {
    if (goes_on_ && !is_finished_) {
      prefetch_beginning(chunk.data(), chunk.data() + chunk.size());
      goes_on_ = reader_.write(chunk, validator_, size_);
      if (!goes_on_) take_error();
    }
    size_ += chunk.size();
    return goes_on_ && !is_finished_;
  }

  constexpr void finish() {
    if (is_finished_) return;
    is_finished_ = true;
    if (goes_on_ && !reader_.finish(validator_, size_)) take_error();
    if (!evaluator().stopped()) validator_.finish();
  }

  [[nodiscard]] constexpr rule_evaluator<Sink>& evaluator() noexcept {
    return validator_.evaluator();
  }

 private:
  constexpr void take_error() {
    if (reader_.error() == syntax_error::none) return;  // the sink said stop
    validator_.ill_formed(reader_.error(), reader_.error_offset(), reader_.is_within_scalar());
  }

  reader reader_{};
  body_validator<Sink> validator_;
  std::size_t size_ = 0;
  bool goes_on_ = true;
  bool is_finished_ = false;
};

}  // namespace detail

/// Every rule that the bytes of a body break, with byte offsets. Linear in the size of `body`.
[[nodiscard]] constexpr report preflight(std::string_view body, const context& known = {}) {
  report found;
  detail::stream_validator<report&> validator(known, found);
  validator.write(body);
  validator.finish();
  found.set_summary(validator.evaluator().body(), known.policy.errors());
  return found;
}

/// The same, diagnostic by diagnostic as they are found: `sink` is called with each and answers
/// `flow::proceed` or `flow::stop`. Returns what the body looks like as a whole.
template <class Sink>
constexpr body_summary preflight_into(Sink&& sink, std::string_view body,
                                      const context& known = {}) {
  detail::stream_validator<Sink&> validator(known, sink);
  validator.write(body);
  validator.finish();
  return validator.evaluator().body();
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
  constexpr bool write(std::string_view chunk) { return validator_.write(chunk); }

  /// Says that the body ends here. What is written after that is not validated.
  [[nodiscard]] constexpr report finish() {
    validator_.finish();
    found_.set_summary(validator_.evaluator().body(), known_.policy.errors());
    return found_;
  }

 private:
  context known_;
  report found_{};
  detail::stream_validator<report&> validator_{known_, found_};
};

}  // namespace feishu::helpdesk

#endif
