#include "tests/fuzz/seeds.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/strings.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

namespace {

using namespace feishu::helpdesk;
using fuzz::choices;

// The number that the text is in decimal digits; negative if it is none of 64 bits.
std::int64_t number_in(std::string_view text) {
  const bool is_decimal =
      !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  std::int64_t number = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return is_decimal && read.ec == std::errc() ? number : -1;
}

TEST_CASE("time stamps are what they are called") {
  std::size_t below = 0;
  std::size_t above = 0;
  std::size_t with_zeros = 0;
  std::size_t too_big = 0;
  seeds::for_each(20'000, 40, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::int64_t plausible = number_in(fuzz::timestamp(from));
    CHECK(plausible >= 100'000'000'000);
    CHECK(plausible < 100'000'000'000'000);

    const std::string other = fuzz::timestamp_in_other_units(from);
    const std::int64_t number = number_in(other);
    CHECK(number >= 0);
    CHECK((number < 100'000'000'000 || number >= 100'000'000'000'000));
    (number < 100'000'000'000 ? below : above) += 1;
    with_zeros += other.starts_with("00") ? 1 : 0;

    const std::string none = fuzz::invalid_timestamp(from);
    CHECK(!none.empty());
    CHECK(detail::is_utf8(none));
    CHECK(number_in(none) == -1);
    too_big += none.find_first_not_of("0123456789") == none.npos ? 1 : 0;
  });
  CHECK(below > 1000);
  CHECK(above > 1000);
  CHECK(with_zeros > 1000);
  CHECK(too_big > 1000);
}

TEST_CASE("ids do not begin with what they should not begin with") {
  for (const std::string_view prefix : {"ou_", "on_", "oc_"}) {
    std::set<std::string> ids;
    seeds::for_each(5'000, 20, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string id = fuzz::id_without(prefix, from);
      CHECK(!id.empty());
      CHECK(detail::is_utf8(id));
      CHECK(!id.starts_with(prefix));
      ids.insert(id);
    });
    CHECK(ids.contains("o"));
    CHECK(ids.size() > 1000);
  }
}

TEST_CASE("legal texts are UTF-8, and empty only where they may be") {
  for (int i = 0; i <= static_cast<int>(field_kind::chat_list); ++i) {
    const auto kind = static_cast<field_kind>(i);
    std::size_t empty = 0;
    seeds::for_each(2'000, 60, [&](seeds::bytes bytes) {
      choices from(bytes);
      const std::string needed = fuzz::legal_text(kind, false, from);
      CHECK(detail::is_utf8(needed));
      CHECK(!needed.empty());
      const std::string text = fuzz::legal_text(kind, true, from);
      CHECK(detail::is_utf8(text));
      empty += text.empty() ? 1 : 0;
      if (kind == field_kind::timestamp) CHECK(number_in(needed) >= 0);
      if (kind == field_kind::notification_id)
        CHECK(needed.find_first_not_of("0123456789") == needed.npos);
    });
    CHECK(empty > 50);
  }
}

TEST_CASE("any text is that: every byte can stand in it, and all bytes there are") {
  std::set<char> bytes_seen;
  std::size_t not_utf8 = 0;
  std::size_t longest = 0;
  std::size_t cards = 0;
  seeds::for_each(20'000, 300, [&](seeds::bytes bytes) {
    choices from(bytes);
    const std::string text = fuzz::any_text(field_kind::card, from);
    bytes_seen.insert(text.begin(), text.end());
    not_utf8 += detail::is_utf8(text) ? 0 : 1;
    if (!detail::is_utf8(text)) longest = std::max(longest, text.size());
    cards += text.starts_with(R"({"elements")") ? 1 : 0;
  });
  CHECK(bytes_seen.size() == 256);
  CHECK(not_utf8 > 1000);
  CHECK(longest > 250);
  CHECK(cards > 100);
}

}  // namespace
