#include "tests/fuzz/oracle_state.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/notifications.hpp>
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/notification.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/visit_fields.hpp>
#include <feishu/helpdesk/validate.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>

namespace {

using namespace feishu::helpdesk;
using fuzz::arbitrary_notification;
using fuzz::valid_notification;

// What can be told of a field of the body, of an element, or of a user: is it there, and what like.
struct seen_of_field {
  std::size_t absent = 0;
  std::size_t empty = 0;
  std::size_t filled = 0;
  std::size_t not_utf8 = 0;
  std::set<std::int32_t> numbers{};
};

class observations {
 public:
  template <class Object>
  void add(const Object& object, const std::string& before = "") {
    feishu::helpdesk::detail::for_each_field(object, [&](auto index, const auto& held) {
      const std::string name = before + std::to_string(static_cast<int>(index));
      seen_of_field& seen = of_[name];
      if (!held) {
        ++seen.absent;
      } else {
        add_value(*held, seen, name + '/');
      }
    });
  }

  [[nodiscard]] const std::map<std::string, seen_of_field>& all() const { return of_; }

 private:
  template <class Value>
  void add_value(const Value& value, seen_of_field& seen, const std::string& name) {
    if constexpr (std::is_same_v<Value, std::string>) {
      ++(value.empty() ? seen.empty : detail::is_utf8(value) ? seen.filled : seen.not_utf8);
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      seen.numbers.insert(static_cast<std::int32_t>(value));
    } else if constexpr (requires { value.begin(); }) {
      ++(value.empty() ? seen.empty : seen.filled);
      for (const auto& each : value) add(each, name);
    } else {
      ++seen.filled;
      add(value, name);
    }
  }

  std::map<std::string, seen_of_field> of_{};
};

constexpr std::size_t existing_fields =
    feishu::helpdesk::detail::field_count + 2 * 3 + 3 + 2 + 2 + 2;

TEST_CASE("arbitrary notifications are in any state") {
  std::set<int> states;
  seeds::for_each_number(oracle::state_count, [&](seeds::bytes bytes) {
    states.insert(oracle::number_of(oracle::state_of(arbitrary_notification(bytes))));
  });
  CHECK(states.size() == oracle::state_count);
}

TEST_CASE("in an arbitrary notification, every field is in every way") {
  observations seen;
  seeds::for_each(30'000, 120,
                  [&](seeds::bytes bytes) { seen.add(arbitrary_notification(bytes)); });
  CHECK(seen.all().size() == existing_fields);
  for (const auto& each : seen.all()) {
    const std::string& name = each.first;
    const seen_of_field& of = each.second;
    CAPTURE(name);
    CHECK(of.absent > 100);
    const bool is_text = of.not_utf8 > 0;
    const bool is_list_or_text = of.empty > 0;
    if (of.numbers.empty()) CHECK(of.filled > 100);
    if (is_text) CHECK(of.not_utf8 > 20);
    CHECK(is_list_or_text + !of.numbers.empty() + (name == "3") + (name == "5") == 1);
  }
  for (const field each :
       {field::push_type, field::push_scope_type, field::new_staff_scope_type, field::status}) {
    const std::set<std::int32_t>& numbers =
        seen.all().at(std::to_string(static_cast<int>(each))).numbers;
    CHECK(numbers.size() > 1000);
    CHECK(*numbers.begin() < -2'000'000'000);
    CHECK(*numbers.rbegin() > 2'000'000'000);
    for (const enumerator& legal : info(each).values) CHECK(numbers.contains(legal.value));
  }
}

// The states that have no error, as the oracle says.
std::set<int> legal_states(oracle::mode m) {
  std::set<int> legal;
  oracle::for_each_state([&](const oracle::state& each) {
    if (oracle::errors_of(each, m).empty()) legal.insert(oracle::number_of(each));
  });
  return legal;
}

TEST_CASE("valid notifications and patches are in any state that has no error") {
  for (const mode m : {mode::complete, mode::partial}) {
    std::set<int> states;
    seeds::for_each_number(oracle::state_count, [&](seeds::bytes bytes) {
      states.insert(oracle::number_of(oracle::state_of(valid_notification(bytes, m))));
    });
    const std::set<int> legal =
        legal_states(m == mode::complete ? oracle::mode::complete : oracle::mode::partial);
    CHECK(states.size() > 400);
    CHECK(states == legal);
  }
}

TEST_CASE("valid notifications have no error, whatever is in them") {
  std::set<std::string> warnings;
  seeds::for_each(20'000, 200, [&](seeds::bytes bytes) {
    const report found = validate(valid_notification(bytes));
    CHECK(found.ok());
    for (const diagnostic& each : found) warnings.insert(std::string(each.rule().id));
  });
  // All that a struct can have in a request that nothing is said of.
  CHECK(warnings ==
        std::set<std::string>{"placeholder", "timestamp-unit", "id-prefix", "server-assigned",
                              "card-version", "new-staff-fields-ignored",
                              "new-staff-departments-ignored", "new-staff-lists-unspecified"});
}

TEST_CASE("valid patches have no error, and leave out what they may") {
  std::size_t without_name = 0;
  seeds::for_each(10'000, 200, [&](seeds::bytes bytes) {
    const notification patch = valid_notification(bytes, mode::partial);
    CHECK(validate(patch, {.mode = mode::partial}).ok());
    without_name += patch.job_name ? 0 : 1;
  });
  CHECK(without_name > 2'000);
}

TEST_CASE("without bytes, a valid notification is as small as one can be") {
  const notification n = valid_notification({});
  CHECK(n == notification{.job_name = n.job_name,
                          .push_content = "{}",
                          .push_type = n.push_type,
                          .push_scope_type = n.push_scope_type,
                          .new_staff_scope_type = n.new_staff_scope_type,
                          .new_staff_scope_department_list = n.new_staff_scope_department_list,
                          .user_list = n.user_list,
                          .department_list = n.department_list,
                          .chat_list = n.chat_list});
  CHECK(arbitrary_notification({}) == notification{.job_name = "", .push_content = ""});
}

template <class Object>
std::size_t size_of(const Object& object) {
  std::size_t size = 0;
  feishu::helpdesk::detail::for_each_field(object, [&](auto, const auto& held) {
    if (!held) return;
    using value = std::remove_cvref_t<decltype(*held)>;
    if constexpr (std::is_same_v<value, std::string>) {
      size += held->size();
    } else if constexpr (requires { held->begin(); }) {
      for (const auto& each : *held) size += 1 + size_of(each);
    } else if constexpr (std::is_class_v<value>) {
      size += size_of(*held);
    }
  });
  return size;
}

TEST_CASE("the same bytes make the same, and no more than they allow") {
  seeds::for_each(5'000, 400, [](seeds::bytes bytes) {
    const notification n = arbitrary_notification(bytes);
    CHECK(n == arbitrary_notification(bytes));
    CHECK(size_of(n) <= 1000 + 100 * bytes.size());
    const notification valid = valid_notification(bytes);
    CHECK(valid == valid_notification(bytes));
    CHECK(size_of(valid) <= 1000 + 100 * bytes.size());
  });
}

}  // namespace
