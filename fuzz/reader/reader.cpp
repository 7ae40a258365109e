// The reader accepts what Boost.JSON accepts, with one exception that docs/forms.md lists, and hears the
// same in each of its forms and in chunks of any size.

#include "fuzz/harness.hpp"
#include "fuzz/reader/form.hpp"
#include <feishu/helpdesk/model/syntax.hpp>

#include <boost/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using fuzz::heard;
using fuzz::listening;
using fuzz::require;
namespace json = boost::json;

constexpr std::size_t whole = std::string_view::npos / 2;

// An exponent beyond 32 bits is JSON, though Boost.JSON refuses it.
void check_against_boost(std::string_view text, bool is_accepted) {
  json::parse_options options;
  options.max_depth = feishu::helpdesk::detail::max_depth;
  json::error_code failure;
  json::parse(text, failure, {}, options);
  if (failure == json::error::exponent_overflow) return;
  require(is_accepted == !failure, "the reader accepts what Boost.JSON accepts");
}

// Of a token in which an error stands, more or less may have been heard before.
bool is_heard_alike(const heard& a, const heard& b) {
  return a.is_accepted ? a.log == b.log : a.log.starts_with(b.log) || b.log.starts_with(a.log);
}

void check_forms(std::string_view text, std::size_t chunk, const heard& expected) {
  for (const listening how : {listening::piecemeal, listening::whole, listening::as_written}) {
    const heard blocks = fuzz::by_blocks::read(text, chunk, how);
    require(fuzz::by_words::read(text, chunk, how) == blocks, "by words it hears the same");
    require(fuzz::plainly::read(text, chunk, how) == blocks, "plainly it hears the same");
    if (how != listening::as_written) {
      require(is_heard_alike(blocks, expected), "in chunks, and in one event, it hears the same");
    }
    require(blocks.is_accepted == expected.is_accepted && blocks.error == expected.error &&
                blocks.error_offset == expected.error_offset,
            "whatever it hears, it ends alike");
  }
}

// Whoever says stop has heard a beginning, in whatever pieces.
void check_stopping(std::string_view text, std::size_t chunk, const heard& expected) {
  for (const auto read : {fuzz::by_blocks::read, fuzz::by_words::read, fuzz::plainly::read}) {
    const std::string log = read(text, chunk, listening::for_a_while).log;
    require(expected.log.starts_with(log) || log.starts_with(expected.log),
            "whoever says stop has heard a beginning");
  }
}

}  // namespace

void fuzz::try_out(std::string_view input) {
  const heard expected = by_blocks::read(input, whole, listening::piecemeal);
  check_against_boost(input, expected.is_accepted);
  check_forms(input, whole, expected);
  check_forms(input, 1 + input.size() % 23, expected);
  check_stopping(input, whole, expected);
  check_stopping(input, 1 + input.size() % 23, expected);
  const std::string validated = by_blocks::validate(input);
  require(by_words::validate(input) == validated, "by words it validates alike");
  require(plainly::validate(input) == validated, "plainly it validates alike");
}
