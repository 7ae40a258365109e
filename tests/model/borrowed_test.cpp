#include <feishu/helpdesk/model/borrowed.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace feishu::helpdesk;

// Owners must have a name; views and literals need none.
static_assert(std::is_constructible_v<borrowed_string, const std::string&>);
static_assert(std::is_constructible_v<borrowed_string, std::string&>);
static_assert(std::is_constructible_v<borrowed_string, std::string_view>);
static_assert(std::is_constructible_v<borrowed_string, const char*>);
static_assert(!std::is_constructible_v<borrowed_string, std::string>);

static_assert(!std::is_constructible_v<borrowed_string, std::nullptr_t>);
static_assert(!std::is_convertible_v<std::string, std::optional<borrowed_string>>);
static_assert(std::is_convertible_v<const std::string&, std::optional<borrowed_string>>);

using numbers = borrowed_list<int>;
static_assert(std::is_constructible_v<numbers, const std::vector<int>&>);
static_assert(std::is_constructible_v<numbers, std::span<const int>>);
static_assert(std::is_constructible_v<numbers, const int&>);
static_assert(!std::is_constructible_v<numbers, std::vector<int>>);
static_assert(!std::is_constructible_v<numbers, const std::vector<int>>);
static_assert(!std::is_constructible_v<numbers, std::array<int, 2>>);
static_assert(!std::is_constructible_v<numbers, int>);

static_assert(borrowed_string("ab") == "ab" && borrowed_string() == "");
static_assert(borrowed_string("ab") != std::string_view("abc"));

TEST_CASE("borrowed_string: it refers to the string, and shows its changes") {
  std::string owner = "before";
  const borrowed_string borrowed = owner;
  CHECK(borrowed.view().data() == owner.data());
  owner[0] = 'B';
  CHECK(borrowed == "Before");
}

TEST_CASE("borrowed_list: one element, an array, a vector and a span") {
  const int one = 7;
  CHECK((numbers(one).size() == 1 && numbers(one)[0] == 7));
  const int array[] = {1, 2, 3};
  CHECK((numbers(array).size() == 3 && numbers(array).begin() == array));
  const std::vector<int> many{4, 5};
  const numbers list = many;
  CHECK(std::vector<int>(list.begin(), list.end()) == many);
  CHECK(numbers(array, 2).size() == 2);
  CHECK(numbers(std::span<const int>()).empty());
}

}  // namespace
