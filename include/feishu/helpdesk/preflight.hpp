#ifndef FEISHU_HELPDESK_PREFLIGHT_HPP
#define FEISHU_HELPDESK_PREFLIGHT_HPP

#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/body_validator.hpp>
#include <feishu/helpdesk/detail/engine/custom_rules.hpp>
#include <feishu/helpdesk/detail/engine/find_cause.hpp>
#include <feishu/helpdesk/detail/engine/rule_evaluator.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/detail/reader/simd.hpp>
#include <feishu/helpdesk/detail/reader/syntax_evidence.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/custom_rule.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// Validation of the bytes of a body: no document is built and nothing is allocated.
namespace feishu::helpdesk {
namespace detail {

// A body that arrives in pieces.
template <class Sink>
class stream_validator {
 public:
  constexpr stream_validator(const context& known, Sink sink)
      : validator_(known, static_cast<Sink&&>(sink)) {}

  // Begins another body.
  constexpr void reset() noexcept {
    reader_.begin();
    validator_.reset();
    evidence_.clear();
    size_ = 0;
    phase_ = phase::reading;
  }

  // Takes the next bytes, and returns whether more can change what is found.
  constexpr bool write(std::string_view chunk) {
    if (phase_ == phase::reading) {
      if (read(chunk)) evidence_.remember(chunk);
    } else if (phase_ == phase::at_error) {
      evidence_.add(chunk);
    }
    if (phase_ == phase::at_error && evidence_.is_full()) report_error();
    size_ += chunk.size();
    return phase_ == phase::reading || phase_ == phase::at_error;
  }

  constexpr void finish() {
    if (phase_ == phase::finished) return;
    if (phase_ == phase::reading && !reader_.finish(validator_, size_) &&
        reader_.error() != syntax_error::none) {
      report_error();
    }
    if (phase_ == phase::at_error) report_error();
    phase_ = phase::finished;
    if (!evaluator().stopped()) validator_.finish();
  }

  // A body that is at hand as a whole.
  constexpr void validate(std::string_view body) {
    read(body);
    size_ = body.size();
    finish();
  }

  [[nodiscard]] constexpr rule_evaluator<Sink>& evaluator() noexcept {
    return validator_.evaluator();
  }

 private:
  // After an error, a few more bytes are taken that may show its cause.
  enum class phase : std::uint8_t { reading, at_error, over, finished };

  // Returns whether to go on.
  constexpr bool read(std::string_view chunk) {
    prefetch_beginning(chunk.data(), chunk.data() + chunk.size());
    if (reader_.write(chunk, validator_, size_)) return true;
    phase_ = phase::over;
    if (reader_.error() != syntax_error::none) {  // else the sink said stop
      phase_ = phase::at_error;
      evidence_.begin(chunk, size_, reader_.error_offset());
    }
    return false;
  }

  FEISHU_HELPDESK_COMPACT constexpr void report_error() {
    phase_ = phase::over;
    validator_.ill_formed(args_of_error(reader_, evidence_), reader_.error_offset(),
                          reader_.is_within_scalar());
  }

  reader reader_{};
  body_validator<Sink> validator_;
  syntax_evidence evidence_{};
  std::size_t size_ = 0;
  phase phase_ = phase::reading;
};

}  // namespace detail

/// Returns the report of every rule that the bytes of a body violate, with byte offsets. Linear in the
/// size of `body`.
[[nodiscard]] constexpr report preflight(std::string_view body,
                                         const context& known = {}) noexcept {
  report found;
  detail::stream_validator<report&> validator(known, found);
  validator.validate(body);
  detail::report_access::conclude(found, validator.evaluator().body(), known);
  return found;
}
/// The same with custom rules that functions over the summary of the body decide.
template <summary_predicate... Predicates>
  requires(sizeof...(Predicates) != 0)
[[nodiscard]] constexpr report preflight(std::string_view body, const context& known,
                                         const custom_rule<Predicates>&... own) {
  report found;
  detail::stream_validator<report&> validator(known, found);
  validator.validate(body);
  detail::evaluate_custom(validator.evaluator(), own...);
  detail::report_access::conclude(found, validator.evaluator().body(), known);
  return found;
}

/// Calls `sink` with each diagnostic as it is found; the sink decides whether to continue. Returns the
/// summary of the body.
template <class Sink>
  requires diagnostic_sink<std::remove_reference_t<Sink>>
constexpr body_summary preflight_into(Sink&& sink, std::string_view body,
                                      const context& known = {}) {
  detail::stream_validator<Sink&> validator(known, sink);
  validator.validate(body);
  return validator.evaluator().body();
}

/// `preflight` for a body that arrives in chunks of any size; the report is the same. Strings and rules
/// that the context refers to must outlive the stream. Its size is constant, whatever the body's.
class preflight_stream {
 public:
  /// Begins a body.
  constexpr explicit preflight_stream(const context& known = {}) noexcept : known_(known) {}

  preflight_stream(const preflight_stream&) = delete;
  preflight_stream& operator=(const preflight_stream&) = delete;

  /// Takes the next bytes. Returns whether more of them can change the report.
  constexpr bool write(std::string_view chunk) noexcept { return validator_.write(chunk); }

  /// Ends the body and returns its report. What is written after that is ignored.
  [[nodiscard]] constexpr report finish() noexcept {
    validator_.finish();
    detail::report_access::conclude(found_, validator_.evaluator().body(), known_);
    return found_;
  }

  /// The same with custom rules that functions over the summary of the body decide.
  template <summary_predicate... Predicates>
    requires(sizeof...(Predicates) != 0)
  [[nodiscard]] constexpr report finish(const custom_rule<Predicates>&... own) {
    validator_.finish();
    detail::evaluate_custom(validator_.evaluator(), own...);
    return finish();
  }

  /// Begins another body, of the same context.
  constexpr void reset() noexcept {
    detail::report_access::clear(found_);
    validator_.reset();
  }

 private:
  context known_;
  report found_{};
  detail::stream_validator<report&> validator_{known_, found_};
};

}  // namespace feishu::helpdesk

#endif
